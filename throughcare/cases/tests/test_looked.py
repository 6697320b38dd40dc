"""Who saw a person: who, in what role, when, which page, and why where that was said."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.walk import personal_routes
from throughcare import clock
from throughcare.access import Use
from throughcare.access.guards import set_viewer
from throughcare.cases.looked import USES, lines_of, page_words
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.documents.tests.factories import keep
from throughcare.people.tests.factories import plain
from throughcare.record.looks import Look
from throughcare.record.tests.test_looks import a_look
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db


def opened(client, name, case):
    answer = client.get(reverse(f"cases:{name}", args=[case.number]))
    assert answer.status_code == 200
    return answer


def lines(case, member, **said):
    set_viewer(member.pk)
    return lines_of(case, member, clock.wall(), **{"named": False} | said)


def test_the_page_names_each_who_opened_the_file(as_manager, manager, case):
    opened(as_manager, "file", case)
    opened(as_manager, "summary", case)

    text = plain(opened(as_manager, "looked", case).text)

    assert text.count("Louise Tremblay<div") == 2
    assert "Area manager" in text
    assert "File, opened" in text
    assert "File, printed" in text


def test_a_page_that_nobody_opened_says_so(as_manager, case):
    assert "Nobody has looked yet." in opened(as_manager, "looked", case).text


def test_the_record_leads_to_who_looked(as_manager, case):
    assert reverse("cases:looked", args=[case.number]) in opened(as_manager, "record", case).text


def test_who_was_named_in_a_list_is_told_apart(as_manager, manager, case):
    as_manager.get(reverse("cases:list"), {"whose": "office"})

    assert lines(case, manager) == []
    (line,) = lines(case, manager, named=True)
    assert (line.named_only, str(line.page), str(line.use)) == (True, "File", "opened")


def test_a_search_is_kept_with_its_words(as_manager, manager, case):
    as_manager.get(reverse("site:search"), {"q": "Lavallée"})

    (line,) = lines(case, manager, named=True)

    assert str(line.use) == "searched"
    assert Look.objects.get().words == "Lavallée"


def test_a_look_is_found_by_the_id_of_its_request(as_manager, manager, case):
    answer = opened(as_manager, "file", case)

    set_viewer(manager.pk)
    assert Look.objects.get().request_id == answer["X-Request-Id"]


def test_a_search_that_finds_nobody_is_kept_too(as_manager, manager):
    as_manager.get(reverse("site:suggest"), {"q": "Nemo"}, headers={"HX-Request": "true"})

    set_viewer(manager.pk)
    look = Look.objects.get()
    assert (look.words, look.people, look.use) == ("Nemo", [], "search")


def past_page(client, name, case, moment):
    """Open a page of a file as it was known at a moment."""
    there = reverse(f"cases:{name}", args=[case.number])
    answer = client.get(f"/as-known-on/{moment.isoformat()}{there}")
    assert answer.status_code == 200
    return answer


def test_a_look_at_the_past_says_as_known_when(as_manager, manager, case):
    moment = clock.wall()
    past_page(as_manager, "file", case, moment)

    (line,) = lines(case, manager)

    assert (line.known_at, str(line.page)) == (moment, "File")


def test_a_past_page_shows_no_later_look(as_manager, case):
    moment = clock.wall()
    opened(as_manager, "file", case)

    assert "Nobody has looked yet." in past_page(as_manager, "looked", case, moment).text


def test_a_look_at_another_file_that_is_closed_is_left_out(manager, officer, case):
    hidden = a_case(holder=officer, person=case.person, kind="REPORT_ONLY")
    restricted(hidden)
    set_viewer(officer.pk)
    a_look(officer.pk, person_id=case.person_id, case_id=hidden.pk)

    assert lines(case, manager) == []
    assert len(lines(case, officer)) == 1


def test_fifty_at_a_time_with_a_way_to_earlier_ones(as_manager, manager, case):
    set_viewer(manager.pk)
    for minutes in range(51):
        a_look(manager.pk, hours=1 + minutes / 60, person_id=case.person_id)

    text = opened(as_manager, "looked", case).text

    assert text.count("<tr>") == 51
    assert "before=" in text


@pytest.mark.parametrize("before", ["", "yesterday", "2026-03-14", "2026-03-14T09:00:00"])
def test_words_that_are_no_moment_mean_now(as_manager, case, before):
    opened(as_manager, "file", case)

    answer = as_manager.get(reverse("cases:looked", args=[case.number]), {"before": before})

    assert answer.text.count("<tr>") == 2


def test_a_document_that_is_sent_is_a_look(as_manager, manager, case, officer, settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path
    document = keep(case=case, by=officer)
    answer = as_manager.get(reverse("cases:document", args=[document.pk]))

    (line,) = lines(case, manager)

    assert str(line.use) == "saved"
    answer.close()


def test_a_closed_file_tells_nobody_who_looked(client, case, office):
    restricted(case)
    signed_in(client, a_member("OFFICER", office=office))

    assert client.get(reverse("cases:looked", args=[case.number])).status_code == 404


def test_the_pages_of_every_duty_have_words():
    """A new duty's pages are called by its tab on a file, or by a word in `OWN`."""
    duties = {route.name.partition(":")[0] for route in personal_routes()}

    assert duties - page_words().keys() == set()


def test_each_use_is_said_in_both_languages():
    english = [str(USES[each]) for each in Use]
    with translation.override("fr"):
        french = [str(USES[each]) for each in Use]

    assert len({*english, *french}) == 2 * len(Use)

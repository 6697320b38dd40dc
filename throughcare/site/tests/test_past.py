"""Any page as it was known at an instant: nothing later shows, nothing is written."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import get_script_prefix

from throughcare import clock
from throughcare.cases.commands.levels import set_level
from throughcare.cases.commands.restriction import restrict_case
from throughcare.cases.models import Level
from throughcare.cases.tests.factories import a_case
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.site.past_addresses import own_address
from throughcare.site.past_instants import instant
from throughcare.staff.tests.factories import a_member, signed_in

TORONTO = ZoneInfo("America/Toronto")


@pytest.fixture
def officer(db):
    return a_member("OFFICER", given_name="Adaeze", surname="Okafor")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, person=a_person(surname="Lavallée", given="Étienne"))


@pytest.fixture
def before(case, officer):
    """The instant just before the file got its level, as an address says it."""
    opened = Entry.objects.order_by("-number").first()
    set_level(id=new_id(), case=case, level=Level.HIGH, reason="Scored 29.", by=officer)
    return at(opened.recorded_at)


def at(moment):
    return moment.astimezone(TORONTO).replace(tzinfo=None).isoformat()


def seen(client, officer, when, address):
    return signed_in(client, officer).get(f"/as-known-on/{when}{address}")


def test_a_file_shows_what_was_known_then(client, officer, case, before):
    now = signed_in(client, officer).get(f"/cases/{case.number}/").content.decode()
    then = seen(client, officer, before, f"/cases/{case.number}/").content.decode()

    assert "Scored 29." in now
    assert "Scored 29." not in then
    assert "Lavallée" in then


def test_the_banner_says_the_day_and_counts_what_is_left_out(client, officer, case, before):
    html = seen(client, officer, before, f"/cases/{case.number}/").content.decode()

    assert "1 later entry is left out." in html
    assert "tc-is-past" in html


def test_links_stay_in_the_past_and_one_leads_back(client, officer, case, before):
    html = seen(client, officer, before, f"/cases/{case.number}/").content.decode()

    assert f'href="/as-known-on/{before}/cases/{case.number}/identity/"' in html
    assert f'<a class="govuk-button" href="/cases/{case.number}/">' in html
    assert get_script_prefix() == "/"


def test_no_act_is_offered(client, officer, case, before):
    html = seen(client, officer, before, f"/cases/{case.number}/").content.decode()

    assert "Confirm a level" not in html
    assert (
        "Confirm a level"
        in signed_in(client, officer).get(f"/cases/{case.number}/").content.decode()
    )


@pytest.mark.parametrize("address", ["level/", "assign/", "away/"])
def test_forms_are_absent(client, officer, case, before, address):
    assert seen(client, officer, before, f"/cases/{case.number}/{address}").status_code == 404


def test_nothing_is_written(client, officer, case, before):
    count = Entry.objects.count()
    answer = signed_in(client, officer).post(
        f"/as-known-on/{before}/cases/{case.number}/level/", {"level": "LOW", "reason": "x"}
    )

    assert answer.status_code == 405
    assert "Nothing was changed." in answer.content.decode()
    assert Entry.objects.count() == count


def test_a_file_of_later_is_absent(client, officer, case, before):
    later = a_case(holder=officer)

    assert seen(client, officer, before, f"/cases/{later.number}/").status_code == 404


def test_a_file_restricted_today_is_closed_in_its_past_too(client, officer, case, before):
    colleague, manager = (a_member(role, office=officer.office) for role in ("OFFICER", "MANAGER"))
    address = f"/cases/{case.number}/"
    assert seen(client, colleague, before, address).status_code == 200

    restrict_case(id=new_id(), case=case, members=[manager], reason="A neighbour.", by=manager)
    assert seen(client, colleague, before, address).status_code == 404


def test_search_finds_nobody_of_later(client, officer, case, before):
    a_case(holder=officer, person=a_person(surname="Quartermaine"))
    found = seen(client, officer, before, "/find/?q=quartermaine").content.decode()
    known = seen(client, officer, before, "/find/?q=lavallee").content.decode()

    assert "Nobody you may see answers to that." in found
    assert f"/as-known-on/{before}/cases/{case.number}/" in known


def test_the_list_of_files_is_the_list_of_then(client, officer, case, before):
    a_case(holder=officer, person=a_person(surname="Quartermaine"))
    html = seen(client, officer, before, "/cases/").content.decode()

    assert "Quartermaine" not in html
    assert "1 open file" in html


@pytest.mark.parametrize("address", ["/staff/roles/", "/help/", "/language/", "/patterns/"])
def test_what_has_no_past_is_shown_as_it_is_now(client, officer, before, address):
    answer = seen(client, officer, before, address)

    assert (answer.status_code, answer["Location"]) == (307, address)


def test_the_language_is_changed_in_the_present_and_leads_back(client, officer, case, before):
    here = f"/as-known-on/{before}/cases/{case.number}/"
    answer = signed_in(client, officer).post(
        f"/as-known-on/{before}/language/", {"language": "fr", "next": here}, follow=True
    )

    assert answer.redirect_chain == [("/language/", 307), (here, 302)]
    assert "Passé" in answer.content.decode() or "passé" in answer.content.decode()


@pytest.mark.parametrize("when", ["never", "2026-02-30", "9999-01-01", "2026-13-01T10:00", "1"])
def test_what_names_no_past_instant_is_absent(client, officer, case, when):
    assert seen(client, officer, when, f"/cases/{case.number}/").status_code == 404


@pytest.mark.parametrize("address", ["/no-such-page", "/cases/C-999999/", "/as-known-on/x/y"])
def test_an_absent_page_is_absent_in_the_past(client, officer, before, address):
    assert seen(client, officer, before, address).status_code == 404


def test_a_visitor_is_sent_to_sign_in(client, before):
    client.logout()
    assert client.get(f"/as-known-on/{before}/cases/").status_code == 302


def test_what_came_later_is_listed_on_request(client, officer, case, before):
    html = seen(client, officer, before, f"/what-came-later/{case.number}/").content.decode()

    assert "1 act recorded after" in html
    assert "Scored 29." in html


def test_what_came_later_of_a_closed_file_is_absent(client, officer, case, before):
    stranger = a_member("OFFICER")

    assert seen(client, stranger, before, f"/what-came-later/{case.number}/").status_code == 404


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("14 Mar 2026", "/as-known-on/2026-03-14/cases/C-1/"),
        ("14 mars 2026", "/as-known-on/2026-03-14/cases/C-1/"),
        ("2026-03-14", "/as-known-on/2026-03-14/cases/C-1/"),
    ],
)
@pytest.mark.parametrize("page", ["/cases/C-1/", "/as-known-on/2025-01-01/cases/C-1/"])
def test_a_day_written_in_the_header_leads_there(client, officer, written, leads, page):
    answer = signed_in(client, officer).get("/as-known-on/", {"on": written, "page": page})

    assert (answer.status_code, answer["Location"]) == (302, leads)


def test_today_leads_to_the_present(client, officer):
    answer = signed_in(client, officer).get("/as-known-on/", {"on": "today", "page": "/cases/"})

    assert answer["Location"] == "/cases/"


@pytest.mark.parametrize("written", ["", "soon", "31 Feb 2026", "1 Jan 2099", "tomorrow", "x" * 99])
def test_what_is_no_past_day_is_asked_again(client, officer, written):
    answer = signed_in(client, officer).get("/as-known-on/", {"on": written, "page": "/cases/"})

    assert answer.status_code == 422
    assert 'name="page" value="/cases/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("/cases/", "/cases/"),
        ("//evil.example/x", "/"),
        ("https://evil.example/", "/"),
        ("javascript:x", "/"),
        ("", "/"),
        ("cases/", "/"),
    ],
)
def test_only_an_address_of_this_office_is_followed(page, own):
    assert own_address(page) == own


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ("2026-03-14", datetime(2026, 3, 14, 23, 59, 59, 999999)),
        ("2026-03-14T09:30", datetime(2026, 3, 14, 9, 30)),
        ("2024-02-29", datetime(2024, 2, 29, 23, 59, 59, 999999)),
    ],
)
def test_an_instant_is_local_to_the_office(written, local):
    assert instant(written, "America/Toronto") == local.replace(tzinfo=TORONTO)


def test_a_day_ends_later_further_west():
    west = instant("2026-03-14", "America/Winnipeg")

    assert west - instant("2026-03-14", "America/Toronto") == timedelta(hours=1)


def test_today_ends_now():
    today = clock.today()
    before = clock.wall()

    assert before <= instant(today.isoformat(), clock.EASTERN) <= clock.wall()

"""Attempts to get at what is closed, each with its answer (docs/security/attempts.md)."""

import re
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.tree import ROOT
from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.tests.factories import a_person, a_phone
from throughcare.record.asof import as_of
from throughcare.record.entries import System, entry
from throughcare.record.looks import Look
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
METHODS = ["head", "options", "put", "patch", "delete", "trace"]


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path


@pytest.fixture
def officer(db):
    return a_member("OFFICER")


@pytest.fixture
def case(officer):
    return a_case(holder=officer)


@pytest.fixture
def closed(officer):
    """A file of the same office that is restricted to others."""
    case = a_case(office=officer.office, person=a_person(surname="Hiddenname"))
    restricted(case)
    return case


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)


@pytest.mark.parametrize("method", METHODS)
def test_another_method_opens_nothing(as_officer, closed, method):
    url = reverse("cases:file", args=[closed.number])

    answer = getattr(as_officer, method)(url)

    assert answer.status_code in (404, 405)
    assert b"Hiddenname" not in answer.content


def test_head_tells_no_length_apart(as_officer, closed):
    there = as_officer.head(reverse("cases:file", args=[closed.number]))
    absent = as_officer.head(reverse("cases:file", args=["C-2026-99999"]))

    assert there.status_code == absent.status_code == 404
    assert there.content == absent.content == b""


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override"])
def test_a_method_in_a_header_is_not_obeyed(as_officer, case, header):
    before = Entry.objects.count()

    as_officer.get(reverse("cases:close", args=[case.number]), headers={header: "POST"})
    as_officer.post(reverse("cases:file", args=[case.number]), {"_method": "DELETE"})

    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Original-URL": "/staff/"},
        {"X-Rewrite-URL": "/staff/"},
        {"X-Forwarded-Host": "elsewhere.example"},
        {"X-Forwarded-User": "admin"},
        {"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_a_header_leads_nowhere_else(as_officer, closed, headers):
    answer = as_officer.get(reverse("cases:file", args=[closed.number]), headers=headers)

    assert answer.status_code == 404
    assert b"elsewhere.example" not in answer.content


def test_a_part_of_a_page_asks_for_the_same_right(as_officer, closed):
    answer = as_officer.get(
        reverse("site:suggest"), {"q": "Hiddenname"}, headers={"HX-Request": "true"}
    )

    assert closed.person.number not in answer.text
    assert "Nobody found." in answer.text


def test_a_search_counts_only_what_it_shows(as_officer, closed, case):
    here = as_officer.get(reverse("site:search"), {"q": closed.person.number}).text
    nobody = as_officer.get(reverse("site:search"), {"q": "P-9999999"}).text

    assert here.replace(closed.person.number, "…").count("Nobody found.") == 1
    assert nobody.count("Nobody found.") == 1


@pytest.mark.parametrize(
    "there",
    [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
    ],
)
@pytest.mark.parametrize("name", ["account_login", "set_language"])
def test_next_leads_to_no_other_place(client, name, there):
    answer = client.post(reverse(name), {"next": there, "language": "fr"})

    assert "elsewhere.example" not in answer.headers.get("Location", "")
    assert not answer.headers.get("Location", "").startswith("javascript")


@pytest.mark.parametrize(
    "page", ["//elsewhere.example/", "https://elsewhere.example", "/\\e.example"]
)
def test_the_field_of_the_past_leads_to_no_other_place(as_officer, page):
    answer = as_officer.get(reverse("site:choose_past"), {"page": page, "on": "today"})

    assert answer.headers.get("Location", "/").startswith("/")
    assert "elsewhere" not in answer.headers.get("Location", "")


@pytest.mark.parametrize("line", ["x\r\nSet-Cookie: a=b", "x%0d%0aSet-Cookie:%20a=b", "x\nX-Y: z"])
def test_a_line_end_makes_no_header(as_officer, line):
    answers = [
        as_officer.get(reverse("site:suggest"), {"q": line}),
        as_officer.get(reverse("site:choose_past"), {"page": f"/{line}", "on": "today"}),
    ]

    assert all("X-Y" not in each.headers for each in answers)
    assert all("a" not in each.cookies for each in answers)


def test_a_row_of_a_closed_file_is_not_reached_by_way_of_an_open_one(as_officer, case, closed):
    phone = a_phone(closed.person)
    url = reverse("cases:identity_row", args=[case.number, "end-phone", phone.pk])

    assert as_officer.get(url).status_code == 404
    assert as_officer.post(url, {"last_day": "today"}).status_code == 404


def test_ids_are_not_to_be_guessed(case, officer):
    """An id holds 62 random bits or more; one who knows one finds no other from it."""
    ids = [a_case(holder=officer).pk for _ in range(50)]

    assert all(isinstance(each, UUID) and each.version in (4, 7) for each in ids)
    assert len({each.int & ((1 << 62) - 1) for each in ids}) == len(ids)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE asof.cases_case SET number = 'x'",
        "INSERT INTO asof.people_person SELECT * FROM asof.people_person",
        "DELETE FROM asof.cases_case",
    ],
)
def test_nothing_is_written_through_a_view_of_the_past(case, statement):
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        entry("x", by=System()),
        as_of(clock.wall()),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_form_sent_into_the_past_is_refused_and_nothing_written(as_officer, case):
    before = Entry.objects.count()
    url = f"/as-known-on/{clock.today().isoformat()}{reverse('cases:close', args=[case.number])}"

    answer = as_officer.post(url, {"closing_words": "x", "reason": "x"})

    assert answer.status_code in (302, 405)
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["account:export", "account:paper"])
def test_an_export_of_the_past_is_whole_before_it_leaves(as_officer, case, officer, name):
    """Nothing streams after the switch, and the look is written in the present."""
    when = clock.wall().isoformat()
    answer = as_officer.get(f"/as-known-on/{when}{reverse(name, args=[case.number])}")

    assert answer.status_code == 200
    assert not answer.streaming
    set_viewer(officer.pk)
    assert Look.objects.get(page=name).use in ("export", "print")


def test_a_closed_file_is_absent_in_the_past_too(as_officer, closed):
    there = reverse("cases:file", args=[closed.number])

    assert as_officer.get(f"/as-known-on/{clock.wall().isoformat()}{there}").status_code == 404


@pytest.mark.parametrize("name", ["cases:file", "cases:list"])
def test_a_past_page_counts_no_entry_of_a_closed_file(as_officer, case, closed, name):
    there = reverse(name, args=[case.number] if name == "cases:file" else [])
    past = f"/as-known-on/{clock.wall().isoformat()}{there}"
    before = as_officer.get(past).text
    with entry("x", by=System(), case=closed):
        pass

    after = as_officer.get(past).text
    left_out = re.compile(r"left out\.|laissé de côté\.")
    said = [re.findall(r'tc-past__left-out">.*?</p>', each, re.DOTALL) for each in (before, after)]
    assert left_out.search(before)
    assert said[0] == said[1] != []


def test_a_past_inside_a_past_is_no_page(as_officer, case):
    when = clock.wall().isoformat()
    there = reverse("cases:file", args=[case.number])

    answer = as_officer.get(f"/as-known-on/{when}/as-known-on/{when}{there}")

    assert answer.status_code == 404


@pytest.mark.parametrize("number", ["../staff/", "%2e%2e%2fstaff", "C-2026-00001/../", "'--", "*"])
def test_a_crooked_number_is_only_absent(as_officer, closed, number):
    assert as_officer.get(f"/cases/{number}/").status_code in (301, 302, 404)


def test_every_attempt_is_told_of():
    """The page of attempts names a test of this file for each of its answers."""
    told = (ROOT / "docs" / "security" / "attempts.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", told))

    here = {name for name in globals() if name.startswith("test_")}
    assert here - {"test_every_attempt_is_told_of"} <= named

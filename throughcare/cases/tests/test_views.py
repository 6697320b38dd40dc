"""The pages of files, through HTTP."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.documents.models import Document
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
# A token that is drawn afresh for every answer.
# The token of a form, and the minute at which a page would be printed.
TOKEN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|<p class="tc-print-only">.*?</p>', re.DOTALL
)
PAGES = ["file", "summary", "identity", "documents", "record"]


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def manager(client, office):
    member = a_member("MANAGER", office=office)
    signed_in(client, member)
    return member


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_file_opens(client, manager, office, name, language):
    case = a_case(office=office)
    client.cookies["throughcare_language"] = language

    answer = client.get(reverse(f"cases:{name}", args=[case.number]))

    assert answer.status_code == 200
    assert case.person.surname in answer.text
    assert f'lang="{language}"' in answer.text


ACTS = [
    "assign",
    "uncovered",
    "cover",
    "level",
    "away",
    "propose_transfer",
    "accept_transfer",
    "refuse_transfer",
    "restrict",
    "name_member",
    "lift",
    "conflict",
    "close",
    "reopen",
]


@pytest.mark.parametrize("name", ACTS)
def test_every_form_opens_and_says_what_is_missing(client, manager, office, name):
    case = a_case(office=office)
    url = reverse(f"cases:{name}", args=[case.number])

    assert client.get(url).status_code == 200


@pytest.mark.parametrize("name", ["list", "office", "cover_officer", "counts"])
def test_every_list_opens(client, manager, office, name):
    a_case(office=office)

    assert client.get(reverse(f"cases:{name}")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_by_what_the_role_may(client, office, role):
    case = a_case(office=office)
    member = a_member(role, office=office)
    signed_in(client, member)
    wanted = {
        "list": Permission.SEE_CASE,
        "office": Permission.SEE_OFFICE,
        "counts": Permission.SEE_COUNTS,
        "new_person": Permission.OPEN_CASE,
        "cover_officer": Permission.ASSIGN_CASE,
    }

    for name, permission in wanted.items():
        expected = 200 if member.may(permission) else 404
        assert client.get(reverse(f"cases:{name}")).status_code == expected, name
    expected = 200 if member.may(Permission.SEE_CASE) and role != "TRAINEE" else 404
    assert client.get(reverse("cases:file", args=[case.number])).status_code == expected


@pytest.mark.parametrize("name", [*PAGES, *ACTS])
def test_an_absent_and_a_closed_file_answer_the_same(client, manager, office, name):
    hidden = a_case(office=office)
    restricted(hidden)

    answers = [
        client.get(reverse(f"cases:{name}", args=[number]))
        for number in (hidden.number, "C-2026-99999")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    shown = [TOKEN.sub("", answer.text) for answer in answers]
    assert shown[0].replace(hidden.number, "") == shown[1].replace("C-2026-99999", "")


def test_a_restricted_file_is_in_no_list_or_count(client, manager, office):
    hidden = a_case(office=office)
    restricted(hidden)

    for name in ("list", "office"):
        answer = client.get(reverse(f"cases:{name}"), {"whose": "office"})
        assert hidden.number not in answer.text
        assert hidden.person.surname not in answer.text


@pytest.mark.parametrize("url", ["cases:list", "cases:office", "cases:counts"])
def test_a_list_asks_as_often_for_three_files_as_for_one(
    client, manager, office, url, django_assert_num_queries
):
    a_case(office=office)
    address = reverse(url) + "?whose=office"
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    a_case(office=office)
    a_case(office=office)

    with django_assert_num_queries(len(one)):
        client.get(address)


def test_filters_keep_what_they_say(client, manager, office):
    a_case(office=office)

    shown = {
        code: client.get(reverse("cases:list"), {"whose": "office", "show": code}).text
        for code in ("all", "high", "uncovered", "nonsense")
    }

    assert ["Lavallée" in text for text in shown.values()] == [True, False, False, True]


def test_sixty_stand_on_a_page_and_the_rest_on_the_next(client, manager, monkeypatch, office):
    monkeypatch.setattr("throughcare.cases.queries.caseload.PAGE", 2)
    for _ in range(3):
        a_case(office=office)

    second = client.get(reverse("cases:list"), {"whose": "office", "page": "2"})

    assert second.text.count('<th scope="row">') == 1
    assert "whose=office" in second.text


def test_a_late_act_shows_both_times(client, manager, office):
    case = a_case(office=office, happened_at=clock.now() - timedelta(days=4))

    shown = client.get(reverse("cases:record", args=[case.number])).text

    assert "4 days later" in shown
    assert (
        client.get(reverse("cases:record", args=[case.number]), {"show": "corrections"}).text.count(
            "tc-timeline__entry"
        )
        == 0
    )


def test_the_victim_line_is_the_same_on_every_file(client, manager, office):
    pages = [
        client.get(reverse("cases:file", args=[a_case(office=office).number])).text
        for _ in range(2)
    ]
    lines = [
        page[page.index("tc-victim") : page.index("</section>", page.index("tc-victim"))]
        for page in pages
    ]

    assert lines[0] == lines[1]
    assert [page.count("Victims’ area") for page in pages] == [1, 1]


def test_a_document_is_kept_sent_and_set_aside(client, manager, office):
    case = a_case(office=office)
    url = reverse("cases:documents", args=[case.number])
    file = SimpleUploadedFile("letter.txt", b"Works since June.", "text/plain")

    kept = client.post(url, {"id": new_id(), "file": file, "title": "Letter", "kind": "LETTER"})

    assert kept["Location"] == url
    document = Document.objects.get()
    sent = client.get(reverse("cases:document", args=[document.pk]))
    assert b"".join(sent.streaming_content) == b"Works since June."
    aside = reverse("cases:misfiled", args=[document.pk])
    assert client.get(aside).status_code == 200
    client.post(aside, {"reason": "Another person’s"})
    assert client.get(reverse("cases:document", args=[document.pk])).status_code == 404


def test_a_document_of_a_closed_file_is_absent(client, manager, office):
    hidden = a_case(office=office)
    restricted(hidden)

    assert client.get(reverse("cases:document", args=[new_id()])).status_code == 404


def test_an_upload_without_a_file_says_so(client, manager, office):
    case = a_case(office=office)

    answer = client.post(reverse("cases:documents", args=[case.number]), {"title": "Letter"})

    assert answer.status_code == 422
    assert "Choose the file to keep." in answer.text
    assert 'value="Letter"' in answer.text

"""The pages of an account: who sees them, what they show, in both languages."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.account.export.reading import exported as read
from throughcare.account.export.verifying import differences, recomputed
from throughcare.account.tests.cases import answer_with, heads_for
from throughcare.account.tests.exports import exported
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.kernel.accounting.computing import OnFile, account_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.packs.identity import pack_sha256
from throughcare.packs.loading import PACKS
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
PAGES = ["account", "paper", "export"]
WHOLE = exported()


@pytest.fixture
def full(case, monkeypatch):
    """A file for which every duty answers with an invented case."""
    answer_with(monkeypatch, WHOLE.on_file)
    monkeypatch.setattr(clock, "today", lambda: WHOLE.on)
    return case


def page(client, case, name="account", query="?first=2024-01-01"):
    return client.get(reverse(f"account:{name}", args=[case.number]) + query)


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_open_for_who_may_see_the_file(as_manager, case, name):
    assert page(as_manager, case, name).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("closed", ["restricted", "conflict", "other office", "no such file"])
def test_the_pages_of_a_closed_file_are_not_there(client, case, manager, office, name, closed):
    member = a_member("MANAGER", office=None if closed == "other office" else office)
    if closed == "restricted":
        restricted(case)
    if closed == "conflict":
        a_conflict(case, member)
    number = "C-0" if closed == "no such file" else case.number

    answer = signed_in(client, member).get(reverse(f"account:{name}", args=[number]))
    assert answer.status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_a_page_only_answers_to_reading(as_manager, case, name):
    assert as_manager.post(reverse(f"account:{name}", args=[case.number])).status_code == 405


def test_a_file_that_asks_nothing_says_so(as_manager, officer):
    report = a_case(holder=officer, kind="REPORT_ONLY")
    shown = page(as_manager, report, query="").text

    assert "Nothing is owed in this time that would be shown here." in shown


def test_the_account_is_a_tab_of_the_file(as_manager, case):
    shown = as_manager.get(reverse("cases:file", args=[case.number])).text

    assert reverse("account:account", args=[case.number]) in shown


def rows(text):
    return len(re.findall(r'<tr id="[^"]+-\d{4}-\d\d-\d\d">', text))


def test_every_obligation_is_a_row(as_manager, full):
    found = account_of(WHOLE.on_file, WHOLE.period, WHOLE.on)

    assert rows(page(as_manager, full).text) == len(found.lines)


def test_nothing_on_file_can_be_shown_alone(as_manager, full):
    found = account_of(WHOLE.on_file, WHOLE.period, WHOLE.on)
    bare = [each for each in found.lines if each.ending is Ending.NOTHING_ON_FILE]

    assert rows(page(as_manager, full, query="?first=2024-01-01&show=nothing").text) == len(bare)


def test_the_counts_keep_the_two_sides_apart(as_manager, full):
    shown = re.sub(r"\s+", " ", page(as_manager, full).text)

    assert (
        '<th scope="col" class="tc-number">Owed by the person</th>'
        '<th scope="col" class="tc-number">Due from us</th>'
    ) in shown
    assert re.search(r'Nothing on file</th><td class="tc-number">\d+</td><td', shown)


def test_the_choice_that_is_shown_is_marked_and_kept(as_manager, full):
    shown = page(as_manager, full, query="?span=year&show=person").text

    assert re.findall(r'href="\?([^"]+)" aria-current="page"', shown) == [
        "span=year&amp;show=person",
        "span=year&amp;show=person",
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?first=2026-02-30", "February 2026 has 28 days."),
        ("?first=2026-04-01&last=2026-03-01", "The last day is before the first."),
    ],
)
def test_a_wrong_day_is_told_and_what_was_typed_stays(as_manager, case, query, words):
    answer = page(as_manager, case, query=query)

    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="2026-0' in answer.text


def test_the_page_speaks_french(as_manager, full):
    as_manager.cookies["throughcare_language"] = "fr"
    shown = page(as_manager, full).text

    assert 'lang="fr"' in shown
    for words in ("Bilan", "Rien au dossier", "Obligations de la personne", "Comment le sait-on?"):
        assert words in shown
    for words in ("Nothing on file", "Owed by", "Due from", "How do we know", "Done late"):
        assert words not in shown


def test_a_long_account_asks_no_more_than_an_empty_one(as_manager, case, monkeypatch):
    counts = []
    for known in (OnFile(), WHOLE.on_file):
        answer_with(monkeypatch, known)
        page(as_manager, case)
        with CaptureQueriesContext(connection) as queries:
            page(as_manager, case)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_export_of_a_page_follows_from_its_values(as_manager, full):
    answer = page(as_manager, full, "export")
    found, stated = read(json.loads(answer.text))

    assert answer["Content-Disposition"] == f'attachment; filename="account-{full.number}.json"'
    assert (found.case, found.number, found.on) == (full.pk, full.number, WHOLE.on)
    assert found.pack.sha256 == pack_sha256(PACKS / found.pack.code)
    assert differences(stated, recomputed(found)) == []


def test_the_headings_are_those_of_the_orders(as_manager, full):
    shown = page(as_manager, full).text

    for order in heads_for(WHOLE.on_file).orders:
        assert order.name in shown

"""The account on paper: tagged, in both languages, with every line of the page."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from throughcare import clock
from throughcare.account.paper import paper_of, values_of
from throughcare.account.queries import account_of_case
from throughcare.account.tests.cases import answer_with
from throughcare.account.tests.exports import exported
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.obligations.facts import Period
from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db
WHOLE = exported()
SINCE = Period(date(2024, 1, 1))


@pytest.fixture
def account(case, monkeypatch):
    answer_with(monkeypatch, WHOLE.on_file)
    return account_of_case(case, SINCE, WHOLE.on)


def read(pdf):
    return PdfReader(BytesIO(pdf))


def words_of(pdf):
    return " ".join(" ".join(each.extract_text() for each in read(pdf).pages).split())


def test_a_paper_is_tagged_and_says_its_title_and_language(case, account):
    found = read(paper_of(case, account))
    root = found.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-CA"
    assert "/StructTreeRoot" in root
    assert found.metadata.title == f"Account of what is owed, file {case.number}"


def test_a_paper_has_headings_tables_and_header_cells(case, account):
    root = read(paper_of(case, account)).trailer["/Root"]["/StructTreeRoot"]
    found, waiting = set(), [root]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found.add(node.get("/S"))
            waiting += [node["/K"]] if isinstance(node.get("/K"), dict | list) else []

    assert {"/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD"} <= found


def test_a_paper_has_every_line_of_the_page(case, account):
    values = values_of(case, account)
    lines = [
        line
        for group in values["groups"]
        for part in group["parts"]
        for line in (*part["person"], *part["office"])
    ]
    shown = words_of(paper_of(case, account))

    assert len(lines) == sum(each.person + each.office for each in account.counts)
    assert shown.count("Nothing on file") >= sum(line["nothing"] for line in lines)


def test_a_paper_names_the_person_and_counts_its_pages(case, account):
    shown = words_of(paper_of(case, account))

    assert case.person.name.listed in shown
    assert f"page 1 of {len(read(paper_of(case, account)).pages)}" in shown


def test_what_evidence_settled_gives_its_rule_and_no_more(case, account):
    values = values_of(case, account)
    lines = [
        line for group in values["groups"] for part in group["parts"] for line in part["person"]
    ]

    assert {bool(line["reasons"]) for line in lines if line["said"] == "Done"} == {False}
    assert {bool(line["reasons"]) for line in lines if line["nothing"]} == {True}


def test_a_paper_in_french_has_no_english(case, monkeypatch):
    answer_with(monkeypatch, WHOLE.on_file)
    with translation.override("fr"):
        pdf = paper_of(case, account_of_case(case, SINCE, WHOLE.on))
    shown = words_of(pdf)

    assert read(pdf).trailer["/Root"]["/Lang"] == "fr-CA"
    assert "Bilan des obligations" in shown
    assert "Rien au dossier" in shown
    assert [
        words for words in ("Nothing on", "Owed by", "Due from", "page 1 of") if words in shown
    ] == []


def test_the_same_account_at_the_same_moment_is_the_same_paper(case, account):
    with clock.frozen(clock.now()):
        assert values_of(case, account) == values_of(case, account)


def test_an_empty_account_is_a_paper_that_says_so(case, monkeypatch):
    answer_with(monkeypatch, OnFile())

    assert "Nothing is owed in this time." in words_of(
        paper_of(case, account_of_case(case, SINCE, WHOLE.on))
    )


@pytest.mark.parametrize("surname", ['#read("/etc/passwd")', "$x$ *a* @b <c>", "= Title\\"])
def test_words_of_people_are_never_read_as_template(as_manager, officer, monkeypatch, surname):
    answer_with(monkeypatch, OnFile())
    case = a_case(holder=officer, person=a_person(surname=surname))
    answer = as_manager.get(reverse("account:paper", args=[case.number]))

    assert answer["Content-Type"] == "application/pdf"
    assert surname in words_of(answer.content)

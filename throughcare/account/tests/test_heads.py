"""Orders and conditions as the headings of an account."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.account.heads import heads_of
from throughcare.account.naming import condition_title, evidence_page, what_of
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.accounting.tests.examples import asked
from throughcare.orders.making import ConditionMade
from throughcare.orders.queries.conditions import StandingCode
from throughcare.orders.tests.factories import PEACE, SERVICE, an_order

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
MADE = date(2026, 9, 8)
ODD = ConditionMade(3, "Be kind to the neighbour's dog.", ())


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda *_: TODAY)


def test_an_order_is_named_by_kind_court_and_information(case, officer):
    an_order(case, officer, confirmed=True)
    (order,) = heads_of(case.pk, TODAY).orders

    assert order.name == "Probation order (Ontario Court of Justice, Sudbury, 26-0417)"
    assert order.days.startswith("8\xa0Sept\xa02026 to ") or "2026" in order.days


def test_conditions_keep_number_words_and_language(case, officer):
    order = an_order(case, officer, confirmed=True, language="fr")
    found = heads_of(case.pk, TODAY).conditions

    assert [(each.number, each.order) for each in found] == [(1, str(order.pk)), (2, str(order.pk))]
    assert found[1].words == SERVICE.words
    assert {each.language for each in found} == {"fr"}


def test_what_no_officer_has_confirmed_is_to_confirm(case, officer):
    an_order(case, officer)

    assert {each.to_confirm for each in heads_of(case.pk, TODAY).conditions} == {True}


def test_a_condition_without_a_code_says_so(case, officer):
    an_order(case, officer, conditions=(ODD,))
    (found,) = heads_of(case.pk, TODAY).conditions

    assert found.title == "A condition that no code covers"
    assert found.words == ODD.words


def titled(*codes):
    return condition_title([StandingCode(code, {}, False, True) for code in codes], MADE)


@pytest.mark.parametrize(
    ("codes", "english", "french"),
    [
        (["COMMUNITY_SERVICE"], "Community service", "Service communautaire"),
        (["NOT_IN_THE_LIBRARY"], "Not in the library", "Not in the library"),
        ([], "A condition that no code covers", "Une condition qu’aucun code ne couvre"),
    ],
)
def test_a_condition_is_called_by_its_codes(codes, english, french):
    assert titled(*codes) == english
    with translation.override("fr"):
        assert titled(*codes) == french


def test_several_meanings_are_joined():
    assert titled("COMMUNITY_SERVICE", "ABC") == "Community service; Abc"


@pytest.mark.parametrize(
    ("name", "what", "english", "french"),
    [
        ("direction:D1", "REPORT", "To report", "Se présenter"),
        ("direction:D1", "OTHER", "Something else", "Autre chose"),
        (
            "condition:C1:COMMUNITY_SERVICE:HOURS",
            'COMMUNITY_SERVICE@1996-09-03:HOURS {"hours": 60}',
            "Community service: 60 hours",
            "Service communautaire\xa0: 60 heures",
        ),
        ("condition:C1:X:Y", "REPORT", "Report", "Report"),
    ],
)
def test_what_is_asked_is_said_in_words(name, what, english, french):
    requirement = asked(name, what=what)

    assert what_of(requirement) == english
    with translation.override("fr"):
        assert what_of(requirement) == french


@pytest.mark.parametrize(
    ("evidence", "page"),
    [
        ("contact:0193", ("contacts:list", "contact-0193")),
        ("verification:0193", ("verification:list", "verification-0193")),
        ("direction:0193:met", ("orders:register", "directions")),
        ("confirmed:0193", ("orders:register", "order-0193")),
        ("level:0193", ("cases:file", "history")),
        ("promise:0193", ("", "")),
        ("", ("", "")),
    ],
)
def test_evidence_leads_to_its_place_on_a_page_of_the_file(evidence, page):
    assert evidence_page(evidence) == page


@pytest.mark.parametrize("number", [1, 3])
def test_headings_cost_two_queries_for_any_number_of_orders(officer, number):
    case = a_case(holder=officer)
    for each in range(number):
        an_order(case, officer, information_number=f"26-{each}")
    with CaptureQueriesContext(connection) as queries:
        found = heads_of(case.pk, TODAY)

    assert (len(queries), len(found.orders)) == (2, number)


def test_the_page_shows_orders_and_conditions_with_the_courts_words(as_manager, case, officer):
    an_order(case, officer, confirmed=True)
    shown = as_manager.get(reverse("account:account", args=[case.number])).text

    assert "Ontario Court of Justice, Sudbury" in shown
    assert SERVICE.words in shown
    assert "Community service" in shown


def test_a_condition_that_nothing_watches_is_nothing_on_file(as_manager, case, officer):
    an_order(case, officer, conditions=(PEACE,), confirmed=True)
    shown = as_manager.get(reverse("account:account", args=[case.number]) + "?show=nothing").text

    assert "Nothing is on file for 1 of them." in shown
    assert PEACE.words in shown

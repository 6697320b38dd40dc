"""What confirmed conditions ask, and what is flagged about them: made by hand, no database."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.orders import flags
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.ordered import (
    ORDER_ITSELF,
    asked_by_condition,
    asked_by_order,
    ordered_of,
    released_on,
)
from throughcare.orders.queries.conditions import StandingCode
from throughcare.orders.queries.terms import OrderTerm
from throughcare.orders.tests.factories import made
from throughcare.orders.tests.standing_conditions import order_of, stands, term_of_order

DAY = date(2026, 9, 8)
SERVICE = {"hours": 60, "months": 9}
NOT_CONFIRMED = ["proposed", "provisional", "unclear", "withdrawn"]
LATE, EARLY = {"window": {"start": "22:00"}}, {"window": {"start": "21:00"}}
CONFLICTS = {
    "the same is stated": (LATE, LATE, 0),
    "something else is stated": (LATE, EARLY, 1),
    "nothing is stated here": ({}, EARLY, 0),
    "nothing is stated there": (LATE, {}, 0),
    "nothing is stated at all": ({}, {}, 0),
}
PAPERS = {
    "one page": (
        {"pages_expected": 3, "pages_present": 2},
        "1 page is missing: a breach fails on an incomplete copy. Ask the court office.",
        "Il manque 1 page : une accusation de manquement échoue avec une copie incomplète. "
        "Demandez-la au greffe.",
    ),
    "three pages": (
        {"pages_expected": 5, "pages_present": 2},
        "3 pages are missing: a breach fails on an incomplete copy. Ask the court office.",
        "Il manque 3 pages : une accusation de manquement échoue avec une copie incomplète. "
        "Demandez-les au greffe.",
    ),
    "no signature": (
        {"signed": False},
        "The signature is missing. Ask the court office for a signed copy.",
        "La signature manque. Demandez une copie signée au greffe.",
    ),
}
# Instrument, codes on the paper, how many compulsory conditions are left out.
LEFT_OUT = [
    ("PROBATION", set(), 4),
    ("PROBATION", {"KPGB"}, 3),
    ("PROBATION", {"KPGB", "APPEAR"}, 2),
    ("PROBATION", {"KPGB", "APPEAR", "NOTIFY_ADDRESS"}, 1),
    ("PROBATION", {"KPGB", "APPEAR", "NOTIFY_ADDRESS", "NOTIFY_EMPLOYMENT"}, 0),
    ("PROBATION", {"CURFEW"}, 4),
    ("CONDITIONAL_DISCHARGE", set(), 4),
    ("CSO", set(), 7),
    ("CSO", {"REMAIN_JURISDICTION", "REPORT_FIRST", "REPORT_NEXT"}, 4),
    ("PEACE_BOND_810", set(), 1),
    ("PEACE_BOND_810", {"KPGB"}, 0),
    ("PAROLE", set(), 0),
    ("S161_PROHIBITION", set(), 0),
]


def spaced(words):
    return [each.replace("\u00a0", " ") for each in words]


@pytest.mark.parametrize("standing", NOT_CONFIRMED)
def test_nothing_is_asked_before_an_officer_confirmed_it(standing):
    assert asked_by_condition(stands("COMMUNITY_SERVICE", SERVICE, standing=standing)) == []


def test_hours_are_asked_once_confirmed():
    asked = asked_by_condition(stands("COMMUNITY_SERVICE", {"hours": 60}))

    (hours,) = [each.cadence for each in asked if isinstance(each.cadence, Hours)]
    assert (hours.hours, hours.opens_on) == (60, DAY)


def test_while_its_days_are_unknown_a_condition_asks_nothing():
    unknown = stands("COMMUNITY_SERVICE", SERVICE, in_force=None)

    assert list(ordered_of(unknown)) == []
    assert asked_by_condition(unknown) == []


def test_a_code_that_no_rule_knows_asks_nothing():
    assert asked_by_condition(stands("BRING_THE_MOON")) == []


def test_each_meaning_is_taken_with_the_days_of_its_condition():
    codes = tuple(StandingCode(code, {}, False, True) for code in ("KPGB", "CURFEW"))
    force = Period(date(2026, 10, 1), date(2026, 12, 1))

    found = list(ordered_of(stands(codes=codes, in_force=force)))
    assert [(each.code, each.in_force) for each in found] == [("KPGB", force), ("CURFEW", force)]
    assert {each.made_on for each in found} == {DAY}


def test_an_order_itself_asks_to_be_explained():
    order = order_of()

    asked = asked_by_order(OrderTerm(order, term_of_order(order)))
    assert asked
    assert all(ORDER_ITSELF in each.what for each in asked)
    assert all(isinstance(each.cadence, Once) for each in asked)


def test_an_order_whose_days_are_unknown_asks_nothing():
    order = order_of(instrument="PAROLE", length=None)

    assert asked_by_order(OrderTerm(order, term_of_order(order))) == []


@pytest.mark.parametrize(
    ("facts", "day"), [({}, None), ({"released_on": "2026-10-20"}, date(2026, 10, 20))]
)
def test_the_day_of_release_is_that_of_the_custody_told(facts, day):
    order = order_of()
    said = {"id": "a", "kind": "CUSTODY", "on": "2026-09-08", "facts": facts, "replaces": None}
    order.told = [said]

    assert released_on(order) == day


def test_without_custody_there_was_no_release():
    assert released_on(order_of()) is None


@pytest.mark.parametrize("name", CONFLICTS)
def test_only_what_both_state_differently_is_a_conflict(name):
    here, there, count = CONFLICTS[name]
    other = stands(parameters=there, order=order_of(information_number="26-0900"))

    assert len(flags.conflicts([stands(parameters=here)], [other])) == count


def test_another_code_is_no_conflict():
    assert flags.conflicts([stands("CURFEW", LATE)], [stands("HOUSE_ARREST", EARLY)]) == []


def test_a_conflict_names_both_conditions_and_the_other_order():
    other = stands(parameters=EARLY, order=order_of(information_number="26-0900"), number=5)

    (said,) = flags.conflicts([stands(parameters=LATE, number=2)], [other])
    assert said.startswith("Condition 2 differs from condition 5 of 26-0900, which runs too.")


def test_a_conflict_is_said_once_however_often_it_is_met():
    here = stands(parameters=LATE)
    other = stands(parameters=EARLY, order=order_of(information_number="26-0900"))

    assert len(flags.conflicts([here, here], [other])) == 1


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(("place", "language"), [(1, "en"), (2, "fr")])
def test_what_is_missing_of_a_paper_is_said(name, place, language):
    with translation.override(language):
        found = flags.flags_of_paper(made(**PAPERS[name][0]))

    assert spaced(found) == [PAPERS[name][place]]


def test_pages_are_told_before_the_signature():
    found = flags.flags_of_paper(made(pages_expected=2, pages_present=1, signed=False))

    assert [each.split()[0] for each in found] == ["1", "The"]


@pytest.mark.parametrize(("instrument", "codes", "count"), LEFT_OUT)
def test_each_compulsory_condition_left_out_is_named(instrument, codes, count):
    said = flags.missing_compulsory(instrument, codes, DAY)

    assert sum(each.count(";") for each in said) == count
    assert len(said) == (count > 0)


def test_one_that_is_left_out_is_said_in_the_singular():
    (said,) = flags.missing_compulsory("PEACE_BOND_810", set(), DAY)

    assert said == (
        "The paper leaves out a compulsory condition: Keep the peace and be of good behaviour. "
        "It is not added; ask."
    )


def test_a_reading_is_flagged_for_its_paper_and_its_conditions():
    all_of_them = ConditionMade(1, "The statutory conditions.", (CodeMade("STATUTORY_ALL"),))
    paper = made(signed=False)

    assert len(flags.flags_of_reading(paper, [])) == 2
    assert len(flags.flags_of_reading(paper, [all_of_them])) == 1


def test_a_paper_that_contradicts_another_is_flagged_first():
    order = order_of(signed=False)
    order.contradicts = order_of()

    first, second, *_rest = flags.flags_of_order(order, [stands("STATUTORY_ALL")])
    assert first.startswith("Another paper of the same number says something else.")
    assert second.startswith("The signature is missing.")


def test_every_running_order_is_compared_not_the_last_alone():
    earlier = stands(parameters=EARLY, order=order_of(information_number="26-0900"))
    same = stands(parameters=LATE, order=order_of(information_number="26-0901"))

    for others in ([earlier, same], [same, earlier]):
        (said,) = flags.conflicts([stands(parameters=LATE)], others)
        assert "26-0900" in said

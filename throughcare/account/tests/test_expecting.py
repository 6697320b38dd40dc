"""When conditions bind, what the pack expects of each, and what watches it."""

from datetime import date

import pytest

from throughcare import clock
from throughcare.account.expecting import NO_RULE, Bound, bound, expected_of, watched_by
from throughcare.account.law import the_pack
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.accounting.tests.examples import asked, span
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.queries.conditions import conditions_of
from throughcare.orders.tests.factories import PEACE, SERVICE, an_order
from throughcare.packs.conditions import condition_rule

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
NO_CODE = ConditionMade(3, "Be kind to the neighbour's dog.", ())


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda *_: TODAY)


def told(*conditions, **known):
    return Bound(
        **{
            "id": "C1",
            "order": "O1",
            "in_force": span("03-01"),
            "expects": NO_RULE,
            "confirmed": True,
        }
        | known
    )


def watching(condition, *names, **said):
    requirements = [asked(name, **said) for name in names]
    (found,) = watched_by([condition], requirements)
    return sorted(found.requirements)


@pytest.mark.parametrize(
    ("names", "watch"),
    [
        (["condition:C1:SERVICE:HOURS"], ["condition:C1:SERVICE:HOURS"]),
        (["condition:C2:SERVICE:HOURS"], []),
        (["condition:C1:A:X", "condition:C1:B:Y"], ["condition:C1:A:X", "condition:C1:B:Y"]),
        (["condition:O1:ORDER_ITSELF:CONFIRM"], []),
        (["standard:C1:SEE"], []),
        (["direction:D1"], []),
    ],
)
def test_a_condition_is_watched_by_the_requirements_that_name_it(names, watch):
    assert watching(told(), *names) == watch


def test_what_was_directed_watches_the_condition_that_has_it_directed():
    office = asked("condition:C1:REPORT:NEXT", closed_by=frozenset({"DIRECTED_REPORT"}))
    came, other = asked("direction:D1"), asked("direction:D2", closed_by=frozenset({"X"}))
    report, rest = watched_by([told(), told(id="C2")], [office, came, other])

    assert sorted(report.requirements) == ["condition:C1:REPORT:NEXT", "direction:D1"]
    assert rest.requirements == frozenset()


def test_a_condition_that_nobody_confirmed_is_watched_by_what_its_order_asks():
    waiting = told(confirmed=False)

    assert watching(waiting, "condition:O1:ORDER_ITSELF:CONFIRM") == [
        "condition:O1:ORDER_ITSELF:CONFIRM"
    ]


def bound_of(*cases, on=TODAY):
    return bound(conditions_of([each.pk for each in cases], on), {})


def test_an_order_gives_its_conditions_with_their_days(case, officer):
    order = an_order(case, officer, confirmed=True)
    found = bound_of(case)[case.pk]

    assert [each.order for each in found] == [str(order.pk)] * 2
    assert {each.in_force.starts_on for each in found} == {date(2026, 9, 8)}
    assert [each.confirmed for each in found] == [True, True]


def test_an_order_to_come_is_not_known_yet(case, officer):
    an_order(case, officer)

    assert bound_of(case, on=date(2026, 9, 7)) == {case.pk: []}


def test_conditions_stand_under_their_own_file(case, officer):
    other = a_case(holder=officer)
    an_order(case, officer)
    found = bound_of(case, other)

    assert [len(found[each.pk]) for each in (case, other)] == [2, 0]


def expected(case, level=""):
    return {
        each.number: expected_of(each, level) for each in conditions_of([case.pk], TODAY)[case.pk]
    }


def test_the_pack_says_how_a_condition_is_known(case, officer):
    an_order(case, officer, conditions=(PEACE, SERVICE))
    rule = condition_rule(the_pack(), "COMMUNITY_SERVICE", date(2026, 9, 8))
    found = expected(case)[2]

    assert found.authority == rule.authority
    assert found.methods == tuple(each.code for each in rule.knowing.methods)
    assert found.at_least is rule.knowing.at_least
    assert found.more_expected is (rule.knowing.at_least > Strength.SELF_REPORT)


def test_a_condition_that_no_code_covers_is_expected_to_be_asked_of(case, officer):
    an_order(case, officer, conditions=(NO_CODE,))

    assert expected(case) == {3: NO_RULE}


def test_of_several_meanings_the_most_that_any_expects_counts(case, officer):
    codes = (CodeMade("KPGB"), CodeMade("COMMUNITY_SERVICE", {"hours": 60, "months": 9}))
    both = ConditionMade(1, "Keep the peace and work 60 hours.", codes)
    an_order(case, officer, conditions=(both,))
    each = [condition_rule(the_pack(), code.code, date(2026, 9, 8)).knowing for code in codes]

    assert expected(case)[1].at_least is max(knowing.at_least for knowing in each)


@pytest.mark.parametrize("level", ["LOW", "VERY_HIGH", ""])
def test_what_is_expected_follows_the_level(case, officer, level):
    an_order(case, officer, conditions=(PEACE,))
    rule = condition_rule(the_pack(), "KPGB", date(2026, 9, 8))
    at = rule.knowing.at(level, "PROBATION")

    assert (expected(case, level)[1].at_least, expected(case, level)[1].every) == (
        at.at_least,
        at.every,
    )


def test_every_expectation_of_the_library_can_be_weighed():
    rules = [rule for some in the_pack().conditions.values() for rule in some]
    lengths = {rule.knowing.every for rule in rules if rule.knowing}

    assert all(each is None or isinstance(each, Length) for each in lengths)
    assert len(rules) > 90

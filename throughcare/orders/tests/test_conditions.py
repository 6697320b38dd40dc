"""Conditions in force: with their days, their words, and what they are taken to mean."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare.cases.tests.factories import a_case
from throughcare.kernel.obligations.facts import Period
from throughcare.orders.commands import confirming, varying
from throughcare.orders.making import CodeMade
from throughcare.orders.queries import conditions_in_force, conditions_of
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
YEAR = Period(date(2026, 9, 8), date(2027, 9, 8))
NEW_WORDS = "Complete 40 hours of unpaid work within 9 months."


def vary(order, by, *parts, **said):
    usual = {"asked_by": "OFFICER", "asked_on": date(2026, 11, 2), "words": "Work injury"}
    return varying.ask_variation(id=new_id(), order=order, by=by, parts=parts, **usual | said)


def grant(variation, by, on=date(2026, 11, 10), **said):
    return varying.grant_variation(
        variation=variation, decided_on=on, takes_effect_on=on, by=by, **said
    )


def test_conditions_come_with_their_days_and_codes(case, officer):
    an_order(case, officer)

    first, second = conditions_in_force([case.pk], TODAY)[case.pk]
    assert (first.number, first.in_force, first.provisional) == (1, YEAR, True)
    assert [(each.code, each.parameters) for each in second.codes] == [
        ("COMMUNITY_SERVICE", {"hours": 60, "months": 9})
    ]


def test_a_confirmed_one_says_so(case, officer):
    an_order(case, officer, confirmed=True)

    first = conditions_in_force([case.pk], TODAY)[case.pk][0]
    assert (first.confirmed, first.codes[0].confirmed) == (True, True)


@pytest.mark.parametrize(
    ("on", "count"), [(date(2026, 9, 7), 0), (date(2027, 9, 7), 2), (date(2027, 9, 8), 0)]
)
def test_they_bind_from_the_first_day_through_the_last(case, officer, on, count):
    an_order(case, officer)

    assert len(conditions_in_force([case.pk], on)[case.pk]) == count


def test_what_is_no_condition_is_left_out(case, officer):
    order = an_order(case, officer)
    confirming.withdraw_condition(condition=condition_of(order, 1), reason="Recited", by=officer)

    assert [each.number for each in conditions_of([case.pk], TODAY)[case.pk]] == [2]


def test_a_variation_ends_one_version_and_begins_the_next(case, officer):
    order = an_order(case, officer, confirmed=True)
    codes = [{"code": "COMMUNITY_SERVICE", "parameters": {"hours": 40, "months": 9}}]
    part = {"before": condition_of(order, 2), "words": NEW_WORDS, "codes": codes}

    grant(vary(order, officer, part), officer)

    _peace, old, new = conditions_of([case.pk], TODAY)[case.pk]
    assert old.in_force == Period(date(2026, 9, 8), date(2026, 11, 10))
    assert new.in_force == Period(date(2026, 11, 10), date(2027, 9, 8))
    assert (new.words, new.provisional) == (NEW_WORDS, True)


def test_a_relief_ends_a_condition(case, officer):
    order = an_order(case, officer, confirmed=True)
    grant(vary(order, officer, {"before": condition_of(order, 2)}), officer)

    assert [each.number for each in conditions_in_force([case.pk], TODAY)[case.pk]] == [1]


def test_an_added_condition_gets_the_next_number(case, officer):
    order = an_order(case, officer, confirmed=True)
    grant(vary(order, officer, {"before": None, "words": "Attend school."}), officer)

    assert [each.number for each in conditions_in_force([case.pk], TODAY)[case.pk]] == [1, 2, 3]


def test_a_change_that_touches_a_protected_person_stays_pending(case, officer):
    order = an_order(case, officer, confirmed=True)
    part = {"before": condition_of(order, 1), "words": "Contact by letter is allowed."}
    variation = vary(order, officer, part, touches_protected=True)

    assert variation.outcome == "PENDING"
    with pytest.raises(varying.StaysPending):
        grant(variation, officer)
    assert len(conditions_of([case.pk], TODAY)[case.pk]) == 2
    assert grant(variation, officer, protected_were_asked=True).outcome == "GRANTED"


@pytest.mark.parametrize("outcome", ["REFUSED", "WITHDRAWN"])
def test_a_refused_change_leaves_the_conditions(case, officer, outcome):
    order = an_order(case, officer, confirmed=True)
    variation = vary(order, officer, {"before": condition_of(order, 2)})
    varying.end_variation(variation=variation, outcome=outcome, decided_on=TODAY, by=officer)

    assert len(conditions_in_force([case.pk], TODAY)[case.pk]) == 2
    with pytest.raises(varying.DecidedAlready):
        grant(variation, officer)


def test_a_change_takes_no_effect_before_it_was_asked_for(case, officer):
    order = an_order(case, officer)
    variation = vary(order, officer, {"before": condition_of(order, 2)})

    with pytest.raises(varying.DecidedBeforeAsked):
        grant(variation, officer, on=date(2026, 11, 1))


def test_a_change_of_nothing_is_refused(case, officer):
    with pytest.raises(varying.NothingChanges):
        vary(an_order(case, officer), officer)


def test_a_change_says_what_is_asked(case, officer):
    order = an_order(case, officer)

    with pytest.raises(varying.WordsMissing):
        vary(order, officer, {"before": condition_of(order, 2)}, words=" ")


def test_a_condition_of_another_order_is_refused(case, officer):
    order = an_order(case, officer)
    other = an_order(a_case(holder=officer), officer)

    with pytest.raises(varying.ConditionOfAnotherOrder):
        vary(order, officer, {"before": condition_of(other, 1)})


def test_the_same_change_sent_twice_is_one(case, officer):
    order = an_order(case, officer)
    said = {"id": new_id(), "order": order, "by": officer, "asked_by": "PERSON", "words": "x"}
    said |= {"asked_on": TODAY, "parts": [{"before": condition_of(order, 2)}]}

    assert varying.ask_variation(**said) == varying.ask_variation(**said)


def test_a_changed_version_is_confirmed_like_any_other(case, officer):
    order = an_order(case, officer, confirmed=True)
    part = {"before": condition_of(order, 2), "words": NEW_WORDS, "codes": []}
    grant(vary(order, officer, part), officer)
    new = order.conditions.get(replaces__isnull=False)

    confirming.change_condition(
        condition=new, codes=[CodeMade("COMMUNITY_SERVICE", {"hours": 40})], by=officer
    )

    assert order.conditions.get(pk=new.pk).standing == "confirmed"


@pytest.mark.parametrize("count", [1, 3])
def test_conditions_of_any_number_of_files_take_one_query(officer, count):
    cases = [a_case(holder=officer) for _each in range(count)]
    for case in cases:
        an_order(case, officer)

    with CaptureQueriesContext(connection) as queries:
        found = conditions_in_force([case.pk for case in cases], TODAY)

    assert [len(found[case.pk]) for case in cases] == [2] * count
    assert len(queries) == 1

"""Directions, and what the account learns from them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.cases.handover import NotYet
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.obligations.requirements import Once
from throughcare.orders import account
from throughcare.orders.commands import directing
from throughcare.orders.models import Direction
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)


def asked(case, on=TODAY):
    return account.requirements([case.pk], on)[case.pk]


def kinds(case, on=TODAY):
    return {each.kind for each in account.facts([case.pk], on)[case.pk].evidence}


def test_a_direction_says_by_whom_how_and_for_when(case, officer):
    direction = a_direction(case, officer, words="Bring the lease", place="Room 2")

    assert (direction.given_by, direction.how_given) == (officer, "IN_PERSON")
    assert direction.due_on == date(2026, 12, 3)
    assert direction.given_at == clock.now()


def test_to_report_is_owed_on_its_day_and_closed_by_reporting(case, officer):
    direction = a_direction(case, officer)

    (requirement,) = asked(case)
    assert requirement.id == f"direction:{direction.pk}"
    assert requirement.cadence == Once(date(2026, 12, 3), date(2026, 12, 4))
    assert requirement.closed_by == {"REPORTED", f"DIRECTION_MET@{direction.pk}"}


def test_to_bring_something_is_owed_from_the_day_it_was_directed(case, officer):
    direction = a_direction(case, officer, kind="BRING")

    (requirement,) = asked(case)
    assert requirement.cadence == Once(TODAY, date(2026, 12, 4))
    assert requirement.closed_by == {f"DIRECTION_MET@{direction.pk}"}


def test_a_direction_replaced_before_its_day_is_not_missed(case, officer):
    first = a_direction(case, officer)
    second = a_direction(case, officer, due_on=date(2026, 12, 8), instead_of=first)

    assert [each.id for each in asked(case)] == [f"direction:{second.pk}"]


def test_a_direction_replaced_after_its_day_still_stands_in_the_account(case, officer):
    then = datetime(2026, 11, 10, 15, tzinfo=UTC)
    missed = a_direction(case, officer, given_at=then, due_on=date(2026, 11, 17))
    a_direction(case, officer, instead_of=missed)

    assert len(asked(case)) == 2


def test_a_direction_taken_back_is_not_owed(case, officer):
    direction = a_direction(case, officer)
    directing.withdraw_direction(direction=direction, reason="Office closes early", by=officer)

    assert asked(case) == []
    assert Direction.objects.get().withdrawn_words == "Office closes early"


@pytest.mark.parametrize("act", ["acknowledge_direction", "record_direction_met"])
def test_what_no_longer_stands_is_not_acted_on(case, officer, act):
    direction = a_direction(case, officer)
    directing.withdraw_direction(direction=direction, reason="Moved", by=officer)
    said = {"on": TODAY} if act == "record_direction_met" else {}

    with pytest.raises(directing.WithdrawnAlready):
        getattr(directing, act)(direction=direction, by=officer, **said)


def test_taking_back_needs_a_reason(case, officer):
    with pytest.raises(directing.WordsMissing):
        directing.withdraw_direction(direction=a_direction(case, officer), reason=" ", by=officer)


def test_a_direction_for_a_day_before_it_is_given_is_refused(case, officer):
    with pytest.raises(directing.DueBeforeGiven) as refused:
        a_direction(case, officer, due_on=TODAY - DAY)

    assert refused.value.field == "due_on"


def test_a_direction_for_today_is_fine(case, officer):
    assert a_direction(case, officer, due_on=TODAY).due_on == TODAY


def test_a_direction_given_later_than_now_is_refused(case, officer):
    with pytest.raises(NotYet):
        a_direction(case, officer, given_at=clock.now() + DAY)


def test_a_condition_of_another_file_is_refused(case, officer):
    order = an_order(a_case(holder=officer), officer)

    with pytest.raises(directing.ConditionOfAnotherFile):
        a_direction(case, officer, condition=condition_of(order, 1))


def test_the_same_direction_sent_twice_is_one(case, officer):
    said = {"id": new_id(), "case": case, "kind": "REPORT", "how_given": "PHONE", "by": officer}

    first = directing.give_direction(due_on=TODAY, **said)
    assert directing.give_direction(due_on=TODAY, **said) == first


def test_a_direction_is_evidence_that_the_person_was_directed(case, officer):
    order = an_order(case, officer)
    condition = condition_of(order, 1)
    a_direction(case, officer, condition=condition)

    assert kinds(case) == {"DIRECTED", f"DIRECTED@{condition.pk}", "DIRECTED_REPORT"}


def test_only_a_direction_to_report_is_one_to_report(case, officer):
    a_direction(case, officer, kind="BRING")

    assert kinds(case) == {"DIRECTED", f"DIRECTED@{case.pk}"}


def test_what_was_directed_and_done_is_evidence(case, officer):
    direction = a_direction(case, officer, kind="SIGN")
    directing.record_direction_met(direction=direction, on=TODAY, by=officer)

    assert f"DIRECTION_MET@{direction.pk}" in kinds(case)


def test_an_acknowledged_direction_is_known_more_surely(case, officer):
    direction = a_direction(case, officer)
    before = account.facts([case.pk], TODAY)[case.pk].evidence[0].strength
    directing.acknowledge_direction(direction=direction, by=officer)
    directing.acknowledge_direction(direction=direction, by=officer)

    assert before < account.facts([case.pk], TODAY)[case.pk].evidence[0].strength


def test_a_direction_of_a_later_day_is_not_known_yet(case, officer):
    a_direction(case, officer)

    assert asked(case, TODAY - DAY) == []
    assert kinds(case, TODAY - DAY) == set()


@pytest.mark.parametrize("count", [1, 3])
def test_what_the_account_asks_takes_two_queries_at_most(officer, count):
    cases = [a_case(holder=officer) for _each in range(count)]
    for case in cases:
        an_order(case, officer)
        a_direction(case, officer)
    ids = [case.pk for case in cases]

    with CaptureQueriesContext(connection) as asked_queries:
        account.requirements(ids, TODAY)
    with CaptureQueriesContext(connection) as fact_queries:
        account.facts(ids, TODAY)

    assert (len(asked_queries) <= 2, len(fact_queries)) == (True, 2)

"""What the standards of supervision ask of the office for one file, and on which days."""

from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest

from throughcare.account.law import the_pack
from throughcare.account.standards import RECORDED, standards
from throughcare.cases.queries.levels import Supervised
from throughcare.kernel.accounting.tests.examples import asked
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import OwedBy

CASE = uuid4()
OPENED = date(2026, 1, 5)
REPORTS = asked("condition:C1:REPORT:NEXT", closed_by=frozenset({"DIRECTED_REPORT"}))


def supervised(*levels, closed_on=None):
    return Supervised(OPENED, closed_on, list(levels) or [("MEDIUM", Period(OPENED))])


def condition(ends_before=None, brought_on=None, instrument="PROBATION"):
    return SimpleNamespace(
        instrument=instrument,
        term=SimpleNamespace(ends_before=ends_before),
        order=SimpleNamespace(balance_on=brought_on),
    )


def found(known=None, ordered=(), requirements=(REPORTS,)):
    asks = standards(CASE, known or supervised(), ordered, requirements)
    return {each.id.split(":")[2]: each for each in asks}


def test_a_file_without_a_level_has_no_standards():
    assert standards(CASE, None, [], [REPORTS]) == []


def test_what_a_level_asks_is_asked_of_the_office():
    asks = found()

    assert {"CONTACT_MONTHLY", "INTAKE", "FIRST_ASSESSMENT", "REASSESSMENT"} <= asks.keys()
    assert {each.owed_by for each in asks.values()} == {OwedBy.OFFICE}


@pytest.mark.parametrize(
    ("requirements", "there"),
    [
        ((), False),
        ((asked("condition:C1:X:Y", closed_by=frozenset({"HOURS_WORKED"})),), False),
        ((REPORTS,), True),
        ((asked("direction:D1"),), True),
    ],
)
def test_contacts_are_asked_only_where_the_person_must_report(requirements, there):
    assert ("CONTACT_MONTHLY" in found(requirements=requirements)) is there


def test_only_what_some_part_of_the_office_records_is_asked():
    very_high = supervised(("VERY_HIGH", Period(OPENED)))
    unrecorded = {
        each.code
        for each in the_pack().standards.every
        if not set(each.asked.closed_by) <= RECORDED
    }

    assert found(very_high).keys().isdisjoint(unrecorded)
    assert "PLAN" in unrecorded


@pytest.mark.parametrize(
    ("closed_on", "ends", "ends_before"),
    [
        pytest.param(None, [], None, id="no order"),
        pytest.param(None, [None], None, id="an order without an end"),
        pytest.param(None, [date(2026, 9, 1)], date(2026, 9, 1), id="one order"),
        pytest.param(None, [date(2026, 9, 1), date(2027, 1, 1)], date(2027, 1, 1), id="the last"),
        pytest.param(None, [date(2026, 9, 1), None], None, id="one of two has no end"),
        pytest.param(date(2026, 5, 1), [], date(2026, 5, 1), id="closed"),
        pytest.param(date(2026, 5, 1), [date(2026, 9, 1)], date(2026, 5, 1), id="closed before"),
    ],
)
def test_standards_end_with_the_file_or_its_last_order(closed_on, ends, ends_before):
    known = supervised(closed_on=closed_on)
    asks = found(known, [condition(each) for each in ends])

    assert asks["CONTACT_MONTHLY"].in_force == Period(OPENED, ends_before)


def test_nothing_is_late_from_before_a_file_was_brought_in():
    asks = found(ordered=[condition(brought_on=date(2026, 6, 1))])

    assert "INTAKE" not in asks
    assert {each.in_force.starts_on for each in asks.values()} == {date(2026, 6, 1)}


def test_a_file_whose_order_ended_before_it_was_opened_asks_nothing():
    assert found(ordered=[condition(ends_before=OPENED)]) == {}


def test_a_new_level_brings_its_own():
    levels = [("MEDIUM", Period(OPENED, date(2026, 4, 1))), ("LOW", Period(date(2026, 4, 1)))]
    asks = found(supervised(*levels))

    assert asks["CONTACT_MONTHLY"].cadence.rates[-1].times == 0
    assert asks["CONTACT_QUARTERLY"].cadence.rates[-1].times == 1
    assert asks["REASSESSMENT"].in_force == Period(OPENED, date(2026, 4, 1))


def test_an_id_is_never_used_for_two_standards():
    asks = standards(CASE, supervised(("HIGH", Period(OPENED))), [], [REPORTS])

    assert len({each.id for each in asks}) == len(asks)
    assert all(each.id.startswith(f"standard:{CASE}:") for each in asks)

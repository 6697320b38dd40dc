"""Which obligations and conditions belong to a period, and in which order they stand."""

import pytest

from throughcare.kernel.accounting.computing import overlap
from throughcare.kernel.accounting.tests.examples import (
    account,
    asked,
    came,
    condition,
    day,
    decided,
    once,
    span,
)
from throughcare.kernel.obligations.facts import Facts
from throughcare.kernel.obligations.words import OwedBy


@pytest.mark.parametrize(
    ("one", "other", "have"),
    [
        (("03-01", "03-05"), ("03-05", "03-09"), False),
        (("03-05", "03-09"), ("03-01", "03-05"), False),
        (("03-01", "03-06"), ("03-05", "03-09"), True),
        (("03-01", None), ("05-01", "05-02"), True),
        (("05-01", "05-02"), ("03-01", None), True),
        (("03-01", "03-31"), ("03-09", "03-10"), True),
    ],
)
def test_periods_overlap_where_a_day_lies_in_both(one, other, have):
    assert overlap(span(*one), span(*other)) is have


@pytest.mark.parametrize(
    ("first", "after", "known", "there"),
    [
        pytest.param("02-01", "03-02", {}, False, id="before it opens"),
        pytest.param("02-01", "03-03", {}, True, id="from the day it opens"),
        pytest.param("03-08", "03-31", {}, True, id="on its last day"),
        pytest.param(
            "03-09", "03-31", {"evidence": (came("03-04"),)}, False, id="met, and its time over"
        ),
        pytest.param(
            "03-13", "03-31", {"evidence": (came("03-12"),)}, False, id="after it was met late"
        ),
        pytest.param(
            "03-12", "03-31", {"evidence": (came("03-12"),)}, True, id="until it was met late"
        ),
        pytest.param("04-01", "05-01", {}, True, id="overdue from before"),
        pytest.param("04-21", "05-01", {}, False, id="beyond the day it is owed on"),
        pytest.param(
            "04-01", "05-01", {"set_aside": (decided("03-02"),)}, False, id="set aside before"
        ),
    ],
)
def test_an_obligation_belongs_to_every_period_in_which_it_lives(first, after, known, there):
    found = account("04-20", asked(), period=span(first, after), facts=Facts(**known))

    assert bool(found.lines) is there


@pytest.mark.parametrize(
    ("force", "period", "on", "as_at"),
    [
        (("03-01", None), ("03-01", None), "04-20", "04-20"),
        (("03-01", None), ("03-01", "04-01"), "04-20", "03-31"),
        (("03-01", "03-15"), ("03-01", "04-01"), "04-20", "03-14"),
        (("03-01", "06-01"), ("03-01", "05-01"), "04-20", "04-20"),
    ],
)
def test_a_condition_is_looked_at_on_its_last_day_in_the_period(force, period, on, as_at):
    found = account(on, period=span(*period), conditions=[condition(in_force=span(*force))])

    assert [each.on for each in found.conditions] == [day(as_at)]


@pytest.mark.parametrize(
    ("force", "period"),
    [
        pytest.param(("05-01", None), ("03-01", "07-01"), id="it has not begun"),
        pytest.param(("03-01", "03-15"), ("03-15", "04-01"), id="it was over"),
        pytest.param(("04-01", None), ("03-01", "04-01"), id="it begins after the period"),
    ],
)
def test_a_condition_outside_the_period_or_still_to_come_is_not_in_it(force, period):
    found = account("04-20", period=span(*period), conditions=[condition(in_force=span(*force))])

    assert found.conditions == ()


def test_lines_keep_the_order_of_the_requirements():
    later, sooner = asked("R2", once("04-01", "04-02")), asked("R1")
    found = account("04-20", later, sooner)

    assert [each.key for each in found.lines] == [("R2", day("04-01")), ("R1", day("03-02"))]


def test_what_the_person_owes_and_what_the_office_owes_never_mix():
    office = asked("R2", owed_by=OwedBy.OFFICE)
    found = account("04-20", asked("R1"), office)

    assert [each.requirement.id for each in found.owed_by(OwedBy.PERSON)] == ["R1"]
    assert [each.requirement.id for each in found.owed_by(OwedBy.OFFICE)] == ["R2"]

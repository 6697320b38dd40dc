"""What a file that was brought in owes and shows, before and after that day."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow
from throughcare.orders.balances import balance_of, since_brought_in
from throughcare.orders.models import Order
from throughcare.orders.sheets import pieces
from throughcare.record.ids import new_id

BEFORE, DAY, AFTER = date(2026, 9, 8), date(2026, 11, 1), date(2026, 12, 1)
END = date(2027, 9, 8)
WINDOWS = [
    After("REPORTED", Length(days=2)),
    Rolling(Length(months=1)),
    Times((Rate(BEFORE, 2),), Window.MONTH, PartWindow.OWED),
]
DATED = [
    (Once(BEFORE, DAY), False),
    (Once(BEFORE, date(2026, 10, 31)), False),
    (Once(BEFORE, date(2026, 11, 2)), True),
    (Once(AFTER, date(2026, 12, 5)), True),
    (Hours(Fraction(60), BEFORE, DAY), False),
    (Hours(Fraction(60), BEFORE, AFTER), True),
]
SHOWN = [
    ({}, []),
    ({"hours_done": 22.5}, ["HOURS_WORKED"]),
    ({"hours_done": 0}, []),
    ({"last_contact_on": "2026-10-27"}, ["REPORTED", "SEEN_OFFICE"]),
    ({"pending_breaches": "one, at court"}, []),
    (
        {"hours_done": 4, "last_contact_on": "2026-10-27"},
        ["HOURS_WORKED", "REPORTED", "SEEN_OFFICE"],
    ),
]
# What stands between two conditions, and what is shown of it before one and at the end.
BETWEEN = [
    ("a\n1. ", ["a"], ["a\n1. "]),
    ("1. ", [], ["1. "]),
    ("(a) ", [], ["(a) "]),
    ("a) ", [], ["a) "]),
    ("\n12. ", [], ["12. "]),
    ("See page 2. ", ["See page 2. "], ["See page 2. "]),
    ("The court orders: ", ["The court orders: "], ["The court orders: "]),
    ("  ", [], []),
]


def asked(cadence):
    return Requirement(
        id="condition:1:X:Y",
        what="X",
        owed_by=OwedBy.PERSON,
        cadence=cadence,
        closed_by=frozenset({"REPORTED"}),
        authority="",
        in_force=Period(BEFORE, END),
    )


@pytest.mark.parametrize("cadence", WINDOWS)
def test_windows_begin_on_the_day_it_was_brought_in(cadence):
    (found,) = since_brought_in([asked(cadence)], DAY)

    assert found.in_force == Period(DAY, END)
    assert found.cadence == cadence


@pytest.mark.parametrize("cadence", WINDOWS)
def test_a_file_of_this_office_is_left_as_it_is(cadence):
    assert since_brought_in([asked(cadence)], None) == [asked(cadence)]


@pytest.mark.parametrize(("cadence", "stays"), DATED)
def test_what_fell_due_before_is_left_out(cadence, stays):
    found = since_brought_in([asked(cadence)], DAY)

    assert found == ([asked(cadence)] if stays else [])


@pytest.mark.parametrize("cadence", WINDOWS)
def test_an_order_that_begins_later_keeps_its_own_first_day(cadence):
    (found,) = since_brought_in([asked(cadence)], date(2026, 9, 1))

    assert found.in_force == Period(BEFORE, END)


@pytest.mark.parametrize(("balance", "kinds"), SHOWN)
def test_what_was_done_before_is_evidence(balance, kinds):
    order = Order(id=new_id(), balance_on=DAY, balance=balance)

    assert [each.kind for each in balance_of(order)] == kinds


def test_without_the_day_nothing_is_shown():
    assert balance_of(Order(id=new_id(), balance={"hours_done": 4})) == []


def test_hours_are_of_the_first_condition_that_asks_for_them():
    order = Order(id=new_id(), balance_on=DAY, balance={"hours_done": 22.5})
    order.serving = ["one", "two"]

    assert [(each.kind, each.amount) for each in balance_of(order)] == [
        ("HOURS_WORKED", Fraction("22.5")),
        ("HOURS_WORKED@one", Fraction("22.5")),
    ]


@pytest.mark.parametrize(("words", "before", "_after"), BETWEEN)
def test_the_mark_of_a_condition_is_drawn_once(words, before, _after):
    at = len(words)
    shown = pieces(f"{words}Be good.", [(at, at + 8, 1, False)])

    assert [each.words for each in shown if each.number is None] == before
    assert shown[-1].words == "Be good."


@pytest.mark.parametrize(("words", "_before", "after"), BETWEEN)
def test_a_mark_before_nothing_is_kept(words, _before, after):
    assert [each.words.strip("\n") for each in pieces(words, [])] == after

"""Lengths and days that make no sense: every answer is there, with a reason, and nothing raises."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Outcome,
    Shortened,
)
from throughcare.kernel.terms.phases import Phase, Side, phase_days
from throughcare.kernel.terms.tests.samples import codes, day, term

FAR = [
    Length(years=9000),
    Length(months=10**6),
    Length(days=10**7),
    Length(days=10**12),
    Length(years=-3000),
    Length(less_days=10**9),
]


@pytest.mark.parametrize("length", FAR)
@pytest.mark.parametrize("instrument", ["WATCH", "STAY", "BOND", "BAN", "ARMS"])
def test_a_length_that_leaves_the_calendar_is_asked_for(instrument, length):
    found = term(instrument, length=length)

    assert codes(found.asks) == ["TERM_OUT_OF_CALENDAR"]
    assert dict(found.asks[0].facts) == {"day": day("2026-01-15")}
    assert (found.instrument, found.starts_on, found.ends_before) == (instrument, None, None)


@pytest.mark.parametrize("length", FAR)
def test_an_extension_that_leaves_the_calendar_is_asked_for(length):
    found = term(months=12, changes=(Extended(day("2026-06-01"), length),))

    assert isinstance(found.last, NeedsPerson) or codes(found.flags) == ["TERM_LESS_THAN_NOTHING"]


def test_the_last_day_of_all_calendars_has_no_day_after():
    found = term("LEAVE", first_day=day("2026-01-15"), last_day=date.max)

    assert codes(found.asks) == ["TERM_OUT_OF_CALENDAR"]


def test_an_order_near_the_end_of_the_calendar_is_computed():
    assert term(on="9990-01-01", length=Length(years=1)).last.on == day("9990-12-31")


@pytest.mark.parametrize(
    ("length", "last", "flags"),
    [
        (Length(days=1), "2026-01-15", []),
        (Length(), "2026-01-14", ["TERM_WITHOUT_DAYS"]),
        (Length(less_days=1), "2026-01-13", ["TERM_WITHOUT_DAYS"]),
        (Length(days=-5), "2026-01-09", ["TERM_WITHOUT_DAYS"]),
        (Length(months=-3), "2025-10-14", ["TERM_WITHOUT_DAYS"]),
        (Length(months=1, less_days=31), "2026-01-14", ["TERM_WITHOUT_DAYS"]),
        (Length(months=1, less_days=30), "2026-01-15", []),
    ],
)
def test_an_order_that_binds_on_no_day_says_so(length, last, flags):
    found = term(length=length)

    assert (found.last.on, codes(found.flags)) == (day(last), flags)


def test_both_days_are_named_where_they_are_the_wrong_way_round():
    (flag,) = term(length=Length()).flags

    assert dict(flag.facts) == {"first": day("2026-01-15"), "last": day("2026-01-14")}
    assert flag.authority == "Orders Act, WATCH"


@pytest.mark.parametrize(
    "act",
    [Shortened(day("2026-01-10"), day("2026-01-14")), Ended(day("2026-01-14"))],
)
def test_an_act_that_takes_every_day_away_says_so(act):
    assert codes(term(months=12, changes=(act,)).flags) == ["TERM_WITHOUT_DAYS"]


def test_an_order_of_which_one_reading_has_a_day_is_not_flagged():
    """One month from January 31: to the last day of February but one, or to the last."""
    found = term(on="2026-01-31", length=Length(months=1, less_days=28))

    assert [found.last.on, *found.last.others] == [day("2026-01-30"), day("2026-01-31")]
    assert found.flags == ()


@pytest.mark.parametrize("by", [Length(months=-3), Length(days=-1), Length(less_days=1)])
def test_an_extension_by_less_than_nothing_is_not_taken_over(by):
    found = term(months=12, changes=(Extended(day("2026-06-01"), by),))

    assert (found.last.on, codes(found.flags)) == (day("2027-01-14"), ["TERM_LESS_THAN_NOTHING"])
    assert dict(found.flags[0].facts) == {"length": by}


@pytest.mark.parametrize("by", [Length(), Length(days=1), Length(months=1)])
def test_an_extension_by_something_or_nothing_is(by):
    found = term(months=12, changes=(Extended(day("2026-06-01"), by),))

    assert codes(found.last.reasons)[-1] == "TERM_EXTENDED"


@pytest.mark.parametrize(
    ("credit", "last", "flags", "notes"),
    [
        (-5, "2027-02-13", ["TERM_LESS_THAN_NOTHING"], 0),
        (0, "2027-02-13", [], 0),
        (30, "2027-01-14", [], 1),
        (31, "2027-01-13", ["TERM_CREDIT_OVER"], 1),
        (500, "2025-10-01", ["TERM_CREDIT_OVER", "TERM_WITHOUT_DAYS"], 1),
    ],
)
def test_a_credit_larger_than_the_sentence_or_less_than_nothing(credit, last, flags, notes):
    breach = BreachProcess(
        arrested_on=day("2026-06-01"),
        determined_on=day("2026-06-30"),
        outcome=Outcome.BREACH_FOUND,
        credit_days=credit,
    )
    found = term("STAY", months=12, changes=(breach,))

    assert (found.last.on, codes(found.flags)) == (day(last), flags)
    assert codes(found.notes).count("TERM_COURT_CREDIT") == notes


def test_a_credit_that_leaves_the_calendar_is_asked_for():
    breach = BreachProcess(day("2026-06-01"), determined_on=day("2026-06-30"), credit_days=10**7)

    assert codes(term("STAY", months=12, changes=(breach,)).asks) == ["TERM_OUT_OF_CALENDAR"]


@pytest.mark.parametrize(
    ("stop", "pairs", "suspended"),
    [
        (Imprisoned(day("2026-06-10"), day("2026-06-01")), [("06-10", "06-01")], 0),
        (Imprisoned(day("2026-06-10"), day("2026-06-10")), [], 0),
        (
            BreachProcess(day("2026-06-10"), determined_on=day("2026-06-01")),
            *([("06-10", "06-01")], 0),
        ),
        (
            BreachProcess(
                day("2026-06-10"), detained_on=day("2026-06-05"), determined_on=day("2026-07-01")
            ),
            *([("06-10", "06-05")], 0),
        ),
        (
            BreachProcess(
                day("2026-06-10"), detained_on=day("2026-07-05"), determined_on=day("2026-07-01")
            ),
            *([("07-05", "07-01")], 22),
        ),
        (BreachProcess(day("2026-06-10"), determined_on=day("2026-06-10")), [], 1),
    ],
)
def test_steps_on_days_that_contradict_each_other_are_flagged(stop, pairs, suspended):
    found = term("STAY", months=12, changes=(stop,))
    flags = [each for each in found.flags if each.code == "TERM_DAYS_CONTRADICT"]

    assert [dict(each.facts) for each in flags] == [
        {"since": day(f"2026-{since}"), "until": day(f"2026-{until}")} for since, until in pairs
    ]
    assert found.account.suspended == suspended


@pytest.mark.parametrize("side", [Side.FROM_START, Side.FROM_END])
@pytest.mark.parametrize("length", [Length(years=9000), Length(days=10**12)])
def test_a_part_that_leaves_the_calendar_is_asked_for(side, length):
    found = phase_days(term(months=12), Phase(side, length), "Order, 3")

    assert codes(found.asks) == ["TERM_OUT_OF_CALENDAR"]
    assert (dict(found.asks[0].facts), found.asks[0].authority) == (
        {"day": day("2026-01-15")},
        "Order, 3",
    )


def test_a_release_before_the_making_puts_nothing_off():
    found = term(months=12, custody=Custody(day("1999-01-01"), is_conditional=False))

    assert (found.first.on, found.flags) == (day("2026-01-15"), ())


def test_many_stops_at_once_count_each_day_once():
    stops = tuple(
        BreachProcess(day(f"2026-06-{first:02}"), determined_on=day("2026-06-30"))
        for first in range(1, 30)
    )
    prison = Imprisoned(day("2026-05-20"), day("2026-06-11"))

    found = term("STAY", months=12, changes=(*stops, prison))

    assert found.account.suspended == 42
    assert found.last.on == day("2027-02-25")

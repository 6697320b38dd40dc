"""Halves, thirds and the balance of an order."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.lengths import NOTHING, ONE_DAY, Length
from throughcare.kernel.terms.acts import Imprisoned
from throughcare.kernel.terms.phases import Phase, Side, phase_days, phases
from throughcare.kernel.terms.tests.samples import codes, day, term

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
START, END = Side.FROM_START, Side.FROM_END


def share(side, part):
    return Phase(side, None, share=part)


def rest(side, **skipped):
    return Phase(side, None, Length(**skipped))


def order(days=100, on="2026-01-01"):
    """Return an order of so many days: a hundred from New Year end on April 10."""
    return term(on=on, length=Length(days=days))


@pytest.mark.parametrize(
    ("days", "phase", "first", "last", "disputed"),
    [
        pytest.param(100, share(START, HALF), "2026-01-01", "2026-02-19", None, id="first_half"),
        pytest.param(100, share(END, HALF), "2026-02-20", "2026-04-10", None, id="second_half"),
        pytest.param(
            101, share(START, HALF), "2026-01-01", "2026-02-19", "2026-02-20", id="odd_first_half"
        ),
        pytest.param(
            101, share(END, HALF), "2026-02-21", "2026-04-11", "2026-02-20", id="odd_second_half"
        ),
        pytest.param(99, share(START, THIRD), "2026-01-01", "2026-02-02", None, id="first_third"),
        pytest.param(
            100, share(START, THIRD), "2026-01-01", "2026-02-02", "2026-02-03", id="uneven_third"
        ),
        pytest.param(
            100,
            share(END, Fraction(2, 3)),
            "2026-02-04",
            "2026-04-10",
            "2026-02-03",
            id="two_thirds",
        ),
        pytest.param(100, share(START, Fraction(1)), "2026-01-01", "2026-04-10", None, id="all"),
    ],
)
def test_a_share_of_an_order(days, phase, first, last, disputed):
    found = phase_days(order(days), phase, "Words")

    assert (found.first.on, found.last.on) == (day(first), day(last))
    readings = {*found.first.others, *found.last.others}
    assert readings == ({day(disputed)} if disputed else set())
    assert codes(found.flags) == (["TERM_PHASE_HALF_DAY"] if disputed else [])


def test_a_share_says_how_many_days_it_has():
    found = phase_days(order(101), share(START, HALF), "Words")

    assert codes(found.last.reasons) == ["TERM_PHASE_SHARE"]
    assert dict(found.last.reasons[0].facts) == {
        "count": Length(days=50),
        "first": day("2026-01-01"),
        "day": day("2026-02-19"),
    }
    assert dict(found.flags[0].facts) == {"count": Length(days=50), "other": Length(days=51)}
    assert {each.authority for each in (*found.flags, *found.first.reasons)} == {"Words"}


@pytest.mark.parametrize(
    ("phase", "first", "last"),
    [
        (rest(START, months=2), "2026-03-01", "2026-04-10"),
        (rest(START, days=99), "2026-04-10", "2026-04-10"),
        (rest(END, days=50), "2026-01-01", "2026-02-19"),
        (rest(END, months=1), "2026-01-01", "2026-03-10"),
        (rest(START), "2026-01-01", "2026-04-10"),
        (rest(END), "2026-01-01", "2026-04-10"),
    ],
)
def test_the_balance_of_an_order(phase, first, last):
    found = phase_days(order(), phase, "Words")

    assert (found.first.on, found.last.on) == (day(first), day(last))
    assert (found.first.others, found.last.others, found.flags) == ((), (), ())
    assert codes(found.first.reasons) == codes(found.last.reasons) == ["TERM_PHASE_REST"]


def test_the_balance_keeps_every_reading_of_both_ends():
    disputed = term(on="2024-02-29", months=12)

    found = phase_days(disputed, rest(START, months=6), "Words")

    assert (found.first.on, found.last.on) == (day("2024-08-29"), day("2025-02-27"))
    assert found.last.others == (day("2025-02-28"),)


def test_a_part_keeps_every_reading_of_a_disputed_first_day():
    sentence = term("STAY", "2026-08-31", months=6)
    disputed = term(on="2026-08-31", months=12, after=sentence)

    found = phase_days(disputed, Phase(START, Length(days=10)), "Words")

    assert (found.first.on, found.first.others) == (day("2027-02-28"), (day("2027-03-01"),))
    assert (found.last.on, found.last.others) == (day("2027-03-09"), (day("2027-03-10"),))


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(("skipped", "flags"), [(99, []), (100, ["TERM_PHASE_PAST_END"])])
def test_a_balance_of_nothing_is_flagged(side, skipped, flags):
    assert codes(phase_days(order(), rest(side, days=skipped), "Words").flags) == flags


@pytest.mark.parametrize("phase", [share(START, HALF), share(END, HALF), rest(START), rest(END)])
def test_without_a_last_day_no_share_is_known(phase):
    unknown = term(on="2026-01-01")

    found = phase_days(unknown, phase, "Words")

    assert isinstance(found, NeedsPerson)
    assert codes(found.asks) == ["TERM_ASK_LENGTH"]


def test_for_life_there_is_no_half():
    found = phase_days(term(is_for_life=True), share(START, HALF), "Words")

    assert codes(found.asks) == ["TERM_ASK_LENGTH"]


def test_a_share_of_a_sentence_that_stood_still_is_flagged_besides():
    jailed = Imprisoned(day("2026-02-01"), day("2026-02-02"))
    stopped = term("STAY", length=Length(days=100), changes=(jailed,))

    found = phase_days(stopped, share(START, HALF), "Words")

    assert codes(found.flags) == ["TERM_PHASE_HALF_DAY", "TERM_PHASE_WHILE_STOPPED"]


@given(st.integers(1, 900), st.integers(1, 9), st.integers(1, 9))
def test_two_shares_that_make_a_whole_meet(days, part, of):
    fraction = min(Fraction(part, of), Fraction(1))
    first = phase_days(order(days), share(START, fraction), "Words")
    second = phase_days(order(days), share(END, 1 - fraction), "Words")

    assert first.last.latest + ONE_DAY == second.first.latest or not first.last.others
    assert second.first.on - first.last.on in (ONE_DAY, 2 * ONE_DAY)


@given(st.integers(0, 30), st.integers(31, 900))
def test_a_part_and_the_balance_leave_no_day_between(skipped, days):
    first = Phase(START, Length(days=skipped))

    parts = phases(order(days), [first, rest(START, days=skipped)], "Words")

    assert parts[1].flags == ()
    assert parts[1].last.on == order(days).last.on


def test_nothing_skipped_is_the_whole():
    assert Phase(START, None).skipped == NOTHING

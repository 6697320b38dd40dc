"""Stops of a sentence one after the other, inside each other, and before it began."""

from dataclasses import replace

import pytest

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.account import Span, without
from throughcare.kernel.terms.acts import BreachProcess, Imprisoned, Made, Outcome
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import Stop
from throughcare.kernel.terms.tests.samples import RULES, codes, day, rule, term


def stay(*changes):
    """Return a twelve-month sentence from January 5, 2026, and what happened to it."""
    return term("STAY", "2026-01-05", months=12, changes=changes)


def process(first, determined, **more):
    return BreachProcess(warrant_on=day(first), determined_on=day(determined), **more)


def jail(first, released):
    return Imprisoned(day(first), day(released))


JUNE = process("2026-06-10", "2026-07-15")  # 36 days: to 9 February 2027


@pytest.mark.parametrize(
    ("changes", "last", "suspended", "flags"),
    [
        pytest.param(
            [JUNE, jail("2027-01-20", "2027-01-30")],
            *("2027-02-19", 46, []),
            id="jailed_in_the_time_that_a_process_added",
        ),
        pytest.param(
            [jail("2026-09-01", "2026-10-30"), process("2027-02-01", "2027-02-10")],
            *("2027-03-14", 69, []),
            id="a_process_in_the_time_that_jail_added",
        ),
        pytest.param(
            [JUNE, jail("2027-02-10", "2027-02-20")],
            *("2027-02-09", 36, ["TERM_STOP_AFTER_END"]),
            id="jailed_the_day_after_all",
        ),
        pytest.param(
            [JUNE, jail("2026-06-20", "2026-06-30")],
            *("2027-02-09", 36, []),
            id="jailed_inside_a_process",
        ),
        pytest.param(
            [JUNE, jail("2026-07-10", "2026-07-25")],
            *("2027-02-18", 45, []),
            id="jailed_over_the_end_of_a_process",
        ),
        pytest.param(
            [JUNE, jail("2026-06-01", "2026-06-20")],
            *("2027-02-18", 45, []),
            id="jailed_over_the_start_of_a_process",
        ),
        pytest.param(
            [jail("2026-09-01", "2026-09-11"), jail("2026-09-06", "2026-09-16")],
            *("2027-01-19", 15, []),
            id="two_sentences_that_overlap",
        ),
        pytest.param(
            [process("2026-06-10", "2026-06-19"), jail("2026-06-10", "2026-06-15")],
            *("2027-01-14", 10, []),
            id="both_on_one_day",
        ),
        pytest.param(
            [jail("2026-09-01", "2026-09-01")], *("2027-01-04", 0, []), id="released_the_same_day"
        ),
    ],
)
def test_stops_are_taken_in_the_order_in_which_they_began(changes, last, suspended, flags):
    for order in (changes, changes[::-1]):
        found = stay(*order)
        assert (found.last.on, found.account.suspended) == (day(last), suspended)
        assert codes(found.flags) == flags


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_that_began_on_one_day_imprisonment_is_told_first(turn):
    both = [process("2026-06-10", "2026-06-19"), jail("2026-06-10", "2026-06-15")]

    notes = codes(stay(*both[::turn]).notes)

    assert notes[:2] == ["TERM_IMPRISONED", "TERM_SUSPENDED"]


def test_a_day_of_both_counts_as_imprisonment_and_no_dismissal_gives_it_back():
    dismissed = replace(JUNE, outcome=Outcome.DISMISSED)

    found = stay(dismissed, jail("2026-06-20", "2026-06-30"))

    assert (found.account.deemed_served, found.last.on) == (26, day("2027-01-14"))


def test_days_of_imprisonment_in_detention_give_no_credit():
    withdrawn = process(
        "2026-06-10",
        "2026-07-15",
        detained_on=day("2026-06-22"),
        outcome=Outcome.WITHDRAWN,
    )

    found = stay(withdrawn, jail("2026-07-02", "2026-07-12"))

    assert (found.account.ran_in_detention, found.account.detention_credit) == (14, 7)
    assert found.last.on == day("2027-01-07")


@pytest.mark.parametrize(
    ("change", "last", "suspended"),
    [
        (jail("2025-12-20", "2026-01-10"), "2027-01-09", 5),
        (jail("2025-12-01", "2026-01-05"), "2027-01-04", 0),
        (jail("2025-12-01", "2025-12-24"), "2027-01-04", 0),
        (process("2025-12-20", "2026-01-09"), "2027-01-09", 5),
    ],
)
def test_nothing_is_stopped_before_the_first_day(change, last, suspended):
    found = stay(change)

    assert (found.last.on, found.account.suspended) == (day(last), suspended)


def test_a_pending_detention_leaves_out_what_was_served_elsewhere():
    pending = BreachProcess(warrant_on=day("2026-06-10"), detained_on=day("2026-06-22"))

    found = stay(pending, jail("2026-06-15", "2026-06-20"))

    assert isinstance(found.last, NeedsPerson)
    assert found.account.suspended == 12
    assert found.last.suggested.on == day("2027-01-16")


def test_days_written_the_wrong_way_round_stop_nothing_twice():
    wrong = process(
        "2026-06-10",
        "2026-07-15",
        detained_on=day("2026-06-22"),
        detention_ended_on=day("2026-06-20"),
    )

    assert stay(wrong).account.suspended == 36
    assert without(
        Span(day("2026-06-10"), day("2026-07-16")), [Span(day("2026-06-22"), day("2026-06-20"))]
    ) == [Span(day("2026-06-10"), day("2026-07-16"))]


def test_a_cut_without_days_leaves_a_span_whole():
    span = Span(day("2026-06-10"), day("2026-07-16"))

    assert without(span, [Span(day("2026-06-20"), day("2026-06-20"))]) == [span]


@pytest.mark.parametrize("ended", [None, "2026-07-01"])
def test_a_pending_process_stands_still_again_once_detention_is_over(ended):
    pending = BreachProcess(
        warrant_on=day("2026-06-10"), detained_on=day("2026-06-22"), detention_ended_on=day(ended)
    )

    assert stay(pending).stopped_since == day(ended)


PERMIT = rule("PERMIT", "imported", "imported", unclear=frozenset({Stop.IMPRISONMENT}))


def permit(*changes):
    days = {"first_day": day("2026-01-05"), "last_day": day("2026-12-31")}
    return term_of((PERMIT,), Made("PERMIT", day("2026-01-05"), **days, changes=changes))


def test_where_the_effect_of_imprisonment_is_for_others_to_say_it_is_asked():
    found = permit(jail("2026-06-01", "2026-06-30"))

    assert (found.last.on, codes(found.flags)) == (day("2026-12-31"), ["TERM_ASK_EFFECT"])
    assert dict(found.flags[0].facts) == {"since": day("2026-06-01")}
    assert found.notes == ()


def test_a_process_does_not_stop_what_it_cannot():
    assert codes(permit(JUNE).notes) == ["TERM_NOT_SUSPENDED"]
    assert codes(permit(JUNE).flags) == []


def test_an_order_whose_first_day_is_not_known_is_stopped_from_its_making():
    asks = Made(
        "STAY",
        day("2026-01-05"),
        last_day=day("2026-12-31"),
        changes=(jail("2026-01-01", "2026-01-10"),),
    )

    assert term_of(RULES, asks).account.suspended == 5


@pytest.mark.parametrize("months", [1, 12, 23])
def test_a_sentence_that_nothing_stopped_stands_as_made(months):
    found = term("STAY", "2026-01-05", length=Length(months=months))

    assert (found.last, found.account.stopped) == (found.nominal, ())

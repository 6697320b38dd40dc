from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.terms.account import Span, without
from throughcare.kernel.terms.acts import BreachProcess, Imprisoned, Outcome
from throughcare.kernel.terms.ending import total_flags
from throughcare.kernel.terms.rules import rule_on
from throughcare.kernel.terms.term import Standing
from throughcare.kernel.terms.tests.samples import RULES, codes, day, term

WARRANT = BreachProcess(
    warrant_on=day("2026-06-10"), arrested_on=day("2026-06-20"), determined_on=day("2026-07-15")
)
DETAINED = replace(WARRANT, detained_on=day("2026-06-22"))


def stay(*changes):
    """Return a twelve-month sentence from January 5, 2026, and what happened to it."""
    return term("STAY", "2026-01-05", months=12, changes=changes)


@pytest.mark.parametrize(
    ("change", "suspended", "last", "others", "why"),
    [
        pytest.param(
            WARRANT,
            *(36, "2027-02-09", ["2027-02-08"]),
            ["TERM_SUSPENDED", "TERM_SUSPENDED_ONE_END"],
            id="breach_found",
        ),
        pytest.param(
            replace(WARRANT, outcome=Outcome.BREACH_FOUND, credit_days=20),
            *(36, "2027-01-20", ["2027-01-19"]),
            ["TERM_SUSPENDED", "TERM_SUSPENDED_ONE_END", "TERM_COURT_CREDIT"],
            id="with_credit_of_the_court",
        ),
        pytest.param(
            replace(WARRANT, outcome=Outcome.DISMISSED),
            *(36, "2027-01-04", []),
            ["TERM_SUSPENDED", "TERM_DEEMED_SERVED"],
            id="dismissed",
        ),
        pytest.param(
            DETAINED,
            *(12, "2027-01-16", []),
            ["TERM_SUSPENDED_TO_DETENTION"],
            id="detained_then_found",
        ),
        pytest.param(
            replace(DETAINED, outcome=Outcome.WITHDRAWN),
            *(12, "2026-12-23", []),
            ["TERM_SUSPENDED_TO_DETENTION", "TERM_DEEMED_SERVED", "TERM_DETENTION_CREDIT"],
            id="detained_then_withdrawn",
        ),
        pytest.param(
            replace(DETAINED, outcome=Outcome.EXCUSED, determined_on=day("2026-07-16")),
            *(12, "2026-12-22", ["2026-12-23"]),
            ["TERM_SUSPENDED_TO_DETENTION", "TERM_DEEMED_SERVED", "TERM_DETENTION_CREDIT"],
            id="half_a_day",
        ),
        pytest.param(
            replace(DETAINED, detention_ended_on=day("2026-07-01")),
            *(27, "2027-01-31", ["2027-01-30"]),
            ["TERM_SUSPENDED_TO_DETENTION", "TERM_SUSPENDED_ONE_END"],
            id="released_before_the_hearing",
        ),
        pytest.param(
            BreachProcess(appearance_on=day("2026-06-10"), determined_on=day("2026-06-10")),
            *(1, "2027-01-05", ["2027-01-04"]),
            ["TERM_SUSPENDED", "TERM_SUSPENDED_ONE_END"],
            id="decided_the_same_day",
        ),
        pytest.param(
            Imprisoned(day("2026-09-01"), day("2026-10-30")),
            *(59, "2027-03-04", []),
            ["TERM_IMPRISONED"],
            id="jailed_for_another_offence",
        ),
    ],
)
def test_what_stops_a_sentence_moves_its_last_day(change, suspended, last, others, why):
    found = stay(change)

    assert found.account.suspended == suspended
    assert (found.last.on, found.last.others) == (day(last), tuple(map(day, others)))
    assert found.nominal.on == day("2027-01-04")
    assert codes(found.notes) == [*why, "TERM_MOVED"][: len(why) + (last != "2027-01-04")]


def test_reasons_name_the_days_and_their_count():
    suspended, one_end, moved = (dict(each.facts) for each in stay(WARRANT).notes)

    assert suspended == {
        "since": day("2026-06-10"),
        "until": day("2026-07-15"),
        "count": Length(days=36),
    }
    assert one_end == {"count": Length(days=35)}
    assert moved == {"before": day("2027-01-04"), "last": day("2027-02-09")}


def test_the_account_says_what_was_made_up_for():
    account = stay(replace(DETAINED, outcome=Outcome.WITHDRAWN)).account

    assert (account.deemed_served, account.ran_in_detention, account.detention_credit) == (
        12,
        24,
        12,
    )
    assert (account.added, account.conditions_apply) == (-12, False)
    assert stay(WARRANT).account.conditions_apply


def test_half_a_day_of_credit_and_too_much_credit_are_flagged():
    half = replace(DETAINED, outcome=Outcome.DISMISSED, determined_on=day("2026-07-16"))
    much = replace(WARRANT, credit_days=37)

    assert codes(stay(half).flags) == ["TERM_CREDIT_HALF_DAY"]
    assert codes(stay(much).flags) == ["TERM_CREDIT_OVER"]
    assert stay(replace(WARRANT, credit_days=36)).flags == ()


def test_no_credit_for_detention_where_the_law_gives_none():
    process = replace(
        DETAINED,
        warrant_on=day("2015-06-10"),
        arrested_on=None,
        detained_on=day("2015-06-22"),
        determined_on=day("2015-07-15"),
        outcome=Outcome.DISMISSED,
    )
    found = term("OLD_STAY", "2015-01-05", months=12, changes=(process,))

    assert (found.account.ran_in_detention, found.account.detention_credit) == (24, 0)
    assert found.last.on == day("2016-01-04")


def test_a_dismissal_without_detention_gives_no_more():
    account = stay(replace(WARRANT, outcome=Outcome.DISMISSED)).account

    assert (account.deemed_served, account.ran_in_detention, account.added) == (36, 0, 0)


@pytest.mark.parametrize(
    ("change", "ask", "suggested", "since"),
    [
        (
            replace(WARRANT, determined_on=None),
            *("TERM_ASK_DETERMINATION", "2027-01-04"),
            "2026-06-10",
        ),
        (replace(DETAINED, determined_on=None), *("TERM_ASK_DETERMINATION", "2027-01-16"), None),
        (Imprisoned(day("2026-09-01")), *("TERM_ASK_IMPRISONMENT_END", "2027-01-04"), "2026-09-01"),
        (
            BreachProcess(determined_on=day("2026-07-15")),
            *("TERM_ASK_PROCESS_START", "2027-01-04"),
            None,
        ),
    ],
)
def test_what_has_not_ended_leaves_the_last_day_to_a_person(change, ask, suggested, since):
    found = stay(change)

    assert isinstance(found.last, NeedsPerson)
    assert (codes(found.asks), found.last.suggested.on) == ([ask], day(suggested))
    assert found.stopped_since == day(since)


def test_a_day_stopped_twice_counts_once():
    both = stay(WARRANT, Imprisoned(day("2026-07-01"), day("2026-08-01")))
    twice = stay(
        Imprisoned(day("2026-07-01"), day("2026-08-01")),
        Imprisoned(day("2026-07-15"), day("2026-08-10")),
    )

    assert both.account.suspended == (day("2026-08-01") - day("2026-06-10")).days
    assert twice.account.suspended == (day("2026-08-10") - day("2026-07-01")).days


def test_a_dismissal_gives_back_only_what_imprisonment_did_not_stop():
    found = stay(
        replace(WARRANT, outcome=Outcome.DISMISSED),
        Imprisoned(day("2026-07-01"), day("2026-08-01")),
    )

    assert found.account.deemed_served == 21
    assert found.last.on == day("2027-02-04")


def test_imprisonment_during_detention_does_not_run():
    prison = Imprisoned(day("2026-07-01"), day("2026-07-11"))
    found = stay(replace(DETAINED, outcome=Outcome.DISMISSED), prison)

    assert (found.account.ran_in_detention, found.account.detention_credit) == (14, 7)


@pytest.mark.parametrize(
    "change",
    [
        Imprisoned(day("2027-01-05"), day("2027-02-01")),
        BreachProcess(warrant_on=day("2027-01-05"), determined_on=day("2027-02-01")),
    ],
)
def test_what_begins_after_the_end_stops_nothing(change):
    found = stay(change)

    assert (found.last.on, codes(found.flags)) == (day("2027-01-04"), ["TERM_STOP_AFTER_END"])
    assert found.account.suspended == 0


def test_what_begins_on_the_last_day_still_stops_it():
    process = BreachProcess(warrant_on=day("2027-01-04"), determined_on=day("2027-01-13"))

    assert stay(Imprisoned(day("2027-01-04"), day("2027-01-14"))).last.on == day("2027-01-14")
    assert stay(process).last.on == day("2027-01-14")


@pytest.mark.parametrize("order", [1, -1])
def test_a_second_process_may_begin_in_the_time_the_first_added(order):
    second = BreachProcess(warrant_on=day("2027-02-01"), determined_on=day("2027-02-10"))
    found = stay(*(WARRANT, second)[::order])

    assert (found.account.suspended, found.last.on) == (46, day("2027-02-19"))
    assert found.last.earliest == day("2027-02-17")


def test_two_processes_add_up():
    half = replace(DETAINED, outcome=Outcome.DISMISSED, determined_on=day("2026-07-16"))
    again = replace(
        half,
        warrant_on=day("2026-09-01"),
        arrested_on=None,
        detained_on=day("2026-09-02"),
        determined_on=day("2026-09-02"),
    )
    upheld = replace(WARRANT, credit_days=5)
    later = BreachProcess(
        warrant_on=day("2026-09-01"), determined_on=day("2026-09-30"), credit_days=7
    )
    halves, credits_ = stay(half, again).account, stay(upheld, later).account

    assert (halves.ran_in_detention, halves.detention_credit) == (26, 14)
    assert (halves.detention_credit_other, halves.deemed_served) == (12, 13)
    assert (credits_.court_credit, credits_.one_end_less) == (12, 2)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Imprisoned(day("2026-09-01"), day("2026-12-29")), "TERM_NOT_TOLLED"),
        (WARRANT, "TERM_NOT_SUSPENDED"),
    ],
)
def test_an_order_that_nothing_stops_keeps_its_days(change, why):
    found = term(on="2026-04-10", months=18, changes=(change,))

    assert (found.last.on, codes(found.notes)) == (day("2027-10-09"), [why])
    assert found.account.suspended == 0


def test_a_sentence_without_a_last_day_is_not_put_on_account():
    assert term("STAY", changes=(WARRANT,)).account.suspended == 0


@pytest.mark.parametrize(
    ("months", "flags"), [(15, []), (16, ["TERM_OVER_TOTAL"]), (17, ["TERM_OVER_TOTAL"])]
)
def test_consecutive_sentences_must_stay_under_the_total(months, flags):
    first = term("STAY", "2026-04-15", months=8)
    second = term("STAY", "2026-04-15", months=months, after=first)
    found = total_flags(rule_on(RULES, "STAY", day("2026-04-15")), first.first, second.last)

    assert second.first.on == day("2026-12-15")
    assert codes(found) == flags


@pytest.mark.parametrize("instrument", ["WATCH", "OLD_STAY"])
def test_an_instrument_without_a_total_has_none(instrument):
    first = term("WATCH", "2015-04-15", months=8)

    assert total_flags(rule_on(RULES, instrument, day("2015-04-15")), first.first, first.last) == ()


def test_a_total_from_an_unknown_first_day_says_nothing():
    unknown = term("NONE").first

    assert total_flags(rule_on(RULES, "STAY", day("2026-04-15")), unknown, unknown) == ()


@pytest.mark.parametrize(
    ("change", "on", "standing"),
    [
        (WARRANT, "2026-01-04", Standing.NOT_YET),
        (WARRANT, "2026-06-09", Standing.IN_FORCE),
        (WARRANT, "2026-06-10", Standing.STOPPED),
        (WARRANT, "2026-07-15", Standing.STOPPED),
        (WARRANT, "2026-07-16", Standing.IN_FORCE),
        (WARRANT, "2027-02-08", Standing.IN_FORCE),
        (WARRANT, "2027-02-09", Standing.DISPUTED),
        (WARRANT, "2027-02-10", Standing.OVER),
        (replace(WARRANT, determined_on=None), "2026-06-09", Standing.IN_FORCE),
        (replace(WARRANT, determined_on=None), "2026-06-10", Standing.STOPPED),
    ],
)
def test_how_a_sentence_stands_on_a_day(change, on, standing):
    assert stay(change).standing(day(on)) is standing


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], ["01-10"]),
        ([("01", "10")], []),
        ([("02", "10")], ["01-02"]),
        ([("01", "09")], ["09-10"]),
        ([("04", "05")], ["01-04", "05-10"]),
        ([("10", "12")], ["01-10"]),
        ([("02", "03"), ("08", "20")], ["01-02", "03-08"]),
    ],
)
def test_what_is_left_of_a_span(taken, left):
    cuts = [Span(day(f"2026-01-{first}"), day(f"2026-01-{last}")) for first, last in taken]
    found = without(Span(day("2026-01-01"), day("2026-01-10")), cuts)

    assert [f"{each.starts_on:%d}-{each.ends_before:%d}" for each in found] == left


def test_nothing_is_left_of_a_span_without_days():
    assert without(Span(day("2026-01-01"), day("2026-01-01")), []) == []


spans = st.builds(
    lambda start, length: Span(start, start + ONE_DAY * length),
    st.dates(day("2026-01-01"), day("2026-12-31")),
    st.integers(0, 90),
)


@given(spans, st.lists(spans, max_size=4))
def test_cutting_spans_keeps_exactly_the_other_days(span, taken):
    pieces = without(span, taken)
    days = [span.starts_on + ONE_DAY * each for each in range(span.days)]
    kept = [each for each in days if not any(cut.has(each) for cut in taken)]

    assert [each for each in days if any(piece.has(each) for piece in pieces)] == kept
    assert sum(piece.days for piece in pieces) == len(kept)


prisons = st.lists(
    st.builds(
        lambda start, length: Imprisoned(start, start + ONE_DAY * length),
        st.dates(day("2026-01-05"), day("2027-01-04")),
        st.integers(0, 60),
    ),
    max_size=4,
)


@given(prisons, st.randoms())
def test_the_order_in_which_stops_are_recorded_does_not_matter(changes, random):
    shuffled = random.sample(changes, len(changes))

    assert stay(*changes).last.on == stay(*shuffled).last.on
    assert stay(*changes).last.on >= day("2027-01-04")


@given(st.integers(0, 36), st.sampled_from([WARRANT, DETAINED]))
def test_more_credit_never_ends_a_sentence_later(credit, process):
    more = replace(process, credit_days=credit + 1)

    assert stay(more).last.on == stay(replace(process, credit_days=credit)).last.on - ONE_DAY

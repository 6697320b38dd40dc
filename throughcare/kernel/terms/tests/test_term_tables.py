"""Tables of terms: February 29, parts that make up the whole, orders together, stops."""

from dataclasses import replace

import pytest

from throughcare.kernel.calendar.lengths import NOTHING, ONE_DAY, Length
from throughcare.kernel.terms.acts import BreachProcess, Ended, Extended, Imprisoned, Outcome
from throughcare.kernel.terms.phases import Phase, Side, phases
from throughcare.kernel.terms.term import Standing, in_force, together
from throughcare.kernel.terms.tests.samples import codes, day, term

BREACH = BreachProcess(arrested_on=day("2026-06-01"), determined_on=day("2026-06-30"))


@pytest.mark.parametrize(
    ("on", "length", "last", "outer"),
    [
        ("2028-02-29", Length(years=1), "2029-02-27", "2029-02-28"),
        ("2028-02-29", Length(years=4), "2032-02-28", "2032-02-28"),
        ("2028-02-29", Length(months=1), "2028-03-28", "2028-03-28"),
        ("2027-03-01", Length(years=1), "2028-02-29", "2028-02-29"),
        ("2026-02-28", Length(years=2), "2028-02-27", "2028-02-27"),
        ("2027-08-30", Length(months=6), "2028-02-28", "2028-02-29"),
        ("2027-08-29", Length(months=6), "2028-02-28", "2028-02-28"),
        ("2028-02-29", Length(days=366), "2029-02-28", "2029-02-28"),
        ("2026-02-28", Length(years=2, less_days=1), "2028-02-26", "2028-02-26"),
    ],
)
def test_february_twenty_ninth(on, length, last, outer):
    found = term(on=on, length=length)

    assert (found.last.earliest, found.last.latest) == (day(last), day(outer))
    assert found.ends_before == day(last) + ONE_DAY


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2028-02-28", Standing.NOT_YET),
        ("2028-02-29", Standing.IN_FORCE),
        ("2029-02-27", Standing.IN_FORCE),
        ("2029-02-28", Standing.DISPUTED),
        ("2029-03-01", Standing.OVER),
    ],
)
def test_how_an_order_made_on_that_day_stands(on, standing):
    assert term(on="2028-02-29", months=12).standing(day(on)) is standing


@pytest.mark.parametrize("on", ["2026-01-15", "2026-03-01", "2027-03-01", "2028-02-29"])
@pytest.mark.parametrize("months", [(6, 6), (4, 4, 4), (1, 2, 9), (1,) * 12])
def test_parts_counted_from_the_start_make_up_the_whole(on, months):
    whole = term(on=on, months=12)
    skipped = [Length(months=sum(months[:place])) for place in range(len(months))]
    parts = [
        Phase(Side.FROM_START, Length(months=each), before)
        for each, before in zip(months, skipped, strict=True)
    ]
    found = phases(whole, parts, "Order, 3")

    assert (found[0].first.on, found[-1].last.on) == (whole.first.on, whole.last.on)
    starts = [each.first.on for each in found[1:]]
    assert starts == [each.last.on + ONE_DAY for each in found[:-1]]
    assert [each.flags for each in found] == [()] * len(months)


@pytest.mark.parametrize(
    ("days", "flags"),
    [(184, []), (183, ["TERM_PHASES_LEAVE_DAYS"]), (185, ["TERM_PHASES_OVERLAP"])],
)
def test_a_part_from_the_start_meets_a_part_from_the_end(days, flags):
    whole = term(on="2026-01-15", months=12)
    parts = [
        Phase(Side.FROM_START, Length(months=6), NOTHING),
        Phase(Side.FROM_END, Length(days=days), NOTHING),
    ]

    assert codes(phases(whole, parts, "Order, 3")[1].flags) == flags


@pytest.mark.parametrize(
    ("lengths", "last"),
    [
        ((12, 6), "2027-01-14"),
        ((6, 12), "2027-01-14"),
        ((6,), "2026-07-14"),
        ((1, 2, 3), "2026-04-14"),
    ],
)
def test_orders_at_the_same_time_end_with_the_last(lengths, last):
    orders = [term(months=months) for months in lengths]

    assert together(orders).on == day(last)
    assert in_force(orders, day("2026-01-15")) == orders
    assert in_force(orders, day(last)) == [each for each in orders if each.last.on == day(last)]
    assert in_force(orders, day(last) + ONE_DAY) == []


@pytest.mark.parametrize(
    ("first", "second", "begins", "last"),
    [
        (6, 6, "2026-07-15", "2027-01-14"),
        (12, 12, "2027-01-15", "2028-01-14"),
        (1, 3, "2026-02-15", "2026-05-14"),
    ],
)
def test_orders_one_after_the_other(first, second, begins, last):
    stay = term("STAY", months=first)
    found = term("STAY", months=second, after=stay)

    assert (found.first.on, found.last.on) == (day(begins), day(last))
    assert in_force([stay, found], stay.last.on) == [stay]
    assert in_force([stay, found], found.first.on) == [found]


@pytest.mark.parametrize(
    ("outcome", "credit", "last", "others", "suspended"),
    [
        (None, 0, "2027-02-13", ["2027-02-12"], 30),
        (Outcome.BREACH_FOUND, 0, "2027-02-13", ["2027-02-12"], 30),
        (Outcome.BREACH_FOUND, 10, "2027-02-03", ["2027-02-02"], 30),
        (Outcome.BREACH_FOUND, 30, "2027-01-14", ["2027-01-13"], 30),
        (Outcome.DISMISSED, 0, "2027-01-14", [], 30),
        (Outcome.WITHDRAWN, 0, "2027-01-14", [], 30),
        (Outcome.EXCUSED, 0, "2027-01-14", [], 30),
    ],
)
def test_thirty_days_of_suspension(outcome, credit, last, others, suspended):
    breach = replace(BREACH, outcome=outcome, credit_days=credit)
    found = term("STAY", months=12, changes=(breach,))

    assert [found.last.on, *found.last.others] == [day(each) for each in (last, *others)]
    assert (found.account.suspended, found.nominal.on) == (suspended, day("2027-01-14"))


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2026-05-31", Standing.IN_FORCE),
        ("2026-06-01", Standing.STOPPED),
        ("2026-06-30", Standing.STOPPED),
        ("2026-07-01", Standing.IN_FORCE),
        ("2027-02-12", Standing.IN_FORCE),
        ("2027-02-13", Standing.DISPUTED),
        ("2027-02-14", Standing.OVER),
    ],
)
def test_how_a_suspended_sentence_stands(on, standing):
    assert term("STAY", months=12, changes=(BREACH,)).standing(day(on)) is standing


@pytest.mark.parametrize(
    ("released", "last", "days"),
    [
        ("2026-03-01", "2027-01-14", 0),
        ("2026-03-02", "2027-01-15", 1),
        ("2026-03-31", "2027-02-13", 30),
        ("2027-03-01", "2028-01-14", 365),
    ],
)
def test_imprisonment_stops_a_stay_and_not_a_watch(released, last, days):
    prison = Imprisoned(day("2026-03-01"), day(released))
    stay, watch = (term(each, months=12, changes=(prison,)) for each in ("STAY", "WATCH"))

    assert (stay.last.on, stay.account.suspended) == (day(last), days)
    assert (watch.last.on, watch.account.suspended) == (day("2027-01-14"), 0)
    assert codes(watch.notes) == ["TERM_NOT_TOLLED"]


@pytest.mark.parametrize(
    ("instrument", "longest", "last", "flags"),
    [
        ("WATCH", 36, "2029-01-14", []),
        ("WATCH", 37, "2029-02-14", ["TERM_OVER_CAP"]),
        ("STAY", 23, "2027-12-14", []),
        ("STAY", 24, "2028-01-14", ["TERM_OVER_CAP"]),
        ("BOND", 12, "2027-01-14", []),
        ("BOND", 13, "2027-02-14", ["TERM_OVER_CAP"]),
        ("BAN", 600, "2076-01-14", []),
    ],
)
def test_a_limit_is_flagged_and_never_applied(instrument, longest, last, flags):
    found = term(instrument, months=longest)

    assert (found.last.on, codes(found.flags)) == (day(last), flags)


@pytest.mark.parametrize(
    ("acts", "last", "steps"),
    [
        ((Extended(day("2026-06-01"), Length(months=3)),), "2027-04-14", ["TERM_EXTENDED"]),
        ((Ended(day("2026-06-01")),), "2026-06-01", ["TERM_ENDED_EARLY"]),
        ((Ended(day("2026-06-01"), is_revoked=True),), "2026-06-01", ["TERM_REVOKED"]),
        (
            (Ended(day("2026-07-01")), Extended(day("2026-06-01"), Length(months=3))),
            *("2026-07-01", ["TERM_EXTENDED", "TERM_ENDED_EARLY"]),
        ),
    ],
)
def test_acts_of_a_court_are_taken_by_their_days(acts, last, steps):
    found = term(months=12, changes=acts)

    assert found.last.on == day(last)
    assert codes(found.last.reasons) == ["TERM_ENDS_PERIOD", *steps]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import NeedsPerson, NoEnd
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.terms.acts import (
    Committed,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Shortened,
    Transferred,
    Varied,
)
from throughcare.kernel.terms.phases import Phase, Side, phase_days, phases
from throughcare.kernel.terms.term import Standing, in_force, together
from throughcare.kernel.terms.tests.samples import codes, day, term

YEAR = Length(months=12)


def changed(*changes, on="2026-05-01", months=36):
    """Return an order and what courts did to it."""
    return term(on=on, months=months, changes=changes)


@pytest.mark.parametrize(
    ("changes", "last", "flags"),
    [
        pytest.param([Extended(day("2028-01-10"), YEAR)], "2030-04-30", [], id="extended"),
        pytest.param(
            [Extended(day("2028-01-10"), Length(months=13))],
            *("2030-05-31", ["TERM_EXTENSION_OVER_CAP"]),
            id="extended_too_far",
        ),
        pytest.param(
            [Extended(day("2029-04-30"), YEAR)], "2030-04-30", [], id="extended_on_its_last_day"
        ),
        pytest.param([Ended(day("2029-04-30"))], "2029-04-30", [], id="ended_on_its_last_day"),
        pytest.param(
            [Extended(day("2029-05-01"), YEAR)],
            *("2030-04-30", ["TERM_CHANGE_AFTER_END"]),
            id="extended_after_its_end",
        ),
        pytest.param(
            [Shortened(day("2027-03-01"), day("2027-12-31"))], "2027-12-31", [], id="shortened"
        ),
        pytest.param(
            [Shortened(day("2027-03-01"), day("2029-05-01"))],
            *("2029-04-30", ["TERM_SHORTENED_BUT_LATER"]),
            id="shortened_to_a_later_day",
        ),
        pytest.param([Ended(day("2027-03-01"))], "2027-03-01", [], id="ended_early"),
        pytest.param([Ended(day("2027-03-01"), is_revoked=True)], "2027-03-01", [], id="revoked"),
        pytest.param(
            [Ended(day("2029-05-01"))],
            *("2029-04-30", ["TERM_CHANGE_AFTER_END"]),
            id="ended_when_over",
        ),
        pytest.param(
            [Extended(day("2028-01-10"), YEAR), Shortened(day("2027-03-01"), day("2027-12-31"))],
            *("2028-12-31", ["TERM_CHANGE_AFTER_END"]),
            id="in_the_order_of_their_days",
        ),
    ],
)
def test_acts_of_a_court_move_the_last_day(changes, last, flags):
    found = changed(*changes)

    assert (found.last.on, found.last.others) == (day(last), ())
    assert codes(found.flags) == flags
    assert found.nominal.on == day("2029-04-30")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Extended(day("2028-01-10"), YEAR), "TERM_EXTENDED"),
        (Shortened(day("2027-03-01"), day("2027-12-31")), "TERM_SHORTENED"),
        (Ended(day("2027-03-01")), "TERM_ENDED_EARLY"),
        (Ended(day("2027-03-01"), is_revoked=True), "TERM_REVOKED"),
        (Varied(day("2027-03-01")), "TERM_VARIED"),
        (Transferred(day("2027-03-01"), "Kenora"), "TERM_TRANSFERRED"),
        (Committed(day("2027-03-01")), "TERM_COMMITTED"),
    ],
)
def test_every_act_is_among_the_reasons(change, code):
    found = changed(change)

    assert codes(found.reasons)[:2] == ["TERM_BEGINS_ON_MAKING", "TERM_ENDS_PERIOD"]
    assert codes(found.reasons)[-1] == code


def test_an_act_that_moves_no_day_moves_none():
    acts = Varied(day("2027-03-01")), Transferred(day("2027-04-01"), "Kenora")
    found = changed(*acts, Committed(day("2027-05-01")))

    assert found.last == found.nominal
    assert codes(found.flags) == ["TERM_COMMITTED"]


def test_an_extension_over_a_month_end_keeps_every_reading():
    found = changed(Extended(day("2025-01-10"), YEAR), on="2024-02-29", months=12)

    assert found.last.on == day("2026-02-27")
    assert found.last.others == (day("2026-02-28"),)


def test_an_extension_is_counted_from_the_first_day_and_from_the_last():
    month = Extended(day("2017-01-10"), Length(months=1))
    once = changed(month, on="2015-03-29", months=23)
    twice = changed(month, month, on="2015-03-29", months=23)

    assert once.last.on == day("2017-03-27")
    assert once.last.others == (day("2017-03-28"), day("2017-03-31"))
    assert dict(once.last.reasons[-1].facts)["last"] == day("2017-03-27")
    assert twice.last.others == (day("2017-04-28"), day("2017-04-30"))


def test_certified_days_are_not_counted_anew():
    days = {"first_day": day("2026-05-01"), "last_day": day("2026-06-20")}
    extended = Extended(day("2026-06-01"), Length(days=60))
    found = term("LEAVE", length=Length(days=60), **days, changes=(extended,))

    assert (found.last.on, found.last.others) == (day("2026-08-19"), ())


def test_shortening_to_its_own_last_day_is_taken_over():
    found = changed(Shortened(day("2027-03-01"), day("2029-04-30")))

    assert (codes(found.last.reasons)[-1], found.flags) == ("TERM_SHORTENED", ())


def test_a_second_extension_is_counted_from_the_first():
    found = changed(Extended(day("2028-01-10"), YEAR), Extended(day("2028-02-10"), YEAR))

    assert found.last.on == day("2031-04-30")


def test_a_stated_order_is_extended_from_its_last_day():
    extended = Extended(day("2026-06-01"), Length(days=60))
    found = term(
        "LEAVE", first_day=day("2026-05-01"), last_day=day("2026-06-29"), changes=(extended,)
    )

    assert (found.last.on, found.flags) == (day("2026-08-28"), ())


@pytest.mark.parametrize(
    ("change", "flag"),
    [
        (Extended(day("2026-06-01"), YEAR), "TERM_EXTENSION_NOT_PROVIDED"),
        (Shortened(day("2026-06-01"), day("2026-06-30")), "TERM_SHORTENING_NOT_PROVIDED"),
    ],
)
def test_what_the_law_does_not_provide_for_is_flagged(change, flag):
    assert codes(term("BOND", months=6, changes=(change,)).flags) == [flag]


def test_an_order_without_a_last_day_is_not_extended_but_can_end():
    life = term("BAN", is_for_life=True, changes=(Extended(day("2026-06-01"), YEAR),))
    ended = term("BAN", is_for_life=True, changes=(Ended(day("2026-06-01")),))
    asked = term("BAN", changes=(Shortened(day("2026-06-01"), day("2026-07-01")),))

    assert isinstance(life.last, NoEnd)
    assert (ended.last.on, asked.last.on) == (day("2026-06-01"), day("2026-07-01"))


def test_an_end_closes_a_stop_that_was_open():
    stay = term(
        "STAY", months=12, changes=(Imprisoned(day("2026-03-01")), Ended(day("2026-04-01")))
    )

    assert (stay.last.on, stay.stopped_since) == (day("2026-04-01"), None)


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2024-02-28", Standing.NOT_YET),
        ("2024-02-29", Standing.IN_FORCE),
        ("2025-02-27", Standing.IN_FORCE),
        ("2025-02-28", Standing.DISPUTED),
        ("2025-03-01", Standing.OVER),
    ],
)
def test_the_disputed_day_stands_apart(on, standing):
    assert term(on="2024-02-29", months=12).standing(day(on)) is standing


@pytest.mark.parametrize(
    ("found", "starts_on", "ends_before"),
    [
        (term(months=12), "2026-01-15", "2027-01-15"),
        (term(on="2024-02-29", months=12), "2024-02-29", "2025-02-28"),
        (term(months=12, custody=Custody()), None, None),
        (term("BAN", is_for_life=True), "2026-01-15", None),
    ],
)
def test_a_term_as_a_period_holds_its_certain_days(found, starts_on, ends_before):
    assert (found.starts_on, found.ends_before) == (day(starts_on), day(ends_before))


def test_a_disputed_first_day_stands_apart():
    stay = term("STAY", "2026-08-31", months=6)
    found = term(on="2026-08-31", months=12, after=stay)

    assert found.standing(day("2027-02-27")) is Standing.NOT_YET
    assert found.standing(day("2027-02-28")) is Standing.DISPUTED
    assert found.standing(day("2027-03-01")) is Standing.IN_FORCE


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        (term("NONE"), Standing.UNKNOWN),
        (term(), Standing.UNKNOWN),
        (term("BAN", is_for_life=True), Standing.IN_FORCE),
    ],
)
def test_how_an_order_without_a_last_day_stands(found, standing):
    assert found.standing(day("2026-06-01")) is standing


def test_several_orders_run_together_each_with_its_own_days():
    first, second = term(months=12), term(on="2026-05-01", months=18)

    assert together([first, second]).on == day("2027-10-31")
    assert in_force([first, second], day("2026-03-01")) == [first]
    assert in_force([first, second], day("2026-06-01")) == [first, second]
    assert together([]) is None


def test_an_order_without_a_known_end_decides_for_all():
    life, unknown = term("BAN", is_for_life=True), term()

    assert isinstance(together([term(months=12), life]), NoEnd)
    assert isinstance(together([life, unknown]), NeedsPerson)


def parts(*words):
    """Return phases: a side, a length and what it skips, all in days or months."""
    return [Phase(side, length, *skipped) for side, length, *skipped in words]


SIX, FIFTY = Length(months=6), Length(days=50)


@pytest.mark.parametrize(
    ("phase", "first", "last", "flags"),
    [
        (Phase(Side.FROM_START, SIX), "2026-01-15", "2026-07-14", []),
        (Phase(Side.FROM_START, Length(months=4), SIX), "2026-07-15", "2026-11-14", []),
        (Phase(Side.FROM_END, FIFTY), "2026-11-26", "2027-01-14", []),
        (Phase(Side.FROM_END, SIX, FIFTY), "2026-05-26", "2026-11-25", []),
        (Phase(Side.FROM_END, SIX), "2026-07-15", "2027-01-14", []),
        (
            Phase(Side.FROM_START, Length(months=13)),
            *("2026-01-15", "2027-02-14", ["TERM_PHASE_PAST_END"]),
        ),
        (
            Phase(Side.FROM_END, Length(months=13)),
            *("2025-12-15", "2027-01-14", ["TERM_PHASE_PAST_END"]),
        ),
    ],
)
def test_the_days_of_a_phase(phase, first, last, flags):
    found = phase_days(term(months=12), phase, "order")

    assert (found.first.on, found.last.on) == (day(first), day(last))
    assert codes(found.flags) == flags
    assert codes(found.last.reasons) == ["TERM_PHASE"]


def test_first_and_last_year_of_two_years_less_a_day_overlap():
    stay = term("STAY", "2025-09-23", length=Length(years=2, less_days=1))
    found = phases(stay, parts((Side.FROM_START, YEAR), (Side.FROM_END, YEAR)), "order")

    assert [each.first.on for each in found] == [day("2025-09-23"), day("2026-09-22")]
    assert codes(found[1].flags) == ["TERM_PHASES_OVERLAP"]
    assert dict(found[1].flags[0].facts)["count"] == Length(days=1)


def test_days_in_no_phase_are_flagged():
    found = phases(term(months=12), parts((Side.FROM_START, SIX), (Side.FROM_END, FIFTY)), "order")

    assert codes(found[1].flags) == ["TERM_PHASES_LEAVE_DAYS"]
    assert dict(found[1].flags[0].facts)["count"] == Length(days=134)


def test_phases_in_a_row_are_not_flagged():
    found = phases(
        term(months=12), parts((Side.FROM_START, SIX), (Side.FROM_START, SIX, SIX)), "order"
    )

    assert [each.flags for each in found] == [(), ()]
    assert found[1].last.on == day("2027-01-14")


def test_a_phase_keeps_the_readings_of_a_month_end():
    found = phase_days(term(on="2026-08-31", months=12), Phase(Side.FROM_START, SIX), "order")

    assert (found.last.on, found.last.others) == (day("2027-02-27"), (day("2027-02-28"),))


def test_a_phase_of_a_sentence_that_stood_still_is_flagged():
    stay = term("STAY", months=12, changes=(Imprisoned(day("2026-03-01"), day("2026-04-01")),))

    assert codes(phase_days(stay, Phase(Side.FROM_START, SIX), "order").flags) == [
        "TERM_PHASE_WHILE_STOPPED"
    ]
    early = phase_days(stay, Phase(Side.FROM_START, Length(months=1)), "order")
    assert early.flags == ()


def test_a_skipped_part_keeps_its_readings_too():
    late = term(on="2026-08-31", months=24)
    after = phase_days(late, Phase(Side.FROM_START, SIX, SIX), "order")
    stated = term(last_day=day("2026-03-30"))
    before = phase_days(stated, Phase(Side.FROM_END, FIFTY, Length(months=1)), "order")

    assert (after.first.on, after.first.others) == (day("2027-02-28"), (day("2027-03-01"),))
    assert (before.last.on, before.last.others) == (day("2026-02-28"), (day("2026-02-27"),))


def test_one_day_between_two_phases_is_flagged():
    found = phases(
        term(months=12),
        parts((Side.FROM_START, SIX), (Side.FROM_END, Length(months=6, less_days=1))),
        "order",
    )

    assert codes(found[1].flags) == ["TERM_PHASES_LEAVE_DAYS"]
    assert dict(found[1].flags[0].facts)["count"] == Length(days=1)


@pytest.mark.parametrize(("since", "flags"), [("2026-07-14", 1), ("2026-07-15", 0)])
def test_a_stop_counts_up_to_the_last_day_of_a_phase(since, flags):
    stop = Imprisoned(day(since), day("2026-08-01"))
    stay = term("STAY", months=12, changes=(stop,))

    assert len(phase_days(stay, Phase(Side.FROM_START, SIX), "order").flags) == flags


def test_a_phase_after_one_that_asks_stands_alone():
    life = term("BAN", is_for_life=True)
    asks, known = phases(life, parts((Side.FROM_END, SIX), (Side.FROM_START, SIX)), "order")

    assert (codes(asks.asks), known.flags) == (["TERM_ASK_LENGTH"], ())
    known, asks = phases(life, parts((Side.FROM_START, SIX), (Side.FROM_END, SIX)), "order")
    assert codes(asks.asks) == ["TERM_ASK_LENGTH"]


@pytest.mark.parametrize(
    ("order", "side", "asks"),
    [
        (term(months=12, custody=Custody()), Side.FROM_START, ["TERM_ASK_RELEASE"]),
        (term(), Side.FROM_END, ["TERM_ASK_LENGTH"]),
        (term("BAN", is_for_life=True), Side.FROM_END, ["TERM_ASK_LENGTH"]),
    ],
)
def test_a_phase_of_an_unknown_term_asks(order, side, asks):
    found = phases(order, parts((side, SIX), (side, SIX, SIX)), "order")

    assert [codes(each.asks) for each in found] == [asks, asks]


def test_a_phase_of_an_order_for_life_can_be_counted_from_its_start():
    found = phase_days(term("BAN", is_for_life=True), Phase(Side.FROM_START, SIX), "order")

    assert (found.last.on, found.flags) == (day("2026-07-14"), ())


days = st.dates(day("2015-01-01"), day("2035-12-31"))


@given(days, st.integers(1, 36), st.integers(1, 12))
def test_an_extension_never_ends_sooner_and_its_readings_stay_near(on, months, by):
    whole = term(on=on.isoformat(), months=months)
    longer = changed(Extended(on, Length(months=by)), on=on.isoformat(), months=months)

    assert longer.last.on > whole.last.latest
    # From the last day of February, or from the first of March: at most March 27 to 31.
    assert longer.last.latest - longer.last.on <= ONE_DAY * 4


@given(days, st.integers(1, 36), st.integers(1, 36))
def test_orders_in_a_row_leave_no_day_between_and_share_none(on, first, second):
    stay = term("STAY", on.isoformat(), months=first)
    watch = term(on=on.isoformat(), months=second, after=stay)

    assert watch.first.on == stay.last.on + ONE_DAY
    assert watch.first.latest == stay.last.latest + ONE_DAY


@given(days, st.integers(1, 60))
def test_recomputing_is_the_same(on, months):
    assert term(on=on.isoformat(), months=months) == term(on=on.isoformat(), months=months)

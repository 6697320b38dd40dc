from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import Day, NeedsPerson
from throughcare.kernel.calendar.counting import Manner, deadline_from, run
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.moving import aim, next_open
from throughcare.kernel.calendar.tests.samples import (
    ISLE,
    REALM,
    REALM_DAYS,
    WEEKEND,
    clock,
    codes,
)


def day(text):
    """Return a day, or None."""
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("rule", "event", "unextended", "due", "target"),
    [
        pytest.param(
            clock("within", days=30, moves_off_holidays=True),
            *("2026-04-17", "2026-05-17", "2026-05-19", "2026-05-15"),
            id="sunday_then_a_holiday",
        ),
        pytest.param(
            clock("within", days=30, moves_off_holidays=True),
            *("2026-05-14", "2026-06-13", "2026-06-13", "2026-06-12"),
            id="saturday_is_no_holiday",
        ),
        pytest.param(
            clock("within", days=14, moves_off_holidays=True),
            *("2026-12-11", "2026-12-25", "2026-12-26", "2026-12-24"),
            id="second_day_is_not_the_realms",
        ),
        pytest.param(
            clock("within", ISLE, days=14, moves_off_holidays=True),
            *("2026-12-11", "2026-12-25", "2026-12-28", "2026-12-24"),
            id="second_day_is_the_isles",
        ),
        pytest.param(
            clock("within", days=365),
            *("2026-05-02", "2027-05-02", "2027-05-02", "2027-04-30"),
            id="without_extension",
        ),
        pytest.param(
            clock("takes_effect", days=14),
            *("2026-06-17", "2026-07-01", "2026-07-01", "2026-06-30"),
            id="an_effect_does_not_move",
        ),
        pytest.param(
            clock("at_least_before", days=14),
            *("2026-07-20", "2026-07-05", "2026-07-05", "2026-07-03"),
            id="clear_days_before",
        ),
        pytest.param(
            clock("at_least_before", ISLE, days=14),
            *("2026-07-20", "2026-07-06", "2026-07-06", "2026-07-06"),
            id="plain_days_before",
        ),
        pytest.param(
            clock("at_least_after", days=7),
            *("2026-05-02", "2026-05-10", "2026-05-10", "2026-05-08"),
            id="clear_days_after",
        ),
        pytest.param(
            clock("at_least_after", ISLE, days=7),
            *("2026-05-02", "2026-05-09", "2026-05-09", "2026-05-08"),
            id="plain_days_after",
        ),
        pytest.param(
            clock("elapsed", length=Length(years=1)),
            *("2026-02-01", "2027-02-02", "2027-02-02", "2027-02-02"),
            id="more_than_a_year",
        ),
        pytest.param(
            clock("beginning_with", days=60),
            *("2026-05-01", "2026-06-29", "2026-06-29", "2026-06-29"),
            id="the_first_day_counts",
        ),
        pytest.param(
            clock("within", ISLE, days=3, in_business_days=True),
            *("2026-12-23", "2026-12-29", "2026-12-29", "2026-12-29"),
            id="business_days",
        ),
    ],
)
def test_clocks(rule, event, unextended, due, target):
    found = run(rule, day(event))

    assert (found.unextended, found.due.on, found.target) == (
        day(unextended),
        day(due),
        day(target),
    )
    assert not found.due.is_ambiguous
    assert found.opens_on is None


def test_a_span_before_an_event_leaves_the_event_out():
    found = run(clock("within_before", days=30), date(2027, 6, 15))

    assert (found.opens_on, found.due.on) == (date(2027, 5, 16), date(2027, 6, 14))


@pytest.mark.parametrize(
    ("manner", "event", "safe", "other"),
    [
        ("at_least_after", "2026-05-02", "2026-05-10", "2026-05-09"),
        ("at_least_before", "2026-05-15", "2026-05-07", "2026-05-08"),
    ],
)
@pytest.mark.parametrize("law", [REALM, ISLE])
def test_a_disputed_way_of_counting_gives_both_days(manner, law, event, safe, other):
    found = run(clock(manner, law, days=7, is_disputed=True), day(event)).due

    assert (found.on, found.others) == (day(safe), (day(other),))
    assert codes(found.reasons) == ["COUNT_RULE", "COUNT_CLEAR_DAYS", "COUNT_DISPUTED"]


def test_a_doubtful_holiday_gives_both_days():
    found = run(clock("within", days=30, moves_off_holidays=True), date(2026, 7, 4))

    assert (found.due.on, found.due.others) == (date(2026, 8, 3), (date(2026, 8, 4),))
    assert (found.due.earliest, found.due.latest) == (date(2026, 8, 3), date(2026, 8, 4))
    assert codes(found.due.reasons) == ["COUNT_RULE", "COUNT_WITHIN", "HOLIDAY_MAY_MOVE_ACT"]


def test_a_doubtful_holiday_in_business_days_gives_both_days():
    found = run(clock("within", days=2, in_business_days=True), date(2026, 7, 31)).due

    assert (found.on, found.others) == (date(2026, 8, 4), (date(2026, 8, 5),))


def test_reasons_name_the_rule_the_count_and_the_holiday():
    found = run(clock("within", days=30, moves_off_holidays=True), date(2026, 4, 17)).due
    rule, counted, moved = found.reasons

    assert (rule.code, rule.authority) == ("COUNT_RULE", "Courts Act, 7")
    assert dict(counted.facts)["day"] == date(2026, 5, 17)
    assert (moved.authority, dict(moved.facts)["holiday"]) == (
        "Words Act, HOLIDAY_MOVES_ACT",
        "SUNDAY",
    )


@pytest.mark.parametrize(
    ("event", "flags"), [("2035-12-01", []), ("2035-12-02", ["HOLIDAYS_NOT_CHECKED"])]
)
def test_an_answer_past_the_checked_holidays_says_so(event, flags):
    found = run(clock("within", days=30, moves_off_holidays=True), day(event)).due

    assert codes(found.flags) == flags


@pytest.mark.parametrize(("days", "flags"), [(2, []), (3, ["HOLIDAYS_NOT_CHECKED"])])
def test_business_days_past_the_checked_holidays_say_so(days, flags):
    found = run(clock("within", days=days, in_business_days=True), date(2035, 12, 27)).due

    assert codes(found.flags) == flags


@pytest.mark.parametrize(
    ("event", "due", "others", "why"),
    [
        ("2026-06-01", "2026-06-08", [], ["OFFICE_SHUT_MOVES_FILING"]),
        ("2026-06-04", "2026-06-09", [], []),
        ("2026-06-07", "2026-06-15", [], ["OFFICE_SHUT_MOVES_FILING"]),
        ("2026-07-28", "2026-08-03", ["2026-08-04"], ["HOLIDAY_MOVES_ACT", "HOLIDAY_MAY_MOVE_ACT"]),
        ("2026-07-27", "2026-08-03", ["2026-08-04"], ["OFFICE_SHUT_MOVES_FILING"]),
    ],
)
def test_a_filing_waits_until_the_office_is_open(event, due, others, why):
    filing = clock("within", days=5, moves_off_holidays=True, moves_off_closed_days=True)
    found = run(filing, day(event), frozenset({date(2026, 6, 12)})).due

    assert (found.on, found.others) == (day(due), tuple(map(day, others)))
    assert codes(found.reasons)[2:] == why


def test_the_target_avoids_the_offices_closing_days():
    assert aim(REALM, date(2026, 6, 14), frozenset({date(2026, 6, 12)})) == date(2026, 6, 11)
    assert aim(REALM, date(2026, 8, 3)) == date(2026, 8, 3)


OLD = clock("within", days=30, moves_off_holidays=True)
NEW = clock("within", days=10, starts_on=date(2026, 4, 24), authority="Courts Act (2026), 7")


@pytest.mark.parametrize(
    ("event", "due"), [("2026-04-23", "2026-05-23"), ("2026-04-24", "2026-05-04")]
)
def test_the_rule_in_force_on_the_day_of_the_event_applies(event, due):
    for clocks in ([OLD, NEW], [NEW, OLD]):
        found = deadline_from(clocks, "CLOCK", day(event)).due
        assert (found.on, found.flags) == (day(due), ())


def test_an_unconfirmed_rule_keeps_the_one_before_beside_it():
    pending = clock(
        "within", days=60, starts_on=date(2026, 4, 24), is_unconfirmed=True, authority="Bill 9"
    )
    oldest = clock("within", days=5, starts_on=date(2010, 1, 1))
    found = deadline_from([OLD, pending, oldest], "CLOCK", date(2026, 7, 2))

    assert (found.due.on, found.due.others) == (date(2026, 8, 31), (date(2026, 8, 1),))
    assert found.target == date(2026, 7, 31)
    assert codes(found.due.flags) == ["RULE_UNCONFIRMED"]
    assert [each.authority for each in found.due.reasons if each.code == "COUNT_RULE"] == [
        "Bill 9",
        "Courts Act, 7",
    ]


def test_an_unconfirmed_rule_that_leads_to_the_same_day_leaves_one_reading():
    pending = clock("within", days=30, starts_on=date(2026, 4, 24), is_unconfirmed=True)

    found = deadline_from([clock("within", days=30), pending], "CLOCK", date(2026, 5, 1))

    assert (found.due.on, found.due.others) == (date(2026, 5, 31), ())
    assert codes(found.due.flags) == ["RULE_UNCONFIRMED"]


def test_an_unconfirmed_rule_that_replaces_nothing_is_flagged_alone():
    pending = clock("within", days=60, is_unconfirmed=True)
    found = deadline_from([pending], "CLOCK", date(2026, 7, 2)).due

    assert (found.is_ambiguous, codes(found.flags)) == (False, ["RULE_UNCONFIRMED"])


@pytest.mark.parametrize(
    ("code", "event"), [("OTHER", "2026-05-01"), ("CLOCK", "2014-12-31"), ("CLOCK", "2020-01-01")]
)
def test_an_unknown_rule_needs_a_person(code, event):
    ended = clock("within", days=30, ends_before=date(2020, 1, 1))
    found = deadline_from([ended], code, day(event))

    assert isinstance(found, NeedsPerson)
    assert codes(found.asks) == ["RULE_NOT_KNOWN"]


def test_a_rule_that_ended_later_still_applies_before():
    ended = clock("within", days=30, ends_before=date(2020, 1, 1))

    assert deadline_from([ended], "CLOCK", date(2019, 12, 31)).due.on == date(2020, 1, 30)


events = st.dates(date(2016, 1, 1), date(2034, 12, 31))


@given(events, st.integers(0, 400), st.sampled_from(Manner), st.sampled_from([REALM, ISLE]))
def test_moving_off_holidays_never_shortens_and_never_rests_on_one(event, length, manner, law):
    still = run(clock(manner, law, days=length), event)
    moved = run(clock(manner, law, days=length, moves_off_holidays=True), event)

    assert moved.due.on >= still.due.on == moved.unextended
    assert law.holidays.on(moved.due.latest) is None
    assert moved.target <= moved.due.earliest


@given(events, st.integers(0, 60), st.integers(0, 60))
def test_more_business_days_never_end_sooner(event, fewer, more):
    fewer, more = sorted((fewer, more))
    first, second = (
        run(clock("within", days=each, in_business_days=True), event).due.on
        for each in (fewer, more)
    )

    assert first <= second
    assert second == event or second.weekday() not in WEEKEND


@given(events)
def test_the_next_open_day_is_the_first(event):
    found = next_open(REALM_DAYS, event, with_doubtful=True)

    assert REALM_DAYS.on(found) is None
    assert (found == event) == (REALM_DAYS.on(event) is None)


def test_a_day_moves_with_every_reading_and_keeps_its_reasons():
    start = Day(date(2026, 1, 1), (date(2026, 1, 2),))
    found = start.moved(lambda each: Day(each.replace(year=2027), (each.replace(year=2028),)))

    assert found.on == date(2027, 1, 1)
    assert found.others == (date(2027, 1, 2), date(2028, 1, 1), date(2028, 1, 2))

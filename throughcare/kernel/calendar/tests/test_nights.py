"""Which night of a curfew a moment falls into: over midnight, on some days, as clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.hours import DailySpan, night_at, night_of

EAST, CENTRE = "America/Toronto", "America/Winnipeg"
CURFEW = DailySpan(time(21), time(6))
DAYTIME = DailySpan(time(9), time(17))
WHOLE_DAY = DailySpan(time(0), time(0))
FRIDAY, SATURDAY = 4, 5


def evening_of(at, span=CURFEW, zone=EAST, evenings=None):
    """Return the day the night of a moment began, or None."""
    night = night_at(span, datetime.fromisoformat(at), zone, "order", evenings)
    if night is None:
        return None
    began = [
        each for each in range(2) if night == night_of(span, back(at, zone, each), zone, "order")
    ]
    return f"{back(at, zone, began[0]):%m-%d}"


def back(at, zone, days):
    """Return the local day of a moment, or the one before."""
    return date.fromisoformat(at[:10]) - timedelta(days=days)


@pytest.mark.parametrize(
    ("at", "evening"),
    [
        ("2026-06-10T20:59:59", None),
        ("2026-06-10T21:00:00", "06-10"),
        ("2026-06-10T23:59:59", "06-10"),
        ("2026-06-11T00:00:00", "06-10"),
        ("2026-06-11T05:59:59", "06-10"),
        ("2026-06-11T06:00:00", None),
        ("2026-06-11T12:00:00", None),
        ("2027-01-01T02:00:00", "12-31"),
    ],
)
def test_two_in_the_morning_belongs_to_the_evening_before(at, evening):
    assert evening_of(at) == evening


@pytest.mark.parametrize(
    ("at", "evening"),
    [
        ("2026-06-10T08:59", None),
        ("2026-06-10T09:00", "06-10"),
        ("2026-06-10T16:59", "06-10"),
        ("2026-06-10T17:00", None),
    ],
)
def test_a_span_of_the_day_belongs_to_its_own_day(at, evening):
    assert evening_of(at, DAYTIME) == evening


@pytest.mark.parametrize(
    ("at", "evening"),
    [("2026-06-10T00:00", "06-10"), ("2026-06-10T12:00", "06-10"), ("2026-06-10T23:59", "06-10")],
)
def test_house_arrest_holds_all_of_each_day(at, evening):
    assert evening_of(at, WHOLE_DAY) == evening


@pytest.mark.parametrize(
    ("at", "evening"),
    [
        ("2026-06-11T22:00", None),
        ("2026-06-12T05:00", None),
        ("2026-06-12T22:00", "06-12"),
        ("2026-06-13T05:00", "06-12"),
        ("2026-06-13T22:00", "06-13"),
        ("2026-06-14T05:00", "06-13"),
        ("2026-06-14T22:00", None),
    ],
)
def test_on_week_ends_alone_the_evening_decides_and_not_the_morning(at, evening):
    weekend = frozenset({FRIDAY, SATURDAY})

    assert evening_of(at, evenings=weekend) == evening


def test_a_curfew_on_no_evening_holds_never():
    assert evening_of("2026-06-10T23:00", evenings=frozenset()) is None


def in_utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "is_inside"),
    [
        ("2026-06-11T01:30", EAST, True),
        ("2026-06-11T01:30", CENTRE, False),
        ("2026-06-11T02:30", CENTRE, True),
        ("2026-06-11T10:30", EAST, False),
        ("2026-06-11T10:30", CENTRE, True),
        ("2026-01-11T02:30", EAST, True),
        ("2026-01-11T01:30", EAST, False),
    ],
)
def test_a_moment_is_told_in_the_time_of_the_place(at, zone, is_inside):
    assert (night_at(CURFEW, in_utc(at), zone, "order") is not None) == is_inside


@pytest.mark.parametrize(
    ("at", "is_inside"),
    [
        ("2026-11-01T10:59", True),
        ("2026-11-01T11:00", False),
        ("2027-03-14T09:59", True),
        ("2027-03-14T10:00", False),
    ],
    ids=["before_six_in_autumn", "six_in_autumn", "before_six_in_spring", "six_in_spring"],
)
def test_the_end_of_a_night_in_which_the_clocks_change(at, is_inside):
    assert (night_at(CURFEW, in_utc(at), EAST, "order") is not None) == is_inside


LATE = DailySpan(time(21), time(1, 30))


@pytest.mark.parametrize(
    ("at", "is_inside"), [("2026-11-01T01:15", True), ("2026-11-01T01:45", True)]
)
def test_in_the_hour_that_comes_twice_any_reading_inside_counts(at, is_inside):
    found = night_at(LATE, datetime.fromisoformat(at), EAST, "order")

    assert (found is not None) == is_inside
    assert not found.covers(in_utc("2026-11-01T06:15"))


def test_the_night_found_says_which_evening_it_belongs_to():
    found = night_at(CURFEW, datetime(2026, 6, 11, 2), EAST, "order, 4")

    assert dict(found.reasons[0].facts) == {"evening": date(2026, 6, 10), "zone": EAST}
    assert found.reasons[0].authority == "order, 4"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.sampled_from([EAST, CENTRE]))
def test_a_moment_in_a_night_lies_between_its_ends(at, zone):
    aware = at.replace(tzinfo=UTC)
    found = night_at(CURFEW, aware, zone, "order")

    if found is not None:
        assert found.starts.earliest <= aware < found.ends.latest

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.hours import DailySpan, hours_after, local_moment, night_of
from throughcare.kernel.calendar.tests.samples import codes

EAST, CENTRE = "America/Toronto", "America/Winnipeg"


def at(text):
    """Return a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "zone", "moments", "why"),
    [
        ("2026-05-01T14:00", EAST, ["2026-05-01T18:00"], []),
        ("2026-05-01T14:00", CENTRE, ["2026-05-01T19:00"], []),
        ("2026-05-01T14:00+02:00", EAST, ["2026-05-01T12:00"], []),
        (
            "2026-11-01T01:30",
            EAST,
            ["2026-11-01T05:30", "2026-11-01T06:30"],
            ["CLOCK_TIME_COMES_TWICE"],
        ),
        ("2027-03-14T02:30", EAST, ["2027-03-14T07:00"], ["CLOCK_TIME_SKIPPED"]),
        ("2027-03-14T02:00", EAST, ["2027-03-14T07:00"], ["CLOCK_TIME_SKIPPED"]),
        ("2027-03-14T02:59:59.5", CENTRE, ["2027-03-14T08:00"], ["CLOCK_TIME_SKIPPED"]),
    ],
)
def test_local_moments(local, zone, moments, why):
    found = local_moment(datetime.fromisoformat(local), zone)

    assert [found.at, *found.others] == [at(each) for each in moments]
    assert found.is_ambiguous == (len(moments) > 1)
    assert {each.tzinfo for each in (found.at, *found.others)} == {UTC}
    assert codes(found.reasons) == why


@pytest.mark.parametrize(
    ("local", "hours", "until"),
    [
        ("2026-05-01T14:00", 24, "2026-05-02T14:00"),
        ("2026-10-31T10:00", 48, "2026-11-02T09:00"),
        ("2027-03-13T10:00", 24, "2027-03-14T11:00"),
    ],
)
def test_hours_run_whatever_the_clocks_do(local, hours, until):
    found = hours_after(local_moment(datetime.fromisoformat(local), EAST), hours, "Courts Act, 9")
    shown = found.at.astimezone(ZoneInfo(EAST)).replace(tzinfo=None)

    assert shown == datetime.fromisoformat(until)
    assert codes(found.reasons) == ["HOURS_RUN"]
    assert dict(found.reasons[0].facts)["at"] == found.at


def test_hours_from_a_time_that_comes_twice_have_two_ends():
    found = hours_after(local_moment(datetime(2026, 11, 1, 1, 30), EAST), 24, "Courts Act, 9")

    assert (found.earliest, found.latest) == (at("2026-11-02T05:30"), at("2026-11-02T06:30"))


@pytest.mark.parametrize(
    ("span", "evening", "hours", "starts", "why"),
    [
        ("21:00-06:00", "2026-10-31", 10, "2026-11-01T01:00", ["CLOCK_CHANGES_IN_WINDOW"]),
        ("21:00-06:00", "2027-03-13", 8, "2027-03-14T02:00", ["CLOCK_CHANGES_IN_WINDOW"]),
        ("21:00-06:00", "2026-06-01", 9, "2026-06-02T01:00", []),
        ("09:00-17:00", "2026-11-01", 8, "2026-11-01T14:00", []),
        ("00:00-00:00", "2026-11-01", 25, "2026-11-01T04:00", ["CLOCK_CHANGES_IN_WINDOW"]),
    ],
)
def test_a_span_belongs_to_the_evening_it_starts_on(span, evening, hours, starts, why):
    span = DailySpan(*map(time.fromisoformat, span.split("-")))
    found = night_of(span, date.fromisoformat(evening), EAST, "order")

    assert found.elapsed == timedelta(hours=hours)
    assert found.starts.at == at(starts)
    assert codes(found.reasons) == ["WINDOW_OF_THE_NIGHT", *why]


def test_a_night_tells_what_it_surely_covers():
    night = night_of(DailySpan(time(21), time(1, 30)), date(2026, 10, 31), EAST, "order")

    assert [night.covers(at(each)) for each in ("2026-11-01T01:00", "2026-11-01T05:29")] == [
        True,
        True,
    ]
    assert not night.covers(at("2026-11-01T05:30"))
    assert night.may_cover(at("2026-11-01T06:29"))
    assert night.may_cover(at("2026-11-01T01:00"))
    assert not night.may_cover(at("2026-11-01T06:30"))
    assert not night.may_cover(at("2026-11-01T00:59"))


moments = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1))


@given(moments, st.sampled_from([EAST, CENTRE]))
def test_a_local_moment_shows_its_own_time_or_the_change(local, zone):
    found = local_moment(local, zone)
    shown = found.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    assert shown == local.replace(fold=0) or codes(found.reasons) == ["CLOCK_TIME_SKIPPED"]
    assert found.earliest <= found.latest <= found.earliest + timedelta(hours=1)

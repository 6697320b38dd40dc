from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.tests.samples import OFFICE, REALM_DAYS, codes
from throughcare.kernel.calendar.working import Kind, first_report, nth_working_day

AUTHORITY = "Courts Act, 12"


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


def office(*closed):
    """Return the sample office with closing days."""
    return replace(OFFICE, closed=frozenset(map(day, closed)))


@pytest.mark.parametrize(
    ("event", "closed", "due", "others"),
    [
        pytest.param("2026-12-18", [], "2026-12-22", [], id="across_a_weekend"),
        pytest.param("2026-04-02", [], "2026-04-08", [], id="holidays_of_every_list"),
        pytest.param(
            "2026-09-29", ["2026-09-30"], "2026-10-02", ["2026-10-01"], id="shut_and_disputed"
        ),
        pytest.param("2026-09-29", [], "2026-10-01", ["2026-10-02"], id="open_and_disputed"),
        pytest.param(
            "2026-12-24", ["2026-12-28"], "2026-12-30", ["2026-12-29"], id="shut_by_the_office"
        ),
        pytest.param(
            "2028-12-22", [], "2028-12-28", ["2028-12-27"], id="holiday_of_its_own_list_only"
        ),
        pytest.param(
            "2026-09-29",
            ["2026-10-01"],
            *("2026-10-02", ["2026-10-01", "2026-10-05"]),
            id="three_readings",
        ),
    ],
)
def test_working_days_follow_the_office_and_show_the_other_readings(event, closed, due, others):
    found = nth_working_day(office(*closed), day(event), 2, AUTHORITY)

    assert (found.on, found.others) == (day(due), tuple(map(day, others)))
    assert (
        codes(found.reasons)
        == ["WORKING_DAYS_COUNTED", "WORKING_DAY_DISPUTED"][: 2 if others else 1]
    )


@pytest.mark.parametrize(("days", "flags"), [(2, []), (3, ["HOLIDAYS_NOT_CHECKED"])])
def test_working_days_past_the_checked_holidays_say_so(days, flags):
    found = nth_working_day(OFFICE, day("2035-12-27"), days, AUTHORITY)

    assert codes(found.flags) == flags


@pytest.mark.parametrize(
    ("event", "disputed", "other"),
    [
        ("2026-09-29", "2026-09-30", "2026-10-05"),
        ("2026-09-28", "2026-09-30", "2026-10-01"),
        ("2026-09-30", "2026-10-02", "2026-10-02"),
    ],
)
def test_the_disputed_day_is_named(event, disputed, other):
    found = nth_working_day(office("2026-10-02"), day(event), 2, AUTHORITY)

    assert dict(found.reasons[1].facts) == {"day": day(disputed), "other": day(other)}


def test_an_office_is_open_on_a_doubtful_holiday_of_its_own():
    own = replace(OFFICE, own=REALM_DAYS, others=())

    assert own.is_open(day("2026-08-03"))
    assert own.kind(day("2026-08-03")) is Kind.DOUBTFUL


@pytest.mark.parametrize(
    ("on", "kind", "is_open"),
    [
        ("2026-09-26", Kind.SHUT, False),
        ("2026-12-25", Kind.SHUT, False),
        ("2026-09-30", Kind.DOUBTFUL, True),
        ("2028-12-26", Kind.DOUBTFUL, False),
        ("2026-10-01", Kind.DOUBTFUL, False),
        ("2026-08-03", Kind.DOUBTFUL, True),
        ("2026-10-02", Kind.OPEN, True),
    ],
)
def test_what_an_office_calendar_says_of_a_day(on, kind, is_open):
    closed = office("2026-10-01")

    assert (closed.kind(day(on)), closed.is_open(day(on))) == (kind, is_open)


def test_a_first_report_counts_from_the_making():
    made = day("2026-12-18")
    found = first_report(OFFICE, made=made, in_force=made, days=2, authority=AUTHORITY)

    assert found == nth_working_day(OFFICE, made, 2, AUTHORITY)


def test_a_report_due_before_the_order_binds_needs_a_person():
    found = first_report(
        OFFICE,
        made=day("2026-02-10"),
        in_force=day("2026-06-10"),
        days=2,
        authority=AUTHORITY,
    )

    assert isinstance(found, NeedsPerson)
    assert found.suggested.on == day("2026-06-12")
    assert codes((*found.asks, *found.reasons)) == [
        "REPORT_BEFORE_IN_FORCE",
        "REPORT_FROM_IN_FORCE",
    ]


def test_an_orders_own_words_are_asked_for():
    made = day("2026-02-10")
    found = first_report(
        OFFICE, made=made, in_force=made, days=2, authority=AUTHORITY, has_own_words=True
    )

    assert (codes(found.asks), found.suggested) == (["REPORT_IN_OWN_WORDS"], None)


events = st.dates(date(2016, 1, 1), date(2034, 12, 31))


@given(events, st.integers(1, 30), st.sets(st.integers(1, 40), max_size=5))
def test_the_office_lies_between_the_readings_and_is_open(event, count, ahead):
    closed = frozenset(date.fromordinal(event.toordinal() + each) for each in ahead)
    shut = replace(OFFICE, closed=closed)
    found = nth_working_day(shut, event, count, AUTHORITY)

    assert found.earliest <= found.on <= found.latest
    assert shut.is_open(found.on)
    assert found.on > event

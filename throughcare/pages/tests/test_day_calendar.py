"""The day from hour to hour: rows of a quarter, lanes side by side, the present time."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.pages.day_calendar import MOST_LANES, Appointment, laid_out
from throughcare.pages.tests.test_components import drawn, words_of


def at(hour: int, minute: int = 0, minutes: int = 30, title: str = "Osei") -> Appointment:
    return Appointment(time(hour, minute), minutes, title)


def places(*appointments: Appointment) -> list[tuple[int, int, int, int]]:
    """Row, rows, lane and lanes of each."""
    return [(each.row, each.rows, each.lane, each.lanes) for each in laid_out(appointments).placed]


def test_an_empty_day_shows_the_hours_of_the_office():
    day = laid_out([])
    assert [hour.at.hour for hour in day.hours] == list(range(8, 18))
    assert [hour.row for hour in day.hours] == list(range(0, 40, 4))
    assert (list(day.placed), list(day.beyond), day.now) == ([], [], None)


@pytest.mark.parametrize(
    ("appointment", "row", "rows"),
    [
        (at(8), 0, 2),
        (at(9, 30, 45), 6, 3),
        (at(9, 40, 45), 6, 3),
        (at(13, 30, 60), 22, 4),
        (at(10, 0, 5), 8, 2),
        (at(10, 0, 50), 8, 4),
        (at(16, 30, 30), 34, 2),
    ],
)
def test_an_appointment_stands_in_quarters_of_an_hour(appointment, row, rows):
    assert places(appointment) == [(row, rows, 1, 1)]


def test_what_overlaps_stands_side_by_side_and_the_rest_over_the_whole_width():
    assert places(at(9, 0, 60), at(9, 30, 60), at(14)) == [
        (4, 4, 1, 2),
        (6, 4, 2, 2),
        (24, 2, 1, 1),
    ]


def test_a_lane_is_free_again_when_what_stood_in_it_is_over():
    assert [place[2] for place in places(at(9, 0, 60), at(9, 15, 120), at(10, 0, 30))] == [1, 2, 1]


def test_the_longest_of_two_at_once_comes_first():
    titles = [
        each.appointment.title
        for each in laid_out([at(9, minutes=30, title="short"), at(9, minutes=90)]).placed
    ]
    assert titles == ["Osei", "short"]


def test_a_fourth_at_the_same_time_is_listed_under_the_day():
    day = laid_out([at(9, title=str(number)) for number in range(5)])
    assert [each.lane for each in day.placed] == [1, 2, 3]
    assert [each.title for each in day.beyond] == ["3", "4"]


@pytest.mark.parametrize(
    ("appointment", "first", "last"),
    [
        (at(7, 30), 7, 17),
        (at(6), 6, 17),
        (at(19, 0, 90), 8, 21),
        (at(16, 45, 30), 8, 18),
        (at(21, 30, 60), 8, 22),
    ],
)
def test_the_hours_grow_to_what_is_early_or_late(appointment, first, last):
    hours = laid_out([appointment]).hours
    assert (hours[0].at.hour, hours[-1].at.hour) == (first, last)


@pytest.mark.parametrize("appointment", [at(5), at(0, 30), at(22, 15), at(23)])
def test_the_night_is_listed_and_not_drawn(appointment):
    day = laid_out([appointment])
    assert (list(day.placed), list(day.beyond)) == ([], [appointment])


def test_what_lasts_into_the_night_ends_with_the_day():
    assert places(at(21, 30, 120)) == [(54, 2, 1, 1)]


@pytest.mark.parametrize(
    ("now", "row"),
    [(time(8), 0), (time(9, 12), 4), (time(17), 36), (time(7, 59), None), (time(17, 20), None)],
)
def test_the_present_time_is_drawn_within_the_hours(now, row):
    day = laid_out([], now=now)
    assert (day.now_row, day.now) == (row, now if row is not None else None)


def test_an_hour_is_not_written_under_the_present_time():
    hours = laid_out([], now=time(9, 12)).hours
    assert [hour.at.hour for hour in hours if not hour.written] == [9]


moments = st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.lists(st.builds(Appointment, moments, st.integers(1, 600), st.just("x")), max_size=12)


@given(days)
def test_nothing_is_lost_and_nothing_stands_on_another(appointments):
    day = laid_out(appointments)
    rows = day.hours[-1].row
    assert len(day.placed) + len(day.beyond) == len(appointments)
    taken = [(row, each.lane) for each in day.placed for row in range(each.row, each.ends_before)]
    assert len(taken) == len(set(taken))
    assert all(1 <= each.lane <= each.lanes <= MOST_LANES for each in day.placed)
    assert all(0 <= each.row < each.ends_before <= rows for each in day.placed)


def test_the_drawing_says_the_times_that_the_place_shows():
    day = laid_out(
        [Appointment(time(9, 30), 45, "Bouchard", "first report", "room 2", "/x"), at(11)],
        now=time(9, 12),
    )
    html = drawn('<c-day-calendar :day="day" label="The day" />', day=day)
    assert '<ol class="tc-day__entries" aria-label="The day">' in html
    assert '<li class="tc-day__entry tc-at-6 tc-for-3 tc-lane-1-of-1">' in html
    assert '<a href="/x"><b>Bouchard</b></a>, first report' in html
    assert '<span class="tc-day__note tc-day__note--under"> room 2</span>' in html
    assert "09:30, Bouchard , first report room 2 11:00, Osei Now: 09:12" in words_of(html)


def test_a_short_appointment_keeps_its_note_in_the_line():
    day = laid_out([Appointment(time(9), 30, "Osei", note="by phone")])
    html = drawn('<c-day-calendar :day="day" label="x" />', day=day)
    assert '<span class="tc-day__note"> by phone</span>' in html


def test_what_found_no_place_is_read_after_the_day(french):
    html = drawn('<c-day-calendar :day="day" label="x" />', day=laid_out([at(5)]))
    assert html.endswith('<p class="tc-second">5 h <b>Osei</b></p>')
    assert "Maintenant" not in html

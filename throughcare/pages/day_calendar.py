"""The day as a calendar: who comes when, placed in quarters of an hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

QUARTER = 15  # minutes in a row
LEAST_ROWS = 2  # a line of text needs two
MOST_LANES = 3
EARLIEST, LATEST = 6, 22


@dataclass(frozen=True)
class Appointment:
    """Something at a time of day, in words ready to be shown."""

    starts_at: time
    minutes: int
    title: str
    rest: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Placed:
    """An appointment, its first row, how many rows it takes, and its lane of so many."""

    appointment: Appointment
    row: int
    rows: int
    lane: int
    lanes: int = 1

    @property
    def ends_before(self) -> int:
        """Return the first row after it."""
        return self.row + self.rows


@dataclass(frozen=True)
class Hour:
    """A full hour at the side; not written where the present time stands."""

    row: int
    at: time
    written: bool = True


@dataclass(frozen=True)
class DayCalendar:
    """A day ready to be drawn; `beyond` found no lane and is listed under it."""

    hours: Sequence[Hour]
    placed: Sequence[Placed]
    beyond: Sequence[Appointment]
    now: time | None = None
    now_row: int | None = None


def laid_out(
    appointments: Iterable[Appointment],
    *,
    now: time | None = None,
    first_hour: int = 8,
    last_hour: int = 17,
) -> DayCalendar:
    """Return the day's appointments in their places, what overlaps in lanes side by side.

    The hours grow to take in what is earlier or later, from 6 to 22 at most.
    """
    given = sorted(appointments, key=lambda each: (each.starts_at, -each.minutes))
    first = max(EARLIEST, min([first_hour, *(each.starts_at.hour for each in given)]))
    last = min(LATEST, max([last_hour, *(_ends_at_hour(each) for each in given)]))
    placed, beyond = _placed(given, first, last)
    row = _row(now, first) if now else None
    if row is not None and not 0 <= row <= _rows(first, last):
        row = None
    return DayCalendar(
        hours=_hours(first, last, row),
        placed=_side_by_side(placed),
        beyond=beyond,
        now=now if row is not None else None,
        now_row=row,
    )


def _hours(first: int, last: int, now_row: int | None) -> list[Hour]:
    rows = [(_rows(first, hour), time(hour)) for hour in range(first, last + 1)]
    return [Hour(row, at, now_row is None or abs(now_row - row) > 1) for row, at in rows]


def _ends_at_hour(appointment: Appointment) -> int:
    """Return the full hour at or after an appointment's end."""
    start = appointment.starts_at
    return -(-(start.hour * 60 + start.minute + appointment.minutes) // 60)


def _rows(first: int, hour: int) -> int:
    return (hour - first) * 60 // QUARTER


def _row(at: time, first: int) -> int:
    return (at.hour * 60 + at.minute - first * 60) // QUARTER


def _placed(
    appointments: Sequence[Appointment], first: int, last: int
) -> tuple[list[Placed], list[Appointment]]:
    """Return what has a place between two hours, and what has none."""
    placed: list[Placed] = []
    beyond: list[Appointment] = []
    for each in appointments:
        row = _row(each.starts_at, first)
        lane = _free_lane(placed, row)
        if lane > MOST_LANES or not 0 <= row < _rows(first, last):
            beyond.append(each)
            continue
        rows = max(LEAST_ROWS, -(-each.minutes // QUARTER))
        placed.append(Placed(each, row, min(rows, _rows(first, last) - row), lane))
    return placed, beyond


def _side_by_side(placed: Sequence[Placed]) -> list[Placed]:
    """Return the same with how many lanes each group of overlapping ones needs."""
    groups: list[list[Placed]] = []
    for each in placed:
        if groups and each.row < max(other.ends_before for other in groups[-1]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return [
        replace(each, lanes=max(other.lane for other in group))
        for group in groups
        for each in group
    ]


def _free_lane(placed: Sequence[Placed], row: int) -> int:
    """Return the first lane in which nothing lasts into a row."""
    taken = {each.lane for each in placed if each.ends_before > row}
    return next(lane for lane in range(1, MOST_LANES + 2) if lane not in taken)

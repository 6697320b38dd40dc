"""Stretches of the calendar: days, weeks from Monday, months, and the years made of them."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum, auto
from functools import lru_cache

from throughcare.kernel.calendar.lengths import (
    DAYS_OF_A_WEEK,
    MONTHS_OF_A_YEAR,
    ONE_DAY,
    months_from,
)


class Window(StrEnum):
    """A stretch of the calendar that something is owed in."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF_YEAR = auto()
    YEAR = auto()


_MONTHS = {Window.MONTH: 1, Window.QUARTER: 3, Window.HALF_YEAR: 6, Window.YEAR: 12}


@lru_cache(maxsize=8192)
def around(window: Window, day: date) -> tuple[date, date]:
    """Return the first day of the window that holds a day, and the first day after it."""
    if window is Window.DAY:
        return day, day + ONE_DAY
    if window is Window.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=DAYS_OF_A_WEEK)
    months = _MONTHS[window]
    index = day.year * MONTHS_OF_A_YEAR + day.month - 1
    first = months_from(date(day.year, day.month, 1), -(index % months)).on
    return first, months_from(first, months).on

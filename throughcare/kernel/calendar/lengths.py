"""Lengths of time, and the months the law counts to the corresponding day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS_OF_A_YEAR = 12
DAYS_OF_A_WEEK = 7
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in the words of the court: *two years less a day*, *15 months*."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    less_days: int = 0

    @property
    def whole_months(self) -> int:
        """Return the part that is counted by corresponding days."""
        return self.years * MONTHS_OF_A_YEAR + self.months

    @property
    def loose_days(self) -> int:
        """Return the part that is counted in days, which may be less than none."""
        return self.weeks * DAYS_OF_A_WEEK + self.days - self.less_days

    def __add__(self, other: Length) -> Length:
        """Return both lengths one after the other, counted from one first day."""
        return Length(
            self.years + other.years,
            self.months + other.months,
            self.weeks + other.weeks,
            self.days + other.days,
            self.less_days + other.less_days,
        )


NOTHING = Length()


@dataclass(frozen=True, slots=True)
class Landing:
    """Where months counted from a day lead."""

    on: date
    is_corresponding: bool  # false: the month has no such day, and `on` is its last one


def months_from(day: date, months: int) -> Landing:
    """Return the same day number so many months on (or back), or the last day of that month.

    :raises OverflowError: no calendar has that year.
    """
    index = day.year * MONTHS_OF_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_OF_A_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"no calendar has the year {year}")
    last = monthrange(year, month + 1)[1]
    return Landing(date(year, month + 1, min(day.day, last)), day.day <= last)


def day_after(day: date, length: Length) -> date:
    """Return the day that lies this length after a day, the day itself left out.

    Statutes say what happens where the month has no such day: it is the month's last.

    :raises OverflowError: it lies in no year that a calendar has.
    """
    return months_from(day, length.whole_months).on + timedelta(days=length.loose_days)


def later(day: date, by: timedelta) -> date:
    """Return a later day, or the last that a calendar has where that would be later still."""
    try:
        return day + by
    except OverflowError:
        return date.max


def due_after(day: date, length: Length) -> date:
    """Return the day before which something is due this length after a day.

    What leads out of the calendar is due before its last day: never, for all that live.
    """
    try:
        return later(day_after(day, length), ONE_DAY)
    except OverflowError:
        return date.max


def day_before(day: date, length: Length) -> date:
    """Return the day that lies this length before a day, the day itself left out."""
    return months_from(day, -length.whole_months).on - timedelta(days=length.loose_days)


def last_days(first: date, length: Length) -> tuple[date, date]:
    """Return the last day of a period that begins with `first`: the certain, the outer one.

    The two differ only where the month has no corresponding day. No statute that was read
    settles it: one reading ends the period the day before the month's last day, the other
    on it.
    """
    landing = months_from(first, length.whole_months)
    certain = landing.on + timedelta(days=length.loose_days) - ONE_DAY
    return certain, certain if landing.is_corresponding else certain + ONE_DAY


def first_days(last: date, length: Length) -> tuple[date, date]:
    """Return the first day of a period that ends with `last`: the certain, the outer one.

    The certain one is the later: the period surely runs from there.
    """
    landing = months_from(last + ONE_DAY, -length.whole_months)
    certain = landing.on - timedelta(days=length.loose_days)
    if landing.is_corresponding:
        return certain, certain
    return certain + ONE_DAY, certain

"""The holidays of a legislature, worked out from a pack's rules."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from throughcare.kernel.calendar.lengths import DAYS_OF_A_WEEK


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The same day of each year."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Return the day."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second, … such weekday of a month; -1 is the last."""

    month: int
    weekday: int
    nth: int

    def in_year(self, year: int) -> date:
        """Return the day."""
        if self.nth > 0:
            first = date(year, self.month, 1)
            ahead = (self.weekday - first.weekday()) % DAYS_OF_A_WEEK
            return first + timedelta(days=ahead, weeks=self.nth - 1)
        last = date(year, self.month, monthrange(year, self.month)[1])
        back = (last.weekday() - self.weekday) % DAYS_OF_A_WEEK
        return last - timedelta(days=back, weeks=-self.nth - 1)


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    """The last such weekday before a day of the year, that day left out."""

    month: int
    day: int
    weekday: int

    def in_year(self, year: int) -> date:
        """Return the day."""
        end = date(year, self.month, self.day)
        back = (end.weekday() - self.weekday - 1) % DAYS_OF_A_WEEK + 1
        return end - timedelta(days=back)


@dataclass(frozen=True, slots=True)
class EasterDay:
    """So many days after Easter Sunday, or before it."""

    offset: int

    def in_year(self, year: int) -> date:
        """Return the day."""
        return easter_sunday(year) + timedelta(days=self.offset)


DayRule = FixedDay | NthWeekday | WeekdayBefore | EasterDay


@dataclass(frozen=True, slots=True)
class Substitute:
    """What happens when a holiday falls on a certain weekday."""

    weekday: int
    days_later: int
    keeps_day: bool  # the day itself stays a holiday and a second one is added
    authority: str


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """One holiday of a list, from a day on. A doubtful one makes two readings of a limit."""

    code: str
    rule: DayRule
    authority: str
    starts_on: date
    ends_before: date | None = None
    substitutes: tuple[Substitute, ...] = ()
    is_doubtful: bool = False

    def holidays_in(self, year: int) -> list[Holiday]:
        """Return the holidays this rule makes in a year: none, one, or one and a substitute."""
        day = self.rule.in_year(year)
        if day < self.starts_on or (self.ends_before is not None and day >= self.ends_before):
            return []
        itself = Holiday(day, self.code, self.authority, self.is_doubtful)
        for substitute in self.substitutes:
            if substitute.weekday == day.weekday():
                later = day + timedelta(days=substitute.days_later)
                moved = Holiday(later, self.code, substitute.authority, self.is_doubtful)
                return [itself, moved] if substitute.keeps_day else [moved]
        return [itself]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that is a holiday, and by what rule."""

    on: date
    code: str
    authority: str
    is_doubtful: bool = False


@dataclass(frozen=True, eq=False)
class HolidayList:
    """The holidays one legislature's Acts mean when they say *holiday*.

    `ends_before` says how far the pack's author has checked the rules: an answer that rests
    on a later day says so.
    """

    code: str
    weekly: frozenset[int]
    weekly_code: str
    weekly_authority: str
    rules: tuple[HolidayRule, ...]
    starts_on: date
    ends_before: date

    def on(self, day: date) -> Holiday | None:
        """Return why a day is a holiday, or None. A certain holiday goes before a doubtful one."""
        if day.weekday() in self.weekly:
            return Holiday(day, self.weekly_code, self.weekly_authority)
        return holidays_of(self, day.year).get(day)

    def has(self, day: date, *, with_doubtful: bool) -> bool:
        """Say whether a day is a holiday, the doubtful ones counted or not."""
        found = self.on(day)
        return found is not None and (with_doubtful or not found.is_doubtful)

    def covers(self, day: date) -> bool:
        """Say whether the rules were checked for that day."""
        return self.starts_on <= day < self.ends_before


@cache
def holidays_of(holidays: HolidayList, year: int) -> dict[date, Holiday]:
    """Return the holidays of a year by day, the weekly ones left out."""
    found: dict[date, Holiday] = {}
    for rule in holidays.rules:
        for holiday in rule.holidays_in(year):
            known = found.get(holiday.on)
            if known is None or known.is_doubtful:
                found[holiday.on] = holiday
    return found


@cache
def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)

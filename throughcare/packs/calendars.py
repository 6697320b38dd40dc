"""The holidays, the counting laws and the office's days of a pack."""

from __future__ import annotations

from datetime import date

from throughcare.kernel.calendar.counting_law import SECTIONED, CountingLaw
from throughcare.kernel.calendar.holidays import (
    DayRule,
    EasterDay,
    FixedDay,
    HolidayList,
    HolidayRule,
    NthWeekday,
    Substitute,
    WeekdayBefore,
)
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.calendar.working import OfficeCalendar
from throughcare.packs.entries import Entry, each_known, known


def holiday_lists(file: Entry) -> dict[str, HolidayList]:
    """Return the holiday lists by code."""
    rules = {name: _day_rule(entry.inner("rule")) for name, entry in file.named("day")}
    return {name: _holiday_list(name, entry, rules) for name, entry in file.named("list")}


def _day_rule(entry: Entry) -> DayRule | None:
    """Return the rule of a day of the year, or None for a day of every week."""
    if not entry.table:
        return None
    method = entry.text("method")
    _in_the_year(entry)
    if method == "fixed":
        return FixedDay(entry.number("month"), entry.number("day"))
    if method == "nth_weekday":
        nth, weekday = entry.number("nth"), entry.weekday("weekday")
        return NthWeekday(entry.number("month"), weekday, nth)
    if method == "weekday_before":
        return WeekdayBefore(entry.number("month"), entry.number("day"), entry.weekday("weekday"))
    if method == "easter":
        return EasterDay(entry.number("offset"))
    known = "fixed, nth_weekday, weekday_before, easter"
    raise entry.refuse(f"method = {method!r} is not known. Choose one of: {known}.")


def _in_the_year(entry: Entry) -> None:
    """Refuse a month or a day that no leap year has."""
    month, day = entry.number("month", 1), entry.number("day", 1)
    try:
        date(2000, month, day)
    except ValueError:
        raise entry.refuse(f"month = {month}, day = {day} is no day of a year.") from None


def _holiday_list(name: str, entry: Entry, rules: dict[str, DayRule | None]) -> HolidayList:
    """Return one legislature's holidays."""
    entry.only("weekly weekly_day holiday")
    authority = entry.text("authority")
    return HolidayList(
        code=name,
        weekly=entry.weekdays("weekly"),
        weekly_code=entry.text("weekly_day", ""),
        weekly_authority=authority,
        rules=tuple(_holiday(each, rules, authority) for each in entry.each("holiday")),
        starts_on=entry.day("from"),
        ends_before=entry.day("until") + ONE_DAY,
    )


def _holiday(entry: Entry, rules: dict[str, DayRule | None], authority: str) -> HolidayRule:
    """Return one holiday of a list; its authority is the list's unless it has its own."""
    entry.only("day doubtful substitute")
    code = entry.text("day")
    rule = rules.get(code)
    if rule is None:
        raise entry.refuse(f"no rule is given for {code}. Write [day.{code}] with a rule.")
    return HolidayRule(
        code=code,
        rule=rule,
        authority=entry.text("authority", authority),
        starts_on=entry.day("from"),
        ends_before=entry.day_after("until"),
        substitutes=tuple(_substitute(each) for each in entry.each("substitute")),
        is_doubtful=entry.flag("doubtful"),
    )


def _substitute(entry: Entry) -> Substitute:
    """Return what happens when a holiday falls on a certain weekday."""
    entry.only("when_on days_later keeps_day")
    return Substitute(
        weekday=entry.weekday("when_on"),
        days_later=entry.number("days_later"),
        keeps_day=entry.flag("keeps_day"),
        authority=entry.text("authority"),
    )


def counting_laws(file: Entry, holidays: dict[str, HolidayList]) -> dict[str, CountingLaw]:
    """Return how each legislature counts, by code."""
    return {name: _law(name, entry, holidays) for name, entry in file.named("law")}


def _law(name: str, entry: Entry, holidays: dict[str, HolidayList]) -> CountingLaw:
    """Return how one legislature counts."""
    entry.only("holidays weekend at_least_is_clear sections")
    return CountingLaw(
        code=name,
        at_least_is_clear=entry.flag("at_least_is_clear"),
        weekend=entry.weekdays("weekend"),
        holidays=known(entry, "holidays", holidays),
        sections=_sections(entry.inner("sections")),
    )


def _sections(entry: Entry) -> dict[str, str]:
    """Return the section behind each counting sentence; none may be missing or misspelt."""
    entry.only(" ".join(SECTIONED))
    return {str(code): entry.text(code) for code in SECTIONED}


def office_calendar(entry: Entry, holidays: dict[str, HolidayList]) -> OfficeCalendar:
    """Return the calendar of an office without closing days of its own."""
    own, others = known(entry, "own", holidays), each_known(entry, "others", holidays)
    return OfficeCalendar(entry.weekdays("weekend"), own, others)

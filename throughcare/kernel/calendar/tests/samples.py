"""An invented country with two legislatures: the Realm counts clear days, the Isle does not."""

from datetime import date, datetime

from throughcare.kernel.calendar.counting import Clock, Manner
from throughcare.kernel.calendar.counting_law import CountingLaw, Why
from throughcare.kernel.calendar.holidays import (
    EasterDay,
    FixedDay,
    HolidayList,
    HolidayRule,
    NthWeekday,
    Substitute,
    WeekdayBefore,
)
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.working import OfficeCalendar

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
START = date(2015, 1, 1)
END = date(2036, 1, 1)
WEEKEND = frozenset({SATURDAY, SUNDAY})


def holiday(code, rule, **more):
    """Return a holiday that has always been one."""
    return HolidayRule(code, rule, f"Days Act, {code}", more.pop("starts_on", START), **more)


SHARED = (
    holiday("NEW_YEAR", FixedDay(1, 1), substitutes=(Substitute(SUNDAY, 1, True, "Days Act, 2"),)),
    holiday("GOOD_FRIDAY", EasterDay(-2)),
    holiday("EASTER_MONDAY", EasterDay(1)),
    holiday("PLANTING", WeekdayBefore(5, 25, MONDAY)),
    holiday(
        "MIDSUMMER", FixedDay(7, 1), substitutes=(Substitute(SUNDAY, 1, False, "Days Act, 3"),)
    ),
    holiday("HARVEST", NthWeekday(10, MONDAY, 2)),
    holiday("YEARS_END", FixedDay(12, 25)),
)
REALM_DAYS = HolidayList(
    "REALM",
    frozenset({SUNDAY}),
    "SUNDAY",
    "Days Act, 1",
    (
        *SHARED,
        holiday("MARKET", NthWeekday(8, MONDAY, 1), is_doubtful=True),
        holiday("MEMORY", FixedDay(9, 30), starts_on=date(2021, 8, 3)),
        holiday("MOURNING", FixedDay(9, 19), ends_before=date(2023, 1, 1)),
    ),
    START,
    END,
)
ISLE_DAYS = HolidayList(
    "ISLE",
    frozenset({SUNDAY}),
    "SUNDAY",
    "Isle Days Act, 1",
    (*SHARED, holiday("SECOND_DAY", FixedDay(12, 26))),
    START,
    END,
)
SECTIONS = {str(code): f"Words Act, {code}" for code in Why}
REALM = CountingLaw("REALM", True, WEEKEND, REALM_DAYS, SECTIONS)
ISLE = CountingLaw("ISLE", False, WEEKEND, ISLE_DAYS, SECTIONS)
OFFICE = OfficeCalendar(WEEKEND, ISLE_DAYS, (REALM_DAYS,))


def clock(manner, law=REALM, **more):
    """Return a clock of the Realm, of so many days unless another length is given."""
    words = {"code": "CLOCK", "authority": "Courts Act, 7", "starts_on": START} | more
    length = words.pop("length", None) or Length(days=words.pop("days", 0))
    return Clock(law=law, manner=Manner(manner), length=length, **words)


def codes(reasons):
    """Return the codes of reasons, in order."""
    return [reason.code for reason in reasons]


def told(reasons):
    """Return each reason as one line: its code, what it rests on, and every fact by name.

    An authority that ends with the code itself is told with a star in its place.
    """
    return [
        " ".join(
            [
                each.code,
                f"[{each.authority.replace(each.code, '*')}]",
                *(f"{name}={shown(it)}" for name, it in each.facts),
            ]
        )
        for each in reasons
    ]


def shown(fact):
    """Return a fact as one word: lengths as 2y3m1w4d-1d."""
    if isinstance(fact, Length):
        parts = ((fact.years, "y"), (fact.months, "m"), (fact.weeks, "w"), (fact.days, "d"))
        less = f"-{fact.less_days}d" if fact.less_days else ""
        return "".join(f"{count}{unit}" for count, unit in parts if count) + less or "0d"
    return f"{fact:%Y-%m-%dT%H:%M}" if isinstance(fact, datetime) else str(fact)

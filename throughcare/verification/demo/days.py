"""On which days what an order asks was done, in an office that does nearly all of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from throughcare.kernel.calendar.lengths import day_after
from throughcare.kernel.calendar.windows import around
from throughcare.kernel.obligations.requirements import Hours, Once, Requirement, Rolling, Times

DAY = timedelta(days=1)
DONE_OF_100 = 97
SESSION = 8


@dataclass(frozen=True)
class Done:
    """A day on which something was done; hours, where hours are asked."""

    on: date
    hours: Fraction | None = None


def done_days(requirement: Requirement, until: date, chance: Random) -> Iterator[Done]:
    """Yield the days on which a requirement was met, up to a day.

    What other acts cause (a date set, a demand made) is not met here.
    """
    match requirement.cadence:
        case Once(opens_on, due_before):
            yield from _once(opens_on, due_before, until, chance)
        case Hours() as asked:
            yield from _hours(asked, until, chance)
        case Rolling() as asked:
            yield from _rolling(requirement, asked, until, chance)
        case Times() as asked:
            yield from _times(requirement, asked, until, chance)


def _once(opens_on: date, due_before: date, until: date, chance: Random) -> Iterator[Done]:
    """Yield a day in the window; one in thirty is not done, or not yet."""
    on = opens_on + timedelta(days=chance.randint(0, max(0, (due_before - opens_on).days - 1)))
    if on <= until and chance.randrange(100) < DONE_OF_100:
        yield Done(on)


def _hours(asked: Hours, until: date, chance: Random) -> Iterator[Done]:
    """Yield days of work spread over the time there is, a little ahead of the pace."""
    sessions = -(-asked.hours // SESSION)
    days = max(1, (asked.due_before - asked.opens_on).days - 7)
    left = asked.hours
    for session in range(1, sessions + 1):
        on = asked.opens_on + timedelta(days=session * days // sessions - chance.randint(0, 3))
        hours = min(left, Fraction(SESSION))
        if asked.opens_on <= on <= until:
            yield Done(on, hours)
            left -= hours


def _rolling(
    requirement: Requirement, asked: Rolling, until: date, chance: Random
) -> Iterator[Done]:
    """Yield days some way before each is due again."""
    last = requirement.in_force.starts_on
    while True:
        due = day_after(last, asked.within)
        on = max(last + DAY, due - timedelta(days=chance.randint(1, 3)))
        if on > until:
            return
        yield Done(on)
        last = on


def _times(requirement: Requirement, asked: Times, until: date, chance: Random) -> Iterator[Done]:
    """Yield as many days in each window as are asked in it."""
    day = requirement.in_force.starts_on
    while day <= until:
        first, after = around(asked.window, day)
        times = max((rate.times for rate in asked.rates if rate.from_day < after), default=0)
        step = max(1, (after - max(first, day)).days // (times + 1))
        for turn in range(1, times + 1):
            on = max(first, day) + timedelta(days=turn * step)
            if on <= until:
                yield Done(on)
        day = after

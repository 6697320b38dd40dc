"""When an officer meets a person: the days of a file's life, by the level it had."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from throughcare.contacts import following

open_day = cache(following.open_day)
# Days between two meetings in person at each level; nobody keeps them to the day.
EVERY = {"VERY_HIGH": 6, "HIGH": 12, "MEDIUM": 24, "NOT_SET": 24, "LOW": 60, "VERY_LOW": 80}
WITHOUT_LEVEL = 90
MISSED_OF_100 = 7
CALLED_OF_100 = 25
COLLATERAL_EVERY = {"HIGH": 80, "VERY_HIGH": 28}
HOME_EVERY = {"HIGH": 80, "VERY_HIGH": 80}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day on which something happened: how, whether the person came, and when next."""

    on: date
    way: str = "OFFICE"
    outcome: str = "CAME"
    purpose: str = "SUPERVISION"
    next_on: date | None = None


@dataclass(frozen=True)
class Life:
    """What the rhythm of a file depends on."""

    opened_on: date
    until: date
    levels: tuple[tuple[date, str], ...]
    aways: tuple[tuple[date, date | None], ...]

    def level_on(self, day: date) -> str:
        """Return the level on a day; empty for a file without one."""
        standing = [level for since, level in self.levels if since <= day]
        return standing[-1] if standing else ""

    def is_away(self, day: date) -> bool:
        """Say whether the person cannot be seen on a day."""
        return any(first <= day and (end is None or day < end) for first, end in self.aways)


def meetings(life: Life, chance: Random) -> Iterator[Meeting]:
    """Yield what happened in a file's life, in order; the last meeting books one to come."""
    day = open_day(life.opened_on + timedelta(days=chance.randint(1, 6)))
    purpose = "INTAKE"
    while day <= life.until:
        following = _next(life, day, chance)
        if life.is_away(day):
            day = following
            continue
        yield from _one(life, Meeting(day, purpose=purpose, next_on=following), chance)
        day, purpose = following, "SUPERVISION"


def _one(life: Life, meeting: Meeting, chance: Random) -> Iterator[Meeting]:
    """Yield a meeting with what came round it: a miss before it, a call, a collateral asked."""
    level, day = life.level_on(meeting.on), meeting.on
    if meeting.purpose != "INTAKE" and chance.randrange(100) < MISSED_OF_100:
        again = open_day(day + timedelta(days=chance.randint(2, 5)))
        comes = again <= life.until and not life.is_away(again)
        if not comes or meeting.next_on is None or again >= meeting.next_on:
            yield Meeting(day, outcome="DID_NOT_COME", next_on=meeting.next_on)
            return
        yield Meeting(day, outcome="DID_NOT_COME", next_on=again)
        day = again
    way = "HOME" if _turn(HOME_EVERY, level, day, life.opened_on) else "OFFICE"
    met = Meeting(day, way, "CAME", meeting.purpose, meeting.next_on)
    yield met
    if chance.randrange(100) < CALLED_OF_100:
        yield from _between(life, met, "PHONE", chance)
    if _turn(COLLATERAL_EVERY, level, day, life.opened_on):
        yield from _between(life, met, "COLLATERAL", chance)


def _between(life: Life, meeting: Meeting, way: str, chance: Random) -> Iterator[Meeting]:
    """Yield something some days after a meeting, when that is before the next one."""
    later = open_day(meeting.on + timedelta(days=chance.randint(6, 9)))
    if later <= life.until and (meeting.next_on is None or later < meeting.next_on):
        yield Meeting(later, way)


def _turn(every: dict[str, int], level: str, day: date, since: date) -> bool:
    """Say whether it is the turn of something that comes round every so many days."""
    if level not in every:
        return False
    step = EVERY[level]
    days = (day - since).days
    return days // every[level] != (days - step) // every[level]


def _next(life: Life, day: date, chance: Random) -> date:
    every = EVERY.get(life.level_on(day), WITHOUT_LEVEL)
    return open_day(day + timedelta(days=max(2, every + chance.randint(-2, 2))))

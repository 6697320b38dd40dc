"""The lines of a day: what waits for an officer, a person a line, the most urgent first.

An officer with sixty files has hundreds of obligations. A line stands for one person in one
group: it says the most urgent thing and counts the rest. What the person owes and what the
office owes never stand in one group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum, auto
from itertools import groupby
from typing import Any, Generic, TypeVar
from uuid import UUID


class Group(StrEnum):
    """The groups of a day, in the order they stand in (people by the clock come first)."""

    LATE = auto()
    BREACH = auto()
    DATES = auto()
    NEW = auto()
    WAITING = auto()


@dataclass(frozen=True)
class Who:
    """Whom a line is about."""

    case: UUID
    number: str
    surname: str
    given: str
    initials: str = ""
    level: int = 0
    level_word: str = ""
    french: bool = False
    covered_for: str = ""
    away: str = ""


@dataclass(frozen=True)
class Thing:
    """One thing that waits: what, by when, why, what closes it, and the one thing to do now."""

    key: str
    group: Group
    who: Who
    what: str
    due_before: date | None
    is_late: bool = False
    when: str = ""
    note: str = ""
    closed_by: str = ""
    short: str = ""
    source: str = ""
    why: tuple[str, ...] = ()
    action: str = ""
    url: str = ""
    mark: str = ""
    rank: int = 0
    """0 for what touches safety or a court, 1 for the rest: it stands first within its group."""
    forced: bool = False
    """Whether the act that it proposes asks for a reason."""

    def worded(self) -> Thing:
        """Return the thing itself: it has its words."""
        return self


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing that waits, by what ranks it: only those that a page shows are put into words."""

    key: str
    group: Group
    who: Who
    due_before: date | None
    rank: int
    worded: Callable[[], Thing]


T = TypeVar("T", bound=Thing | Ranked)


@dataclass(frozen=True)
class Line(Generic[T]):
    """One person in one group: the most urgent thing, and the others behind it."""

    first: T
    others: tuple[T, ...] = ()

    @property
    def who(self) -> Who:
        return self.first.who

    @property
    def count(self) -> int:
        return 1 + len(self.others)

    def worded(self) -> Line[Thing]:
        """Return the line in the words of the page's language."""
        return Line(self.first.worded(), tuple(each.worded() for each in self.others))


@dataclass(frozen=True)
class Shown:
    """One group as the page shows it: some lines, and how many more there are."""

    group: Group
    lines: tuple[Line[Thing], ...]
    left: int = 0

    @property
    def people(self) -> int:
        return len(self.lines) + self.left


@dataclass(frozen=True)
class Meeting:
    """Somebody who comes, or is called, at a time today."""

    who: Who
    at: time | None
    kind: str
    place: str
    direction: UUID | None
    came: str = ""
    ask: tuple[str, ...] = field(default=())


def lines_of(things: Iterable[T]) -> dict[Group, list[Line[T]]]:
    """Return every group with its lines, a person a line, the most urgent first; none is lost."""
    grouped: dict[Group, list[Line[T]]] = {group: [] for group in Group}
    ordered = sorted(things, key=lambda each: (each.group, each.who.number, *urgency(each)))
    for (group, _number), same in groupby(ordered, key=lambda each: (each.group, each.who.number)):
        first, *others = same
        grouped[group].append(Line(first, tuple(others)))
    for lines in grouped.values():
        lines.sort(key=lambda line: (*urgency(line.first), line.who.surname, line.who.number))
    return grouped


def urgency(thing: Thing | Ranked) -> tuple[Any, ...]:
    """Return how a thing ranks: safety and court first, then the day it was due, then the level."""
    return thing.rank, thing.due_before or date.max, -thing.who.level, thing.key


def within(
    grouped: Mapping[Group, Sequence[Line[T]]], budget: int, opened: Sequence[Group] = ()
) -> list[Shown]:
    """Return the groups with at most so many lines together; the rest is counted, never dropped.

    Each group keeps a line at least. What is over the budget is taken from the longest group,
    so that many late lines do not hide a possible breach. An opened group is shown whole.
    """
    kept = {group: len(lines) for group, lines in grouped.items() if lines}
    closed = [group for group in kept if group not in opened]
    while sum(kept[group] for group in closed) > budget and any(kept[g] > 1 for g in closed):
        longest = max(closed, key=lambda group: kept[group])
        kept[longest] -= 1
    return [
        Shown(group, tuple(each.worded() for each in lines[:shown]), len(lines) - shown)
        for group, lines in grouped.items()
        for shown in [kept.get(group, 0)]
    ]


def meetings_of(meetings: Iterable[Meeting], asks: Mapping[UUID, Sequence[str]]) -> list[Meeting]:
    """Return who comes, by the clock, each with what to ask; those without a time come last."""
    known = [replace(each, ask=tuple(asks.get(each.who.case, ()))) for each in meetings]
    return sorted(known, key=lambda each: (each.at is None, each.at or time.max, each.who.surname))

"""What a pack says of one condition: its words, its parameters, what it asks, how it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength

Texts = Mapping[str, str]
"""A text in each language."""


class Kind(StrEnum):
    """What a parameter holds, and so how it is read and said."""

    HOURS = "hours"
    NUMBER = "number"
    LENGTH = "length"
    DISTANCE = "distance"
    WINDOW = "window"
    REPORT_WITHIN = "report_within"
    DAY = "day"
    DEADLINE = "deadline"
    PERSONS = "persons"
    PLACES = "places"
    MONEY = "money"
    PHASE = "phase"
    EXCEPTIONS = "exceptions"
    TEXT = "text"
    FLAG = "flag"


class How(StrEnum):
    """How often something is asked: the kernel's cadences."""

    ONCE = "once"
    AFTER = "after"
    TIMES = "times"
    ROLLING = "rolling"
    HOURS = "hours"


class CountsFrom(StrEnum):
    """The day a time limit is counted from."""

    FIRST_DAY = "FIRST_DAY"
    MADE = "MADE"
    RELEASED = "RELEASED"


class Counts(StrEnum):
    """Whether a time limit runs after its first day, or is a period that begins with it."""

    AFTER = "after"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something the court states: hours, a distance, persons, a window."""

    name: str
    kind: Kind
    labels: Texts
    needed: bool = False
    unless: tuple[str, ...] = ()
    """Needed only where none of these is stated."""

    @property
    def is_phase(self) -> bool:
        """Say whether it names a part of the order."""
        return self.kind is Kind.PHASE


@dataclass(frozen=True, slots=True)
class Limit:
    """A parameter that the law limits, and the ceiling's code."""

    parameter: str
    clock: str


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A length of time: what the first stated parameter says, or else what the pack says."""

    parameters: tuple[str, ...] = ()
    length: Length | None = None
    working_days: int = 0
    to_the_end: bool = False

    @property
    def is_fixed(self) -> bool:
        """Say whether there is an answer when no parameter states one."""
        return bool(self.length or self.working_days or self.to_the_end)


@dataclass(frozen=True, eq=False)
class Asked:
    """One thing that a condition or a standard asks."""

    code: str
    labels: Texts
    owed_by: OwedBy
    how: How
    closed_by: tuple[str, ...]
    authority: str
    at_least: Strength = Strength.SELF_REPORT
    amount: str = ""
    within: TimeLimit = TimeLimit()
    counts_from: CountsFrom = CountsFrom.FIRST_DAY
    counts: Counts = Counts.AFTER
    event: str = ""
    times: int = 0
    window: Window = Window.MONTH
    part_window: PartWindow = PartWindow.OWED
    is_narrow: bool = True
    only_with: tuple[str, ...] = ()
    only_without: tuple[str, ...] = ()
    only_on: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """The parameters that the labels name."""
    of: str = ""
    """The condition or standard that asks it."""
    since: str = ""
    """The first day of that version, as its key has it."""
    sample: bool = False
    """Whether no law sets its number: it only stands for what an agency supplies."""

    @cached_property
    def is_always(self) -> bool:
        """Say whether it is asked of every order that has the condition."""
        return not (self.only_with or self.only_without or self.only_on)

    @cached_property
    def closers(self) -> frozenset[str]:
        """Return the kinds of evidence that close it."""
        return frozenset(self.closed_by)

    @cached_property
    def key(self) -> str:
        """Return what names it in a requirement: condition, version, code."""
        return f"{self.of}@{self.since}:{self.code}"

    def label_of(self, parameter: str) -> str:
        """Return the code under which the pack keeps a parameter's label."""
        return f"{self.of}.{parameter}"


@dataclass(frozen=True, slots=True)
class Method:
    """A way to check a condition, and how strong what it finds is."""

    code: str
    strength: Strength
    labels: Texts


@dataclass(frozen=True, slots=True)
class AtLevel:
    """What is expected at some levels of supervision."""

    levels: tuple[str, ...]
    at_least: Strength
    every: Length | None
    instruments: tuple[str, ...] = ()

    def fits(self, level: str, instrument: str) -> bool:
        """Say whether this is what is expected at a level, under an instrument."""
        at_level = not self.levels or level in self.levels
        return at_level and (not self.instruments or instrument in self.instruments)


@dataclass(frozen=True, slots=True)
class Knowing:
    """How a condition is known to be kept, and what the pack expects."""

    methods: tuple[Method, ...]
    at_least: Strength
    every: Length | None = None
    texts: Texts | None = None
    at_levels: tuple[AtLevel, ...] = ()

    def at(self, level: str, instrument: str = "") -> AtLevel:
        """Return what is expected at a level of supervision, under an instrument."""
        for each in self.at_levels:
            if each.fits(level, instrument):
                return each
        return AtLevel((), self.at_least, self.every)


@dataclass(frozen=True, slots=True)
class Owed:
    """A line of a worked example: what is owed, between which days, and where it stands."""

    what: str
    opens: date | None
    by: date | None
    stands: str


@dataclass(frozen=True, eq=False)
class Example:
    """A worked example: what the court did and what happened, then what is owed."""

    where: str
    shows: Texts
    instrument: str
    made: date
    length: Length | None
    released: date | None
    after: Mapping[str, Any]
    stated: Mapping[str, Any]
    on: date | None
    happened: tuple[Mapping[str, Any], ...]
    owed: tuple[Owed, ...]
    asks: tuple[str, ...]
    over: tuple[str, ...]
    says: Texts


@dataclass(frozen=True, eq=False)
class ConditionRule:
    """One condition of the library, from a day on."""

    code: str
    starts_on: date
    ends_before: date | None
    labels: Texts
    authority: str
    plain: Texts
    plain_open: Texts
    plain_also: tuple[Texts, ...] = ()
    """Sentences added where the order states all that they name."""
    aliases: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    compulsory_on: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    limits: tuple[Limit, ...] = ()
    requirements: tuple[Asked, ...] = ()
    knowing: Knowing | None = None
    nothing_owed: Texts | None = None
    examples: tuple[Example, ...] = ()
    source: str = ""
    note: str = ""
    note_fr: str = ""
    checked_on: date | None = None
    sample: bool = False
    where: str = ""

    def parameter(self, name: str) -> Parameter | None:
        """Return a parameter by name, or None."""
        return next((each for each in self.parameters if each.name == name), None)

    @property
    def last_day(self) -> date | None:
        """Return the last day it applies to, or None where it goes on."""
        return self.ends_before and self.ends_before - ONE_DAY

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """Return the parameters that name a part of the order."""
        return tuple(each.name for each in self.parameters if each.is_phase)

    @property
    def needed(self) -> tuple[Parameter, ...]:
        """Return the parameters without which nothing can be computed."""
        return tuple(each for each in self.parameters if each.needed)

"""A pack as it is used: plain frozen values that the kernel takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

from throughcare.kernel.calendar.counting import Clock
from throughcare.kernel.calendar.counting_law import CountingLaw
from throughcare.kernel.calendar.holidays import HolidayList
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.working import OfficeCalendar
from throughcare.kernel.terms.rules import TermRule
from throughcare.packs.condition_rules import ConditionRule, CountsFrom, Method, Texts
from throughcare.packs.guide_rules import NO_GUIDES, Guides
from throughcare.packs.standard_rules import NO_STANDARDS, Standards


@dataclass(frozen=True)
class HoursClock:
    """A clock in elapsed hours."""

    code: str
    hours: int
    authority: str
    starts_on: date


@dataclass(frozen=True)
class WorkingClock:
    """A clock in working days of an office."""

    code: str
    days: int
    authority: str
    starts_on: date


@dataclass(frozen=True)
class Ceiling:
    """The most a condition may ask."""

    code: str
    hours: int
    length: Length
    authority: str
    starts_on: date


@dataclass(frozen=True)
class MissingRule:
    """A rule that does not apply here, and what must be found instead."""

    code: str
    find: str
    does_not_apply: str
    boards: tuple[str, ...]
    starts_on: date


@dataclass(frozen=True)
class Shape:
    """How one kind of conformance case is read with a pack's rules."""

    category: str
    method: str
    when: tuple[str, ...]
    latest_of: tuple[str, ...]
    only_if: Mapping[str, Any]
    gives: Mapping[str, str]
    always: Mapping[str, Any]
    uses: Mapping[str, str]
    length: Length | None


@dataclass(frozen=True)
class Conformance:
    """What a pack says about conformance cases: its names, its words, the shapes it reads."""

    names: tuple[str, ...] = ()
    zone: str = "UTC"
    words: Mapping[str, tuple[str, ...]] | None = None
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, eq=False)
class StatedWords:
    """How what a court stated is written in the record, and how it is said."""

    counts_from: Mapping[str, CountsFrom] = field(default_factory=dict)
    ends: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Texts] = field(default_factory=dict)
    currency: str = ""


@dataclass(frozen=True, eq=False)
class Pack:
    """Every rule of a jurisdiction, as plain values."""

    code: str
    holidays: Mapping[str, HolidayList]
    laws: Mapping[str, CountingLaw]
    office: OfficeCalendar
    office_authority: str
    zones: tuple[str, ...]
    clocks: tuple[Clock, ...]
    hours: tuple[HoursClock, ...]
    working: tuple[WorkingClock, ...]
    ceilings: tuple[Ceiling, ...]
    missing: tuple[MissingRule, ...]
    terms: tuple[TermRule, ...]
    labels: Mapping[str, Mapping[str, str]]
    sentences: Mapping[str, Mapping[str, str]]
    authorities: Mapping[str, Mapping[str, str]]
    conformance: Conformance
    conditions: Mapping[str, tuple[ConditionRule, ...]] = field(default_factory=dict)
    """The versions of each condition, the latest first, under its code and its aliases."""
    condition_codes: tuple[str, ...] = ()
    methods: Mapping[str, Method] = field(default_factory=dict)
    evidence: Mapping[str, Texts] = field(default_factory=dict)
    events: Mapping[str, Texts] = field(default_factory=dict)
    narrow_events: frozenset[str] = frozenset()
    """The events that happen to one condition, not to the person."""
    unrecorded_events: frozenset[str] = frozenset()
    """The events that no part of the system records yet: what waits for one never falls due."""
    words: StatedWords = StatedWords()
    standards: Standards = NO_STANDARDS
    guides: Guides = NO_GUIDES


def holidays_of(code: str) -> str:
    """Return the name under which the label of a list of holidays is kept."""
    return f"holidays.{code}"


class Dated(Protocol):
    """A rule with a code and a first day."""

    @property
    def code(self) -> str:
        """Return the code."""

    @property
    def starts_on(self) -> date:
        """Return the first day it applies to."""


Rule = TypeVar("Rule", bound=Dated)


def rule_in_force(rules: Sequence[Rule], code: str, on: date) -> Rule | None:
    """Return the rule of a code that applies on a day, or None."""
    known = [rule for rule in rules if rule.code == code and rule.starts_on <= on]
    return max(known, key=lambda rule: rule.starts_on, default=None)

"""The words a pack reads with: patterns for codes, exceptions and turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from throughcare.kernel.reading.changes import Shorthand
from throughcare.kernel.reading.texts import Expression
from throughcare.kernel.reading.times import Clock

NEVER = re.compile(r"(?!)")
FORBIDDING = {"list_forbids": "not to ", "list_forbids_in_french": "ne pas "}
"""Turns of phrase of a beginning that forbids, and what then stands before each item in thought."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """Words that stand for a code; `unless` are words beside which they do not."""

    code: str
    name: str  # the code and the number of the pattern in the pack, to explain a proposal
    says: Expression
    unless: Expression = NEVER
    is_anywhere: bool = False  # also inside an exception or a purpose
    is_whole: bool = False  # the words of `unless` count in the whole sentence, not in its clause
    needs: tuple[frozenset[str], ...] = ()  # one of each set of letters stands where it is found

    def may_be_among(self, there: frozenset[str]) -> bool:
        """Say whether the letters that the pattern cannot do without are among those there."""
        return not any(map(there.isdisjoint, self.needs))


@dataclass(frozen=True, eq=False)
class Family:
    """Codes that speak of one thing, and how their lists are read."""

    name: str
    codes: frozenset[str]
    lead: str = ""  # what the words of an item in such a list leave out
    has_exceptions: bool = False
    rides: bool = False  # joins the condition it stands in, never parts it
    is_separate: bool = False  # two of its codes in a sentence are two conditions
    is_announced: bool = False  # counts in running text also where nothing is ordered
    is_alone: bool = False  # where it is said first, nothing else in the unit is ordered


NO_FAMILY = Family("", frozenset())


@dataclass(frozen=True, eq=False)
class Wording:
    """Everything a pack says about the words of orders."""

    conditions: tuple[Pattern, ...]
    families: tuple[Family, ...]
    turns: Mapping[str, Expression]  # named turns of phrase: what opens an obligation, a title …
    lists: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    asks: Mapping[str, frozenset[str]] = field(default_factory=dict)  # parameter: its codes
    elsewhere: frozenset[str] = frozenset()  # codes whose numbers are those of the whole order
    numbers: Mapping[str, int] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()  # words of numbers that may mean other numbers
    units: Mapping[str, Expression] = field(default_factory=dict)
    shorthand: tuple[Shorthand, ...] = ()

    def narrowed(self, plain: str) -> Wording:
        """Return the wording without the patterns that cannot be found in a folded text."""
        leads = [*FORBIDDING.values(), *(each.lead for each in self.families)]
        words = " ".join([plain, *leads])
        there = frozenset(each for each in self._letters if each in words)
        return replace(self, conditions=tuple(x for x in self.conditions if x.may_be_among(there)))

    @cached_property
    def _letters(self) -> frozenset[str]:
        """Return what some pattern cannot be found without: each is looked for once in a text."""
        needs = (letters for pattern in self.conditions for letters in pattern.needs)
        return frozenset().union(*needs)

    @cached_property
    def clock(self) -> Clock:
        """Return how times of day are said."""
        return Clock(self.numbers, self.turn("days"))

    def turn(self, name: str) -> Expression:
        """Return a named turn of phrase, or what never matches."""
        return self.turns.get(name, NEVER)

    def has(self, name: str, words: str) -> bool:
        """Say whether a turn of phrase is in folded words."""
        return self.turn(name).search(words) is not None

    def asked_of(self, codes: Iterable[str]) -> list[str]:
        """Return the parameters that any of these codes is read for."""
        return [name for name, asked in self.asks.items() if not asked.isdisjoint(codes)]

    def family(self, code: str) -> Family:
        """Return the family of a code, or one without codes."""
        return next((each for each in self.families if code in each.codes), NO_FAMILY)

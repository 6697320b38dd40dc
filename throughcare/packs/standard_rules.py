"""What the office does at each level of supervision, whatever the orders ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from throughcare.packs.condition_rules import Asked, Texts


@dataclass(frozen=True, slots=True)
class Interim:
    """The level a file is supervised as until its first assessment."""

    code: str
    as_level: str
    labels: Texts


@dataclass(frozen=True, eq=False)
class Standard:
    """One standard of supervision, from a day on."""

    code: str
    starts_on: date
    ends_before: date | None
    labels: Texts
    authority: str
    asked: Asked
    levels: tuple[str, ...] = ()
    """The levels it holds at; none named: every level."""
    times_at: Mapping[str, int] | None = None
    instruments: tuple[str, ...] = ()
    only_reporting: bool = False
    """Whether it holds only for a person whom an order tells to report."""
    sample: bool = False
    note: Texts | None = None
    where: str = ""

    def times(self, level: str) -> int:
        """Return how many times in each window it is done at a level."""
        if self.times_at is not None:
            return self.times_at.get(level, 0)
        return self.asked.times if self.holds_at(level) else 0

    def holds_at(self, level: str) -> bool:
        """Say whether anything is done at a level."""
        if self.times_at is not None:
            return bool(self.times_at.get(level))
        return not self.levels or level in self.levels


@dataclass(frozen=True)
class Standards:
    """The levels of a pack, its interim standards, and what is done at each level."""

    levels: Mapping[str, Texts]
    interim: Mapping[str, Interim]
    every: tuple[Standard, ...]


NO_STANDARDS = Standards({}, {}, ())

"""How the reader's proposals fared: what people confirmed unchanged, changed, added, removed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

UNKNOWN = "no pattern"


@dataclass(frozen=True)
class Decision:
    """One condition: what was proposed of it and what a person decided.

    Each is a list of codes with their parameters; a proposal may name the patterns it rests on.
    """

    proposed: Sequence[Mapping[str, Any]]
    decided: Sequence[Mapping[str, Any]]


@dataclass
class Tally:
    """How often a code, or a pattern, was confirmed as proposed, changed, added or removed."""

    unchanged: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0

    @property
    def proposed(self) -> int:
        """How often it was proposed."""
        return self.unchanged + self.changed + self.removed

    @property
    def kept(self) -> float | None:
        """The share of proposals that nobody touched; None where nothing was proposed."""
        return self.unchanged / self.proposed if self.proposed else None

    def counts(self) -> dict[str, int]:
        """Return the four counts by name."""
        return {name: getattr(self, name) for name in ("unchanged", "changed", "added", "removed")}


@dataclass
class Measured:
    """The tallies of every code and every pattern, and how many conditions they come from."""

    conditions: int = 0
    codes: dict[str, Tally] = field(default_factory=dict)
    patterns: dict[str, Tally] = field(default_factory=dict)

    def count(self, code: str, patterns: Iterable[str], what: str) -> None:
        """Count one fate of a code, and of the patterns it was proposed by."""
        _count(self.codes, code, what)
        for each in patterns:
            _count(self.patterns, each, what)


def measured(decisions: Iterable[Decision]) -> Measured:
    """Return how the proposals of these conditions fared."""
    found = Measured()
    for each in decisions:
        found.conditions += 1
        _measure(found, each)
    return found


def _measure(found: Measured, each: Decision) -> None:
    decided = {code["code"]: code for code in each.decided}
    proposed = {code["code"] for code in each.proposed}
    for code in each.proposed:
        fate = _fate(code, decided.get(code["code"]))
        found.count(code["code"], code.get("patterns") or [UNKNOWN], fate)
    for name in decided.keys() - proposed:
        found.count(name, [], "added")


def _fate(proposed: Mapping[str, Any], decided: Mapping[str, Any] | None) -> str:
    if decided is None:
        return "removed"
    return "unchanged" if decided["parameters"] == proposed["parameters"] else "changed"


def _count(tallies: dict[str, Tally], name: str, what: str) -> None:
    tally = tallies.setdefault(name, Tally())
    setattr(tally, what, getattr(tally, what) + 1)

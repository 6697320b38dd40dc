"""An order cut into conditions, headings and what could not be placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import Unit


@dataclass(eq=False)
class Condition:
    """A condition as it is being put together: its pieces of text and its codes."""

    pieces: list[Unit]
    hits: list[Hit]
    continues: bool = False
    is_embedded: bool = False

    @property
    def span(self) -> Span:
        """Return the text from the first piece to the last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    @property
    def codes(self) -> list[str]:
        """Return the codes in the order of their words, each once."""
        return list(dict.fromkeys(hit.code for hit in self.hits))

    def take(self, unit: Unit, hits: list[Hit]) -> None:
        """Add a piece and what it says that was not said yet."""
        self.pieces.append(unit)
        known = set(self.codes)
        self.hits += [hit for hit in hits if hit.code not in known]


@dataclass
class Layout:
    """What the units of an order became. No unit is lost."""

    conditions: list[Condition] = field(default_factory=list)
    headings: list[Unit] = field(default_factory=list)
    unplaced: list[Unit] = field(default_factory=list)

    @property
    def last(self) -> Condition | None:
        """Return the last condition so far."""
        return self.conditions[-1] if self.conditions else None

    def embed_since(self, parent: Condition) -> None:
        """Mark what stands between two parts of a list of exceptions as embedded in it."""
        since = self.conditions.index(parent) + 1
        for each in self.conditions[since:]:
            each.is_embedded = each.is_embedded or not each.continues

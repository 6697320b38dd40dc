"""One obligation: its window, its state, its evidence and its reasons."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.obligations.words import OwedBy, State


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is owed in one window, and where it stands. Its key: requirement and first day."""

    requirement: str
    opens_on: date
    due_before: date
    owed_by: OwedBy
    state: State
    needed: Fraction
    met: Fraction
    evidence: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> tuple[str, date]:
        """Return what names this obligation for ever."""
        return self.requirement, self.opens_on

"""One obligation: its window, its state, its evidence and its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.obligations.pauses import merged
from throughcare.kernel.obligations.reasons import Grounds, reasons_for
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
    grounds: Grounds = field(repr=False)

    @property
    def key(self) -> tuple[str, date]:
        """Return what names this obligation for ever."""
        return self.requirement, self.opens_on

    @property
    def safe_before(self) -> date:
        """Return the day before which it is in time on every reading of its last day.

        The office aims at this one; nothing is overdue before `due_before`.
        """
        slot = self.grounds.slot
        if slot.safe_before is None:
            return self.due_before
        return slot.safe_before + (self.due_before - slot.due_before)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return the rule with its last day, what moved that day, what counts, who decided."""
        return reasons_for(self.grounds, self.due_before, self.met, self.state)

    def pace(self, on: date) -> Fraction:
        """Return how much an even pace would have on file at the end of a day.

        Paused days stand still: nobody falls behind in custody.
        """
        slot = self.grounds.slot
        gone = (min(on + ONE_DAY, self.due_before) - slot.opens_on).days
        for first, after in merged(self.grounds.pauses, on):
            gone -= max((after - max(first, slot.opens_on)).days, 0)
        whole = max((slot.due_before - slot.opens_on).days, 1)
        return self.needed * min(Fraction(max(gone, 0), whole), Fraction(1))


def owed_by(owner: OwedBy, found: Iterable[Obligation]) -> list[Obligation]:
    """Return what one side owes. The person's lapses and the office's are never one list."""
    return [each for each in found if each.owed_by is owner]

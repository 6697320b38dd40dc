"""The lines of an account: each obligation with its one ending."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.accounting.endings import (
    ENDING_OF,
    Ending,
    RecordedReason,
    reason_recorded,
)
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.obligations.computing import obligations_on
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.on_file import OnFile
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import State


@dataclass(frozen=True, slots=True)
class Line:
    """One obligation, how it ends, and the reason where that is what ends it."""

    requirement: Requirement
    obligation: Obligation
    ending: Ending
    recorded: RecordedReason | None
    lives: Period
    """From its first day to the last day it could be met in, was met on, or is still owed on."""

    @property
    def key(self) -> tuple[str, date]:
        """Return what names the obligation for ever: its requirement and its first day."""
        return self.obligation.key

    @property
    def is_late(self) -> bool:
        """Say whether the evidence came after the last day."""
        return self.obligation.state is State.DONE_LATE


def lines_of(requirements: Iterable[Requirement], facts: Facts, on: date) -> tuple[Line, ...]:
    """Return a line for every obligation of every requirement; none is left out."""
    days = {each.id: each.on for each in facts.evidence}
    on_file = OnFile(facts, on)
    return tuple(line for each in requirements for line in _lines(each, on_file, days))


def _lines(requirement: Requirement, on_file: OnFile, days: dict[str, date]) -> Iterator[Line]:
    facts, on = on_file.facts, on_file.on
    for each in obligations_on(on_file, requirement):
        yield Line(
            requirement,
            each,
            ENDING_OF[each.state],
            reason_recorded(each, facts, requirement.in_force.ends_before, on),
            Period(each.opens_on, _lives_until(each, days, on)),
        )


def _lives_until(obligation: Obligation, days: dict[str, date], on: date) -> date:
    """Return the day before which an obligation lives."""
    if obligation.state is State.OVERDUE:
        return max(obligation.due_before, on + ONE_DAY)
    met_on = [days[each] + ONE_DAY for each in obligation.evidence]
    return max([obligation.due_before, *met_on])

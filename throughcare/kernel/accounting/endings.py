"""How an obligation ends in an account: evidence, a recorded reason, not yet due, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from throughcare.kernel.obligations.facts import Decision, Facts, Pause, decided
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.words import State


class Ending(StrEnum):
    """What an account says at the end of a line. There is no fifth."""

    EVIDENCE = auto()
    RECORDED_REASON = auto()
    NOT_YET_DUE = auto()
    NOTHING_ON_FILE = auto()


class Recorded(StrEnum):
    """What was recorded in place of evidence."""

    SET_ASIDE = auto()
    NO_STAFF = auto()
    PAUSED = auto()
    ENDED = auto()


ENDING_OF: dict[State, Ending] = {
    State.DONE: Ending.EVIDENCE,
    State.DONE_LATE: Ending.EVIDENCE,
    State.SET_ASIDE: Ending.RECORDED_REASON,
    State.NOT_DONE_NO_STAFF: Ending.RECORDED_REASON,
    State.PAUSED: Ending.RECORDED_REASON,
    State.ENDED: Ending.RECORDED_REASON,
    State.AHEAD: Ending.NOT_YET_DUE,
    State.OPEN: Ending.NOT_YET_DUE,
    State.OVERDUE: Ending.NOTHING_ON_FILE,
}
"""Evidence that falls short closes nothing: the rest of what was owed has nothing on file."""


@dataclass(frozen=True, slots=True)
class RecordedReason:
    """Why an obligation needs no evidence: what was recorded, by whom, why, for which time.

    `source` is the id of the decision; `why` is the words of a decision or the kind of a pause.
    Who recorded a pause, or ended an order, stands in the record and is left empty here.
    """

    what: Recorded
    since: date
    by: str = ""
    why: str = ""
    source: str = ""


def reason_recorded(
    obligation: Obligation, facts: Facts, ends_before: date | None, on: date
) -> RecordedReason | None:
    """Return what was recorded in place of evidence, or None where the ending is another.

    `ends_before` is the day from which the requirement was no longer in force.
    """
    match obligation.state:
        case State.SET_ASIDE:
            return _of_decision(Recorded.SET_ASIDE, facts.set_aside, obligation)
        case State.NOT_DONE_NO_STAFF:
            return _of_decision(Recorded.NO_STAFF, facts.no_staff, obligation)
        case State.PAUSED:
            return _of_pause(facts.pauses, on)
        case State.ENDED:
            return _of_end(obligation, facts.pauses, ends_before, on)
    return None


def _of_decision(
    what: Recorded, decisions: Iterable[Decision], obligation: Obligation
) -> RecordedReason:
    decision = decided(decisions, obligation.requirement, obligation.opens_on)
    if decision is None:
        raise LookupError(f"{obligation.key} was decided by a decision that is not there.")
    return RecordedReason(what, decision.period.starts_on, decision.by, decision.why, decision.id)


def _of_end(
    obligation: Obligation, pauses: Iterable[Pause], ends_before: date | None, on: date
) -> RecordedReason:
    """Return that the requirement ended, or else the pause in which the whole window went by."""
    if ends_before is None or ends_before >= obligation.due_before:
        for pause in pauses:
            if pause.period.holds(obligation.opens_on):
                return RecordedReason(Recorded.PAUSED, pause.period.starts_on, why=pause.kind)
    return RecordedReason(Recorded.ENDED, ends_before or on)


def _of_pause(pauses: Iterable[Pause], on: date) -> RecordedReason:
    """Return the pause that holds on the day; of two, the one that began first."""
    pause = min(
        (each for each in pauses if each.period.holds(on)),
        key=lambda each: (each.period.starts_on, each.kind),
    )
    return RecordedReason(Recorded.PAUSED, pause.period.starts_on, why=pause.kind)

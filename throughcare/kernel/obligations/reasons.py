"""Why an obligation is what it is: codes and facts, for which a pack has the sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from throughcare.kernel.calendar.answers import Fact, Reason, because
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.obligations.facts import Decision, Evidence, Pause
from throughcare.kernel.obligations.requirements import After, Hours, Requirement, Rolling, Times
from throughcare.kernel.obligations.slots import Slot
from throughcare.kernel.obligations.words import State


class Why(StrEnum):
    """The reasons that this part of the kernel gives."""

    ONCE = "obligation.once"
    TWO_READINGS = "obligation.two_readings"
    AFTER_EVENT = "obligation.after_event"
    AFTER_EVENT_COUNTED = "obligation.after_event_counted"
    TIMES_IN_WINDOW = "obligation.times_in_window"
    SINCE_LAST = "obligation.since_last"
    SINCE_LAST_COUNTED = "obligation.since_last_counted"
    HOURS_BY = "obligation.hours_by"
    STILL_PAUSED = "obligation.still_paused"
    PAUSED = "obligation.paused"
    PUT_OFF = "obligation.put_off"
    WENT_BY_IN_PAUSE = "obligation.went_by_in_pause"
    CLOSED_BY = "obligation.closed_by"
    SO_FAR = "obligation.so_far"
    SET_ASIDE = "obligation.set_aside"
    NO_STAFF = "obligation.no_staff"
    OVERDUE = "obligation.overdue"
    ENDED = "obligation.ended"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an obligation rests on. Its reasons are made from it when somebody asks."""

    requirement: Requirement
    slot: Slot
    taken: tuple[Evidence, ...]
    pauses: tuple[Pause, ...]
    decision: Decision | None


def reasons_for(
    grounds: Grounds, due_before: date, met: Fraction, state: State
) -> tuple[Reason, ...]:
    """Return the rule, what moved its last day, what is on file, who decided, how it stands."""
    authority = grounds.requirement.authority
    return (
        _rule(grounds.requirement, grounds.slot),
        *_two_readings(grounds.slot, authority),
        *_pauses(grounds, due_before, state),
        *_on_file(grounds, met),
        *(
            because(code, authority, **facts)
            for code, facts in _standing(grounds, due_before, state)
        ),
    )


def _rule(requirement: Requirement, slot: Slot) -> Reason:
    """Return what is asked and through which day, before any pause."""
    facts: dict[str, Fact] = {"last": slot.due_before - ONE_DAY}
    match requirement.cadence:
        case After(event, within):
            facts |= {"event": event, "on": slot.since, "opens": slot.opens_on}
            code = Why.AFTER_EVENT_COUNTED if slot.is_counted else Why.AFTER_EVENT
            facts |= {} if slot.is_counted else {"length": within}
        case Rolling(within):
            facts |= {"since": slot.since, "opens": slot.opens_on}
            code = Why.SINCE_LAST_COUNTED if slot.is_counted else Why.SINCE_LAST
            facts |= {} if slot.is_counted else {"length": within}
        case Times():
            code, facts["count"] = Why.TIMES_IN_WINDOW, slot.needed
            facts["opens"] = slot.opens_on
        case Hours():
            code, facts["hours"] = Why.HOURS_BY, slot.needed
            facts["opens"] = slot.opens_on
        case _:
            code, facts["opens"] = Why.ONCE, slot.opens_on
    return because(code, requirement.authority, **facts)


def _two_readings(slot: Slot, authority: str) -> Iterator[Reason]:
    """Return that the last day is another one when it is counted the other way."""
    if slot.safe_before is not None:
        safe, last = slot.safe_before - ONE_DAY, slot.due_before - ONE_DAY
        yield because(Why.TWO_READINGS, authority, safe=safe, last=last)


def _pauses(grounds: Grounds, due_before: date, state: State) -> Iterator[Reason]:
    """Return the pauses of the window and how far they move its last day."""
    slot, authority = grounds.slot, grounds.requirement.authority
    for pause in grounds.pauses:
        period = pause.period
        if period.ends_before is None:
            yield because(Why.STILL_PAUSED, authority, kind=pause.kind, first=period.starts_on)
        else:
            until = period.ends_before - ONE_DAY
            yield because(
                Why.PAUSED, authority, kind=pause.kind, first=period.starts_on, until=until
            )
    if due_before > slot.due_before:
        yield because(
            Why.PUT_OFF,
            authority,
            count=Length(days=(due_before - slot.due_before).days),
            before=slot.due_before - ONE_DAY,
            last=due_before - ONE_DAY,
        )
    elif slot.goes_by_in_pause and grounds.pauses and state is State.ENDED:
        yield because(Why.WENT_BY_IN_PAUSE, authority)


def _on_file(grounds: Grounds, met: Fraction) -> Iterator[Reason]:
    """Return what was taken as evidence, and how much of what is needed it comes to."""
    authority = grounds.requirement.authority
    for each in grounds.taken:
        yield because(Why.CLOSED_BY, authority, evidence=each.id, kind=each.kind, on=each.on)
    if grounds.slot.needed != 1:
        yield because(Why.SO_FAR, authority, met=met, needed=grounds.slot.needed)


def _standing(
    grounds: Grounds, due_before: date, state: State
) -> Iterator[tuple[Why, dict[str, Fact]]]:
    """Return who decided, or since when it is overdue or ended."""
    ends_before = grounds.requirement.in_force.ends_before
    if grounds.decision is not None:
        code = Why.SET_ASIDE if state is State.SET_ASIDE else Why.NO_STAFF
        yield code, {"by": grounds.decision.by, "why": grounds.decision.why}
    elif state is State.OVERDUE:
        yield Why.OVERDUE, {"since": due_before}
    elif state is State.ENDED and ends_before is not None and ends_before < due_before:
        yield Why.ENDED, {"last": ends_before - ONE_DAY}

"""Why an obligation is what it is: codes and facts, for which a pack has the sentences."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from throughcare.kernel.calendar.answers import Reason, because
from throughcare.kernel.obligations.facts import Decision, Evidence
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Hours,
    Once,
    Requirement,
    Rolling,
    Times,
)


class Why(StrEnum):
    """The reasons that this part of the kernel gives."""

    ONCE = "obligation.once"
    AFTER_EVENT = "obligation.after_event"
    TIMES_IN_WINDOW = "obligation.times_in_window"
    SINCE_LAST = "obligation.since_last"
    HOURS_BY = "obligation.hours_by"
    CLOSED_BY = "obligation.closed_by"
    PUT_OFF = "obligation.put_off"
    DECIDED = "obligation.decided"


_OF_CADENCE: dict[type[Cadence], Why] = {
    Once: Why.ONCE,
    After: Why.AFTER_EVENT,
    Times: Why.TIMES_IN_WINDOW,
    Rolling: Why.SINCE_LAST,
    Hours: Why.HOURS_BY,
}


def reasons_for(
    requirement: Requirement,
    due_before: date,
    taken: Sequence[Evidence],
    decision: Decision | None,
) -> tuple[Reason, ...]:
    """Return the rule, what closed it, and who decided: in this order."""
    reasons = [
        because(_OF_CADENCE[type(requirement.cadence)], requirement.authority, before=due_before)
    ]
    reasons += [
        because(Why.CLOSED_BY, requirement.authority, evidence=each.id, on=each.on)
        for each in taken
    ]
    if decision:
        reasons.append(
            because(Why.DECIDED, requirement.authority, by=decision.by, why=decision.why)
        )
    return tuple(reasons)

"""What somebody still has to do, with the pieces that a to-do line needs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.utils.text import capfirst

from throughcare.account.law import authority_of, label_of, sentences_of
from throughcare.account.naming import what_of
from throughcare.account.short import short_of
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import OwedBy, State


class Action(StrEnum):
    """The one act that a line proposes. Whose page it is, who shows the line knows."""

    DECIDE = "DECIDE"
    RECORD_CONTACT = "RECORD_CONTACT"
    GIVE_DIRECTION = "GIVE_DIRECTION"
    VERIFY = "VERIFY"
    EXPLAIN = "EXPLAIN"
    CONFIRM_ORDER = "CONFIRM_ORDER"
    SET_LEVEL = "SET_LEVEL"
    OPEN = "OPEN"


# The act that gives each kind of evidence; a kind that is not here is closed on its own page.
ACTION_OF = {
    "REPORTED": Action.RECORD_CONTACT,
    "REPORTED_OTHER": Action.RECORD_CONTACT,
    "SEEN_OFFICE": Action.RECORD_CONTACT,
    "SEEN_HOME": Action.RECORD_CONTACT,
    "SEEN_COMMUNITY": Action.RECORD_CONTACT,
    "COLLATERAL_CONTACT": Action.RECORD_CONTACT,
    "INTAKE_INTERVIEW": Action.RECORD_CONTACT,
    "DIRECTED": Action.GIVE_DIRECTION,
    "DIRECTED_REPORT": Action.GIVE_DIRECTION,
    "EXPLAINED": Action.EXPLAIN,
    "ORDER_CONFIRMED": Action.CONFIRM_ORDER,
    "ASSESSED": Action.SET_LEVEL,
    "CHECKED": Action.VERIFY,
    "HOURS_WORKED": Action.VERIFY,
    "ENROLLED": Action.VERIFY,
    "ATTENDED": Action.VERIFY,
    "PROOF_SHOWN": Action.VERIFY,
    "PAID": Action.VERIFY,
    "SURRENDERED": Action.VERIFY,
    "RELEASE_SIGNED": Action.VERIFY,
    "SAMPLE_GIVEN": Action.VERIFY,
}


@dataclass(frozen=True, slots=True)
class Todo:
    """One unsettled obligation. Its words are made when asked for, in the language of the page."""

    case: UUID
    requirement: Requirement
    obligation: Obligation
    action: Action

    @property
    def key(self) -> tuple[str, date]:
        """Return the requirement and the first day of the window."""
        return self.obligation.key

    @property
    def owed_by(self) -> OwedBy:
        """Return who owes it."""
        return self.obligation.owed_by

    @property
    def state(self) -> State:
        """Return where it stands."""
        return self.obligation.state

    @property
    def opens_on(self) -> date:
        """Return the first day on which it may be done."""
        return self.obligation.opens_on

    @property
    def last_day(self) -> date:
        """Return the last day on which it is in time."""
        return self.obligation.due_before - ONE_DAY

    @property
    def safe_day(self) -> date:
        """Return the last day on which it is in time on every way of counting."""
        return self.obligation.safe_before - ONE_DAY

    @property
    def what(self) -> str:
        """Return what is to be done."""
        return what_of(self.requirement)

    @property
    def closed_by(self) -> list[str]:
        """Return what would close it."""
        return sorted({label_of(kind) for kind in self.requirement.closed_by})

    @property
    def short(self) -> str:
        """Return how the last day was counted, in a few words; "" where only the rule says it."""
        return capfirst(short_of(self.requirement, self.obligation))

    @property
    def authority(self) -> str:
        """Return the rule that asks for it; "" for what was directed."""
        return authority_of(self.requirement.authority)

    @property
    def reasons(self) -> list[str]:
        """Return the whole reason, in sentences."""
        return sentences_of(self.obligation.reasons)


def todo_of(case: UUID, requirement: Requirement, obligation: Obligation) -> Todo:
    """Return an unsettled obligation with the act that it proposes.

    What the person has not done in time is for a person to decide about: no act closes it.
    """
    is_lapse = obligation.state is State.OVERDUE and obligation.owed_by is OwedBy.PERSON
    action = Action.DECIDE if is_lapse else _action(requirement.closed_by)
    return Todo(case, requirement, obligation, action)


@lru_cache(maxsize=4_096)
def _action(closed_by: frozenset[str]) -> Action:
    """Return the act that gives one of some kinds of evidence, the first by name."""
    kinds = sorted(kind.partition("@")[0] for kind in closed_by)
    return next((ACTION_OF[kind] for kind in kinds if kind in ACTION_OF), Action.OPEN)

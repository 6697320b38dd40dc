"""What a manager's day holds beside their own files: the office, and what was departed from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from throughcare.access import Permission
from throughcare.cases.queries.office import uncovered_files
from throughcare.decisions.models import Answer, SetAside
from throughcare.decisions.queries import decided_on, waiting_for
from throughcare.decisions.words import reason_in_words
from throughcare.staff.models import StaffMember
from throughcare.today.queries.changed import ProposalChanged, proposals_changed


@dataclass(frozen=True)
class Override:
    """Something that was owed and that somebody set aside: in whose file, what, by whom, why."""

    number: str
    name: Any
    at: datetime
    what: str
    by: str
    why: str
    waits: bool


@dataclass(frozen=True)
class OfficeDay:
    """How the office stands on a day."""

    uncovered: int
    waiting: int
    overrides: Sequence[Override]
    changed: Sequence[ProposalChanged] = ()


def office_of(member: StaffMember, on: date) -> OfficeDay | None:
    """Return how the office stands, for whoever answers for it; None for anyone else.

    Four queries, whatever the office's size; three more where a proposal was changed.
    """
    if not member.may(Permission.APPROVE_DECISION):
        return None
    return OfficeDay(
        uncovered=len(uncovered_files(member, on)),
        waiting=waiting_for(member, on).count(),
        overrides=[_override(each) for each in decided_on(member, on)],
        changed=proposals_changed(member, on),
    )


def _override(decision: SetAside) -> Override:
    return Override(
        number=decision.case.number,
        name=decision.case.person.name,
        at=decision.decided_at,
        what=decision.what,
        by=decision.decided_by.full_name,
        why=reason_in_words(decision.reason_code, decision.words),
        waits=decision.answer == Answer.WAITING,
    )

"""What waits in an office: uncovered files, transfers, restricted files."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughcare.cases.models import (
    Assignment,
    Case,
    Outcome,
    Restriction,
    Transfer,
)
from throughcare.cases.queries.holders import left_holder
from throughcare.cases.queries.visibility import visible_cases
from throughcare.people.naming import ShownName
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class Waiting:
    """A file that waits for someone."""

    number: str
    name: ShownName
    since: datetime
    transfer: Transfer | None = None
    left: bool = False
    """Whether its holder no longer works at the office."""


def uncovered_files(member: StaffMember, on: date) -> list[Waiting]:
    """Return the uncovered files of the member's office, longest first. One query.

    Those held by someone who no longer works there are uncovered too, whatever was recorded.
    """
    held = (
        Assignment.objects.filter(
            Q(uncovered=True) | left_holder(on),
            case__in=office_files(member, on),
            ends_at=None,
        )
        .select_related("case__person")
        .order_by("starts_at")
    )
    return [
        Waiting(each.case.number, each.case.person.name, each.starts_at, left=not each.uncovered)
        for each in held
    ]


def waiting_transfers(member: StaffMember, on: date) -> list[Waiting]:
    """Return the transfers that wait, from and to the member's office, longest first. One query."""
    waiting = (
        Transfer.objects.filter(
            Q(from_office=member.office) | Q(to_office=member.office),
            case__in=visible_cases(member, on),
            outcome=Outcome.WAITING,
        )
        .select_related("case__person", "from_office", "to_office")
        .order_by("proposed_at")
    )
    return [
        Waiting(each.case.number, each.case.person.name, each.proposed_at, each) for each in waiting
    ]


def restricted_files(member: StaffMember, on: date) -> list[tuple[str, ShownName]]:
    """Return the restricted files of the office that are open to the member. One query."""
    standing = Restriction.objects.filter(case=OuterRef("pk"), lifted_at=None)
    files = office_files(member, on).filter(Exists(standing)).select_related("person")
    return [(case.number, case.person.name) for case in files.order_by("person__sort_key")]


def office_files(member: StaffMember, on: date) -> QuerySet[Case]:
    """Return the open files of the member\'s office that are open to them."""
    return visible_cases(member, on).filter(office=member.office, closed_on=None)

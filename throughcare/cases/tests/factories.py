"""Files for tests."""

from typing import Any

from throughcare.cases.commands import conflict, opening, restriction
from throughcare.cases.models import Case, Conflict, Restriction
from throughcare.people.models import Person
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.models import Office, StaffMember
from throughcare.staff.tests.factories import a_member, an_office


def a_case(
    *,
    holder: StaffMember | None = None,
    person: Person | None = None,
    office: Office | None = None,
    kind: str = "SUPERVISION",
    **facts: Any,
) -> Case:
    """Return an open file held by an officer of its office (a new one unless given)."""
    office = office or (holder.office if holder else an_office())
    officer = holder or a_member("OFFICER", office=office)
    return opening.open_case(
        id=new_id(),
        person=person or a_person(),
        kind=kind,
        office=office,
        by=officer,
        holder=officer,
        **facts,
    )


def restricted(case: Case, *members: StaffMember) -> Restriction:
    """Return the restriction of a file to its holder and the members given."""
    holder = case.assignments.get(ends_at=None).holder
    return restriction.restrict_case(
        id=new_id(), case=case, members=members, reason="Known to staff", by=holder
    )


def a_conflict(case: Case, member: StaffMember) -> Conflict:
    """Return a member's conflict with a file."""
    return conflict.declare_conflict(id=new_id(), case=case, by=member, words="A cousin")

"""Files opened in an emergency: which stand open, and whom to tell."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare import clock
from throughcare.cases.models import Case, Conflict, EmergencyAccess
from throughcare.cases.queries.holders import conflicted_ids, staff_of
from throughcare.staff.models import StaffMember
from throughcare.staff.roles import Manager


def standing_emergencies(member: UUID, now: datetime) -> QuerySet[EmergencyAccess, Any]:
    """Return what is open to a member in an emergency at a moment."""
    return EmergencyAccess.objects.filter(member=member, opened_at__lte=now, ends_at__gt=now)


def case_in_emergency(member: StaffMember, number: str) -> Case:
    """Return the file of a number for opening in an emergency. One query.

    :raises Case.DoesNotExist: when there is none, and just the same where a conflict bars it.
    """
    barred = Conflict.objects.filter(member=member)
    files = Case.objects.select_related("person", "office")
    return files.exclude(
        Q(pk__in=barred.filter(person=None).values("case"))
        | Q(person__in=barred.filter(case=None).values("person"))
    ).get(number=number)


def whom_to_tell(case: Case, member: StaffMember) -> StaffMember | None:
    """Return the manager who hears of an emergency: of the file's office, else of the member's.

    Never the member, nor who has a conflict with the file.
    """
    barred = conflicted_ids(case) | {member.pk}
    for office in (case.office, member.office):
        if office is None:
            continue
        for manager in staff_of(office, clock.today(), roles=[Manager.code]):
            if manager.pk not in barred:
                return manager
    return None

"""Files opened in an emergency: which stand open, whom to tell, what waits for review."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import Case, Conflict, EmergencyAccess
from throughcare.cases.queries.holders import conflicted_ids, staff_of
from throughcare.staff.models import StaffMember
from throughcare.staff.roles import Manager


def standing_emergencies(member: StaffMember) -> QuerySet[EmergencyAccess, Any]:
    """Return what is open to a member in an emergency at this moment."""
    now = clock.wall()
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


def may_review(reviewer: StaffMember, looked: StaffMember) -> bool:
    """Say whether someone may review what another looked at: a third person, not a subordinate.

    Who reviews a manager is not posted under them.
    """
    if reviewer.pk == looked.pk or not reviewer.may(Permission.REVIEW_LOOKS):
        return False
    under = reviewer.office == looked.office and reviewer.role != Manager.code
    return not (looked.role == Manager.code and under)


def emergencies_to_review(reviewer: StaffMember) -> list[EmergencyAccess]:
    """Return what was opened in an emergency and waits for review, the oldest first.

    To the manager who was told, and to whoever may review what was opened by a member, or in a
    file, of their office; those that told nobody, to every reviewer. Not to who has a conflict
    with the file. One query, and one for each member's posting.
    """
    if not reviewer.may(Permission.REVIEW_LOOKS):
        return []
    waiting = EmergencyAccess.objects.filter(reviewed_at=None).select_related(
        "case__office", "case__person", "member", "told"
    )
    own = Q(told=reviewer) | Q(told=None) | Q(case__office=reviewer.office)
    conflicts = Conflict.objects.filter(
        Q(case=OuterRef("case")) | Q(person=OuterRef("case__person")), member=reviewer
    )
    found = waiting.filter(own, ~Exists(conflicts)).order_by("opened_at")
    return [each for each in found if may_review(reviewer, each.member)]

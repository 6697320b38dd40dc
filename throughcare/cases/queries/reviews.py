"""What was opened in an emergency and waits for a third person's review."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import Conflict, EmergencyAccess
from throughcare.cases.queries.visibility import visible_cases
from throughcare.staff.models import Posting, StaffMember
from throughcare.staff.roles import Manager


def may_review(reviewer: StaffMember, looked: StaffMember) -> bool:
    """Say whether someone may review what another looked at: a third person, not a subordinate.

    Who reviews a manager is not posted under them. Whoever sees no file reviews those managers
    alone who have no other manager beside them in their office.
    """
    if reviewer.pk == looked.pk or not reviewer.may(Permission.REVIEW_LOOKS):
        return False
    if not reviewer.may(Permission.SEE_CASE):
        return looked in lone_managers(clock.today())
    under = reviewer.office == looked.office and reviewer.role != Manager.code
    return not (looked.role == Manager.code and under)


def lone_managers(on: date) -> list[StaffMember]:
    """Return the managers who are the only one of their office on a day. Two queries."""
    managers = Posting.objects.on(on).filter(role=Manager.code, member__is_active=True)
    alone = managers.values("office").annotate(many=Count("member", distinct=True)).filter(many=1)
    posted = managers.filter(office__in=alone.values("office"))
    return list(
        StaffMember.objects.with_posting(on)
        .filter(pk__in=posted.values("member"))
        .order_by("surname", "given_name")
    )


def emergencies_to_review(reviewer: StaffMember) -> list[EmergencyAccess]:
    """Return what was opened in an emergency and waits for review, the oldest first.

    To the manager who was told, and to whoever may review and see the file; those that told
    nobody, to every reviewer. Not to who has a conflict with the file. One query, and one for
    each member's posting.
    """
    if not reviewer.may(Permission.REVIEW_LOOKS):
        return []
    waiting = EmergencyAccess.objects.filter(reviewed_at=None).select_related(
        "case__office", "case__person", "member", "told"
    )
    seen = visible_cases(reviewer, clock.today()).values("pk")
    own = Q(told=reviewer) | Q(told=None) | Q(case__in=seen)
    conflicts = Conflict.objects.filter(
        Q(case=OuterRef("case")) | Q(person=OuterRef("case__person")), member=reviewer
    )
    found = waiting.filter(own, ~Exists(conflicts)).order_by("opened_at")
    return [each for each in found if may_review(reviewer, each.member)]

"""Who holds a file, who may, and who answers for an office."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughcare.access import Permission
from throughcare.cases.models import Assignment, Case, Conflict, Cover, LevelPeriod, Restriction
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.roles import ROLES, Manager


def roles_that_may(permission: Permission) -> list[str]:
    """Return the roles that allow something."""
    return [role.code for role in ROLES.values() if permission in role.permissions]


HOLDING_ROLES = [role.code for role in ROLES.values() if role.holds_cases]


def standing_assignment(case: Case) -> Assignment | None:
    """Return who holds a file now; None when it is closed. One query."""
    return Assignment.objects.select_related("holder").filter(case=case, ends_at=None).first()


def standing_level(case: Case, on: date) -> LevelPeriod | None:
    """Return the level of a file on a day, if it has one. One query."""
    return LevelPeriod.objects.on(on).select_related("confirmed_by").filter(case=case).first()


def standing_restriction(case: Case) -> Restriction | None:
    """Return the restriction that closes a file to all but named members. One query."""
    return next(iter(_restrictions_of(case.pk)), None)


@composed_once
def _restrictions_of(case: UUID) -> QuerySet[Restriction]:
    return Restriction.objects.filter(case=case, lifted_at=None).order_by("pk")


def cover_of(case: Case, holder: StaffMember | None, on: date) -> Cover | None:
    """Return who covers a file on a day; a cover of the one file goes before the officer's."""
    found = _covers_of_held(case.pk, holder.pk, on) if holder else _covers_of(case.pk, on)
    return min(found, key=lambda cover: cover.case_id is None, default=None)


@composed_once
def _covers_of(case: UUID, on: date) -> QuerySet[Cover]:
    return Cover.objects.on(on).select_related("covering").filter(case=case)


@composed_once
def _covers_of_held(case: UUID, holder: UUID, on: date) -> QuerySet[Cover]:
    covers = Cover.objects.on(on).select_related("covering")
    return covers.filter(Q(case=case) | Q(officer=holder))


def conflicted_ids(case: Case) -> set[UUID]:
    """Return the ids of members who declared a conflict with a file or its person."""
    found = Conflict.objects.filter(Q(case=case) | Q(person=case.person_id))
    return set(found.values_list("member", flat=True))


def staff_of(office: Office, on: date, *, roles: list[str] | None = None) -> QuerySet[StaffMember]:
    """Return the members posted to an office on a day, in alphabetical order."""
    postings = Posting.objects.on(on).filter(office=office)
    if roles is not None:
        postings = postings.filter(role__in=roles)
    found = StaffMember.objects.filter(pk__in=postings.values("member"), is_active=True)
    return found.order_by("surname", "given_name")


def works_here(member: StaffMember, office: Office, on: date) -> bool:
    """Say whether a member is posted to an office on a day. One query."""
    return bool(_postings_here(member.pk, office.pk, on))


@composed_once
def _postings_here(member: UUID, office: UUID, on: date) -> QuerySet[Posting, UUID]:
    here = Posting.objects.on(on).filter(member=member, office=office, member__is_active=True)
    return here.values_list("pk", flat=True)


def left_holder(on: date) -> Q:
    """Return what keeps the assignments whose holder does not work at the file's office.

    Who is not posted there, or has left, is nobody: the file waits for another holder.
    """
    posted = Posting.objects.on(on).filter(
        member=OuterRef("holder"), office=OuterRef("case__office"), member__is_active=True
    )
    return Q(~Exists(posted))


def numbers_left(numbers: Iterable[str], on: date) -> set[str]:
    """Return those numbers of files whose holder no longer works there. One query."""
    return set(_numbers_left(list(numbers), on))


@composed_once
def _numbers_left(numbers: Collection[str], on: date) -> QuerySet[Assignment, str]:
    held = Assignment.objects.filter(any_of("case__number", numbers), left_holder(on), ends_at=None)
    return held.values_list("case__number", flat=True)


def may_hold(case: Case, on: date, *, office: Office | None = None) -> list[StaffMember]:
    """Return who may hold a file: officers and managers of the office, without a conflict."""
    barred = conflicted_ids(case)
    staff = staff_of(office or case.office, on, roles=HOLDING_ROLES)
    return [member for member in staff if member.pk not in barred]


def manager_for(case: Case, on: date, *, office: Office | None = None) -> StaffMember | None:
    """Return the manager who holds a file that nobody covers: of the office, without a conflict."""
    barred = conflicted_ids(case)
    managers = staff_of(office or case.office, on, roles=[Manager.code])
    return next((member for member in managers if member.pk not in barred), None)

"""How many files each officer of an office holds, and who covers whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q

from throughcare.cases.models import (
    Assignment,
    Case,
    Cover,
    Level,
    LevelPeriod,
)
from throughcare.cases.queries.holders import HOLDING_ROLES, staff_of
from throughcare.cases.queries.office import office_files
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class Caseload:
    """How many open files an officer holds, and who covers them today."""

    name: str
    files: int
    high: int
    covered_by: str


@dataclass(frozen=True)
class FileCovers:
    """How many files someone covers for a colleague, file by file."""

    covering: str
    holder: str
    files: int


def caseloads(member: StaffMember, on: date) -> list[Caseload]:
    """Return the officers of the office in alphabetical order, with their files. Four queries."""
    if member.office is None:
        return []
    high = LevelPeriod.objects.on(on).filter(
        case=OuterRef("case"), level__in=[Level.HIGH, Level.VERY_HIGH]
    )
    held = (
        Assignment.objects.filter(case__in=office_files(member, on), ends_at=None, uncovered=False)
        .values("holder")
        .annotate(files=Count("pk"), high=Count("pk", filter=Q(Exists(high))))
    )
    counts = {each["holder"]: (each["files"], each["high"]) for each in held}
    staff = staff_of(member.office, on, roles=HOLDING_ROLES)
    covers = Cover.objects.on(on).filter(officer__in=staff).select_related("covering")
    covering = {cover.officer_id: cover.covering.short_name for cover in covers}
    return [
        Caseload(
            f"{officer.surname}, {officer.given_name}",
            *counts.get(officer.pk, (0, 0)),
            covering.get(officer.pk, ""),
        )
        for officer in staff
    ]


def covers_of_office(member: StaffMember, on: date) -> list[Cover]:
    """Return the covers of whole caseloads at the office that run or will, soonest first."""
    if member.office is None:
        return []
    staff = staff_of(member.office, on, roles=HOLDING_ROLES)
    found = Cover.objects.filter(officer__in=staff, ends_before__gt=on)
    return list(found.select_related("officer", "covering").order_by("starts_on"))


def cover_at_office(member: StaffMember, cover: UUID, on: date) -> Cover | None:
    """Return a cover at the office that runs or will, of an officer or of one file. Two queries."""
    if member.office is None:
        return None
    staff = staff_of(member.office, on, roles=HOLDING_ROLES)
    ours = Q(officer__in=staff) | Q(case__in=office_files(member, on))
    found = Cover.objects.filter(ours, pk=cover, ends_before__gt=on)
    return found.select_related("officer", "covering", "case__person").first()


def covers_of_file(case: Case, on: date) -> list[Cover]:
    """Return the covers of one file that run or will, soonest first. One query."""
    found = Cover.objects.filter(case=case, ends_before__gt=on).select_related("covering")
    return list(found.order_by("starts_on"))


def file_covers(member: StaffMember, on: date) -> list[FileCovers]:
    """Return who covers how many files of whom today, file by file, by name. One query."""
    covers = (
        Cover.objects.on(on)
        .filter(case__in=office_files(member, on), case__assignments__ends_at=None)
        .select_related("covering")
        .annotate(holder_id=F("case__assignments__holder"))
    )
    pairs = Counter((cover.covering, cover.holder_id) for cover in covers)
    holders = StaffMember.objects.in_bulk({holder for _covering, holder in pairs})
    found = [
        FileCovers(covering.full_name, holders[holder].full_name, files)
        for (covering, holder), files in pairs.items()
    ]
    return sorted(found, key=lambda each: (each.holder, each.covering))

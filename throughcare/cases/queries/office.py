"""What a manager looks at: uncovered files, transfers, caseloads, restricted files; and counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from throughcare.cases.models import (
    Assignment,
    Case,
    Cover,
    Kind,
    Level,
    LevelPeriod,
    Outcome,
    Restriction,
    Transfer,
)
from throughcare.cases.queries.caseload import FRENCH
from throughcare.cases.queries.holders import HOLDING_ROLES, staff_of
from throughcare.cases.queries.visibility import visible_cases
from throughcare.people.naming import ShownName
from throughcare.people.words import Language
from throughcare.staff.models import StaffMember

SMALLEST_GROUP = 5


@dataclass(frozen=True)
class Waiting:
    """A file that waits for someone."""

    number: str
    name: ShownName
    since: datetime
    transfer: Transfer | None = None


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


def uncovered_files(member: StaffMember, on: date) -> list[Waiting]:
    """Return the uncovered files of the member's office, longest first. One query."""
    held = (
        Assignment.objects.filter(case__in=_office_files(member, on), ends_at=None, uncovered=True)
        .select_related("case__person")
        .order_by("starts_at")
    )
    return [Waiting(each.case.number, each.case.person.name, each.starts_at) for each in held]


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
    files = _office_files(member, on).filter(Exists(standing)).select_related("person")
    return [(case.number, case.person.name) for case in files.order_by("person__sort_key")]


def caseloads(member: StaffMember, on: date) -> list[Caseload]:
    """Return the officers of the office in alphabetical order, with their files. Four queries."""
    if member.office is None:
        return []
    high = LevelPeriod.objects.on(on).filter(
        case=OuterRef("case"), level__in=[Level.HIGH, Level.VERY_HIGH]
    )
    held = (
        Assignment.objects.filter(case__in=_office_files(member, on), ends_at=None, uncovered=False)
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


def file_covers(member: StaffMember, on: date) -> list[FileCovers]:
    """Return who covers how many files of whom today, file by file, by name. One query."""
    covers = (
        Cover.objects.on(on)
        .filter(case__in=_office_files(member, on), case__assignments__ends_at=None)
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


def counts_for_analysts(on: date) -> dict[str, dict[str, int | None]]:
    """Return the open files of the whole agency by kind, level and language. Two queries.

    A group of fewer than five is suppressed (None), and a second one with it when the total
    would give it away.
    """
    files = Case.objects.open()
    total = files.aggregate(
        all=Count("pk"),
        french=Count("pk", filter=FRENCH),
        **{kind: Count("pk", filter=Q(kind=kind)) for kind in Kind.values},
    )
    levels = (
        LevelPeriod.objects.on(on)
        .filter(case__closed_on=None)
        .values_list("level")
        .annotate(files=Count("pk"))
    )
    found = dict(levels)
    return {
        "kind": suppressed({Kind(kind).label: total[kind] for kind in Kind.values}),
        "level": suppressed({Level(level).label: found.get(level, 0) for level in Level.values}),
        "language": suppressed(
            {
                Language.FRENCH.label: total["french"],
                Language.ENGLISH.label: total["all"] - total["french"],
            }
        ),
    }


def suppressed(counts: Mapping[Any, int]) -> dict[Any, int | None]:
    """Return counts without the groups under five, and without what would give one away.

    When a single group is left out, the next smallest goes too: else it is the total less the
    others. An empty group tells of nobody and stays.
    """
    small = [name for name, count in counts.items() if 0 < count < SMALLEST_GROUP]
    if len(small) == 1:
        others = [name for name, count in counts.items() if count >= SMALLEST_GROUP]
        small += sorted(others, key=lambda name: counts[name])[:1]
    return {name: None if name in small else count for name, count in counts.items()}


def _office_files(member: StaffMember, on: date) -> QuerySet[Case]:
    return visible_cases(member, on).filter(office=member.office, closed_on=None)

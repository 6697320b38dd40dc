"""Lists of files: a page of lines, and how many files each filter keeps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from throughcare.cases.models import (
    Assignment,
    Away,
    AwayKind,
    Case,
    Cover,
    Level,
    LevelPeriod,
    Outcome,
    Transfer,
)
from throughcare.cases.queries.holders import left_holder
from throughcare.cases.queries.visibility import my_cases, visible_cases
from throughcare.people.naming import ShownName
from throughcare.staff.models import Office, StaffMember

PAGE = 60
FRENCH = Q(person__service_language="FRENCH") | Q(
    person__service_language="", person__spoken_language="fr"
)


@dataclass(frozen=True)
class CaseLine:
    """One file in a list."""

    number: str
    name: ShownName
    french: bool
    kind: Any
    level: Level | None
    holder: str
    uncovered: bool
    since: datetime | None
    covered_by: str
    away: Sequence[Any]
    away_since: date | None
    transfer_to: Office | None


@dataclass(frozen=True)
class Filter:
    """A way to narrow a list, with how many files it keeps."""

    code: str
    words: Any
    count: int
    current: bool


def scope_of(member: StaffMember, asked: str) -> str:
    """Return whose files to list: what was asked for, as far as the role goes."""
    role = member.role_class
    if role is None or not role.sees_whole_office:
        return "mine"
    if asked in ("mine", "office"):
        return asked
    return "mine" if role.holds_cases else "office"


def cases_of(member: StaffMember, scope: str, on: date) -> QuerySet[Case]:
    """Return the open files of a list: the member's own and covered, or those of their office."""
    if scope == "mine":
        return my_cases(member, on)
    return visible_cases(member, on).filter(office=member.office, closed_on=None)


def filters_of(member: StaffMember, on: date, scope: str = "office") -> dict[str, tuple[Any, Q]]:
    """Return the filters of a list by code: the words shown and what is kept."""
    standing = Assignment.objects.filter(case=OuterRef("pk"), ends_at=None)
    high = LevelPeriod.objects.on(on).filter(
        case=OuterRef("pk"), level__in=[Level.HIGH, Level.VERY_HIGH]
    )
    away = Away.objects.on(on).filter(person=OuterRef("person"))
    nobodys = standing.filter(Q(uncovered=True) | left_holder(on))
    not_mine = ~Q(Exists(standing.filter(holder=member)))
    mine = Q() if scope == "mine" else Q(pk__in=my_cases(member, on).values("pk"))
    return {
        "all": (_("All"), Q()),
        "high": (_("High and very high"), Q(Exists(high))),
        "french": (_("French"), FRENCH),
        "uncovered": (_("Uncovered"), Q(Exists(nobodys))),
        "covered": (_("Covered by me"), mine & not_mine),
        "away": (_("Away"), Q(Exists(away))),
    }


def counted_filters(
    cases: QuerySet[Case], member: StaffMember, on: date, *, chosen: str, scope: str = "office"
) -> list[Filter]:
    """Return every filter with its count; `scope` says whose files they are. One query."""
    known = filters_of(member, on, scope)
    counts = cases.aggregate(
        **{code: Count("pk", filter=kept or None) for code, (_words, kept) in known.items()}
    )
    return [
        Filter(code, words, counts[code], code == chosen) for code, (words, _kept) in known.items()
    ]


def with_standing(cases: QuerySet[Case], on: date) -> QuerySet[Case]:
    """Return files that come with person, holder, level, time away, covers and transfer.

    Six queries for any number of files.
    """
    held = Assignment.objects.filter(ends_at=None).select_related("holder")
    covers = Cover.objects.on(on).select_related("covering")
    waiting = Transfer.objects.filter(outcome=Outcome.WAITING).select_related("to_office")
    return cases.select_related("person").prefetch_related(
        Prefetch("assignments", held, to_attr="held"),
        Prefetch("held__holder__covered_by", covers, to_attr="covered_days"),
        Prefetch("covers", covers, to_attr="case_covers"),
        Prefetch("levels", LevelPeriod.objects.on(on), to_attr="standing_levels"),
        Prefetch("person__aways", Away.objects.on(on).order_by("starts_on"), to_attr="away_now"),
        Prefetch("transfers", waiting, to_attr="waiting"),
    )


def case_lines(cases: Any, on: date) -> list[CaseLine]:
    """Return files as lines, in the order given. Seven queries for any number."""
    return [_line(case) for case in with_standing(cases, on)]


def _line(case: Any) -> CaseLine:
    held: Any = next(iter(case.held), None)
    person = case.person
    covers = case.case_covers or (held.holder.covered_days if held else [])
    return CaseLine(
        number=case.number,
        name=person.name,
        french=is_french(person),
        kind=case.get_kind_display(),
        level=next((Level(period.level) for period in case.standing_levels), None),
        holder=held.holder.short_name if held else "",
        uncovered=bool(held and held.uncovered),
        since=held.starts_at if held else None,
        covered_by=covers[0].covering.short_name if covers else "",
        away=[AwayKind(away.kind).label for away in person.away_now],
        away_since=person.away_now[0].starts_on if person.away_now else None,
        transfer_to=next((transfer.to_office for transfer in case.waiting), None),
    )


def is_french(person: Any) -> bool:
    """Say whether a person is served in French, by choice or, unasked, by the language spoken."""
    if person.service_language:
        return bool(person.service_language == "FRENCH")
    return bool(person.spoken_language == "fr")

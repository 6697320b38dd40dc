"""Lists of files: a page of lines, and how many files each filter keeps."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from throughcare import clock
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
from throughcare.cases.queries.visibility import (
    mine_at,
    my_cases,
    office_seen,
    sees_the_present,
    visible_at,
    visible_cases,
)
from throughcare.people.naming import ShownName
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once
from throughcare.staff.models import Office, StaffMember

PAGE = 60
FILTERS: dict[str, Any] = {
    "all": _("All"),
    "high": _("High and very high"),
    "french": _("French"),
    "uncovered": _("Uncovered"),
    "covered": _("Covered by me"),
    "away": _("Away"),
}
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
    mine = Q() if scope == "mine" else Q(pk__in=my_cases(member, on).values("pk"))
    kept = _kept(member.pk, on, mine)
    return {code: (words, kept[code]) for code, words in FILTERS.items()}


def _kept(member: UUID, on: date, mine: Q) -> dict[str, Q]:
    """Return what each filter keeps; `mine` keeps what a member holds or covers."""
    standing = Assignment.objects.filter(case=OuterRef("pk"), ends_at=None)
    high = LevelPeriod.objects.on(on).filter(
        case=OuterRef("pk"), level__in=[Level.HIGH, Level.VERY_HIGH]
    )
    away = Away.objects.on(on).filter(person=OuterRef("person"))
    nobodys = standing.filter(Q(uncovered=True) | left_holder(on))
    not_mine = ~Q(Exists(standing.filter(holder=member)))
    return {
        "all": Q(),
        "high": Q(Exists(high)),
        "french": FRENCH,
        "uncovered": Q(Exists(nobodys)),
        "covered": mine & not_mine,
        "away": Q(Exists(away)),
    }


def counted_filters(
    member: StaffMember, on: date, *, chosen: str, scope: str = "office"
) -> list[Filter]:
    """Return every filter with its count; `scope` says whose files they are. One query."""
    counts = next(iter(_counts(member, on, scope)), (0,) * len(FILTERS))
    return [
        Filter(code, words, count, code == chosen)
        for (code, words), count in zip(FILTERS.items(), counts, strict=True)
    ]


def _counts(member: StaffMember, on: date, scope: str) -> Iterable[tuple[int, ...]]:
    """Return one row: how many files of a list each filter keeps; none where no file is seen."""
    now, office = clock.wall(), office_seen(member)
    if scope == "mine" and sees_the_present(member):
        return _counts_of_mine(member.pk, on, now)
    if scope == "office" and sees_the_present(member) and office:
        return _counts_of_office(member.pk, on, now, office)
    kept = {code: kept for code, (_words, kept) in filters_of(member, on, scope).items()}
    return _counted(cases_of(member, scope, on), kept)


@composed_once
def _counts_of_mine(member: UUID, on: date, now: datetime) -> QuerySet[Case, tuple[int, ...]]:
    return _counted(mine_at(member, on, now), _kept(member, on, Q()))


@composed_once
def _counts_of_office(
    member: UUID, on: date, now: datetime, office: UUID
) -> QuerySet[Case, tuple[int, ...]]:
    files = visible_at(member, on, now, office).filter(office=office, closed_on=None)
    mine = Q(pk__in=mine_at(member, on, now).values("pk"))
    return _counted(files, _kept(member, on, mine))


def _counted(cases: QuerySet[Case], kept: dict[str, Q]) -> QuerySet[Case, Any]:
    """Return one row with how many files each filter keeps."""
    counts = {f"kept_{code}": Count("pk", filter=each or None) for code, each in kept.items()}
    return cases.annotate(one=Value(1)).values("one").annotate(**counts).values_list(*counts)


def case_lines(cases: Any, on: date) -> list[CaseLine]:
    """Return files as lines, in the order given. Seven queries for any number."""
    files = list(cases.select_related("person"))
    beside = _beside(files, on)
    return [_line(case, beside) for case in files]


@dataclass(frozen=True)
class _Beside:
    """What stands of files on a day, by file, by holder or by person."""

    held: Mapping[UUID, Assignment]
    levels: Mapping[UUID, LevelPeriod]
    transfers: Mapping[UUID, Transfer]
    case_covers: Mapping[UUID, Cover]
    holder_covers: Mapping[UUID | None, Cover]
    away: Mapping[UUID, Sequence[Away]]


def _beside(files: Sequence[Case], on: date) -> _Beside:
    cases, people = [each.pk for each in files], [each.person_id for each in files]
    held = {each.case_id: each for each in _held(cases)}
    away: dict[UUID, list[Away]] = {}
    for each in _aways(people, on):
        away.setdefault(each.person_id, []).append(each)
    return _Beside(
        held=held,
        levels={each.case_id: each for each in _levels(cases, on)},
        transfers={each.case_id: each for each in _transfers(cases)},
        case_covers={
            each.case_id: each for each in _covers(cases, on, column="case") if each.case_id
        },
        holder_covers={
            each.officer_id: each
            for each in _covers([each.holder_id for each in held.values()], on, column="officer")
        },
        away=away,
    )


@composed_once
def _held(cases: Collection[UUID]) -> QuerySet[Assignment]:
    held = Assignment.objects.filter(any_of("case", cases), ends_at=None)
    return held.select_related("holder")


@composed_once
def _levels(cases: Collection[UUID], on: date) -> QuerySet[LevelPeriod]:
    return LevelPeriod.objects.on(on).filter(any_of("case", cases))


@composed_once
def _transfers(cases: Collection[UUID]) -> QuerySet[Transfer]:
    waiting = Transfer.objects.filter(any_of("case", cases), outcome=Outcome.WAITING)
    return waiting.select_related("to_office")


@composed_once
def _covers(ids: Collection[UUID], on: date, *, column: str) -> QuerySet[Cover]:
    covers = Cover.objects.on(on).filter(any_of(column, ids))
    return covers.select_related("covering").order_by("-pk")


@composed_once
def _aways(people: Collection[UUID], on: date) -> QuerySet[Away]:
    return Away.objects.on(on).filter(any_of("person", people)).order_by("starts_on")


def _line(case: Case, beside: _Beside) -> CaseLine:
    held, person = beside.held.get(case.pk), case.person
    cover = beside.case_covers.get(case.pk) or (held and beside.holder_covers.get(held.holder_id))
    level, transfer = beside.levels.get(case.pk), beside.transfers.get(case.pk)
    away = beside.away.get(person.pk, ())
    return CaseLine(
        number=case.number,
        name=person.name,
        french=is_french(person),
        kind=case.get_kind_display(),
        level=Level(level.level) if level else None,
        holder=held.holder.short_name if held else "",
        uncovered=bool(held and held.uncovered),
        since=held.starts_at if held else None,
        covered_by=cover.covering.short_name if cover else "",
        away=[AwayKind(each.kind).label for each in away],
        away_since=away[0].starts_on if away else None,
        transfer_to=transfer.to_office if transfer else None,
    )


def is_french(person: Any) -> bool:
    """Say whether a person is served in French, by choice or, unasked, by the language spoken."""
    if person.service_language:
        return bool(person.service_language == "FRENCH")
    return bool(person.spoken_language == "fr")

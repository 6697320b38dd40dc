"""Whom a day is about: the files of a member, each with the person, level and cover."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from throughcare import clock
from throughcare.cases.models import Assignment, Away, AwayKind, Case, Level, LevelPeriod
from throughcare.cases.queries.caseload import is_french
from throughcare.cases.queries.visibility import mine_at, my_cases, sees_the_present
from throughcare.people.naming import ShownName
from throughcare.record.composed import composed_once
from throughcare.staff.models import StaffMember
from throughcare.today.queries.lines import Who


class _File(NamedTuple):
    """What a line says of a file and its person. The order is that of `NEEDED`."""

    id: UUID
    number: str
    surname: str
    given: str
    family_first: bool
    service_language: str
    spoken_language: str
    level: str | None
    held: dict[str, str] | None
    away: list[str]


PERSON = ("surname", "given", "family_first", "service_language", "spoken_language")
NEEDED = ("id", "number", *(f"person__{name}" for name in PERSON), "now_at", "held", "away")


def people_of(member: StaffMember, on: date) -> dict[UUID, Who]:
    """Return whom the member's open files are about, by file. One query for any number."""
    if sees_the_present(member):
        rows = map(_File._make, _files(member.pk, on, clock.wall()))
    else:
        rows = map(_File._make, _needed(my_cases(member, on), on))
    return {file.id: _who(file, member) for file in rows}


@composed_once
def _files(member: UUID, on: date, now: datetime) -> QuerySet[Case, Any]:
    return _needed(mine_at(member, on, now), on)


def _needed(files: QuerySet[Case], on: date) -> QuerySet[Case, Any]:
    held = Assignment.objects.filter(case=OuterRef("pk"), ends_at=None)
    levels = LevelPeriod.objects.on(on).filter(case=OuterRef("pk"))
    away = Away.objects.on(on).filter(person=OuterRef("person")).order_by("starts_on")
    said: Any = {name: f"holder__{name}" for name in ("id", "given_name", "surname")}
    described = files.annotate(
        now_at=Subquery(levels.values("level")[:1]),
        held=Subquery(held.values(said=JSONObject(**said))[:1]),
        away=ArraySubquery(away.values("kind")),
    )
    return described.values_list(*NEEDED)


def _who(file: _File, member: StaffMember) -> Who:
    level = Level(file.level) if file.level else None
    name = ShownName(file.surname, file.given, file.family_first)
    return Who(
        case=file.id,
        number=file.number,
        surname=name.surname,
        given=name.given,
        initials=name.initials,
        level=level.bars if level else 0,
        level_word=str(level.label) if level else "",
        french=is_french(file),
        covered_for=_covered_for(file, member),
        away=", ".join(str(AwayKind(kind).label) for kind in file.away),
    )


def _covered_for(file: _File, member: StaffMember) -> str:
    """Return who holds the file, where that is not the member; "" where it is."""
    if file.held is None or file.held["id"] == str(member.pk):
        return ""
    return StaffMember(given_name=file.held["given_name"], surname=file.held["surname"]).short_name

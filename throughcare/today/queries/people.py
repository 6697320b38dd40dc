"""Whom a day is about: the files of a member, each with the person, level and cover."""

from datetime import date
from typing import Any
from uuid import UUID

from throughcare.cases.models import AwayKind, Level
from throughcare.cases.queries.caseload import is_french, with_standing
from throughcare.cases.queries.visibility import my_cases
from throughcare.staff.models import StaffMember
from throughcare.today.queries.lines import Who


def people_of(member: StaffMember, on: date) -> dict[UUID, Who]:
    """Return whom the member's open files are about, by file. Seven queries for any number."""
    return {case.pk: who_of(case, member) for case in with_standing(my_cases(member, on), on)}


def who_of(case: Any, member: StaffMember) -> Who:
    """Return whom a file is about; `case` comes with its standing (`with_standing`)."""
    held: Any = next(iter(case.held), None)
    level = next((Level(period.level) for period in case.standing_levels), None)
    name = case.person.name
    covered = held is not None and held.holder_id != member.pk
    return Who(
        case=case.pk,
        number=case.number,
        surname=name.surname,
        given=name.given,
        initials=name.initials,
        level=level.bars if level else 0,
        level_word=str(level.label) if level else "",
        french=is_french(case.person),
        covered_for=held.holder.short_name if covered else "",
        away=", ".join(str(AwayKind(each.kind).label) for each in case.person.away_now),
    )

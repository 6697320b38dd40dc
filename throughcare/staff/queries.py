"""Who works where, who is there today, and who is on duty."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch

from throughcare import clock
from throughcare.staff.models import (
    Absence,
    DutyDay,
    Office,
    Posting,
    StaffMember,
    StaffSession,
    WorkingDays,
)
from throughcare.staff.roles import ROLES, Role

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})


@dataclass(frozen=True)
class StaffLine:
    """A member on one day: at work, away, or not a working day."""

    member: StaffMember
    works: bool
    absences: tuple[Absence, ...]

    @property
    def away(self) -> Absence | None:
        """Return the absence that takes the whole day, if any."""
        return next((each for each in self.absences if each.from_time is None), None)

    @property
    def part_away(self) -> Absence | None:
        return next((each for each in self.absences if each.from_time is not None), None)

    @property
    def present(self) -> bool:
        return self.works and self.away is None


@dataclass(frozen=True)
class DutyLine:
    """A day of an office and its duty officer, if one is named."""

    day: date
    officer: StaffMember | None


def posted_at(office: Office, on: date) -> list[StaffMember]:
    """Return everyone whose posting of a day is at an office, by surname. Two queries."""
    found = StaffMember.objects.with_posting(on).filter(
        is_active=True, postings__in=Posting.objects.on(on).filter(office=office)
    )
    return by_surname(found)


def officers_of(office: Office, on: date) -> list[StaffMember]:
    """Return the officers posted at an office on a day, by surname. Two queries."""
    return [member for member in posted_at(office, on) if member.role == "OFFICER"]


def holders_of(office: Office, on: date) -> list[StaffMember]:
    """Return who may hold cases of an office on a day: officers and managers. Two queries."""
    return [member for member in posted_at(office, on) if role_of(member).holds_cases]


def office_today(office: Office, on: date) -> list[StaffLine]:
    """Return everyone posted at an office and whether they are there on a day. Four queries."""
    members = posted_at(office, on)
    weeks = {each.member_id: each for each in WorkingDays.objects.on(on).filter(member__in=members)}
    away: dict[Any, list[Absence]] = {}
    for absence in Absence.objects.on(on).filter(member__in=members).order_by("starts_on"):
        away.setdefault(absence.member_id, []).append(absence)
    return [
        StaffLine(
            member,
            works=on.isoweekday() in _weekdays(weeks.get(member.pk)),
            absences=tuple(away.get(member.pk, ())),
        )
        for member in members
    ]


def present(office: Office, on: date) -> list[StaffMember]:
    """Return who is at work at an office on a day, also for a part of it. Four queries."""
    return [line.member for line in office_today(office, on) if line.present]


def is_present(member: StaffMember, on: date) -> bool:
    """Say whether a day is a working day of a member without a whole-day absence. Two queries."""
    away = member.absences.on(on).filter(from_time=None).exists()
    return on.isoweekday() in working_days_of(member, on) and not away


def duty_officer(office: Office, on: date) -> StaffMember | None:
    """Return the duty officer of an office on a day. One query."""
    named = DutyDay.objects.filter(office=office, day=on).select_related("officer").first()
    return named.officer if named else None


def duty_week(office: Office, on: date) -> list[DutyLine]:
    """Return the working days of the week around a day with their duty officers. One query."""
    monday = on - timedelta(days=on.weekday())
    days = [monday + timedelta(days=after) for after in range(5)]
    named = DutyDay.objects.filter(office=office, day__in=days).select_related("officer")
    officers = {each.day: each.officer for each in named}
    return [DutyLine(day, officers.get(day)) for day in days]


def working_days_of(member: StaffMember, on: date) -> frozenset[int]:
    """Return the ISO weekdays a member works in the week of a day. One query."""
    return _weekdays(member.working_days.on(on).first())


def coming_absences(member: StaffMember, on: date) -> list[Absence]:
    """Return a member's absences that end after a day, soonest first. One query."""
    return list(member.absences.filter(ends_before__gt=on).order_by("starts_on"))


def staff_list(on: date, find: str = "") -> list[StaffMember]:
    """Return all accounts, by surname, with their posting of a day. Two queries.

    `find` keeps those whose name, sign-in name or office contains it, whatever its accents.
    """
    wanted = plain(find)
    everyone = by_surname(StaffMember.objects.with_posting(on))
    return [member for member in everyone if wanted in _words(member)] if wanted else everyone


def member_with_past(member_id: Any, on: date) -> StaffMember | None:
    """Return an account with all its postings, newest first. Three queries."""
    newest = Posting.objects.select_related("office").order_by("-starts_on")
    every = Prefetch("postings", newest, to_attr="every_posting")
    return StaffMember.objects.with_posting(on).prefetch_related(every).filter(pk=member_id).first()


def open_sessions(member: StaffMember) -> list[StaffSession]:
    """Return the sessions of a member that have not ended, latest use first. One query."""
    standing = StaffSession.objects.filter(member=member, expire_date__gt=clock.wall())
    return list(standing.order_by("-seen_at"))


def offices() -> list[Office]:
    """Return every office by name. One query."""
    return sorted(Office.objects.all(), key=lambda office: plain(office.name))


def role_of(member: StaffMember) -> type[Role]:
    """Return the role class of a member; without a posting one that holds no case."""
    return ROLES.get(member.role, Role)


def by_surname(members: Iterable[StaffMember]) -> list[StaffMember]:
    """Return members in the order of a French and English list: accents do not count."""
    return sorted(members, key=lambda each: (plain(each.surname), plain(each.given_name)))


def plain(words: str) -> str:
    """Return words without accents and capitals, for finding and sorting."""
    taken_apart = unicodedata.normalize("NFKD", words.strip().casefold())
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign))


def _weekdays(week: WorkingDays | None) -> frozenset[int]:
    return frozenset(week.weekdays) if week else MONDAY_TO_FRIDAY


def _words(member: StaffMember) -> str:
    office = member.office.name if member.office else ""
    return plain(f"{member.full_name} {member.surname} {member.username} {office}")

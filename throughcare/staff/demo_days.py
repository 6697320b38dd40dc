"""Working days, absences and duty officers of generated staff."""

from collections import defaultdict
from datetime import date, time, timedelta

from throughcare.record.entries import Actor, System
from throughcare.staff.demo_world import World
from throughcare.staff.models import Absence, AbsenceKind, DutyDay, Office, StaffMember, WorkingDays
from throughcare.staff.queries import MONDAY_TO_FRIDAY

COMPRESSED = {"roy": [2, 3, 4, 5], "pelletier": [1, 2, 3, 4]}
DAYS_BACK, DAYS_AHEAD = 30, 21
# Of the demo office: who, why, first day and length counted from the Monday of this week.
STORIES = (
    ("nair", AbsenceKind.VACATION, 0, 5),
    ("beaucage", AbsenceKind.COURT, 3, 1),
    ("mancini", AbsenceKind.TRAINING, 7, 3),
    ("gervais", AbsenceKind.SICK, -6, 2),
    ("okafor", AbsenceKind.VACATION, -140, 12),
    ("tremblay", AbsenceKind.VACATION, 28, 5),
)


def populate(world: World) -> None:
    """Give everyone a week and absences, and every office its duty officers."""
    weeks = _working_days(world)
    away = _absences(world)
    for office, members in _by_office(world).items():
        _duty_days(world, office, members, weeks, away)


def _working_days(world: World) -> dict[str, list[int]]:
    """Keep the weeks that are not Monday to Friday, and return them by sign-in name."""
    weeks = {}
    for member in world.members:
        week = COMPRESSED.get(member.username)
        if week is None and member.password == "!" and world.chance.random() < 0.06:  # noqa: S105
            week = [day for day in range(1, 6) if day != world.chance.choice((1, 5))]
        if week is None:
            continue
        since = member.posting.starts_on if member.posting else world.today
        said = world.loader.entry(
            "staff.working_days_set", by=System(), recorded_at=world.moment(since, 10)
        )
        said.add(WorkingDays(id=world.new_id(), member=member, weekdays=week, starts_on=since))
        weeks[member.username] = week
    return weeks


def _absences(world: World) -> dict[str, list[Absence]]:
    """Keep the absences of the demo office's stories, and now and then of anyone else."""
    monday = world.today - timedelta(days=world.today.weekday())
    by_name = {member.username: member for member in world.members}
    planned = [
        (by_name[name], kind, monday + timedelta(days=first), days)
        for name, kind, first, days in STORIES
    ]
    for member in world.members:
        if member.password == "!" and world.chance.random() < 0.12:  # noqa: S105
            first = monday + timedelta(days=7 * world.chance.randrange(-2, 3))
            planned.append((member, AbsenceKind.VACATION, first, 5))
    away: dict[str, list[Absence]] = defaultdict(list)
    for member, kind, first, days in planned:
        away[member.username].append(_away(world, member, kind, first, days))
    _away(world, by_name["singh"], AbsenceKind.PART_DAY, world.today, 1, (time(13), time(15)))
    return away


def _away(  # noqa: PLR0917 - one line of the plan
    world: World,
    member: StaffMember,
    kind: AbsenceKind,
    first: date,
    days: int,
    part: tuple[time, time] | None = None,
) -> Absence:
    """Keep one absence, recorded three weeks before, or for sickness on its first day."""
    ahead = 0 if kind == AbsenceKind.SICK else 21
    known_on = min(first, world.today) - timedelta(days=ahead)
    said = world.loader.entry(
        "staff.absence_recorded", by=member, recorded_at=world.moment(known_on, 8, 45)
    )
    return said.add(
        Absence(
            id=world.new_id(),
            member=member,
            kind=kind,
            starts_on=first,
            ends_before=first + timedelta(days=days),
            from_time=part[0] if part else None,
            to_time=part[1] if part else None,
        )
    )


def _by_office(world: World) -> dict[Office, list[StaffMember]]:
    found: dict[Office, list[StaffMember]] = defaultdict(list)
    for member in world.members:
        if member.office in world.offices:
            found[member.office].append(member)
    return found


def _duty_days(
    world: World,
    office: Office,
    members: list[StaffMember],
    weeks: dict[str, list[int]],
    away: dict[str, list[Absence]],
) -> None:
    """Name the officers in turn: of those there that day, whose last duty is longest ago."""
    officers = [member for member in members if member.role == "OFFICER"]
    manager: Actor = next(member for member in members if member.role == "MANAGER")
    monday = world.today - timedelta(days=world.today.weekday())
    last_on_duty: dict[str, date] = {}
    for offset in range(-DAYS_BACK // 7 * 7, DAYS_AHEAD + 7):
        day = monday + timedelta(days=offset)
        there = [each for each in officers if _is_there(each, day, weeks, away)]
        if not there or day.isoweekday() > 5:
            continue
        known_on = min(day - timedelta(days=7), world.today - timedelta(days=1))
        said = world.loader.entry(
            "staff.duty_officer_set", by=manager, recorded_at=world.moment(known_on, 15)
        )
        officer = min(there, key=lambda each: last_on_duty.get(each.username, date.min))
        last_on_duty[officer.username] = day
        said.add(DutyDay(id=world.new_id(), office=office, day=day, officer=officer))


def _is_there(
    member: StaffMember,
    day: date,
    weeks: dict[str, list[int]],
    away: dict[str, list[Absence]],
) -> bool:
    works = day.isoweekday() in weeks.get(member.username, MONDAY_TO_FRIDAY)
    return works and not any(
        absence.starts_on <= day < absence.ends_before for absence in away[member.username]
    )

"""What officers of the demo decided about appointments that were missed. All invented."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from throughcare.cases.demo import Past
from throughcare.decisions.models import Answer, SetAside
from throughcare.record.versions import LoadedEntry
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember

__all__ = ["Missed", "decide"]

REASONS = {"SICK": 40, "WORK_OR_SCHOOL": 22, "WEATHER": 16, "FAMILY": 12, "NOT_ENFORCED": 10}
WORDS = {
    "en": "Called the same day; came two days later.",
    "fr": "A appelé le jour même; s’est présentée deux jours plus tard.",
}
ONE_DAY = timedelta(days=1)
STILL_OPEN_DAYS = 20


@dataclass(frozen=True)
class Missed:
    """An appointment that was missed: what asked for it, in words, on which day."""

    requirement: str
    what: str
    on: date
    by: StaffMember
    id: UUID


def decide(world: World, past: Past, missed: Missed) -> SetAside | None:
    """Set a missed appointment aside the day after; the newest ones wait for a person.

    Chance is the file's own here, so that nothing else of the world is drawn otherwise.
    """
    if (world.today - missed.on).days < STILL_OPEN_DAYS:
        return None
    chance = Random(f"{past.case.number} {missed.on}")  # noqa: S311 - the same each time
    code = chance.choices(list(REASONS), list(REASONS.values()))[0]
    at = world.moment(missed.on + ONE_DAY, 10, chance.randint(0, 59))
    manager = _manager(world, past)
    if code == "NOT_ENFORCED" and manager is not None and manager is not missed.by:
        return _approved(world, past, missed, at, manager)
    entry = _entry(world, past, at, missed.by, asked=False)
    return entry.add(_row(past, missed, at, "SICK" if code == "NOT_ENFORCED" else code))


def _approved(
    world: World, past: Past, missed: Missed, at: datetime, manager: StaffMember
) -> SetAside:
    row = _row(past, missed, at, "NOT_ENFORCED")
    row.answer, row.words = Answer.WAITING, WORDS[missed.by.language]
    _entry(world, past, at, missed.by, asked=True).add(row)
    answered_at = at + ONE_DAY
    entry = world.loader.entry(
        "decisions.set_aside_approved",
        by=manager,
        recorded_at=answered_at,
        case=past.case,
        person=past.person.row,
    )
    return entry.change(row, answer=Answer.APPROVED, answered_by=manager, answered_at=answered_at)


def _row(past: Past, missed: Missed, at: datetime, code: str) -> SetAside:
    return SetAside(
        id=uuid5(missed.id, "set aside"),
        case=past.case,
        requirement=missed.requirement,
        what=missed.what,
        starts_on=missed.on,
        ends_before=missed.on + ONE_DAY,
        reason_code=code,
        decided_by=missed.by,
        decided_at=at,
        answer=Answer.NOT_ASKED,
    )


def _entry(world: World, past: Past, at: datetime, by: StaffMember, *, asked: bool) -> LoadedEntry:
    return world.loader.entry(
        "decisions.set_aside_asked" if asked else "decisions.set_aside",
        by=by,
        recorded_at=at,
        case=past.case,
        person=past.person.row,
    )


def _manager(world: World, past: Past) -> StaffMember | None:
    found = (
        each for each in world.members if each.role == "MANAGER" and each.office == past.case.office
    )
    return next(found, None)

"""A small world for tests of the demo, and what was written in it."""

from datetime import date
from random import Random
from typing import Any

from django.db.models import Model

from throughcare.record.entries import System
from throughcare.record.loading import Loader
from throughcare.staff.demo import World
from throughcare.staff.models import Office, Posting, StaffMember

TODAY = date(2026, 11, 23)


def a_world(people: int, seed: int = 7, today: date = TODAY) -> World:
    """Return a world of two offices with a clerk each, and no one else."""
    world = World(loader=Loader(), chance=Random(seed), today=today, people=people, staff=2)
    opened = world.loader.entry(
        "staff.office_opened", by=System(), recorded_at=world.moment(date(2022, 1, 3))
    )
    for city in ("Sudbury", "Ottawa"):
        office = opened.add(Office(id=world.new_id(), code=city[:3], name=city, city=city))
        clerk = StaffMember(id=world.new_id(), username=city, given_name="Ann", surname=city)
        world.loader.add_without_history(clerk)
        posting = Posting(
            id=world.new_id(), member=clerk, office=office, role="CLERK", starts_on=TODAY
        )
        clerk.posting = posting
        opened.add(posting)
        world.offices.append(office)
        world.members.append(clerk)
    return world


def rows(world: World, model: type[Model]) -> list[dict[str, Any]]:
    """Return the rows of a model as they stand, by column."""
    table = world.loader.table_of(model)
    standing = [version.row for version in table.versions() if version.stands]
    return [dict(zip(table.columns, row, strict=True)) for row in standing]


def versions(world: World, model: type[Model], row_id: Any) -> list[dict[str, Any]]:
    """Return what was written of a row, oldest first."""
    table = world.loader.table_of(model)
    at = table.columns.index("id")
    told = [version.row for version in table.versions() if version.row[at] == row_id]
    return [dict(zip(table.columns, row, strict=True)) for row in told]


def entries_about(world: World, person: Model) -> list[Any]:
    """Return what was done about a person, in the order in which it was recorded."""
    told = [each for each in world.loader.told() if each["person_id"] == person.pk]
    return sorted(told, key=lambda each: each["recorded_at"])

"""Where and by whom the people of the demo are added."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from throughcare.people.models import Person
from throughcare.staff.demo import World
from throughcare.staff.models import Office, StaffMember


@dataclass(slots=True)
class DemoPerson:
    """Someone of the demo: the row, the office, and who added them when. Others add to it."""

    row: Person
    office: Office
    clerk: StaffMember
    added_at: datetime
    story: str = ""


@dataclass
class Desk:
    """An office with those of its staff who write people down."""

    office: Office
    clerks: list[StaffMember]


@dataclass
class Offices:
    """The desks of a world, and one of them by chance."""

    world: World
    desks: list[Desk] = field(default_factory=list)

    def __post_init__(self) -> None:
        staff: dict[Any, list[StaffMember]] = defaultdict(list)
        for member in self.world.members:
            if member.office:
                staff[member.office.pk].append(member)
        for office in self.world.offices:
            there = staff[office.pk]
            clerks = [member for member in there if member.role == "CLERK"]
            # An office too small for a clerk writes people down itself.
            if writers := clerks or there:
                self.desks.append(Desk(office, writers))

    def first(self) -> Desk:
        """Return the first office, where the stories are."""
        return self.desks[0]

    def any(self) -> Desk:
        """Return an office, by chance."""
        return self.world.chance.choice(self.desks)


def working_moment(world: World, day: date) -> datetime:
    """Return a moment in office hours on a day, or on the Friday before a weekend."""
    day -= timedelta(days=max(0, day.weekday() - 4))
    return world.moment(day, world.chance.randint(8, 15), world.chance.randint(0, 59))

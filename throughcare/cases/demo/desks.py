"""Who works on files at each office of the demo, and how many each may still take."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from throughcare.record.entries import System
from throughcare.staff.demo import World, with_sign_in
from throughcare.staff.demo_accounts import NEIGHBOUR
from throughcare.staff.models import Office, StaffMember

FEWEST, MOST = 50, 60
# The officer whose day the guide shows: 56 files of her own, and 4 that she covers.
OWN_FILES = {"okafor": 56}


@dataclass
class Desk:
    """An office with its manager, officers and clerks; `room` is what each may still take."""

    office: Office
    manager: StaffMember
    officers: list[StaffMember]
    clerks: list[StaffMember]
    room: dict[Any, int] = field(default_factory=dict)

    def with_room(self) -> list[StaffMember]:
        """Return the officers who may take another file."""
        return [officer for officer in self.officers if self.room[officer.pk] > 0]

    def take(self, officer: StaffMember) -> None:
        """Count a file that an officer takes."""
        self.room[officer.pk] = self.room.get(officer.pk, 0) - 1


def desks_of(world: World) -> dict[Any, Desk]:
    """Return the desks of a world by office, those without a manager left out."""
    staff: dict[Any, list[StaffMember]] = defaultdict(list)
    for member in world.members:
        if member.office:
            staff[member.office.pk].append(member)
    desks = {}
    for office in world.offices:
        there = staff[office.pk]
        managers = [member for member in there if member.role == "MANAGER"]
        if managers:
            officers = [member for member in there if member.role == "OFFICER"] or managers[:1]
            clerks = [member for member in there if member.role == "CLERK"] or officers
            desks[office.pk] = Desk(office, managers[0], officers, clerks)
            desks[office.pk].room = {each.pk: _room(world, each) for each in officers}
    return desks


def second_office(world: World) -> tuple[Office, StaffMember]:
    """Return another office than the first and its manager; one is opened where there is none."""
    for member in world.members:
        office = member.office
        if office and office != world.offices[0] and member.role == "MANAGER":
            return office, member
    return _open_north_bay(world)


def _open_north_bay(world: World) -> tuple[Office, StaffMember]:
    first = world.offices[0]
    office = Office(
        id=world.new_id(),
        code="NBY",
        name="North Bay",
        name_fr="North Bay",
        address="311 Station Road",
        city="North Bay",
        postal_code="P1B 2T1",
        phone="+17055551990",
        zone=first.zone,
        opens_at=first.opens_at,
        closes_at=first.closes_at,
    )
    began = world.moment(world.today, 8).replace(year=world.today.year - 3, day=1)
    world.offices.append(
        world.loader.entry("staff.office_opened", by=System(), recorded_at=began).add(office)
    )
    return office, with_sign_in(world, NEIGHBOUR, office)


def _room(world: World, officer: StaffMember) -> int:
    return OWN_FILES.get(officer.username, world.chance.randint(FEWEST, MOST))

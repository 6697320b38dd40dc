"""Offices of the demo and of the province, and who is posted there."""

from datetime import date, time, timedelta
from typing import Any, NamedTuple

from throughcare.record.entries import System
from throughcare.staff.demo_accounts import DemoAccount
from throughcare.staff.demo_world import World
from throughcare.staff.models import Office, Posting, StaffMember

YEARS = 3


class Place(NamedTuple):
    """An office to open."""

    code: str
    name: str
    name_fr: str
    city: str
    french: bool = False
    zone: str = "America/Toronto"


SUDBURY = Place("SUD", "Sudbury", "Sudbury", "Sudbury", True)
REGION = Place("NOR", "Northern Region", "Région du Nord", "Sudbury", True)


def open_office(world: World, place: Place, began: date) -> Office:
    number = len(world.offices)
    office = Office(
        id=world.new_id(),
        code=place.code,
        name=place.name,
        name_fr=place.name_fr,
        address=f"{100 + number * 7} {world.chance.choice(STREETS)}",
        city=place.city,
        postal_code=f"P{number % 10}A {number % 9 + 1}B{number % 8 + 1}",
        phone=f"+1705555{1000 + number:04}",
        zone=place.zone,
        opens_at=time(8, 30),
        closes_at=time(16, 30),
    )
    opened = world.loader.entry(
        "staff.office_opened", by=System(), recorded_at=world.moment(began, 8)
    )
    world.offices.append(opened.add(office))
    return office


STREETS = ("Elm Street", "King Street West", "rue Principale", "Station Road", "Queen Street")


def post(world: World, member: StaffMember, office: Office, account: DemoAccount) -> None:
    """Give a new member a posting that runs today, and before it the one it came from.

    An acting manager was an officer until two months ago; a trainee came four months ago.
    """
    days_ago = {"TRAINEE": 120}.get(account.role, world.chance.randrange(900, 365 * YEARS))
    since = world.today - timedelta(days=60 if account.acting else days_ago)
    world.loader.add_without_history(member)
    if account.acting:
        before = world.today - timedelta(days=days_ago)
        _add_posting(world, member, office, "OFFICER", before, ends_before=since)
    member.posting = _add_posting(
        world,
        member,
        office,
        account.role,
        since,
        designated_french=account.designated_french,
        acting=account.acting,
    )
    world.members.append(member)


def _add_posting(
    world: World, member: StaffMember, office: Office, role: str, since: date, **more: Any
) -> Posting:
    said = world.loader.entry("staff.posted", by=System(), recorded_at=world.moment(since, 8, 30))
    return said.add(
        Posting(id=world.new_id(), member=member, office=office, role=role, starts_on=since, **more)
    )

"""The demo office and the province: whole, plausible, and the same every time."""

from collections import Counter
from datetime import date
from random import Random

from throughcare.record.loading import Loader
from throughcare.staff import codes, demo
from throughcare.staff.roles import ROLES

TODAY = date(2026, 11, 24)


def a_world(staff: int = 12, seed: int = 7) -> demo.World:
    world = demo.World(Loader(), Random(seed), TODAY, people=600, staff=staff)
    demo.populate(world)
    return world


def test_the_demo_office_has_every_role():
    world = a_world()
    roles = Counter(member.role for member in world.members)

    assert set(roles) == set(ROLES)
    assert (roles["OFFICER"], roles["MANAGER"], len(world.members)) == (4, 2, 14)
    assert {member.office for member in world.members} == {world.offices[0]}


def test_the_same_seed_gives_the_same_world():
    assert [member.pk for member in a_world().members] == [
        member.pk for member in a_world().members
    ]


def test_a_province_has_the_officers_asked_for():
    world = a_world(staff=100)

    assert sum(member.role == "OFFICER" for member in world.members) == 100
    assert len(world.offices) == 14
    assert len({member.username for member in world.members}) == len(world.members)
    assert len({office.code for office in world.offices}) == len(world.offices)


def test_the_demo_officer_comes_first():
    first = demo.sign_ins()[0]

    assert (first.username, first.name, first.role) == ("okafor", "Adaeze Okafor", "OFFICER")
    assert codes.step_of(first.totp_secret, demo.current_code(first.totp_secret)) is not None

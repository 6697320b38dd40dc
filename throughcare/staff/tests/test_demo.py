"""The demo office and the province: whole, plausible, and the same every time."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.contrib.auth.hashers import make_password

from throughcare.record.loading import Loader
from throughcare.staff import codes, demo
from throughcare.staff.demo_accounts import ACCOUNTS
from throughcare.staff.models import Absence, DutyDay, Posting
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member

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
    in_office = [member for member in world.members if member.office == world.offices[0]]
    assert len(in_office) == 12
    assert {each.role for each in world.members if each not in in_office} == {
        "ADMINISTRATOR",
        "ANALYST",
    }


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


def rows_of(world: demo.World, model) -> list:
    names = [each.attname for each in model._meta.concrete_fields]
    return [
        dict(zip(names, version.row, strict=True))
        for version in world.loader.table_of(model).versions()
        if version.stands
    ]


@pytest.mark.parametrize("staff", [12, 60])
def test_every_working_day_around_today_has_a_duty_officer_who_is_there(staff):
    world = a_world(staff)
    named = {(row["office_id"], row["day"]): row["officer_id"] for row in rows_of(world, DutyDay)}
    away = rows_of(world, Absence)

    for office in world.offices:
        for ahead in range(-4, 8):
            day = TODAY + timedelta(days=ahead)
            if day.isoweekday() < 6:
                officer = named[office.pk, day]
                assert not [
                    each
                    for each in away
                    if each["member_id"] == officer
                    and each["starts_on"] <= day < each["ends_before"]
                ]


def test_the_demo_has_an_acting_manager_who_was_an_officer():
    world = a_world()
    koski = next(member for member in world.members if member.username == "koski")
    past = [row for row in rows_of(world, Posting) if row["member_id"] == koski.pk]

    assert koski.posting.acting
    assert [(row["role"], row["ends_before"] is None) for row in past] == [
        ("OFFICER", False),
        ("MANAGER", True),
    ]
    assert past[0]["ends_before"] == past[1]["starts_on"]


def test_nothing_of_the_demo_was_recorded_after_today():
    world = a_world(60)

    assert max(each["recorded_at"] for each in world.loader.told()).date() <= TODAY


def test_only_the_demo_office_has_passwords():
    world = a_world(60)
    with_password = [member for member in world.members if member.has_usable_password()]

    assert [member.username for member in with_password] == [each.username for each in ACCOUNTS]
    assert with_password[0].check_password(demo.sign_ins()[0].password)


def test_french_posts_are_held_by_who_works_in_french():
    world = a_world(100)
    designated = [member for member in world.members if member.posting.designated_french]

    assert len(designated) > 5
    assert all("fr" in member.speaks for member in designated)


@pytest.mark.django_db
def test_a_sign_in_of_the_demo_is_known_by_its_salt():
    first, second = demo.sign_ins()[:2]
    for sign_in, password in ((first, demo._shared_password()), (second, make_password("other"))):
        a_member(username=sign_in.username, password=password)

    assert demo.standing_sign_ins() == [first]

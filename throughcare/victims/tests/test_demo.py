"""The demo's victims: registered by whoever held the file, on a card opened before."""

from datetime import date
from random import Random

import pytest

from throughcare.cases import demo as cases
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff
from throughcare.victims import demo
from throughcare.victims.models import CardOpening, Victim


@pytest.fixture(scope="module")
def world():
    world = staff.World(
        loader=Loader(), chance=Random(7), today=date(2026, 11, 23), people=40, staff=12
    )
    staff.populate(world)
    persons = people.populate(world)
    demo.populate(world, persons.named, cases.pasts_of(world, persons))
    return world


def standing(world, model):
    table = world.loader.table_of(model)
    rows = [each.row for each in table.versions() if each.stands]
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


def test_everybody_told_of_is_registered_with_what_was_corrected(world):
    found = {row["name"]: row["phone"] for row in standing(world, Victim)}

    assert set(found) == {each["says"]["name"] for each in demo.TOLD}
    assert found["Mireille Castonguay"] == demo.TOLD[0]["corrected"]["says"]["phone"]


def test_each_writing_follows_an_opening_by_the_same_member_and_names_no_file(world):
    told = [each for each in world.loader.told() if each["act"].startswith("victims.")]
    pairs = list(zip(told[::2], told[1::2], strict=True))

    assert len(pairs) == len(standing(world, CardOpening)) > len(demo.TOLD)
    assert {opening["act"] for opening, _writing in pairs} == {"victims.card_opened"}
    for opening, writing in pairs:
        assert (opening["by_id"], opening["reason"]) == (writing["by_id"], writing["reason"])
        assert {each["case_id"] for each in (opening, writing)} == {None}
        assert opening["recorded_at"] < writing["recorded_at"]

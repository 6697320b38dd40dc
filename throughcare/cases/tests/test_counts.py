"""Counts for analysts, and the pasts that the demo tells."""

from datetime import date
from random import Random

import pytest

from throughcare.cases import demo
from throughcare.cases.queries.office import suppressed
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        pytest.param({"a": 9, "b": 8}, {"a": 9, "b": 8}, id="large_groups_stay"),
        pytest.param({"a": 9, "b": 0}, {"a": 9, "b": 0}, id="an_empty_group_tells_of_nobody"),
        pytest.param({"a": 9, "b": 2, "c": 3}, {"a": 9, "b": None, "c": None}, id="small_ones_go"),
        pytest.param(
            {"a": 9, "b": 8, "c": 4}, {"a": 9, "b": None, "c": None}, id="never_one_alone"
        ),
        pytest.param({"a": 4}, {"a": None}, id="a_single_group"),
    ],
)
def test_small_groups_are_suppressed(counts, shown):
    assert suppressed(counts) == shown


@pytest.fixture(scope="module")
def files():
    world = staff.World(
        loader=Loader(), chance=Random(7), today=date(2026, 11, 23), people=120, staff=12
    )
    staff.populate(world)
    persons = people.populate(world)
    return demo.populate(world, persons), world


def test_everyone_has_a_file_with_its_own_number(files):
    cases, _world = files

    assert len(cases) == 120
    assert len({case.number for case in cases}) == 120


def test_the_demo_is_the_same_each_time(files):
    again = staff.World(
        loader=Loader(), chance=Random(7), today=date(2026, 11, 23), people=120, staff=12
    )
    staff.populate(again)
    cases = demo.populate(again, people.populate(again))

    assert [(case.pk, case.number) for case in cases] == [
        (case.pk, case.number) for case in files[0]
    ]

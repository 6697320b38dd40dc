"""Counts for analysts, and the pasts that the demo tells."""

from collections import defaultdict
from datetime import date
from itertools import pairwise
from operator import itemgetter
from random import Random

import pytest

from throughcare.cases import demo
from throughcare.cases.models import (
    Assignment,
    Away,
    Conflict,
    Cover,
    Restriction,
    Transfer,
)
from throughcare.cases.queries.counts import suppressed
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


def rows(world, model):
    table = world.loader.table_of(model)
    return [
        dict(zip(table.columns, version.row, strict=True))
        for version in table.versions()
        if version.stands
    ]


def test_every_file_of_the_demo_has_a_holder_at_every_instant(files):
    cases, world = files
    held = defaultdict(list)
    for row in sorted(rows(world, Assignment), key=itemgetter("starts_at")):
        held[row["case_id"]].append((row["starts_at"], row["ends_at"]))

    for case in cases:
        spans = held[case.pk]
        assert all(one[1] == other[0] for one, other in pairwise(spans))
        assert all(starts < ends for starts, ends in spans[:-1])
        assert (spans[-1][1] is None) is (case.closed_on is None)


def test_nothing_in_the_demo_is_recorded_in_the_future(files):
    _cases, world = files

    assert max(row["starts_at"] for row in rows(world, Assignment)).date() < world.today


def test_the_demo_has_every_kind_of_story(files):
    cases, world = files

    assert {row["outcome"] for row in rows(world, Transfer)} == {"WAITING", "ACCEPTED", "REFUSED"}
    assert {case.kind for case in cases} == {
        "SUPERVISION",
        "REPORT_ONLY",
        "INVESTIGATION",
        "COURTESY",
    }
    assert {row["kind"] for row in rows(world, Away)} == {
        "CUSTODY",
        "HOSPITAL",
        "WARRANT",
        "ABSENCE",
    }
    for model in (Restriction, Conflict, Cover):
        assert rows(world, model)

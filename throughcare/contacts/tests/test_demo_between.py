"""Contacts between the meetings: as many as asked, in the life of each file, the same each time."""

from collections import Counter
from datetime import timedelta

import pytest

from throughcare.cases import demo as cases
from throughcare.contacts import demo
from throughcare.contacts.models import Contact
from throughcare.contacts.tests.test_demo import TODAY, a_world, rows_of
from throughcare.people import demo as people
from throughcare.staff import demo as staff

WANTED = 3_000


def told(wanted):
    """Return a small world with contacts, and its files."""
    world = a_world(count=40)
    staff.populate(world)
    pasts = cases.pasts_of(world, people.populate(world))
    demo.populate(world, pasts)
    before = len(world.loader.table_of(Contact))
    demo.fill(world, pasts, wanted)
    return world, pasts, before


@pytest.fixture(scope="module")
def filled():
    return told(WANTED)


def between(filled):
    world, _pasts, before = filled
    return rows_of(world, Contact)[before:]


def test_there_are_about_as_many_as_asked(filled):
    world, pasts, _before = filled

    assert abs(len(rows_of(world, Contact)) - WANTED) <= len(pasts) + 40


def test_a_world_that_has_enough_gets_no_more():
    world, _pasts, before = told(1)

    assert len(world.loader.table_of(Contact)) == before


def test_a_long_life_has_more_than_a_short_one(filled):
    _world, pasts, _before = filled
    counts = Counter(row["case_id"] for row in between(filled))
    days = {past.case.pk: (TODAY - past.case.opened_on).days for past in pasts}
    open_ones = sorted(
        (past.case.pk for past in pasts if past.case.closed_on is None), key=days.__getitem__
    )

    assert counts[open_ones[-1]] > counts[open_ones[0]]


def test_each_lies_in_the_life_of_its_file_and_before_today(filled):
    _world, pasts, _before = filled
    opened = {past.case.pk: past.case.opened_on for past in pasts}

    for row in between(filled):
        assert opened[row["case_id"]] <= row["happened_at"].date() < TODAY


def test_each_was_recorded_soon_after_and_by_who_held_the_file(filled):
    _world, pasts, _before = filled
    holders = {past.case.pk: {who.pk for _since, who in past.holders} for past in pasts}

    for row in between(filled):
        assert row["recorded_at"] - row["happened_at"] == timedelta(minutes=5)
        assert row["recorded_by_id"] in holders[row["case_id"]]


def test_nobody_is_met_in_between(filled):
    ways = {row["way"] for row in between(filled)}

    assert ways == {"PHONE", "TEXT", "EMAIL", "MAIL", "COLLATERAL"}


def test_every_one_has_a_line_and_an_id_of_its_own(filled):
    rows = between(filled)

    assert all(row["line"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


def test_the_same_world_is_told_the_same(filled):
    again = told(WANTED)

    assert between(again) == between(filled)

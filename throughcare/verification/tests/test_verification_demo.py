"""The checks of the demo office: of confirmed orders of open files, plausible, kept as a past."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import SimpleNamespace

import pytest

from throughcare import clock
from throughcare.cases import demo as cases
from throughcare.kernel.obligations.words import Strength
from throughcare.orders import demo as orders
from throughcare.orders.law import the_pack
from throughcare.orders.models import Condition, Direction
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff
from throughcare.verification import demo
from throughcare.verification.demo import SHOWN_OTHERWISE, _Carried
from throughcare.verification.models import Verification

NOON = datetime(2026, 11, 26, 17, tzinfo=UTC)
TODAY = date(2026, 11, 26)
FORTNIGHT = timedelta(days=14)


def a_world():
    """Return the demo office with its checks, told but not written."""
    with clock.frozen(NOON):
        made = staff.World(loader=Loader(), chance=Random(7), today=TODAY, people=60, staff=12)
        staff.populate(made)
        pasts = cases.pasts_of(made, people.populate(made))
        made.orders = orders.populate(made, pasts)
        demo.populate(made, made.orders)
    return made


@pytest.fixture(scope="module")
def world():
    return a_world()


def rows(world, model):
    """Return the rows of a table as they stand at the end."""
    table = world.loader.table_of(model)
    standing = [each.row for each in table.versions() if each.stands]
    return [dict(zip(table.columns, row, strict=True)) for row in standing]


@pytest.fixture(scope="module")
def told(world):
    return rows(world, Verification)


@pytest.fixture(scope="module")
def directed(world):
    return [each for each in rows(world, Direction) if each["kind"] == "OTHER"]


@pytest.fixture(scope="module")
def confirmed(world):
    """When the order of each open file's condition was confirmed, by condition."""
    return {
        code.condition_id: each.order.confirmed_at
        for each in world.orders
        if each.order.confirmed_at and each.past.case.closed_on is None
        for code in each.codes
    }


def test_the_office_checked_many_conditions(told):
    assert len(told) > 60
    assert len({each["condition_id"] for each in told}) > 30


def test_only_conditions_of_confirmed_orders_of_open_files_are_checked(told, confirmed):
    assert {each["condition_id"] for each in told} <= confirmed.keys()


def test_nothing_is_recorded_before_the_order_was_confirmed(told, directed, confirmed):
    assert all(each["recorded_at"] > confirmed[each["condition_id"]] for each in told)
    assert all(each["given_at"] > confirmed[each["condition_id"]] for each in directed)


def test_no_check_is_of_today_or_later(told):
    assert max(each["on"] for each in told) < TODAY


def test_a_check_is_of_the_file_of_its_condition(world, told):
    of_order = {each.order.pk: each.past.case.pk for each in world.orders}
    of_condition = {row["id"]: of_order[row["order_id"]] for row in rows(world, Condition)}

    assert all(each["case_id"] == of_condition[each["condition_id"]] for each in told)


def test_what_contacts_and_orders_show_is_not_told_twice(told):
    assert not {each["shows"] for each in told} & SHOWN_OTHERWISE
    assert {each["shows"] for each in told} <= the_pack().evidence.keys()


def test_hours_stand_with_work_and_with_nothing_else(told):
    worked = [each for each in told if each["shows"] == "HOURS_WORKED"]

    assert worked
    assert all(0 < each["hours"] <= 8 for each in worked)
    assert {each["hours"] for each in told if each["shows"] != "HOURS_WORKED"} == {None}


def test_a_strength_is_that_of_the_method_and_never_the_persons_word_alone(told):
    methods = the_pack().methods

    for each in told:
        assert methods[each["method"]].strength is Strength[each["strength"]]
        assert Strength[each["strength"]] >= Strength.DOCUMENT


def test_every_check_was_as_ordered_and_none_is_a_correction(told):
    assert {each["result"] for each in told} == {"AS_ORDERED"}
    assert {(each["corrects_id"], each["by_mistake"]) for each in told} == {(None, False)}


def test_some_conditions_are_checked_again_and_again(told):
    times = Counter((each["condition_id"], each["shows"]) for each in told)

    assert max(times.values()) > 3


def test_directions_are_due_within_two_weeks_and_met_once_that_has_come(directed):
    assert directed
    for each in directed:
        assert each["acknowledged_at"] == each["given_at"]
        assert each["met_on"] == (each["due_on"] if each["due_on"] < TODAY else None)
        given_on = each["given_at"].date()
        assert given_on <= each["due_on"] <= given_on + FORTNIGHT


def test_who_recorded_it_held_the_file_then(world, told):
    holders = {each.past.case.pk: each.past.holders for each in world.orders}

    for each in told:
        *_before, (_since, holder) = [
            held for held in holders[each["case_id"]] if held[0] <= each["recorded_at"]
        ]
        assert each["recorded_by_id"] == holder.pk


def test_the_same_seed_tells_the_same_checks(told):
    again = rows(a_world(), Verification)

    facts = ("method", "strength", "on", "result", "shows", "hours")
    assert [[row[name] for name in facts] for row in again] == [
        [row[name] for name in facts] for row in told
    ]


@pytest.mark.parametrize(
    ("confirmed_at", "closed_on"), [(None, None), (NOON, TODAY)], ids=["unconfirmed", "closed"]
)
def test_an_order_that_is_not_carried_out_tells_nothing(confirmed_at, closed_on):
    order = SimpleNamespace(confirmed_at=confirmed_at)
    told = SimpleNamespace(order=order, past=SimpleNamespace(case=SimpleNamespace()))
    told.past.case.closed_on = closed_on

    # A world of nothing: to touch it would fail.
    assert demo.populate(None, [told]) is None


@pytest.mark.parametrize("least", list(Strength))
def test_the_weakest_way_that_is_strong_enough_is_taken(least):
    code, strength = _Carried._method(None, least)
    enough = [each for each in the_pack().methods.values() if each.strength >= least]

    assert strength == min(each.strength for each in enough)
    assert code == min(each.code for each in enough if each.strength == strength)

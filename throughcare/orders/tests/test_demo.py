"""The orders of the demo: every supervised file has one that can be, told as it went."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest

from throughcare import clock
from throughcare.cases import demo as cases
from throughcare.orders import demo
from throughcare.orders.demo.wording import CONDITIONS, conditions_for, said_of, text_of
from throughcare.orders.law import the_pack
from throughcare.orders.models import (
    Condition,
    ConditionCode,
    Expected,
    Explained,
    Order,
    OrderEvent,
    Paper,
    Query,
    Variation,
    VariationPart,
)
from throughcare.packs.conditions import condition_rule
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff

NOON = datetime(2026, 11, 26, 17, tzinfo=UTC)


@pytest.fixture(scope="module")
def world():
    """The demo office, told but not written."""
    with clock.frozen(NOON):
        made = staff.World(
            loader=Loader(), chance=Random(7), today=clock.today(), people=200, staff=12
        )
        staff.populate(made)
        pasts = cases.pasts_of(made, people.populate(made))
        demo.populate(made, pasts)
    made.pasts = pasts
    return made


def rows(world, model):
    """Return the rows of a table as dicts, as they stand at the end."""
    table = world.loader.table_of(model)
    standing = [each.row for each in table.versions() if each.stands]
    return [dict(zip(table.columns, row, strict=True)) for row in standing]


def test_every_supervised_file_has_an_order(world):
    supervised = {
        past.case.pk for past in world.pasts if past.case.kind in ("SUPERVISION", "COURTESY")
    }

    assert {row["case_id"] for row in rows(world, Order)} == supervised


def test_most_are_probation_and_every_kind_is_there(world):
    kinds = Counter(row["instrument"] for row in rows(world, Order))

    assert kinds["PROBATION"] > 0.6 * sum(kinds.values())
    assert set(kinds) == {
        "PROBATION",
        "CONDITIONAL_DISCHARGE",
        "CSO",
        "PEACE_BOND_810",
        "PAROLE",
    }


def test_no_order_is_received_before_it_is_made(world):
    assert all(row["received_on"] >= row["made_on"] for row in rows(world, Order))


def test_no_key_is_there_twice_for_a_person(world):
    keys = Counter((row["person_id"], row["key"]) for row in rows(world, Order))

    assert set(keys.values()) == {1}


def test_confirmed_orders_say_by_whom(world):
    for row in rows(world, Order):
        assert (row["confirmed_by_id"] is None) == row["provisional"]
        assert (row["confirmed_at"] is None) == row["provisional"]


def test_a_few_wait_to_be_confirmed(world):
    waiting = [row for row in rows(world, Order) if row["provisional"]]

    assert 0 <= len(waiting) < 0.1 * len(world.pasts)


def test_each_condition_stands_in_the_words_of_its_order(world):
    orders = {row["id"]: row["words"] for row in rows(world, Order)}

    for row in rows(world, Condition):
        words = orders[row["order_id"]]
        assert words[row["found_from"] : row["found_to"]] == row["words"]


def test_every_code_is_in_the_library(world):
    codes = {row["code"] for row in rows(world, ConditionCode)}

    assert codes
    assert [each for each in codes if condition_rule(the_pack(), each, world.today) is None] == []


def test_what_is_unclear_has_its_query(world):
    unclear = {row["id"] for row in rows(world, Condition) if row["standing"] == "unclear"}

    asked = {row["condition_id"] for row in rows(world, Query)}
    assert unclear == asked - {None}


def test_who_moved_away_waits_for_the_crown_and_the_court(world):
    [moved] = [past for past in world.pasts if past.person.story == "moved_province"]
    [order] = [row for row in rows(world, Order) if row["case_id"] == moved.case.pk]

    [question] = [row for row in rows(world, Query) if row["condition_id"] is None]
    [change] = rows(world, Variation)
    [part] = rows(world, VariationPart)

    assert (question["order_id"], question["to"], question["answer"]) == (order["id"], "CROWN", "")
    assert (change["order_id"], change["outcome"]) == (order["id"], "ASKED")
    assert (part["variation_id"], part["before_id"]) == (change["id"], None)


def test_who_moved_away_has_an_event_that_stands_and_one_taken_back(world):
    [moved] = [past for past in world.pasts if past.person.story == "moved_province"]
    [order] = [row for row in rows(world, Order) if row["case_id"] == moved.case.pk]

    events = {row["kind"]: row for row in rows(world, OrderEvent) if row["order_id"] == order["id"]}
    assert set(events) == {"VARIED", "EXTENDED", "TAKEN_BACK"}
    assert events["TAKEN_BACK"]["replaces_id"] == events["EXTENDED"]["id"]
    assert all(row["happened_on"] >= order["made_on"] for row in events.values())


def test_nearly_all_are_explained_and_given(world):
    explained = {row["order_id"] for row in rows(world, Explained)}
    confirmed = {row["id"] for row in rows(world, Order) if not row["provisional"]}

    assert explained <= confirmed
    assert len(explained) > 0.85 * len(confirmed)


def test_the_counter_has_people_and_papers(world):
    expected = rows(world, Expected)
    papers = Counter(row["standing"] for row in rows(world, Paper))

    assert len(expected) == 5
    assert papers == {"WAITS": 1, "HELD": 1}


def test_entries_are_in_the_order_in_which_rows_change(world):
    entries = world.loader.told()
    for model in (Order, Condition, ConditionCode):
        for version in world.loader.table_of(model).versions():
            if not version.stands:
                begun, ended = (entries[at] for at in (version.begun_by, version.ended_by))
                assert begun["recorded_at"] <= ended["recorded_at"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("number", range(len(CONDITIONS)))
def test_each_wording_can_be_filled_in(language, number):
    assert CONDITIONS[number][language]


@pytest.mark.parametrize("instrument", ["PROBATION", "CSO", "PEACE_BOND_810", "PAROLE"])
def test_conditions_are_numbered_as_the_court_has_them(instrument):
    found = list(conditions_for(Random(3), instrument, "en"))

    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(each.words in text_of(found, "Order") for each in found)


def test_a_parolee_reports_and_lives_where_approved():
    codes = {code.code for each in conditions_for(Random(3), "PAROLE", "en") for code in each.codes}

    assert {"REPORT_FIRST", "REPORT_NEXT", "RESIDE_APPROVED"} <= codes


@pytest.mark.parametrize(
    ("stated", "filled", "said"),
    [
        ("{hours}", {"hours": 60}, 60),
        ("written", {}, "written"),
        (["{place}"], {"place": "Elm"}, ["Elm"]),
        ({"by": {"n": "{months}"}}, {"months": 9}, {"by": {"n": 9}}),
        (7, {}, 7),
    ],
)
def test_what_is_stated_is_filled_in(stated, filled, said):
    assert said_of(stated, filled) == said

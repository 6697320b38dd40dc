"""The people of the demo: the same each time, plausible, each story told, all of it loadable."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from django.db import connections

from throughcare.people import demo
from throughcare.people.demo.draws import TOWNS
from throughcare.people.demo.stories import STORIES
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.spelling import fold, sort_key
from throughcare.people.tests.worlds import TODAY, a_world, rows, versions


def test_the_number_asked_for_is_made(made):
    _world, people = made

    assert len(people) == len(list(people)) == 400
    assert len(people.named) == len(STORIES)


def test_the_same_seed_gives_the_same_people(made):
    world, _people = made
    again = a_world(400)
    demo.populate(again)

    assert rows(again, Person) == rows(world, Person)
    assert rows(again, Address) == rows(world, Address)


def test_a_world_may_be_smaller_than_the_stories():
    assert len(demo.populate(a_world(3))) == 3


def test_numbers_are_unique(made):
    world, people = made

    assert len({row["number"] for row in rows(world, Person)}) == len(people)
    assert len({row["folded"] for row in rows(world, Identifier)}) == len(rows(world, Identifier))


def test_ages_are_those_of_adults(made):
    world, _people = made
    ages = [TODAY.year - row["born_year"] for row in rows(world, Person)]

    assert min(ages) >= 18
    assert max(ages) <= 80
    assert 28 <= sorted(ages)[len(ages) // 2] <= 45


def test_about_a_fifth_speak_french(made):
    world, _people = made
    spoken = Counter(row["spoken_language"] for row in rows(world, Person))

    assert 0.1 <= spoken["fr"] / 400 <= 0.3
    assert len(spoken) >= 10


def test_what_pages_show_is_a_standing_name(made):
    world, _people = made
    names = {(row["person_id"], row["surname"], row["given"]) for row in rows(world, Name)}

    for row in rows(world, Person):
        assert (row["id"], row["surname"], row["given"]) in names
        assert row["sort_key"] == sort_key(row["surname"], row["given"])


def test_names_are_folded_for_search(made):
    world, _people = made

    for row in rows(world, Name):
        assert row["folded"] == fold(f"{row['surname']} {row['given']}")


def test_nobody_lives_in_two_places_at_once(made):
    world, _people = made
    lived = {}
    for row in rows(world, Address):
        if row["kind"] != "MAILING":
            lived.setdefault(row["person_id"], []).append(row)

    for places in lived.values():
        places.sort(key=lambda row: row["starts_on"])
        assert all(one["ends_before"] == two["starts_on"] for one, two in pairwise(places))
        assert places[-1]["ends_before"] is None


def test_every_number_is_kept_free_for_fiction(made):
    world, _people = made

    assert all("55501" in row["number"] for row in rows(world, Phone))


def test_nothing_happens_after_today(made):
    world, people = made

    assert all(each.added_at.date() < TODAY for each in people)
    assert all(row["starts_on"] <= TODAY for row in rows(world, Address))


def test_every_neighbour_is_a_town():
    assert [
        (town.name, near) for town in TOWNS.values() for near in town.near if near not in TOWNS
    ] == []


STORIES_TOLD = {
    "lavallee": ("Lavallée, Étienne", "P-104482"),
    "leap_day": ("O'Brien, Maeve Colleen", None),
    "one_name": ("Gulalai", None),
    "family_name_first": ("Nguyễn Thị Hoa", None),
    "preferred_name": ("Whitlock, Robin", None),
    "corrected_name": ("Shevchenko, Oleksandr", None),
}


@pytest.mark.parametrize("key", list(STORIES_TOLD))
def test_a_story_shows_the_name_it_should(made, key):
    _world, people = made
    listed, number = STORIES_TOLD[key]

    row = people.named[key].row
    assert row.name.listed == listed
    assert number in {None, row.number}


def test_the_stories_hold_the_hard_cases(made):
    _world, people = made
    row = {key: each.row for key, each in people.named.items()}

    assert (row["leap_day"].born_month, row["leap_day"].born_day) == (2, 29)
    assert (row["one_name"].born_month, row["no_fixed_address"].born_day) == (None, None)
    assert row["deceased"].deceased_on == date(2026, 10, 21)
    assert (row["corrected_name"].born_day, row["twin"].born) == (25, row["other_twin"].born)


def test_a_correction_keeps_what_was_written_first(made):
    world, people = made
    written = versions(world, Person, people.named["corrected_name"].row.pk)

    assert [(row["surname"], row["born_day"]) for row in written] == [
        ("Schevchenko", 23),
        ("Shevchenko", 23),
        ("Shevchenko", 25),
    ]


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_database_takes_all_of_it():
    world = a_world(60)
    demo.populate(world)

    assert world.loader.write() > 60
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone() == (60,)

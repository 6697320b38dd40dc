"""The pasts of the demo: in order, told by someone of the office, in words that are known."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from throughcare.pages.dates import PartialDate, age
from throughcare.people import acts, demo
from throughcare.people.demo.draws import ORIGINS, POSTAL_LETTERS, SHARES, TOWNS
from throughcare.people.demo.stories import STORIES
from throughcare.people.forms.addresses import CANADIAN_CODE, PROVINCES
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.phones import read_phone
from throughcare.people.spelling import fold_identifier, sounds
from throughcare.people.tests.worlds import TODAY, a_world, entries_about, rows, versions
from throughcare.people.words import Language

MODELS = [Person, Name, Identifier, Address, Phone]
SPOKEN = ["spoken_language", "written_language", "interpreter_language"]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", [1, 7])
def test_a_seed_makes_the_same_rows_each_time(seed, model):
    one, other = a_world(40, seed), a_world(40, seed)
    demo.populate(one)
    demo.populate(other)

    assert rows(one, model) == rows(other, model)


def test_another_seed_makes_others():
    one, other = a_world(60, 1), a_world(60, 2)
    demo.populate(one)
    demo.populate(other)

    surnames = [[row["surname"] for row in rows(each, Person)] for each in (one, other)]
    assert surnames[0][: len(STORIES)] == surnames[1][: len(STORIES)]
    assert surnames[0] != surnames[1]


def test_another_day_moves_the_pasts_with_it():
    early = a_world(len(STORIES), today=date(2026, 11, 16))
    people = demo.populate(early)

    added = people.named["lavallee"].added_at.date()
    assert timedelta(0) <= date(2026, 11, 16) - timedelta(days=294) - added <= timedelta(days=2)


@pytest.mark.parametrize("people", [0, 1, 2, len(STORIES), len(STORIES) + 1])
def test_as_many_as_are_asked_for(people):
    made = demo.populate(a_world(people))

    assert (len(made), len(made.named)) == (people, min(people, len(STORIES)))


def test_every_act_has_words(made):
    world, _people = made
    done = {each["act"] for each in world.loader.told() if each["person_id"]}

    assert done <= acts.WORDS.keys()
    assert done >= {
        "people.person_added",
        "people.name_added",
        "people.name_corrected",
        "people.birth_corrected",
        "people.address_added",
        "people.phone_added",
        "people.phone_ended",
        "people.death_recorded",
    }


def test_every_past_begins_with_being_added(made):
    world, people = made

    assert {entries_about(world, each.row)[0]["act"] for each in people} == {"people.person_added"}


def test_every_past_ends_before_today(made):
    world, people = made
    last = [entries_about(world, each.row)[-1]["recorded_at"].date() for each in people]

    assert max(last) <= TODAY


def test_nothing_is_recorded_before_it_happened(made):
    world, _people = made
    late = [each for each in world.loader.told() if each["happened_at"]]

    assert len(late) >= 10
    assert [each for each in late if each["recorded_at"] < each["happened_at"]] == []


def test_nothing_is_recorded_at_a_weekend_or_at_night(made):
    world, people = made
    at = [each["recorded_at"] for one in people for each in entries_about(world, one.row)]

    assert {moment.astimezone(world.moment(TODAY).tzinfo).weekday() for moment in at} <= set(
        range(5)
    )


def test_only_staff_of_the_office_write(made):
    world, people = made
    clerks = {each.pk: each.office.pk for each in world.members}

    for each in people:
        writers = {entry["by_id"] for entry in entries_about(world, each.row)}
        assert {clerks[writer] for writer in writers} == {each.office.pk}


def test_corrections_say_why(made):
    world, _people = made
    corrected = [
        each["reason"] for each in world.loader.told() if each["act"].endswith("_corrected")
    ]

    assert len(corrected) >= 5
    assert all(len(reason) > 5 for reason in corrected)


@pytest.mark.parametrize("model", MODELS)
def test_versions_of_a_row_follow_each_other(made, model):
    world, _people = made
    table = world.loader.table_of(model)
    by_row = {}
    for version in table.versions():
        by_row.setdefault(version.row[table.columns.index("id")], []).append(version)

    for several in by_row.values():
        assert all(one.ended_by == two.begun_by for one, two in pairwise(several))
        assert several[-1].stands


@pytest.mark.parametrize("column", SPOKEN)
def test_every_language_is_known(made, column):
    world, _people = made
    spoken = {row[column] for row in rows(world, Person)}

    assert spoken <= {"", *Language.values}


def test_every_language_of_the_phones_is_known(made):
    world, _people = made

    assert {row["language"] for row in rows(world, Phone)} <= {"", *Language.values}


def test_an_interpreter_is_for_the_language_that_is_spoken(made):
    world, _people = made
    needs = [row for row in rows(world, Person) if row["interpreter_language"]]

    assert len(needs) >= 10
    assert all(row["interpreter_language"] == row["spoken_language"] for row in needs)
    assert not {row["spoken_language"] for row in needs} & {"en", "fr"}


def test_almost_everyone_was_offered_service_in_french(made):
    world, _people = made
    offered = [row for row in rows(world, Person) if row["french_offered_on"]]

    assert len(offered) >= 370
    assert all(row["service_language"] for row in offered)
    assert {row["spoken_language"] for row in offered if row["service_language"] == "FRENCH"} == {
        "fr"
    }


def test_everyone_was_an_adult_when_added(made):
    _world, people = made
    births = [(each.row.born, each.added_at.date()) for each in people]

    years = [age(PartialDate(born[0], born[1] or 1, born[2] or 1), on) for born, on in births]
    assert min(years) >= 15
    assert max(years) <= 76


@pytest.mark.parametrize("code", ["HE", "SHE", "THEY"])
def test_every_pronoun_is_there(made, code):
    world, _people = made
    pronouns = Counter(row["pronoun"] for row in rows(world, Person))

    assert pronouns[code] >= 1
    assert sum(pronouns.values()) == 400


def test_every_phone_is_one_that_can_be_typed(made):
    world, _people = made

    for row in rows(world, Phone):
        assert read_phone(row["number"]) == (row["number"], "")
        assert read_phone(row["as_typed"])[0] == row["number"]


def test_every_phone_stands_in_the_range_of_fiction(made):
    world, _people = made

    assert {row["number"][5:10] for row in rows(world, Phone)} == {"55501"}
    assert {row["number"][2:5] for row in rows(world, Phone)} <= {
        area for town in TOWNS.values() for area in town.area
    } | {"204"}


def test_every_postal_code_is_written_as_the_form_writes_it(made):
    world, _people = made
    codes = {row["postal_code"] for row in rows(world, Address)} - {""}

    assert len(codes) > 100
    assert all(code == "{} {}".format(*CANADIAN_CODE.fullmatch(code).groups()) for code in codes)


def test_every_province_is_one_of_the_form(made):
    world, _people = made

    assert {row["province"] for row in rows(world, Address)} <= {code for code, _name in PROVINCES}


def test_every_address_says_where_it_is(made):
    world, _people = made

    for row in rows(world, Address):
        assert row["kind"] in {"NO_FIXED", "UNKNOWN"} or row["line1"] or row["city"]
        assert row["kind"] != "CARE_OF" or row["care_of"]


def test_numbers_of_others_are_folded_for_search(made):
    world, _people = made

    for row in rows(world, Identifier):
        assert row["folded"] == fold_identifier(row["value"])


def test_names_are_heard_for_search(made):
    world, _people = made

    for row in rows(world, Name):
        assert row["sounds"] == sounds(row["folded"])


def test_everyone_has_one_legal_name(made):
    world, people = made
    legal = Counter(row["person_id"] for row in rows(world, Name) if row["kind"] == "LEGAL")

    assert set(legal.values()) == {1}
    assert len(legal) == len(people)


def test_who_has_died_has_a_day_and_a_source(made):
    world, _people = made
    dead = [row for row in rows(world, Person) if row["deceased_on"]]

    assert len(dead) >= 1
    assert all(row["death_source"] and row["deceased_on"] < TODAY for row in dead)


def test_a_mistyped_surname_has_the_same_letters(made):
    world, people = made
    told = {each.row.pk for each in people.named.values()}
    for row in rows(world, Name):
        first, *later = versions(world, Name, row["id"])
        if later and row["person_id"] not in told:
            assert sorted(first["surname"]) == sorted(row["surname"])


def test_shares_of_origins_are_of_a_hundred():
    assert sum(SHARES) == 100
    assert len(ORIGINS) == len(SHARES)


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.surnames[0])
def test_an_origin_has_names_and_languages_that_are_known(origin):
    assert set(origin.languages) <= set(Language.values)
    assert sum(origin.languages.values()) == 100
    assert len(set(origin.surnames)) == len(origin.surnames)
    assert all(len(names) >= 10 for names in origin.given.values())


def test_a_postal_code_never_ends_with_a_letter_that_is_not_used():
    assert not set("DFIOQU") & set(POSTAL_LETTERS)

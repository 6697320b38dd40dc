"""What chance gives a person of the demo: always plausible, always free for fiction."""

import re
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.people.demo.draws import (
    INSTITUTIONS,
    ORIGINS,
    SHARES,
    SHELTERS,
    STREETS,
    TOWNS,
    Draw,
    Origin,
    _words,
)
from throughcare.people.phones import read_phone, shown_phone

SEEDS = st.integers(0, 2**32)
TODAY = date(2026, 11, 23)
POSTAL = re.compile(r"[A-Z]\d[A-Z] [1-9][A-Z]\d")
PRONOUNS = ("HE", "SHE", "THEY")


def draw(seed):
    return Draw(Random(seed))


@given(SEEDS, st.sampled_from(sorted(TOWNS)))
def test_a_phone_is_of_the_range_kept_free_for_fiction(seed, town):
    number = draw(seed).phone(TOWNS[town])

    assert re.fullmatch(r"\+1\d{3}55501\d\d", number)
    assert number[2:5] in TOWNS[town].area
    assert read_phone(shown_phone(number)) == (number, "")


@given(SEEDS, st.sampled_from(sorted(TOWNS)))
def test_a_postal_code_is_one_of_its_town(seed, town):
    code = draw(seed).postal_code(TOWNS[town])

    assert POSTAL.fullmatch(code)
    assert code.split()[0] in TOWNS[town].postal


@given(SEEDS)
def test_whoever_is_born_is_an_adult_under_75(seed):
    years = (TODAY - draw(seed).born(TODAY)).days / 365.2425

    assert 18 <= years <= 75


@given(SEEDS, st.sampled_from(PRONOUNS))
def test_a_name_is_of_one_origin(seed, pronoun):
    one = draw(seed)
    known = {*one.origin.surnames}

    surname = one.surname()
    given_names = one.given(pronoun)

    assert surname in known or set(surname.split("-")) <= known
    assert any(given_names.startswith(name) for name in one.origin.given[pronoun])


@given(SEEDS, st.sampled_from(PRONOUNS))
def test_nobody_has_the_same_given_name_twice(seed, pronoun):
    names = draw(seed).given(pronoun).split()

    assert len(names) < 2 or names[0] != names[-1] or len(names) > 2


@given(SEEDS)
def test_a_person_has_one_origin_however_often_it_is_asked(seed):
    one = draw(seed)

    assert one.origin is one.origin
    assert one.origin in ORIGINS


@given(SEEDS, st.sampled_from(sorted(TOWNS)))
def test_a_town_is_the_home_or_near_it(seed, home):
    assert draw(seed).town(home).name in {home, *TOWNS[home].near}


@given(SEEDS)
def test_a_home_that_is_not_known_counts_as_sudbury(seed):
    assert draw(seed).town("Nowhere").name in {"Sudbury", *TOWNS["Sudbury"].near}


@given(SEEDS)
def test_an_english_house_has_its_number_before_the_street(seed):
    street = draw(seed).street("en")
    number, _space, name = street.partition(" ")

    assert re.fullmatch(r"(\d{1,2}-)?\d{1,4}", number)
    assert name in STREETS["en"]


@given(SEEDS)
def test_a_french_house_may_stand_in_a_street_of_either_language(seed):
    street = draw(seed).street("fr")

    french = re.fullmatch(r"\d{1,4}, (.+)", street)
    assert french[1] in STREETS["fr"] if french else street.partition(" ")[2] in STREETS["en"]


@given(SEEDS, st.sampled_from([0.0, 1.0]))
def test_what_happens_to_none_or_to_all_is_certain(seed, share):
    assert draw(seed).happens(share) is bool(share)


@given(SEEDS)
def test_an_answer_without_weight_is_never_given(seed):
    assert draw(seed).one({"en": 3, "fr": 0, "oj": 2}) in {"en", "oj"}


@given(SEEDS)
def test_the_same_chance_gives_the_same_person(seed):
    def person():
        one = draw(seed)
        return one.surname(), one.given("SHE"), one.born(TODAY), one.street("fr")

    assert person() == person()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b  c", ["a", "b", "c"]),
        ("De+Groot Roy", ["De Groot", "Roy"]),
        ("Elm Street|Rowan Way", ["Elm Street", "Rowan Way"]),
        ("", []),
    ],
)
def test_words_are_divided_by_spaces_or_strokes(text, words):
    assert _words(text) == words


@pytest.mark.parametrize(("told", "share"), [({}, 0.0), ({"family_first": 80}, 0.8)])
def test_an_origin_is_read_as_it_is_told(told, share):
    names = {"he": "Ivo", "she": "Una Ada", "surnames": "Quill", "languages": {"en": 1}}
    origin = Origin.told(names | told)

    assert origin.given == {"HE": ["Ivo"], "SHE": ["Una", "Ada"], "THEY": ["Ivo", "Una", "Ada"]}
    assert origin.family_first == share


def test_every_origin_has_a_share_and_names_for_everyone():
    assert len(SHARES) == len(ORIGINS)
    assert min(SHARES) > 0
    assert all(origin.surnames and all(origin.given.values()) for origin in ORIGINS)


def test_every_town_has_codes_and_a_name_of_its_own():
    assert all(town.name == name and town.postal and town.area for name, town in TOWNS.items())


def test_places_are_named_once():
    assert len({*SHELTERS, *INSTITUTIONS}) == len(SHELTERS) + len(INSTITUTIONS)

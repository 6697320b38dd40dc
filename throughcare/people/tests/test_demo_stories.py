"""What each named person of the demo is there to show."""

from datetime import date, timedelta

import pytest

from throughcare.people.demo.stories import STORIES
from throughcare.people.models import Address, Identifier, Name, Phone
from throughcare.people.tests.worlds import TODAY, entries_about, rows
from throughcare.people.words import AddressKind, Answers, IdentifierKind, Message, PhoneKind

KEYS = [story["key"] for story in STORIES]
# key: as listed, birth date, pronoun, spoken, written, interpreter
WHO = {
    "lavallee": ("Lavallée, Étienne", (1989, 8, 3), "HE", "fr", "fr", ""),
    "leap_day": ("O'Brien, Maeve Colleen", (1996, 2, 29), "SHE", "en", "en", ""),
    "one_name": ("Gulalai", (1981, None, None), "SHE", "prs", "prs", "prs"),
    "two_aliases": ("Ng, Kelvin", (1993, 11, 17), "HE", "en", "en", ""),
    "family_name_first": ("Nguyễn Thị Hoa", (1985, 5, 21), "SHE", "vi", "vi", "vi"),
    "no_fixed_address": ("Haldane, Craig", (1974, 10, None), "HE", "en", "en", ""),
    "shelter": ("Desrosiers-Cole, Sabrina", (1998, 3, 12), "SHE", "fr", "en", ""),
    "care_of": ("Wabasse, Josiah", (2001, 1, 30), "HE", "ojs", "en", "ojs"),
    "deceased": ("Kowalczyk, Walter Jan", (1951, 6, 8), "HE", "pl", "en", ""),
    "late_entry": ("Côté, Renée", (1979, 12, 1), "SHE", "fr", "fr", ""),
    "moved_province": ("Gill, Jaswinder", (1990, 9, 19), "HE", "pa", "en", ""),
    "corrected_name": ("Shevchenko, Oleksandr", (1987, 4, 25), "HE", "uk", "uk", "uk"),
    "preferred_name": ("Whitlock, Robin", (2003, 7, 14), "THEY", "en", "en", ""),
    "transfer": ("Ferraro, Luca", (1995, 10, 2), "HE", "en", "en", ""),
    "restricted": ("Archambault, Hélène", (1983, 2, 11), "SHE", "fr", "fr", ""),
    "uncovered": ("Lindqvist, Derek", (1969, 5, 5), "HE", "en", "en", ""),
    "twin": ("Gauthier, Marc-André", (1992, 6, 16), "HE", "fr", "fr", ""),
    "other_twin": ("Gauthier, Marc-Antoine", (1992, 6, 16), "HE", "fr", "fr", ""),
}
# key: kind and place of each address, oldest first
WHERE = {
    "lavallee": [("CARE_OF", "Sudbury"), ("HOME", "Sudbury")],
    "leap_day": [("HOME", "Sudbury")],
    "no_fixed_address": [("HOME", "Sudbury"), ("NO_FIXED", "Sudbury")],
    "shelter": [("HOME", "Chelmsford"), ("SHELTER", "Sudbury")],
    "care_of": [("CARE_OF", "Cutfeet Lake First Nation"), ("MAILING", "Cutfeet Lake")],
    "late_entry": [("HOME", "Chelmsford"), ("HOME", "Hanmer")],
    "moved_province": [("HOME", "Sudbury"), ("HOME", "Winnipeg")],
    "transfer": [("HOME", "Sudbury"), ("HOME", "North Bay")],
    "twin": [("HOME", "Chelmsford")],
    "other_twin": [("HOME", "Chelmsford")],
}
# key: the last four digits, who answers, what may be said, of each phone
PHONES = {
    "lavallee": [("0118", "FAMILY", "NAME_ONLY"), ("0142", "SELF", "YES")],
    "one_name": [("0187", "FAMILY", "NO")],
    "family_name_first": [("0129", "SHARED", "NO")],
    "shelter": [("0190", "PARTNER", "NO")],
    "care_of": [("0136", "STAFF", "NAME_ONLY")],
    "no_fixed_address": [("0105", "STAFF", "NAME_ONLY")],
    "moved_province": [("0149", "SELF", "YES"), ("0149", "SELF", "YES")],
    "preferred_name": [("0112", "PARENT", "YES")],
}
OTHER_NAMES = {
    "lavallee": [("ALIAS", "Lavalley", "Steve")],
    "two_aliases": [("ALIAS", "Eng", "Kevin"), ("ALIAS", "Wong", "Ray")],
    "late_entry": [("MAIDEN", "Lebœuf", "Renée")],
    "preferred_name": [("PREFERRED", "Whitlock", "Robin")],
    "leap_day": [],
}
NUMBERS = {
    "lavallee": [("FPS", "481 926-D")],
    "one_name": [("IMMIGRATION", "1102-7745")],
    "two_aliases": [("FPS", "305 118-A"), ("LICENCE", "N3940-40249-31117")],
    "leap_day": [],
}


def rows_of(made, key, model):
    world, people = made
    person = people.named[key].row
    return [row for row in rows(world, model) if row["person_id"] == person.pk]


def test_every_story_is_told_here():
    assert list(WHO) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_who_it_is(made, key):
    _world, people = made
    row = people.named[key].row

    assert (
        row.name.listed,
        (row.born_year, row.born_month, row.born_day),
        row.pronoun,
        row.spoken_language,
        row.written_language,
        row.interpreter_language,
    ) == WHO[key]


@pytest.mark.parametrize("key", KEYS)
def test_a_story_belongs_to_the_first_office(made, key):
    world, people = made
    each = people.named[key]

    assert (each.story, each.office) == (key, world.offices[0])
    assert each.row.service_language == (
        "FRENCH" if each.row.spoken_language == "fr" else "ENGLISH"
    )


@pytest.mark.parametrize("key", KEYS)
def test_a_story_was_added_on_its_day_or_the_friday_before(made, key):
    _world, people = made
    story = next(story for story in STORIES if story["key"] == key)
    day = TODAY - timedelta(days=story["added"])

    added = people.named[key].added_at.date()
    assert timedelta(0) <= day - added <= timedelta(days=2)
    assert added.weekday() < 5


@pytest.mark.parametrize("key", WHERE)
def test_where_they_lived(made, key):
    told = sorted(rows_of(made, key, Address), key=lambda row: row["starts_on"])

    assert [(row["kind"], row["city"]) for row in told] == WHERE[key]


@pytest.mark.parametrize("key", PHONES)
def test_which_phones_and_what_may_be_said(made, key):
    told = [
        (row["number"][-4:], row["answered_by"], row["message"])
        for row in rows_of(made, key, Phone)
    ]

    assert sorted(told) == PHONES[key]


@pytest.mark.parametrize("key", OTHER_NAMES)
def test_other_names(made, key):
    told = [
        (row["kind"], row["surname"], row["given"])
        for row in rows_of(made, key, Name)
        if row["kind"] != "LEGAL"
    ]

    assert told == OTHER_NAMES[key]


@pytest.mark.parametrize("key", NUMBERS)
def test_numbers_that_others_gave(made, key):
    told = [(row["kind"], row["value"]) for row in rows_of(made, key, Identifier)]

    assert told == NUMBERS[key]


@pytest.mark.parametrize(("key", "days"), [("lavallee", 4), ("late_entry", 9)])
def test_a_move_was_written_down_late(made, key, days):
    world, people = made
    late = [
        (each["recorded_at"].date() - each["happened_at"].date()).days
        for each in entries_about(world, people.named[key].row)
        if each["happened_at"]
    ]

    # A weekend is no day of the office: what falls on one was written on the Friday before.
    assert len(late) == 1
    assert days - 2 <= late[0] <= days


def test_the_death_was_told_five_days_later(made):
    world, people = made
    row = people.named["deceased"].row
    last = entries_about(world, row)[-1]

    assert (row.deceased_on, row.death_source) == (date(2026, 10, 21), "Coroner’s notice by fax")
    assert last["act"] == "people.death_recorded"
    assert (last["recorded_at"].date() - row.deceased_on).days == 5


def test_what_was_corrected_of_a_name(made):
    world, people = made
    done = entries_about(world, people.named["corrected_name"].row)

    assert [each["act"] for each in done][-2:] == [
        "people.name_corrected",
        "people.birth_corrected",
    ]
    assert {each["reason"] for each in done[-2:]} == {"Spelling and birth date as in the passport"}


def test_the_phone_of_who_moved_has_ended_and_another_stands(made):
    told = sorted(rows_of(made, "moved_province", Phone), key=lambda row: row["starts_on"])

    assert [(row["number"], row["ends_before"]) for row in told] == [
        ("+17055550149", TODAY - timedelta(days=44)),
        ("+12045550149", None),
    ]


def test_twins_are_two(made):
    _world, people = made
    one, other = people.named["twin"].row, people.named["other_twin"].row

    assert (one.surname, one.born) == (other.surname, other.born)
    assert one.given != other.given
    assert one.number != other.number


@pytest.mark.parametrize(
    ("where", "field", "codes"),
    [
        ("addresses", "kind", AddressKind),
        ("phones", "kind", PhoneKind),
        ("phones", "answered_by", Answers),
        ("phones", "message", Message),
        ("numbers", "kind", IdentifierKind),
    ],
)
def test_stories_use_codes_that_are_known(where, field, codes):
    used = {said[field] for story in STORIES for said in story.get(where, []) if field in said}

    assert used
    assert used <= set(codes.values)


def test_every_kind_of_answer_matters_somewhere():
    told = [phone for story in STORIES for phone in story["phones"]]

    assert {phone["message"] for phone in told} == set(Message.values)

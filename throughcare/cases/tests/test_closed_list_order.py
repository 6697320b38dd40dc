"""The order of a list of files by name, and where its pages end."""

import re

import pytest
from django.urls import reverse

from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r"C-\d{4}-\d{5}")
# Each list as it must stand; the files are opened backwards.
ORDERS = {
    "an accent counts after the letters": ["Eade", "Éblé", "Eccles", "Édouard", "Egan"],
    "an accent breaks a tie": ["Emond", "Émond"],
    "the last accent counts first": ["Cote", "Côte", "Coté", "Côté"],
    "a ligature is two letters": ["Oakes", "Œdipe", "Oger"],
    "a small ligature within": ["Lecoe", "Lecœur", "Lecof"],
    "an apostrophe is no letter": ["Oban", "O'Brien", "Obrist"],
    "a curly apostrophe either": ["Oban", "O’Brien", "Obrist"],
    "Mc by its letters": ["MacDonald", "Mazur", "McAdam", "McDonald", "Mead"],
    "Mc in any case": ["Mcadam", "McBride", "MCCABE", "McDougall"],
    "a particle in small letters": ["Daoust", "de la Cruz", "Delacruze", "Demers"],
    "a particle with an apostrophe": ["Darcy", "d'Arcye", "Daro"],
    "von and van among the rest": ["Valois", "Vance", "van Dijk", "von Arx", "Voyer"],
    "a hyphen is no letter": ["Roy", "Royce", "Roy-Paquet"],
    "a cedilla is a c": ["Francis", "François", "Francoy"],
}


def numbers_on(client, page=1):
    """Return the numbers of the files on a page of the office's list, in order."""
    answer = client.get(reverse("cases:list"), {"whose": "office", "page": page})
    return list(dict.fromkeys(NUMBER.findall(answer.text)))


def opened(officer, surname, given="Alex"):
    return a_case(holder=officer, person=a_person(surname=surname, given=given)).number


@pytest.mark.parametrize("names", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_names_stand_in_order(as_manager, officer, names, language):
    as_manager.cookies["throughcare_language"] = language
    wanted = {name: opened(officer, name) for name in reversed(names)}

    assert numbers_on(as_manager) == [wanted[name] for name in names]


def test_one_surname_stands_by_given_name(as_manager, officer):
    given = ["Ève", "Évelyne", "Ewan", "Zoé"]
    wanted = {name: opened(officer, "Roy", name) for name in reversed(given)}

    assert numbers_on(as_manager) == [wanted[name] for name in given]


def test_one_name_stands_by_number(as_manager, officer):
    wanted = [opened(officer, "Roy") for _ in range(3)]

    assert numbers_on(as_manager) == wanted == sorted(wanted)


@pytest.mark.parametrize(("files", "rows"), [(60, [60]), (61, [60, 1])], ids=["sixty", "sixty-one"])
def test_sixty_stand_on_a_page(as_manager, officer, files, rows):
    wanted = [opened(officer, "Roy") for _ in range(files)]

    pages = [numbers_on(as_manager, page) for page in range(1, len(rows) + 1)]

    assert [len(page) for page in pages] == rows
    assert [number for page in pages for number in page] == wanted


def test_a_restricted_file_takes_no_place_on_a_page(as_manager, officer):
    hidden = a_case(holder=officer, person=a_person(surname="Abel"))
    restricted(hidden)
    wanted = [opened(officer, "Roy") for _ in range(60)]

    assert numbers_on(as_manager) == wanted


@pytest.mark.parametrize(("page", "rows"), [("0", 1), ("99", 1), ("x", 60), ("-1", 1)])
def test_a_page_that_is_not_there_shows_one_that_is(as_manager, officer, page, rows):
    for _ in range(61):
        opened(officer, "Roy")

    assert len(numbers_on(as_manager, page)) == rows

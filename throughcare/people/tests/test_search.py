"""The search box: names misspelled, in any order, with accents; numbers; phones; nothing."""

from datetime import date

import pytest

from throughcare.people.commands import end_phone, withdraw_identifier
from throughcare.people.queries import search
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_identifier,
    everyone,
)

pytestmark = pytest.mark.django_db


def found(text, people=None, **said):
    people = everyone() if people is None else people
    return [hit.name.listed for hit in search(text, people=people, **said).hits]


@pytest.fixture
def office():
    """Five people, one with other names."""
    lavallee = a_person(surname="Lavallée", given="Étienne Marc")
    a_name(lavallee, "Lavalley", "Steve")
    a_person(surname="O'Brien", given="Maeve")
    a_person(surname="Ng", given="Kelvin")
    a_person(surname="Nguyễn", given="Thị Hoa", family_first=True)
    a_person(surname="Lebœuf", given="Jean-Luc", born=(1971,))
    return lavallee


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lavallée", "Lavallée, Étienne Marc"),
        ("lavallee", "Lavallée, Étienne Marc"),
        ("LAVALLÉE ÉTIENNE", "Lavallée, Étienne Marc"),
        ("Étienne Lavallée", "Lavallée, Étienne Marc"),
        ("lavallee, etienne", "Lavallée, Étienne Marc"),
        ("lav", "Lavallée, Étienne Marc"),
        ("eti lav", "Lavallée, Étienne Marc"),
        ("lavalee", "Lavallée, Étienne Marc"),
        ("lavallle", "Lavallée, Étienne Marc"),
        ("lavalay", "Lavallée, Étienne Marc"),
        ("etienne joseph lavallee", "Lavallée, Étienne Marc"),
        ("e lavallee", "Lavallée, Étienne Marc"),
        ("obrien", "O'Brien, Maeve"),
        ("O’Brien", "O'Brien, Maeve"),
        ("o brien", "O'Brien, Maeve"),
        ("obrein", "O'Brien, Maeve"),
        ("ng", "Ng, Kelvin"),
        ("Ng Kelvin", "Ng, Kelvin"),
        ("nguyen", "Nguyễn Thị Hoa"),
        ("hoa nguyen", "Nguyễn Thị Hoa"),
        ("leboeuf", "Lebœuf, Jean-Luc"),
        ("lebœuf", "Lebœuf, Jean-Luc"),
        ("jean luc", "Lebœuf, Jean-Luc"),
        ("jean-luc le", "Lebœuf, Jean-Luc"),
        ("leboeuf 1971", "Lebœuf, Jean-Luc"),
    ],
)
def test_a_person_is_found_by_name(office, text, first):
    assert found(text)[:1] == [first]


@pytest.mark.parametrize(
    "text", ["zzyzx", "lavallee 1950", "tremblay", "P-999999", "705 555 0199", "\x00\x00\x00", "%%"]
)
def test_what_is_not_there_is_not_found(office, text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["l", " é ", "7", "-"])
def test_too_little_is_said_to_be_too_short(office, text):
    assert search(text, people=everyone()).too_short


def test_an_empty_box_is_not_too_short(office):
    assert not search("  ", people=everyone()).too_short


def test_another_name_says_that_it_is_another(office):
    (hit,) = search("steve lavalley", people=everyone()).hits

    assert hit.name.listed == "Lavallée, Étienne Marc"
    assert hit.matched == "also known as: Steve Lavalley"


def test_a_hit_tells_people_apart(office):
    (hit,) = search("leboeuf", people=everyone()).hits

    assert (str(hit.born), hit.is_deceased, hit.matched) == ("1971", False, "")


@pytest.mark.parametrize("written", ["{0}", "P-{0}", "p{0}", " p {0} "])
def test_a_person_is_found_by_number(office, written):
    text = written.format(office.number[2:])

    assert found(text)[:1] == ["Lavallée, Étienne Marc"]


def test_a_person_is_found_by_an_identifier_while_it_is_typed(office):
    an_identifier(office, "481 926-D")

    (hit,) = search("481926", people=everyone()).hits

    assert hit.matched == "fingerprint (FPS) number 481 926-D"


def test_a_withdrawn_identifier_is_not_found(office):
    row = an_identifier(office, "481 926-D")
    withdraw_identifier(identifier=row, withdrawn_on=date(2026, 3, 1), reason="Of a brother", by=BY)

    assert found("481926D") == []


@pytest.mark.parametrize(
    "text",
    [
        "705 555 0142",
        "(705) 555-0142",
        "705.555.0142",
        "7055550142",
        "+1 705 555 0142",
        "1-705-555-0142",
        "555-0142",
        "705 555-0142 ext. 12",
    ],
)
def test_a_person_is_found_by_phone(office, text):
    a_phone(office, "+17055550142")

    (hit,) = search(text, people=everyone()).hits

    assert hit.matched == "phone 705\u00a0555-0142"


def test_an_earlier_phone_says_so(office):
    end_phone(phone=a_phone(office), ends_before=date(2026, 5, 1), by=BY)

    (hit,) = search("7055550142", people=everyone()).hits

    assert hit.matched == "earlier phone 705\u00a0555-0142"


@pytest.mark.parametrize("text", ["lavallee", "lavalley", "lavalay", "481926D", "7055550142"])
def test_who_may_not_be_seen_is_not_found(office, text):
    a_phone(office)
    an_identifier(office, "481926D")
    others = set(everyone()) - {office.pk}

    assert search(text, people=others) == search("zzyzx", people=others)
    assert found(office.number, people=others) == []


def test_no_more_than_the_limit_are_shown():
    for given in ("Anne", "Marc", "Zoé"):
        a_person(surname="Tremblay", given=given)

    answer = search("tremblay", people=everyone(), limit=2)

    assert [hit.name.given for hit in answer.hits] == ["Anne", "Marc"]
    assert answer.more


def test_a_surname_stands_before_the_same_given_name():
    a_person(surname="Abbott", given="Roy")
    a_person(surname="Royer", given="Anne")
    a_person(surname="Roy", given="Zoé")

    assert found("roy") == ["Roy, Zoé", "Royer, Anne", "Abbott, Roy"]


def test_a_name_is_asked_for_in_one_query(office, django_assert_num_queries):
    people = everyone()

    with django_assert_num_queries(2):  # and how near a name must be
        search("etiene lavalee", people=people)


def test_a_word_that_is_not_on_file_hides_nobody_unless_another_has_it():
    a_person(surname="Habib", given="Lila")

    assert found("lila joseph habib") == ["Habib, Lila"]

    a_person(surname="Habib", given="Lilla Josef")

    assert found("lila joseph habib") == ["Habib, Lilla Josef"]


def test_whose_name_begins_so_stands_before_who_is_spelled_nearly_so():
    for surname in ("Marshe", "Marschand", "Marchand"):
        a_person(surname=surname, given="Zoé")

    assert found("marsh")[0] == "Marshe, Zoé"
    assert found("marchand")[:2] == ["Marchand, Zoé", "Marschand, Zoé"]

"""Each rule of the tables by its name: what the database refuses even where no command asks."""

from datetime import date

import pytest
from django.db import IntegrityError

from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)

PERSON = {"number": "P-100001", "surname": "Ng", "sort_key": "ng"}
NAME = {"kind": "ALIAS", "surname": "Ng", "folded": "ng", "sounds": ["FNK"]}
NUMBER = {"kind": "FPS", "value": "481926D", "folded": "481926D"}
ADDRESS = {"kind": "HOME", "city": "Wawa", "starts_on": MAY}
PHONE = {"number": "+17055550142", "starts_on": MAY}


def written(*rows):
    """Write rows of one new person, past every command."""
    with entry("people.person_added", by=System()):
        person = Person(**PERSON)
        person.save()
        for row in rows:
            row.person = person
            row.save()
    return person


def refuse(rule, *rows):
    with pytest.raises(IntegrityError, match=rule):
        written(*rows)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"number": "100001"}, "person_number_is_p_and_digits"),
        ({"number": "P-1"}, "person_number_is_p_and_digits"),
        ({"number": "P-10000A"}, "person_number_is_p_and_digits"),
        ({"number": "p-100001"}, "person_number_is_p_and_digits"),
        ({"born_month": 4}, "birth_month_has_a_year"),
        ({"born_year": 1990, "born_day": 4}, "birth_day_has_a_month_and_month_a_year"),
        ({"born_year": 1879}, "birth_year_and_month_are_possible"),
        ({"born_year": 2201}, "birth_year_and_month_are_possible"),
        ({"born_year": 1990, "born_month": 0}, "birth_year_and_month_are_possible"),
        ({"service_language": "FRENCH"}, "service_language_answers_an_offer"),
        ({"deceased_on": MAY}, "death_has_a_day_and_a_source"),
        ({"death_source": "Coroner"}, "death_has_a_day_and_a_source"),
    ],
)
def test_a_person_that_cannot_be(values, rule):
    with pytest.raises(IntegrityError, match=rule), entry("people.x", by=System()):
        Person(**PERSON | values).save()


@pytest.mark.parametrize(
    "values",
    [
        {"number": "P-999999999"},
        {"born_year": 1880},
        {"born_year": 2200, "born_month": 12, "born_day": 31},
        {"french_offered_on": MAY},
        {"french_offered_on": MAY, "service_language": "ENGLISH"},
        {"deceased_on": MAY, "death_source": "Coroner"},
    ],
)
def test_a_person_that_can_be(values):
    with entry("people.x", by=System()):
        Person(**PERSON | values).save()

    kept = Person.objects.values(*values).get()
    assert kept == values


def test_a_number_of_ours_is_given_once():
    written()

    with pytest.raises(IntegrityError, match="people_person_number"), entry("x.y", by=System()):
        Person(**PERSON).save()


@pytest.mark.parametrize(
    ("model", "values", "rule"),
    [
        (Name, NAME | {"surname": ""}, "name_is_not_empty"),
        (Name, NAME | {"starts_on": MAY, "ends_before": MAY}, "name_ends_after_it_starts"),
        (Identifier, NUMBER | {"folded": ""}, "identifier_is_not_empty"),
        (Address, ADDRESS | {"ends_before": MAY}, "address_ends_after_it_starts"),
        (Address, ADDRESS | {"city": ""}, "address_says_where"),
        (Address, ADDRESS | {"kind": "CARE_OF"}, "address_in_care_of_someone_names_them"),
        (Phone, PHONE | {"ends_before": MAY}, "phone_ends_after_it_starts"),
        (Phone, PHONE | {"number": "7055550142"}, "phone_number_is_e164"),
        (Phone, PHONE | {"number": "+0705555014"}, "phone_number_is_e164"),
        (Phone, PHONE | {"number": "+1705555014x"}, "phone_number_is_e164"),
    ],
)
def test_a_row_that_cannot_be(model, values, rule):
    refuse(rule, model(**values))


@pytest.mark.parametrize(
    ("model", "one", "other", "rule"),
    [
        (
            Name,
            NAME | {"kind": "LEGAL"},
            NAME | {"kind": "LEGAL"},
            "person_has_one_standing_legal_name",
        ),
        (
            Name,
            NAME | {"kind": "PREFERRED"},
            NAME | {"kind": "PREFERRED"},
            "person_has_one_standing_preferred_name",
        ),
        (Identifier, NUMBER, NUMBER, "identifier_belongs_to_one_person"),
        (
            Address,
            ADDRESS,
            ADDRESS | {"kind": "SHELTER", "starts_on": JUNE},
            "person_lives_in_one_place_at_a_time",
        ),
        (
            Address,
            ADDRESS | {"kind": "MAILING"},
            ADDRESS | {"kind": "MAILING", "starts_on": JUNE},
            "person_has_one_mailing_address_at_a_time",
        ),
        (
            Phone,
            PHONE,
            PHONE | {"starts_on": JUNE},
            "person_has_a_phone_number_once_at_a_time",
        ),
    ],
)
def test_two_rows_that_cannot_stand_together(model, one, other, rule):
    refuse(rule, model(**one), model(**other))


@pytest.mark.parametrize(
    ("model", "one", "other"),
    [
        (Name, NAME, NAME),
        (Name, NAME | {"kind": "LEGAL", "ends_before": JUNE}, NAME | {"kind": "LEGAL"}),
        (Identifier, NUMBER, NUMBER | {"kind": "LICENCE"}),
        (Identifier, NUMBER | {"kind": "OTHER"}, NUMBER | {"kind": "OTHER"}),
        (Identifier, NUMBER | {"withdrawn_on": MAY}, NUMBER),
        (Address, ADDRESS | {"ends_before": JUNE}, ADDRESS | {"starts_on": JUNE}),
        (Address, ADDRESS, ADDRESS | {"kind": "MAILING"}),
        (Phone, PHONE, PHONE | {"extension": "12"}),
        (Phone, PHONE | {"ends_before": JUNE}, PHONE | {"starts_on": JUNE}),
        (Phone, PHONE, PHONE | {"number": "+17055550143"}),
    ],
)
def test_two_rows_that_can_stand_together(model, one, other):
    person = written(model(**one), model(**other))

    assert model.objects.filter(person=person).count() == 2


@pytest.mark.parametrize(
    ("since", "until", "cities"),
    [
        (MAY, JUNE, ["Wawa"]),
        (MAY, None, ["Sudbury", "Wawa"]),
        (JUNE, JULY, ["Sudbury"]),
        (date(2026, 4, 1), MAY, []),
        (date(2026, 4, 1), date(2026, 5, 2), ["Wawa"]),
        (JULY, None, ["Sudbury"]),
    ],
)
def test_addresses_that_meet_a_period(since, until, cities):
    written(
        Address(**ADDRESS | {"ends_before": JUNE}),
        Address(**ADDRESS | {"city": "Sudbury", "starts_on": JUNE}),
    )

    met = Address.objects.meeting(since, until).order_by("city")
    assert [row.city for row in met] == cities

"""What the database itself refuses about a person."""

from datetime import date

import pytest
from django.db import IntegrityError

from throughcare.people.models import Address, Name, Person
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db


def a_row(**values):
    said = {"number": "P-100001", "surname": "Ng", "sort_key": "ng"} | values
    return Person(**said)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1990, None, None), (1990, 4, None), (1988, 2, 29), (2000, 2, 29), (1990, 12, 31)],
)
def test_a_birth_date_may_be_partial(year, month, day):
    with entry("people.person_added", by=System()):
        a_row(born_year=year, born_month=month, born_day=day).save()

    assert Person.objects.get().born.year == year


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1989, 2, 29),
        (1900, 2, 29),
        (1990, 4, 31),
        (1990, 2, 30),
        (None, 4, None),
        (1990, None, 3),
        (1990, 13, None),
        (1990, 1, 32),
        (90, 1, 3),
    ],
)
def test_a_birth_date_that_does_not_exist_is_refused(year, month, day):
    row = a_row(born_year=year, born_month=month, born_day=day)

    with pytest.raises(IntegrityError), entry("people.person_added", by=System()):
        row.save()


def test_a_person_has_one_standing_legal_name():
    with pytest.raises(IntegrityError, match="one_standing_legal"):
        with entry("people.person_added", by=System()):
            person = a_row()
            person.save()
            for _time in range(2):
                Name(person=person, kind="LEGAL", surname="Ng", folded="ng", sounds=["NK"]).save()


def test_a_person_lives_in_one_place_at_a_time():
    with pytest.raises(IntegrityError, match="person_lives_in_one_place"):
        with entry("people.person_added", by=System()):
            person = a_row()
            person.save()
            for kind in ("HOME", "NO_FIXED"):
                Address(person=person, kind=kind, city="Sudbury", starts_on=date(2026, 1, 1)).save()

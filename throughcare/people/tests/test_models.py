"""What the database itself refuses about a person."""

from datetime import date

import pytest
from django.db import IntegrityError

from throughcare.people.models import Address, Name, Person
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)


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


def save_with_a_person(*rows):
    with entry("people.person_added", by=System()):
        person = a_row()
        person.save()
        for row in rows:
            row.person = person
            row.save()


def test_a_person_has_one_standing_legal_name():
    names = [Name(kind="LEGAL", surname="Ng", folded="ng", sounds=["NK"]) for _time in range(2)]

    with pytest.raises(IntegrityError, match="one_standing_legal"):
        save_with_a_person(*names)


def test_a_person_lives_in_one_place_at_a_time():
    places = [Address(kind=kind, city="Wawa", starts_on=SINCE) for kind in ("HOME", "NO_FIXED")]

    with pytest.raises(IntegrityError, match="person_lives_in_one_place"):
        save_with_a_person(*places)


def test_mail_may_go_elsewhere_than_home():
    places = [Address(kind=kind, city="Wawa", starts_on=SINCE) for kind in ("HOME", "MAILING")]

    save_with_a_person(*places)

    assert Address.objects.on(SINCE).count() == 2

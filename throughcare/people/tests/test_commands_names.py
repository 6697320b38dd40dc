"""People and names: kept once, corrected with both shown, refused in words."""

import pytest

from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db


def test_a_person_gets_a_number_and_a_legal_name():
    person = a_person(surname="Lavallée", given="Étienne")

    assert person.number.startswith("P-5")
    assert person.name.listed == "Lavallée, Étienne"
    assert [(name.kind, name.folded) for name in person.names.all()] == [
        ("LEGAL", "lavallee etienne")
    ]

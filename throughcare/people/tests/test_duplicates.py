"""Who may be the same person, and with what reasons."""

import pytest

from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.models import Person
from throughcare.people.queries import likely_duplicates
from throughcare.people.queries.duplicates import birth_reason
from throughcare.people.tests.factories import a_name, a_person, a_phone, an_identifier

pytestmark = pytest.mark.django_db

BORN = BirthFacts(1989, 8, 3)


def proposed(surname="Lavallée", given="Étienne", born=BORN, **said):
    likely = likely_duplicates(
        name=NameFacts("LEGAL", surname, given),
        birth=born,
        among=said.pop("among", Person.objects.all()),
        **said,
    )
    return [(each.name.full, each.reasons) for each in likely]


@pytest.fixture(autouse=True)
def lavallee():
    return a_person()


def test_the_same_name_and_birth_date():
    assert proposed() == [("Étienne Lavallée", ("same name: Étienne Lavallée", "same birth date"))]


@pytest.mark.parametrize(
    ("surname", "given", "reason"),
    [
        ("lavallee", "etienne", "same name: Étienne Lavallée"),
        ("Étienne", "Lavallée", "same name: Étienne Lavallée"),
        ("Lavalée", "Etiene", "name spelled nearly the same: Étienne Lavallée"),
        ("Lavalay", "Ettien", "name sounds the same: Étienne Lavallée"),
    ],
)
def test_a_name_written_otherwise(surname, given, reason):
    (_name, reasons), *_others = proposed(surname, given)

    assert reasons[0] == reason


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (BirthFacts(1989, 3, 8), "birth date with day and month changed round"),
        (BirthFacts(1988, 8, 3), "birth date differs in one part"),
        (BirthFacts(1989, 8, 13), "birth date differs in one part"),
        (BirthFacts(1989), "birth dates agree as far as they are known"),
    ],
)
def test_a_birth_date_written_otherwise(born, reason):
    ((_name, reasons),) = proposed(born=born)

    assert reasons[1] == reason


def test_the_same_name_with_another_birth_date_is_another_person():
    assert proposed(born=BirthFacts(1971, 1, 30)) == []


def test_the_same_name_is_proposed_where_no_birth_date_is_known():
    assert proposed(born=BirthFacts()) == [("Étienne Lavallée", ("same name: Étienne Lavallée",))]


def test_the_same_birth_date_alone_says_nothing():
    assert proposed("Okafor", "Dana") == []


def test_another_name_counts(lavallee):
    a_name(lavallee, "Lavalley", "Steve")

    ((_name, reasons),) = proposed("Lavalley", "Steve")

    assert reasons[0] == "same name: Steve Lavalley"


def test_a_changed_surname_is_noticed_by_given_name_and_birth_date():
    ((_name, reasons),) = proposed("Tremblay", "Étienne")

    assert reasons == ("part of the name is the same: Étienne Lavallée", "same birth date")


def test_the_same_identifier_decides(lavallee):
    an_identifier(lavallee, "481 926-D")

    ((_name, reasons),) = proposed("Okafor", "Dana", BirthFacts(), identifiers=["481926d"])

    assert reasons == ("same fingerprint (FPS) number: 481 926-D",)


def test_the_same_phone_adds_to_a_near_name(lavallee):
    a_phone(lavallee)

    ((_name, reasons),) = proposed("Lavale", "", BirthFacts(), phones=["+17055550142"])

    assert reasons[-1] == "same phone"


def test_who_may_not_be_seen_is_not_proposed(lavallee):
    assert proposed(among=Person.objects.exclude(pk=lavallee.pk)) == []


def test_a_person_is_not_their_own_duplicate(lavallee):
    assert proposed(besides=lavallee.pk) == []


def test_the_likeliest_comes_first():
    a_person(surname="Lavallé", given="Étienne", born=(1989, 8, 3))

    assert [name for name, _reasons in proposed()] == ["Étienne Lavallée", "Étienne Lavallé"]


@pytest.mark.parametrize(
    ("one", "other"), [(BORN, BirthFacts()), (BirthFacts(), BORN), (BirthFacts(), BirthFacts())]
)
def test_an_unknown_birth_date_says_nothing(one, other):
    assert birth_reason(one, other) is None

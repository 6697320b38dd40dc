"""Addresses and phones as lines, in both languages; hits and likenesses in French."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.people import commands
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    NameFacts,
    edition_of,
    facts_of,
)
from throughcare.people.models import Address, Person, Phone
from throughcare.people.queries import identity, likely_duplicates, person_card, search
from throughcare.people.queries.lines import address_line, phone_line, since_words, where_words
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
    everyone,
    plain,
)

FEBRUARY = date(2026, 2, 1)
TODAY = date(2026, 11, 23)
WHERE = [
    ({"kind": "HOME", "line1": "9 Rowan Street"}, "9 Rowan Street", "9 Rowan Street"),
    (
        {"kind": "HOME", "line1": "9 Rowan Street", "line2": "Unit 4", "city": "Wawa"},
        "9 Rowan Street, Unit 4, Wawa",
        "9 Rowan Street, Unit 4, Wawa",
    ),
    (
        {"kind": "HOME", "city": "Wawa", "province": "ON", "postal_code": "P0S 1K0"},
        "Wawa ON  P0S 1K0",
        "Wawa ON  P0S 1K0",
    ),
    ({"kind": "HOME", "postal_code": "P0S 1K0"}, "P0S 1K0", "P0S 1K0"),
    (
        {"kind": "HOME", "city": "Lyon", "country": "France"},
        "Lyon, France",
        "Lyon, France",
    ),
    (
        {"kind": "CARE_OF", "care_of": "M. Roy", "city": "Wawa"},
        "c/o M. Roy, Wawa",
        "a/s de M. Roy, Wawa",
    ),
    ({"kind": "CARE_OF", "care_of": "M. Roy"}, "c/o M. Roy", "a/s de M. Roy"),
    (
        {"kind": "MAILING", "care_of": "Band Office", "line1": "General Delivery"},
        "c/o Band Office, General Delivery",
        "a/s de Band Office, General Delivery",
    ),
    ({"kind": "NO_FIXED"}, "no fixed address", "sans adresse fixe"),
    (
        {"kind": "NO_FIXED", "city": "Sudbury"},
        "no fixed address (Sudbury)",
        "sans adresse fixe (Sudbury)",
    ),
    ({"kind": "UNKNOWN"}, "not known", "inconnue"),
    ({"kind": "UNKNOWN", "province": "ON"}, "not known (ON)", "inconnue (ON)"),
]


@pytest.mark.parametrize(("said", "english", "french"), WHERE)
def test_where_an_address_is(said, english, french):
    row = Address(starts_on=FEBRUARY, **said)

    assert plain(where_words(row)) == english
    with translation.override("fr"):
        assert plain(where_words(row)) == french


@pytest.mark.parametrize(
    ("known", "english", "french"),
    [
        (True, "since 1 Feb 2026", "depuis le 1er fév. 2026"),
        (False, "since 1 Feb 2026 or earlier", "depuis le 1er fév. 2026 ou avant"),
    ],
)
def test_since_when(known, english, french):
    row = Address(starts_on=FEBRUARY, start_is_known=known)

    assert plain(since_words(row)) == english
    with translation.override("fr"):
        assert plain(since_words(row)) == french


@pytest.mark.parametrize(
    ("said", "has_place", "is_mailing"),
    [
        ({"kind": "HOME", "line1": "9 Rowan Street"}, True, False),
        ({"kind": "HOME", "city": "Wawa"}, True, False),
        ({"kind": "NO_FIXED"}, False, False),
        ({"kind": "NO_FIXED", "city": "Wawa"}, True, False),
        ({"kind": "MAILING", "line1": "Box 4"}, True, True),
    ],
)
def test_whether_there_is_a_place(said, has_place, is_mailing):
    line = address_line(Address(starts_on=FEBRUARY, **said))

    assert (line.has_place, line.is_mailing) == (has_place, is_mailing)


def test_an_address_says_how_it_is_known_and_until_when():
    row = Address(
        kind="HOME",
        city="Wawa",
        source="COURT",
        starts_on=FEBRUARY,
        ends_before=date(2026, 3, 1),
        verified_on=TODAY,
        note="Third floor",
    )

    line = address_line(row)

    assert (line.kind, line.source, line.note) == ("home", "court papers", "Third floor")
    assert (line.through, line.verified_on) == (date(2026, 2, 28), TODAY)


@pytest.mark.parametrize(
    ("message", "rule", "may"),
    [
        ("NO", "leave no message", False),
        ("NAME_ONLY", "leave only a name and a number to call", True),
        ("YES", "a message may be left", True),
    ],
)
def test_what_may_be_said_on_a_phone(message, rule, may):
    row = Phone(number="+17055550142", starts_on=FEBRUARY, answered_by="SELF", message=message)

    line = phone_line(row)

    assert (line.rule, line.may_leave_message, line.dial) == (rule, may, "+17055550142")


@pytest.mark.parametrize(
    ("said", "english", "french"),
    [
        ({"answered_by": "SELF"}, "the person", "la personne"),
        ({"answered_by": "PARENT"}, "parent", "père ou mère"),
        (
            {"answered_by": "FAMILY", "answered_words": "Anne"},
            "another relative (Anne)",
            "autre membre de la famille (Anne)",
        ),
    ],
)
def test_who_answers_a_phone(said, english, french):
    row = Phone(number="+17055550142", starts_on=FEBRUARY, message="NO", **said)

    assert phone_line(row).answered_by == english
    with translation.override("fr"):
        assert phone_line(row).answered_by == french


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
class TestInFrench:
    @pytest.fixture(autouse=True)
    def _french(self, person):
        with translation.override("fr"):
            yield

    @pytest.mark.parametrize(
        ("born", "said"),
        [
            ((1989, 11), "naissance : nov. 1989, 36 ou 37 ans"),
            ((1989,), "naissance : 1989, 36 ou 37 ans"),
            ((), "date de naissance inconnue"),
        ],
    )
    def test_a_birth_date(self, born, said):
        card = person_card(a_person(born=born).pk, on=TODAY)

        assert plain(card.facts[1]) == said

    def test_a_death(self, person):
        facts = DeathFacts(date(2026, 8, 2), "Coroner")
        commands.record_death(person=person, facts=facts, by=BY)

        card = person_card(person.pk, on=TODAY)

        assert [plain(fact) for fact in card.facts[1:]] == [
            "naissance : 3 août 1989",
            "décès : 2 août 2026, à 36 ans",
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Ng", "alias : Kelvin Ng"),
            ("481926D", "numéro d’empreintes (SED) 481926D"),
            ("7055550142", "téléphone 705 555-0142"),
        ],
    )
    def test_by_what_someone_was_found(self, person, text, said):
        a_name(person, "Ng", "Kelvin")
        an_identifier(person, "481926D")
        a_phone(person)

        (hit,) = search(text, people=everyone()).hits

        assert plain(hit.matched) == said

    @pytest.mark.parametrize(
        ("surname", "born", "reasons"),
        [
            (
                "Lavallée",
                (1989, 8, 3),
                ("même nom : Étienne Lavallée", "même date de naissance"),
            ),
            (
                "Lavallé",
                (1989, 3, 8),
                (
                    "nom d’orthographe voisine : Étienne Lavallée",
                    "date de naissance, jour et mois inversés",
                ),
            ),
            (
                "Lavallée",
                (1989,),
                (
                    "même nom : Étienne Lavallée",
                    "dates de naissance concordantes, pour ce qui est connu",
                ),
            ),
        ],
    )
    def test_why_someone_may_be_the_same(self, surname, born, reasons):
        (likeness,) = likely_duplicates(
            name=NameFacts("LEGAL", surname, "Étienne"),
            birth=BirthFacts(*born),
            among=Person.objects.all(),
        )

        assert tuple(map(plain, likeness.reasons)) == reasons

    def test_what_a_correction_replaced(self, person):
        row = an_address(person)
        facts = AddressFacts("NO_FIXED", FEBRUARY, start_is_known=False)
        base = edition_of(facts_of(row, AddressFacts))
        commands.correct_address(address=row, facts=facts, base=base, reason="Erreur", by=BY)

        (kept,) = identity(person.pk, on=TODAY).addresses

        assert plain(kept.corrections[0].before) == (
            "genre : domicile; rue : 88 Kathleen Street; lieu : Sudbury; province : ON;"
            " premier jour connu : oui"
        )

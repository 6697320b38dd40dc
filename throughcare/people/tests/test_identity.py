"""The identity page: how each line came to be known, what it replaced, what stands first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from throughcare.people import commands
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    NameFacts,
    PhoneFacts,
    edition_of,
    facts_of,
)
from throughcare.people.queries import identity, search
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
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.models import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TODAY = date(2026, 11, 23)
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
MAKE = {
    "names": lambda person: a_name(person, "Ng"),
    "identifiers": an_identifier,
    "addresses": an_address,
    "phones": a_phone,
}


def known(person):
    return identity(person.pk, on=TODAY)


def lines(person, part):
    return [each.line for each in getattr(known(person), part)]


def correct(row, facts, command, name, reason):
    base = edition_of(facts_of(type(row).objects.get(pk=row.pk), type(facts)))
    return command(**{name: row}, facts=facts, base=base, reason=reason, by=BY)


@pytest.mark.parametrize("part", MAKE)
class TestEachPart:
    def test_a_line_says_by_which_entry_it_came(self, person, part):
        row = MAKE[part](person)

        kept = next(each for each in getattr(known(person), part) if each.line.id == row.pk)

        made = Entry.objects.order_by("-number").first()
        assert (kept.recorded.entry.pk, kept.recorded.entry.by_name) == (made.pk, "A. Okafor")
        assert (kept.corrections, kept.recorded.days_late) == ((), 0)

    def test_nothing_of_another_person_is_there(self, person, part):
        MAKE[part](a_person(surname="Roy"))

        own = [each.pk for each in person.names.all()] if part == "names" else []
        assert [line.id for line in lines(person, part)] == own


class TestOrder:
    def test_names_that_stand_come_before_those_that_ended(self, person):
        a_name(person, "Ng", ends_before=MAY)
        a_name(person, "Roy")

        assert [line.name for line in lines(person, "names")] == ["Étienne Lavallée", "Roy", "Ng"]

    def test_the_latest_address_comes_first(self, person):
        for month, city in ((3, "Wawa"), (5, "Hanmer"), (4, "Timmins")):
            an_address(
                person,
                starts_on=date(2026, month, 1),
                ends_before=date(2026, month, 20),
                line1="",
                city=city,
            )

        cities = [line.where for line in lines(person, "addresses")]
        assert cities == ["Hanmer ON", "Timmins ON", "Wawa ON"]

    def test_phones_that_stand_come_before_those_that_ended(self, person):
        a_phone(person, "+17055550101", ends_before=MAY)
        a_phone(person, "+17055550102")

        assert [line.dial[-4:] for line in lines(person, "phones")] == ["0102", "0101"]

    def test_the_newest_correction_comes_first(self, person):
        row = an_address(person)
        first = facts_of(row, AddressFacts)
        for city in ("Wawa", "Hanmer"):
            facts = replace(first, city=city)
            correct(row, facts, commands.correct_address, "address", f"To {city}")

        (kept,) = known(person).addresses

        assert [(each.before, each.reason) for each in kept.corrections] == [
            ("place: Wawa", "To Hanmer"),
            ("place: Sudbury", "To Wawa"),
        ]


class TestCorrections:
    def test_the_first_entry_stays_the_one_by_which_it_came(self, person):
        row = a_phone(person)
        made = Entry.objects.get(act="people.phone_added")
        facts = replace(facts_of(row, PhoneFacts), message="YES")
        correct(row, facts, commands.correct_phone, "phone", "She agreed")

        (kept,) = known(person).phones

        assert kept.recorded.entry.pk == made.pk

    def test_what_is_computed_says_nothing(self, person):
        row = person.names.get()
        facts = NameFacts("LEGAL", "Lavallee", "Étienne")
        correct(row, facts, commands.correct_name, "name", "Licence")

        (kept,) = known(person).names

        assert [each.before for each in kept.corrections] == ["surname: Lavallée"]

    def test_a_name_that_pages_show_is_no_correction_of_the_birth_date(self, person):
        correct(person, BirthFacts(1990), commands.correct_birth, "person", "Passport")

        (correction,) = known(person).corrections

        assert correction.before == "year of birth: 1989; month of birth: 8; day of birth: 3"
        assert (correction.reason, correction.by_name) == ("Passport", "A. Okafor")

    def test_a_death_that_was_taken_back_can_be_read(self, person):
        commands.record_death(person=person, facts=DeathFacts(MAY, "Coroner"), by=BY)
        correct(person, DeathFacts(), commands.correct_death, "person", "His brother died")

        (correction,) = known(person).corrections

        assert plain(correction.before) == "died: 1 May 2026; who says so: Coroner"
        assert known(person).card.deceased_on is None

    def test_an_end_is_no_correction(self, person):
        commands.end_address(address=an_address(person), ends_before=JUNE, by=BY)

        (kept,) = known(person).addresses

        assert (kept.corrections, kept.line.through) == ((), JUNE - timedelta(days=1))

    def test_a_withdrawn_number_says_since_when(self, person):
        row = an_identifier(person)
        commands.withdraw_identifier(
            identifier=row, withdrawn_on=MAY, reason="Of his brother", by=BY
        )

        (line,) = lines(person, "identifiers")

        assert (line.value, line.kind, line.withdrawn_on) == (
            "123456C",
            "fingerprint (FPS) number",
            MAY,
        )


def test_what_an_act_wrote_elsewhere_is_not_searched(person):
    with entry("people.address_added", by=System(), person=person):
        Office.objects.create(id=new_id(), code="SUD", name="Sudbury")

    assert known(person).addresses == ()


@pytest.fixture
def office():
    """Three people whose names resemble each other."""
    a_person(surname="Lavallée", given="Étienne Marc")
    a_person(surname="Lavoie", given="Marc")
    a_person(surname="Marcotte", given="Étienne")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lavallee etienne", "etienne lavallee"),
        ("marc lavoie", "lavoie marc"),
        ("etienne marcotte", "marcotte etienne"),
        ("etienne marc lavallee", "lavallee marc etienne"),
        ("lavalee etiene", "etiene lavalee"),
        ("lavoi mark", "mark lavoi"),
        ("lavallee 1989", "1989 lavallee"),
    ],
)
def test_the_order_of_the_words_sought_does_not_matter(office, one, other):
    people = everyone()
    found = [hit.name.listed for hit in search(one, people=people).hits]

    assert found
    assert {hit.name.listed for hit in search(other, people=people).hits} == set(found)
    assert search(other, people=people).hits[0].name.listed == found[0]


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_a_search_says_whether_there_are_more(office, limit):
    answer = search("marc", people=everyone(), limit=limit)

    assert (len(answer.hits), answer.more) == (min(limit, 3), limit < 3)


def test_someone_who_died_is_found_and_said_to_have_died(person):
    commands.record_death(person=person, facts=DeathFacts(MAY, "Coroner"), by=BY)

    (hit,) = search("lavallee", people=everyone()).hits

    assert hit.is_deceased


def test_a_person_of_two_names_that_match_is_found_once(person):
    a_name(person, "Lavallée", "Steve")

    hits = search("lavallee", people=everyone()).hits

    assert [(hit.person_id, hit.matched) for hit in hits] == [(person.pk, "")]

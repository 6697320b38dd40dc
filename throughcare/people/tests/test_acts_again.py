"""What is the same for every act: sent again, made from what was, corrected with both kept."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from throughcare.people import commands
from throughcare.people.commands.keeping import (
    ChangedSince,
    NoReason,
    NothingToCorrect,
    SentBefore,
)
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    IdentifierFacts,
    NameFacts,
    PhoneFacts,
    ServiceFacts,
    SpeechFacts,
    edition_of,
    facts_of,
)
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
)
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.queries import versions_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
TOLD = datetime(2026, 11, 19, 19, tzinfo=UTC)

ADDED: dict[str, tuple[Any, Any, Any, Any]] = {
    "name": (
        commands.add_name,
        Name,
        NameFacts("ALIAS", "Ng", "Kelvin"),
        NameFacts("ALIAS", "Eng", "Kelvin"),
    ),
    "identifier": (
        commands.add_identifier,
        Identifier,
        IdentifierFacts("FPS", "481926D"),
        IdentifierFacts("FPS", "481927D"),
    ),
    "address": (
        commands.add_address,
        Address,
        AddressFacts("HOME", MAY, city="Wawa"),
        AddressFacts("HOME", MAY, city="Sudbury"),
    ),
    "phone": (
        commands.add_phone,
        Phone,
        PhoneFacts("+17055550142", MAY),
        PhoneFacts("+17055550143", MAY),
    ),
}


@pytest.mark.parametrize(("add", "model", "facts", "other"), ADDED.values(), ids=ADDED)
class TestAdding:
    def test_the_row_says_what_was_said(self, person, add, model, facts, other):
        row = add(id=new_id(), person=person, facts=facts, by=BY)

        kept = model.objects.get(pk=row.pk)
        assert (kept.person_id, facts_of(kept, type(facts))) == (person.pk, facts)

    def test_the_same_facts_again_change_nothing(self, person, add, model, facts, other):
        said = {"id": new_id(), "person": person, "facts": facts, "by": BY}

        assert add(**said) == add(**said)
        assert Entry.objects.count() == 2
        assert len(versions_of(model, said["id"])) == 1

    def test_other_facts_under_the_same_id_are_refused(self, person, add, model, facts, other):
        said = {"id": new_id(), "person": person, "by": BY}
        add(facts=facts, **said)

        with pytest.raises(SentBefore):
            add(facts=other, **said)
        assert facts_of(model.objects.get(pk=said["id"]), type(facts)) == facts

    def test_the_id_of_another_person_is_refused(self, person, add, model, facts, other):
        said = {"id": new_id(), "facts": facts, "by": BY}
        add(person=person, **said)

        with pytest.raises(SentBefore):
            add(person=a_person(surname="Roy"), **said)
        assert model.objects.get(pk=said["id"]).person_id == person.pk

    def test_the_entry_is_about_the_person_and_names_who_acts(
        self, person, add, model, facts, other
    ):
        add(id=new_id(), person=person, facts=facts, by=BY)

        entry = Entry.objects.get(act__endswith="_added", act__contains=model.__name__.lower())
        kept = [entry for entry in Entry.objects.all() if entry.act != "people.person_added"]
        assert [(each.person_id, each.by_name) for each in kept] == [(person.pk, "A. Okafor")]
        assert kept == [entry]


def correction(row, facts, correct, name):
    """Return a corrected row's parts: the row, other facts, and how to correct it."""

    def send(base=None, reason="As in the papers", facts=facts):
        present = edition_of(facts_of(row, type(facts)))
        said = {"facts": facts, "base": base or present, "reason": reason, "by": BY}
        return correct(**{name: row}, **said)

    return row, facts, send


def corrected_name(person):
    row = a_name(person, "Lavalley", "Steve")
    facts = NameFacts("ALIAS", "Lavaley", "Steve")
    return correction(row, facts, commands.correct_name, "name")


def corrected_address(person):
    row = an_address(person)
    facts = replace(facts_of(row, AddressFacts), line1="89 Kathleen Street")
    return correction(row, facts, commands.correct_address, "address")


def corrected_phone(person):
    row = a_phone(person)
    facts = replace(facts_of(row, PhoneFacts), message="YES")
    return correction(row, facts, commands.correct_phone, "phone")


def corrected_birth(person):
    return correction(person, BirthFacts(1990, 8), commands.correct_birth, "person")


def corrected_death(person):
    facts = DeathFacts(MAY, "Coroner")
    dead = commands.record_death(person=person, facts=facts, by=BY)
    return correction(dead, DeathFacts(JUNE, "Hospital"), commands.correct_death, "person")


CORRECTED = {
    "name": corrected_name,
    "address": corrected_address,
    "phone": corrected_phone,
    "birth": corrected_birth,
    "death": corrected_death,
}


@pytest.mark.parametrize("make", CORRECTED.values(), ids=CORRECTED)
class TestCorrecting:
    def test_both_writings_are_in_the_record(self, person, make):
        row, facts, send = make(person)
        before = facts_of(row, type(facts))

        send()

        written = [
            type(facts)(**{name: version.values[name] for name in facts.__dataclass_fields__})
            for version in versions_of(type(row), row.pk)
        ]
        assert written[-2:] == [before, facts]

    def test_the_reason_is_kept_without_the_space_around_it(self, person, make):
        _row, _facts, send = make(person)

        send(reason="  As in the papers ")

        entry = Entry.objects.get(act__endswith="_corrected")
        assert (entry.reason, entry.person_id) == ("As in the papers", person.pk)

    def test_sent_again_there_is_nothing_to_correct(self, person, make):
        _row, _facts, send = make(person)
        send()

        with pytest.raises(NothingToCorrect):
            send()
        assert Entry.objects.filter(act__endswith="_corrected").count() == 1

    @pytest.mark.parametrize("reason", ["", " ", "...", "—"])
    def test_without_a_reason_it_is_refused(self, person, make, reason):
        row, facts, send = make(person)
        before = facts_of(row, type(facts))

        with pytest.raises(NoReason):
            send(reason=reason)
        assert facts_of(type(row).objects.get(pk=row.pk), type(facts)) == before

    def test_made_from_something_else_it_is_refused_with_what_is_there(self, person, make):
        row, facts, send = make(person)
        before = facts_of(row, type(facts))

        with pytest.raises(ChangedSince) as refused:
            send(base=edition_of(facts))
        assert refused.value.present == before

    def test_what_the_correction_does_not_say_stays(self, person, make):
        row, facts, send = make(person)
        columns = {field.attname for field in row._meta.concrete_fields}
        # These follow from a name.
        said = {*facts.__dataclass_fields__, "folded", "sounds", "sort_key"}
        before = {name: getattr(row, name) for name in columns - said}

        send()

        after = type(row).objects.get(pk=row.pk)
        assert {name: getattr(after, name) for name in before} == before


class TestLanguages:
    def set(self, person, facts, base=None):
        present = edition_of(facts_of(Person.objects.get(pk=person.pk), SpeechFacts))
        return commands.set_language(person=person, facts=facts, base=base or present, by=BY)

    def test_what_was_said_before_is_in_the_record(self, person):
        self.set(person, SpeechFacts("HE", "", "fr", "fr"))
        self.set(person, SpeechFacts("HE", "", "fr", "en"))

        read = [each.values["written_language"] for each in versions_of(Person, person.pk)]
        assert read == ["", "fr", "en"]

    def test_the_same_again_changes_nothing(self, person):
        self.set(person, SpeechFacts("HE"))

        with pytest.raises(NothingToCorrect):
            self.set(person, SpeechFacts("HE"))

    def test_a_change_meanwhile_is_noticed(self, person):
        old = edition_of(SpeechFacts())
        self.set(person, SpeechFacts("HE"))

        with pytest.raises(ChangedSince) as refused:
            self.set(person, SpeechFacts("THEY"), base=old)
        assert refused.value.present == SpeechFacts("HE")


class TestTheOffer:
    def test_a_later_offer_may_be_answered_otherwise(self, person):
        for facts in (ServiceFacts(MAY, "ENGLISH"), ServiceFacts(JUNE, "FRENCH")):
            commands.record_active_offer(person=person, facts=facts, by=BY)

        kept = [
            (each.values["french_offered_on"], each.values["service_language"])
            for each in versions_of(Person, person.pk)
        ]
        assert kept == [(None, ""), (MAY, "ENGLISH"), (JUNE, "FRENCH")]


LATE = {
    "people.address_added": lambda person: commands.add_address(
        id=new_id(), person=person, facts=AddressFacts("UNKNOWN", MAY), by=BY, happened_at=TOLD
    ),
    "people.address_ended": lambda person: commands.end_address(
        address=an_address(person), ends_before=MAY, by=BY, happened_at=TOLD
    ),
    "people.phone_added": lambda person: commands.add_phone(
        id=new_id(), person=person, facts=PhoneFacts("+17055550142", MAY), by=BY, happened_at=TOLD
    ),
    "people.phone_ended": lambda person: commands.end_phone(
        phone=a_phone(person), ends_before=MAY, by=BY, happened_at=TOLD
    ),
    "people.name_added": lambda person: commands.add_name(
        id=new_id(), person=person, facts=NameFacts("ALIAS", "Ng"), by=BY, happened_at=TOLD
    ),
    "people.french_offered": lambda person: commands.record_active_offer(
        person=person, facts=ServiceFacts(MAY, "FRENCH"), by=BY, happened_at=TOLD
    ),
    "people.death_recorded": lambda person: commands.record_death(
        person=person, facts=DeathFacts(MAY, "Coroner"), by=BY, happened_at=TOLD
    ),
}


@pytest.mark.parametrize("act", LATE)
def test_what_was_heard_earlier_is_recorded_with_both_times(person, act):
    LATE[act](person)

    assert Entry.objects.get(act=act).happened_at == TOLD


class TestWithdrawing:
    @pytest.mark.parametrize("reason", ["", "?", "  "])
    def test_a_reason_is_asked(self, person, reason):
        row = an_identifier(person)

        with pytest.raises(NoReason):
            commands.withdraw_identifier(identifier=row, withdrawn_on=MAY, reason=reason, by=BY)
        assert Identifier.objects.get().withdrawn_on is None

    def test_the_day_and_the_reason_are_kept(self, person):
        row = an_identifier(person)

        commands.withdraw_identifier(
            identifier=row, withdrawn_on=MAY, reason=" Of a brother ", by=BY
        )

        entry = Entry.objects.get(act="people.identifier_withdrawn")
        assert (Identifier.objects.get().withdrawn_on, entry.reason) == (MAY, "Of a brother")
        assert [each.values["withdrawn_on"] for each in versions_of(Identifier, row.pk)] == [
            None,
            MAY,
        ]


class TestTheNameThatPagesShow:
    @pytest.mark.parametrize(
        ("names", "shown"),
        [
            ([], "Étienne Lavallée"),
            ([("ALIAS", "Ng")], "Étienne Lavallée"),
            ([("MAIDEN", "Roy"), ("FORMER", "Ng")], "Étienne Lavallée"),
            ([("PREFERRED", "Robin")], "Robin"),
            ([("ALIAS", "Ng"), ("PREFERRED", "Robin")], "Robin"),
        ],
    )
    def test_the_preferred_name_stands_before_the_legal_one(self, person, names, shown):
        for kind, surname in names:
            a_name(person, surname, kind=kind)

        assert Person.objects.get().name.full == shown

    def test_an_ended_name_added_late_is_not_shown(self, person):
        a_name(person, "Robin", kind="PREFERRED", ends_before=MAY)

        assert Person.objects.get().name.full == "Étienne Lavallée"

    def test_a_corrected_kind_is_followed(self, person):
        row = a_name(person, "Robin")
        base = edition_of(facts_of(row, NameFacts))
        facts = NameFacts("PREFERRED", "Robin")

        commands.correct_name(name=row, facts=facts, base=base, reason="He says so", by=BY)

        shown = Person.objects.get()
        assert (shown.name.full, shown.sort_key) == ("Robin", "robin")

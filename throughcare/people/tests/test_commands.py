"""Addresses, phones, birth, language, death: kept once, corrected, refused in words."""

from datetime import UTC, date, datetime

import pytest

from throughcare.people import commands
from throughcare.people.commands.addresses import (
    AddressEndedAlready,
    AddressEndsBeforeItStarts,
    AddressSaysNothing,
    AnotherAddressThen,
    LaterAddressOnFile,
    NobodyNamed,
)
from throughcare.people.commands.keeping import ChangedSince, NoReason, SentBefore
from throughcare.people.commands.persons import (
    DeathRecordedAlready,
    DiedBeforeBirth,
    NoAnswerToOffer,
    NoDeathSource,
    NotYet,
)
from throughcare.people.commands.phones import (
    PhoneEndedAlready,
    PhoneEndsBeforeItStarts,
    PhoneOnFileAlready,
)
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    PhoneFacts,
    ServiceFacts,
    SpeechFacts,
    edition_of,
    facts_of,
)
from throughcare.people.models import Address, Person, Phone
from throughcare.people.tests.factories import BY, a_phone, an_address
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.queries import versions_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
MAY = date(2026, 5, 1)


def days(person):
    rows = person.addresses.order_by("starts_on", "kind")
    return [(row.kind, row.starts_on, row.ends_before) for row in rows]


class TestAddresses:
    def test_a_new_address_ends_the_one_before(self, person):
        an_address(person)

        an_address(person, kind="NO_FIXED", starts_on=MAY, line1="")

        assert days(person) == [
            ("HOME", date(2026, 2, 1), MAY),
            ("NO_FIXED", MAY, None),
        ]

    def test_mail_goes_elsewhere_beside_the_home(self, person):
        an_address(person)
        an_address(person, kind="MAILING", starts_on=MAY)

        assert [ends for _kind, _starts, ends in days(person)] == [None, None]

    def test_a_move_that_was_told_late_says_when(self, person):
        told = datetime(2026, 11, 19, 19, tzinfo=UTC)
        facts = AddressFacts("HOME", starts_on=date(2026, 11, 19), city="Sudbury")

        commands.add_address(id=new_id(), person=person, facts=facts, by=BY, happened_at=told)

        assert Entry.objects.get(act="people.address_added").happened_at == told

    def test_the_same_facts_again_change_nothing(self, person):
        facts = AddressFacts("HOME", starts_on=MAY, city="Sudbury")
        said = {"id": new_id(), "person": person, "facts": facts, "by": BY}

        assert commands.add_address(**said) == commands.add_address(**said)
        assert Entry.objects.filter(act="people.address_added").count() == 1

    def test_sent_again_after_a_change_it_is_refused(self, person):
        row = an_address(person)
        facts = facts_of(row, AddressFacts)
        an_address(person, starts_on=MAY)

        with pytest.raises(SentBefore):
            commands.add_address(id=row.pk, person=person, facts=facts, by=BY)

    def test_an_earlier_address_found_out_late_says_until_when(self, person):
        an_address(person, starts_on=MAY)

        with pytest.raises(LaterAddressOnFile) as refused:
            an_address(person)
        assert refused.value.field == "ends_before"

    def test_an_earlier_address_fits_before_a_later_one(self, person):
        an_address(person, starts_on=MAY)
        an_address(person, ends_before=MAY)

        assert len(days(person)) == 2

    def test_two_homes_at_once_are_refused(self, person):
        an_address(person)

        with pytest.raises(AnotherAddressThen):
            an_address(person, starts_on=MAY, ends_before=date(2026, 6, 1))

    def test_two_homes_since_the_same_day_are_refused(self, person):
        an_address(person)

        with pytest.raises(AnotherAddressThen):
            an_address(person, city="Wawa")

    @pytest.mark.parametrize(
        ("said", "refusal"),
        [
            ({"line1": " ", "city": ""}, AddressSaysNothing),
            ({"kind": "CARE_OF"}, NobodyNamed),
            ({"ends_before": date(2026, 2, 1)}, AddressEndsBeforeItStarts),
        ],
    )
    def test_an_address_that_cannot_be_is_refused(self, person, said, refusal):
        with pytest.raises(refusal):
            an_address(person, **said)

    @pytest.mark.parametrize("kind", ["NO_FIXED", "UNKNOWN"])
    def test_no_place_needs_no_words(self, person, kind):
        row = an_address(person, kind=kind, line1="", city="", province="")

        assert row.kind == kind

    def test_an_address_ends_once(self, person):
        row = an_address(person)
        commands.end_address(address=row, ends_before=MAY, by=BY)

        assert commands.end_address(address=row, ends_before=MAY, by=BY) == row
        with pytest.raises(AddressEndedAlready, match="1\u00a0May\u00a02026"):
            commands.end_address(address=row, ends_before=date(2026, 6, 1), by=BY)

    def test_an_address_does_not_end_before_it_starts(self, person):
        with pytest.raises(AddressEndsBeforeItStarts):
            commands.end_address(address=an_address(person), ends_before=date(2026, 1, 1), by=BY)

    def test_both_writings_of_a_corrected_address_are_kept(self, person):
        row = an_address(person)
        facts = AddressFacts("HOME", starts_on=row.starts_on, city="Wawa")

        commands.correct_address(
            address=row,
            facts=facts,
            base=edition_of(facts_of(row, AddressFacts)),
            reason="Wrong person’s address",
            by=BY,
        )

        cities = [version.values["city"] for version in versions_of(Address, row.pk)]
        assert cities == ["Sudbury", "Wawa"]

    def test_a_correction_may_not_meet_another_address(self, person):
        row = an_address(person)
        an_address(person, starts_on=MAY)
        row.refresh_from_db()
        facts = AddressFacts("HOME", starts_on=row.starts_on, city="Wawa", ends_before=None)

        with pytest.raises(LaterAddressOnFile):
            commands.correct_address(
                address=row,
                facts=facts,
                base=edition_of(facts_of(row, AddressFacts)),
                reason="Still there",
                by=BY,
            )

    def test_who_lives_somewhere_on_a_day(self, person):
        an_address(person)
        an_address(person, starts_on=MAY, city="Wawa")

        assert [row.city for row in Address.objects.on(date(2026, 4, 30))] == ["Sudbury"]
        assert [row.city for row in Address.objects.on(MAY)] == ["Wawa"]


class TestPhones:
    def test_a_number_stands_once(self, person):
        a_phone(person)

        with pytest.raises(PhoneOnFileAlready):
            a_phone(person, starts_on=MAY)

    def test_the_same_number_may_come_back(self, person):
        commands.end_phone(phone=a_phone(person), ends_before=MAY, by=BY)
        a_phone(person, starts_on=MAY)

        assert [row.starts_on for row in Phone.objects.on(MAY)] == [MAY]

    def test_the_same_facts_again_change_nothing(self, person):
        facts = PhoneFacts("+17055550142", starts_on=MAY, as_typed="705 555 0142")
        said = {"id": new_id(), "person": person, "facts": facts, "by": BY}

        assert commands.add_phone(**said) == commands.add_phone(**said)
        assert Phone.objects.count() == 1

    def test_a_phone_ends_once(self, person):
        row = a_phone(person)
        commands.end_phone(phone=row, ends_before=MAY, by=BY)

        assert commands.end_phone(phone=row, ends_before=MAY, by=BY) == row
        with pytest.raises(PhoneEndedAlready):
            commands.end_phone(phone=row, ends_before=date(2026, 6, 1), by=BY)

    def test_a_phone_does_not_end_before_it_starts(self, person):
        with pytest.raises(PhoneEndsBeforeItStarts):
            a_phone(person, ends_before=date(2026, 1, 1))

    def test_a_corrected_rule_keeps_the_earlier_one(self, person):
        row = a_phone(person)
        before = facts_of(row, PhoneFacts)
        facts = PhoneFacts(before.number, before.starts_on, before.as_typed, message="YES")

        commands.correct_phone(
            phone=row, facts=facts, base=edition_of(before), reason="She agreed", by=BY
        )

        rules = [version.values["message"] for version in versions_of(Phone, row.pk)]
        assert rules == ["NO", "YES"]


class TestBirthAndLanguage:
    def correct(self, person, *born, reason="Passport", base=None):
        return commands.correct_birth(
            person=person,
            facts=BirthFacts(*born),
            base=base or edition_of(facts_of(person, BirthFacts)),
            reason=reason,
            by=BY,
        )

    @pytest.mark.parametrize("born", [(1988, 2, 29), (1988, 2), (1988,), ()])
    def test_a_birth_date_is_corrected(self, person, born):
        corrected = self.correct(person, *born)

        assert (corrected.born or ())[: len(born)] == born
        assert Entry.objects.get(act="people.birth_corrected").reason == "Passport"

    @pytest.mark.parametrize("born", [(2026, 11, 24), (2026, 12), (2027,)])
    def test_a_birth_date_ahead_is_refused(self, person, born):
        with pytest.raises(NotYet):
            self.correct(person, *born)

    def test_a_reason_is_asked(self, person):
        with pytest.raises(NoReason):
            self.correct(person, 1988, reason="?")

    def test_a_change_meanwhile_is_noticed(self, person):
        with pytest.raises(ChangedSince):
            self.correct(person, 1988, base="something else")

    def test_languages_are_set(self, person):
        base = edition_of(facts_of(person, SpeechFacts))
        facts = SpeechFacts("OWN", "ze", "prs", "prs", "prs")

        commands.set_language(person=person, facts=facts, base=base, by=BY)

        assert facts_of(Person.objects.get(), SpeechFacts) == facts

    def test_an_offer_and_its_answer_are_recorded_once(self, person):
        said = {"person": person, "facts": ServiceFacts(MAY, "FRENCH"), "by": BY}

        commands.record_active_offer(**said)
        commands.record_active_offer(**said)

        assert Entry.objects.filter(act="people.french_offered").count() == 1

    @pytest.mark.parametrize("facts", [ServiceFacts(MAY, ""), ServiceFacts(None, "FRENCH")])
    def test_an_offer_has_a_day_and_an_answer(self, person, facts):
        with pytest.raises(NoAnswerToOffer):
            commands.record_active_offer(person=person, facts=facts, by=BY)

    def test_an_offer_lies_not_ahead(self, person):
        with pytest.raises(NotYet):
            commands.record_active_offer(
                person=person, facts=ServiceFacts(date(2026, 11, 24), "FRENCH"), by=BY
            )


class TestDeath:
    def record(self, person, day=MAY, source="Coroner"):
        return commands.record_death(person=person, facts=DeathFacts(day, source), by=BY)

    def test_a_death_is_recorded_once(self, person):
        self.record(person)
        self.record(person)

        assert Person.objects.get().deceased_on == MAY
        assert Entry.objects.filter(act="people.death_recorded").count() == 1

    def test_another_day_is_a_correction(self, person):
        self.record(person)

        with pytest.raises(DeathRecordedAlready):
            self.record(person, date(2026, 5, 2))

    @pytest.mark.parametrize(
        ("day", "source", "refusal"),
        [
            (date(2026, 11, 24), "Coroner", NotYet),
            (date(1989, 8, 2), "Coroner", DiedBeforeBirth),
            (MAY, " ", NoDeathSource),
            (None, "Coroner", NoDeathSource),
        ],
    )
    def test_a_death_that_cannot_be_is_refused(self, person, day, source, refusal):
        with pytest.raises(refusal):
            self.record(person, day, source)

    def test_a_death_of_the_wrong_person_is_taken_back(self, person):
        recorded = self.record(person)

        commands.correct_death(
            person=person,
            facts=DeathFacts(),
            base=edition_of(facts_of(recorded, DeathFacts)),
            reason="Another person of that name",
            by=BY,
        )

        assert Person.objects.get().deceased_on is None
        assert [v.values["deceased_on"] for v in versions_of(Person, person.pk)] == [
            None,
            MAY,
            None,
        ]

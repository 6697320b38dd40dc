"""People, names and numbers: kept once, corrected with both in the record, refused in words."""

from datetime import date

import pytest

from throughcare.people import commands
from throughcare.people.commands.identifiers import BelongsToAnother, NoLettersOrDigits
from throughcare.people.commands.keeping import (
    ChangedSince,
    NoReason,
    NothingToCorrect,
    SentBefore,
)
from throughcare.people.commands.names import (
    NameEndsBeforeItStarts,
    NoDayOfNewName,
    NoLetters,
    OnlyLegalName,
    StandingAlready,
)
from throughcare.people.facts import NameFacts, edition_of, facts_of
from throughcare.people.models import Identifier, Name, Person
from throughcare.people.tests.factories import BY, a_name, a_person, an_identifier
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.queries import versions_of

pytestmark = pytest.mark.django_db


def correct(name, facts, reason="As in the licence", base=None):
    base = base or edition_of(facts_of(name, NameFacts))
    return commands.correct_name(name=name, facts=facts, base=base, reason=reason, by=BY)


class TestAddingAPerson:
    def test_a_person_gets_a_number_and_a_legal_name(self, person):
        assert person.number.startswith("P-5")
        assert person.name.listed == "Lavallée, Étienne"
        assert [(name.kind, name.folded) for name in person.names.all()] == [
            ("LEGAL", "lavallee etienne")
        ]

    def test_numbers_are_never_given_twice(self, person):
        assert a_person(surname="Ng").number != person.number

    def test_the_act_is_one_entry_about_the_person(self, person):
        entry = Entry.objects.get()

        assert (entry.act, entry.person_id, entry.by_name) == (
            "people.person_added",
            person.pk,
            "A. Okafor",
        )

    def test_the_same_facts_again_change_nothing(self, person):
        assert a_person(id=person.pk) == person
        assert Entry.objects.count() == Person.objects.count() == Name.objects.count() == 1

    @pytest.mark.parametrize(
        "changed", [{"surname": "Ng"}, {"born": (1990, 8, 3)}, {"spoken_language": "fr"}]
    )
    def test_other_facts_under_the_same_id_are_refused(self, person, changed):
        with pytest.raises(SentBefore):
            a_person(id=person.pk, **changed)

    @pytest.mark.parametrize("surname", ["", "  ", "-", "'"])
    def test_a_name_without_letters_is_refused(self, surname):
        with pytest.raises(NoLetters):
            a_person(surname=surname)

    def test_a_single_name_stands_alone(self):
        name = a_person(surname="Gulalai", given="").name

        assert (name.full, name.listed, name.initials) == ("Gulalai", "Gulalai", "G")

    def test_a_family_name_may_be_said_first(self):
        name = a_person(surname="Nguyễn", given="Thị Hoa", family_first=True).name

        assert (name.full, name.listed, name.initials) == (
            "Nguyễn Thị Hoa",
            "Nguyễn Thị Hoa",
            "NT",
        )

    def test_lists_sort_by_french_rules(self):
        for surname, given in (("Cotes", "A"), ("Côté", "Zoé"), ("Cote", "Zoé"), ("Ng", "A")):
            a_person(surname=surname, given=given)

        listed = Person.objects.order_by("sort_key").values_list("surname", flat=True)
        assert list(listed) == ["Cote", "Côté", "Cotes", "Ng"]


class TestAddingAName:
    def test_an_alias_does_not_change_what_is_shown(self, person):
        a_name(person, "Lavalley", "Steve")

        person.refresh_from_db()
        assert person.name.full == "Étienne Lavallée"

    def test_a_preferred_name_is_shown(self, person):
        a_name(person, "Lavallée", "Stéphane", kind="PREFERRED")

        person.refresh_from_db()
        assert (person.name.full, person.sort_key) == (
            "Stéphane Lavallée",
            "lavallee stephane 0000010001",
        )

    def test_a_new_legal_name_ends_the_one_that_stood(self, person):
        a_name(person, "Tremblay", "Étienne", kind="LEGAL", starts_on=date(2026, 5, 1))

        person.refresh_from_db()
        assert person.name.full == "Étienne Tremblay"
        assert list(person.names.order_by("pk").values_list("surname", "ends_before")) == [
            ("Lavallée", date(2026, 5, 1)),
            ("Tremblay", None),
        ]

    def test_a_new_legal_name_says_from_which_day(self, person):
        with pytest.raises(NoDayOfNewName, match="Étienne Lavallée stands until then"):
            a_name(person, "Tremblay", kind="LEGAL")

    def test_a_name_does_not_end_before_it_starts(self, person):
        days = {"starts_on": date(2026, 5, 2), "ends_before": date(2026, 5, 1)}

        with pytest.raises(NameEndsBeforeItStarts):
            a_name(person, "Lavalley", **days)

    def test_the_same_facts_again_change_nothing(self, person):
        said = {"id": new_id(), "person": person, "facts": NameFacts("ALIAS", "Ng"), "by": BY}

        assert commands.add_name(**said) == commands.add_name(**said)
        assert Name.objects.filter(kind="ALIAS").count() == 1

    def test_an_id_of_another_person_is_refused(self, person):
        row = a_name(person, "Ng")
        other = a_person(surname="Roy")

        with pytest.raises(SentBefore):
            commands.add_name(id=row.pk, person=other, facts=NameFacts("ALIAS", "Ng"), by=BY)


class TestCorrectingAName:
    def test_both_writings_are_in_the_record(self, person):
        name = person.names.get()

        correct(name, NameFacts("LEGAL", "Lavallee", "Étienne"))

        versions = versions_of(Name, name.pk)
        assert [version.values["surname"] for version in versions] == ["Lavallée", "Lavallee"]
        assert Entry.objects.get(act="people.name_corrected").reason == "As in the licence"

    def test_what_pages_show_follows(self, person):
        correct(person.names.get(), NameFacts("LEGAL", "Roy", "Anne"))

        person.refresh_from_db()
        assert (person.name.listed, person.sort_key) == ("Roy, Anne", "roy anne")
        assert person.names.get().folded == "roy anne"

    @pytest.mark.parametrize("reason", ["", " ", ".", "--"])
    def test_a_reason_is_asked(self, person, reason):
        with pytest.raises(NoReason):
            correct(person.names.get(), NameFacts("LEGAL", "Roy"), reason=reason)

    def test_the_same_facts_are_no_correction(self, person):
        with pytest.raises(NothingToCorrect):
            correct(person.names.get(), NameFacts("LEGAL", "Lavallée", "Étienne"))

    def test_a_change_meanwhile_is_noticed(self, person):
        name = person.names.get()
        correct(name, NameFacts("LEGAL", "Roy", "Anne"))

        with pytest.raises(ChangedSince) as refused:
            correct(name, NameFacts("LEGAL", "Roi", "Anne"))
        assert refused.value.present == NameFacts("LEGAL", "Roy", "Anne")

    def test_there_is_always_a_legal_name(self, person):
        with pytest.raises(OnlyLegalName):
            correct(person.names.get(), NameFacts("ALIAS", "Lavallée", "Étienne"))

    def test_there_is_one_legal_name_at_a_time(self, person):
        with pytest.raises(StandingAlready):
            correct(a_name(person, "Ng"), NameFacts("LEGAL", "Ng"))


class TestEndingAName:
    def test_an_ended_preferred_name_is_not_shown(self, person):
        name = a_name(person, "Lavallée", "Steve", kind="PREFERRED")

        commands.end_name(name=name, ends_before=date(2026, 5, 1), by=BY)

        person.refresh_from_db()
        assert person.name.full == "Étienne Lavallée"

    def test_the_legal_name_does_not_end_alone(self, person):
        with pytest.raises(OnlyLegalName):
            commands.end_name(name=person.names.get(), ends_before=date(2026, 5, 1), by=BY)

    def test_a_name_ends_after_it_starts(self, person):
        name = a_name(person, "Ng", starts_on=date(2026, 5, 1))

        with pytest.raises(NameEndsBeforeItStarts):
            commands.end_name(name=name, ends_before=date(2026, 5, 1), by=BY)


class TestNumbers:
    def test_a_number_is_kept_as_typed_and_folded(self, person):
        row = an_identifier(person, "481 926-d")

        assert (row.value, row.folded) == ("481 926-d", "481926D")

    def test_a_number_belongs_to_one_person_who_is_not_named(self, person):
        an_identifier(person, "481926D")

        with pytest.raises(BelongsToAnother) as refused:
            an_identifier(a_person(surname="Ng"), "481 926-D")
        assert person.number not in str(refused.value)

    def test_other_numbers_may_be_the_same(self, person):
        an_identifier(person, "12", kind="OTHER")
        an_identifier(a_person(surname="Ng"), "12", kind="OTHER")

        assert Identifier.objects.count() == 2

    def test_a_withdrawn_number_is_free_and_can_be_read(self, person):
        row = an_identifier(person)
        commands.withdraw_identifier(
            identifier=row, withdrawn_on=date(2026, 5, 1), reason="Of his brother", by=BY
        )

        an_identifier(a_person(surname="Ng"))

        assert Identifier.objects.count() == 2

    def test_a_number_has_letters_or_digits(self, person):
        with pytest.raises(NoLettersOrDigits):
            an_identifier(person, " - ")

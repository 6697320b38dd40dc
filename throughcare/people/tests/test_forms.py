"""The forms: facts from what was typed, kept once, corrected with both shown, never lost."""

from datetime import date
from uuid import uuid4

import pytest

from throughcare.people.facts import AddressFacts, edition_of, facts_of
from throughcare.people.forms import NewPersonForm, NoSuchForm, form_for
from throughcare.people.forms.acts import FORMS
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
)
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db


def typed(form, **changed):
    """Return what a browser sends of a form as it is shown, with some fields typed over."""
    shown = {}
    for field in form:
        value = field.field.prepare_value(field.value())
        if value is not None and value is not False:
            shown[field.name] = value
    return shown | changed


def sent(act, person, row=None, **changed):
    """Open a form, type, send; return the form."""
    row_id = row.pk if row else None
    first = form_for(act, None, person=person, row=row_id)
    form = form_for(act, typed(first, **changed), person=person, row=row_id)
    if form.is_valid():
        form.sent(BY)
    return form


def problems(form):
    return [str(problem.message) for problem in form.problems]


ADDRESS = {"line1": "9 Rowan Street", "city": "Sudbury", "starts_on": "1 Nov 2026"}


class TestAddresses:
    def test_an_address_is_kept(self, person):
        form = sent("add-address", person, **ADDRESS, postal_code="p3e2n4", or_earlier="on")

        row = Address.objects.get()
        assert problems(form) == []
        assert (row.line1, row.postal_code, row.starts_on) == (
            "9 Rowan Street",
            "P3E 2N4",
            date(2026, 11, 1),
        )
        assert not row.start_is_known

    def test_a_code_of_another_country_stays_as_typed(self, person):
        sent("add-address", person, **ADDRESS, postal_code="SW1A 1AA")

        assert Address.objects.get().postal_code == "SW1A 1AA"

    def test_what_was_told_earlier_is_recorded_as_late(self, person):
        sent("add-address", person, **ADDRESS, told_on="2 Nov 2026")

        entry = Entry.objects.get(act="people.address_added")
        assert str(entry.happened_at) == "2026-11-02 05:00:00+00:00"

    def test_a_form_sent_twice_makes_one_row(self, person):
        said = ADDRESS | {"id": str(uuid4())}

        assert sent("add-address", person, **said).problems == []
        assert sent("add-address", person, **said).problems == []
        assert Address.objects.count() == 1

    def test_other_facts_under_the_same_id_are_refused(self, person):
        said = ADDRESS | {"id": str(uuid4())}
        sent("add-address", person, **said)

        form = sent("add-address", person, **said | {"city": "Wawa"})

        assert problems(form)[0].startswith("This form was sent before")
        assert Address.objects.get().city == "Sudbury"

    @pytest.mark.parametrize(
        ("changed", "field", "sentence"),
        [
            ({"starts_on": "31 Feb 2026"}, "starts_on", None),
            ({"line1": "x" * 121}, "line1", "Shorten this to 120 characters; it has 121."),
            ({"kind": "CASTLE"}, "kind", "Choose one of the answers offered."),
            ({"kind": "CARE_OF"}, "care_of", "Name who takes the person in or keeps the mail."),
            ({"line1": "", "city": ""}, "line1", None),
            ({"last_day": "1 Oct 2026"}, "last_day", None),
            ({"told_on": "1 Jan 2999"}, "told_on", None),
        ],
    )
    def test_bad_input_is_told_beside_its_field(self, person, changed, field, sentence):
        form = sent("add-address", person, **ADDRESS | changed)

        assert list(form.errors) == [field]
        assert sentence is None or problems(form) == [sentence]
        assert form.data.get(field, "") == changed.get(field, "")
        assert Address.objects.count() == 0

    def test_a_correction_keeps_the_reason(self, person):
        row = an_address(person)

        form = sent("correct-address", person, row, line1="89 Kathleen Street", reason="Misread")

        row.refresh_from_db()
        entry = Entry.objects.get(act="people.address_corrected")
        assert (problems(form), row.line1, entry.reason) == ([], "89 Kathleen Street", "Misread")

    def test_a_correction_without_a_reason_is_not_kept(self, person):
        form = sent("correct-address", person, an_address(person), city="Wawa")

        assert problems(form) == ["Say why this is corrected: a few words will do."]

    def test_what_changed_meanwhile_is_shown_beside_what_was_typed(self, person):
        row = an_address(person)
        old = edition_of(facts_of(row, AddressFacts))
        sent("correct-address", person, row, line1="89 Kathleen Street", reason="Misread")

        form = sent("correct-address", person, row, city="Wawa", reason="Moved", base=old)

        assert problems(form)[0].startswith("Someone changed this while you were writing.")
        assert form.data["city"] == "Wawa"
        assert form.present == [("place", "Sudbury")]

    def test_sent_again_after_comparing_it_is_kept(self, person):
        row = an_address(person)
        old = edition_of(facts_of(row, AddressFacts))
        sent("correct-address", person, row, line1="89 Kathleen Street", reason="Misread")
        stale = sent("correct-address", person, row, city="Wawa", reason="Moved", base=old)

        again = form_for("correct-address", stale.data, person=person, row=row.pk)

        assert again.is_valid()
        assert again.sent(BY)
        assert Address.objects.get().city == "Wawa"

    def test_an_end_is_the_day_after_the_last(self, person):
        sent("end-address", person, an_address(person), last_day="3 Nov 2026")

        assert Address.objects.get().ends_before == date(2026, 11, 4)


class TestPhones:
    @pytest.mark.parametrize("number", ["705 555 0142", "(705) 555-0142", "+1 705-555-0142"])
    def test_a_phone_is_read_however_it_is_typed(self, person, number):
        form = sent("add-phone", person, as_typed=number, message="NAME_ONLY")

        row = Phone.objects.get()
        assert (problems(form), row.number, row.as_typed) == ([], "+17055550142", number)

    def test_an_extension_is_kept_apart(self, person):
        sent("add-phone", person, as_typed="705 555-0142 poste 12")

        row = Phone.objects.get()
        assert (row.number, row.extension) == ("+17055550142", "12")

    @pytest.mark.parametrize("number", ["0142", "call me", "705 555", "1" * 30])
    def test_what_is_no_number_is_told(self, person, number):
        form = sent("add-phone", person, as_typed=number)

        assert problems(form)[0].startswith("This is not a whole phone number.")
        assert form.data["as_typed"] == number

    def test_the_same_number_twice_is_refused(self, person):
        a_phone(person)

        form = sent("add-phone", person, as_typed="705 555 0142", starts_on="1 Nov 2026")

        assert problems(form) == [
            "This number is on file for the person. Correct that line, or end it first."
        ]

    def test_the_rule_of_a_phone_is_corrected(self, person):
        sent("correct-phone", person, a_phone(person), message="YES", reason="She agreed")

        assert Phone.objects.get().message == "YES"

    def test_a_phone_ends(self, person):
        sent("end-phone", person, a_phone(person), last_day="3 Nov 2026")

        assert Phone.objects.get().ends_before == date(2026, 11, 4)


class TestNamesAndNumbers:
    def test_an_alias_is_added(self, person):
        sent("add-name", person, surname="Lavalley", given="Steve")

        assert Name.objects.get(kind="ALIAS").folded == "lavalley steve"

    def test_a_name_is_corrected(self, person):
        form = sent(
            "correct-name", person, person.names.get(), surname="Lavallee", reason="Licence"
        )

        person.refresh_from_db()
        assert (problems(form), person.name.listed) == ([], "Lavallee, Étienne")

    def test_a_name_ends(self, person):
        alias = a_name(person, "Lavalley", "Steve")

        sent("end-name", person, alias, last_day="3 Nov 2026")

        alias.refresh_from_db()
        assert alias.ends_before == date(2026, 11, 4)

    def test_a_number_is_added(self, person):
        sent("add-number", person, kind="FPS", value="481 926-D")

        assert Identifier.objects.get().folded == "481926D"

    def test_a_number_is_withdrawn(self, person):
        sent("withdraw-number", person, an_identifier(person), reason="His brother’s")

        assert Identifier.objects.get().withdrawn_on is not None


class TestThePerson:
    @pytest.mark.parametrize(
        ("written", "born"),
        [("3 Aug 1990", (1990, 8, 3)), ("Aug 1990", (1990, 8, None)), ("1990", (1990, None, None))],
    )
    def test_a_birth_date_is_corrected(self, person, written, born):
        sent("correct-birth", person, born=written, reason="Passport")

        person.refresh_from_db()
        assert (person.born_year, person.born_month, person.born_day) == born

    def test_a_birth_date_may_become_unknown(self, person):
        sent("correct-birth", person, born="", reason="It was his brother’s")

        person.refresh_from_db()
        assert person.born is None

    def test_languages_are_kept(self, person):
        sent("languages", person, spoken_language="fr", written_language="fr", pronoun="HE")

        person.refresh_from_db()
        assert (person.spoken_language, person.pronoun) == ("fr", "HE")

    def test_own_words_are_asked_for(self, person):
        form = sent("languages", person, pronoun="OWN")

        assert problems(form) == ["Write the words the person uses."]

    def test_what_is_seldom_needed_folds_out(self, person):
        form = form_for("add-address", None, person=person)

        assert not form.more_is_open
        assert "note" in [field.name for field in form.more_fields]
        assert form.first_fields[-1].name == "source"
        assert [field.name for field in form.last_fields] == ["told_on"]

    def test_what_is_folded_opens_when_it_holds_something(self, person):
        row = an_address(person, note="Third floor")

        assert form_for("correct-address", None, person=person, row=row.pk).more_is_open

    def test_every_field_of_a_form_is_drawn_once(self, person):
        form = form_for("add-address", None, person=person)

        drawn = str(form)

        assert all(drawn.count(f'name="{field.name}"') == 1 for field in form)

    def test_the_offer_of_french_is_kept_with_its_answer(self, person):
        sent("french-offer", person, french_offered_on="2 Nov 2026", service_language="FRENCH")

        person.refresh_from_db()
        assert (person.french_offered_on, person.service_language) == (
            date(2026, 11, 2),
            "FRENCH",
        )

    def test_a_death_is_recorded_and_corrected(self, person):
        sent("record-death", person, deceased_on="2 Nov 2026", death_source="Coroner")
        person.refresh_from_db()

        form = sent(
            "correct-death", person, deceased_on="", death_source="", reason="Another person"
        )

        person.refresh_from_db()
        assert (problems(form), person.deceased_on) == ([], None)


class TestNewPeople:
    FACTS = {"surname": "Lavallée", "given": "Étienne", "born": "3 Aug 1989"}

    def form(self, **changed):
        first = typed(NewPersonForm(among=Person.objects.all()))
        return NewPersonForm(first | self.FACTS | changed, among=Person.objects.all())

    def test_someone_new_is_added(self):
        form = self.form()

        assert form.is_valid()
        assert form.sent(BY).name.listed == "Lavallée, Étienne"

    def test_who_may_be_the_same_is_shown_before_anything_is_kept(self, person):
        form = self.form(surname="Lavalee")

        assert not form.is_valid()
        assert [each.number for each in form.likely] == [person.number]
        assert list(form.errors) == ["another_person"]
        assert Person.objects.count() == 1

    def test_another_person_is_added_when_someone_says_so(self, person):
        form = self.form(another_person="on")

        assert form.is_valid()
        assert form.sent(BY).number != person.number

    def test_a_form_sent_twice_makes_one_person(self):
        form = self.form()
        form.is_valid()
        made = form.sent(BY)

        again = self.form(id=str(made.pk))

        assert again.is_valid()
        assert again.sent(BY) == made
        assert Person.objects.count() == 1

    def test_a_refusal_stands_in_the_form(self):
        form = self.form(surname="---")

        assert form.is_valid()
        assert form.sent(BY) is None
        assert problems(form) == ["Write the surname. A single name is written here too."]


class TestFormsByName:
    def test_every_form_has_a_title_and_can_be_opened(self, person):
        rows = {
            Name: person.names.get(),
            Identifier: an_identifier(person),
            Address: an_address(person),
            Phone: a_phone(person),
        }
        for act, kind in FORMS.items():
            row = rows[kind.row_model].pk if kind.row_model else None
            assert str(form_for(act, None, person=person, row=row).title)

    @pytest.mark.parametrize("act", ["", "drop-table", "correct-name"])
    def test_a_form_that_is_not_there(self, person, act):
        with pytest.raises(NoSuchForm):
            form_for(act, None, person=person)

    def test_a_row_of_another_person_is_not_there(self, person):
        other = an_address(a_person(surname="Ng", given="Kelvin"))

        with pytest.raises(NoSuchForm):
            form_for("end-address", None, person=person, row=other.pk)

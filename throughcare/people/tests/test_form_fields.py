"""Every field of every form: what it refuses, in which words, and that what was typed stays."""

import pytest

from throughcare.pages.forms import Form
from throughcare.people.forms import NewPersonForm, form_for
from throughcare.people.forms.acts import FORMS
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.tests.factories import (
    a_name,
    a_phone,
    an_address,
    an_identifier,
    plain,
)
from throughcare.record.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

GOOD = {
    "add-name": {"kind": "ALIAS", "surname": "Ng", "given": "Kelvin", "starts_on": "1 Nov 2026"},
    "correct-name": {"kind": "LEGAL", "surname": "Roy", "reason": "Licence"},
    "end-name": {"last_day": "2 Nov 2026"},
    "add-number": {"kind": "FPS", "value": "305 118-A", "issued_by": "RCMP"},
    "withdraw-number": {"withdrawn_on": "2 Nov 2026", "reason": "His brother’s"},
    "add-address": {
        "kind": "HOME",
        "line1": "9 Rowan Street",
        "city": "Sudbury",
        "starts_on": "1 Nov 2026",
        "source": "COURT",
        "told_on": "2 Nov 2026",
    },
    "correct-address": {
        "kind": "HOME",
        "city": "Wawa",
        "starts_on": "1 Feb 2026",
        "source": "PERSON",
        "reason": "Misread",
    },
    "end-address": {"last_day": "2 Nov 2026"},
    "add-phone": {
        "as_typed": "705 555 0171",
        "kind": "HOME",
        "answered_by": "PARENT",
        "message": "NAME_ONLY",
        "starts_on": "1 Nov 2026",
    },
    "correct-phone": {
        "as_typed": "705 555 0142",
        "kind": "WORK",
        "answered_by": "SELF",
        "message": "YES",
        "starts_on": "1 Feb 2026",
        "reason": "She agreed",
    },
    "end-phone": {"last_day": "2 Nov 2026"},
    "correct-birth": {"born": "Aug 1990", "reason": "Passport"},
    "languages": {"pronoun": "HE", "spoken_language": "fr", "written_language": "en"},
    "french-offer": {"french_offered_on": "2 Nov 2026", "service_language": "FRENCH"},
    "record-death": {"deceased_on": "2 Nov 2026", "death_source": "Coroner"},
    "correct-death": {"deceased_on": "2 Nov 2026", "death_source": "Coroner", "reason": "Late"},
}
WRITE = "Write this down."
CHOOSE, OFFERED = "Choose one of the answers.", "Choose one of the answers offered."
DAY = "Write a day."
WHY = "Say why this is corrected: a few words will do."
NO_DAY = "31 Feb 2026"
NOT_IN_THE_CALENDAR = "February 2026 has 28 days."


def shorten(limit):
    return f"Shorten this to {limit} characters; it has {limit + 1}."


def ahead(subject):
    return f"{subject} cannot be after today, 23 Nov 2026."


WRONG = [
    ("add-name", "kind", "", CHOOSE),
    ("add-name", "kind", "NICKNAME", OFFERED),
    ("add-name", "surname", "", WRITE),
    ("add-name", "surname", "x" * 81, shorten(80)),
    ("add-name", "given", "x" * 121, shorten(120)),
    ("correct-name", "kind", "", CHOOSE),
    ("correct-name", "kind", "NICKNAME", OFFERED),
    ("correct-name", "surname", "", WRITE),
    ("correct-name", "surname", "x" * 81, shorten(80)),
    ("correct-name", "given", "x" * 121, shorten(120)),
    ("correct-name", "reason", "", WHY),
    ("correct-name", "reason", "x" * 301, shorten(300)),
    ("end-name", "last_day", "", DAY),
    ("add-number", "kind", "", CHOOSE),
    ("add-number", "kind", "SIN", OFFERED),
    ("add-number", "value", "", WRITE),
    ("add-number", "value", "1" * 41, shorten(40)),
    ("add-number", "issued_by", "x" * 81, shorten(80)),
    ("withdraw-number", "withdrawn_on", "", DAY),
    ("withdraw-number", "withdrawn_on", "24 Nov 2026", ahead("The day")),
    ("withdraw-number", "reason", "", WHY),
    ("withdraw-number", "reason", "x" * 301, shorten(300)),
    ("add-address", "kind", "", CHOOSE),
    ("add-address", "kind", "CASTLE", OFFERED),
    ("add-address", "care_of", "x" * 121, shorten(120)),
    ("add-address", "line1", "x" * 121, shorten(120)),
    ("add-address", "line2", "x" * 121, shorten(120)),
    ("add-address", "city", "x" * 81, shorten(80)),
    ("add-address", "province", "XX", OFFERED),
    ("add-address", "postal_code", "x" * 11, shorten(10)),
    ("add-address", "country", "x" * 61, shorten(60)),
    ("add-address", "note", "x" * 301, shorten(300)),
    ("add-address", "starts_on", "", DAY),
    ("add-address", "source", "", CHOOSE),
    ("add-address", "source", "RUMOUR", OFFERED),
    ("add-address", "told_on", "", DAY),
    ("add-address", "told_on", "24 Nov 2026", ahead("The day you were told")),
    ("add-address", "verified_on", "24 Nov 2026", ahead("The check")),
    ("correct-address", "kind", "CASTLE", OFFERED),
    ("correct-address", "starts_on", "", DAY),
    ("correct-address", "source", "", CHOOSE),
    ("correct-address", "reason", "", WHY),
    ("correct-address", "verified_on", "24 Nov 2026", ahead("The check")),
    ("end-address", "last_day", "", DAY),
    ("add-phone", "as_typed", "", WRITE),
    ("add-phone", "as_typed", "7" * 41, shorten(40)),
    (
        "add-phone",
        "as_typed",
        "555 0142",
        "This is not a whole phone number. Write it with its area code: 705 555 0142.",
    ),
    ("add-phone", "kind", "", CHOOSE),
    ("add-phone", "kind", "FAX", OFFERED),
    ("add-phone", "answered_by", "", CHOOSE),
    ("add-phone", "answered_by", "DOG", OFFERED),
    ("add-phone", "answered_words", "x" * 121, shorten(120)),
    ("add-phone", "message", "", CHOOSE),
    ("add-phone", "message", "SHOUT", OFFERED),
    ("add-phone", "message_words", "x" * 201, shorten(200)),
    ("add-phone", "language", "xx", OFFERED),
    ("add-phone", "starts_on", "", DAY),
    ("correct-phone", "as_typed", "", WRITE),
    ("correct-phone", "kind", "FAX", OFFERED),
    ("correct-phone", "answered_by", "", CHOOSE),
    ("correct-phone", "message", "", CHOOSE),
    ("correct-phone", "starts_on", "", DAY),
    ("correct-phone", "reason", "", WHY),
    ("end-phone", "last_day", "", DAY),
    ("correct-birth", "born", "24 Nov 2026", ahead("The birth date")),
    ("correct-birth", "reason", "", WHY),
    ("correct-birth", "reason", "x" * 301, shorten(300)),
    ("languages", "pronoun", "XE", OFFERED),
    ("languages", "pronoun_words", "x" * 61, shorten(60)),
    ("languages", "spoken_language", "xx", OFFERED),
    ("languages", "written_language", "xx", OFFERED),
    ("languages", "interpreter_language", "xx", OFFERED),
    ("french-offer", "french_offered_on", "", DAY),
    ("french-offer", "french_offered_on", "24 Nov 2026", ahead("The offer")),
    ("french-offer", "service_language", "", CHOOSE),
    ("french-offer", "service_language", "KLINGON", OFFERED),
    ("record-death", "deceased_on", "", DAY),
    ("record-death", "deceased_on", "24 Nov 2026", ahead("The day of death")),
    ("record-death", "death_source", "", WRITE),
    ("record-death", "death_source", "x" * 201, shorten(200)),
    ("correct-death", "deceased_on", "24 Nov 2026", ahead("The day of death")),
    ("correct-death", "death_source", "x" * 201, shorten(200)),
    ("correct-death", "reason", "", WHY),
]
# Fields of a day: what is no day is told in the same words everywhere.
DAYS = [
    ("add-name", "starts_on"),
    ("add-name", "last_day"),
    ("end-name", "last_day"),
    ("withdraw-number", "withdrawn_on"),
    ("add-address", "starts_on"),
    ("add-address", "last_day"),
    ("add-address", "told_on"),
    ("add-address", "verified_on"),
    ("end-address", "last_day"),
    ("add-phone", "starts_on"),
    ("add-phone", "last_day"),
    ("end-phone", "last_day"),
    ("correct-birth", "born"),
    ("french-offer", "french_offered_on"),
    ("record-death", "deceased_on"),
    ("correct-death", "deceased_on"),
]


def the_row(person, model):
    """Return a row of a model that may be corrected or ended, or None for the person."""
    make = {
        Name: lambda person: (
            person.names.get() if person.names.count() == 1 else a_name(person, "Ng")
        ),
        Identifier: an_identifier,
        Address: an_address,
        Phone: a_phone,
    }.get(model)
    return make(person) if make else None


def opened(act, person, **changed):
    """Return the form of an act, filled in well but for some fields."""
    row = the_row(person, FORMS[act].row_model)
    first = form_for(act, None, person=person, row=row.pk if row else None)
    said = GOOD[act] | {"id": str(new_id())} | changed
    if "base" in first.fields:
        said.setdefault("base", first.initial["base"])
    return form_for(act, said, person=person, row=row.pk if row else None)


def told(form: Form, name: str) -> list[str]:
    return [plain(words) for words in form.errors.get(name, [])]


def test_every_form_is_tried_here():
    assert GOOD.keys() == FORMS.keys()
    assert {act for act, *_rest in WRONG} == FORMS.keys()


@pytest.mark.parametrize("act", GOOD)
def test_what_is_filled_in_well_has_no_problem(person, act):
    form = opened(act, person)

    assert (form.is_valid(), form.errors) == (True, {})


@pytest.mark.parametrize(
    ("act", "field", "typed", "sentence"),
    WRONG,
    ids=[f"{act} {field} {typed[:10]!r}" for act, field, typed, _sentence in WRONG],
)
def test_a_wrong_field_is_told_and_what_was_typed_stays(person, act, field, typed, sentence):
    form = opened(act, person, **{field: typed})

    assert told(form, field) == [sentence]
    assert list(form.errors) == [field]
    assert form[field].value() == typed
    kept = {name: value for name, value in GOOD[act].items() if name != field}
    assert {name: form[name].value() for name in kept} == kept


@pytest.mark.parametrize(("act", "field"), DAYS)
def test_a_day_that_is_not_in_the_calendar_is_told(person, act, field):
    form = opened(act, person, **{field: NO_DAY})

    assert told(form, field) == [NOT_IN_THE_CALENDAR]
    assert form[field].value() == NO_DAY


@pytest.mark.parametrize("act", ["add-name", "add-number", "add-address", "add-phone"])
def test_a_form_whose_id_was_damaged_is_not_lost(person, act):
    form = opened(act, person, id="damaged")

    assert form.is_valid()
    assert form.cleaned_data["id"].version == 4


OPTIONAL = {
    "add-name": {"given", "family_first", "starts_on", "last_day"},
    "add-number": {"issued_by"},
    "add-address": {
        *("care_of", "line1", "line2", "city", "province", "postal_code", "country"),
        *("or_earlier", "last_day", "verified_on", "note"),
    },
    "add-phone": {"answered_words", "message_words", "language", "last_day"},
    "correct-birth": {"base", "born"},
    "languages": {
        *("base", "pronoun", "pronoun_words"),
        *("spoken_language", "written_language", "interpreter_language"),
    },
    "french-offer": set(),
    "record-death": set(),
    "correct-death": {"base", "deceased_on", "death_source"},
}


@pytest.mark.parametrize("act", OPTIONAL)
def test_what_may_be_left_empty(person, act):
    form = form_for(act, {}, person=person)

    assert {name for name, field in form.fields.items() if not field.required} - {"id"} == OPTIONAL[
        act
    ]


@pytest.mark.parametrize("act", OPTIONAL)
def test_an_empty_form_is_told_everything_at_once(person, act):
    form = form_for(act, {}, person=person)
    needed = form.fields.keys() - OPTIONAL[act] - {"id"}

    assert needed <= form.errors.keys()


@pytest.mark.parametrize(
    ("act", "first"),
    [
        ("add-name", {"kind": "ALIAS"}),
        ("add-address", {"kind": "HOME", "province": "ON", "source": "PERSON"}),
        ("add-phone", {"kind": "MOBILE", "answered_by": "SELF", "message": "NO"}),
    ],
)
def test_what_is_chosen_before_anyone_chooses(person, act, first):
    form = form_for(act, None, person=person)

    assert {name: form[name].value() for name in first} == first


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ("add-address", "starts_on"),
        ("add-address", "told_on"),
        ("add-phone", "starts_on"),
        ("french-offer", "french_offered_on"),
    ],
)
def test_a_day_that_is_mostly_today_is_filled_in(person, act, field):
    assert form_for(act, None, person=person)[field].value() == "23 Nov 2026"


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ("record-death", "deceased_on"),
        ("correct-death", "deceased_on"),
        ("add-name", "starts_on"),
        ("add-address", "verified_on"),
        ("add-address", "last_day"),
        ("add-phone", "last_day"),
    ],
)
def test_a_day_that_must_not_be_guessed_is_empty(person, act, field):
    assert form_for(act, None, person=person)[field].value() is None


class TestNewPerson:
    GOOD = {"surname": "Roy", "given": "Zoé", "born": "1971", "pronoun": "SHE"}

    def form(self, **changed):
        said = {"id": str(new_id())} | self.GOOD | changed
        return NewPersonForm(said, among=Person.objects.all())

    @pytest.mark.parametrize(
        ("field", "typed", "sentence"),
        [
            ("surname", "", WRITE),
            ("surname", "x" * 81, shorten(80)),
            ("given", "x" * 121, shorten(120)),
            ("born", "24 Nov 2026", ahead("The birth date")),
            ("born", NO_DAY, NOT_IN_THE_CALENDAR),
            ("pronoun", "XE", OFFERED),
            ("pronoun_words", "x" * 61, shorten(60)),
            ("spoken_language", "xx", OFFERED),
            ("written_language", "xx", OFFERED),
        ],
    )
    def test_a_wrong_field_is_told_and_what_was_typed_stays(self, field, typed, sentence):
        form = self.form(**{field: typed})

        assert (told(form, field), list(form.errors)) == ([sentence], [field])
        assert form[field].value() == typed
        assert form.likely == []

    def test_own_words_are_asked_for(self):
        form = self.form(pronoun="OWN")

        assert told(form, "pronoun_words") == ["Write the words the person uses."]

    def test_words_that_were_not_chosen_are_not_kept(self):
        form = self.form(pronoun_words="ze")

        assert form.is_valid()
        assert form.cleaned_data["pronoun_words"] == ""

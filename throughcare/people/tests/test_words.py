"""Names, phones, facts and columns in words: by table and by law."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.people import acts, words
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    NameFacts,
    PhoneFacts,
    ServiceFacts,
    SpeechFacts,
    edition_of,
    facts_of,
    values_of,
)
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.naming import ShownName
from throughcare.people.phones import NotAPhoneNumber, read_phone, shown_phone
from throughcare.people.telling import facts_in_words, label_of, value_words

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("name", "full", "listed", "initials"),
    [
        (ShownName("Lavallée", "Étienne"), "Étienne Lavallée", "Lavallée, Étienne", "LÉ"),
        (ShownName("Gulalai"), "Gulalai", "Gulalai", "G"),
        (ShownName("Nguyễn", "Thị Hoa", True), "Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "NT"),
        (ShownName("O'Brien", "Maeve"), "Maeve O'Brien", "O'Brien, Maeve", "OM"),
        (ShownName("St-Pierre", "Jean-Luc"), "Jean-Luc St-Pierre", "St-Pierre, Jean-Luc", "SJ"),
    ],
)
def test_a_name_is_said_and_listed(name, full, listed, initials):
    assert (name.full, name.listed, name.initials, str(name)) == (full, listed, initials, full)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("705 555 0142", ("+17055550142", "")),
        ("(705) 555-0142", ("+17055550142", "")),
        ("705.555.0142", ("+17055550142", "")),
        ("1 705 555 0142", ("+17055550142", "")),
        ("+1 (705) 555-0142", ("+17055550142", "")),
        ("705 555 0142 x12", ("+17055550142", "12")),
        ("705 555-0142, poste 12", ("+17055550142", "12")),
        ("+44 20 7946 0018", ("+442079460018", "")),
        ("011 44 20 7946 0018", ("+442079460018", "")),
    ],
)
def test_a_phone_is_read_however_it_is_typed(typed, read):
    assert read_phone(typed) == read


@pytest.mark.parametrize("typed", ["", "555 0142", "none", "12", "++", "705 555 0142 0142 0142"])
def test_what_is_no_phone_is_refused(typed):
    with pytest.raises(NotAPhoneNumber) as refused:
        read_phone(typed)
    assert refused.value.field == "as_typed"


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(typed):
    try:
        e164, _extension = read_phone(typed)
    except NotAPhoneNumber:
        return
    assert read_phone(e164) == (e164, "")


@given(st.integers(200, 989), st.integers(2_000_000, 9_999_999))
def test_a_shown_phone_reads_back(area, rest):
    e164 = f"+1{area}{rest}"

    assert read_phone(shown_phone(e164)) == (e164, "")
    assert read_phone(shown_phone(e164, "12")) == (e164, "12")


def test_an_extension_is_shown_in_the_language_of_the_page():
    assert shown_phone("+17055550142", "12") == f"705{NBSP}555-0142, ext. 12"
    with translation.override("fr"):
        assert shown_phone("+17055550142", "12") == f"705{NBSP}555-0142, poste 12"


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        (Person, BirthFacts),
        (Person, SpeechFacts),
        (Person, ServiceFacts),
        (Person, DeathFacts),
        (Name, NameFacts),
        (Address, AddressFacts),
        (Phone, PhoneFacts),
    ],
)
def test_facts_and_columns_agree(model, kind):
    facts = facts_of(model(), kind)

    assert facts_of(model(**values_of(facts)), kind) == facts


def test_an_edition_tells_facts_apart():
    facts = NameFacts("ALIAS", "Ng")

    assert edition_of(facts) == edition_of(NameFacts("ALIAS", "Ng"))
    assert edition_of(facts) != edition_of(NameFacts("ALIAS", "Ng", starts_on=date(2026, 1, 1)))


@given(st.text(max_size=20), st.text(max_size=20))
def test_editions_differ_where_facts_do(one, other):
    same = edition_of(NameFacts("ALIAS", one)) == edition_of(NameFacts("ALIAS", other))

    assert same == (one == other)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("city", "Wawa", "Wawa"),
        ("city", "", "nothing"),
        ("ends_before", None, "nothing"),
        ("starts_on", date(2026, 5, 1), f"1{NBSP}May{NBSP}2026"),
        ("start_is_known", False, "no"),
        ("start_is_known", True, "yes"),
        ("kind", "NO_FIXED", "no fixed address"),
        ("kind", "A_CODE_OF_ONCE", "A_CODE_OF_ONCE"),
    ],
)
def test_a_value_is_said_in_words(name, value, said):
    assert value_words(Address._meta.get_field(name), value) == said


@pytest.mark.parametrize("model", [Person, Name, Identifier, Address, Phone])
def test_every_column_that_people_fill_in_has_a_label(model):
    computed = {"id", "person", "folded", "sounds", "sort_key"}
    names = {field.name for field in model._meta.concrete_fields} - computed

    assert names <= words.FIELD_WORDS.keys()


def test_only_what_differs_is_told():
    one = NameFacts("ALIAS", "Ng", "Kevin")
    other = NameFacts("ALIAS", "Eng", "Kevin")

    assert facts_in_words(Name, one, other) == [("surname", "Ng")]


def test_a_label_is_in_the_language_of_the_page():
    with translation.override("fr"):
        assert label_of(Name._meta.get_field("surname")) == "nom de famille"


@pytest.mark.parametrize("act", sorted(acts.WORDS))
def test_every_act_is_said_in_french_too(act):
    english = str(acts.WORDS[act])

    with translation.override("fr"):
        assert str(acts.WORDS[act]) != english


CODES = [
    each
    for each in vars(words).values()
    if isinstance(each, type) and issubclass(each, words.TextChoices) and each.choices
]


@pytest.mark.parametrize("codes", CODES)
def test_codes_fit_their_columns(codes):
    longest = max(len(code) for code in codes.values)
    columns = [
        field.max_length
        for model in (Person, Name, Identifier, Address, Phone)
        for field in model._meta.concrete_fields
        if field.choices and [code for code, _label in field.choices] == codes.values
    ]

    assert columns
    assert all(longest <= width for width in columns)

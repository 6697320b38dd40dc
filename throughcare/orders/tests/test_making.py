"""What a court made, as plain values; what is the same order and what is another."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders import law
from throughcare.orders.making import LENGTHS, CodeMade, ConditionMade, folded
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import length_of
from throughcare.orders.tests.factories import made

SAME = [
    {"court": "ontario court of justice sudbury"},
    {"court": "Ontario Court of Justice (Sudbury)"},
    {"court": "ONTARIO  COURT OF JUSTICE,SUDBURY"},
    {"information_number": "26 0417"},
    {"information_number": "26–0417"},
    {"length": Length(months=18)},
    {"judge": "Justice N. Example"},
    {"received_on": date(2026, 9, 20)},
    {"last_day_stated": date(2027, 9, 7)},
    {"words": "Other words"},
    {"signed": True},
]
OTHER = [
    {"court": "Ontario Court of Justice, Timmins"},
    {"court": "Superior Court of Justice, Sudbury"},
    {"information_number": "26-0471"},
    {"information_number": "2604170"},
    {"counts": "1"},
    {"instrument": "CSO"},
    {"made_on": date(2026, 9, 7)},
]
FOLDED = [
    ("", ""),
    (" \t", ""),
    ("Éric", "eric"),
    ("ÇÀ", "ca"),
    ("Straße", "strasse"),
    ("No. 7(b)", "no7b"),
    ("№ 12", "no12"),
    ("ﬁle", "file"),
]
LENGTHS_SAID = [
    (None, None),
    (Length(), None),
    (Length(months=12), Length(months=12)),
    (Length(years=2, less_days=1), Length(years=2, less_days=1)),
    (Length(weeks=6), Length(weeks=6)),
    (Length(days=90), Length(days=90)),
]
NAMES = [
    ("PROBATION", "probation order", "ordonnance de probation"),
    ("CONDITIONAL_DISCHARGE", "conditional discharge", "absolution sous conditions"),
    ("CSO", "conditional sentence", "ordonnance de sursis"),
    ("PAROLE", "parole", "libération conditionnelle"),
]


@pytest.mark.parametrize("said", SAME)
def test_what_is_not_of_the_key_leaves_it(said):
    assert made(**said).key == made().key


@pytest.mark.parametrize("said", OTHER)
def test_what_is_of_the_key_changes_it(said):
    assert made(**said).key != made().key


@pytest.mark.parametrize(("text", "plain"), FOLDED)
def test_folding(text, plain):
    assert folded(text) == plain


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="ABCdef019 -–()", max_size=30))
def test_case_and_marks_make_no_difference(text):
    assert folded(text.upper()) == folded(text.lower())


@pytest.mark.parametrize(("said", "kept"), LENGTHS_SAID)
def test_a_length_is_kept_in_the_courts_units(said, kept):
    assert length_of(Order(**made(length=said).columns())) == kept


def test_columns_are_those_of_the_table():
    columns = made(circumstances=("PRIOR",)).columns()
    fields = {each.attname for each in Order._meta.concrete_fields}

    assert set(columns) <= fields
    assert set(LENGTHS) < set(columns)
    assert columns["circumstances"] == ["PRIOR"]


@pytest.mark.parametrize("apart", ["length", "custody", "protected"])
def test_what_has_a_place_of_its_own_is_no_column(apart):
    assert apart not in made().columns()


def test_a_condition_may_have_no_code_yet():
    assert ConditionMade(3, "Attend as told.").codes == ()
    assert CodeMade("KPGB").parameters == {}


def test_values_are_frozen():
    with pytest.raises(AttributeError):
        made().court = "Elsewhere"

    assert replace(made(), court="Elsewhere").court == "Elsewhere"


@pytest.mark.parametrize(("code", "english", "french"), NAMES)
def test_instruments_have_names_in_both_languages(code, english, french):
    with translation.override("fr"):
        assert law.label_of(code) == french
    with translation.override("en"):
        assert law.label_of(code) == english


def test_an_unknown_code_is_shown_as_words():
    assert law.label_of("SOMETHING_ELSE") == "something else"


def test_every_instrument_is_offered_once():
    codes = [code for code, _name in law.instruments()]

    assert len(codes) == len(set(codes)) == 23
    assert codes[:3] == ["PROBATION", "CONDITIONAL_DISCHARGE", "CSO"]

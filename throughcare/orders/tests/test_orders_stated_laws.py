"""Fields for what a court stated: what is shown and sent back unchanged is kept unchanged."""

from datetime import date, time

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.orders.forms.stated import EDITORS, UNITS, editor_of
from throughcare.packs.condition_rules import Kind

NUMBERS = [Kind.HOURS, Kind.NUMBER, Kind.LENGTH, Kind.DISTANCE, Kind.MONEY]
LIMITS = [Kind.REPORT_WITHIN, Kind.DAY, Kind.DEADLINE]
LISTS = [Kind.PERSONS, Kind.PLACES]
COUNTED = ["hour", "day", "working_day", "week", "month", "year"]
FRENCH_UNITS = {
    "hour": "heures",
    "day": "jours",
    "working_day": "jours ouvrables",
    "week": "semaines",
    "month": "mois",
    "year": "ans",
    "today": "le jour même",
    "immediately": "immédiatement",
}
LABELS = [
    (Kind.HOURS, ["Sum"], ["Sum"]),
    (Kind.FLAG, ["Sum"], ["Sum"]),
    (Kind.TEXT, ["Sum"], ["Sum"]),
    (Kind.WINDOW, ["Sum, from", "Sum, to"], ["Sum, de", "Sum, à"]),
    (
        Kind.DAY,
        ["Sum", "Sum, counted in", "Sum, or a day"],
        ["Sum", "Sum, en", "Sum, ou un jour"],
    ),
    (Kind.PERSONS, ["Sum, one a line"], ["Sum, une ligne chacun"]),
]
UNREADABLE = [
    (Kind.HOURS, {"x": "sixty"}, "x"),
    (Kind.MONEY, {"x": "-1"}, "x"),
    (Kind.WINDOW, {"x_start": "noonish", "x_end": "06:00"}, "x_start"),
    (Kind.WINDOW, {"x_start": "22:00", "x_end": "25:00"}, "x_end"),
    (Kind.DAY, {"x_n": "two", "x_unit": "day"}, "x_n"),
    (Kind.DAY, {"x_n": "-2", "x_unit": "day"}, "x_n"),
    (Kind.DAY, {"x_n": "2", "x_unit": "moon"}, "x_unit"),
    (Kind.DAY, {"x_day": "31 Feb 2027"}, "x_day"),
    (Kind.TEXT, {"x": "a" * 401}, "x"),
]
HALF = [
    ({"x_n": "3", "x_unit": ""}, None),
    ({"x_n": "", "x_unit": "day"}, None),
    ({"x_n": "3", "x_unit": "day", "x_day": "1 Mar 2027"}, {"date": "2027-03-01"}),
    ({"x_n": "3", "x_unit": "today"}, {"n": 0, "unit": "today"}),
    ({"x_n": "0", "x_unit": "day"}, {"n": 0, "unit": "day"}),
]


def form_of(kind, value, sent):
    fields = editor_of(kind).fields("x", "Sum", value)
    return type("Stated", (forms.Form,), fields)(sent)


def kept(kind, value, sent):
    """Return what is kept of a value once a form was sent."""
    form = form_of(kind, value, sent)
    assert form.is_valid(), form.errors
    return editor_of(kind).read(form.cleaned_data, "x", value)


def sent_back(kind, value):
    """Return what is kept once a form was sent as it was shown."""
    fields = editor_of(kind).fields("x", "Sum", value)
    shown = {name: field.prepare_value(field.initial) for name, field in fields.items()}
    return kept(kind, value, {name: said for name, said in shown.items() if said is not None})


@pytest.mark.parametrize("kind", NUMBERS)
@given(number=st.integers(0, 10**9))
def test_a_number_sent_back_is_the_same(kind, number):
    assert sent_back(kind, number) == number


@pytest.mark.parametrize("kind", LISTS)
@given(
    names=st.lists(
        st.text("abc.é ", min_size=1, max_size=9).map(str.strip).filter(bool), min_size=1
    )
)
def test_names_sent_back_are_the_same(kind, names):
    assert sent_back(kind, names) == names


@pytest.mark.parametrize("kind", LIMITS)
@given(count=st.integers(0, 999), unit=st.sampled_from(COUNTED), since=st.booleans())
def test_a_time_limit_sent_back_is_the_same(kind, count, unit, since):
    limit = {"n": count, "unit": unit} | ({"from": "release"} if since else {})

    assert sent_back(kind, limit) == limit


@given(start=st.times(), end=st.times())
def test_hours_of_the_day_are_kept_to_the_minute(start, end):
    sent = {"x_start": f"{start:%H:%M}", "x_end": f"{end:%H:%M}"}

    found = kept(Kind.WINDOW, None, sent)
    assert found == {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}


@pytest.mark.parametrize("said", ["now", "", "25:00", None, {}])
def test_hours_on_file_that_cannot_be_read_are_shown_empty(said):
    fields = editor_of(Kind.WINDOW).fields("x", "Sum", {"start": said, "end": "06:00"})

    assert [field.initial for field in fields.values()] == [None, time(6)]


def test_a_window_may_have_one_end():
    assert kept(Kind.WINDOW, None, {"x_start": "22:00"}) == {"start": "22:00", "end": None}


@pytest.mark.parametrize(("sent", "found"), HALF)
def test_half_a_time_limit_is_none_and_a_day_goes_first(sent, found):
    assert kept(Kind.DEADLINE, None, sent) == found


def test_a_day_replaces_a_count_and_what_it_was_counted_from():
    before = {"n": 2, "unit": "day", "from": "release"}

    assert kept(Kind.DAY, before, {"x_day": "1 Mar 2027"}) == {"date": "2027-03-01"}


def test_the_hour_that_the_court_wrote_goes_with_its_day():
    before = {"date": "2027-03-01", "time": "15:00"}

    assert sent_back(Kind.DAY, before) == before
    assert kept(Kind.DAY, before, {"x_day": "2 Mar 2027"}) == {"date": "2027-03-02"}


def test_a_day_on_file_is_shown_as_a_day():
    fields = editor_of(Kind.DEADLINE).fields("x", "Sum", {"date": "2027-03-01"})

    assert fields["x_day"].initial == date(2027, 3, 1)


@pytest.mark.parametrize(("kind", "sent", "field"), UNREADABLE)
def test_what_cannot_be_read_is_refused_beside_its_field(kind, sent, field):
    assert list(form_of(kind, None, sent).errors) == [field]


@pytest.mark.parametrize("kind", EDITORS)
def test_nothing_sent_states_nothing(kind):
    assert kept(kind, None, {}) is None


@pytest.mark.parametrize(("kind", "english", "french"), LABELS)
@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_fields_are_labelled_in_both_languages(kind, english, french, place, language):
    with translation.override(language):
        fields = editor_of(kind).fields("x", "Sum", None).values()

        assert [str(field.label) for field in fields] == (english, french)[place]


@pytest.mark.parametrize("unit", FRENCH_UNITS)
def test_units_have_french_names(unit):
    with translation.override("fr"):
        assert str(dict(UNITS)[unit]) == FRENCH_UNITS[unit]


def test_every_unit_is_in_the_tables_here():
    known = {*COUNTED, "today", "immediately"}

    assert {unit for unit, _name in UNITS if unit} == set(FRENCH_UNITS) == known


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("kind", "value"),
    [(Kind.TEXT, "parole_supervisor"), (Kind.PLACES, ["residence", "12 Elm Street"])],
)
def test_no_code_is_shown_and_none_is_lost(kind, value, language):
    with translation.override(language):
        (field,) = editor_of(kind).fields("x", "Sum", value).values()
        assert "_" not in field.initial
        assert sent_back(kind, value) == value

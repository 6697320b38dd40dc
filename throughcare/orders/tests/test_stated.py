"""What a court stated, as fields and back: nothing is lost that a field cannot show."""

from datetime import date

import pytest
from django import forms

from throughcare.orders.forms.stated import EDITORS, editor_of
from throughcare.packs.condition_rules import Kind

# Kind, what is on file, what is sent, what is kept.
KEPT = [
    (Kind.HOURS, 60, {"x": "80"}, 80),
    (Kind.HOURS, 60, {"x": "7.5"}, 7.5),
    (Kind.HOURS, 60, {"x": ""}, None),
    (Kind.HOURS, None, {"x": "40"}, 40),
    (Kind.LENGTH, 9, {"x": "12"}, 12),
    (Kind.DISTANCE, 100, {"x": "200"}, 200),
    (Kind.MONEY, 640, {"x": "640.50"}, 640.5),
    (Kind.NUMBER, {"each": 3}, {"x": ""}, {"each": 3}),
    (Kind.TEXT, "library", {"x": "the library"}, "the library"),
    (Kind.TEXT, "library", {"x": " "}, None),
    (Kind.TEXT, {"of": "kin"}, {}, {"of": "kin"}),
    (Kind.FLAG, True, {"x": "on"}, True),
    (Kind.FLAG, True, {}, None),
    (Kind.FLAG, None, {"x": "on"}, True),
    (Kind.PERSONS, ["R. S."], {"x": "R. S.\nT. U."}, ["R. S.", "T. U."]),
    (Kind.PERSONS, ["R. S."], {"x": ""}, None),
    (Kind.PERSONS, [{"name": "R. S."}], {}, [{"name": "R. S."}]),
    (Kind.PLACES, None, {"x": "Birch Street\n\n Elm "}, ["Birch Street", "Elm"]),
    (
        Kind.WINDOW,
        {"start": "22:00", "end": "06:00"},
        {"x_start": "23:00", "x_end": "6 am"},
        {"start": "23:00", "end": "06:00"},
    ),
    (
        Kind.WINDOW,
        {"start": "22:00", "end": "06:00", "days": ["FRI"]},
        {"x_start": "22:00", "x_end": "05:30"},
        {"start": "22:00", "end": "05:30", "days": ["FRI"]},
    ),
    (Kind.WINDOW, {"start": "22:00", "end": "06:00"}, {"x_start": "", "x_end": ""}, None),
    (Kind.WINDOW, {"all_day": True}, {"x_start": "", "x_end": ""}, {"all_day": True}),
    (
        Kind.REPORT_WITHIN,
        {"n": 2, "unit": "day", "from": "order"},
        {"x_n": "3", "x_unit": "working_day"},
        {"n": 3, "unit": "working_day", "from": "order"},
    ),
    (
        Kind.REPORT_WITHIN,
        {"n": 24, "unit": "hour", "from": "release"},
        {"x_n": "", "x_unit": "today"},
        {"n": 0, "unit": "today", "from": "release"},
    ),
    (Kind.REPORT_WITHIN, {"n": 2, "unit": "day"}, {"x_n": "", "x_unit": ""}, None),
    (
        Kind.REPORT_WITHIN,
        {"n": 2, "unit": "business_day", "from": "release"},
        {"x_n": "2", "x_unit": "business_day"},
        {"n": 2, "unit": "business_day", "from": "release"},
    ),
    (
        Kind.REPORT_WITHIN,
        {"n": 0, "unit": "immediately", "from": "order"},
        {"x_n": "0", "x_unit": "immediately"},
        {"n": 0, "unit": "immediately", "from": "order"},
    ),
    (
        Kind.REPORT_WITHIN,
        {"n": 1, "unit": "court_day"},
        {"x_n": "1", "x_unit": "court_day"},
        {"n": 1, "unit": "court_day"},
    ),
    (Kind.FLAG, "exceptions", {"x": "on"}, "exceptions"),
    (Kind.REPORT_WITHIN, None, {"x_n": "5", "x_unit": "day"}, {"n": 5, "unit": "day"}),
    (Kind.DAY, {"at": "order_end"}, {"x_n": "", "x_unit": ""}, {"at": "order_end"}),
    (Kind.DAY, None, {"x_day": "1 Mar 2027"}, {"date": "2027-03-01"}),
    (Kind.DEADLINE, {"date": "2027-03-01"}, {"x_day": "2 Mar 2027"}, {"date": "2027-03-02"}),
]
# Kind, what is on file, what the fields show at first.
SHOWN = [
    (Kind.HOURS, 60, {"x": 60}),
    (Kind.HOURS, {"from": 5}, {"x": None}),
    (Kind.FLAG, True, {"x": True}),
    (Kind.FLAG, None, {"x": False}),
    (Kind.TEXT, "library", {"x": "library"}),
    (Kind.TEXT, ["a", "b"], {}),
    (Kind.PERSONS, ["R. S.", "T. U."], {"x": "R. S.\nT. U."}),
    (Kind.PERSONS, "R. S.", {"x": "R. S."}),
    (Kind.PERSONS, [{"name": "R. S."}], {}),
    (Kind.REPORT_WITHIN, {"n": 2, "unit": "day"}, {"x_n": 2, "x_unit": "day", "x_day": None}),
    (
        Kind.REPORT_WITHIN,
        {"n": 2, "unit": "business_day"},
        {"x_n": 2, "x_unit": "business_day", "x_day": None},
    ),
    (
        Kind.DAY,
        {"date": "2027-03-01"},
        {"x_n": None, "x_unit": None, "x_day": date(2027, 3, 1)},
    ),
]


def form_of(kind, value, sent):
    """Return a form with the fields of a kind, sent."""
    fields = editor_of(kind).fields("x", "Label", value)
    made = type("Stated", (forms.Form,), fields)(sent)
    assert made.is_valid(), made.errors
    return made


@pytest.mark.parametrize(("kind", "before", "sent", "kept"), KEPT)
def test_what_is_sent_is_kept(kind, before, sent, kept):
    said = form_of(kind, before, sent).cleaned_data

    assert editor_of(kind).read(said, "x", before) == kept


@pytest.mark.parametrize(("kind", "value", "shown"), SHOWN)
def test_what_is_on_file_is_shown(kind, value, shown):
    fields = editor_of(kind).fields("x", "Label", value)

    assert {name: field.initial for name, field in fields.items()} == shown


@pytest.mark.parametrize("kind", [Kind.PHASE, Kind.EXCEPTIONS])
def test_what_has_no_fields_is_left_as_it_is(kind):
    assert editor_of(kind) is None


def test_every_kind_has_fields_or_is_left():
    assert set(EDITORS) | {Kind.PHASE, Kind.EXCEPTIONS} == set(Kind)


@pytest.mark.parametrize("typed", ["many", "-3", "1e999x"])
def test_no_number_is_refused(typed):
    fields = editor_of(Kind.HOURS).fields("x", "Hours", 60)
    form = type("Stated", (forms.Form,), fields)({"x": typed})

    assert not form.is_valid()

"""Each kind of field in each state and both languages: label, tie to the error, value."""

import re

import pytest
from django import forms
from django.utils.translation import override

from throughcare.pages.fields import (
    Checks,
    DateField,
    JoinedRadios,
    OnceField,
    PartialDateField,
    TimeField,
)
from throughcare.pages.forms import Form
from throughcare.pages.tests.test_forms import group

CHOICES = [("a", "One"), ("b", "Two <i>")]
HINT = "A hint."


def a_form(kind, *, required=True, **more):
    """Return the class of a form with one field of a kind, its hint and label."""
    field = kind(label="It", required=required, help_text=HINT, **more)
    return type("OneField", (Form,), {"it": field})


KINDS = {
    "text": (forms.CharField, {}),
    "area": (forms.CharField, {"widget": forms.Textarea}),
    "number": (forms.IntegerField, {}),
    "password": (forms.CharField, {"widget": forms.PasswordInput}),
    "day": (DateField, {}),
    "partial": (PartialDateField, {}),
    "time": (TimeField, {}),
    "select": (forms.ChoiceField, {"choices": CHOICES}),
    "radios": (forms.ChoiceField, {"choices": CHOICES, "widget": forms.RadioSelect}),
    "joined": (forms.ChoiceField, {"choices": CHOICES, "widget": JoinedRadios}),
    "checks": (forms.MultipleChoiceField, {"choices": CHOICES, "widget": Checks}),
    "check": (forms.BooleanField, {}),
    "file": (forms.FileField, {}),
}
GROUPS = {"radios", "joined", "checks"}
MISSING = {
    "day": ("Write a day.", "Écrivez un jour."),
    "partial": ("Write a day, a month or a year.", "Écrivez un jour, un mois ou une année."),
    "time": ("Write a time.", "Écrivez une heure."),
} | dict.fromkeys(
    ("select", "radios", "joined", "checks"),
    ("Choose an answer to “It”.", "Choisissez une réponse à «\u00a0It\u00a0»."),
)
FILL_IN = ("Fill in “It”.", "Remplissez «\u00a0It\u00a0».")
every_kind = pytest.mark.parametrize("name", KINDS)
in_both_languages = pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])


def form_of(name, *sent, **more):
    kind, usual = KINDS[name]
    return a_form(kind, **(usual | more))(*sent)


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@every_kind
def test_a_field_shows_its_label_and_hint_once(name):
    html = group(form_of(name), "it")

    assert len(re.findall(r">It<", html)) == 1
    assert html.count(f'<div class="govuk-hint" id="id_it_helptext">{HINT}</div>') == 1
    assert 'aria-describedby="id_it_helptext"' in html
    assert "govuk-form-group--error" not in html


@every_kind
def test_a_label_is_tied_to_its_field(name):
    html = group(form_of(name), "it")
    ids = re.findall(r' id="(id_it(?:_\d)?)"', html)

    if name in GROUPS:
        assert '<legend class="govuk-fieldset__legend">It</legend>' in html
        assert re.findall(r'<label[^>]* for="([^"]+)"', html) == ids == ["id_it_0", "id_it_1"]
    else:
        assert re.findall(r'<label[^>]* for="([^"]+)"', html) == ids == ["id_it"]


@every_kind
@in_both_languages
def test_a_missing_answer_is_asked_for_in_the_language_of_the_page(name, place, language):
    with override(language):
        form = form_of(name, {}, {})
        (problem,) = form.problems

    assert problem.message == MISSING.get(name, FILL_IN)[place]
    assert problem.target == ("id_it_0" if name in GROUPS else "id_it")


@every_kind
def test_an_error_is_tied_to_its_field_and_stands_before_it(name):
    html = group(form_of(name, {}, {}), "it")

    assert '<div class="govuk-form-group govuk-form-group--error">' in html
    assert html.count('<div class="govuk-error-message" id="id_it_error">') == 1
    assert 'aria-describedby="id_it_helptext id_it_error"' in html
    first = min(html.index(tag) for tag in ("<input", "<select", "<textarea") if tag in html)
    assert html.index("id_it_helptext") < html.index('"id_it_error"') < first


@pytest.mark.parametrize("name", sorted(KINDS.keys() - GROUPS))
def test_only_a_wrong_field_is_called_invalid(name):
    assert 'aria-invalid="true"' in group(form_of(name, {}, {}), "it")
    assert "aria-invalid" not in group(form_of(name), "it")


@pytest.mark.parametrize("name", sorted(KINDS.keys() - {"check"}))
@pytest.mark.parametrize(("language", "word"), [("en", "(optional)"), ("fr", "(facultatif)")])
def test_a_field_that_may_be_left_out_says_so(name, language, word):
    with override(language):
        assert words_of(group(form_of(name, required=False), "it")).startswith(f"It {word}")
        assert word not in group(form_of(name), "it")


def test_a_single_box_is_never_called_optional():
    assert "(optional)" not in group(form_of("check", required=False), "it")


@every_kind
def test_a_field_that_may_be_left_out_is_left_out(name):
    form = form_of(name, {}, {}, required=False)

    assert form.problems == []
    assert not form.cleaned_data["it"]


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("text", "govuk-input"),
        ("number", "govuk-input"),
        ("day", "govuk-input tc-wide-10"),
        ("partial", "govuk-input tc-wide-10"),
        ("time", "govuk-input tc-wide-5"),
        ("area", "govuk-textarea"),
        ("select", "govuk-select"),
        ("check", "govuk-checkboxes__input"),
        ("file", "govuk-file-upload"),
    ],
)
def test_each_kind_has_its_class_and_a_wrong_one_another_beside_it(name, own):
    assert f'class="{own}"' in group(form_of(name), "it")
    assert f'class="{own} {own.split()[0]}--error"' in group(form_of(name, {}, {}), "it")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("number", "many", "Enter a whole number."),
        ("day", "soon", "Write a day such as 24 Nov 2026."),
        ("partial", "old", "Write a day, a month or a year, such as 3 Aug 1989, Aug 1989 or 1989."),
        ("time", "noon", "Write a time such as 14:30."),
        ("select", "c", "Choose an answer from the list."),
        ("radios", "c", "Choose an answer from the list."),
        ("joined", "c", "Choose an answer from the list."),
        ("checks", ["c"], "Choose an answer from the list."),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(name, typed, sentence):
    (problem,) = form_of(name, {"it": typed}).problems

    assert problem.message.replace("\u00a0", " ") == sentence


@pytest.mark.parametrize("name", ["text", "number", "day", "partial", "time"])
def test_what_was_typed_stays_as_it_was_typed(name):
    html = group(form_of(name, {"it": '24 "<b>'}), "it")

    assert 'value="24 &quot;&lt;b&gt;"' in html


def test_a_password_is_never_sent_back():
    assert "secret" not in group(form_of("password", {"it": "secret"}), "it")


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("select", '<option value="b" selected>'),
        ("radios", 'value="b" id="id_it_1" checked>'),
        ("joined", 'value="b" id="id_it_1" checked>'),
        ("checks", 'value="b" id="id_it_1" checked>'),
    ],
)
def test_what_was_chosen_stays_chosen_and_alone(name, chosen):
    html = group(form_of(name, {"it": ["b"] if name == "checks" else "b"}), "it")

    assert chosen in html
    assert len(re.findall(r" (?:checked|selected)\b", html)) == 1
    assert "Two &lt;i&gt;" in html


@pytest.mark.parametrize(("inline", "count"), [(True, 1), (False, 0)])
def test_boxes_stand_in_a_row_where_that_is_asked(inline, count):
    html = group(form_of("checks", widget=Checks(inline=inline)), "it")

    assert html.count("govuk-checkboxes--inline") == count


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_once_field_is_the_same_in_every_language(language):
    form = type("Sent", (Form,), {"once": OnceField()})
    with override(language):
        shown = str(form({"once": "00000000-0000-4000-8000-000000000007"})["once"])

    assert shown == (
        '<input type="hidden" name="once" value="00000000-0000-4000-8000-000000000007" '
        'id="id_once">'
    )

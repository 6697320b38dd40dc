"""Forms: what stands where, how fields are tied to their words, what is to be put right."""

import re

import pytest
from django import forms
from django.utils.translation import override

from throughcare import clock
from throughcare.pages.fields import Checks, DateField, JoinedRadios, OnceField
from throughcare.pages.forms import Form, Problem, problems
from throughcare.refusal import Refused


class ContactForm(Form):
    held_on = DateField(
        label="When was it?", help_text="Today or earlier.", not_after=clock.today, subject="It"
    )
    way = forms.ChoiceField(
        label="How", choices=[("office", "Office"), ("home", "Home")], widget=JoinedRadios
    )
    level = forms.ChoiceField(
        label="Level", choices=[("low", "Low")], widget=forms.RadioSelect, required=False
    )
    news = forms.MultipleChoiceField(
        label="News", choices=[("job", "Job")], widget=Checks(inline=True), required=False
    )
    agreed = forms.BooleanField(label="He agreed", required=False)
    words = forms.CharField(label="His words", widget=forms.Textarea, required=False)
    need = forms.ChoiceField(label="Need", choices=[("a", "Work")], required=False)
    once = OnceField()


def flat(html: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", str(html))).strip()


def group(form: Form, name: str) -> str:
    return flat(form[name].as_field_group())


def test_a_field_has_its_label_hint_and_classes():
    assert group(ContactForm(), "held_on") == (
        '<div class="govuk-form-group"><label class="govuk-label" for="id_held_on">When was it?'
        '</label><div class="govuk-hint" id="id_held_on_helptext">Today or earlier.</div>'
        '<input type="text" name="held_on" autocomplete="off" class="govuk-input tc-wide-10" '
        'data-day="Choose in a calendar" aria-describedby="id_held_on_helptext" '
        'id="id_held_on"></div>'
    )


def test_an_error_stands_above_its_field_and_is_tied_to_it():
    html = group(ContactForm({"held_on": "soon"}), "held_on")
    assert html.startswith('<div class="govuk-form-group govuk-form-group--error">')
    assert html.index('id="id_held_on_error"') < html.index("<input")
    assert 'aria-describedby="id_held_on_helptext id_held_on_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="govuk-input tc-wide-10 govuk-input--error"' in html
    assert 'value="soon"' in html


def test_optional_fields_say_so():
    assert "(optional)" in group(ContactForm(), "words")
    assert "(optional)" not in group(ContactForm(), "held_on")


def test_short_choices_are_joined_in_a_named_group():
    html = group(ContactForm({"way": "home"}), "way")
    assert '<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">How' in html
    assert '<div class="tc-joined">' in html
    assert (
        '<input type="radio" name="way" value="home" id="id_way_1" checked>'
        '<label for="id_way_1">Home</label>'
    ) in html


def test_an_error_of_a_group_is_tied_to_the_group():
    html = group(ContactForm({}), "way")
    assert '<fieldset class="govuk-fieldset" aria-describedby="id_way_error">' in html


def test_radios_and_checkboxes():
    form = ContactForm({"level": "low", "news": ["job"], "agreed": "on"})
    assert 'class="govuk-radios__input" type="radio" name="level" value="low"' in group(
        form, "level"
    )
    assert "govuk-checkboxes--inline" in group(form, "news")
    assert 'name="news" value="job" id="id_news_0" checked>' in group(form, "news")
    agreed = group(form, "agreed")
    assert agreed.index("<input") < agreed.index("<label")
    assert 'class="govuk-checkboxes__input"' in agreed


def test_select_and_textarea_have_their_classes():
    assert 'class="govuk-select"' in group(ContactForm(), "need")
    assert 'class="govuk-textarea"' in group(ContactForm(), "words")


def test_nothing_waits_for_the_browser_to_object():
    assert "required" not in str(ContactForm())


def test_a_hidden_field_is_only_its_input():
    html = group(ContactForm(), "once")
    assert html.startswith('<input type="hidden" name="once" value="')
    assert "class" not in html


def test_a_password_offers_to_be_shown():
    class SignIn(Form):
        password = forms.CharField(widget=forms.PasswordInput)

    html = group(SignIn(), "password")
    assert 'data-module="govuk-password-input"' in html
    assert 'govuk-js-password-input-input"' in html
    assert 'aria-label="Show the password" hidden>Show</button>' in html


class AddressForm(Form):
    street = forms.CharField(max_length=5)
    kinds = forms.MultipleChoiceField(choices=[("home", "Home")], required=False)
    way = forms.ChoiceField(
        label="How", choices=[("home", "Home")], error_messages={"required": "Say."}
    )


def messages_of(form: Form) -> list[str]:
    return [problem.message for problem in form.problems]


def test_what_is_missing_is_named():
    assert messages_of(AddressForm({})) == ["Fill in “Street”.", "Say."]


def test_what_is_too_long_says_by_how_much_and_is_not_cut():
    form = AddressForm({"street": "Kathleen", "way": "home"})
    assert messages_of(form) == ["Shorten this to 5 characters; it has 8."]
    assert 'value="Kathleen"' in group(form, "street")
    assert "maxlength" not in str(form)


def test_an_unknown_option_is_refused():
    form = AddressForm({"street": "Elm", "way": "boat", "kinds": ["boat"]})
    assert messages_of(form) == ["Choose an answer from the list."] * 2


def test_our_sentences_are_in_french():
    with override("fr"):
        form = AddressForm({"street": "Kathleen"})
        assert messages_of(form) == ["Réduisez ceci à 5 caractères; il y en a 8.", "Say."]


def test_problems_stand_in_the_order_of_the_fields():
    form = ContactForm({"held_on": "soon"})
    form.add_error(None, "The file was closed meanwhile.")
    assert problems(form) == [
        Problem("The file was closed meanwhile.", ""),
        Problem("Write a day such as 24\u00a0Nov\u00a02026.", "id_held_on"),
        Problem("Choose an answer to “How”.", "id_way_0"),
    ]
    assert form.problems == problems(form)


def test_the_summary_counts_and_links():
    html = flat(ContactForm({"held_on": "soon"}))
    assert '<h2 class="govuk-error-summary__title">2 things to put right</h2>' in html
    assert '<a href="#id_held_on">Write a day such as 24 Nov 2026.</a>' in html
    assert '<a href="#id_way_0">Choose an answer to “How”.</a>' in html


def test_the_summary_of_one_thing_in_french():
    with override("fr"):
        html = flat(ContactForm({"held_on": "hier"}))
    assert "1 chose à corriger" in html


def test_no_summary_without_errors():
    assert "govuk-error-summary" not in str(ContactForm())


def test_a_refusal_stands_beside_the_field_it_names():
    form = ContactForm({"held_on": "today", "way": "home"})
    assert form.is_valid()
    form.refuse(Refused("He was in custody that day.", field="held_on"))
    assert form.problems == [Problem("He was in custody that day.", "id_held_on")]


def test_a_refusal_of_no_field_stands_above_the_form():
    form = ContactForm({"held_on": "today", "way": "home"})
    form.refuse(Refused("The file is closed.", field="unknown"))
    assert form.problems == [Problem("The file is closed.", "")]
    assert '<strong class="tc-late">The file is closed.</strong>' in str(form)


def refused():
    raise Refused("He was in custody that day.", field="held_on")


def test_what_a_block_refuses_is_shown_and_the_rest_of_it_left_undone():
    form, done = ContactForm({"held_on": "today", "way": "home"}), False
    with form.showing_refusal():
        refused()
        done = True

    assert form.problems == [Problem("He was in custody that day.", "id_held_on")]
    assert not done


def test_a_block_that_refuses_nothing_shows_nothing():
    form = ContactForm({"held_on": "today", "way": "home"})
    with form.showing_refusal():
        form.is_valid()

    assert form.problems == []


def test_a_fault_that_is_no_refusal_is_not_hidden():
    form = ContactForm({"held_on": "today", "way": "home"})

    with pytest.raises(ZeroDivisionError), form.showing_refusal():
        raise ZeroDivisionError


def test_what_was_typed_is_escaped_and_kept():
    html = group(ContactForm({"held_on": '"><script>'}), "held_on")
    assert 'value="&quot;&gt;&lt;script&gt;"' in html

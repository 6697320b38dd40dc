"""Phones."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.pages.fields import DateField, OnceField
from throughcare.people import commands
from throughcare.people.facts import PhoneFacts, values_of
from throughcare.people.forms.pieces import (
    NOT_ASKED,
    CorrectingForm,
    PersonForm,
    choice,
    day_after,
    day_before,
    last_day,
    reason,
    text,
)
from throughcare.people.models import Phone
from throughcare.people.phones import NotAPhoneNumber, read_phone
from throughcare.people.words import Answers, Language, Message, PhoneKind
from throughcare.record.entries import Actor

PLAIN = (
    "as_typed",
    "kind",
    "answered_by",
    "answered_words",
    "message",
    "message_words",
    "language",
)


class PhoneFields(PersonForm):
    """The fields of a phone: who answers, and what may be said to them."""

    more = ("language", "last_day")

    as_typed = text(_("Phone number"), 40, required=True, wide=20)
    kind = choice(_("What kind of phone?"), PhoneKind.choices, initial=PhoneKind.MOBILE)
    answered_by = choice(_("Who answers?"), Answers.choices, initial=Answers.SELF)
    answered_words = text(
        _("Who answers, in words"), 120, help_text=_("For example: his sister Anne, evenings.")
    )
    message = choice(
        _("May a message be left?"), Message.choices, widget=forms.RadioSelect, initial=Message.NO
    )
    message_words = text(
        _("In what words?"), 200, help_text=_("Exactly what may be said, and no more.")
    )
    language = choice(_("Language on this phone"), [NOT_ASKED, *Language.choices], required=False)
    starts_on = DateField(label=_("Since"), initial=clock.today, subject=_("The first day"))
    last_day = last_day()

    def clean_as_typed(self) -> str:
        """Return the number as typed, when it can be read.

        :raises ValidationError: with an example.
        """
        try:
            self._read = read_phone(self.cleaned_data["as_typed"])
        except NotAPhoneNumber as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        typed: str = self.cleaned_data["as_typed"]
        return typed

    def facts(self) -> PhoneFacts:
        """Return the phone that was written."""
        number, extension = self._read
        return PhoneFacts(
            number=number,
            extension=extension,
            starts_on=self.cleaned_data["starts_on"],
            ends_before=day_after(self.cleaned_data["last_day"]),
            **{name: self.cleaned_data[name] for name in PLAIN},
        )


class AddPhone(PhoneFields):
    """A phone of the person."""

    title = _("Add a phone")
    verb = _("Add the phone")
    done = _("The phone is on file.")

    id = OnceField()

    def do(self, by: Actor) -> None:
        """Add the phone."""
        commands.add_phone(
            id=self.cleaned_data["id"], person=self.person, facts=self.facts(), by=by
        )


class CorrectPhone(PhoneFields, CorrectingForm):
    """A phone that was written wrongly, or whose rule has changed."""

    title = _("Correct a phone")
    verb = _("Correct the phone")
    done = _("The phone is corrected. Both writings can be read.")
    row_model = Phone
    facts_kind = PhoneFacts

    reason = reason()

    def shown(self, facts: PhoneFacts) -> dict[str, Any]:
        """Return the phone by its fields."""
        return values_of(facts) | {"last_day": day_before(facts.ends_before)}

    def do(self, by: Actor) -> None:
        """Correct the phone."""
        said = {name: self.cleaned_data[name] for name in ("base", "reason")}
        commands.correct_phone(phone=self.row, facts=self.facts(), by=by, **said)


class EndPhone(PersonForm):
    """A phone that is not to be called any more."""

    title = _("End a phone")
    verb = _("End the phone")
    done = _("The phone has ended. It is not shown among those to call.")
    row_model = Phone

    last_day = last_day(_("Last day it could be called"), required=True, initial=clock.today)

    def do(self, by: Actor) -> None:
        """End the phone."""
        ends_before = self.cleaned_data["last_day"] + timedelta(days=1)
        commands.end_phone(phone=self.row, ends_before=ends_before, by=by)

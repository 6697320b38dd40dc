"""Names and numbers."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.pages.fields import DateField, OnceField
from throughcare.people import commands
from throughcare.people.facts import IdentifierFacts, NameFacts, values_of
from throughcare.people.forms.pieces import (
    CorrectingForm,
    PersonForm,
    choice,
    day_after,
    day_before,
    last_day,
    reason,
    text,
)
from throughcare.people.models import Identifier, Name
from throughcare.people.words import IdentifierKind, NameKind
from throughcare.record.entries import Actor


class NameFields(PersonForm):
    """The fields of a name."""

    more = ("last_day",)

    kind = choice(_("Which name is it?"), NameKind.choices, initial=NameKind.ALIAS)
    surname = text(
        _("Surname"), 80, required=True, help_text=_("Who has one name has it written here.")
    )
    given = text(_("Given names"), 120)
    family_first = forms.BooleanField(label=_("The family name is said first"), required=False)
    starts_on = DateField(label=_("Since"), required=False, subject=_("The first day"))
    last_day = last_day()

    def facts(self) -> NameFacts:
        """Return the name that was written."""
        said = {name: self.cleaned_data[name] for name in ("kind", "surname", "given")}
        return NameFacts(
            **said,
            family_first=self.cleaned_data["family_first"],
            starts_on=self.cleaned_data["starts_on"],
            ends_before=day_after(self.cleaned_data["last_day"]),
        )


class AddName(NameFields):
    """Another name of the person."""

    title = _("Add a name")
    verb = _("Add the name")
    done = _("The name is on file.")
    hint = _("A new legal or preferred name ends the one that stood.")

    id = OnceField()

    def do(self, by: Actor) -> None:
        """Add the name."""
        commands.add_name(id=self.cleaned_data["id"], person=self.person, facts=self.facts(), by=by)


class CorrectName(NameFields, CorrectingForm):
    """A name that was written wrongly."""

    title = _("Correct a name")
    verb = _("Correct the name")
    done = _("The name is corrected. Both writings can be read.")
    row_model = Name
    facts_kind = NameFacts

    reason = reason()

    def shown(self, facts: NameFacts) -> dict[str, Any]:
        """Return the name by its fields."""
        return values_of(facts) | {"last_day": day_before(facts.ends_before)}

    def do(self, by: Actor) -> None:
        """Correct the name."""
        said = {name: self.cleaned_data[name] for name in ("base", "reason")}
        commands.correct_name(name=self.row, facts=self.facts(), by=by, **said)


class EndName(PersonForm):
    """A name that is not used any more."""

    title = _("End a name")
    verb = _("End the name")
    done = _("The name has ended. It is still found by search.")
    row_model = Name

    last_day = last_day(_("Last day it was used"), required=True)

    def do(self, by: Actor) -> None:
        """End the name."""
        ends_before = self.cleaned_data["last_day"] + timedelta(days=1)
        commands.end_name(name=self.row, ends_before=ends_before, by=by)


class AddIdentifier(PersonForm):
    """A number that someone else gave."""

    title = _("Add a number")
    verb = _("Add the number")
    done = _("The number is on file.")

    id = OnceField()
    kind = choice(_("Whose number is it?"), IdentifierKind.choices)
    value = text(_("Number"), 40, required=True, wide=20)
    issued_by = text(_("Given by"), 80)

    def do(self, by: Actor) -> None:
        """Add the number."""
        said = {name: self.cleaned_data[name] for name in ("kind", "value", "issued_by")}
        commands.add_identifier(
            id=self.cleaned_data["id"], person=self.person, facts=IdentifierFacts(**said), by=by
        )


class WithdrawIdentifier(PersonForm):
    """A number that is not the person's."""

    title = _("Withdraw a number")
    verb = _("Withdraw the number")
    done = _("The number is withdrawn. It can still be read.")
    row_model = Identifier

    withdrawn_on = DateField(
        label=_("Since"), initial=clock.today, not_after=clock.today, subject=_("The day")
    )
    reason = reason()

    def do(self, by: Actor) -> None:
        """Withdraw the number."""
        commands.withdraw_identifier(identifier=self.row, by=by, **self.cleaned_data)

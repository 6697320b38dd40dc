"""Addresses."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.pages.fields import DateField, OnceField
from throughcare.people import commands
from throughcare.people.facts import AddressFacts, values_of
from throughcare.people.forms.pieces import (
    CorrectingForm,
    PersonForm,
    choice,
    day_after,
    day_before,
    earlier_moment,
    last_day,
    reason,
    text,
)
from throughcare.people.models import Address
from throughcare.people.words import AddressKind, Source
from throughcare.record.entries import Actor

PROVINCES = [
    ("ON", _("Ontario")),
    ("QC", _("Quebec")),
    ("MB", _("Manitoba")),
    ("AB", _("Alberta")),
    ("BC", _("British Columbia")),
    ("NB", _("New Brunswick")),
    ("NL", _("Newfoundland and Labrador")),
    ("NS", _("Nova Scotia")),
    ("NT", _("Northwest Territories")),
    ("NU", _("Nunavut")),
    ("PE", _("Prince Edward Island")),
    ("SK", _("Saskatchewan")),
    ("YT", _("Yukon")),
    ("", _("outside Canada, or not known")),
]
CANADIAN_CODE = re.compile(r"([A-Z]\d[A-Z])[\s-]*(\d[A-Z]\d)")
PLAIN = ("kind", "care_of", "line1", "line2", "city", "province", "postal_code", "country")


class AddressFields(PersonForm):
    """The fields of an address."""

    more = ("line2", "country", "last_day", "verified_on", "note")

    kind = choice(_("What is it?"), AddressKind.choices, initial=AddressKind.HOME)
    care_of = text(_("In care of"), 120)
    line1 = text(_("Street and number, or the name of the place"), 120)
    line2 = text(_("Second line"), 120)
    city = text(_("Town, community or First Nation"), 80)
    province = choice(_("Province or territory"), PROVINCES, required=False, initial="ON")
    postal_code = text(_("Postal code"), 10, wide=10)
    country = text(_("Country, when not Canada"), 60, wide=20)
    starts_on = DateField(label=_("Since"), initial=clock.today, subject=_("The first day"))
    or_earlier = forms.BooleanField(label=_("That day or earlier"), required=False)
    last_day = last_day()
    source = choice(_("Who says so?"), Source.choices, initial=Source.PERSON)
    verified_on = DateField(
        label=_("Checked on"), required=False, not_after=clock.today, subject=_("The check")
    )
    note = text(_("Note"), 300)

    def clean_postal_code(self) -> str:
        """Return the code as Canada Post writes it, where it is Canadian."""
        written: str = self.cleaned_data["postal_code"].upper().strip()
        code = CANADIAN_CODE.fullmatch(written)
        return f"{code[1]} {code[2]}" if code else written

    def facts(self) -> AddressFacts:
        """Return the address that was written."""
        said = {name: self.cleaned_data[name] for name in PLAIN}
        return AddressFacts(
            **said,
            starts_on=self.cleaned_data["starts_on"],
            start_is_known=not self.cleaned_data["or_earlier"],
            ends_before=day_after(self.cleaned_data["last_day"]),
            source=self.cleaned_data["source"],
            verified_on=self.cleaned_data["verified_on"],
            note=self.cleaned_data["note"],
        )


class AddAddress(AddressFields):
    """Where the person lives now, or gets mail."""

    title = _("Add an address")
    verb = _("Add the address")
    done = _("The address is on file; the one before it has ended.")
    hint = _("The address before it ends on the day this one starts. Mail may go elsewhere.")

    last = ("told_on",)

    id = OnceField()
    told_on = DateField(
        label=_("When were you told?"),
        initial=clock.today,
        not_after=clock.today,
        subject=_("The day you were told"),
    )

    def do(self, by: Actor) -> None:
        """Add the address."""
        commands.add_address(
            id=self.cleaned_data["id"],
            person=self.person,
            facts=self.facts(),
            by=by,
            happened_at=earlier_moment(self.cleaned_data["told_on"]),
        )


class CorrectAddress(AddressFields, CorrectingForm):
    """An address that was written wrongly, or was checked."""

    title = _("Correct an address")
    verb = _("Correct the address")
    done = _("The address is corrected. Both writings can be read.")
    hint = _("For a move, add the new address instead.")
    row_model = Address
    facts_kind = AddressFacts

    reason = reason()

    def shown(self, facts: AddressFacts) -> dict[str, Any]:
        """Return the address by its fields."""
        said = {"or_earlier": not facts.start_is_known, "last_day": day_before(facts.ends_before)}
        return values_of(facts) | said

    def do(self, by: Actor) -> None:
        """Correct the address."""
        said = {name: self.cleaned_data[name] for name in ("base", "reason")}
        commands.correct_address(address=self.row, facts=self.facts(), by=by, **said)


class EndAddress(PersonForm):
    """An address that does not hold any more, where no other is known."""

    title = _("End an address")
    verb = _("End the address")
    done = _("The address has ended.")
    hint = _("If the person has no place now, add “no fixed address” instead.")
    row_model = Address

    last_day = last_day(required=True)

    def do(self, by: Actor) -> None:
        """End the address."""
        ends_before = self.cleaned_data["last_day"] + timedelta(days=1)
        commands.end_address(address=self.row, ends_before=ends_before, by=by)

"""The reason with which the card opens, and what is known of a victim."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import reason
from throughcare.pages.fields import OnceField
from throughcare.pages.forms import Form
from throughcare.people.facts import Facts, edition_of, facts_of, values_of
from throughcare.people.forms.pieces import choice, text
from throughcare.people.words import Language
from throughcare.victims.facts import VictimFacts
from throughcare.victims.models import Notice, Victim
from throughcare.victims.telling import LABELS, NOT_KNOWN


class OpenCardForm(Form):
    """Why the card is opened."""

    id = OnceField()
    reason = reason(_("Why do you open the card? One sentence."), rows=2)


def words(name: str, hint: Any = "") -> forms.CharField:
    """Return a field for some lines of the victim's own words, seldom more than three."""
    return forms.CharField(
        label=LABELS[name],
        required=False,
        max_length=2000,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class VictimForm(Form):
    """What is known of a victim; `row` is whom it corrects."""

    id = OnceField()
    base = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    name = text(LABELS["name"], 200, required=True)
    phone = text(LABELS["phone"], 40, wide=20)
    safe_contact = words("safe_contact", _("Hours, places, who else may answer, which phone not."))
    may_say = words("may_say", _("On the phone, in a message, to whoever else answers."))
    language = choice(LABELS["language"], [("", NOT_KNOWN), *Language.choices], required=False)
    notice = choice(LABELS["notice"], Notice.choices, initial=Notice.NOT_ASKED)
    notice_words = words("notice_words", _("Release, change of address, end of the order…"))
    source = text(LABELS["source"], 200, help_text=_("Police, Crown, victim services, themselves."))

    def __init__(self, data: Any = None, *, row: Victim | None = None) -> None:
        known = facts_of(row, VictimFacts) if row else None
        first = values_of(known) | {"base": edition_of(known)} if known else {}
        super().__init__(data, initial=first)

    @property
    def facts(self) -> VictimFacts:
        """Return what was said."""
        said = dict(self.cleaned_data)
        return VictimFacts(**{name: said[name] for name in LABELS})

    def show_what_stands(self, present: Facts) -> None:
        """Send the form again against what stands now, which the page shows beside it."""
        said: Any = self.data
        fresh = said.copy()
        fresh["base"] = edition_of(present)
        self.data = fresh

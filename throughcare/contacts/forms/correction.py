"""Correcting a contact."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.cases.models import Case
from throughcare.contacts.forms.contact import OUTCOMES, ContactForm
from throughcare.contacts.models import Contact, Outcome, Said, Source
from throughcare.contacts.telling import Told, told_by
from throughcare.pages.fields import JoinedRadios
from throughcare.people.forms.pieces import reason


class CorrectionForm(ContactForm):
    """A contact as it should have been recorded, and why it is corrected."""

    title = _("Correct a contact")
    verb = _("Keep the correction")
    done = _("Corrected. What was written first stays beside it.")
    hint = _("What was written first stays on file, and both are shown.")

    reason = reason()
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[
            *OUTCOMES,
            (Outcome.IN_ERROR.value, pgettext_lazy("of a contact", "Recorded by mistake")),
        ],
        widget=JoinedRadios,
    )

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        self.contact = contact
        super().__init__(*args, direction=contact.answers, **kwargs)

    def prepare(self, case: Case) -> None:
        """Fill in what is on file."""
        super().prepare(case)
        for name in ("following", "next_on", "next_at", "how_given"):
            del self.fields[name]
        for name, value in self._on_file(told_by(self.contact)).items():
            self.fields[name].initial = value

    def _on_file(self, told: Told) -> dict[str, Any]:
        local = told.happened_at.astimezone(self.zone)
        columns = ("way", "outcome", "purpose", "line", "minutes", "joint", "others_present")
        said = {name: getattr(told, name) for name in (*columns, "homework", "review_on")}
        new = {"address": told.same_address, "job": told.same_job}
        return said | {
            "on": local.date(),
            "at": local.time().replace(tzinfo=None),
            "same": told.same_address is True and told.same_job is True,
            "new": [name for name, same in new.items() if same is False],
            "custody_checked": told.custody_checked,
            "talked": [str(each) for each, said in told.talked.items() if said == Said.KEPT],
            "not_kept": [str(each) for each, said in told.talked.items() if said == Said.NOT_KEPT],
            "own_words": told.statements.get(Source.PERSON, ""),
            "view": told.statements.get(Source.OFFICER, ""),
            "collateral_words": told.statements.get(Source.COLLATERAL, ""),
        }

    @property
    def said(self) -> dict[str, Any]:
        """Return what `correct_contact` asks of the form."""
        kept = self.cleaned_data
        return {"id": kept["id"], "told": self.told, "reason": kept["reason"]}

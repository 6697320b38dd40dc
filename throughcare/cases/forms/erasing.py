"""Asking for an erasure by law; placing and lifting a hold."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.packs.erasure_bases import ErasureBasis, erasure_bases
from throughcare.pages.dates import language
from throughcare.pages.fields import OnceField
from throughcare.pages.forms import Form

REACHES = [
    ("file", gettext_lazy("This file")),
    ("person", gettext_lazy("The person, with every file in every office")),
]


def reaches(label: Any) -> forms.TypedChoiceField:
    """Return a field that asks for one file or a person with every file."""
    return forms.TypedChoiceField(
        label=label,
        choices=REACHES,
        initial="file",
        coerce=lambda said: said == "person",
        widget=forms.RadioSelect,
    )


def in_words(basis: ErasureBasis) -> str:
    """Return a basis with what is doubtful about it, in the language of the page."""
    words, doubt = (basis.fr, basis.doubt_fr) if language() == "fr" else (basis.en, basis.doubt)
    return _("%(basis)s. Know: %(doubt)s") % {"basis": words, "doubt": doubt}


class AskErasureForm(FileForm):
    """What is to be erased, under what, and why now."""

    title = gettext_lazy("Ask for erasure by law")
    verb = gettext_lazy("Ask for it")
    done = gettext_lazy("Asked. Another person approves it; nothing is gone yet.")
    hint = gettext_lazy(
        "Every row, paper and reason goes, now and in the past; the hash of each stays. It cannot"
        " be undone."
    )

    id = OnceField()
    whole_person = reaches(gettext_lazy("What is to be erased?"))
    basis = forms.ChoiceField(label=gettext_lazy("Under what?"), widget=forms.RadioSelect)
    why = reason(gettext_lazy("Why may it be erased now? Without names: this stays."), rows=2)

    def prepare(self, case: Case) -> None:
        """Offer the bases of the pack, each with its doubt."""
        self.bases = erasure_bases(settings.JURISDICTION)
        field: Any = self.fields["basis"]
        field.choices = [(each.code, in_words(each)) for each in self.bases.values()]

    @property
    def said(self) -> dict[str, Any]:
        """Return what the command asks of the form."""
        return self.cleaned_data | {"basis": self.bases[self.cleaned_data["basis"]]}


class PlaceHoldForm(FileForm):
    """What is held, and for which proceeding."""

    title = gettext_lazy("Place a hold")
    verb = pgettext_lazy("a file", "Hold it")
    done = gettext_lazy("Held: nothing of it is erased until the hold is lifted.")
    hint = gettext_lazy("A hold wins over every erasure, also one that was approved.")

    id = OnceField()
    whole_person = reaches(gettext_lazy("What is held?"))
    why = reason(gettext_lazy("Which proceeding needs it?"), rows=2)


class LiftHoldForm(Form):
    """Why a hold is not needed any more."""

    why = reason(gettext_lazy("Why may the hold be lifted?"), rows=2)


class ApproveErasureForm(Form):
    """The word of a second person; there is nothing to fill in."""

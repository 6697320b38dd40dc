"""A paper arrives at the counter: whose it is, and its words or its file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.documents.inspection import ACCEPT, LARGEST
from throughcare.documents.refusals import EmptyFile, FileTooLarge
from throughcare.orders.arriving import Arrived, words_of
from throughcare.orders.models import HeldKind
from throughcare.pages.fields import OnceField, PartialDateField
from throughcare.pages.forms import Form

LONGEST_WORDS = 200_000


class ArriveForm(Form):
    """The words of a paper, pasted or in a file, and the name that stands on it."""

    id = OnceField()
    surname = forms.CharField(
        label=gettext_lazy("Surname on the order"),
        max_length=80,
        error_messages={"required": gettext_lazy("Write the surname as the order has it.")},
    )
    given = forms.CharField(label=gettext_lazy("Given names"), max_length=120, required=False)
    born = PartialDateField(
        label=gettext_lazy("Born"),
        required=False,
        help_text=gettext_lazy("As far as the order says it."),
    )
    words = forms.CharField(
        label=gettext_lazy("Words of the order"),
        required=False,
        max_length=LONGEST_WORDS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy("Paste all of it, as it stands. Nothing is changed in it."),
    )
    file = forms.FileField(
        label=gettext_lazy("Or the file: PDF or text"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def clean(self) -> dict[str, Any]:
        """Read the words out of the file; without words there is nothing to take in."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        self.arrived = Arrived(said.get("words") or "")
        if said.get("file") is not None:
            self._read_file(said)
        elif not self.arrived.words.strip() and "words" not in self.errors:
            self.add_error("words", _("Paste the words of the order, or choose its file."))
        return said

    def _read_file(self, said: dict[str, Any]) -> None:
        file = said["file"]
        with self.showing_refusal():
            if not file.size:
                raise EmptyFile
            if file.size > LARGEST:
                raise FileTooLarge
            self.arrived = words_of(file, said.get("words") or "")

    @property
    def said(self) -> dict[str, Any]:
        """Return what `keep_paper` asks of the form."""
        born = self.cleaned_data["born"]
        return {
            "id": self.cleaned_data["id"],
            "surname": self.cleaned_data["surname"],
            "given": self.cleaned_data["given"],
            "born": str(born) if born else "",
            "words": self.arrived.words,
            "file_name": self.arrived.file_name,
            "sha256": self.arrived.sha256,
            "pages": self.arrived.pages,
        }


class HoldForm(Form):
    """A paper that is not ours to supervise: what it is, and whom to call."""

    held_as = forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=HeldKind.choices, widget=forms.RadioSelect
    )
    whom_to_call = forms.CharField(
        label=gettext_lazy("Whom to call"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


class AsideForm(Form):
    """A paper that was put in by mistake."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it set aside?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

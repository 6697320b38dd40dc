"""A conflict of interest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import (
    FileForm,
    reason,
)
from throughcare.pages.fields import OnceField


class ConflictForm(FileForm):
    """The file is too close to work with."""

    title = _("Declare a conflict of interest")
    verb = _("Declare")
    done = _("Declared. The file is closed to you; what you held of it is with the manager.")
    hint = _("The file closes to you at once. If you hold it, the manager holds it from now.")

    id = OnceField()
    with_person = forms.BooleanField(
        label=_("With the person: every file of theirs closes to me"), required=False
    )
    words = reason(_("What is the conflict? One sentence."), rows=2)

    @property
    def said(self) -> dict[str, Any]:
        """Return what `declare_conflict` asks of the form: the file, or its person."""
        case = self.state.case
        about = {"person": case.person} if self.cleaned_data["with_person"] else {"case": case}
        return {"id": self.cleaned_data["id"], "words": self.cleaned_data["words"], **about}

"""Opening and closing a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    MemberChoice,
    ReasonForm,
    offer,
    reason,
    since,
    told,
)
from throughcare.cases.models import Kind
from throughcare.cases.queries.holders import HOLDING_ROLES, staff_of
from throughcare.pages.fields import JoinedRadios, OnceField
from throughcare.pages.forms import Form
from throughcare.staff.models import StaffMember


class OpenForm(Form):
    """A file for a person who is on record."""

    id = OnceField()
    kind = forms.ChoiceField(
        label=_("Kind of file"),
        choices=Kind.choices,
        initial=Kind.SUPERVISION,
        widget=JoinedRadios,
        error_messages={"required": _("Choose the kind of file.")},
    )
    holder = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Officer"),
        required=False,
        empty_label=_("No one yet: uncovered, held by the manager"),
    )
    since = since(_("Opened on"))
    reason = reason(_("What was asked, and by whom?"), required=False)

    def __init__(self, *args: Any, member: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = member.office
        if office:
            offer(self, "holder", staff_of(office, clock.today(), roles=HOLDING_ROLES))
        if member.role_class and member.role_class.holds_cases:
            self.fields["holder"].initial = member.pk

    @property
    def said(self) -> dict[str, Any]:
        """Return what `open_case` asks of the form."""
        return told(self.cleaned_data)


class CloseForm(FileForm):
    """The file closes."""

    title = _("Close the file")
    verb = _("Close the file")
    done = _("The file is closed.")

    since = since(_("Closed on"))
    closing_words = reason(_("Why does it close?"))


class ReopenForm(ReasonForm):
    """The closing was a mistake."""

    title = _("Take back the closing")
    verb = _("Take back the closing")
    done = _("The file is open; its last holder has held it throughout.")
    hint = _("Only for a closing by mistake. A person who comes back gets a new file.")

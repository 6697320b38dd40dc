"""Who holds a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    MemberChoice,
    offer,
    reason,
    since,
)
from throughcare.cases.models import Case
from throughcare.cases.queries.holders import HOLDING_ROLES, conflicted_ids, staff_of
from throughcare.pages.fields import OnceField
from throughcare.staff.models import StaffMember


class AssignForm(FileForm):
    """Who holds the file from now on."""

    title = _("Give the file to an officer")
    verb = _("Give the file")
    done = _("The file has a new holder.")

    id = OnceField()
    instead_of = forms.UUIDField(widget=forms.HiddenInput, required=False)
    holder = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Officer"),
        error_messages={"required": _("Choose who holds the file.")},
    )
    since = since(_("Since when?"))
    reason = reason(_("Reason"), required=False)

    def prepare(self, case: Case) -> None:
        """Offer officers and managers of the office without a conflict."""
        found = staff_of(case.office, clock.today(), roles=HOLDING_ROLES)
        offer(self, "holder", found.exclude(pk__in=conflicted_ids(case)))
        self.fields["instead_of"].initial = self.state.held.pk if self.state.held else None


class UncoveredForm(FileForm):
    """Nobody works the file."""

    title = _("Mark the file uncovered")
    verb = _("Mark uncovered")
    done = _("The file is uncovered, held by the manager, and counted.")
    hint = _("The manager of the office holds it until an officer is given it.")

    id = OnceField()
    instead_of = forms.UUIDField(widget=forms.HiddenInput, required=False)
    since = since(_("Since when?"))
    reason = reason(_("Why does nobody work it?"))

    def prepare(self, case: Case) -> None:
        """Remember who held the file when the page was opened."""
        self.fields["instead_of"].initial = self.state.held.pk if self.state.held else None

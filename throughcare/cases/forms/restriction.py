"""A file closed to all but named members."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    SEEING_ROLES,
    FileForm,
    MemberChoice,
    MembersChoice,
    ReasonForm,
    offer,
    reason,
)
from throughcare.cases.models import Case
from throughcare.cases.queries.holders import conflicted_ids, staff_of
from throughcare.pages.fields import OnceField
from throughcare.staff.models import StaffMember


class RestrictForm(FileForm):
    """The file closes to all but named members."""

    title = _("Restrict the file")
    verb = _("Restrict the file")
    done = _("The file is restricted to the members named.")
    hint = _("Its holder and you are always named. To everyone else it is as if absent.")

    id = OnceField()
    members = MembersChoice(
        queryset=StaffMember.objects.none(),
        label=_("Who else may see it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = reason(_("Reason"))

    def prepare(self, case: Case) -> None:
        """Offer the members of the office who work with files."""
        found = staff_of(case.office, clock.today(), roles=SEEING_ROLES)
        offer(self, "members", found.exclude(pk__in=conflicted_ids(case)))


class NameForm(FileForm):
    """One more member may see a restricted file."""

    title = _("Name another member")
    verb = _("Name them")
    done = _("They may see the file now.")

    member: Any = MemberChoice(queryset=StaffMember.objects.none(), label=_("Member"))
    reason = reason(_("Reason"), required=False, rows=2)

    def prepare(self, case: Case) -> None:
        """Offer the members of the office without a conflict."""
        found = staff_of(case.office, clock.today(), roles=SEEING_ROLES)
        offer(self, "member", found.exclude(pk__in=conflicted_ids(case)))


class LiftForm(ReasonForm):
    """The restriction ends."""

    title = _("Lift the restriction")
    verb = _("Lift the restriction")
    done = _("The file is open to the office again.")

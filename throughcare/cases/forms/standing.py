"""The level, time away and transfers of a file."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    MemberChoice,
    OfficeChoice,
    ReasonForm,
    offer,
    reason,
)
from throughcare.cases.handover import day_after
from throughcare.cases.models import AwayKind, Case, Level
from throughcare.cases.queries.holders import HOLDING_ROLES, conflicted_ids, staff_of
from throughcare.pages.fields import DateField, JoinedRadios, OnceField
from throughcare.staff.models import Office, StaffMember

LEVELS = [(level.value, level.label) for level in Level if level is not Level.NOT_SET]


class LevelForm(FileForm):
    """The level that a named person confirms."""

    title = _("Confirm the level")
    verb = _("Confirm")
    done = _("The level is confirmed, under your name.")
    hint = _("You confirm it by name. It counts from the day you give.")

    id = OnceField()
    instead_of = forms.UUIDField(widget=forms.HiddenInput, required=False)
    level = forms.ChoiceField(
        label=_("Level"),
        choices=LEVELS,
        widget=JoinedRadios,
        error_messages={"required": _("Choose a level.")},
    )
    starts_on = DateField(
        label=_("First day"), initial=clock.today, not_after=clock.today, subject=_("The first day")
    )
    reason = reason(_("What does it rest on?"))

    def prepare(self, case: Case) -> None:
        """Remember the level that stood when the page was opened."""
        self.fields["instead_of"].initial = self.state.level.pk if self.state.level else None


class AwayForm(FileForm):
    """The person is away."""

    title = _("Record custody, hospital, warrant or absence")
    verb = _("Record it")
    done = _("Recorded. It shows on every file of this person.")

    id = OnceField()
    kind = forms.ChoiceField(
        label=_("What"),
        choices=AwayKind.choices,
        widget=JoinedRadios,
        error_messages={"required": _("Choose one of the four.")},
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    starts_on = DateField(label=_("First day"), not_after=clock.today, subject=_("The first day"))
    last_day = DateField(
        label=_("Last day"), required=False, help_text=_("Leave empty while it lasts.")
    )
    source = forms.CharField(
        label=_("Who or what told you?"),
        max_length=200,
        error_messages={"required": _("Say who or what told you.")},
    )

    @property
    def said(self) -> dict[str, Any]:
        """Return what `record_away` asks of the form."""
        last: date | None = self.cleaned_data["last_day"]
        return super().said | {"ends_before": day_after(last) if last else None}


class EndAwayForm(FileForm):
    """The person is back."""

    title = _("End the time away")
    verb = _("Record the last day")
    done = _("The time away has ended.")

    last_day = DateField(
        label=_("Last day away"),
        initial=clock.today,
        not_after=clock.today,
        subject=_("The last day"),
    )
    reason = reason(_("How do you know?"), required=False, rows=2)

    @property
    def said(self) -> dict[str, Any]:
        """Return what `end_away` asks of the form."""
        return dict(self.cleaned_data)


class ProposeTransferForm(FileForm):
    """Another office is asked to take the file."""

    title = _("Propose a transfer to another office")
    verb = _("Propose the transfer")
    done = _("The other office is asked. Until it accepts, the holder holds.")
    hint = _("The holder keeps the file until the other office accepts.")

    id = OnceField()
    to_office = OfficeChoice(
        queryset=Office.objects.none(),
        label=_("To office"),
        error_messages={"required": _("Choose an office.")},
    )
    summary = reason(_("What must they know?"), rows=6)

    def prepare(self, case: Case) -> None:
        """Offer every other office."""
        others = Office.objects.exclude(pk=case.office_id)
        offer(self, "to_office", others.order_by("name"))


class AcceptTransferForm(FileForm):
    """The receiving office takes the file."""

    title = _("Accept the transfer")
    verb = _("Accept the file")
    done = _("The file is at your office now.")
    hint = _("The office and the holder change in the same instant.")

    id = OnceField()
    holder = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Officer"),
        required=False,
        empty_label=_("No one yet: uncovered, held by the manager"),
    )

    def prepare(self, case: Case) -> None:
        """Offer officers and managers of the receiving office."""
        office = self.viewer.office
        found = staff_of(office, clock.today(), roles=HOLDING_ROLES) if office else None
        barred = conflicted_ids(case)
        none: QuerySet[StaffMember] = StaffMember.objects.none()
        offer(self, "holder", found.exclude(pk__in=barred) if found else none)


class RefuseTransferForm(ReasonForm):
    """The receiving office does not take the file."""

    title = _("Refuse the transfer")
    verb = _("Refuse the file")
    done = _("The transfer is refused. The file stays with its holder.")

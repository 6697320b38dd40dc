"""Time away."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    reason,
)
from throughcare.cases.handover import day_after
from throughcare.cases.models import AwayKind
from throughcare.pages.fields import DateField, JoinedRadios, OnceField


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

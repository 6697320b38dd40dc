"""Why one looked at a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.cases.queries.own_looks import days_to_explain
from throughcare.pages.dates import full_day
from throughcare.pages.fields import OnceField


class WhyLookedForm(FileForm):
    """A day on which one looked, and why."""

    title = _("Why did you look at this file?")
    verb = _("Say why")
    done = _("Said. It stands beside who looked.")
    hint = _("The file is neither yours nor covered by you. Your reason stands beside who looked.")

    id = OnceField()
    day = forms.TypedChoiceField(
        label=_("On which day?"), coerce=date.fromisoformat, widget=forms.RadioSelect
    )
    words = reason(_("Why? One sentence."), rows=2)

    def prepare(self, case: Case) -> None:
        """Offer the days that are not explained yet."""
        days = days_to_explain(case, self.viewer)
        field: Any = self.fields["day"]
        field.choices = [(each.isoformat(), full_day(each)) for each in days]
        field.initial = days[0].isoformat() if days else None

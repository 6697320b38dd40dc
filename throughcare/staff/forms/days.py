"""Absences, working days and the duty officer, as they are typed."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.pages.fields import DateField, TimeField
from throughcare.pages.forms import Form
from throughcare.staff.models import AbsenceKind, Office, StaffMember
from throughcare.staff.queries import holders_of

WEEKDAYS = (
    (1, _("Monday")),
    (2, _("Tuesday")),
    (3, _("Wednesday")),
    (4, _("Thursday")),
    (5, _("Friday")),
    (6, _("Saturday")),
    (7, _("Sunday")),
)


class AbsenceForm(Form):
    """Days on which a member is away, or a part of one day."""

    kind = forms.ChoiceField(label=_("Why"), choices=AbsenceKind.choices, widget=forms.RadioSelect)
    starts_on = DateField(label=_("First day away"))
    last_on = DateField(
        label=_("Last day away"), required=False, help_text=_("Empty: the same day.")
    )
    from_time = TimeField(
        label=_("From"), required=False, help_text=_("For a part of a day, such as 13:00.")
    )
    to_time = TimeField(label=_("Until"), required=False)

    def said(self) -> dict[str, Any]:
        """Return what the command takes: a period that ends before a day."""
        given = dict(self.cleaned_data)
        last = given.pop("last_on") or given["starts_on"]
        if given["kind"] != AbsenceKind.PART_DAY:
            given["from_time"] = given["to_time"] = None
        return given | {"ends_before": last + timedelta(days=1)}


class CorrectAbsenceForm(Form):
    """Other days for an absence, and why."""

    starts_on = DateField(label=_("First day away"))
    last_on = DateField(label=_("Last day away"))
    reason = forms.CharField(label=_("Why"), max_length=200)

    def said(self) -> dict[str, Any]:
        """Return what the command takes: a period that ends before a day."""
        given = dict(self.cleaned_data)
        return given | {"ends_before": given.pop("last_on") + timedelta(days=1)}


class WorkingDaysForm(Form):
    """The weekdays a member works from a day on."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Works on"), choices=WEEKDAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    starts_on = DateField(label=_("From"))


class DutyForm(Form):
    """The duty officer of a day: someone of the office who holds files."""

    day = DateField(label=_("Day"))
    officer = forms.ChoiceField(label=_("Duty officer"))

    def __init__(self, *args: Any, office: Office, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk): member for member in holders_of(office, on)}
        choices = [(key, member.full_name) for key, member in self.members.items()]
        cast(forms.ChoiceField, self.fields["officer"]).choices = choices

    def said(self) -> dict[str, Any]:
        """Return the day and the member who was chosen."""
        chosen: StaffMember = self.members[self.cleaned_data["officer"]]
        return {"day": self.cleaned_data["day"], "officer": chosen}

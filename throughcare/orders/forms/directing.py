"""Directions: given, followed, taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.orders.models import (
    Direction,
    DirectionKind,
    HowGiven,
)
from throughcare.pages.fields import DateField, OnceField, TimeField


class DirectionForm(FileForm):
    """What the person is told to do, how, and for when."""

    title = gettext_lazy("Give a direction")
    verb = gettext_lazy("Give the direction")
    done = gettext_lazy("The direction is given. Print the slip for the person.")
    hint = gettext_lazy("A missed direction is what a breach rests on: say what and when, exactly.")

    id = OnceField()
    kind = forms.ChoiceField(
        label=gettext_lazy("What"), choices=DirectionKind.choices, initial=DirectionKind.REPORT
    )
    due_on = DateField(label=gettext_lazy("By or on"), subject=gettext_lazy("The day"))
    due_time = TimeField(label=gettext_lazy("At"), required=False)
    place = forms.CharField(label=gettext_lazy("Where"), max_length=160, required=False)
    words = forms.CharField(
        label=gettext_lazy("In words for the person"), max_length=400, required=False
    )
    how_given = forms.ChoiceField(
        label=gettext_lazy("How given"),
        choices=HowGiven.choices,
        initial=HowGiven.IN_PERSON,
        widget=forms.RadioSelect,
    )
    acknowledged = forms.BooleanField(
        label=gettext_lazy("The person said they have it"), required=False
    )

    def prepare(self, case: Case) -> None:
        """Offer the office as the place."""
        self.fields["place"].initial = case.office.name


class MetForm(FileForm):
    """The person did what was directed."""

    title = gettext_lazy("The direction was followed")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded.")

    on = DateField(
        label=pgettext_lazy("a day", "On"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The day"),
    )
    seen = DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, direction: Direction, **kwargs: Any) -> None:
        self.direction = direction
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Keep the day that is on file now: a correction is of that one."""
        self.fields["seen"].initial = self.direction.met_on


class TakeBackForm(FileForm):
    """A direction is taken back."""

    title = gettext_lazy("Take the direction back")
    verb = gettext_lazy("Take it back")
    done = gettext_lazy("The direction is taken back. It stays on file.")

    reason = reason(gettext_lazy("Why"))

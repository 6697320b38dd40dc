"""The level of a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    reason,
)
from throughcare.cases.models import Case, Level
from throughcare.pages.fields import DateField, JoinedRadios, OnceField

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

"""Who is expected from court."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.pages.fields import DateField, OnceField
from throughcare.pages.forms import Form


class ExpectForm(Form):
    """Someone sentenced and not seen, or seen without a paper."""

    id = OnceField()
    name = forms.CharField(label=_("Name"), max_length=160)
    born_on = DateField(label=_("Born"), required=False, not_after=clock.today)
    court = forms.CharField(label=_("Court"), max_length=160, required=False)
    information_number = forms.CharField(
        label=_("Information number"), max_length=80, required=False
    )
    sentenced_on = DateField(
        label=_("Sentenced on"), required=False, not_after=clock.today, subject=_("The sentence")
    )
    seen_on = DateField(
        label=_("Was here on"), required=False, not_after=clock.today, subject=_("The visit")
    )
    words = forms.CharField(label=_("What was said"), max_length=400, required=False)

    @property
    def said(self) -> dict[str, Any]:
        """Return what `expect_person` asks of the form."""
        return dict(self.cleaned_data)


class SeenForm(Form):
    """Someone expected is here."""

    seen_on = DateField(
        label=_("Here on"), initial=clock.today, not_after=clock.today, subject=_("The visit")
    )


class EndForm(Form):
    """Someone is not for this office."""

    reason = forms.CharField(
        label=_("Why is the person not expected here?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

"""Opening a file in an emergency, and reviewing that."""

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import reason
from throughcare.pages.fields import OnceField
from throughcare.pages.forms import Form


class EmergencyForm(Form):
    """One file opens for a while."""

    id = OnceField()
    number = forms.CharField(
        label=_("Number of the file"),
        max_length=16,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
    )
    reason = reason(_("What is the emergency? One sentence."), rows=2)


class EmergencyReviewForm(Form):
    """Whether it was right, in words."""

    was_right = forms.TypedChoiceField(
        label=_("Was it right to open the file?"),
        choices=[("yes", _("Yes")), ("no", _("No: it will be followed up"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    words = reason(_("What did you find?"), rows=2)


class LookReviewForm(Form):
    """Whether a day of looking was right, in words."""

    id = OnceField()
    was_right = forms.TypedChoiceField(
        label=_("Was there a work reason?"),
        choices=[("yes", _("Yes")), ("no", _("No: it will be followed up"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    words = reason(_("What did you find?"), rows=2)

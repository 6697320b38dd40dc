"""Accounts and postings, as an administrator types them."""

from typing import Any, cast

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from throughcare.pages.fields import DateField
from throughcare.pages.forms import Form
from throughcare.staff.models import Office
from throughcare.staff.queries import offices
from throughcare.staff.roles import role_choices


class AccountForm(Form):
    """Someone who begins to work here."""

    given_name = forms.CharField(label=_("Given name"), max_length=80)
    surname = forms.CharField(label=_("Surname"), max_length=80)
    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=60,
        help_text=_("Small letters, figures, dots and hyphens."),
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9.-]*$",
                _("Use letters without accents, figures, dots and hyphens."),
            )
        ],
    )
    language = forms.ChoiceField(
        label=_("Language of the pages"), choices=[("en", "English"), ("fr", "Français")]
    )


class EmailForm(Form):
    """The address under which the outside sign-in service knows a member."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    none = forms.BooleanField(label=_("This account has none"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for an address, or for the word that there is none."""
        said = self.cleaned_data
        if "email" in said and bool(said["email"]) == said.get("none", False):
            self.add_error("email", _("Write the address, or say that this account has none."))
        return said


class PostingForm(Form):
    """A role at an office from a day on."""

    office = forms.ChoiceField(label=_("Office"))
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)
    starts_on = DateField(label=_("From"))
    designated_french = forms.BooleanField(label=_("Designated French post"), required=False)
    acting = forms.BooleanField(label=_("Acting"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(office.pk): office for office in offices()}
        office = cast(forms.ChoiceField, self.fields["office"])
        office.choices = [(key, each.name) for key, each in self.places.items()]

    def said(self) -> dict[str, Any]:
        """Return what the command takes."""
        place: Office = self.places[self.cleaned_data["office"]]
        return self.cleaned_data | {"office": place}


class EndPostingForm(Form):
    """The first day on which a posting no longer holds."""

    ends_before = DateField(label=_("First day without it"))
    reason = forms.CharField(label=_("Why"), max_length=200, required=False)


class ReasonForm(Form):
    """Why an account is closed, opened again or helped."""

    reason = forms.CharField(label=_("Why"), max_length=200)

"""What is typed, and what the browser fills in, when a security key is used."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from throughcare.pages.forms import Form
from throughcare.staff import keys
from throughcare.staff.models import StaffMember

NO_ANSWER = _("No answer came from a key. Press the button again, then touch the key.")
WRONG_KEY = _("This key does not open this account. Use another one, or a code.")
NOT_ADDED = _("This key was not added: its answer does not fit, or an account has it already.")


def answer_field() -> forms.JSONField:
    """Return the hidden field that the browser fills with what the key said."""
    return forms.JSONField(
        label=_("Security key"),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": NO_ANSWER},
    )


class NameKeyForm(Form):
    """What a member calls a key."""

    name = forms.CharField(
        label=_("What you call this key"),
        max_length=40,
        help_text=_("So that you know it again in the list: “blue key”, “office laptop”."),
        widget=forms.TextInput(attrs={"class": "tc-wide-20"}),
    )


class AddKeyForm(NameKeyForm):
    """A new key: its name, and its answer to the challenge in the session."""

    credential = answer_field()

    def clean(self) -> dict[str, Any]:
        """Look at the answer when everything else is right."""
        said = dict(self.cleaned_data)
        if self.errors:
            return said
        if not said["credential"]:
            raise ValidationError(NO_ANSWER, code="no_answer")
        if not keys.is_new(said["credential"]):
            raise ValidationError(NOT_ADDED, code="not_added")
        return said


class KeyForm(Form):
    """A key at sign-in. allauth's view gives `user` and calls `save`."""

    credential = answer_field()

    def __init__(self, *args: Any, user: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.authenticator: Authenticator | None = None

    def clean(self) -> dict[str, Any]:
        """Look at the answer. It cannot be guessed, so its tries are not counted."""
        answer = self.cleaned_data.get("credential")
        if not answer:
            raise ValidationError(NO_ANSWER, code="no_answer")
        self.authenticator = keys.accept(self.user, answer)
        if self.authenticator is None:
            raise ValidationError(WRONG_KEY, code="wrong_key")
        self.authenticator.user = self.user
        return self.cleaned_data

    def save(self) -> None:
        """Note in the session that the second factor was given."""
        post_authentication(context.request, self.authenticator)

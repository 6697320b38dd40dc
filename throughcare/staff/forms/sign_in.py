"""What is typed to sign in, to prove a second factor, and to change a password."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.password_change import change_password
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from throughcare.pages.forms import Form
from throughcare.staff import browsers, codes, tries
from throughcare.staff.models import StaffMember
from throughcare.staff.second_factors import KeyIsMissing, demand_key

WRONG_CODE = _("This code is wrong or was used already. Wait for the next one and try again.")


def password_field(label: Any, *, new: bool = False, **more: Any) -> forms.CharField:
    """Return a field for a password; hashing a longer one than this would be a burden."""
    autocomplete = "new-password" if new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget, **more)


def code_field(help_text: Any) -> forms.CharField:
    """Return a field for a one-time code."""
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "tc-wide-10"}
    return forms.CharField(
        label=_("Code"), max_length=20, help_text=help_text, widget=forms.TextInput(attrs=attrs)
    )


class SignInForm(Form):
    """Name and password. allauth's view asks for `request` and calls `login`."""

    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=60,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "username",
                "autocapitalize": "none",
                "spellcheck": "false",
                "class": "tc-wide-30",
            }
        ),
        error_messages={"required": _("Write your sign-in name.")},
    )
    password = password_field(_("Password"), error_messages={"required": _("Write your password.")})

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.member: StaffMember | None = None

    def clean(self) -> dict[str, Any]:
        """Look at the password, when both fields are filled in."""
        given = {name: self.cleaned_data.get(name) for name in ("username", "password")}
        if all(given.values()):
            adapter = get_adapter()
            self.member = adapter.authenticate(self.request, **given)
            if self.member is None:
                raise adapter.validation_error("username_password_mismatch")
        return self.cleaned_data

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Go on to the second factor."""
        entered = Login(user=self.member)
        entered.redirect_url = redirect_url
        said = {"username": self.cleaned_data["username"]}
        return perform_password_login(request, said, entered)


def _demand_key() -> None:
    """Refuse every code alike where the key is gone that opens their secrets.

    :raises ValidationError: before a try is counted.
    """
    try:
        demand_key()
    except KeyIsMissing as refusal:
        raise ValidationError(str(refusal), code="key_is_missing") from refusal


class CodeForm(Form):
    """A one-time code or a recovery code. allauth's view gives `user` and calls `save`."""

    code = code_field(_("Six figures from your authenticator app, or one of your recovery codes."))

    def __init__(self, *args: Any, user: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.authenticator: Authenticator | None = None

    def clean_code(self) -> str:
        """Look at the code, after the try is counted."""
        _demand_key()
        browser = browsers.known(context.request, self.user.username)
        counter = tries.of_code(self.user.pk, browser)
        try:
            tries.reserve(counter)
        except tries.TooManyTries as refusal:
            raise ValidationError(str(refusal), code="too_many_tries") from refusal
        self.authenticator = codes.accept(self.user, self.cleaned_data["code"])
        if self.authenticator is None:
            raise ValidationError(WRONG_CODE, code="wrong_code")
        tries.forget(counter)
        return str(self.cleaned_data["code"])

    def save(self) -> None:
        """Note in the session that the second factor was given."""
        post_authentication(context.request, self.authenticator)


class SetUpForm(Form):
    """The first code of an authenticator app. allauth's view gives `user` and asks `secret`."""

    code = code_field(_("Six figures, as the app shows them now."))

    def __init__(self, *args: Any, user: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.secret = get_totp_secret()

    def clean_code(self) -> str:
        """Check that app and office agree on the time and the secret."""
        _demand_key()
        code = str(self.cleaned_data["code"])
        step = codes.step_of(self.secret, code)
        if step is None:
            raise ValidationError(
                _("This code does not fit. Check that the clock of your phone is right."),
                code="wrong_code",
            )
        codes.use_step(self.user, step)
        return code


class AgainForm(Form):
    """The password once more, before something that protects the account is changed."""

    password = password_field(_("Password"))

    def __init__(self, *args: Any, user: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Check the password; the try is counted as at sign-in."""
        password = str(self.cleaned_data["password"])
        adapter = get_adapter()
        if not adapter.reauthenticate(self.user, password):
            raise adapter.validation_error("incorrect_password")
        return password


class ChangePasswordForm(AgainForm):
    """The password of now, and the next one twice."""

    new_password = password_field(
        _("New password"), new=True, help_text=_("At least 12 signs; a few words are fine.")
    )
    again = password_field(_("New password, again"), new=True)

    def clean_new_password(self) -> str:
        """Refuse a password that is short, common or like the name."""
        password = str(self.cleaned_data["new_password"])
        validate_password(password, self.user)
        if password == self.cleaned_data.get("password"):
            raise ValidationError(_("Choose another password than the one of now."))
        return password

    def clean_again(self) -> str:
        """Refuse a slip of the fingers."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("new_password", again):
            raise ValidationError(_("The two new passwords are not the same."))
        return again

    def save(self) -> None:
        """Keep the new password."""
        change_password(self.user, self.cleaned_data["new_password"])

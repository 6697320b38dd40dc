"""How allauth behaves here: tries are counted in the database, and nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.staff import browsers, tries
from throughcare.staff.models import StaffMember
from throughcare.staff.sessions import forget_ended_sessions

SAME_SENTENCE = _("This name and password do not open an account. Check both.")
PASSWORD_STANDS_FOR = 10 * 60
PROVES = frozenset({"password", "provider"})
SAID = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("Your password was changed."),
}


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are given by an administrator; the database counts wrong tries."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": SAME_SENTENCE,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> StaffMember | None:
        """Return the member whose name and password these are, and count the try.

        On a browser that the account knows it is counted there alone, so that wrong tries made
        elsewhere, or by others behind the same address, shut nobody out of work.

        :raises ValidationError: when there were too many.
        """
        browser = browsers.known(request, credentials["username"])
        account = tries.of_password(credentials["username"], browser)
        places = [] if browser else [tries.from_address(self.get_client_ip(request))]
        try:
            tries.reserve(account, *places)
        except tries.TooManyTries as refusal:
            raise ValidationError(str(refusal), code="too_many_tries") from refusal
        member = authenticate(request, **credentials)
        if member is not None:
            tries.forget(account)
            for place in places:
                tries.give_back(place)
        return member

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Note in the session when and from where it began, and whether both factors were given.

        Sessions and counters that have ended are cleared away on this occasion.
        """
        tries.forget_old()
        forget_ended_sessions()
        given = {record["method"] for record in get_authentication_records(request, user)}
        now = clock.wall().timestamp()
        request.session.update(
            {
                "signed_in_at": now,
                "seen_at": now,
                "posting": str(user.posting.pk) if user.posting else "",
                "second_factor": "mfa" in given,
                "in_demo": settings.DEMO,
                "address": self.get_client_ip(request),
                "browser": self.get_http_user_agent(request)[:200],
            }
        )
        response = super().post_login(request, user, **kwargs)
        browsers.remember(request, response, user.username)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            _speak(response, user.language)
        return response

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Say only what a page does not show by itself."""
        if message_template in SAID:
            messages.add_message(request, level, SAID[message_template])

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again when it was given more than ten minutes ago."""
        records = get_authentication_records(context.request, context.request.user)
        given_at = [record["at"] for record in records if record["method"] in PROVES]
        return clock.wall().timestamp() - max(given_at, default=0) > PASSWORD_STANDS_FOR

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer the password only: a code proves the phone, which may lie on the desk.

        An account without one gives the password of the outside service again.
        """
        if not user.has_usable_password():
            return [{"id": "provider", "description": "", "url": reverse("provider_go")}]
        return [
            {
                "id": "reauthenticate",
                "description": _("Password"),
                "url": reverse("account_reauthenticate"),
            }
        ]

    def set_password(self, user: Any, password: str) -> None:
        """Keep a password that the member chose."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("staff:account")


def _speak(response: HttpResponse, language: str) -> None:
    """Show the pages in a member's own language, on a browser where none was chosen."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )

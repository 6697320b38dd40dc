"""Nothing but the open pages is answered to someone who has not signed in fully."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from throughcare import clock
from throughcare.access.guards import declaration_of
from throughcare.staff import typed
from throughcare.staff.sessions import whose
from throughcare.staff.viewer import viewer_of

Answer = Callable[[HttpRequest], HttpResponseBase]

# A session is written at most this often, however many pages are read.
TOUCHED_EVERY = timedelta(minutes=1)
# What is answered before the second factor is set up.
SET_UP = frozenset({"mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"})
# What is answered before a password given by an administrator is changed.
CHANGE = frozenset({"account_change_password", "mfa_view_recovery_codes"})


class SignedInMiddleware:
    """Sends whoever is not signed in with two factors to the page that is missing."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        declared = declaration_of(view)
        if declared and declared.open_because:
            return None
        if not is_signed_in(request):
            return _to_sign_in(request)
        _touch(request)
        typed.forget_when_sent(request)
        return _what_is_missing(request)


def is_signed_in(request: HttpRequest) -> bool:
    """Say whether a session is still good: its limits, and the posting it was opened with.

    Another role or office begins with another sign-in.
    """
    if not request.user.is_authenticated or request.user.posting is None:
        return False
    if request.session.get("in_demo") and not settings.DEMO:
        return False
    if request.session.get("posting") != str(request.user.posting.pk):
        return False
    idle = _age(request, "seen_at") >= settings.SESSION_ENDS_IDLE
    return not idle and _age(request, "signed_in_at") < settings.SESSION_ENDS_ANYWAY


def has_both_factors(request: HttpRequest) -> bool:
    """Say whether this session gave a code, or set the codes up, after the password."""
    return bool(request.session.get("second_factor"))


def _what_is_missing(request: HttpRequest) -> HttpResponseBase | None:
    name = request.resolver_match.url_name if request.resolver_match else ""
    if not has_both_factors(request):
        return None if name in SET_UP else redirect("mfa_activate_totp")
    if viewer_of(request).must_change_password:
        return None if name in CHANGE else redirect("account_change_password")
    return None


def _age(request: HttpRequest, since: str) -> timedelta:
    return timedelta(seconds=clock.wall().timestamp() - request.session.get(since, 0))


def _touch(request: HttpRequest) -> None:
    """Write that the session is in use, which moves its end; from where it is used now too."""
    if _age(request, "seen_at") >= TOUCHED_EVERY:
        request.session["seen_at"] = clock.wall().timestamp()
        request.session["address"] = get_adapter().get_client_ip(request)


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Lead to the sign-in page, and from there back: to the page, or to what was typed."""
    entrance = reverse("account_login")
    member_id = _who_was_here(request)
    if request.user.is_authenticated:
        logout(request)
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(entrance)
    if request.method == "GET":
        return redirect(f"{entrance}?{urlencode({'next': request.get_full_path()})}")
    if member_id and typed.keep(request, member_id):
        messages.info(request, _("Your session had ended. Sign in: what you typed is kept."))
        return redirect(f"{entrance}?{urlencode({'next': reverse('staff:typed')})}")
    if member_id:
        messages.warning(
            request,
            _("Your session had ended. What you sent was not taken; send it again when signed in."),
        )
    return redirect(entrance)


def _who_was_here(request: HttpRequest) -> UUID | None:
    """Return whose session this browser had, also when it ended by itself."""
    if request.user.is_authenticated:
        return request.user.pk
    return whose(request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))

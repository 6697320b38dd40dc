"""Signing in through an outside service: the way there, and the way back."""

from dataclasses import asdict
from typing import Any

import structlog
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import open_page
from throughcare.pages.answers import page
from throughcare.staff import identities
from throughcare.staff.middleware import is_signed_in
from throughcare.staff.models import StaffMember
from throughcare.staff.outside import asking, service

log = structlog.get_logger("outside_sign_in")
KEY = "outside_sign_in"
STANDS_FOR = 10 * 60  # seconds between the way there and the way back
BECAUSE = "Whoever is not signed in needs a way to the service that knows them."


@open_page(BECAUSE)
def go(request: HttpRequest) -> HttpResponseBase:
    """Send the browser to the service; whoever is signed in must give its password again."""
    known = _known()
    asked = asking.ask(
        request.build_absolute_uri(reverse("provider_back")),
        clock.wall().timestamp(),
        _safe(request, request.GET.get("next", "")),
        again=is_signed_in(request),
    )
    try:
        there = asking.address(known, asked)
    except (service.Unanswered, service.NotBelieved) as refusal:
        return _refused(request, refusal)
    request.session[KEY] = asdict(asked)
    return redirect(there)


@open_page("The service sends the browser back here; what it brings is checked before it counts.")
def back(request: HttpRequest) -> HttpResponseBase:
    """Take what the browser brings back, and sign in whom it proves."""
    known = _known()
    try:
        asked = _asked(request)
        found = asking.identity(known, asked, request.GET.dict())
        member = identities.member_of(found)
        if is_signed_in(request) and request.user.pk != member.pk:
            raise identities.NobodyHere("another_is_signed_in")
    except (service.Unanswered, service.NotBelieved, identities.NobodyHere) as refusal:
        return _refused(request, refusal)
    if is_signed_in(request):
        record_authentication(request, member, "provider")
        return redirect(asked.onward or "/")
    return _signed_in(request, member, asked.onward)


def _signed_in(request: HttpRequest, member: StaffMember, onward: str) -> HttpResponse:
    """Go on to the second factor, as after a password; a session that had ended goes."""
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, member, "provider")
    entered = Login(user=member)
    entered.redirect_url = onward or None
    return perform_login(request, entered)


def _known() -> service.Provider:
    """Return the service of this installation.

    :raises Http404: there is none.
    """
    known = service.provider()
    if known is None:
        raise Http404
    return known


def _asked(request: HttpRequest) -> service.Asked:
    """Take out of the session what was asked; it is answered once, and soon."""
    kept = request.session.pop(KEY, None)
    if kept is None:
        raise service.NotBelieved("nothing_asked")
    asked = service.Asked(**kept)
    if clock.wall().timestamp() - asked.since > STANDS_FOR:
        raise service.NotBelieved("asked_long_ago")
    if "error" in request.GET:
        raise service.NotBelieved("the_service_refused")
    return asked


def _safe(request: HttpRequest, address: str) -> str:
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if ours else ""


def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """Say that it did not work. The log says why; the page only what its reader can do."""
    log.warning("refused", because=str(refusal), kind=type(refusal).__name__)
    return page(request, "staff/provider_refused.html", {"says": _sentence(refusal)}, status=403)


def _sentence(refusal: Exception) -> Any:
    if isinstance(refusal, service.Unanswered):
        return _("The sign-in service does not answer. Try again in a few minutes.")
    if isinstance(refusal, service.NotBelieved):
        return _(
            "What the sign-in service answered does not fit. Start again from the sign-in page."
        )
    return _("This identity opens no account here. Ask your administrator for one.")

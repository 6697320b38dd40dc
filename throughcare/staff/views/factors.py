"""A member's second factors: security keys added, named and removed; codes removed."""

import json
from collections.abc import Callable
from functools import wraps

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import auto_generate_recovery_codes
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughcare.pages.answers import page
from throughcare.refusal import Refused
from throughcare.staff import factors, keys
from throughcare.staff.commands import factors as commands
from throughcare.staff.forms.keys import AddKeyForm, NameKeyForm
from throughcare.staff.middleware import has_both_factors
from throughcare.staff.sessions import end_sessions
from throughcare.staff.viewer import viewer_of
from throughcare.staff.views.sign_in import first_factor_only_once, own_page

View = Callable[..., HttpResponseBase]


def after_password(view: View) -> View:
    """Ask for the password first, when it was given more than ten minutes ago."""
    asked: View = reauthentication_required(app="allauth.mfa")(view)
    return asked


def of_one(kind: tuple[str, ...]) -> Callable[[View], View]:
    """Give a view the member's own factor of one of these kinds, in place of its number."""

    def wrap(view: View) -> View:
        @wraps(view)
        def found(request: HttpRequest, number: str) -> HttpResponseBase:
            own = Authenticator.objects.filter(user=viewer_of(request), type__in=kind)
            # The demo's numbers are below nothing, so that they meet no others.
            factor = next((each for each in own if str(each.pk) == number), None)
            if factor is None:
                raise Http404
            return view(request, factor)

        return found

    return wrap


@own_page
@first_factor_only_once
@after_password
def add_key(request: HttpRequest) -> HttpResponse:
    """Add a security key, also as the first factor of an account."""
    member = viewer_of(request)
    form = AddKeyForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        commands.add_key(name=said["name"], answer=said["credential"], by=member)
        return _added(request)
    found = {"form": form, "options": json.dumps(keys.options_to_add(member))}
    return page(request, "staff/add_key.html", found | {"first": not has_both_factors(request)})


@own_page
@after_password
@of_one((Authenticator.Type.WEBAUTHN,))
def name_key(request: HttpRequest, key: Authenticator) -> HttpResponse:
    """Call a key by another name."""
    form = NameKeyForm(request.POST or None, initial={"name": str(key)})
    if form.is_valid():
        commands.name_key(key=key, by=viewer_of(request), **form.cleaned_data)
        messages.success(request, _("The key has its new name."))
        return redirect("staff:account")
    return page(request, "staff/name_key.html", {"form": form, "key": key})


@own_page
@after_password
@of_one((Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP))
def remove_factor(request: HttpRequest, factor: Authenticator) -> HttpResponse:
    """Remove a key or the one-time codes, after asking; never the last factor."""
    refused = ""
    if request.method == "POST":
        try:
            commands.remove_factor(factor=factor, by=viewer_of(request))
        except Refused as refusal:
            refused = str(refusal)
        else:
            end_sessions(viewer_of(request), but=request.session.session_key)
            messages.success(request, _("It is removed, and your other sessions have ended."))
            return redirect("staff:account")
    found = {"factor": factor, "last": factors.is_last(factor), "refused": refused}
    return page(request, "staff/remove_factor.html", found, status=422 if refused else 200)


def _added(request: HttpRequest) -> HttpResponse:
    """Let the session go on with both factors; show recovery codes to whoever had none."""
    request.session["second_factor"] = True
    end_sessions(viewer_of(request), but=request.session.session_key)
    if auto_generate_recovery_codes(request):
        return redirect("mfa_view_recovery_codes")
    messages.success(request, _("The key is added. Try it when you sign in next."))
    return redirect("staff:account")

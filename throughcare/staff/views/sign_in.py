"""Signing in and out, and the second factor: allauth's pages under our declarations.

None of them runs in one transaction: a try must stay counted when the page refuses.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from throughcare.access import DataClass, Permission, Relation, open_page
from throughcare.access.guards import Declaration
from throughcare.staff import codes, factors
from throughcare.staff.middleware import has_both_factors
from throughcare.staff.sessions import end_sessions
from throughcare.staff.viewer import viewer_of

View = Callable[..., HttpResponseBase]


def put_right(view: View) -> View:
    """Answer 422 to a form with errors, as every page does."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        shown = getattr(response, "context_data", None) or {}
        forms = [form for form in (shown.get("form"), shown.get("webauthn_form")) if form]
        if any(form.is_bound and form.errors for form in forms):
            response.status_code = 422
        return response

    return answered


def own_page(view: View) -> View:
    """Declare a page of one's own account that keeps its own transactions."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated or not request.user.may(Permission.OWN_ACCOUNT):
            raise Http404
        return view(request, *args, **kwargs)

    guarded.declaration = Declaration(  # type: ignore[attr-defined]
        Permission.OWN_ACCOUNT, Relation.NONE, DataClass.STAFF
    )
    return guarded


def first_factor_only_once(view: View) -> View:
    """Let a session without a second factor set up the first one of an account, no further one.

    When the account has one by now, whoever gave only the password starts over.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not has_both_factors(request) and factors.has_any(viewer_of(request)):
            logout(request)
            return redirect("account_login")
        return view(request, *args, **kwargs)

    return guarded


@first_factor_only_once
def set_up_once(request: HttpRequest) -> HttpResponseBase:
    """Set up one-time codes, in the session that gave the password; other sessions end."""
    if codes.has_one_time(viewer_of(request)):
        return redirect("staff:account")
    response = totp.activate_totp(request)
    if codes.has_one_time(viewer_of(request)):
        request.session["second_factor"] = True
        end_sessions(viewer_of(request), but=request.session.session_key)
    return response


def recovery_codes_or_new(request: HttpRequest) -> HttpResponseBase:
    """Show the codes, or for an account that has none the page that makes them."""
    try:
        return recovery_codes.view_recovery_codes(request)
    except Http404:
        return redirect("mfa_generate_recovery_codes")


def own_account(request: HttpRequest) -> HttpResponseBase:
    """Lead to the page of one's account."""
    return redirect("staff:account")


sign_in = open_page("Whoever is not signed in needs a place to sign in.")(put_right(account.login))
sign_out = open_page("Signing out works also when the session has ended already.")(account.logout)
code = open_page("The second step of signing in; it answers only after a right password.")(
    put_right(second_factor.authenticate)
)
set_up = own_page(put_right(set_up_once))
see_recovery_codes = own_page(recovery_codes_or_new)
new_recovery_codes = own_page(put_right(recovery_codes.generate_recovery_codes))
change_password = own_page(put_right(account.password_change))
again = own_page(put_right(account.reauthenticate))
account_page = own_page(own_account)

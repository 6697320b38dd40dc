"""All staff: the list, one member's postings, and what an administrator does with accounts."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.pages.answers import page
from throughcare.staff import queries
from throughcare.staff.commands import accounts, identities, postings
from throughcare.staff.forms.staff import (
    AccountForm,
    EmailForm,
    EndPostingForm,
    PostingForm,
    ReasonForm,
)
from throughcare.staff.models import StaffMember
from throughcare.staff.viewer import viewer_of


class Act(NamedTuple):
    """What a page about a member is called, what follows from it, and its button."""

    title: Any
    says: Any
    button: Any


POST = Act(
    gettext_lazy("New posting"),
    gettext_lazy("A posting that runs on that day ends with it."),
    gettext_lazy("Keep the posting"),
)
END = Act(
    gettext_lazy("End the posting"),
    gettext_lazy("Files still held are then uncovered, held by the manager. Transfer them first."),
    gettext_lazy("End the posting"),
)
CLOSE = Act(
    gettext_lazy("Close the account"),
    gettext_lazy("Sessions end at once, and nobody signs in with this account."),
    gettext_lazy("Close the account"),
)
RESET = Act(
    gettext_lazy("New first password"),
    gettext_lazy(
        "For a lost phone or a forgotten password. Recognize the person first. Sessions, phone, "
        "keys and recovery codes of the account end now."
    ),
    gettext_lazy("Give a new first password"),
)
REOPEN = Act(
    gettext_lazy("Open the account again"),
    gettext_lazy("The account gets a new first password; phone and codes are set up afresh."),
    gettext_lazy("Open the account again"),
)
EMAIL = Act(
    gettext_lazy("E-mail address"),
    gettext_lazy("It opens the account at the first sign-in through your outside service."),
    gettext_lazy("Keep the address"),
)
managed = page_for(Permission.MANAGE_STAFF, relation=Relation.NONE, data_class=DataClass.STAFF)
seen = page_for(Permission.SEE_STAFF, relation=Relation.NONE, data_class=DataClass.STAFF)


@seen
def staff(request: HttpRequest) -> HttpResponse:
    """List everyone, or those whose name or office was asked for."""
    find = request.GET.get("q", "").strip()
    lines = queries.staff_list(clock.today(), find)
    found = {
        "lines": lines,
        "find": find,
        "manages": viewer_of(request).may(Permission.MANAGE_STAFF),
    }
    return page(request, "staff/list.html", found)


@seen
def member(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Show a member and every posting."""
    found = {
        "member": _member(member_id),
        "today": clock.today(),
        "manages": viewer_of(request).may(Permission.MANAGE_STAFF),
    }
    return page(request, "staff/member.html", found)


@managed
def open_account(request: HttpRequest) -> HttpResponse:
    """Give someone an account; the answer shows the first password, once."""
    form = AccountForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusal():
            opened, password = accounts.open_account(by=viewer_of(request), **form.cleaned_data)
            return _first_password(request, opened, password)
    return page(request, "staff/open_account.html", {"form": form})


@managed
def post(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Give a member a role at an office."""
    whom = _member(member_id)
    form = PostingForm(request.POST or None, initial={"starts_on": clock.today()})
    if form.is_valid():
        with form.showing_refusal():
            postings.post_member(member=whom, by=viewer_of(request), **form.said())
            messages.success(request, _("Posting kept."))
            return redirect("staff:member", whom.pk)
    return page(request, "staff/act.html", {"form": form, "member": whom, "act": POST})


@managed
def end_posting(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """End the posting that a member has today."""
    whom = _member(member_id)
    if whom.posting is None:
        raise Http404
    form = EndPostingForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusal():
            postings.end_posting(posting=whom.posting, by=viewer_of(request), **form.cleaned_data)
            messages.success(request, _("The posting ends."))
            return redirect("staff:member", whom.pk)
    return page(request, "staff/act.html", {"form": form, "member": whom, "act": END})


@managed
def close_account(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Close an account at once."""
    whom = _member(member_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusal():
            accounts.close_account(member=whom, by=viewer_of(request), **form.cleaned_data)
            messages.success(request, _("The account is closed and its sessions have ended."))
            return redirect("staff:member", whom.pk)
    return page(request, "staff/act.html", {"form": form, "member": whom, "act": CLOSE})


@managed
def set_email(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Write down under which address the outside sign-in service knows a member."""
    whom = _member(member_id)
    form = EmailForm(request.POST or None, initial={"email": whom.email})
    if form.is_valid():
        with form.showing_refusal():
            email = form.cleaned_data["email"]
            identities.set_email(member=whom, email=email, by=viewer_of(request))
            messages.success(request, _("Address kept."))
            return redirect("staff:member", whom.pk)
    return page(request, "staff/act.html", {"form": form, "member": whom, "act": EMAIL})


@managed
def reset_sign_in(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Give a member who lost phone or password a first password."""
    return _give_password(request, member_id, accounts.reset_sign_in, RESET)


@managed
def reopen_account(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Open a closed account again."""
    return _give_password(request, member_id, accounts.reopen_account, REOPEN)


def _give_password(
    request: HttpRequest, member_id: UUID, act: Callable[..., str], words: Act
) -> HttpResponse:
    whom = _member(member_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusal():
            password = act(member=whom, by=viewer_of(request), **form.cleaned_data)
            return _first_password(request, whom, password)
    return page(request, "staff/act.html", {"form": form, "member": whom, "act": words})


def _first_password(request: HttpRequest, whom: StaffMember, password: str) -> HttpResponse:
    return page(request, "staff/first_password.html", {"member": whom, "password": password})


def _member(member_id: UUID) -> StaffMember:
    """Return an account with its postings.

    :raises Http404: when there is none.
    """
    found = queries.member_with_past(member_id, clock.today())
    if found is None:
        raise Http404
    return found

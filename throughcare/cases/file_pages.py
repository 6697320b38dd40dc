"""What every page of a file needs: the file itself, its header, and how an act is sent.

The views of higher duties use it too.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.forms.pieces import FileForm
from throughcare.cases.handover import ChangedMeanwhile
from throughcare.cases.header import header_of
from throughcare.cases.models import Case
from throughcare.cases.queries import case_for
from throughcare.cases.queries.file import FileState, state_of
from throughcare.pages.answers import page
from throughcare.people.queries import person_card
from throughcare.refusal import Refused

forms = require_http_methods(["GET", "HEAD", "POST"])


def state_or_404(request: HttpRequest, number: str) -> FileState:
    """Return how a file stands today.

    :raises Http404: when there is none, and just the same when it is closed to the viewer.
    """
    member: Any = request.user
    try:
        case = case_for(member, number)
    except Case.DoesNotExist:
        raise Http404 from None
    return state_of(case, member, clock.today())


def file_page(
    request: HttpRequest, template: str, state: FileState, tab: str, known: dict[str, Any]
) -> HttpResponse:
    """Return a page of a file, under the header that all its pages share."""
    card = person_card(state.case.person_id, on=clock.today())
    if card is None:
        raise Http404
    shared = {
        "state_of_file": state,
        "case": state.case,
        "card": card,
        "header": header_of(state, card, tab),
        "today": clock.today(),
        "may": may_do(request),
    }
    return page(request, template, shared | known)


def may_do(request: HttpRequest) -> dict[str, bool]:
    """Return what the viewer's role may do to files, for the links of a page."""
    member: Any = request.user
    return {
        "write": member.may(Permission.WRITE_CASE),
        "assign": member.may(Permission.ASSIGN_CASE),
        "transfer": member.may(Permission.TRANSFER_CASE),
        "restrict": member.may(Permission.RESTRICT_CASE),
        "keep": member.may(Permission.KEEP_DOCUMENT),
        "open": member.may(Permission.OPEN_CASE),
        "approve": member.may(Permission.APPROVE_DECISION),
        "erase": member.may(Permission.ASK_ERASURE),
    }


def act(
    request: HttpRequest,
    number: str,
    form_class: Callable[..., FileForm],
    do: Callable[[FileState, dict[str, Any]], Any],
    *,
    then: str = "cases:file",
    tab: str = "",
) -> HttpResponse:
    """Show the form of an act; sent whole, do it, say so and go on.

    What the command refuses stands beside the field it names, and all that was typed stays.
    """
    state = state_or_404(request, number)
    sent = request.POST if request.method == "POST" else None
    member: Any = request.user
    form = form_class(sent, state=state, member=member)
    if form.is_valid():
        try:
            do(state, form.said)
        except Refused as refusal:
            form.refuse(refusal)
            if isinstance(refusal, ChangedMeanwhile):
                _show_what_stands(form)
        else:
            messages.success(request, str(form.done))
            return redirect(then, *([] if then == "cases:list" else [number]))
    return file_page(request, "cases/act.html", state, tab, {"form": form, "title": form.title})


def _show_what_stands(form: FileForm) -> None:
    """Send the form again against what stands now, which the page shows."""
    said: Any = form.data
    fresh = said.copy()
    fresh["instead_of"] = form.fields["instead_of"].initial or ""
    form.data = fresh

"""Who looked at a file, and saying why one looked."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands.look_reason import explain_look
from throughcare.cases.file_pages import act, file_page, forms, state_or_404
from throughcare.cases.forms.looking import WhyLookedForm
from throughcare.cases.looked import PAGE, lines_of
from throughcare.cases.queries.own_looks import unexplained_looks
from throughcare.pages.answers import page


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def looked(request: HttpRequest, number: str) -> HttpResponse:
    """Show who saw the person: who, in what role, when, which page, and why where that was said."""
    member: Any = request.user
    state = state_or_404(request, number)
    named = request.GET.get("show") == "named"
    before = _moment(request.GET.get("before", ""))
    lines = lines_of(state.case, member, min(before, clock.now()), named=named)
    earlier = lines[-1].at.isoformat() if len(lines) == PAGE else ""
    known = {"lines": lines, "named": named, "earlier": earlier}
    return file_page(request, "cases/looked.html", state, "record", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def why(request: HttpRequest, number: str) -> HttpResponse:
    """Say why one looked at a file, today or on one of the days before."""
    member: Any = request.user
    return act(
        request,
        number,
        WhyLookedForm,
        lambda state, said: explain_look(case=state.case, by=member, **said),
    )


@page_for(Permission.SEE_CASE, relation=Relation.NONE, data_class=DataClass.CASE)
@require_safe
def own_looks(request: HttpRequest) -> HttpResponse:
    """Show members which files they looked at of late without a reason on record."""
    member: Any = request.user
    return page(request, "cases/own_looks.html", {"looks": unexplained_looks(member)})


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return clock.now()
    return moment if moment.tzinfo else clock.now()

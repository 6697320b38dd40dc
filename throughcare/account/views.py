"""The account of a file: its page, its paper, and its export."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, Use, page_for
from throughcare.account.export.writing import as_text
from throughcare.account.forms import SPANS, USUAL, PeriodForm, chosen, period_of, show_of
from throughcare.account.grouping import SHOWS
from throughcare.account.paper import paper_of
from throughcare.account.queries import account_of_case, exported
from throughcare.account.undone import undone_of
from throughcare.cases.file_pages import file_page, state_or_404
from throughcare.pages.answers import page


@page_for(Permission.RUN_OFFICE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def undone(request: HttpRequest) -> HttpResponse:
    """Show the open work of the office in its uncovered files."""
    member: Any = request.user
    return page(request, "account/undone.html", {"lines": undone_of(member, clock.today())})


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def account(request: HttpRequest, number: str) -> HttpResponse:
    """Show every obligation of a period, each with its ending, by order and condition."""
    state = state_or_404(request, number)
    form = PeriodForm(request.GET if request.GET.keys() & {"first", "last"} else None)
    period = period_of(form, request.GET, state.case.opened_on)
    show = show_of(request.GET)
    known = {
        "account": account_of_case(state.case, period, clock.today(), show),
        "form": form,
        "spans": _spans(request),
        "shows": [(_query(request, show=each), SHOWS[each].words, each == show) for each in SHOWS],
        "query": _query(request),
    }
    return file_page(request, "account/account.html", state, "account", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.PRINT)
@require_safe
def paper(request: HttpRequest, number: str) -> HttpResponse:
    """Answer with the account as a tagged PDF."""
    state = state_or_404(request, number)
    period = period_of(PeriodForm(request.GET), request.GET, state.case.opened_on)
    shown = account_of_case(state.case, period, clock.today())
    answer = HttpResponse(paper_of(state.case, shown), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="account-{state.case.number}.pdf"'
    return answer


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.EXPORT)
@require_safe
def export(request: HttpRequest, number: str) -> HttpResponse:
    """Answer with the account and everything it rests on, for anyone to compute again."""
    state = state_or_404(request, number)
    period = period_of(PeriodForm(request.GET), request.GET, state.case.opened_on)
    text = as_text(exported(state.case, period, clock.today()))
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="account-{state.case.number}.json"'
    return answer


def _spans(request: HttpRequest) -> list[tuple[str, Any, bool]]:
    own_days = request.GET.keys() & {"first", "last"}
    current = "" if own_days else chosen(request.GET, "span", SPANS, USUAL)
    show = show_of(request.GET)
    return [
        (urlencode({"span": each, "show": show}), words, each == current)
        for each, (words, _length) in SPANS.items()
    ]


def _query(request: HttpRequest, **instead: str) -> str:
    """Return the query of this page with something else in it."""
    kept = {name: request.GET[name] for name in ("span", "first", "last") if name in request.GET}
    return urlencode(kept | instead)

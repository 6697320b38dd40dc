"""The file itself: overview, record, and its one-page summary."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, Use, page_for
from throughcare.cases.file_pages import file_page, state_or_404
from throughcare.cases.file_parts import overview_of
from throughcare.cases.queries import past
from throughcare.cases.queries.file import FileState
from throughcare.cases.queries.own_looks import is_asked_why
from throughcare.cases.timeline import FILTERS, newest_of, timeline_of
from throughcare.record.reading import reading_once

ENTRIES = 25


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def overview(request: HttpRequest, number: str) -> HttpResponse:
    """Show how a file stands and what happened last."""
    state = state_or_404(request, number)
    with reading_once():
        return file_page(request, "cases/file.html", state, "file", _overview(request, state))


def _overview(request: HttpRequest, state: FileState) -> dict[str, Any]:
    member: Any = request.user
    known = {
        "held": state.been.held,
        "levels": state.been.levels,
        "aways": state.been.aways,
        "transfers": state.been.transfers,
        "timeline": newest_of(past.newest_entries(state.case), past.NEWEST),
        "entry_count": past.count_of_entries(state.case),
        "is_asked_why": is_asked_why(state, member),
    }
    return known | overview_of(state.case, member, clock.today())


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.PRINT)
@require_safe
def summary(request: HttpRequest, number: str) -> HttpResponse:
    """Show a file on one page, to print or to copy into another system."""
    state = state_or_404(request, number)
    known = {
        "held": state.been.held,
        "levels": state.been.levels,
        "aways": state.been.aways,
        "transfers": state.been.transfers,
    }
    return file_page(request, "cases/summary.html", state, "", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Show every act on a file and its person: who, when, what it changed."""
    state = state_or_404(request, number)
    chosen = request.GET.get("show", "all")
    entries = past.entries_of_file(state.case)
    if chosen in FILTERS and chosen != "all":
        entries = entries.filter(FILTERS[chosen].kept)
    pages = Paginator(entries, ENTRIES).get_page(request.GET.get("page"))
    known = {
        "pages": pages,
        "lines": timeline_of(pages.object_list),
        "filters": [(each, FILTERS[each].words, each == chosen) for each in FILTERS],
        "pages_query": f"&show={chosen}",
    }
    return file_page(request, "cases/record.html", state, "record", known)

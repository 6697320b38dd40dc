"""The list of files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import may_do
from throughcare.cases.queries import caseload
from throughcare.cases.queries.holders import numbers_left
from throughcare.pages.answers import page


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Show the files of a member or of their office, sixty on a page."""
    member: Any = request.user
    today = clock.today()
    scope = caseload.scope_of(member, request.GET.get("whose", ""))
    files = caseload.cases_of(member, scope, today)
    filters = caseload.filters_of(member, today, scope)
    chosen = request.GET.get("show", "all")
    chosen = chosen if chosen in filters else "all"
    kept = files.filter(filters[chosen][1]).order_by("person__sort_key", "number")
    counted = caseload.counted_filters(member, today, chosen=chosen, scope=scope)
    paginator = Paginator(kept, caseload.PAGE)
    paginator.count = next(each.count for each in counted if each.current)  # counted already
    pages = paginator.get_page(request.GET.get("page"))
    lines = caseload.case_lines(pages.object_list, today)
    known = {
        "may": may_do(request),
        "scope": scope,
        "pages_query": f"&whose={scope}&show={chosen}",
        "filters": counted,
        "pages": pages,
        "lines": lines,
        "left": numbers_left([line.number for line in lines], today),
    }
    return page(request, "cases/cases.html", known)

"""Open files counted."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.queries.counts import counts_for_analysts
from throughcare.pages.answers import page


@page_for(Permission.SEE_COUNTS, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """Show how many files are open, by kind, level and language; no person, no file."""
    today = clock.today()
    return page(
        request,
        "cases/counts.html",
        {"groups": counts_for_analysts(today), "today": today},
    )

"""Files to begin with, for whoever brings orders or a caseload in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.orders.importing import files
from throughcare.pages.answers import page

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
FOR_SPREADSHEETS = "\N{ZERO WIDTH NO-BREAK SPACE}"


@page_for(Permission.OPEN_CASE, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def bringing(request: HttpRequest) -> HttpResponse:
    """Show how orders and a caseload are brought in, with files to begin with."""
    offered = [(kind, form) for kind in files.KINDS for form in files.FORMS]
    return page(request, "orders/bringing.html", {"offered": offered})


@page_for(Permission.OPEN_CASE, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def template(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """Send a file to begin with, with one invented row.

    :raises Http404: for a kind or a form that is not offered.
    """
    if kind not in files.KINDS or form not in files.FORMS:
        raise Http404
    begins = FOR_SPREADSHEETS if form == "csv" else ""
    answer = HttpResponse(begins + files.template(kind, form), content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{kind}.{form}"'
    return answer

"""Lists: files, the office, counts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import holding
from throughcare.cases.forms.holding import CoverOfficerForm
from throughcare.cases.queries import caseload, office
from throughcare.cases.views.pieces import may_do
from throughcare.pages.answers import page
from throughcare.refusal import Refused


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Show the files of a member or of their office, sixty on a page."""
    member: Any = request.user
    today = clock.today()
    scope = caseload.scope_of(member, request.GET.get("whose", ""))
    files = caseload.cases_of(member, scope, today)
    filters = caseload.filters_of(member, today)
    chosen = request.GET.get("show", "all")
    chosen = chosen if chosen in filters else "all"
    kept = files.filter(filters[chosen][1]).order_by("person__sort_key", "number")
    counted = caseload.counted_filters(files, member, today, chosen=chosen)
    paginator = Paginator(kept, caseload.PAGE)
    paginator.count = next(each.count for each in counted if each.current)  # counted already
    pages = paginator.get_page(request.GET.get("page"))
    known = {
        "may": may_do(request),
        "scope": scope,
        "pages_query": f"&whose={scope}&show={chosen}",
        "filters": counted,
        "pages": pages,
        "lines": caseload.case_lines(pages.object_list, today),
    }
    return page(request, "cases/cases.html", known)


@page_for(Permission.SEE_OFFICE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def office_page(request: HttpRequest) -> HttpResponse:
    """Show what waits in an office, and how many files each officer holds."""
    member: Any = request.user
    today = clock.today()
    known = {
        "may": may_do(request),
        "office": member.office,
        "today": today,
        "uncovered": office.uncovered_files(member, today),
        "transfers": office.waiting_transfers(member, today),
        "caseloads": office.caseloads(member, today),
        "restricted": office.restricted_files(member, today),
        "covers": office.covers_of_office(member, today),
        "file_covers": office.file_covers(member, today),
    }
    known["files"] = sum(each.files for each in known["caseloads"]) + len(known["uncovered"])
    return page(request, "cases/office.html", known)


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def cover_officer(request: HttpRequest) -> HttpResponse:
    """Have all files of an officer covered for a time."""
    member: Any = request.user
    form = CoverOfficerForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        try:
            holding.cover_cases(by=member, **form.said)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, str(form.done))
            return redirect("cases:office")
    return page(request, "cases/cover_officer.html", {"form": form})


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def end_cover(request: HttpRequest, cover: UUID) -> HttpResponse:
    """End the cover of an officer's files, after asking."""
    member: Any = request.user
    covers = office.covers_of_office(member, clock.today())
    standing = next((each for each in covers if each.pk == cover), None)
    if standing is None:
        raise Http404
    if request.method == "POST":
        holding.end_cover(cover=standing, by=member)
        messages.success(request, _("The cover has ended."))
        return redirect("cases:office")
    return page(request, "cases/end_cover.html", {"cover": standing})


@page_for(Permission.SEE_COUNTS, relation=Relation.NONE, data_class=DataClass.NONE)
@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """Show how many files are open, by kind, level and language; no person, no file."""
    today = clock.today()
    return page(
        request,
        "cases/counts.html",
        {"groups": office.counts_for_analysts(today), "today": today},
    )

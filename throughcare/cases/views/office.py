"""The office: what waits, and the cover of its officers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import covering
from throughcare.cases.file_pages import may_do
from throughcare.cases.forms.covering import CoverOfficerForm
from throughcare.cases.queries import caseloads, office
from throughcare.pages.answers import page


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
        "caseloads": caseloads.caseloads(member, today),
        "restricted": office.restricted_files(member, today),
        "covers": caseloads.covers_of_office(member, today),
        "file_covers": caseloads.file_covers(member, today),
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
        with form.showing_refusal():
            covering.cover_cases(by=member, **form.said)
            messages.success(request, str(form.done))
            return redirect("cases:office")
    return page(request, "cases/cover_officer.html", {"form": form})


@page_for(Permission.ASSIGN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def end_cover(request: HttpRequest, cover: UUID) -> HttpResponse:
    """End the cover of an officer's files, or of one file, after asking."""
    member: Any = request.user
    standing = caseloads.cover_at_office(member, cover, clock.today())
    if standing is None:
        raise Http404
    if request.method == "POST":
        covering.end_cover(cover=standing, by=member)
        messages.success(request, _("The cover has ended."))
        case = standing.case
        return redirect("cases:file", case.number) if case else redirect("cases:office")
    return page(request, "cases/end_cover.html", {"cover": standing})

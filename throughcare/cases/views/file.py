"""The file itself: overview, identity, documents, record, and its one-page summary."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.models import Case
from throughcare.cases.queries import file as files
from throughcare.cases.queries import visible_cases
from throughcare.cases.timeline import FILTERS, timeline_of
from throughcare.cases.views.pieces import file_page, state_or_404
from throughcare.documents import commands as documents
from throughcare.documents.forms import DocumentForm, MisfiledForm
from throughcare.documents.models import Document
from throughcare.documents.queries import documents_of, serve
from throughcare.refusal import Refused

NEWEST = 10
ENTRIES = 25
FORMS = ["GET", "HEAD", "POST"]


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def overview(request: HttpRequest, number: str) -> HttpResponse:
    """Show how a file stands and what happened last."""
    state = state_or_404(request, number)
    entries = files.entries_of_file(state.case)
    known = {
        "held": files.held_by(state.case),
        "levels": files.levels_of(state.case),
        "aways": files.aways_of(state.case),
        "transfers": files.transfers_of(state.case),
        "timeline": timeline_of(entries[:NEWEST]),
        "entry_count": entries.count(),
    }
    return file_page(request, "cases/file.html", state, "file", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def summary(request: HttpRequest, number: str) -> HttpResponse:
    """Show a file on one page, to print or to copy into another system."""
    state = state_or_404(request, number)
    known = {
        "held": files.held_by(state.case),
        "levels": files.levels_of(state.case),
        "aways": files.aways_of(state.case),
        "transfers": files.transfers_of(state.case),
    }
    return file_page(request, "cases/summary.html", state, "", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def papers(request: HttpRequest, number: str) -> HttpResponse:
    """Show the documents of a file; keep another."""
    state = state_or_404(request, number)
    member: Any = request.user
    may_keep = member.may(Permission.KEEP_DOCUMENT)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = DocumentForm(*sent)
    if may_keep and form.is_valid():
        try:
            kept = documents.keep_document(**form.said, by=member, case=state.case)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Kept: %(title)s") % {"title": kept.title})
            return redirect("cases:documents", number)
    known = {
        "documents": documents_of(case_id=state.case.pk),
        "form": form if may_keep else None,
        "misfile_url": "cases:misfiled" if may_keep else None,
    }
    return file_page(request, "cases/documents.html", state, "documents", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def paper(request: HttpRequest, document: UUID) -> FileResponse:
    """Send a document of a file to be saved."""
    return serve(_document(request, document)[0])


@page_for(Permission.KEEP_DOCUMENT, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def misfiled(request: HttpRequest, document: UUID) -> HttpResponse:
    """Set aside a document that belongs elsewhere."""
    member: Any = request.user
    kept, case = _document(request, document)
    state = state_or_404(request, case.number)
    form = MisfiledForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            documents.mark_misfiled(document=kept, by=member, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Set aside: %(title)s") % {"title": kept.title})
            return redirect("cases:documents", case.number)
    known = {"form": form, "document": kept, "title": kept.title}
    return file_page(request, "cases/misfiled.html", state, "documents", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Show every act on a file and its person: who, when, what it changed."""
    state = state_or_404(request, number)
    chosen = request.GET.get("show", "all")
    entries = files.entries_of_file(state.case)
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


def _document(request: HttpRequest, id: UUID) -> tuple[Document, Case]:
    """Return a document with its file.

    :raises Http404: when there is none, or its file is closed to the viewer.
    """
    member: Any = request.user
    found = Document.objects.filter(pk=id, misfiled_at=None).first()
    if found is None or found.case_id is None:
        raise Http404
    case = visible_cases(member, clock.today()).filter(pk=found.case_id).first()
    if case is None:
        raise Http404
    return found, case

"""The documents of a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, Use, looks, page_for
from throughcare.cases.file_pages import file_page, state_or_404
from throughcare.cases.models import Case
from throughcare.cases.queries import visible_cases
from throughcare.documents import commands as documents
from throughcare.documents.forms import DocumentForm, MisfiledForm
from throughcare.documents.models import Document
from throughcare.documents.queries import documents_of, serve

FORMS = ["GET", "HEAD", "POST"]


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
        with form.showing_refusal():
            kept = documents.keep_document(**form.said, by=member, case=state.case)
            messages.success(request, _("Kept: %(title)s") % {"title": kept.title})
            return redirect("cases:documents", number)
    known = {
        "documents": documents_of(case_id=state.case.pk),
        "form": form if may_keep else None,
        "misfile_url": "cases:misfiled" if may_keep else None,
    }
    return file_page(request, "cases/documents.html", state, "documents", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE, use=Use.EXPORT)
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
        with form.showing_refusal():
            documents.mark_misfiled(document=kept, by=member, **form.cleaned_data)
            messages.success(request, _("Set aside: %(title)s") % {"title": kept.title})
            return redirect("cases:documents", case.number)
    known = {"form": form, "document": kept, "title": kept.title}
    return file_page(request, "cases/misfiled.html", state, "documents", known)


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
    looks.shows_case(case.pk, case.person_id)
    return found, case

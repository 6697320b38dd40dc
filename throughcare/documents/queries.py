"""Documents of a case or a person, and the answer that sends one."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import FileResponse

from throughcare.documents.models import ContentText, Document
from throughcare.documents.store import path_of

NOTHING_RUNS = "sandbox; default-src 'none'"


def documents_of(
    *, case_id: UUID | None = None, person_id: UUID | None = None, misfiled: bool = False
) -> QuerySet[Document]:
    """Return the documents of a case or of a person, newest first, or those set aside there.

    One query. Exactly one owner is asked about.

    :raises TypeError: when none or both are given.
    """
    if (case_id is None) == (person_id is None):
        raise TypeError("Ask for the documents of one case or of one person.")
    owner = {"case_id": case_id} if case_id else {"person_id": person_id}
    found = Document.objects.filter(**owner, misfiled_at__isnull=not misfiled)
    return found.order_by("-kept_at", "-id")


def text_of(document: Document) -> str:
    """Return the words found in a document; nothing for a picture. One query."""
    return (
        ContentText.objects.filter(sha256=document.sha256).values_list("text", flat=True).first()
        or ""
    )


def serve(document: Document) -> FileResponse:
    """Return the answer that sends a document to be saved, never shown by the browser.

    Whoever calls this has checked that the viewer may see the document. The type is the one
    found in the content; a browser may not guess another, and nothing in it runs.

    :raises FileNotFoundError: when the content is missing from its folder.
    """
    answer = FileResponse(
        path_of(document.sha256).open("rb"),
        as_attachment=True,
        filename=document.file_name,
        content_type=document.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = NOTHING_RUNS
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store, private"
    return answer

"""Keeping papers, naming them better, and setting aside what was filed in the wrong place."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.documents.inspection import LARGEST, inspect, with_suffix
from throughcare.documents.models import ContentText, Document, State
from throughcare.documents.names import LONGEST_NAME, display_name
from throughcare.documents.reading import Reading
from throughcare.documents.refusals import NameTooLong
from throughcare.documents.store import Arrival, Content, arriving, keep
from throughcare.record.entries import About, Actor, OpenEntry, entry
from throughcare.refusal import Refused


class FormUsedAlready(Refused): ...


class NeedsTitle(Refused): ...


class NeedsReason(Refused): ...


class Misfiled(Refused): ...


@transaction.atomic
def keep_document(
    *,
    id: UUID,
    content: Content,
    file_name: str,
    title: str,
    kind: str,
    by: Actor,
    case: About | None = None,
    person: About | None = None,
) -> Document:
    """Keep a paper on a case or a person and return it; the same form sent again changes nothing.

    The content is written first and lasts before its row does: a row without content cannot be.
    A file that is refused leaves neither.

    :raises FileRefused: when the file is not fit to be kept; subclasses say why.
    :raises FormUsedAlready: when the form kept another file before.
    :raises NeedsTitle: for a title of blanks.
    """
    name = display_name(file_name)
    if len(name) > LONGEST_NAME:
        raise NameTooLong
    titled = _titled(title)
    with arriving(content, most=LARGEST) as arrival:
        _wait_for_same_form(id)
        if kept := Document.objects.filter(id=id).first():
            return _same_or_refused(kept, arrival)
        reading = inspect(arrival, name)
        keep(arrival)
    document = Document(
        id=id,
        case_id=case.id if case else None,
        person_id=person.id if person else None,
        title=titled,
        kind=kind,
        kept_at=clock.now(),
        kept_by_id=by.id,
        kept_by_name=by.full_name,
    )
    _describe(document, name, arrival, reading)
    with entry("documents.kept", by=by, case=case, person=person):
        document.save(force_insert=True)
        _keep_text(arrival, reading)
    return document


@transaction.atomic
def retitle(*, document: Document, title: str, by: Actor) -> Document:
    """Give a document another title and return it; the old one stays in its history.

    :raises NeedsTitle: for a title of blanks.
    :raises Misfiled: when the document was set aside.
    """
    standing = _standing(document)
    standing.title = _titled(title)
    with _entry_on(standing, "documents.retitled", by=by):
        standing.save(update_fields=["title"])
    return standing


@transaction.atomic
def mark_misfiled(*, document: Document, reason: str, by: Actor) -> Document:
    """Set aside a document that belongs elsewhere, and return it. Nothing is ever deleted.

    :raises NeedsReason: without a reason.
    :raises Misfiled: when it was set aside before.
    """
    standing = _standing(document)
    if not reason.strip():
        raise NeedsReason(_("Say why this document does not belong here."), field="reason")
    standing.misfiled_at = clock.now()
    standing.misfiled_by_name = by.full_name
    standing.misfiled_reason = reason.strip()
    with _entry_on(standing, "documents.misfiled", by=by, reason=reason.strip()):
        standing.save(update_fields=["misfiled_at", "misfiled_by_name", "misfiled_reason"])
    return standing


def _titled(title: str) -> str:
    titled = " ".join(title.split())
    if not titled:
        raise NeedsTitle(_("Give the document a title that says what it is."), field="title")
    if len(titled) > LONGEST_NAME:
        raise NeedsTitle(_("A title has at most 150 characters. Shorten it."), field="title")
    return titled


def _wait_for_same_form(id: UUID) -> None:
    """Let the same form, sent twice at once, be kept one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [id.int >> 65])


def _same_or_refused(kept: Document, arrival: Arrival) -> Document:
    if kept.sha256 != arrival.sha256:
        raise FormUsedAlready(
            _("This form has kept a file already: %(title)s. Open a new form for another file.")
            % {"title": kept.title}
        )
    return kept


def _describe(document: Document, name: str, arrival: Arrival, reading: Reading) -> None:
    """Write down of a document what its content says of itself."""
    document.file_name = with_suffix(name or str(document.id), reading.media_type)
    document.sha256 = arrival.sha256
    document.size = arrival.size
    document.media_type = reading.media_type
    document.pages = reading.pages
    document.state = State.KEPT if reading.whole else State.UNREADABLE


def _keep_text(arrival: Arrival, reading: Reading) -> None:
    if reading.text:
        words = ContentText(sha256=arrival.sha256, text=reading.text)
        ContentText.objects.bulk_create([words], ignore_conflicts=True)


def _standing(document: Document) -> Document:
    """Return the row as it stands, held until the end of the transaction."""
    standing = Document.objects.select_for_update().get(pk=document.pk)
    if standing.misfiled:
        raise Misfiled(
            _("%(name)s has set this document aside already: %(reason)s")
            % {"name": standing.misfiled_by_name, "reason": standing.misfiled_reason}
        )
    return standing


@dataclass(frozen=True)
class _Owner:
    """A case or person known by its id alone."""

    id: UUID


def _entry_on(
    document: Document, act: str, *, by: Actor, reason: str = ""
) -> AbstractContextManager[OpenEntry]:
    case = _Owner(document.case_id) if document.case_id else None
    person = _Owner(document.person_id) if document.person_id else None
    return entry(act, by=by, case=case, person=person, reason=reason)

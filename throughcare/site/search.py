"""Finding a person: who answers to the words, among those the viewer may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughcare.access import looks
from throughcare.cases.models import Assignment, Case
from throughcare.cases.queries.visibility import visible_ids
from throughcare.pages.dates import number
from throughcare.people.queries.search import Found, Hit, search
from throughcare.staff.models import StaffMember

SHOWN = 20


@dataclass(frozen=True)
class File:
    """A file that the viewer may see, and in words who holds it."""

    number: str
    kind: str
    holder: str
    closed_on: date | None


@dataclass(frozen=True)
class Line:
    """One person found, with their files; open ones first, the newest first."""

    hit: Hit
    files: tuple[File, ...] = ()

    @property
    def first(self) -> File | None:
        """The file that a link on the name leads to."""
        return next(iter(self.files), None)


@dataclass(frozen=True)
class Answer:
    """What a search found; `more` when there were others than those shown."""

    words: str
    lines: tuple[Line, ...] = ()
    more: bool = False
    too_short: bool = False

    @property
    def summary(self) -> str:
        """How many were found, in a sentence; empty before anything was asked."""
        if not self.words:
            return ""
        if self.too_short:
            return _("Type at least two letters or digits.")
        count = {"count": number(len(self.lines))}
        if not self.lines:
            return _("Nobody found.")
        if self.more:
            return _("More than %(count)s people: the likeliest are shown.") % count
        return ngettext("%(count)s person.", "%(count)s people.", len(self.lines)) % count


def find(words: str, *, by: StaffMember, on: date) -> Answer:
    """Return the people who answer to some words, likeliest first. At most eight queries.

    Only people the member may see are looked at, so that the answer is the same for somebody
    who is closed to them and for nobody.
    """
    words = " ".join(words.split())
    seen = visible_ids(by, on)
    found = search(words, people=seen, limit=SHOWN)
    looks.searches(words)
    looks.lists(hit.person_id for hit in found.hits)
    return Answer(words, _lines(found, seen), found.more, found.too_short)


def _lines(found: Found, seen: dict[UUID, list[UUID]]) -> tuple[Line, ...]:
    files = _files([case for hit in found.hits for case in seen[hit.person_id]])
    return tuple(Line(hit, tuple(files.get(hit.person_id, ()))) for hit in found.hits)


def _files(cases: Sequence[UUID]) -> dict[UUID, list[File]]:
    """Return files by their person, open ones first, the newest first. Two queries."""
    if not cases:
        return {}
    held = Assignment.objects.filter(ends_at=None).select_related("holder")
    newest = Case.objects.filter(pk__in=cases).order_by(
        F("closed_on").desc(nulls_first=True), "-opened_on", "-number"
    )
    files: dict[UUID, list[File]] = {}
    for case in newest.prefetch_related(Prefetch("assignments", held, to_attr="standing")):
        kind = case.get_kind_display()
        file = File(case.number, kind, _holder(case), case.closed_on)
        files.setdefault(case.person_id, []).append(file)
    return files


def _holder(case: Case) -> str:
    standing: list[Assignment] = case.standing  # type: ignore[attr-defined]
    if not standing:
        return ""
    name = standing[0].holder.short_name
    if standing[0].uncovered:
        return _("uncovered, held by %(name)s") % {"name": name}
    return _("held by %(name)s") % {"name": name}

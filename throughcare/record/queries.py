"""Reading the record: what was done about a case or a person, and what each act changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, Q

from throughcare import clock
from throughcare.record.changes import Change, Models, changes_of, listed
from throughcare.record.models import Entry
from throughcare.record.registry import columns_of


@dataclass(frozen=True)
class Version:
    """A row as one entry made it; `ended_by` is the entry that changed or removed it."""

    values: dict[str, Any]
    from_seq: int
    to_seq: int | None


@dataclass(frozen=True)
class EntryLine:
    """An entry with what it changed, ready for a page."""

    entry: Entry
    changes: list[Change] = field(default_factory=list)

    @property
    def happened_at(self) -> datetime | None:
        """Return when it happened, as claimed, or else when it was recorded."""
        return self.entry.happened_at or self.entry.recorded_at

    @property
    def days_late(self) -> int:
        """Return how many days after the act it was recorded; 0 on the same day."""
        if not (self.entry.happened_at and self.entry.recorded_at):
            return 0
        recorded = clock.day_of(self.entry.recorded_at)
        return max(0, (recorded - clock.day_of(self.entry.happened_at)).days)


def entries_of(*, case: Any = None, person: Any = None) -> Any:
    """Return the entries about a case, a person, or both, newest first."""
    about = Q()
    if case is not None:
        about |= Q(case_id=case)
    if person is not None:
        about |= Q(person_id=person)
    if not about:
        return Entry.objects.none()
    return Entry.objects.filter(about, number__isnull=False).order_by("-number")


def with_changes(entries: Iterable[Entry], *, models: Models | None = None) -> list[EntryLine]:
    """Return entries with the fields each changed, of some models or of all.

    One query, and one more for each table that the entries touched.
    """
    found = list(entries)
    changes = changes_of([entry.seq for entry in found], models=models)
    return [EntryLine(entry, changes.get(entry.seq, [])) for entry in found]


def versions_of(model: type[Model], row_id: UUID) -> list[Version]:
    """Return every version of a row, oldest first. One query."""
    columns = columns_of(model)
    names = [each.attname for each in model._meta.concrete_fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {listed(columns)}, from_seq, to_seq FROM history.{model._meta.db_table}"
            f" WHERE {model._meta.pk.column} = %s ORDER BY from_seq, to_seq NULLS LAST",
            [row_id],
        )
        rows = cursor.fetchall()
    return [Version(dict(zip(names, row[:-2], strict=True)), row[-2], row[-1]) for row in rows]

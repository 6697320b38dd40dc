"""Reading the record: what was done about a case or a person, and what each act changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model, Q

from throughcare import clock
from throughcare.record.models import Entry
from throughcare.record.registry import columns_of, recorded_models


@dataclass(frozen=True)
class Version:
    """A row as one entry made it; `ended_by` is the entry that changed or removed it."""

    values: dict[str, Any]
    from_seq: int
    to_seq: int | None


@dataclass(frozen=True)
class Change:
    """One field of one row, before and after an entry. A new row has no before."""

    model: type[Model]
    row_id: Any
    field: "Field[Any, Any]"
    before: Any
    after: Any


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


def with_changes(entries: Iterable[Entry]) -> list[EntryLine]:
    """Return entries with the fields each changed. One query a recorded table, in one trip."""
    listed = list(entries)
    changes = _changes_of([entry.seq for entry in listed])
    return [EntryLine(entry, changes.get(entry.seq, [])) for entry in listed]


def versions_of(model: type[Model], row_id: UUID) -> list[Version]:
    """Return every version of a row, oldest first. One query."""
    columns = columns_of(model)
    names = [each.attname for each in model._meta.concrete_fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_listed(columns)}, from_seq, to_seq FROM history.{model._meta.db_table}"
            f" WHERE {model._meta.pk.column} = %s ORDER BY from_seq, to_seq NULLS LAST",
            [row_id],
        )
        rows = cursor.fetchall()
    return [Version(dict(zip(names, row[:-2], strict=True)), row[-2], row[-1]) for row in rows]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _changes_of(seqs: Sequence[int]) -> dict[int, list[Change]]:
    changes: dict[int, list[Change]] = defaultdict(list)
    if not seqs:
        return changes
    for model in recorded_models():
        for seq, row_id, before, after in _touched(model, seqs):
            changes[seq] += _differences(model, row_id, before, after)
    return changes


Touched = tuple[int, Any, dict[str, Any] | None, dict[str, Any] | None]


def _touched(model: type[Model], seqs: Sequence[int]) -> list[Touched]:
    """Return (entry, row, before, after) for the rows that some entries made, changed or ended."""
    columns = columns_of(model)
    key = str(model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_listed(columns)}, from_seq, to_seq FROM history.{model._meta.db_table}"
            f" WHERE from_seq = ANY(%s) OR to_seq = ANY(%s) ORDER BY {key}, from_seq",
            [list(seqs), list(seqs)],
        )
        rows = cursor.fetchall()
    begun: dict[tuple[int, Any], dict[str, Any]] = {}
    ended: dict[tuple[int, Any], dict[str, Any]] = {}
    at = columns.index(key)
    for row in rows:
        values = dict(zip(columns, row[:-2], strict=True))
        began, over = row[-2], row[-1]
        if over in seqs and began != over:
            ended.setdefault((over, row[at]), values)
        if began in seqs and began != over:
            begun[began, row[at]] = values
    touched = dict.fromkeys([*ended, *begun])
    return [
        (seq, row_id, ended.get((seq, row_id)), begun.get((seq, row_id))) for seq, row_id in touched
    ]


def _differences(
    model: type[Model], row_id: Any, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> list[Change]:
    found = []
    for each, column in zip(model._meta.concrete_fields, columns_of(model), strict=True):
        was = before.get(column) if before else None
        becomes = after.get(column) if after else None
        if was != becomes and not each.primary_key:
            found.append(Change(model, row_id, each, was, becomes))
    return found

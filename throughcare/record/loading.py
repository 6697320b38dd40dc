"""Loading a past into an empty database: the demo office, the generated province, a go-live."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connections, transaction
from django.db.models import JSONField, Model
from django.utils.translation import gettext as _
from psycopg.types.json import Jsonb

from throughcare.record.entries import About, Actor
from throughcare.record.models import Entry
from throughcare.record.registry import columns_of, reason_without_history
from throughcare.refusal import Refused

M = TypeVar("M", bound=Model)
Row = tuple[Any, ...]
Progress = Callable[[Iterable[Row], str, int], Iterable[Row]]
"""Wraps the rows on their way into a table: (rows, table, how many)."""


class DatabaseInUse(Refused): ...


class OutOfOrder(Refused): ...


@dataclass(eq=False, slots=True)
class LoadedEntry:
    """An entry of the past, to which rows are given as they were written then."""

    loader: "Loader"
    recorded_at: datetime
    said: dict[str, Any]
    seq: int = 0

    def add(self, row: M) -> M:
        """Give the entry a new row (an unsaved model instance), and return it."""
        self.loader.table_of(type(row)).begin(row, self)
        return row

    def change(self, row: M, **values: Any) -> M:
        """Set values of a row that an earlier entry made; both versions are kept.

        :raises OutOfOrder: when the row was made by a later entry.
        """
        for name, value in values.items():
            setattr(row, name, value)
        self.loader.table_of(type(row)).replace(row, self)
        return row


@dataclass(eq=False, slots=True)
class _Version:
    row: Row
    begun_by: LoadedEntry | None
    ended_by: LoadedEntry | None = None


@dataclass
class _Table:
    """All versions of all rows of one table, in the order in which they were given."""

    model: type[Model]
    versions: list[_Version] = field(default_factory=list)
    standing: dict[Any, _Version] = field(default_factory=dict)

    def __post_init__(self) -> None:
        fields = self.model._meta.concrete_fields
        self.name = self.model._meta.db_table
        self.columns = columns_of(self.model)
        self._read = attrgetter(*(each.attname for each in fields))
        self._json = [at for at, each in enumerate(fields) if isinstance(each, JSONField)]

    @property
    def has_history(self) -> bool:
        return reason_without_history(self.model) is None

    def begin(self, row: Model, entry: LoadedEntry | None) -> None:
        version = _Version(self._row_of(row), entry)
        self.versions.append(version)
        self.standing[row.pk] = version

    def replace(self, row: Model, entry: LoadedEntry) -> None:
        ended = self.standing[row.pk]
        if ended.begun_by and ended.begun_by.recorded_at > entry.recorded_at:
            raise OutOfOrder(_("A loaded entry changes a row that a later entry made."))
        ended.ended_by = entry
        self.begin(row, entry)

    def _row_of(self, row: Model) -> Row:
        values: Row = self._read(row)
        if not self._json:
            return values
        return tuple(Jsonb(value) if at in self._json else value for at, value in enumerate(values))


class Loader:
    """Gathers a past and writes it at once, by COPY, with its entries in order.

    Only into a database whose record is empty, as the owner: the triggers that keep history
    are switched off for the length of the load, and the history is written with the rows.
    """

    def __init__(self) -> None:
        self._entries: list[LoadedEntry] = []
        self._tables: dict[type[Model], _Table] = {}
        self._last: list[str] = []

    def entry(
        self,
        act: str,
        *,
        by: Actor,
        recorded_at: datetime,
        case: About | None = None,
        person: About | None = None,
        reason: str = "",
        happened_at: datetime | None = None,
    ) -> LoadedEntry:
        """Return an entry that was recorded at a given moment; give it rows."""
        said = {
            "act": act,
            "by_id": by.id,
            "by_name": by.full_name,
            "by_role": by.role,
            "case_id": case.id if case else None,
            "person_id": person.id if person else None,
            "reason": reason,
            "happened_at": happened_at,
        }
        entry = LoadedEntry(self, recorded_at, said)
        self._entries.append(entry)
        return entry

    def add_without_history(self, row: M) -> M:
        """Give a row of a table that has no history (an account, say)."""
        if reason_without_history(type(row)) is None:
            raise TypeError(f"{type(row).__name__} has a history: give its rows to an entry.")
        self.table_of(type(row)).begin(row, None)
        return row

    def then(self, statement: str) -> None:
        """Run a statement as the owner when all rows are in: where a sequence goes on, say."""
        self._last.append(statement)

    def table_of(self, model: type[Model]) -> _Table:
        """Return the rows gathered for a model."""
        if model not in self._tables:
            self._tables[model] = _Table(model)
        return self._tables[model]

    def write(self, *, using: str = "owner", progress: Progress | None = None) -> int:
        """Write everything in one transaction and return the number of entries.

        :raises DatabaseInUse: when the record has an entry already.
        """
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM record_entry)")
            if cursor.fetchone()[0]:
                raise DatabaseInUse(_("This database has a record already; nothing was loaded."))
            copy = _Copy(cursor, progress or (lambda rows, table, count: rows))
            self._write_entries(copy)
            with _triggers_off(cursor, self._tables.values()):
                for table in self._tables.values():
                    _write_table(copy, table)
            for statement in self._last:
                cursor.execute(statement)
        return len(self._entries)

    def _write_entries(self, copy: "_Copy") -> None:
        self._entries.sort(key=lambda entry: entry.recorded_at)
        for seq, entry in enumerate(self._entries, start=1):
            entry.seq = seq
        fields = Entry._meta.concrete_fields
        defaults = {each.attname: each.get_default() for each in fields}
        columns = list(defaults)
        rows = (
            tuple(
                (
                    defaults
                    | entry.said
                    | {"seq": entry.seq, "number": entry.seq, "top": entry.seq, "loaded": True}
                    | {"recorded_at": entry.recorded_at}
                ).values()
            )
            for entry in self._entries
        )
        copy.into("record_entry", columns, rows, len(self._entries))
        if self._entries:
            copy.cursor.execute("SELECT setval('record_entry_seq', %s)", [len(self._entries)])


@dataclass
class _Copy:
    cursor: Any
    progress: Progress

    def into(self, table: str, columns: list[str], rows: Iterable[Row], count: int) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        with self.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in self.progress(rows, table, count):
                copy.write_row(row)


def _write_table(copy: _Copy, table: _Table) -> None:
    standing = [version.row for version in table.standing.values()]
    copy.into(table.name, table.columns, standing, len(standing))
    if table.has_history:
        columns = [*table.columns, "from_seq", "to_seq"]
        copy.into(f"history.{table.name}", columns, _history_of(table), len(table.versions))


@contextmanager
def _triggers_off(cursor: Any, tables: Iterable[_Table]) -> Iterator[None]:
    """Hold the history triggers still; foreign keys are all checked before they work again."""
    names = [table.name for table in tables if table.has_history]
    for name in names:
        cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in names:
        cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _history_of(table: _Table) -> Iterator[Row]:
    for version in table.versions:
        if version.begun_by is not None:
            ended = version.ended_by.seq if version.ended_by else None
            yield (*version.row, version.begun_by.seq, ended)

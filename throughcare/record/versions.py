"""The rows of a past, version by version, each under the entry that wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from django.db.models import JSONField, Model
from django.utils.translation import gettext as _
from psycopg.types.json import Jsonb

from throughcare.record.registry import columns_of, reason_without_history
from throughcare.refusal import Refused

M = TypeVar("M", bound=Model)
Row = tuple[Any, ...]


class OutOfOrder(Refused): ...


class Tables(Protocol):
    """Whatever gathers the rows of each table."""

    def table_of(self, model: type[Model]) -> "Table":
        """Return the rows gathered for a model."""


@dataclass(eq=False, slots=True)
class LoadedEntry:
    """An entry of the past, to which rows are given as they were written then."""

    tables: Tables
    recorded_at: datetime
    said: dict[str, Any]
    seq: int = 0

    def add(self, row: M) -> M:
        """Give the entry a new row (an unsaved model instance), and return it."""
        self.tables.table_of(type(row)).begin(row, self)
        return row

    def change(self, row: M, **values: Any) -> M:
        """Set values of a row that an earlier entry made; both versions are kept.

        :raises OutOfOrder: when the row was made by a later entry.
        """
        for name, value in values.items():
            setattr(row, name, value)
        self.tables.table_of(type(row)).replace(row, self)
        return row


@dataclass(eq=False, slots=True)
class Version:
    row: Row
    begun_by: LoadedEntry | None
    ended_by: LoadedEntry | None = None


@dataclass
class Table:
    """All versions of all rows of one table, in the order in which they were given."""

    model: type[Model]
    versions: list[Version] = field(default_factory=list)
    standing: dict[Any, Version] = field(default_factory=dict)

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
        version = Version(self._row_of(row), entry)
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

    def history(self) -> Iterator[Row]:
        """Yield each version with the places of the entries that began and ended it."""
        for version in self.versions:
            if version.begun_by is not None:
                ended = version.ended_by.seq if version.ended_by else None
                yield (*version.row, version.begun_by.seq, ended)

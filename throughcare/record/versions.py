"""The rows of a past, version by version, each under the entry that wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.db.models import Model

from throughcare.record.copy_text import Row
from throughcare.refusal import Refused

M = TypeVar("M", bound=Model)
NONE = -1


class OutOfOrder(Refused): ...


class Rows(Protocol):
    """Whatever gathers the rows of one table."""

    def begin(self, row: Model, entry: LoadedEntry | None) -> None:
        """Keep a version of a row, which stands from an entry on."""

    def replace(self, row: Model, entry: LoadedEntry) -> None:
        """End the version of a row that stands, and keep the next one."""


class Tables(Protocol):
    """Whatever gathers the rows of each table."""

    def table_of(self, model: type[Model]) -> Rows:
        """Return the rows gathered for a model."""


@dataclass(eq=False, slots=True)
class LoadedEntry:
    """An entry of the past, to which rows are given as they were written then."""

    tables: Tables
    recorded_at: datetime
    place: int
    """Where it stands among the entries in the order given."""

    def add(self, row: M) -> M:
        """Give the entry a new row (an unsaved model instance), and return it."""
        self.tables.table_of(type(row)).begin(row, self)
        return row

    def change(self, row: M, **values: Any) -> M:
        """Set values of a row that an earlier entry was given; both versions are kept.

        :raises OutOfOrder: when the row was made by a later entry.
        """
        for name, value in values.items():
            setattr(row, name, value)
        self.tables.table_of(type(row)).replace(row, self)
        return row


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a row, with the places of the entries that began and ended it."""

    row: Row
    begun_by: int
    ended_by: int

    @property
    def stands(self) -> bool:
        return self.ended_by == NONE

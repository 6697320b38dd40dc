"""Loading a past into an empty database: the demo office, the generated province, a go-live."""

from __future__ import annotations

from array import array
from datetime import datetime
from typing import Any

from django.db import connections, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from throughcare.record.copying import Copy, Progress, triggers_off
from throughcare.record.entries import About, Actor
from throughcare.record.indexing import indexes_later
from throughcare.record.registry import reason_without_history
from throughcare.record.spooling import Spool
from throughcare.record.tables import Table
from throughcare.record.versions import LoadedEntry, M
from throughcare.refusal import Refused

ENTRIES = "record_entry"
SAID = [
    "act",
    "by_id",
    "by_name",
    "by_role",
    "case_id",
    "person_id",
    "reason",
    "happened_at",
    "recorded_at",
    "late",
    "loaded",
    "for_name",
    "request_id",
]
NUMBERED = ("seq", "number", "top")


class DatabaseInUse(Refused): ...


class Loader:
    """Gathers a past of any length and writes it at once, by COPY, with its entries in order.

    Only into a database whose record is empty, as the owner: the triggers that keep history
    are switched off for the length of the load, and the history is written with the rows. What
    is gathered goes to temporary files, so that memory does not grow with the number of rows.
    """

    def __init__(self) -> None:
        self._entries = Spool()
        self._moments = array("d")
        self._tables: dict[type[Model], Table] = {}
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
        who = (act, by.id, by.full_name, by.role)
        about = (case.id if case else None, person.id if person else None)
        place = self._entries.append(
            (*who, *about, reason, happened_at, recorded_at, False, True, "", "")
        )
        self._moments.append(recorded_at.timestamp())
        return LoadedEntry(self, recorded_at, place)

    def told(self) -> list[dict[str, Any]]:
        """Return the entries that are still in memory: all of them in a small world."""
        return [dict(zip(SAID, row, strict=True)) for row in self._entries.rows]

    def add_without_history(self, row: M) -> M:
        """Give a row of a table that has no history (an account, say)."""
        if reason_without_history(type(row)) is None:
            raise TypeError(f"{type(row).__name__} has a history: give its rows to an entry.")
        self.table_of(type(row)).begin(row, None)
        return row

    def then(self, statement: str) -> None:
        """Run a statement as the owner when all rows are in: where a sequence goes on, say."""
        self._last.append(statement)

    def table_of(self, model: type[Model]) -> Table:
        """Return the rows gathered for a model."""
        if model not in self._tables:
            self._tables[model] = Table(model, self._moments)
        return self._tables[model]

    def write(self, *, using: str = "owner", progress: Progress | None = None) -> int:
        """Write everything in one transaction and return the number of entries.

        :raises DatabaseInUse: when the record has an entry already.
        """
        tables = list(self._tables.values())
        counts = {ENTRIES: len(self._entries)} | {each.name: len(each) for each in tables}
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM record_entry)")
            if cursor.fetchone()[0]:
                raise DatabaseInUse(_("This database has a record already; nothing was loaded."))
            copy = Copy(cursor, progress or (lambda rows, table, count: rows))
            kept = [ENTRIES, *(each.name for each in tables if each.has_history)]
            with triggers_off(cursor, kept), indexes_later(cursor, counts):
                seqs = self._write_entries(copy)
                for table in tables:
                    copy.rows_of(table, seqs)
            for statement in self._last:
                cursor.execute(statement)
        return len(self._entries)

    def _write_entries(self, copy: Copy) -> array[int]:
        """Write the entries by their times; return the number of each by its place."""
        count = len(self._entries)
        places = array("q", sorted(range(count), key=self._moments.__getitem__))
        seqs = array("q", bytes(8 * count))
        for seq, place in enumerate(places, start=1):
            seqs[place] = seq
        lines = (
            b"%s\t%d\t%d\t%d" % (line, seq, seq, seq)
            for seq, line in enumerate(self._entries.lines(places), start=1)
        )
        copy.into(ENTRIES, [*SAID, *NUMBERED], lines, count)
        if count:
            copy.cursor.execute("SELECT setval('record_entry_seq', %s)", [count])
        return seqs

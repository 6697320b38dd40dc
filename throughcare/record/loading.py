"""Loading a past into an empty database: the demo office, the generated province, a go-live."""

from datetime import datetime

from django.db import connections, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from throughcare.record.copying import Copy, Progress, triggers_off
from throughcare.record.entries import About, Actor
from throughcare.record.models import Entry
from throughcare.record.registry import reason_without_history
from throughcare.record.versions import LoadedEntry, M, Table
from throughcare.refusal import Refused


class DatabaseInUse(Refused): ...


class Loader:
    """Gathers a past and writes it at once, by COPY, with its entries in order.

    Only into a database whose record is empty, as the owner: the triggers that keep history
    are switched off for the length of the load, and the history is written with the rows.
    """

    def __init__(self) -> None:
        self._entries: list[LoadedEntry] = []
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

    def table_of(self, model: type[Model]) -> Table:
        """Return the rows gathered for a model."""
        if model not in self._tables:
            self._tables[model] = Table(model)
        return self._tables[model]

    def write(self, *, using: str = "owner", progress: Progress | None = None) -> int:
        """Write everything in one transaction and return the number of entries.

        :raises DatabaseInUse: when the record has an entry already.
        """
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM record_entry)")
            if cursor.fetchone()[0]:
                raise DatabaseInUse(_("This database has a record already; nothing was loaded."))
            copy = Copy(cursor, progress or (lambda rows, table, count: rows))
            self._write_entries(copy)
            with triggers_off(cursor, self._tables.values()):
                for table in self._tables.values():
                    copy.rows_of(table)
            for statement in self._last:
                cursor.execute(statement)
        return len(self._entries)

    def _write_entries(self, copy: Copy) -> None:
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

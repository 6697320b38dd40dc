"""The rows of one table while a past is gathered: every version, in the order given."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import attrgetter

from django.db.models import JSONField, Model
from django.utils.translation import gettext as _
from psycopg.types.json import Jsonb

from throughcare.record.copy_text import Row
from throughcare.record.registry import columns_of, reason_without_history
from throughcare.record.spooling import Spool
from throughcare.record.versions import NONE, LoadedEntry, OutOfOrder, Version

Places = Sequence[int]
# Where a row that was given keeps the place of its version that stands.
STANDS_AT = "_loaded_version_stands_at"


class Table:
    """All versions of all rows of one table, in the order in which they were given."""

    def __init__(self, model: type[Model], moments: Sequence[float]) -> None:
        """`moments` are when each entry was recorded, by its place."""
        fields = model._meta.concrete_fields
        self.model = model
        self.name = model._meta.db_table
        self.columns = columns_of(model)
        self.rows = Spool()
        self._moments = moments
        self._begun, self._ended = array("q"), array("q")
        self._read = attrgetter(*(each.attname for each in fields))
        self._json = [at for at, each in enumerate(fields) if isinstance(each, JSONField)]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def has_history(self) -> bool:
        return reason_without_history(self.model) is None

    def begin(self, row: Model, entry: LoadedEntry | None) -> None:
        """Keep a version of a row, which stands from an entry on."""
        vars(row)[STANDS_AT] = self.rows.append(self._row_of(row))
        self._begun.append(entry.place if entry else NONE)
        self._ended.append(NONE)

    def replace(self, row: Model, entry: LoadedEntry) -> None:
        """End the version of a row that stands, and keep the next one.

        :raises OutOfOrder: when the row was made by a later entry.
        """
        place: int = vars(row)[STANDS_AT]
        begun = self._begun[place]
        if begun != NONE and self._moments[begun] > self._moments[entry.place]:
            raise OutOfOrder(_("A loaded entry changes a row that a later entry made."))
        self._ended[place] = entry.place
        self.begin(row, entry)

    def _row_of(self, row: Model) -> Row:
        values: Row = self._read(row)
        if not self._json:
            return values
        return tuple(Jsonb(value) if at in self._json else value for at, value in enumerate(values))

    def versions(self) -> Iterator[Version]:
        """Yield the versions that are still in memory: all of them in a small world."""
        first = len(self.rows) - len(self.rows.rows)
        for place, row in enumerate(self.rows.rows, start=first):
            yield Version(row, self._begun[place], self._ended[place])

    def standing_count(self) -> int:
        """Return how many rows stand at the end."""
        return self._ended.count(NONE)

    def in_order(self, seqs: Sequence[int]) -> Places:
        """Return the places of the versions in the order of the entries that began them.

        `seqs` are the numbers of the entries by their places.
        """
        begun = self._begun
        places = array("q", range(len(begun)))
        if len(seqs) == 0:
            return places
        return array("q", sorted(places, key=lambda place: seqs[begun[place]]))

    def standing(self, places: Places) -> Iterator[bytes]:
        """Yield the rows that stand at the end as lines of COPY text."""
        return self.rows.lines(place for place in places if self._ended[place] == NONE)

    def history(self, places: Places, seqs: Sequence[int]) -> Iterator[bytes]:
        """Yield each version as a line of COPY text, with the entries that began and ended it."""
        for place, line in zip(places, self.rows.lines(places), strict=True):
            ended = self._ended[place]
            until = b"\\N" if ended == NONE else b"%d" % seqs[ended]
            yield b"%s\t%d\t%s" % (line, seqs[self._begun[place]], until)

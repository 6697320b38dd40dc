"""Rows of any number on their way into tables: the newest in memory, the rest in a file.

They are kept as lines of PostgreSQL's COPY text, so that a row is put into words once.
"""

from array import array
from collections.abc import Iterable, Iterator
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import IO
from weakref import finalize

from throughcare.record.copy_text import Row, line_of

IN_MEMORY = 20_000


class Spool:
    """Rows by their places, in the order in which they were given."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self.rows: list[Row] = []
        """The rows still in memory: all of them while nothing is in the file."""
        self._in_memory = in_memory
        self._file: IO[bytes] | None = None
        # The file begins with one byte of nothing: an empty one could not be looked into.
        self._ends = array("Q", [1])
        self._texts: list[bytes] = []

    def __len__(self) -> int:
        return len(self._ends) - 1 + len(self.rows)

    def append(self, row: Row) -> int:
        """Keep a row and return its place."""
        self.rows.append(row)
        if len(self.rows) > self._in_memory:
            self._spill()
        return len(self) - 1

    def lines(self, places: Iterable[int]) -> Iterator[bytes]:
        """Yield the rows of some places as lines of COPY text, without their ends."""
        if self._file is None:
            yield from self._from_memory(places)
            return
        self._spill()
        self._file.flush()
        with mmap(self._file.fileno(), 0, access=ACCESS_READ) as whole:
            for place in places:
                yield whole[self._ends[place] : self._ends[place + 1]]

    def _from_memory(self, places: Iterable[int]) -> Iterator[bytes]:
        self._texts += [line_of(row) for row in self.rows[len(self._texts) :]]
        for place in places:
            yield self._texts[place]

    def _spill(self) -> None:
        """Write what is in memory to the file."""
        if self._file is None:
            self._file = TemporaryFile(prefix="throughcare-load-")  # noqa: SIM115 - kept open
            finalize(self, self._file.close)
            self._file.write(b"\0")
        at = self._ends[-1]
        for row in self.rows:
            at += self._file.write(line_of(row))
            self._ends.append(at)
        self.rows.clear()
        self._texts.clear()

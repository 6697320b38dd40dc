"""Rows of any number on their way into tables: the newest in memory, the rest in a file.

They are kept as lines of PostgreSQL's COPY text, so that a row is put into words once.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import IO, Any
from uuid import UUID
from weakref import finalize

from psycopg.types.json import Jsonb

Row = tuple[Any, ...]
IN_MEMORY = 20_000
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})


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


def line_of(row: Row) -> bytes:
    """Return a row as a line of COPY text, without its end.

    :raises TypeError: for a value of a kind that no column has.
    """
    return "\t".join([_WORDS[type(value)](value) for value in row]).encode()


def _escaped(value: str) -> str:
    return value.translate(ESCAPED)


def _json(value: Jsonb) -> str:
    return _escaped(json.dumps(value.obj))


def _array(values: list[Any]) -> str:
    """Return a list as PostgreSQL writes an array."""
    words = ["NULL" if each is None else f'"{str(each).translate(QUOTED)}"' for each in values]
    return _escaped(f"{{{','.join(words)}}}")


class _Words(dict[type, Callable[[Any], str]]):
    """How a value of each type is written; a type derived from one of these is written alike."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        for base in kind.__mro__[1:]:
            if base in self:
                self[kind] = _plainly(base, self[base])
                return self[kind]
        raise TypeError(f"A loaded row holds a {kind.__name__}, which no column has.")


def _plainly(base: type, words: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return how a choice of a list is written: as the plain value that it stands for."""
    return (lambda value: words(str(value))) if base is str else words


_WORDS = _Words(
    {
        type(None): lambda value: "\\N",
        bool: lambda value: "t" if value else "f",
        bytes: lambda value: f"\\\\x{value.hex()}",
        date: str,
        datetime: str,
        Decimal: str,
        float: repr,
        int: str,
        Jsonb: _json,
        list: _array,
        str: _escaped,
        time: str,
        UUID: lambda value: value.hex,
    }
)

"""Writing the rows of a past into their tables by COPY, and their history beside them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from throughcare.record.tables import Table

Lines = Iterable[bytes]
Progress = Callable[[Lines, str, int], Lines]
"""Wraps the rows on their way into a table: (rows, table, how many)."""
AT_ONCE = 1_000


@dataclass
class Copy:
    """A cursor of the owner's, and how progress is told."""

    cursor: Any
    progress: Progress

    def into(self, table: str, columns: Sequence[str], lines: Lines, count: int) -> None:
        """Copy lines of COPY text into a table."""
        names = ", ".join(f'"{column}"' for column in columns)
        told = iter(self.progress(lines, table, count))
        with self.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            while some := list(islice(told, AT_ONCE)):
                copy.write(b"\n".join([*some, b""]))

    def rows_of(self, table: Table, seqs: Sequence[int]) -> None:
        """Copy the rows that stand, and all versions into the history if the table has one."""
        places = table.in_order(seqs)
        self.into(table.name, table.columns, table.standing(places), table.standing_count())
        if table.has_history:
            columns = [*table.columns, "from_seq", "to_seq"]
            lines = table.history(places, seqs)
            self.into(f"history.{table.name}", columns, lines, len(table))


@contextmanager
def triggers_off(cursor: Any, tables: Collection[str]) -> Iterator[None]:
    """Hold the record's triggers still; foreign keys are all checked before they work again."""
    for name in tables:
        cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in tables:
        cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")

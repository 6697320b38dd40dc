"""Writing the rows of a past into their tables by COPY, and their history beside them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from throughcare.record.versions import Row, Table

Progress = Callable[[Iterable[Row], str, int], Iterable[Row]]
"""Wraps the rows on their way into a table: (rows, table, how many)."""


@dataclass
class Copy:
    """A cursor of the owner's, and how progress is told."""

    cursor: Any
    progress: Progress

    def into(self, table: str, columns: list[str], rows: Iterable[Row], count: int) -> None:
        """Copy rows into a table."""
        names = ", ".join(f'"{column}"' for column in columns)
        with self.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in self.progress(rows, table, count):
                copy.write_row(row)

    def rows_of(self, table: Table) -> None:
        """Copy the rows that stand, and all versions into the history if the table has one."""
        standing = [version.row for version in table.standing.values()]
        self.into(table.name, table.columns, standing, len(standing))
        if table.has_history:
            columns = [*table.columns, "from_seq", "to_seq"]
            versions = len(table.versions)
            self.into(f"history.{table.name}", columns, table.history(), versions)


@contextmanager
def triggers_off(cursor: Any, tables: Iterable[Table]) -> Iterator[None]:
    """Hold the history triggers still; foreign keys are all checked before they work again."""
    names = [table.name for table in tables if table.has_history]
    for name in names:
        cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in names:
        cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")

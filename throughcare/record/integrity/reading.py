"""Reading the record as the lines that are hashed, some thousand entries at a time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from psycopg import Cursor

from throughcare.record.integrity.layouts import ENTRIES, Layout, Layouts, listed

# Whatever the session's own settings are, a value is written in one way.
SETTINGS = {
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "client_encoding": "UTF8",
    "search_path": "public",
    # Guarded rows are hashed too (record/history_sql.py: ROW_SECURITY).
    "throughcare.chaining": "on",
}
AT_ONCE = 20_000

READ_ENTRIES = """
COPY (SELECT number, seq, late, case_id, {columns} FROM record_entry
WHERE {which} ORDER BY number) TO STDOUT
"""
READ_LINKS = """
SELECT number, hash, salts, leaves, tags, made, ended FROM record_link WHERE {which}
"""
READ_MADE = "COPY (SELECT from_seq, {key}, {columns} FROM history.{table} WHERE {which}) TO STDOUT"
READ_ENDED = "SELECT to_seq, '{table}', {key}::text, from_seq FROM history.{table} WHERE {which}"
NONE = b"\\N"

Made = tuple[str, bytes, bytes | None]
"""Table, key and line of a row version; no line where it was erased by law."""


@dataclass(slots=True)
class Kept:
    """What is kept of an entry's hashes."""

    hash: bytes
    salts: bytes
    leaves: bytes
    tags: bytes
    made: bytes
    ended: bytes


TWICE = Kept(b"", b"", b"", b"", b"", b"")


@dataclass(slots=True)
class Read:
    """An entry as it was read, with the row versions that it made and ended."""

    number: int
    seq: int
    late: bool
    case: bytes
    line: bytes
    kept: Kept | None
    made: list[Made] = field(default_factory=list)
    ends: list[bytes] = field(default_factory=list)
    left: bytes | None = None
    """The hash of what was left of the entry's own line when its reason was erased by law."""

    @property
    def ended(self) -> bytes:
        """Return which row versions it ended, one a line, in order."""
        return b"".join(sorted(self.ends)) if len(self.ends) > 1 else b"".join(self.ends)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles among the rows that are read: there are none, and it takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def with_settings(cursor: Any) -> None:
    """Have values written in the one way until the transaction ends."""
    for name, value in SETTINGS.items():
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def lines(cursor: Any, statement: str) -> list[bytes]:
    """Return what a COPY writes, line by line."""
    with cursor.copy(statement) as copy:
        return b"".join(copy).split(b"\n")[:-1]


def chunks(
    cursor: Any, layouts: Layouts, after: int, upto: int, at_once: int = AT_ONCE
) -> Iterator[tuple[dict[str, Layout], list[Read]]]:
    """Yield entries in their order, some at a time, with the layouts they are hashed by."""
    stops = sorted({each - 1 for each in layouts.changes() if after < each - 1 < upto} | {upto})
    for stop in stops:
        while after < stop:
            last = min(after + at_once, stop)
            standing = layouts.at(last)
            entries = _chunk(cursor, standing, after, last)
            layouts.erased.given_to(entries)
            yield standing, entries
            after = last


def _chunk(cursor: Any, standing: dict[str, Layout], after: int, last: int) -> list[Read]:
    entries = entries_where(cursor, standing, f"number > {after} AND number <= {last}")
    add_rows(cursor, standing, entries, _within(entries))
    return entries


def _within(entries: list[Read]) -> str:
    """Return a condition on {seq}: entries that were late lie outside the span of the others."""
    seqs = [each.seq for each in entries if not each.late] or [0]
    span = f"({{seq}} >= {min(seqs)} AND {{seq}} <= {max(seqs)})"
    late = ",".join(str(each.seq) for each in entries if each.late)
    return f"({span} OR {{seq}} IN ({late}))" if late else span


def entries_where(cursor: Any, standing: dict[str, Layout], which: str) -> list[Read]:
    """Return some entries with what is kept of them, as yet without their row versions.

    :param which: a condition on `number`.
    """
    kept = _kept(cursor, which)
    columns = listed(standing[ENTRIES].columns)
    written = lines(cursor, READ_ENTRIES.format(columns=columns, which=which))
    return [_entry(each, kept) for each in written]


def _kept(cursor: Any, which: str) -> dict[int, Kept]:
    """Return what is kept of some entries by their numbers; what is kept twice fits nothing."""
    kept: dict[int, Kept] = {}
    with Cursor(cursor.connection) as links:
        links.execute(READ_LINKS.format(which=which), binary=True)
        for number, *rest in links:
            kept[number] = TWICE if number in kept else Kept(*rest)
    return kept


def _entry(line: bytes, kept: dict[int, Kept]) -> Read:
    digits, seq, late, case, rest = line.split(b"\t", 4)
    number = int(digits)
    return Read(number, int(seq), late == b"t", case, rest, kept.get(number))


def add_rows(cursor: Any, standing: dict[str, Layout], entries: list[Read], which: str) -> None:
    """Give entries the row versions that they made and ended, in the order of hashing.

    :param which: a condition on {seq} under which all their versions are found.
    """
    by_seq = {b"%d" % each.seq: each for each in entries}
    tables = [standing[table] for table in sorted(standing.keys() - {ENTRIES})]
    for layout in tables:
        _add_made(cursor, layout, by_seq, which.format(seq="from_seq"))
    _add_ended(cursor, tables, by_seq, which.format(seq="to_seq"))
    for each in entries:
        if len(each.made) > 1:
            each.made.sort()


def _add_made(cursor: Any, layout: Layout, by_seq: dict[bytes, Read], which: str) -> None:
    table, columns = layout.table, listed(layout.columns)
    statement = READ_MADE.format(table=table, key=layout.key, columns=columns, which=which)
    for each in lines(cursor, statement):
        seq, key, line = each.split(b"\t", 2)
        if entry := by_seq.get(seq):
            entry.made.append((table, key, line))


def _add_ended(cursor: Any, tables: list[Layout], by_seq: dict[bytes, Read], which: str) -> None:
    if not tables:
        return
    asked = [READ_ENDED.format(table=each.table, key=each.key, which=which) for each in tables]
    for each in lines(cursor, f"COPY ({' UNION ALL '.join(asked)}) TO STDOUT"):
        seq, _, row = each.partition(b"\t")
        if entry := by_seq.get(seq):
            entry.ends.append(row + b"\n")

"""Reading the record as the lines that are hashed, some thousand entries at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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
COPY (SELECT e.number, e.seq, e.late, e.case_id, encode(l.hash, 'hex'), encode(l.salts, 'hex'),
    encode(l.leaves, 'hex'), encode(l.tags, 'hex'), encode(l.made, 'hex'), encode(l.ended, 'hex'),
    {columns}
FROM record_entry AS e LEFT JOIN record_link AS l ON l.number = e.number
WHERE {which} ORDER BY e.number) TO STDOUT
"""
READ_MADE = "COPY (SELECT from_seq, {key}, {columns} FROM history.{table} WHERE {which}) TO STDOUT"
READ_ENDED = "COPY (SELECT to_seq, {key}, from_seq FROM history.{table} WHERE {which}) TO STDOUT"
LIMITS = """
SELECT coalesce(min(seq), 1) - 1, coalesce(max(seq), 0) FROM record_entry
WHERE number > %s AND number <= %s AND NOT late
"""
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
    entries = entries_where(cursor, standing, f"e.number > {after} AND e.number <= {last}")
    cursor.execute(LIMITS, [after, last])
    low, high = cursor.fetchone()
    late = [each.seq for each in entries if each.late]
    add_rows(cursor, standing, entries, _within(low, high, late))
    return entries


def _within(low: int, high: int, late: list[int]) -> str:
    """Return a condition on {seq}: entries that were late lie outside the span of the others."""
    span = f"({{seq}} > {low} AND {{seq}} <= {high})"
    return f"({span} OR {{seq}} = ANY('{{{{{','.join(map(str, late))}}}}}'))" if late else span


def entries_where(cursor: Any, standing: dict[str, Layout], which: str) -> list[Read]:
    """Return some entries, as yet without their row versions."""
    columns = listed(standing[ENTRIES].columns, "e.")
    return [
        _entry(each) for each in lines(cursor, READ_ENTRIES.format(columns=columns, which=which))
    ]


def _entry(line: bytes) -> Read:
    number, seq, late, case, link, salts, leaves, tags, made, ended, rest = line.split(b"\t", 10)
    unhex = bytes.fromhex
    kept = None
    if link != NONE:
        kept = Kept(*(unhex(each.decode()) for each in (link, salts, leaves, tags, made, ended)))
    return Read(int(number), int(seq), late == b"t", case, rest, kept)


def add_rows(cursor: Any, standing: dict[str, Layout], entries: list[Read], which: str) -> None:
    """Give entries the row versions that they made and ended, in the order of hashing.

    :param which: a condition on {seq} under which all their versions are found.
    """
    by_seq = {b"%d" % each.seq: each for each in entries}
    for table in sorted(standing.keys() - {ENTRIES}):
        _add_made(cursor, standing[table], by_seq, which)
        _add_ended(cursor, standing[table], by_seq, which)
    for each in entries:
        if len(each.made) > 1:
            each.made.sort(key=in_order)


def in_order(made: Made) -> tuple[str, bytes, bytes]:
    """Return by what the versions that an entry made are put in order."""
    table, key, line = made
    return table, key, line or b""


def _add_made(cursor: Any, layout: Layout, by_seq: dict[bytes, Read], which: str) -> None:
    statement = READ_MADE.format(
        table=layout.table,
        key=layout.key,
        columns=listed(layout.columns),
        which=which.format(seq="from_seq"),
    )
    table = layout.table
    for each in lines(cursor, statement):
        seq, key, line = each.split(b"\t", 2)
        if entry := by_seq.get(seq):
            entry.made.append((table, key, line))


def _add_ended(cursor: Any, layout: Layout, by_seq: dict[bytes, Read], which: str) -> None:
    statement = READ_ENDED.format(
        table=layout.table, key=layout.key, which=which.format(seq="to_seq")
    )
    table = layout.table.encode()
    for each in lines(cursor, statement):
        seq, _, rest = each.partition(b"\t")
        if entry := by_seq.get(seq):
            entry.ends.append(table + b"\t" + rest + b"\n")

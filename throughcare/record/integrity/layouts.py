"""Which columns of a table are hashed, in which order, from which entry on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from throughcare.record.integrity.erased import Erased, erased
from throughcare.record.registry import recorded_models

ENTRIES = "record_entry"
HISTORIES = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attname)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r' AND (n.nspname = 'history' AND a.attname NOT IN ('from_seq', 'to_seq')
    OR n.nspname = 'public' AND c.relname = 'record_entry')
GROUP BY c.relname
"""
KNOWN = "SELECT table_name, key, columns, from_number FROM record_layout ORDER BY from_number"
ADDED = "INSERT INTO record_layout (table_name, key, columns, from_number) VALUES (%s, %s, %s, %s)"


@dataclass(frozen=True)
class Layout:
    """The hashed columns of one table from an entry on; `head` goes into every hash."""

    table: str
    key: str
    columns: tuple[str, ...]
    from_number: int
    head: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", f"{self.table}({','.join(self.columns)})\n".encode())


@dataclass(frozen=True)
class Layouts:
    """Every layout there was, by table, each table's in their order."""

    known: tuple[Layout, ...]
    spoiled: tuple[Layout, ...] = ()
    """Those that name a table or a column which is not there: nothing can be read by them."""
    erased: Erased = field(default_factory=Erased)
    there: frozenset[str] = frozenset()
    """The tables that have a history, and that of the entries."""

    def at(self, number: int) -> dict[str, Layout]:
        """Return each table's layout at an entry."""
        return {each.table: each for each in self.known if each.from_number <= number}

    def changes(self) -> set[int]:
        """Return the entries from which some layout is another."""
        return {each.from_number for each in self.known}


def known(cursor: Any) -> Layouts:
    """Return the layouts that the record has been hashed by."""
    cursor.execute(HISTORIES)
    there = {table: set(columns) for table, columns in cursor.fetchall()}
    cursor.execute(KNOWN)
    said = [
        Layout(table, key, tuple(columns.split(",")), number)
        for table, key, columns, number in cursor.fetchall()
    ]
    whole = [each for each in said if {each.key, *each.columns} <= there.get(each.table, set())]
    spoiled = tuple(each for each in said if each not in whole)
    return Layouts(tuple(whole), spoiled, erased(cursor), frozenset(there))


def followed(cursor: Any, number: int) -> Layouts:
    """Note each table whose columns have changed, from an entry on; return all layouts."""
    standing = known(cursor).at(number)
    cursor.execute(HISTORIES)
    for table, columns in sorted(cursor.fetchall()):
        was = standing.get(table)
        if was is None or list(was.columns) != columns:
            key = was.key if was else _key_of(table)
            cursor.execute(ADDED, [table, key, ",".join(columns), number])
    return known(cursor)


def _key_of(table: str) -> str:
    return "seq" if table == ENTRIES else keys_of_tables()[table]


def keys_of_tables() -> dict[str, str]:
    """Return the name of each recorded table's key."""
    return {model._meta.db_table: str(model._meta.pk.column) for model in recorded_models()}


def listed(columns: Iterable[str], of: str = "") -> str:
    """Return column names as a list of SQL."""
    return ", ".join(f'{of}"{column}"' for column in columns)

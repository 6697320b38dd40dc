"""Large tables get their indexes and keys when all rows are in: one by one costs ten times more.

A key is checked when it is made again, for all rows at once; the load fails where one is broken.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

MANY = 200_000
CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype FROM pg_constraint
WHERE (conrelid = ANY(%(tables)s::regclass[]) OR confrelid = ANY(%(tables)s::regclass[]))
AND contype IN ('f', 'p', 'u') ORDER BY array_position('{f,p,u}', contype::text), conname
"""
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index AS i
WHERE indrelid = ANY(%(tables)s::regclass[])
AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid)
"""
MEMORY = "SET LOCAL maintenance_work_mem = '512MB'"


@contextmanager
def indexes_later(cursor: Any, counts: Mapping[str, int], many: int = MANY) -> Iterator[None]:
    """Take indexes and keys off tables that are to get many rows, and make them anew at the end.

    `counts` says how many rows each table gets; its history gets as many.
    """
    large = [name for name, count in counts.items() if count >= many]
    tables = [found for name in large for found in _both(cursor, name)]
    if not tables:
        yield
        return
    put_back = _taken_off(cursor, tables)
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(MEMORY)
    for statement in put_back:
        cursor.execute(statement)


def _taken_off(cursor: Any, tables: list[str]) -> list[str]:
    """Take indexes and keys off tables; return the statements that make them anew, in order."""
    cursor.execute(CONSTRAINTS, {"tables": tables})
    constraints = cursor.fetchall()
    cursor.execute(INDEXES, {"tables": tables})
    indexes = cursor.fetchall()
    for table, name, _definition, _kind in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    keys = [f'ALTER TABLE {on} ADD CONSTRAINT "{key}" {said}' for on, key, said, _ in constraints]
    return [definition for _name, definition in indexes] + keys[::-1]


def _both(cursor: Any, table: str) -> list[str]:
    """Return a table with its history, where it has one."""
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [f"history.{table}"])
    return [table, f"history.{table}"] if cursor.fetchone()[0] else [table]

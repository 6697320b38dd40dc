"""The present tables beside what the histories say stands."""

from collections.abc import Iterator
from typing import Any

from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.layouts import Layout
from throughcare.record.integrity.order import MOST

COLUMNS = """
SELECT a.attname::text, a.atttypid::regtype::text FROM pg_catalog.pg_attribute AS a
WHERE a.attrelid = to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""
SCHEMAS = ("public", "history")
# Types whose values are the same only when they are written the same; others compare as text,
# because 1 and 1.0, or the order of the keys of an object, are a difference here.
PLAIN = {"uuid", "bigint", "integer", "smallint", "boolean", "date", "timestamp with time zone"}

# Materialized, because whoever plans a limited query expects to find enough rows early, and here
# every row has to be compared.
DIFFERENT = f"""
WITH different AS MATERIALIZED (
SELECT coalesce(t.{{key}}, h.{{key}})::text, e.number, t.{{key}} IS NULL, h.{{key}} IS NULL,
    ARRAY[{{texts_t}}], ARRAY[{{texts_h}}]
FROM public.{{table}} AS t
FULL JOIN (SELECT * FROM history.{{table}} WHERE to_seq IS NULL {{which}}) AS h
    ON h.{{key}} = t.{{key}}
LEFT JOIN public.record_entry AS e ON e.seq = h.from_seq
WHERE ({{asked}}) AND (t.{{key}} IS NULL OR h.{{key}} IS NULL
    OR ROW({{values_t}}) IS DISTINCT FROM ROW({{values_h}}))
) SELECT * FROM different LIMIT {MOST}
"""


Different = tuple[str, int | None, bool, bool, list[str], list[str]]
"""Row, entry, whether it is not in the present, whether not in the history, and both values."""


def present_findings(
    cursor: Any, layouts: list[Layout], keys: dict[str, list[str]] | None = None
) -> Iterator[Finding]:
    """Yield where a present row is not the version that stands in its history.

    :param keys: the rows that are looked at, by table; all rows where it is None.
    """
    for layout in layouts:
        if keys is None or layout.table in keys:
            yield from _of_table(cursor, layout, keys[layout.table] if keys else None)


def _of_table(cursor: Any, layout: Layout, keys: list[str] | None) -> Iterator[Finding]:
    columns, kept = (_columns(cursor, f"{schema}.{layout.table}") for schema in SCHEMAS)
    for column in sorted(columns.keys() - kept.keys()):
        yield Finding(Kind.LAYOUT_ALTERED, None, layout.table, column=column)
    columns = {column: kind for column, kind in columns.items() if column in kept}
    if not columns:
        return
    statement = _statement(layout, columns, some=keys is not None)
    cursor.execute(statement, [keys, keys] if keys is not None else None)
    for found in cursor.fetchall():
        yield from _of_row(layout, columns, found)


def _of_row(layout: Layout, columns: dict[str, str], found: Different) -> Iterator[Finding]:
    row, number, no_present, no_history, is_now, was = found
    if no_present or no_history:
        kind = Kind.PRESENT_GONE if no_present else Kind.PRESENT_ADDED
        yield Finding(kind, number, layout.table, row)
        return
    for column, one, other in zip(columns, is_now, was, strict=True):
        if one != other:
            yield Finding(Kind.PRESENT_DIFFERS, number, layout.table, row, column)


def _columns(cursor: Any, table: str) -> dict[str, str]:
    cursor.execute(COLUMNS, [table])
    return dict(cursor.fetchall())


def _statement(layout: Layout, columns: dict[str, str], *, some: bool) -> str:
    key = f'"{layout.key}"'
    named = {"table": layout.table, "key": key, "which": "", "asked": "true"}
    if some:
        named["which"] = f"AND {key}::text = ANY(%s)"
        named["asked"] = f"h.{key} IS NOT NULL OR t.{key}::text = ANY(%s)"
    for of in "th":
        named[f"texts_{of}"] = ", ".join(f'{of}."{column}"::text' for column in columns)
        named[f"values_{of}"] = ", ".join(_value(of, *each) for each in columns.items())
    return DIFFERENT.format(**named)


def _value(of: str, column: str, kind: str) -> str:
    return f'{of}."{column}"' + ("" if kind in PLAIN else '::text COLLATE "C"')

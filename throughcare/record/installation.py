"""Keeps each recorded table's history in step with the table, whenever migrations have run.

History is derived from the models, so it is rebuilt from them and never written by hand in a
migration (docs/adr/0002).
"""

from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from throughcare.record import asof_sql, history_sql, sql
from throughcare.record.registry import guards, recorded_models

COLUMNS = """
SELECT a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_attribute AS a
WHERE a.attrelid = to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""


def install(using: str = "owner") -> None:
    """Give every recorded table its history, triggers and grants, as the owner.

    Safe to repeat. A column that the table lost stays in its history; one that the table gained
    is added, with today's value on the versions that stand.
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(sql.FUNCTIONS)
        cursor.execute(asof_sql.DROPPED)
        for model in recorded_models():
            _install_table(cursor, model)
            _index_history(cursor, model)
        _install_past(cursor)
        cursor.execute(history_sql.GRANTS)
        for table, condition in guards().items():
            cursor.execute(history_sql.ROW_SECURITY.format(table=table, condition=condition))


def missing_histories(using: str = "default") -> list[str]:
    """Return the recorded tables whose history, triggers or view of the past are not whole."""
    with connections[using].cursor() as cursor:
        return [model._meta.db_table for model in recorded_models() if not _is_whole(cursor, model)]


def _is_whole(cursor: CursorWrapper, model: type[Model]) -> bool:
    table = model._meta.db_table
    cursor.execute(
        "SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled <> 'D'"
        " AND tgname IN ('history_of_insert', 'history_of_update', 'history_of_delete',"
        " 'history_of_truncate')",
        [f"public.{table}"],
    )
    triggers = cursor.fetchone()[0]
    present = _columns(cursor, f"public.{table}").items()
    kept, seen = (_columns(cursor, f"{schema}.{table}") for schema in ("history", "asof"))
    return triggers == 4 and present <= kept.items() and present <= seen.items()


def _columns(cursor: CursorWrapper, table: str) -> dict[str, str]:
    cursor.execute(COLUMNS, [table])
    return dict(cursor.fetchall())


def _install_table(cursor: CursorWrapper, model: type[Model]) -> None:
    table = model._meta.db_table
    present = _columns(cursor, f"public.{table}")
    kept = _columns(cursor, f"history.{table}")
    names: dict[str, Any] = {
        "table": table,
        "key": model._meta.pk.column,
        "columns": ", ".join(f'"{column}"' for column in present),
    }
    if not kept:
        cursor.execute(history_sql.HISTORY_TABLE.format(**names))
    else:
        _follow_columns(cursor, names, present, kept)
    _adopt(cursor, names)
    cursor.execute(history_sql.HISTORY_TRIGGERS.format(**names))


def _follow_columns(
    cursor: CursorWrapper, names: dict[str, Any], present: dict[str, str], kept: dict[str, str]
) -> None:
    table, key = names["table"], names["key"]
    for column, kind in present.items():
        if column not in kept:
            cursor.execute(f'ALTER TABLE history.{table} ADD COLUMN "{column}" {kind}')
            cursor.execute(
                f'UPDATE history.{table} AS h SET "{column}" = t."{column}" '
                f"FROM public.{table} AS t WHERE t.{key} = h.{key} AND h.to_seq IS NULL"
            )
        elif kept[column] != kind:
            cursor.execute(f'ALTER TABLE history.{table} ALTER COLUMN "{column}" TYPE {kind}')


def _index_history(cursor: CursorWrapper, model: type[Model]) -> None:
    """Index versions by their row and by what they belong to, so that a past page is quick."""
    table = model._meta.db_table
    cursor.execute(asof_sql.KEY_INDEX.format(table=table, key=model._meta.pk.column))
    fields: Any = model._meta.concrete_fields
    for each in fields:
        if each.is_relation and each.db_index and not _is_of_staff(each):
            name = f"{table}_{each.column}_then"[:63]
            cursor.execute(asof_sql.COLUMN_INDEX.format(name=name, table=table, column=each.column))


def _is_of_staff(field: Any) -> bool:
    """Say whether a key leads to who did something: nobody lists rows of a past by that."""
    return str(field.remote_field.related_name or "") == "+"


def _install_past(cursor: CursorWrapper) -> None:
    """Build the views of the past anew, from the histories as they are now."""
    cursor.execute(asof_sql.SCHEMA)
    for model in recorded_models():
        table = model._meta.db_table
        columns = ", ".join(f'h."{column}"' for column in _columns(cursor, f"public.{table}"))
        cursor.execute(asof_sql.VIEW.format(table=table, columns=columns))
    cursor.execute(asof_sql.GRANTS)


def _adopt(cursor: CursorWrapper, names: dict[str, Any]) -> None:
    """Give rows that a migration wrote a first version, under an entry that says so."""
    table, key = names["table"], names["key"]
    cursor.execute(
        f"SELECT EXISTS (SELECT FROM public.{table} AS t WHERE NOT EXISTS "
        f"(SELECT FROM history.{table} AS h WHERE h.{key} = t.{key} AND h.to_seq IS NULL))"
    )
    if not cursor.fetchone()[0]:
        return
    cursor.execute(
        "SELECT record_open('record.adopted', NULL, 'Throughcare', 'SYSTEM', NULL, '', NULL,"
        " NULL, %s, NULL, '', NULL)",
        [f"rows of {table} written by a migration"],
    )
    cursor.execute(history_sql.ADOPTION.format(**names), [cursor.fetchone()[0]])
    cursor.execute("SELECT record_close()")

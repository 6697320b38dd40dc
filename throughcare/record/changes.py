"""What an entry changed: each field of each row, before and after."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from throughcare.record.registry import columns_of, recorded_models
from throughcare.record.rows import rows_of

Models = Collection[type[Model]]


@dataclass(frozen=True)
class Change:
    """One field of one row, before and after an entry. A new row has no before."""

    model: type[Model]
    row_id: Any
    field: "Field[Any, Any]"
    before: Any
    after: Any


def changes_of(seqs: list[int], *, models: Models | None = None) -> dict[int, list[Change]]:
    """Return what each entry changed, in the tables of some models or in all that are recorded.

    One query finds the tables that the entries touched, then one reads each of these.
    """
    changes: dict[int, list[Change]] = defaultdict(list)
    if not seqs:
        return changes
    for model in _touched_models(seqs, recorded_models() if models is None else models):
        for seq, row_id, before, after in _touched(model, seqs):
            changes[seq] += _differences(model, row_id, before, after)
    return changes


def listed(columns: Iterable[str]) -> str:
    """Return column names as a list of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def _touched_models(seqs: list[int], among: Models) -> list[type[Model]]:
    by_table = {model._meta.db_table: model for model in among}
    if not by_table:
        return []
    searched = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM history.{table}"
        " WHERE from_seq = ANY(%(seqs)s) OR to_seq = ANY(%(seqs)s))"
        for table in sorted(by_table)
    )
    return [by_table[table] for (table,) in rows_of(searched, seqs=seqs)]


Touched = tuple[int, Any, dict[str, Any] | None, dict[str, Any] | None]


def _touched(model: type[Model], seqs: list[int]) -> list[Touched]:
    """Return (entry, row, before, after) for the rows that some entries made, changed or ended."""
    columns = columns_of(model)
    key = str(model._meta.pk.column)
    rows = rows_of(
        f"SELECT {listed(columns)}, from_seq, to_seq FROM history.{model._meta.db_table}"
        f" WHERE from_seq = ANY(%(seqs)s) OR to_seq = ANY(%(seqs)s) ORDER BY {key}, from_seq",
        seqs=seqs,
    )
    begun: dict[tuple[int, Any], dict[str, Any]] = {}
    ended: dict[tuple[int, Any], dict[str, Any]] = {}
    at = columns.index(key)
    for row in rows:
        values = dict(zip(columns, row[:-2], strict=True))
        began, over = row[-2], row[-1]
        if over in seqs and began != over:
            ended.setdefault((over, row[at]), values)
        if began in seqs and began != over:
            begun[began, row[at]] = values
    touched = dict.fromkeys([*ended, *begun])
    return [
        (seq, row_id, ended.get((seq, row_id)), begun.get((seq, row_id))) for seq, row_id in touched
    ]


def _differences(
    model: type[Model], row_id: Any, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> list[Change]:
    found = []
    for each, column in zip(model._meta.concrete_fields, columns_of(model), strict=True):
        was = before.get(column) if before else None
        becomes = after.get(column) if after else None
        if was != becomes and not each.primary_key:
            found.append(Change(model, row_id, each, was, becomes))
    return found

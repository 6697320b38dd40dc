"""What an erasure reaches: a case or a person, and every recorded row that hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from throughcare.record.registry import recorded_models

CASES, PEOPLE = "cases_case", "people_person"
BARE = {"case_id": CASES, "person_id": PEOPLE}
OWN = "record_"
POINTING = """
SELECT DISTINCT {key}::text FROM history.{table} WHERE "{column}"::text = ANY(%s)
"""
VERSIONS = """
SELECT h.{key}::text, h.from_seq, h.to_seq, e.case_id::text, e.number
FROM history.{table} AS h JOIN public.record_entry AS e ON e.seq = h.from_seq
WHERE h.{key}::text = ANY(%s) ORDER BY h.{key}, h.from_seq
"""
Rows = dict[str, set[str]]


@dataclass(frozen=True)
class Version:
    """A row version that is to be erased, and the entry that made it."""

    table: str
    key: str
    from_seq: int
    to_seq: int | None
    case: str | None
    number: int

    def line(self) -> str:
        """Return how an erasure names it."""
        return f"{self.table}\t{self.key}\t{self.from_seq}\t{self.to_seq or ''}\t\n"


def reached(cursor: Any, table: str, key: str) -> Rows:
    """Return the keys of all rows that hang on a row, now or at any time before, by table."""
    found: Rows = {table: {key}}
    waiting = [(table, {key})]
    while waiting:
        to, keys = waiting.pop()
        for each, pointing in _pointing(cursor, to, keys):
            new = pointing - found.setdefault(each, set())
            if new:
                found[each] |= new
                waiting.append((each, new))
    return found


def _pointing(cursor: Any, to: str, keys: set[str]) -> Iterator[tuple[str, set[str]]]:
    for model in recorded_models():
        named = {"table": model._meta.db_table, "key": str(model._meta.pk.column)}
        for column in _columns_to(model, to):
            cursor.execute(POINTING.format(**named, column=column), [sorted(keys)])
            yield named["table"], {row for (row,) in cursor.fetchall()}


def _columns_to(model: type[Model], to: str) -> list[str]:
    """Return the columns that lead from a model to a table; the record's own stay out of it."""
    if model._meta.db_table.startswith(OWN):
        return []
    fields: Any = model._meta.concrete_fields
    keys = [str(each.column) for each in fields if _leads_to(each, to)]
    bare = [str(each.column) for each in fields if not each.is_relation]
    return keys + [column for column in bare if BARE.get(column) == to]


def _leads_to(field: Any, to: str) -> bool:
    return bool(field.is_relation and field.related_model._meta.db_table == to)


def versions_of(cursor: Any, rows: Rows) -> list[Version]:
    """Return every version of some rows, in the order in which they were made."""
    found = []
    keys = {model._meta.db_table: str(model._meta.pk.column) for model in recorded_models()}
    for table, some in sorted(rows.items()):
        cursor.execute(VERSIONS.format(table=table, key=keys[table]), [sorted(some)])
        found += [Version(table, *each) for each in cursor.fetchall()]
    return sorted(found, key=lambda each: (each.from_seq, each.table, each.key))

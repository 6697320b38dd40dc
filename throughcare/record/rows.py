"""Rows of queries that are asked for every file of every page: nothing puts them together anew.

They name their tables without a schema, so that a past answers them too. The database keeps how it
answers each of them for as long as the connection stands (docs/adr/0028).
"""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

from throughcare.record.asof import known_at

Row = tuple[Any, ...]

OF_A_PAST = "\n-- of a past"
MOST = 300
"""So many plans are kept for each connection; the longest unasked goes first."""


class _Kept(Cursor[Row]):
    """Sends values apart from the query, whose plan the database keeps.

    A past has other tables behind the same names: its queries are other words, with other plans.
    """

    def execute(self, query: Any, params: Any = None, **how: Any) -> "_Kept":
        asked = query if known_at() is None else query + OF_A_PAST
        super().execute(asked, params, **how | {"prepare": True})
        return self


class _Told(_Kept):
    """Tells the log of queries what was asked, which psycopg does not where a plan was kept."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> "_Told":
        super().execute(query, params, **how)
        self._query = self._convert_query(query, params)
        return self


def rows_of(query: str, **said: Any) -> list[Row]:
    """Return the rows of a query, given what it names as `%(name)s`.

    The same words each time: what differs is said.
    """
    return rows_kept(query, said)


def rows_kept(query: str, said: Mapping[str, Any] | Sequence[Any]) -> list[Row]:
    """Return the rows of a query, given what stands for its `%s` or `%(name)s`."""
    with _cursor() as cursor:
        cursor.execute(query, said)
        return cursor.fetchall()


def _cursor() -> CursorWrapper:
    """Return a cursor whose queries Django counts and whose errors it translates, as any other."""
    connection.ensure_connection()
    # Only what asks for it is kept, however often another query comes.
    connection.connection.prepare_threshold = sys.maxsize
    connection.connection.prepared_max = MOST
    if connection.queries_logged:
        told: Any = _Told(connection.connection)
        return connection.make_debug_cursor(told)
    kept: Any = _Kept(connection.connection)
    return connection.make_cursor(kept)

"""Rows of queries that are asked for every file of every page: nothing puts them together anew.

They name their tables without a schema, so that a past answers them too.
"""

from typing import Any

from django.db import connection


def rows_of(query: str, **said: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query, given what it names as `%(name)s`."""
    with connection.cursor() as cursor:
        cursor.execute(query, said)
        return cursor.fetchall()

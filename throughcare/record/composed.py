"""Queries that Django puts together once in a process, however many pages ask them.

A page of a file asks some forty questions that differ in nothing but a few keys and days. Putting
their words together took most of the page's time. A function under `composed_once` says its query
as ever; the first call puts it together with a mark for each value, and every call sends the words
that were found with its own values in the places of the marks (docs/adr/0028).
"""

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from inspect import Parameter, signature
from typing import Any, Generic, ParamSpec, TypeVar, get_origin, get_type_hints
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.compiler import SQLCompiler
from django.db.models import QuerySet

from throughcare.record.rows import Row, rows_kept

P = ParamSpec("P")
R = TypeVar("R")

# No query of the office's own says a value of these kinds: days, moments and ids are always asked.
ASKED = (UUID, date)
MARKS: dict[Any, Callable[[int], Any]] = {
    UUID: lambda at: UUID(int=0xC0FFEE << 64 | at),
    date: lambda at: date(2, 1, 1 + at),
    datetime: lambda at: datetime(1002, 1, 1 + at, tzinfo=UTC),
    str: lambda at: f"{at} is asked",
    Collection: lambda at: [UUID(int=0xC0FFEE << 64 | at)],
}


class NotComposable(Exception):
    """A query holds more than the values it was asked with, or changes one of these."""


@dataclass(frozen=True)
class _Words:
    """A query in words, and how its rows become what it answers."""

    queryset: QuerySet[Any, Any]
    compiler: "_Compiler"
    sql: str
    said: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    """Where in `said` each value stands: (place, number of the value)."""

    def answers(self, values: tuple[Any, ...]) -> list[Any]:
        """Return what the query answers for some values. One query."""
        said = list(self.said)
        for place, at in self.places:
            said[place] = values[at]
        answering = copy(self.compiler)
        answering.connection = connections[DEFAULT_DB_ALIAS]
        answering.rows = rows_kept(self.sql, said)
        objects: Any = self.queryset._iterable_class
        return list(objects(_Answered(self.queryset, answering)))


class _Compiler(SQLCompiler):
    """Makes objects of rows that were read already."""

    rows: list[Row]

    def execute_sql(self, *how: Any, **more: Any) -> Any:
        return [self.rows]


class _Answered:
    """Stands for a queryset and its query where Django makes objects of their rows."""

    db = DEFAULT_DB_ALIAS
    _known_related_objects: dict[Any, Any] = {}

    def __init__(self, queryset: QuerySet[Any, Any], compiler: _Compiler) -> None:
        self._queryset = queryset
        self._compiler = compiler
        self.query = self

    def get_compiler(self, using: str) -> _Compiler:
        return self._compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queryset.query, name)


class Composed(Generic[P, R]):
    """A question whose query is put together once for each of its shapes.

    What stands at a place of its own are values; what is named shapes the query.
    """

    def __init__(self, ask: Callable[P, QuerySet[Any, R]]) -> None:
        self.anew = ask
        self.__doc__ = ask.__doc__
        self._known: dict[Any, _Words | None] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        """Return what the query answers. One query, or none where it cannot find anything.

        :raises NotComposable: when the query says a day, a moment or an id that was not asked,
            or does not say one that was.
        """
        if None in args:
            raise NotComposable("What may be absent shapes a query: it must be named.")
        shape = tuple(sorted(kwargs.items()))
        if shape not in self._known:
            self._known[shape] = _composed(self.anew, kwargs)
        words = self._known[shape]
        return words.answers(args) if words else []


def composed_once(ask: Callable[P, QuerySet[Any, R]]) -> Composed[P, R]:
    """Let a query be put together once. Everything that it depends on must be among what is asked.

    Keys, days and moments stand at places of their own and are annotated; whatever else changes
    the query is named.
    """
    return Composed(ask)


def _composed(ask: Callable[..., QuerySet[Any, Any]], shape: dict[str, Any]) -> _Words | None:
    """Return a query in words, or None where it cannot find anything."""
    marks = [MARKS[kind](at) for at, kind in enumerate(_kinds(ask))]
    queryset = ask(*marks, **shape)
    compiler = _Compiler(queryset.query, connections[DEFAULT_DB_ALIAS], DEFAULT_DB_ALIAS)
    try:
        sql, said = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = tuple(
        (place, at)
        for place, value in enumerate(said)
        for at, mark in enumerate(marks)
        if type(value) is type(mark) and value == mark
    )
    _look_through(queryset, said, places, len(marks))
    return _Words(queryset, compiler, sql, tuple(said), places)


def _kinds(ask: Callable[..., Any]) -> list[Any]:
    """Return the kinds of the values that a question takes, in their order."""
    hints = get_type_hints(ask)
    return [
        get_origin(hints[name]) or hints[name]
        for name, each in signature(ask).parameters.items()
        if each.kind is not Parameter.KEYWORD_ONLY
    ]


def _look_through(
    queryset: Any, said: Any, places: tuple[tuple[int, int], ...], asked: int
) -> None:
    """Refuse a query that would be answered for other values than were asked."""
    standing = {place for place, _at in places}
    if {at for _place, at in places} != set(range(asked)):
        raise NotComposable("A value that is asked does not stand as it is in the query.")
    if any(isinstance(value, ASKED) for at, value in enumerate(said) if at not in standing):
        raise NotComposable("The query says a day, a moment or an id that was not asked.")
    if queryset._prefetch_related_lookups or queryset.query.combinator:
        raise NotComposable("What is fetched beside a query is asked by itself.")

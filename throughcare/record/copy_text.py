"""A row as a line of the text that PostgreSQL's COPY reads."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

Row = tuple[Any, ...]
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def line_of(row: Row) -> bytes:
    """Return a row as a line of COPY text, without its end.

    :raises TypeError: for a value of a kind that no column has.
    """
    return "\t".join([_WORDS[type(value)](value) for value in row]).encode()


def _escaped(value: str) -> str:
    return value.translate(ESCAPED)


def _json(value: Jsonb) -> str:
    return _escaped(json.dumps(value.obj))


def _array(values: list[Any]) -> str:
    """Return a list as PostgreSQL writes an array."""
    words = ["NULL" if each is None else f'"{str(each).translate(QUOTED)}"' for each in values]
    return _escaped(f"{{{','.join(words)}}}")


class _Words(dict[type, Callable[[Any], str]]):
    """How a value of each type is written; a type derived from one of these is written alike."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        for base in kind.__mro__[1:]:
            if base in self:
                self[kind] = _plainly(base, self[base])
                return self[kind]
        raise TypeError(f"A loaded row holds a {kind.__name__}, which no column has.")


def _plainly(base: type, words: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return how a choice of a list is written: as the plain value that it stands for."""
    return (lambda value: words(str(value))) if base is str else words


_WORDS = _Words(
    {
        type(None): lambda value: "\\N",
        bool: lambda value: "t" if value else "f",
        bytes: lambda value: f"\\\\x{value.hex()}",
        date: str,
        datetime: str,
        Decimal: str,
        float: repr,
        int: str,
        Jsonb: _json,
        list: _array,
        str: _escaped,
        time: str,
        UUID: lambda value: value.hex,
    }
)

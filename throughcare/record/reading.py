"""Reading the same rows once, in a stretch of work that only reads.

Inside `reading_once` a question that was asked of some files on a day is not asked of the database
again. Nothing is kept beyond the block, and opening an entry forgets what was read: what follows a
write is read afresh.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from throughcare.record.asof import known_at

T = TypeVar("T")
Ask = Callable[[Collection[UUID], date], dict[UUID, T]]

_read: ContextVar[dict[Any, dict[UUID, Any]] | None] = ContextVar("read", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Read what is asked in the block once. A block inside another is part of it."""
    if _read.get() is not None:
        yield
        return
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def read_once(ask: Ask[T]) -> Ask[T]:
    """Let a question about files on a day be answered from what was read already in the block.

    The answers are shared: whoever asks must not change them.
    """

    @wraps(ask)
    def answered(cases: Collection[UUID], on: date) -> dict[UUID, T]:
        read = _read.get()
        if read is None:
            return ask(cases, on)
        key = (ask, on, known_at())
        known = read.get(key)
        if known is None or any(case not in known for case in cases):
            known = read[key] = ask(cases, on)
        return {case: known[case] for case in cases if case in known}

    return answered


def forget() -> None:
    """Forget what was read: something is about to be written."""
    if (read := _read.get()) is not None:
        read.clear()

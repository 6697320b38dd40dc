"""The only place that reads the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

EASTERN = "America/Toronto"

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """Return the instant the office is seen at: the present, or the one chosen by `frozen`."""
    return _frozen.get() or wall()


def wall() -> datetime:
    """Return the present instant, whatever is being looked at: for sessions and limits."""
    return datetime.now(UTC)


def today(zone: str = EASTERN) -> date:
    """Return the day it is now in a time zone, by default Ontario's eastern one."""
    return day_of(now(), zone)


def day_of(moment: datetime, zone: str = EASTERN) -> date:
    """Return the local day of a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()


@contextmanager
def frozen(moment: datetime) -> Iterator[datetime]:
    """Hold `now` at one moment for the length of a block.

    :raises ValueError: for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("A frozen moment needs a time zone.")
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield moment
    finally:
        _frozen.reset(token)

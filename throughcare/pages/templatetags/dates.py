"""Days, times and numbers in templates, in the language of the page.

Filters of days raise the French `1er`; inside an attribute use `|striptags` after them.
A missing day is written as nothing.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from throughcare import clock
from throughcare.pages import dates

register = template.Library()


def _raised(written: str) -> SafeString:
    """Return words with the ordinal of a French first of the month raised."""
    raised = escape(written).replace("1er\u00a0", "1<sup>er</sup>\u00a0")
    return mark_safe(raised)  # noqa: S308 - escaped above


@register.filter
def raised(value: object) -> str:
    """Write a sentence with a day in it, its French ordinal raised; nothing for nothing."""
    return _raised(str(value)) if value else ""


def _as_day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _day_filter(name: str, write: Callable[[date], str]) -> None:
    @register.filter(name)
    def written(value: date | datetime | None) -> str:
        return _raised(write(_as_day(value))) if value else ""


def _moment_filter(name: str, write: Callable[[datetime], str]) -> None:
    @register.filter(name)
    def written(value: datetime | None) -> str:
        return _raised(write(value)) if value else ""


_day_filter("short_day", dates.short_day)
_day_filter("week_day", dates.week_day)
_day_filter("full_day", dates.full_day)
_day_filter("full_week_day", dates.full_week_day)
_day_filter("long_day", dates.long_day)
_day_filter("long_full_day", dates.long_full_day)
_moment_filter("week_moment", dates.week_moment)
_moment_filter("known_moment", dates.known_moment)
_moment_filter("full_moment", dates.full_moment)


@register.simple_tag
def present_moment() -> datetime:
    """Return the present moment, whatever day is being looked at."""
    return clock.wall()


@register.filter
def partial_day(value: dates.PartialDate | str | None) -> str:
    """Write as much of a day as is known."""
    if not value:
        return ""
    known = dates.PartialDate.parse(value) if isinstance(value, str) else value
    return _raised(dates.partial_day(known))


@register.filter
def clock_time(value: time | datetime | None) -> str:
    """Write a time of day."""
    return dates.clock_time(value) if value else ""


@register.filter
def number(value: Any, places: int = 0) -> str:
    """Write a number with its separators."""
    return "" if value is None else dates.number(value, places)


@register.filter
def hours(value: Any) -> str:
    """Write hours, with one decimal when there is a part."""
    return "" if value is None else dates.hours(value)


@register.filter
def iso(value: date | datetime | None) -> str:
    """Write a day or moment for the `datetime` attribute of <time>."""
    return value.isoformat() if value else ""

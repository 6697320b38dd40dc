"""What a condition states that none of its values holds: a person is shown it, it is never lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR
from throughcare.kernel.reading.amounts import Quantity
from throughcare.kernel.reading.measures import METRES
from throughcare.kernel.reading.said import Said

AROUND = 24
"""Characters before and after a number in which words may say that it limits nothing."""


def sums_in(said: Said) -> Iterator[str]:
    """Yield the numbers of the sums of money in a condition."""
    number = said.setting.counting.number
    figures = r"\d{1,3}(?:\s\d{3})+(?!\d)|\d[\d,]*(?:\.\d\d)?"
    for found in re.finditer(rf"\$\s?({figures})|({number})\s?(?:\$|dollars?\b)", said.plain):
        yield (found[1] or found[2]).rstrip(",")


def has_unread(said: Said) -> bool:
    """Say whether a day, a length, an amount or a sum stands in the words and in no value.

    What is stated elsewhere, as the length of the whole order is, is not asked for here.
    """
    if said.wording.elsewhere.issuperset(said.codes):
        return False
    known = frozenset(_parts(said.values))
    sums = (said.setting.counting.value(each) for each in sums_in(said))
    return (
        any(each not in known for each in (*_days(said), *_times(said)))
        or any(not _is_known(each, known) for each in _quantities(said))
        or any(_text(each) not in known for each in sums)
    )


def _days(said: Said) -> Iterator[str]:
    """Yield the days written in a condition."""
    end = said.start + len(said.plain)
    for each in said.setting.written:
        if said.start <= each.span.start < end:
            yield each.on.isoformat()


def _times(said: Said) -> Iterator[str]:
    """Yield the ends of the windows of the day that a condition states, as far as they are told."""
    for each in said.wording.clock.windows(said.plain):
        yield from filter(None, (each.start, each.end))


def _quantities(said: Said) -> Iterator[Quantity]:
    """Yield the quantities that limit something: no ages, no *24 hours a day*."""
    for each in said.setting.counting.quantities(said.plain):
        before = said.plain[max(0, each.span.start - AROUND) : each.span.start]
        after = said.plain[each.span.end : each.span.end + AROUND]
        turns = (("no_limit_before", before), ("no_limit_after", after))
        if not any(said.wording.has(name, words) for name, words in turns):
            yield each


def _is_known(quantity: Quantity, known: frozenset[str]) -> bool:
    """Say whether a value holds a quantity: as it is, in the smaller unit, as a time of day."""
    number = quantity.number
    smaller = (number * MONTHS_OF_A_YEAR, number * METRES["kilometre"])
    told = {*map(_text, (number, *smaller)), f"{int(number):02d}:00"}
    return not known.isdisjoint(told)


def _parts(value: Any) -> Iterator[str]:
    """Yield all that values hold, and how long a part between two times is."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _parts(each)
        start, end = value.get("from"), value.get("to")
        if isinstance(start, int | float) and isinstance(end, int | float):
            yield _text(end - start)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _parts(each)
    else:
        yield _text(value)


def _text(value: Any) -> str:
    """Return a value as text, a whole number without decimals."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

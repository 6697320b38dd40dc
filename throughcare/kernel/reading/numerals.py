"""Numbers in words: one hundred and twenty, quatre-vingt-dix; what is malformed is in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set

HUNDRED, THOUSAND = 100, 1000
TENS = range(20, 100, 10)
ONES, TEENS = range(1, 10), range(10, 20)
TAKE_TEENS = (60, 80)  # soixante-dix, quatre-vingt-onze
JOINS = frozenset({"and", "et", ""})


def value_in_words(numbers: Mapping[str, int], doubtful: Set[str], words: str) -> tuple[int, bool]:
    """Return the value of a number in words, and whether it can be no other.

    Doubtful are words that a court of another place may mean otherwise, and words in an order
    that no number has: *ten twenty*. Words that are no numbers count nothing.
    """
    plain = _together(numbers, re.split(r"[\s-]+", words.strip()))
    values = [numbers[word] for word in plain if word in numbers]
    exact = _whole(values)
    is_known = len(values) == sum(word not in JOINS for word in plain)
    if exact is None:
        return _summed(values), False
    return exact, is_known and doubtful.isdisjoint(plain)


def _together(numbers: Mapping[str, int], words: Sequence[str]) -> list[str]:
    """Return the words with those put together that are one number together: quatre-vingt."""
    found: list[str] = []
    for word in words:
        pair = f"{found[-1]}-{word}" if found else ""
        if pair in numbers:
            found[-1] = pair
        else:
            found.append(word)
    return found


def _whole(values: Sequence[int]) -> int | None:
    """Return the number that values stand for one after the other, or None for none."""
    if values == [0]:
        return 0
    return _scaled(values, THOUSAND, _below_thousand)


def _below_thousand(values: Sequence[int]) -> int | None:
    """Return a number below a thousand; also *twelve hundred*."""
    return _scaled(values, HUNDRED, _below_hundred)


def _scaled(
    values: Sequence[int], scale: int, read: Callable[[Sequence[int]], int | None]
) -> int | None:
    """Return what stands before a scale times the scale, and what stands after it."""
    if scale not in values:
        return read(values)
    at = list(values).index(scale)
    many = read(values[:at]) if at else 1
    rest = read(values[at + 1 :]) if values[at + 1 :] else 0
    return None if many is None or rest is None else many * scale + rest


def _below_hundred(values: Sequence[int]) -> int | None:
    """Return a number below a hundred of one word or two."""
    if len(values) == 1:
        return values[0] if 0 < values[0] < HUNDRED else None
    return _pair(*values) if len(values) == len(("tens", "ones")) else None


def _pair(tens: int, ones: int) -> int | None:
    """Return tens with what may follow them."""
    after = (*ONES, *TEENS) if tens in TAKE_TEENS else ONES if tens in TENS else ()
    return tens + ones if ones in after else None


def _summed(values: Sequence[int]) -> int:
    """Return the best guess at a malformed number, never to be shown without its doubt."""
    total = part = 0
    for value in values:
        if value in (HUNDRED, THOUSAND):
            part = max(part, 1) * value
        else:
            total, part = total + part, value
    return total + part

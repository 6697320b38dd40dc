"""A text mended for reading: broken words joined, accents put together, shorthand written out.

Every character of the mended text knows its place in the text as it arrived, so what is shown and
kept is always what arrived.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from throughcare.kernel.reading.changes import Change, Shorthand, broken, short, signs
from throughcare.kernel.reading.page_lines import page_lines
from throughcare.kernel.reading.texts import Expression, Span


@dataclass(frozen=True)
class Mended:
    """A text as it is read, with the place of each of its pieces in what arrived."""

    text: str
    changes: tuple[Change, ...]

    @property
    def dropped(self) -> list[Span]:
        """Return the lines that are left out of the reading, as they arrived."""
        return [each.span for each in self.changes if each.is_dropped]

    def back(self, span: Span) -> Span:
        """Return where a piece of the mended text stands in what arrived."""
        return Span(self._place(span.start)[0], self._place(span.end - 1)[1])

    def _place(self, at: int) -> tuple[int, int]:
        """Return where what a character of the mended text stands for begins and ends."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at, at + 1
        change = self.changes[index]
        inside = at - self._starts[index]
        if inside < len(change.means):
            return change.span.start, change.span.end
        start = change.span.end + inside - len(change.means)
        return start, start + 1

    @cached_property
    def _starts(self) -> list[int]:
        """Return where each change begins in the mended text."""
        grown = (len(each.means) - (each.span.end - each.span.start) for each in self.changes)
        shifts = accumulate(grown, initial=0)
        return [each.span.start + shift for each, shift in zip(self.changes, shifts, strict=False)]


def mended(text: str, kept_hyphens: Expression, shorthand: Sequence[Shorthand]) -> Mended:
    """Return a text as it is to be read.

    `kept_hyphens` are the words before a hyphen that belongs there also at the end of a line:
    *twenty-four*, *non-prescribed*.
    """
    heads = list(page_lines(text))
    found = [*heads, *signs(text), *broken(text, kept_hyphens), *short(text, shorthand)]
    changes: list[Change] = []
    for each in sorted(found, key=lambda each: (each.span.start, not each.is_dropped)):
        if not changes or each.span.start >= changes[-1].span.end:
            changes.append(each)
    return Mended(_with(text, changes), tuple(changes))


def _with(text: str, changes: Sequence[Change]) -> str:
    """Return a text with its changes made."""
    parts, at = [], 0
    for each in changes:
        parts += [text[at : each.span.start], each.means]
        at = each.span.end
    return "".join([*parts, text[at:]])

"""Whose a length of time is: the order's, or that of a jail term, a ban or another order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from throughcare.kernel.reading.texts import Expression, Span
from throughcare.kernel.reading.wording import Wording

BOUNDARY = re.compile(
    r"[.;!?](?=\s|$)|\n(?=\s*(?:\n|\(?\w{1,4}[.)]\s|\[ ?\w?|[-•*o▪]\s|$))"
    r"|:\s*\n|(?<=\s)\[ ?\d{1,4} ?\](?=\s)"
)
"""Where a sentence, an item or a numbered paragraph ends."""
LONGEST = 400
"""Characters before and after a length in which its sentence is looked for."""
AHEAD = 60
"""Characters before a name in which the words stand that only place something after it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that a length may belong to, and whether they name the order."""

    start: int
    end: int
    is_own: bool


@dataclass(frozen=True, eq=False)
class Owners:
    """What lengths of one text belong to; `own` are the names of the order, `others` the rest."""

    wording: Wording
    plain: str
    own: Sequence[Expression]
    others: Sequence[Expression]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Return the names in the text; the order's own goes before another that shares words."""
        own = [Mention(*found.span(), True) for found in self._found(self.own)]
        own.sort(key=_start)
        others = [Mention(*found.span(), False) for found in self._found(self.others)]
        rest = [each for each in others if not _is_shared(own, each)]
        return sorted([*own, *rest], key=_start)

    def _found(self, expressions: Sequence[Expression]) -> Iterator[re.Match[str]]:
        """Yield what any of the expressions finds."""
        for each in expressions:
            yield from each.finditer(self.plain)

    @cached_property
    def _bounds(self) -> list[int]:
        """Return where sentences end."""
        return [found.end() for found in BOUNDARY.finditer(self.plain)]

    def sentence(self, span: Span) -> Span:
        """Return the sentence that a piece stands in, of an endless one what is near."""
        before = bisect_right(self._bounds, span.start)
        start = self._bounds[before - 1] if before else 0
        after = bisect_left(self._bounds, span.end)
        end = self._bounds[after] if after < len(self._bounds) else len(self.plain)
        return Span(max(start, span.start - LONGEST), min(end, span.end + LONGEST))

    def before(self, span: Span, within: Span) -> list[Mention]:
        """Return the names before a piece in its sentence, the nearest first."""
        at = bisect_left(self.mentions, span.start, key=_start)
        near = reversed(self.mentions[max(0, at - NEAREST) : at])
        return [each for each in near if each.start >= within.start and each.end <= span.start]

    def after(self, span: Span, within: Span) -> list[Mention]:
        """Return the names after a piece in its sentence, the nearest first."""
        at = bisect_left(self.mentions, span.end, key=_start)
        return [each for each in self.mentions[at : at + NEAREST] if each.end <= within.end]

    def is_passed(self, mention: Mention) -> bool:
        """Say whether a name only tells when something begins: *following your jail sentence*."""
        ahead = self.plain[max(0, mention.start - AHEAD) : mention.start]
        return self.wording.has("passed", ahead)

    def is_own_before(self, span: Span) -> bool:
        """Say whether the order is what was spoken of last before a piece, or nothing was."""
        at = bisect_left(self.mentions, span.start, key=_start)
        near = reversed(self.mentions[max(0, at - NEAREST) : at])
        return next((each.is_own for each in near if not self.is_passed(each)), True)


NEAREST = 12
"""So many names on each side of a length are looked at."""


def _start(mention: Mention) -> int:
    """Return where a name begins."""
    return mention.start


def _is_shared(own: Sequence[Mention], other: Mention) -> bool:
    """Say whether a name shares words with one of the order's own, which stand in their order."""
    at = bisect_left(own, other.end, key=_start)
    return any(each.end > other.start for each in own[max(0, at - NEAREST) : at])


def told_in(wording: Wording, plain: str) -> str:
    """Return folded words with blanks for the orders that others had, sought, or were refused.

    Of an order that this one comes after only the name becomes blank; every place stays.
    """
    words = wording.turn("passed_order").sub(_blank, plain)
    start, told = 0, []
    for end in (*(found.end() for found in BOUNDARY.finditer(words)), len(words)):
        sentence = words[start:end]
        told.append(_told(wording, sentence))
        start = end
    return "".join(told)


def _told(wording: Wording, sentence: str) -> str:
    """Return a sentence, or as many blanks where it imposes no order."""
    is_passed = wording.has("refused_order", sentence) or wording.has("not_imposed", sentence)
    return " " * len(sentence) if is_passed else sentence


def _blank(found: re.Match[str]) -> str:
    """Return as many blanks as words were found."""
    return " " * len(found[0])

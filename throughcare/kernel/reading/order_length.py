"""How long an order lasts: the length that stands nearest to its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.orders import Instrument
from throughcare.kernel.reading.texts import Expression, Span
from throughcare.kernel.reading.wording import Wording

NEAR = 140
"""Characters round a length in which an instrument is named that it can be the length of."""

LONGEST_SENTENCE = 400
"""Characters before and after a length in which its sentence is looked for."""
NEAREST = 20
"""So many lengths near the name of an instrument are looked at, the nearest first."""
STOPS = (". ", ".\n", ";")


@dataclass(frozen=True, slots=True)
class Found:
    """An instrument imposed in the text, with its length and what that length contradicts."""

    code: str
    length: Length | None
    is_contradicted: bool = False
    span: Span | None = None


def length_of(
    wording: Wording, counting: Counting, instrument: Instrument, plain: str, taken: Sequence[Span]
) -> Found:
    """Return how long an instrument lasts: the length nearest to its name.

    Where none stands in a sentence with its name, the only length of the text that belongs to
    nothing else is taken. `taken` are pieces in which lengths are other things'.
    """
    free = [each for each in counting.lengths(plain) if _is_free(wording, plain, each[1], taken)]
    gaps = [(_gap(wording, instrument, plain, span), length, span) for length, span in free]
    near = sorted((gap, span.start, length, span) for gap, length, span in gaps if gap is not None)
    told = (one for one in near[:NEAREST] if not _is_recited(wording, plain, one[3]))
    if (one := next(told, None)) is None:
        return _only(wording, instrument, plain, free)
    _, _, length, span = one
    length, span = _before_brackets(plain, free, length, span)
    beside = {other for other, place in free if _is_beside(plain, span, place)}
    is_doubtful = bool(beside - {length}) or counting.is_doubtful(plain, span)
    return Found(instrument.code, length, is_doubtful, span)


def _before_brackets(
    plain: str, free: list[tuple[Length, Span]], length: Length, span: Span
) -> tuple[Length, Span]:
    """Return the length that one in brackets only repeats: *two months (60 days)*."""
    first = (each for each in free if _is_beside(plain, each[1], span))
    return next(first, (length, span))


def _is_free(wording: Wording, plain: str, span: Span, taken: Sequence[Span]) -> bool:
    """Say whether a length may be the order's: not a condition's, nor *the first six months*."""
    before = plain[max(0, span.start - 28) : span.start]
    is_taken = any(span.overlaps(each) for each in taken)
    return not is_taken and not wording.has("not_a_length", before)


def _is_recited(wording: Wording, plain: str, span: Span) -> bool:
    """Say whether a length stands in a sentence that tells of old terms or of what was asked."""
    return wording.has("recited", _sentence(plain, span))


def _sentence(plain: str, span: Span) -> str:
    """Return the sentence that a piece stands in, of an endless one what is near."""
    first, last = max(0, span.start - LONGEST_SENTENCE), span.end + LONGEST_SENTENCE
    start = max(plain.rfind(stop, first, span.start) for stop in STOPS)
    ends = [end for stop in STOPS if (end := plain.find(stop, span.end, last)) >= 0]
    return plain[max(start + 1, first) : min(ends, default=last)]


def _only(
    wording: Wording, instrument: Instrument, plain: str, free: list[tuple[Length, Span]]
) -> Found:
    """Return the length that the text names as its own, or the only one that is no other's."""
    named = {
        length: span
        for length, span in free
        if wording.has("length_named", plain[max(0, span.start - 40) : span.start])
    }
    if len(named) == 1:
        ((length, span),) = named.items()
        return Found(instrument.code, length, span=span)
    others = wording.turn("other_lengths")
    left = {
        length: span
        for length, span in free
        if _nearest(others, *_around(plain, span)) is None
        and wording.has("length_follows", plain[max(0, span.start - 28) : span.start])
        and not _is_recited(wording, plain, span)
    }
    if len(left) != 1:
        return Found(instrument.code, None)
    ((length, span),) = left.items()
    return Found(instrument.code, length, span=span)


def _around(plain: str, span: Span) -> tuple[str, str]:
    """Return the words before and after a piece."""
    return plain[max(0, span.start - NEAR) : span.start], plain[span.end : span.end + NEAR]


def _is_beside(plain: str, span: Span, other: Span) -> bool:
    """Say whether a second length stands in brackets after the first."""
    return (
        other.start > span.end and re.fullmatch(r"\s*\(", plain[span.end : other.start]) is not None
    )


def _gap(wording: Wording, instrument: Instrument, plain: str, span: Span) -> int | None:
    """Return how far a length is from the name of an instrument; None where it is another's."""
    before, after = _around(plain, span)
    own = _nearest(instrument.says, before, after)
    other = _nearest(wording.turn("other_lengths"), before, after)
    if own is None or (other is not None and other < own):
        return None
    return own


def _nearest(expression: Expression, before: str, after: str) -> int | None:
    """Return the distance to the nearest words, in the same sentence, before or after."""
    before = re.split(r"[.;](?=\s)", before)[-1]
    after = re.split(r"[.;](?=\s)", after)[0]
    gaps = [len(before) - found.end() for found in expression.finditer(before)]
    gaps += [found.start() for found in expression.finditer(after)]
    return min(gaps, default=None)

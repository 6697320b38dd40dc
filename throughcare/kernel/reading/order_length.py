"""How long an order lasts: of the lengths in a text, the one that is the order's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.owners import Mention, Owners
from throughcare.kernel.reading.texts import Span

NEAR = 60
"""Characters before a length in which the words stand that tell what it is."""
AT_IT, IN_SENTENCE = 2, 1
"""How surely a length is the order's: joined to its name, or in one sentence with it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An instrument imposed in the text, with its length and what that length contradicts."""

    code: str
    length: Length | None
    is_contradicted: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A length that may be the order's, how surely, and whether the words there impose it."""

    length: Length
    span: Span
    rank: int
    imposes: bool

    @property
    def weight(self) -> tuple[int, bool]:
        """Return how surely it is the order's, to compare with others."""
        return self.rank, self.imposes

    @property
    def value(self) -> tuple[int, int]:
        """Return the length in months and days, in which two ways to say it agree."""
        return self.length.whole_months, self.length.loose_days


def length_of(code: str, owners: Owners, counting: Counting, taken: Sequence[Span]) -> Found:
    """Return how long an instrument lasts, by the words its length is joined to.

    `taken` are pieces in which lengths are other things'. Of two lengths that are equally sure
    neither is taken; one whose brackets say another is returned as contradicted.
    """
    plain, found = owners.plain, counting.lengths(owners.plain)
    claims = [each for each in _claims(owners, found, taken) if each.rank]
    if not claims:
        return Found(code, None)
    surest = max(each.weight for each in claims)
    first, *others = [each for each in claims if each.weight == surest]
    if any(each.value != first.value for each in others):
        return Found(code, None, True, first.span)
    beside = [length for length, span in found if _is_repeated(plain, first.span, span)]
    is_doubtful = any(each != first.length for each in beside)
    is_doubtful = is_doubtful or counting.is_doubtful(plain, first.span)
    return Found(code, first.length, is_doubtful, first.span)


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Say whether a piece shares words with any of others."""
    return any(span.overlaps(each) for each in taken)


def _claims(
    owners: Owners, found: Sequence[tuple[Length, Span]], taken: Sequence[Span]
) -> Iterator[Claim]:
    """Yield each length with what it is to the order; one in brackets only repeats another."""
    for place, (length, span) in enumerate(found):
        if place == 0 or not _is_repeated(owners.plain, found[place - 1][1], span):
            sentence = owners.sentence(span)
            rank = _rank(owners, span, sentence)
            if _overlaps(span, taken):
                rank = _joined(owners, span, sentence) or 0
            imposes = owners.wording.has("imposes", sentence.of(owners.plain))
            yield Claim(length, span, min(rank, _most(length, rank)), imposes)


def _most(length: Length, rank: int) -> int:
    """Return the rank a length may have: days are the order's only where they are joined to it."""
    is_short = not length.whole_months and rank == IN_SENTENCE
    return 0 if is_short else rank


def _is_repeated(plain: str, span: Span, other: Span) -> bool:
    """Say whether a second length stands in brackets after the first."""
    return (
        other.start > span.end and re.fullmatch(r"\s*\(", plain[span.end : other.start]) is not None
    )


def _rank(owners: Owners, span: Span, sentence: Span) -> int:
    """Return how surely a length is the order's; nothing where it is another's."""
    wording, plain = owners.wording, owners.plain
    before, after = plain[sentence.start : span.start], plain[span.end : sentence.end]
    if wording.has("not_imposed", f"{before} {after}"):
        return 0
    is_own = owners.is_own_before(span)
    if wording.has("length_named", before[-NEAR:]) or wording.has("length_told", after):
        return AT_IT if is_own else 0
    joined = _joined(owners, span, sentence)
    if joined != 0 and is_own and wording.has("length_goes_on", after):
        return AT_IT
    return _in_sentence(owners, span, sentence) if joined is None else joined


def _joined(owners: Owners, span: Span, sentence: Span) -> int | None:
    """Return how surely a length is the order's by the name it is joined to; None for no name."""
    earlier, later = owners.before(span, sentence), owners.after(span, sentence)
    if owners.wording.has("not_of_order", owners.plain[sentence.start : span.start][-NEAR:]):
        return 0
    for mention, turn in ((later[:1], "joins_name"), (earlier[:1], "joins_length")):
        for each in mention:
            if owners.wording.turn(turn).fullmatch(_between(owners, span, each)):
                return AT_IT if each.is_own else 0
    return None


def _in_sentence(owners: Owners, span: Span, sentence: Span) -> int:
    """Return how surely a length is the order's by the name nearest before it, else after."""
    for names in (owners.before(span, sentence), owners.after(span, sentence)):
        known = [each for each in names if not owners.is_passed(each)]
        if known:
            return IN_SENTENCE if _is_near(owners, span, known[0]) else 0
    return 0


def _is_near(owners: Owners, span: Span, mention: Mention) -> bool:
    """Say whether a name is the order's and nothing else is ordered between it and a length."""
    between = _between(owners, span, mention)
    introduced = owners.plain[max(0, span.start - NEAR) : span.start]
    return (
        mention.is_own
        and owners.wording.has("length_follows", introduced)
        and not owners.wording.has("length_parted", between)
    )


def _between(owners: Owners, span: Span, mention: Mention) -> str:
    """Return the words between a length and a name."""
    start, end = sorted((span.start, span.end, mention.start, mention.end))[1:3]
    return owners.plain[start:end]

"""What orders something: not the sentences that only tell, *The Crown sought a DNA order.*"""

from __future__ import annotations

from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import Unit, sentences
from throughcare.kernel.reading.wording import Wording

ENDS = ".?!"
FEW, HEAD = 2, 24
"""Words and characters: a line without a verb has more words, and says early what it orders."""
SHORT = 12
"""Words: an item of a list of exceptions or subjects that begins no sentence is no longer."""


def ordered_of(wording: Wording, plain: str, unit: Unit, hits: list[Hit]) -> list[Hit]:
    """Return the codes of a unit without those of sentences in it that tell of old terms.

    An item of one sentence is taken as it is: what stands in a list of an order was ordered.
    After *I recommend* or *I do not impose* nothing else is.
    """
    told = _told(wording, plain, unit.span) if unit.is_item and hits else []
    kept = [hit for hit in hits if not _is_in(hit.span, told)]
    is_alone = bool(kept) and wording.family(kept[0].code).is_alone
    return kept[:1] if is_alone else kept


def _told(wording: Wording, plain: str, span: Span) -> list[Span]:
    """Return the sentences of a piece, all but its last, that tell of old terms."""
    whole = [each for each in sentences(plain, span)[:-1] if plain[each.end - 1] in ENDS]
    return [each for each in whole if wording.has("recited", each.of(plain))]


def _is_in(span: Span, told: list[Span]) -> bool:
    """Say whether a piece begins in one of others."""
    return any(each.start <= span.start < each.end for each in told)


def imposed_of(
    wording: Wording, plain: str, unit: Unit, hits: list[Hit], goes_on: bool
) -> list[Hit]:
    """Return what a unit of running text imposes; `goes_on` is with what orders already.

    Where it orders nothing, what only announces or refuses something is kept.
    """
    words = unit.span.of(plain)
    if wording.has("recited", words):
        return [hit for hit in hits if wording.has("refuses", hit.span.of(plain))]
    if goes_on or _orders(wording, unit, words, hits):
        return hits
    return [hit for hit in hits if wording.family(hit.code).is_announced]


def _orders(wording: Wording, unit: Unit, words: str, hits: list[Hit]) -> bool:
    """Say whether a sentence of running text orders something."""
    is_said = wording.has("orders", words) or wording.has("obligation_opens", words)
    return is_said or _is_bare(wording, unit, words, hits)


def _is_bare(wording: Wording, unit: Unit, words: str, hits: list[Hit]) -> bool:
    """Say whether a line is an order without a verb: *40 hours of community service*."""
    is_short = FEW < len(words.split()) <= SHORT
    begins = hits[0].span.start - unit.span.start <= HEAD
    return unit.is_line and is_short and begins and not wording.has("tells", words)

"""Sentences of an item that only tell: *The Crown sought a DNA order. I make none.*"""

from __future__ import annotations

from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import Unit, sentences
from throughcare.kernel.reading.wording import Wording

ENDS = ".?!"


def ordered_of(wording: Wording, plain: str, unit: Unit, hits: list[Hit]) -> list[Hit]:
    """Return the codes of an item without those of sentences in it that tell of old terms.

    An item of one sentence is taken as it is: what stands in a list of an order was ordered.
    """
    cut = sentences(plain, unit.span) if unit.is_item and hits else []
    whole = [each for each in cut[:-1] if plain[each.end - 1] in ENDS]
    told = [each for each in whole if wording.has("recited", each.of(plain))]
    return [hit for hit in hits if not _is_in(hit.span, told)]


def _is_in(span: Span, told: list[Span]) -> bool:
    """Say whether a piece begins in one of others."""
    return any(each.start <= span.start < each.end for each in told)

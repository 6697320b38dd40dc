"""Cut a sentence that strings many obligations into one clause for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import Unit
from throughcare.kernel.reading.wording import Wording

MANY = 3
"""So many different things in one sentence of running text are conditions of their own."""


def parts_of(
    wording: Wording, plain: str, unit: Unit, hits: list[Hit]
) -> Iterator[tuple[Unit, list[Hit]]]:
    """Yield a unit whole, or a sentence of running text by its clauses."""
    if unit.is_item or len(_groups(wording, plain, hits)) < _least(wording, hits):
        yield unit, hits
        return
    groups = _groups(wording, plain, hits, are_many=True)
    cuts = [_cut(wording, plain, one[-1], other[0]) for one, other in pairwise(groups)]
    edges = [unit.span.start, *cuts, unit.span.end]
    for (start, end), group in zip(pairwise(edges), groups, strict=True):
        yield Unit(Span(start, end), unit.level, False, unit.block), group


def _least(wording: Wording, hits: list[Hit]) -> int:
    """Return how many groups cut a sentence; two do where a family asks it."""
    return 2 if any(wording.family(hit.code).is_separate for hit in hits) else MANY


def _groups(
    wording: Wording, plain: str, hits: list[Hit], *, are_many: bool = False
) -> list[list[Hit]]:
    """Return neighbouring hits of one family together."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _is_kin(wording, plain, groups[-1][-1], hit, are_many):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _is_kin(wording: Wording, plain: str, before: Hit, hit: Hit, are_many: bool) -> bool:
    """Say whether a hit joins the one before it: same words, same family, or any condition.

    Where a sentence strings many, a clause of its own parts also what is of one family, unless
    that family is read as one: *report within two days, and after that as told*.
    """
    family = wording.family(hit.code)
    between = plain[before.span.end : hit.span.start]
    if family.rides or before.span.overlaps(hit.span) or wording.has("clause_joins", between):
        return True
    has_clause = are_many and family.has_exceptions and "," in between
    return before.code in family.codes and not (family.is_separate or has_clause)


def _cut(wording: Wording, plain: str, before: Hit, after: Hit) -> int:
    """Return where one clause ends and the next begins."""
    end, start = before.span.end, after.span.start
    between = list(wording.turn("clause_begins").finditer(plain, end, start))
    return between[-1].end() if between else max(start, end)

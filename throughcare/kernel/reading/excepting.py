"""Exceptions in a sentence of their own: *The one exception is …*, *You may, however, …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from throughcare.kernel.reading.layout import Condition, Layout
from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.units import Unit
from throughcare.kernel.reading.wording import Wording

NEAR = 1
"""Paragraphs after a condition in which its exceptions may stand."""


def repeated(wording: Wording, layout: Layout, unit: Unit, words: str, own: list[Hit]) -> list[Hit]:
    """Return the codes that a sentence makes an exception from, or none where it makes none.

    They are those of the conditions of one family just before it: no contact, and no going there;
    *that does not apply* speaks of the last alone. `own` are codes that the sentence says itself.
    """
    if unit.is_item or not _is_exception(wording, layout, unit, words):
        return []
    before = layout.conditions[-1:] if wording.has("excepts_last", words) else layout.conditions
    found = {hit.code: hit.pattern for hit in _of_the_run(wording, before)}
    is_said = any(_may_except(wording, hit, "") for hit in own)
    return [] if is_said else [Hit(code, pattern, unit.span) for code, pattern in found.items()]


def _is_exception(wording: Wording, layout: Layout, unit: Unit, words: str) -> bool:
    """Say whether words begin an exception from a condition near before them, and no list of it."""
    last = layout.last
    is_near = last is not None and unit.block - last.pieces[-1].block <= NEAR
    return is_near and wording.has("excepts", words) and not wording.has("invites_list", words)


def _of_the_run(wording: Wording, conditions: Sequence[Condition]) -> Iterator[Hit]:
    """Yield what the last conditions order, as long as they are of the first one's family."""
    name = ""
    for condition in reversed(conditions):
        own = [hit for hit in condition.hits if _may_except(wording, hit, name)]
        if not own:
            return
        name = wording.family(own[0].code).name
        yield from own


def _may_except(wording: Wording, hit: Hit, name: str) -> bool:
    """Say whether exceptions in sentences of their own are made from a code, of a family if named.

    Those of a curfew or a house arrest belong to it.
    """
    family = wording.family(hit.code)
    return family.has_exceptions and not family.is_separate and name in ("", family.name)

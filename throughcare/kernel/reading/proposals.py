"""Conditions as they are proposed: codes with the words they rest on, parameters, doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from throughcare.kernel.reading.layout import Condition, Layout
from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.parameters import parameters_of
from throughcare.kernel.reading.parts import part_in
from throughcare.kernel.reading.said import Setting
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Wording


@dataclass(frozen=True)
class Proposal:
    """A condition as proposed: its words, its codes and why, what it says, what is in doubt."""

    span: Span
    text: str
    codes: tuple[str, ...]
    hits: tuple[Hit, ...]
    parameters: Mapping[str, Any]
    doubts: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


def proposals_of(
    wording: Wording, setting: Setting, layout: Layout, text: str, plain: str
) -> list[Proposal]:
    """Return a proposal for each condition, in the order of the text."""
    found, heads, before = [], _heads(layout), 0
    for each in layout.conditions:
        above = [head for head in heads if before <= head.start < each.span.start]
        if above:
            words = Span(above[0].start, above[-1].end).of(plain)
            setting.announced = part_in(wording, setting.counting, words, setting.part)
        before = each.span.end
        found.append(_proposal(wording, setting, each, text, plain))
    return found


def _heads(layout: Layout) -> list[Span]:
    """Return what may stand above conditions: all that is neither one of them nor a list's item."""
    units = (*layout.headings, *(unit for unit in layout.unplaced if not unit.is_item))
    return sorted((unit.span for unit in units), key=lambda span: span.start)


def _proposal(
    wording: Wording, setting: Setting, condition: Condition, text: str, plain: str
) -> Proposal:
    """Return one condition as a proposal."""
    said = parameters_of(wording, setting, condition, text, plain)
    hits = tuple(condition.hits)
    return Proposal(
        condition.span, said.text, tuple(condition.codes), hits, said.values, tuple(said.doubts)
    )


def with_implied(
    proposed: Sequence[Proposal], whole: str, compulsory: Sequence[str]
) -> list[Proposal]:
    """Return the proposals with what *the statutory conditions* stand for.

    Where the order prints the compulsory conditions itself, those words only announce them.
    """
    printed = {code for each in proposed for code in each.codes}
    if compulsory and set(compulsory[:ANNOUNCED]) <= printed:
        return list(filter(None, (_without(each, whole) for each in proposed)))
    rest = tuple(code for code in compulsory if code not in printed)
    return [replace(each, implies=rest if whole in each.codes else ()) for each in proposed]


ANNOUNCED = 2
"""So many of the first compulsory conditions in print mean that all are printed, not implied."""


def _without(proposal: Proposal, code: str) -> Proposal | None:
    """Return a proposal without a code, or None where nothing is left of it."""
    codes = tuple(each for each in proposal.codes if each != code)
    hits = tuple(each for each in proposal.hits if each.code != code)
    return replace(proposal, codes=codes, hits=hits) if codes else None

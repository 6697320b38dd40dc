"""How well proposals meet labels: codes found, missed and besides, and each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from throughcare.kernel.reading.proposals import Proposal
from throughcare.kernel.reading.texts import Span
from throughcare.packs.order_labels import Label

VALUES = ("hours", "months", "distance_m", "window.start", "window.end", "report_within")
DATES = ("start", "last_day", "cap_last_day")
WITHIN = ("n", "unit", "from")


@dataclass
class Score:
    """What was found, what was not, and what was proposed besides."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    besides: Counter[str] = field(default_factory=Counter)
    values: dict[str, Counter[str]] = field(default_factory=dict)
    orders: int = 0

    def note(self, name: str, wanted: Any, got: Any, is_unsure: bool) -> None:
        """Count one value: right, unsure, wrong, or not stated."""
        if wanted is None and got is None:
            return
        count = self.values.setdefault(name, Counter())
        if wanted == got:
            count["right"] += 1
        elif got is None:
            count["silent"] += 1
        else:
            count["unsure" if is_unsure else "wrong"] += 1


def compare(score: Score, labels: Sequence[Label], proposed: Sequence[Proposal]) -> None:
    """Count the codes and values of one order."""
    pairs = matched(labels, proposed)
    for place, label in enumerate(labels):
        proposal = proposed[pairs[place]] if place in pairs else None
        codes = frozenset(proposal.codes) if proposal else frozenset()
        score.found.update(label.codes & codes)
        score.missed.update(label.codes - codes)
        score.besides.update(codes - label.codes)
        if proposal is not None:
            _compare_values(score, label.parameters, proposal)
    used = set(pairs.values())
    for place, proposal in enumerate(proposed):
        if place not in used:
            score.besides.update(proposal.codes)


def matched(labels: Sequence[Label], proposed: Sequence[Proposal]) -> dict[int, int]:
    """Return which proposal meets which label: shared words, a shared code first, each once."""
    chances = []
    for one, label in enumerate(labels):
        for other, proposal in enumerate(proposed):
            if (shared := _shared(label.span, proposal.span)) > 0:
                agrees = not label.codes.isdisjoint(proposal.codes)
                chances.append((agrees, shared, -one, -other))
    pairs: dict[int, int] = {}
    for _, _, one, other in sorted(chances, reverse=True):
        if -one not in pairs and -other not in pairs.values():
            pairs[-one] = -other
    return pairs


def _shared(one: Span, other: Span) -> float:
    """Return the share of two pieces together that lies in both."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def _compare_values(score: Score, wanted: Mapping[str, Any], proposal: Proposal) -> None:
    """Count the values of one condition."""
    is_unsure = bool(proposal.doubts)
    for name in VALUES:
        score.note(name, _value(wanted, name), _value(proposal.parameters, name), is_unsure)


def _value(parameters: Mapping[str, Any], name: str) -> Any:
    """Return a value by its name, in the form in which it is compared."""
    outer, _, inner = name.partition(".")
    value = parameters.get(outer)
    if inner:
        return value.get(inner) if isinstance(value, dict) else None
    if outer == "report_within" and isinstance(value, dict):
        return tuple(value.get(each) for each in WITHIN)
    return None if isinstance(value, str) else value


def compare_dates(score: Score, wanted: Mapping[str, Any], got: Mapping[str, Any]) -> None:
    """Count the days of one order."""
    for name in DATES:
        score.note(name, wanted.get(name), got.get(name), bool(got.get("unsure")))

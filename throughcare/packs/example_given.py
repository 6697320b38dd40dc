"""What a worked example begins with: the order, what the court stated, what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.asked_entries import STRENGTHS
from throughcare.packs.condition_rules import ConditionRule, Example
from throughcare.packs.entry_words import Said
from throughcare.packs.stated_words import stated_in_words


def order_given(said: Said, example: Example) -> Iterator[str]:
    """Yield what the court did."""
    instrument = said.instruments([example.instrument])
    yield said.words("example_order", instrument=instrument, day=said.day(example.made))
    if example.length:
        yield said.words("example_for", length=said.length(example.length))
    if example.released:
        yield said.words("example_released", day=said.day(example.released))
    if example.after:
        yield said.words(
            "example_after",
            instrument=said.instruments([example.after["order"]]),
            day=said.day(example.after["made"]),
            length=said.length(Length(**example.after["length"])),
        )


def facts_given(said: Said, rule: ConditionRule, example: Example) -> Iterator[str]:
    """Yield what the court stated, and what happened."""
    words = stated_in_words(said.pack, rule, example.stated, said.language)
    for each in rule.parameters:
        if each.name in words:
            label = said.of(each.labels)
            yield said.words("example_stated", label=label, value=words[each.name])
    yield from (_happened(said, fact) for fact in example.happened)


def _happened(said: Said, fact: Mapping[str, Any]) -> str:
    """Return what happened and when; how it is known, where the example says so."""
    kind = fact.get("kind") or fact["event"]
    texts = said.pack.evidence.get(kind) or said.pack.events[kind]
    happened = said.words("example_happened", what=said.of(texts), day=said.day(fact["on"]))
    if "strength" not in fact:
        return happened
    strength = said.strength(STRENGTHS[fact["strength"]])
    return said.words("example_strength", what=happened, strength=strength)

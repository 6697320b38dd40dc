"""Worked examples, read from a pack's entry: what the court did, then what is owed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from throughcare.kernel.obligations.words import State
from throughcare.packs.asked_entries import STRENGTHS
from throughcare.packs.condition_rules import Example, Owed, Parameter
from throughcare.packs.conditions import number
from throughcare.packs.entries import Entry, known
from throughcare.packs.vocabulary import Vocabulary

EXAMPLE_WORDS = "order made length released after stated on happened owed asks over says_en says_fr"
STANDS = {str(each): str(each) for each in State}


def example(entry: Entry, words: Vocabulary, parameters: Mapping[str, Parameter]) -> Example:
    """Return a worked example. It is run when the pack is checked."""
    entry.only(EXAMPLE_WORDS)
    return Example(
        where=entry.refuse("").args[0].removesuffix(": "),
        shows={each: entry.text(each, "") for each in ("en", "fr")},
        instrument=known(entry, "order", words.instruments),
        made=entry.day("made"),
        length=entry.length("length") if "length" in entry.table else None,
        released=_day_or_none(entry, "released"),
        after=_after(entry.inner("after"), words),
        stated=_stated(entry.inner("stated"), parameters),
        on=_day_or_none(entry, "on"),
        happened=tuple(_happened(each, words) for each in entry.each("happened")),
        owed=tuple(_owed(each) for each in entry.each("owed")),
        asks=entry.texts("asks"),
        over=entry.texts("over"),
        says={each: entry.text(f"says_{each}", "") for each in ("en", "fr")},
    )


def _after(entry: Entry, words: Vocabulary) -> Mapping[str, Any]:
    """Return the sentence that an order comes after, empty where it comes after none."""
    if entry.table:
        entry.only("order made length")
        known(entry, "order", words.instruments)
        entry.day("made")
        entry.length("length")
    return entry.table


def _stated(entry: Entry, parameters: Mapping[str, Parameter]) -> Mapping[str, Any]:
    """Return what the court states in an example: parameters of the condition, and no others."""
    for name in entry.table:
        if name not in parameters:
            known = ", ".join(parameters) or "none"
            raise entry.refuse(f"{name} is no parameter of this condition. There are: {known}.")
    return entry.table


def _happened(entry: Entry, words: Vocabulary) -> Mapping[str, Any]:
    """Return what happened in an example: evidence or an event, and its day."""
    entry.only("kind on event hours strength")
    entry.day("on")
    if ("kind" in entry.table) == ("event" in entry.table):
        raise entry.refuse('write kind = "…" or event = "…" of evidence.toml: one of the two.')
    is_event = "event" in entry.table
    known(entry, "event" if is_event else "kind", words.events if is_event else words.evidence)
    if "strength" in entry.table:
        known(entry, "strength", STRENGTHS)
    if number(entry.table.get("hours", 0)) is None:
        raise entry.refuse("write hours = a number.", "hours")
    return entry.table


def _owed(entry: Entry) -> Owed:
    entry.only("what opens by stands")
    return Owed(
        entry.text("what"),
        _day_or_none(entry, "opens"),
        _day_or_none(entry, "by"),
        known(entry, "stands", STANDS) if "stands" in entry.table else "",
    )


def _day_or_none(entry: Entry, key: str) -> date | None:
    return entry.day(key) if key in entry.table else None

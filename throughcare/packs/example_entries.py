"""Worked examples, read from a pack's entry: what the court did, then what is owed."""

from __future__ import annotations

from datetime import date

from throughcare.kernel.obligations.words import State
from throughcare.packs.condition_rules import Example, Owed
from throughcare.packs.entries import Entry, known
from throughcare.packs.vocabulary import Vocabulary

EXAMPLE_WORDS = "order made length released after stated on happened owed asks over says_en says_fr"
STANDS = {str(each): str(each) for each in State}


def example(entry: Entry, words: Vocabulary) -> Example:
    """Return a worked example. It is run when the pack is checked."""
    entry.only(EXAMPLE_WORDS)
    return Example(
        where=entry.refuse("").args[0].removesuffix(": "),
        shows={each: entry.text(each, "") for each in ("en", "fr")},
        instrument=known(entry, "order", words.instruments),
        made=entry.day("made"),
        length=entry.length("length") if "length" in entry.table else None,
        released=_day_or_none(entry, "released"),
        after=entry.inner("after").table,
        stated=entry.inner("stated").table,
        on=_day_or_none(entry, "on"),
        happened=tuple(each.table for each in map(_happened, entry.each("happened"))),
        owed=tuple(_owed(each) for each in entry.each("owed")),
        asks=entry.texts("asks"),
        over=entry.texts("over"),
        says={each: entry.text(f"says_{each}", "") for each in ("en", "fr")},
    )


def _happened(entry: Entry) -> Entry:
    entry.only("kind on event hours strength of")
    entry.day("on")
    return entry


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

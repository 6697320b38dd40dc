"""The words around an entry of a pack where people read it, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.words import Strength
from throughcare.packs.asked_entries import both
from throughcare.packs.condition_rules import Texts
from throughcare.packs.files import pack_file
from throughcare.packs.pack import Pack
from throughcare.packs.stated_words import AND, OR, joined
from throughcare.packs.wording import authority_in_words, day_in_words, length_in_words

MARK = re.compile(r"\[[A-Z]+\b")
"""How a fact is known, as notes write it."""


@dataclass(frozen=True)
class Part:
    """A part of an entry: its heading, and its lines. The first part has no heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """A pack's words in one language."""

    pack: Pack
    language: str

    def words(self, name: str, **facts: object) -> str:
        """Return a sentence of entry_words.toml with facts in it."""
        return entry_words()[name][self.language].format(**facts)

    def of(self, texts: Texts) -> str:
        """Return a text of an entry."""
        return texts[self.language]

    def instruments(self, codes: Iterable[str]) -> str:
        """Return the names of instruments, which may have commas of their own."""
        return "; ".join(self.pack.labels[code][self.language] for code in codes)

    def label(self, texts: Texts) -> str:
        """Return a label as it stands inside a sentence."""
        return inside(self.of(texts))

    def event(self, code: str) -> str:
        """Return an event, or nothing for none; one that no part of the system records says so."""
        if not code:
            return ""
        words = self.of(self.pack.events[code])
        if code not in self.pack.unrecorded_events:
            return words
        return self.words("not_recorded", event=words)

    def all(self, words: Iterable[str]) -> str:
        """Return words as a list: A, B and C."""
        return joined(list(words), AND[self.language])

    def evidence(self, kinds: Iterable[str]) -> str:
        """Return kinds of evidence as a choice inside a sentence."""
        first, *others = (self.of(self.pack.evidence[kind]) for kind in kinds)
        return self.any([first, *map(inside, others)])

    def any(self, words: Iterable[str]) -> str:
        """Return words as a choice: A, B or C."""
        return joined(list(words), OR[self.language])

    def strength(self, strength: Strength) -> str:
        """Return a strength: the person's own word, a document."""
        return self.pack.sentences[strength.name][self.language]

    def day(self, day: date) -> str:
        """Return a day."""
        return day_in_words(day, self.language)

    def length(self, length: Length) -> str:
        """Return a length of time."""
        return length_in_words(length, self.language)

    def authority(self, authority: str) -> str:
        """Return an authority with the names of its Acts in the language."""
        return authority_in_words(self.pack, authority, self.language)

    def part(self, heading: str, lines: Iterable[str]) -> list[Part]:
        """Return a part under a heading; none where there are no lines."""
        found = tuple(line for line in lines if line)
        return [Part(self.words(heading) if heading else "", found)] if found else []


def inside(words: str) -> str:
    """Return words as they stand inside a sentence; a short form in capitals stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


@cache
def entry_words() -> dict[str, Texts]:
    """Return the words around entries, by name, in each language."""
    file = pack_file(Path(__file__).parent, "entry_words")
    return {name: both(entry) for name, entry in ((name, file.inner(name)) for name in file.table)}

"""What the words of a paper say, as the reader proposes it. Nothing here is decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.making import ConditionMade

FRENCH = frozenset({"le", "la", "les", "de", "des", "du", "et", "une", "au", "aux", "vous", "est"})
ENGLISH = frozenset({"the", "of", "and", "to", "a", "with", "your", "you", "shall", "is", "or"})
MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•])\s+", re.MULTILINE)


@dataclass(frozen=True)
class Passage:
    """A piece of the paper, with where it begins and ends."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Flag:
    """Something that a person must look at, said in both languages."""

    code: str
    en: str
    fr: str


@dataclass(frozen=True)
class Read:
    """A paper as it was read: instrument, day, length, conditions, what found no place."""

    instrument: str = ""
    made_on: date | None = None
    length: Length | None = None
    handling: str = "supervise"
    language: str = "en"
    conditions: tuple[ConditionMade, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    flags: tuple[Flag, ...] = ()


def read(words: str, made_on: date | None = None) -> Read:
    """Return what the words of a paper say. A day the clerk gave goes before the paper's own."""
    conditions = tuple(
        ConditionMade(number, each.words, (), each.start, each.end)
        for number, each in enumerate(_items(words), start=1)
    )
    return Read(made_on=made_on, conditions=conditions, language=language_of(words))


def language_of(words: str) -> str:
    """Return the language in which a paper is written, by its commonest small words."""
    said = re.findall(r"[a-zéèêàçùœ’']+", words.casefold())
    french = sum(word in FRENCH for word in said)
    return "fr" if french > sum(word in ENGLISH for word in said) else "en"


def _items(words: str) -> Iterator[Passage]:
    marks = [*MARK.finditer(words)]
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    for mark, end in zip(marks, ends, strict=True):
        said = words[mark.end() : end].rstrip()
        if said.strip():
            yield Passage(mark.end(), mark.end() + len(said), said)

"""Pieces of a text that are read as other words: broken words, accents apart, shorthand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughcare.kernel.reading.texts import Expression, Span

LINE_END = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
ACCENTED = re.compile("[A-Za-z][\u0300-\u036f]+")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
BROKEN = re.compile("(?<=[^\\W\\d_])[-\u2010][ \t\r]*\n[ \t]*(?=[a-zà-ÿ])")
LONGEST_WORD = 40


@dataclass(frozen=True)
class Shorthand:
    """Words that are written short, and what they stand for."""

    says: Expression
    means: str


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the text that is read as other words."""

    span: Span
    means: str
    is_dropped: bool = False  # words that are left out whole: the head of a page


def signs(text: str) -> Iterator[Change]:
    """Yield line ends as they are written everywhere, whole letters, and signs nobody sees."""
    for found in LINE_END.finditer(text):
        yield Change(Span(*found.span()), "\n\n" if found[0] in "\f\v" else "\n")
    for found in ACCENTED.finditer(text):
        whole = unicodedata.normalize("NFC", found[0])
        yield Change(Span(*found.span()), whole)
    for found in UNSEEN.finditer(text):
        yield Change(Span(*found.span()), "")


def broken(text: str, kept_hyphens: Expression) -> Iterator[Change]:
    """Yield words that the end of a line broke."""
    for found in BROKEN.finditer(text):
        before = text[max(0, found.start() - LONGEST_WORD) : found.start()]
        word = re.split(r"[\W\d_]", before)[-1]
        keeps = kept_hyphens.fullmatch(word.lower()) is not None
        yield Change(Span(*found.span()), "-" if keeps else "")


def short(text: str, shorthand: Sequence[Shorthand]) -> Iterator[Change]:
    """Yield what is written short."""
    for each in shorthand:
        for found in each.says.finditer(text):
            yield Change(Span(*found.span()), each.means)

"""Cut the text of an order into units: items of lists, sentences of paragraphs, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.kernel.reading.pieces import CAPITALS, Piece, pieces_of
from throughcare.kernel.reading.texts import Span, trimmed

SENTENCE = re.compile(
    r"(?<=[.;!?])[\"')\]]?\s+(?=[\"'(\[]?[A-Za-zÀ-ÿ0-9])|(?<=:)\s+(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|mme|dr|st|ste|no|ph|tel|ext|s|ss|par|para|sec|art|al|i\.e|e\.g|etc|vs?|c"
    r"|inc|ltd|cst|det|hon|messrs|approx)\."
    r"|(?<!schedule )(?<!appendix )(?<!annexe )(?<!part )(?<!form )(?-i:\b[A-Z])\.)$",
    re.IGNORECASE,
)
HALF_DAY = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
IN_TIME = re.compile(r"[a-zà-ÿ(\[0-9]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|E[SD]T\b")
"""What may come after *p.m.* without beginning a sentence."""
TITLE_WORD = r"[A-Z][\w'’/&-]*"
SPEECH = r"(?!(?:You|He|She|They|It|This|The|Do|Not|Except|And|Vous|Il|Elle|Ne)\b)"
TAIL = re.compile(
    rf"(?<=[.;!?])\s+{SPEECH}{TITLE_WORD}"
    rf"(?:(?:\s(?:and|of|the|to|for|with|et|de|du|des|la|or|&|{TITLE_WORD})){{0,7}}|"
    r"(?:\s[\w'’/&-]+){0,3}\s?:)$"
    r"|\s(?:[A-Z][A-Z'’/&,-]+\s){1,7}[A-Z][A-Z'’/&,-]+\s?:?$"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What may be one condition: an item of a list or a sentence of a paragraph."""

    span: Span
    level: int
    is_item: bool
    block: int  # units of one paragraph or item share it
    is_title: bool = False
    is_line: bool = False  # a line of its own, without a mark
    tick: bool | None = None  # of the box before an item: ticked, empty, or no box at all


def units(text: str) -> list[Unit]:
    """Return the units of a text in order; every word is in one of them."""
    found: list[Unit] = []
    pieces = list(pieces_of(text))
    for block, piece in enumerate(pieces):
        if _is_headline(text, piece, pieces[block + 1 : block + 2]):
            found.append(Unit(piece.body, 0, False, block, is_title=True))
        else:
            found += _of_piece(text, piece, block)
    return found


def _is_headline(text: str, piece: Piece, after: list[Piece]) -> bool:
    """Say whether a line is all in capitals, and short: above a list it is that list's title."""
    words = piece.body.of(text)
    is_short = words.isupper() and not any(map(str.isdigit, words))
    is_above = piece.mark is None and any(each.is_item for each in after)
    return is_above and is_short and len(words.split()) <= HEADLINE


HEADLINE = 6
"""Words in capitals above a list that are its title."""


def _of_piece(text: str, piece: Piece, block: int) -> Iterator[Unit]:
    """Yield the units of a piece: an item whole, a paragraph by sentence, a title apart."""
    title = _tail(text, piece.body)
    body = trimmed(text, piece.body.start, title.start) if title else piece.body
    spans = [body] if piece.is_item else sentences(text, body)
    is_title = piece.mark is None and CAPITALS.match(text, body.start) is not None
    is_line = piece.mark is None and len(spans) == 1 and "\n" not in body.of(text)
    for span in (each for each in spans if each.end > each.start):
        tick = piece.mark.tick if piece.mark else None
        yield Unit(span, piece.level, piece.is_item, block, is_title, is_line, tick)
    yield from (Unit(title, 0, False, block, is_title=True),) if title else ()


def _tail(text: str, body: Span) -> Span | None:
    """Return a title at the end of a piece; where everything is in capitals nothing is one."""
    words = body.of(text)
    tail = TAIL.search(words)
    if tail is None or not any(each.islower() for each in words[: tail.start()]):
        return None
    return trimmed(text, body.start + tail.start(), body.end)


def sentences(text: str, body: Span) -> list[Span]:
    """Return the sentences of a piece; a semicolon ends one too."""
    found, start = [], body.start
    for gap in SENTENCE.finditer(text, body.start, body.end):
        before = text[max(body.start, gap.start() - 12) : gap.start()]
        if SHORTENED.search(before) or (HALF_DAY.search(before) and IN_TIME.match(text, gap.end())):
            continue
        found.append(trimmed(text, start, gap.start()))
        start = gap.end()
    return [*found, trimmed(text, start, body.end)]

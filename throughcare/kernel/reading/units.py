"""Cut the text of an order into units: items of lists, sentences of paragraphs, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.kernel.reading.marks import Mark, Style, follows, inner_marks, mark_at
from throughcare.kernel.reading.texts import Span, trimmed

LINE = re.compile(r"[^\n]*")
FINISHED = ".;:!?"
WRAPPED = 60
"""A line this long that ends without a stop was broken by its page, not by its writer."""
JOINING = re.compile(r"(?:,|\band|\bor|\bet|\bou)$")
SENTENCE = re.compile(
    r"(?<=[.;!?])[\"')\]]?\s+(?=[\"'(\[]?[A-Za-zÀ-ÿ0-9])|(?<=:)\s+(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
CAPITALS = re.compile(
    r"(?<![A-Z/&,'’-])(?<![A-Z/&,'’-] )"
    r"(?P<title>(?:[A-Z][A-Z/&,:'’-]*\s+){1,8}?[A-Z\d][A-Z\d/&'’-]{2,}:?)"
    r"\s+(?=(?:You|When|If|For|The|He|She|Mr|Ms|Do|Not|Within|Upon|During|Vous|Il|Elle)\b)"
)
"""A title inside a line, as picklists print it: NO ALCOHOL OR DRUGS 3400 You must not …"""
SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|mme|dr|st|ste|no|ph|tel|ext|s|ss|par|para|sec|art|al|i\.e|e\.g|etc|vs?|c"
    r"|[ap]\.m|inc|ltd|cst|det|hon|messrs|approx)\.|\b[A-Z]\.)$",
    re.IGNORECASE,
)
TITLE_WORD = r"[A-Z][\w'’/&-]*"
SPEECH = r"(?!(?:You|He|She|They|It|This|The|Do|Not|Except|And|Vous|Il|Elle|Ne)\b)"
TAIL = re.compile(
    rf"(?<=[.;!?])\s+{SPEECH}{TITLE_WORD}"
    rf"(?:(?:\s(?:and|of|the|to|for|with|et|de|du|des|la|or|&|{TITLE_WORD})){{0,7}}|"
    r"(?:\s[\w'’/&-]+){0,3}\s?:)$"
    r"|\s(?:[A-Z][A-Z'’/&,-]+\s){1,7}[A-Z][A-Z'’/&,-]+\s?:?$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one, with its mark; `level` is the depth of its list."""

    mark: Mark | None
    body: Span
    level: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What may be one condition: an item of a list or a sentence of a paragraph."""

    span: Span
    level: int
    is_item: bool
    block: int  # units of one paragraph or item share it
    is_title: bool = False


def units(text: str) -> list[Unit]:
    """Return the units of a text in order; every word is in one of them."""
    found: list[Unit] = []
    for block, piece in enumerate(_levelled(_joined(text, list(_pieces(text))))):
        found += _of_piece(text, piece, block)
    return found


def _pieces(text: str) -> Iterator[tuple[Mark | None, Span, bool]]:
    """Yield each line, cut at the marks inside it, and whether an empty line went before."""
    is_apart = True
    for line in LINE.finditer(text):
        if not text[line.start() : line.end()].strip():
            is_apart = is_apart or line.end() > line.start() or text[line.start() - 1 :][:1] == "\n"
            continue
        start, outer = line.start(), mark_at(text, line.start(), line.end())
        titles = [found.span("title") for found in CAPITALS.finditer(text, start, line.end())]
        inner = inner_marks(text, start, line.end(), outer)
        for cut in sorted({*inner, *(edge for title in titles for edge in title), line.end()}):
            mark = mark_at(text, start, cut)
            is_title = (start, cut) in titles
            yield mark, trimmed(text, mark.end if mark else start, cut), is_apart or is_title
            start, is_apart = cut, is_title


def _joined(text: str, pieces: list[tuple[Mark | None, Span, bool]]) -> Iterator[Piece]:
    """Yield the pieces with lines that go on joined; a mark that fits no list is no mark."""
    held: Piece | None = None
    marks: list[Mark] = []
    for mark, body, is_apart in pieces:
        goes_on = held is not None and not is_apart and _goes_on(text, held, mark, body, marks)
        if held is not None and goes_on:
            held = Piece(held.mark, Span(held.body.start, body.end), 0)
            continue
        if held is not None:
            yield held
        held = Piece(mark, body, 0)
        marks = [*marks[-20:], mark] if mark is not None else marks
    if held is not None:
        yield held


def _goes_on(text: str, held: Piece, mark: Mark | None, body: Span, marks: list[Mark]) -> bool:
    """Say whether a line belongs to the one before it."""
    before = held.body.of(text)
    if not before or before[-1] in FINISHED:
        return False
    if mark is not None:
        is_fitting = mark.may_begin or any(follows(each, mark) for each in marks)
        return not is_fitting and not mark.is_paragraph and not mark.is_bullet
    words = body.of(text)
    last_line = before.rpartition("\n")[2]
    return words[:1].islower() or bool(JOINING.search(before)) or len(last_line) >= WRAPPED


def _levelled(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces with the depth of each in its lists; a paragraph stands at 0."""
    stack: list[Mark] = []
    for piece in pieces:
        if piece.mark is None or piece.mark.is_paragraph:
            stack = []
            yield piece
            continue
        stack = [*stack[: _depth(stack, piece.mark)], piece.mark]
        yield Piece(piece.mark, piece.body, len(stack))


def _depth(stack: list[Mark], mark: Mark) -> int:
    """Return how many marks stay above a new one."""
    for depth in range(len(stack) - 1, -1, -1):
        if _is_sibling(stack[depth], mark):
            return depth
    same = [depth for depth, each in enumerate(stack) if _same_style(each, mark)]
    return same[-1] if same else len(stack)


def _is_sibling(before: Mark, mark: Mark) -> bool:
    """Say whether two marks are of one list."""
    if mark.is_bullet or before.is_bullet:
        return before.readings[0] == mark.readings[0]
    return follows(before, mark)


def _same_style(before: Mark, mark: Mark) -> bool:
    """Say whether two marks look alike: the list begins again, or skips a number."""
    begins = [each for each in mark.readings if each.place <= 1]
    return any(
        one.style is other.style and one.form == other.form
        for one in before.readings
        for other in begins or mark.readings
    )


def _of_piece(text: str, piece: Piece, block: int) -> Iterator[Unit]:
    """Yield the units of a piece: an item whole, a paragraph by sentence, a title apart."""
    body = piece.body
    title = _tail(text, body)
    if title is not None:
        body = trimmed(text, body.start, title.start)
    is_item = piece.mark is not None and piece.mark.readings[0].style is not Style.PARAGRAPH
    spans = [body] if is_item else sentences(text, body)
    is_title = piece.mark is None and CAPITALS.match(text, body.start) is not None
    for span in spans:
        if span.end > span.start:
            yield Unit(span, piece.level, is_item, block, is_title)
    if title is not None:
        yield Unit(title, 0, False, block, is_title=True)


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
        if SHORTENED.search(text, max(body.start, gap.start() - 12), gap.start()):
            continue
        found.append(trimmed(text, start, gap.start()))
        start = gap.end()
    return [*found, trimmed(text, start, body.end)]

"""Lines and parts of lines with their marks and depths; lines that go on are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from throughcare.kernel.reading.marks import Mark, follows, inner_marks, mark_at
from throughcare.kernel.reading.texts import Span, trimmed

LINE = re.compile(r"[^\n]*")
FINISHED = ".;:!?"
WRAPPED = 60
"""A line this long that ends without a stop was broken by its page, not by its writer."""
JOINING = re.compile(r"(?:,|\band|\bor|\bet|\bou)$")
FEWEST = 3
"""So many short lines together, without stops or marks, are notes, not one broken sentence."""
LONGEST_NOTE, STOPS = 70, (".", ";", ":", ",", "")
GOES_ON = re.compile(
    r"(?:and|or|of|to|in|by|the|an?|within|except|unless|at|on|from|with|that|which|who|between"
    r"|until|et|ou|de|du|des|à|au|dans|sauf|avec|les?|la)\b"
)
OPENS = re.compile(
    r"(?:You|He|She|They|The|An?|Not?|Do|Never|Must|Shall|Will|Report|Keep|Attend|Abstain|Refrain"
    r"|Remain|Stay|Live|Reside|Sign|Pay|Perform|Complete|Provide|Notify|Have|Make|Take|Be|Within"
    r"|Upon|For|During|Vous|Il|Elle|Le|La|Les|Ne|Se|N'|S'|Être|Avoir|Interdiction|Défense"
    r"|Obligation|Demeurer|Résider|Rencontrer|Respecter|Fournir|Signer|Suivre|Effectuer|Payer"
    r"|Remettre|Rembourser|Entreprendre|Aviser|Aucune?)\b"
)
"""How a line begins that is a sentence of its own, though the one before it has no stop."""
CAPITALS = re.compile(
    r"(?<![A-Z/&,'’-])(?<![A-Z/&,'’-] )"
    r"(?P<title>(?:(?:[A-Z][A-Z/&,:'’-]*\s+){1,8}?[A-Z\d][A-Z\d/&'’-]{2,}|(?<=[.;]\s)[A-Z]{4,}):?)"
    r"\s+(?=(?:Your?|When|If|For|The|He|She|Mr|Ms|Do|Not?|Within|Upon|During|Once|Vous|Il|Elle|Ne"
    r"|Keep|Let|Leave|Take|Write|Sign|Report|Live|Reside|Stay|Remain|Attend|Abstain|Pay|Have|Be"
    r"|Perform|Complete|Provide|Notify|Tell|Bring)\b)"
)
"""A title inside a line, as picklists print it: NO ALCOHOL OR DRUGS 3400 You must not …"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one, with its mark; `level` is the depth of its list."""

    mark: Mark | None
    body: Span
    level: int

    @property
    def is_item(self) -> bool:
        """Say whether the piece is an item of a list; a numbered paragraph is none."""
        return self.mark is not None and not self.mark.is_paragraph


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line or a part of one as it stands; `is_apart` is after an empty line or a title."""

    mark: Mark | None
    body: Span
    is_apart: bool


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text with the depth of each in its lists."""
    return _levelled(_joined(text, _pieces(text)))


def _pieces(text: str) -> Iterator[_Raw]:
    """Yield each line, cut at the marks and titles inside it."""
    is_apart = True
    for line in LINE.finditer(text):
        if not line[0].strip():
            is_apart = is_apart or _is_empty_line(text, line)
            continue
        start = line.start()
        titles = [found.span("title") for found in CAPITALS.finditer(text, start, line.end())]
        for cut in _cuts(text, Span(*line.span()), titles):
            mark = mark_at(text, start, cut)
            is_title = (start, cut) in titles
            body = trimmed(text, mark.end if mark else start, cut)
            yield _Raw(mark, body, is_apart or is_title)
            start, is_apart = cut, is_title


def _is_empty_line(text: str, line: re.Match[str]) -> bool:
    """Say whether a match is an empty line, not only the end of one."""
    return line.end() > line.start() or text[line.start() - 1 :][:1] == "\n"


def _cuts(text: str, line: Span, titles: list[tuple[int, int]]) -> list[int]:
    """Return where the parts of a line end."""
    inner = inner_marks(text, line.start, line.end, mark_at(text, line.start, line.end))
    return sorted({*inner, *chain.from_iterable(titles), line.end})


def _joined(text: str, raws: Iterable[_Raw]) -> Iterator[Piece]:
    """Yield the pieces with lines that go on joined; a mark that fits no list is no mark."""
    held: Piece | None = None
    marks: list[Mark] = []
    found = list(raws)
    notes = set(_notes(text, found))
    for raw in found:
        is_joined = raw.body.start not in notes
        if held is not None and is_joined and _goes_on(text, held, raw, marks):
            held = Piece(held.mark, Span(held.body.start, raw.body.end), 0)
            continue
        yield from (held,) if held else ()
        held = Piece(raw.mark, raw.body, 0)
        marks = [*marks[-20:], *((raw.mark,) if raw.mark else ())]
    yield from (held,) if held else ()


def _notes(text: str, raws: Sequence[_Raw]) -> Iterator[int]:
    """Yield where the lines of notes begin: short, in small letters, without stops or marks."""
    run: list[_Raw] = []
    for raw in [*raws, None]:
        if raw is not None and not raw.is_apart and raw.mark is None:
            run.append(raw)
            continue
        if len(run) >= FEWEST and _are_notes([each.body.of(text) for each in run]):
            yield from (each.body.start for each in run if not GOES_ON.match(each.body.of(text)))
        run = [raw] if raw is not None and raw.mark is None else []


def _are_notes(lines: list[str]) -> bool:
    """Say whether lines are notes: none is long or has a stop, and most begin small."""
    small = sum(not line[:1].isupper() for line in lines)
    is_plain = all(len(line) <= LONGEST_NOTE and line[-1:] not in STOPS for line in lines[1:])
    return is_plain and small * FEWEST >= len(lines) * (FEWEST - 1)


def _goes_on(text: str, held: Piece, raw: _Raw, marks: list[Mark]) -> bool:
    """Say whether a line belongs to the one before it."""
    before = held.body.of(text)
    if raw.is_apart or before[-1:] in ("", *FINISHED):
        return False
    if raw.mark is not None:
        return not _is_real(raw.mark, marks)
    if raw.body.of(text)[:1].islower() or JOINING.search(before):
        return True
    if OPENS.match(text, raw.body.start, raw.body.end):
        return False
    return len(before.rpartition("\n")[2]) >= WRAPPED


def _is_real(mark: Mark, marks: list[Mark]) -> bool:
    """Say whether a mark after an unfinished line is one: it begins a list, or goes on with one."""
    if mark.may_begin or mark.is_bullet or mark.is_paragraph:
        return True
    return any(follows(each, mark) for each in marks)


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

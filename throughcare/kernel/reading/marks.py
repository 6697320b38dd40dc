"""The marks of a list: numbers, letters, bullets, numbered paragraphs, also inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

FARTHEST = 40  # how many marks ahead the next of a list is looked for
TENS, ONES = ("", "x"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN = {
    tens + ones: ten * 10 + one
    for ten, tens in enumerate(TENS)
    for one, ones in enumerate(ONES)
    if ten + one
}
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BULLETS = "•▪▫◦●■□○➢►✓⁃*·-"


class Style(StrEnum):
    """How the items of one list are marked."""

    PARAGRAPH = "paragraph"  # [ 54 ], as decisions number their paragraphs
    NUMBER = "number"
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a mark: `form` keeps 1. and (1) apart, `place` is its number."""

    style: Style
    form: str
    place: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark where it stands, with every way to take it."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    tick: bool | None = None  # of a box before it: ticked, empty, or no box at all

    @property
    def is_bullet(self) -> bool:
        """Say whether the mark has no number."""
        return self.readings[0].style is Style.BULLET

    @property
    def is_paragraph(self) -> bool:
        """Say whether the mark numbers a paragraph of a decision."""
        return self.readings[0].style is Style.PARAGRAPH

    @property
    def may_begin(self) -> bool:
        """Say whether a list may begin here."""
        return any(each.place <= 1 for each in self.readings)


BOX = re.compile(
    r"[ \t\ufeff\u00a0]*(?:"
    r"(?P<ticked>\[ ?[xX✓✔] ?\](?!\s*(?:must|shall|will|is|was|has|and)\b)|[☑☒✓✔])"
    r"|\[[ _]{0,3}\]|[☐□](?=\s*\S))[ \t\u00a0]*"
)
"""A box before an item, as printed forms have them: only what is ticked was ordered."""
LEADING = re.compile(
    r"[ \t\ufeff\u00a0]*(?:"
    r"\[ ?(?P<paragraph>\d{1,4}) ?\](?=\s)"
    r"|(?P<open>\()(?P<inside>\d{1,3}(?:\.\d{1,2})?|[A-Za-z]{1,5}(?:\.\d)?)\)(?=\s|$|[A-Z])"
    r"|(?P<outside>\d{1,3}(?:\.\d{1,2})?|[A-Za-z](?:\.\d)?|[ivxIVX]{1,5})(?P<close>[.)])(?=\s|$)"
    r"|(?P<coded>[A-Z]-?\d{1,2}|\d{1,2}\.\d{1,2}|\d{1,2}(?=\s?[-–:/]\s))"
    r"(?P<apart>[.):/]|\s?[-–:](?=\s))?(?=\s+[A-ZÀ-Þ])"
    r"|(?P<bullet>[" + re.escape(BULLETS) + r"]+|[–—])(?=\s|\w|\[)"
    r"|(?P<o>o)(?=\s+\S)"
    r")[ \t\u00a0]*"
)
INSIDE = re.compile(
    r"(?<=\w)\s+(?=\((?:a|i|1)\)\s+\S)"
    r"|(?<=[.;:,])\s+(?:(?:and|or|et|ou)\s+)?(?=(?:\((?:\d{1,2}|[a-z]{1,4}(?:\.\d)?)\)|\d{1,2}[.)]"
    r"|[a-z][.)])\s+\S)|(?<=[.;:,\]])\s+(?:(?:and|or|et|ou)\s+)?(?=[•▪◦●■➢]\s|o\s+\w)|(?<=[;:])(?=[a-z](?:\.\d)?\)\s)"
    r"|(?<=[;:,])\s+(?:(?:and|or|et|ou)\s+)?(?=[-–]\s?[\[A-Za-z])"
)


def mark_at(text: str, start: int, end: int) -> Mark | None:
    """Return the mark that a piece of text begins with, or None."""
    box = BOX.match(text, start, end)
    found = LEADING.match(text, box.end() if box else start, end)
    readings = tuple(_readings(found)) if found else ()
    if box is not None:
        after = found.end() if found and readings else box.end()
        readings = readings or (Reading(Style.BULLET, "☐", 0),)
        return Mark(box.start(), after, readings, box["ticked"] is not None)
    return Mark(found.start(), found.end(), readings) if found and readings else None


def _readings(found: re.Match[str]) -> Iterator[Reading]:
    """Yield every way to take a mark."""
    if found["paragraph"]:
        yield Reading(Style.PARAGRAPH, "[]", int(found["paragraph"]))
    elif found["bullet"] or found["o"]:
        yield Reading(Style.BULLET, (found["bullet"] or "o")[0], 0)
    elif found["coded"]:
        number = found["coded"].lstrip(CAPITALS + "-")
        yield from _ordered(number, found["coded"].removesuffix(number) + "-")
    else:
        form = "()" if found["open"] else found["close"]
        yield from _ordered(found["inside"] or found["outside"], form)


def _ordered(word: str, form: str) -> Iterator[Reading]:
    """Yield the ways to take a number or a letter; (i) is a letter and a Roman number."""
    head, _, rest = word.partition(".")
    small = head.lower()
    if head.isdigit():
        yield Reading(Style.NUMBER, form + "." * bool(rest), int(rest or head))
        return
    if small in ROMAN:
        yield Reading(Style.ROMAN, form, ROMAN[small])
    if len(head) == 1:
        style = Style.LETTER if head.islower() else Style.CAPITAL
        yield Reading(style, form, ord(small) - ord("a") + 1)


def inner_marks(text: str, start: int, end: int, outer: Mark | None) -> list[int]:
    """Return where further items begin inside a line: bullets, and numbers in their order."""
    known = outer
    found: list[int] = []
    for gap in INSIDE.finditer(text, start, end):
        mark = mark_at(text, gap.end(), end)
        if mark is None or not _goes_on(text, known, mark, gap.end(), end):
            continue
        found.append(gap.end())
        known = mark
    return found


def _goes_on(text: str, known: Mark | None, mark: Mark, start: int, end: int) -> bool:
    """Say whether a mark inside a line is one: a bullet, the next of its list, or a first."""
    if mark.is_bullet or (known is not None and follows(known, mark)):
        return True
    return mark.may_begin and _has_next(text, mark, start, end)


def _has_next(text: str, mark: Mark, start: int, end: int) -> bool:
    """Say whether the next of the same list comes later in the line."""
    gaps = islice(INSIDE.finditer(text, start + 1, end), FARTHEST)
    marks = (mark_at(text, gap.end(), end) for gap in gaps)
    return any(each is not None and follows(mark, each) for each in marks)


def follows(before: Mark, after: Mark) -> bool:
    """Say whether a mark can be the next in the list of another.

    (a.1) comes after (a); a number may be left out, but (i) after (g) begins a list of its own.
    """
    steps = (0, 1) if after.may_begin else (0, 1, 2, 3)
    return any(
        one.style is other.style and one.form == other.form and other.place - one.place in steps
        for one in before.readings
        for other in after.readings
        if one.style is not Style.BULLET
    )

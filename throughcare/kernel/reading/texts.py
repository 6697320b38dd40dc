"""The text of an order as it is matched: same length, plain letters, and fit to be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

Expression = re.Pattern[str]

LONGEST = 40_000
"""Characters. The longest printed order that was seen has seven thousand."""
LONGEST_UNIT = 4_000
"""Characters without the end of a sentence or of an item: no condition is so long."""

SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‛′´`", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u202f\t\f\v\r\ufeff\u200b", " "),
        "…": ".",
    }
)
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
HALF_DAY = re.compile(r"\b([ap])\.\s?m\b\.?")
TITLE = re.compile(r"\b(mrs?|ms|mme|dr|st|no|ph|ss?|art|paras?)\.")
NAMELESS = re.compile(r"\[[^\]\n]{1,40}\]|\b[a-z]\.(?=[ a-z])")
EMPTY_RUN = re.compile(r"\W{120}")
WORD = re.compile(r"[^\W\d_]{2,}")


class Unfit(StrEnum):
    """Why a text cannot be read."""

    EMPTY = "TEXT_EMPTY"
    TOO_LONG = "TEXT_TOO_LONG"
    NOT_TEXT = "TEXT_NOT_TEXT"
    NO_WORDS = "TEXT_NO_WORDS"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, the end left out."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the piece."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether two pieces share a character."""
        return self.start < other.end and other.start < self.end


def unfit(text: str) -> Unfit | None:
    """Return why a text cannot be an order, or None."""
    if not text:
        return Unfit.EMPTY
    if len(text) > LONGEST:
        return Unfit.TOO_LONG
    if CONTROL.search(text):
        return Unfit.NOT_TEXT
    return None if WORD.search(text) else Unfit.NO_WORDS


def is_readable(words: str) -> bool:
    """Say whether words can be a condition: not endless, and not a run of signs."""
    return len(words) <= LONGEST_UNIT and EMPTY_RUN.search(words) is None


def turns_direction(text: str) -> bool:
    """Say whether marks turn the direction of writing: what one sees may not be what is read."""
    return TURNING.search(text) is not None


def folded(text: str) -> str:
    """Return the text in small letters and plain signs, each character in its place.

    Stops that end no sentence become spaces: p.m. is *pm*, Mr. is *mr*.
    """
    plain = TURNING.sub(" ", text.translate(SAME))
    small = plain.lower()
    if len(small) != len(text):
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in plain)
    small = HALF_DAY.sub(lambda found: f"{found[1]}m{' ' * (len(found[0]) - 2)}", small)
    small = TITLE.sub(r"\1 ", small)
    return NAMELESS.sub(lambda found: found[0].replace(".", " "), small)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the piece without the white space and direction marks round it."""
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_blank(character: str) -> bool:
    """Say whether a character shows nothing."""
    return character.isspace() or character in "\ufeff\u200b" or bool(TURNING.match(character))

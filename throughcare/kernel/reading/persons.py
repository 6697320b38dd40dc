"""The persons an order names: by name, by letters, or by what they are to the case."""

from __future__ import annotations

import re

from throughcare.kernel.reading.wording import Wording

LETTERS = r"(?:[A-Z]\.\s?){1,3}[A-Z]?\.?"
NAME = r"[A-ZÀ-Þ][\w'’-]+"
NAMED = re.compile(
    rf"\[(?:[A-Z]\.){{1,3}}\]"
    rf"|\b(?:Mr|Mrs|Ms|Miss|Mme|Dr|M)\b\.?\s+(?:{LETTERS}|{NAME}(?:\s+{NAME}){{0,2}})"
    rf"|(?<=with )(?:{NAME}\s+{NAME}(?:\s+{NAME})?|(?:[A-Z]\.){{2,3}})"
    rf"|(?<![\w.])(?:[A-Z]\.){{2,3}}(?!\w)(?!\s*m\b)"
)


def persons_in(wording: Wording, text: str, plain: str) -> list[str]:
    """Return who is named in a condition, in order, each once; words of a role where no name is."""
    found = [_tidy(match[0]) for match in NAMED.finditer(text)]
    names = [each for each in found if not wording.turn("not_a_person").search(each.lower())]
    roles = [text[match.start() : match.end()] for match in wording.turn("roles").finditer(plain)]
    return list(dict.fromkeys(names or [" ".join(each.split()) for each in roles]))


def _tidy(name: str) -> str:
    """Return a name without the title before letters, in one line."""
    bracketed = re.search(r"\[(?:[A-Z]\.){1,3}\]", name)
    return bracketed[0] if bracketed else " ".join(name.split())

"""The persons an order names: by name, by letters, or by what they are to the case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from throughcare.kernel.reading.matching import main_part
from throughcare.kernel.reading.wording import Wording

INITIAL = r"[A-ZÀ-Þ]\."
WORD = r"[A-ZÀ-Þ][\w'’-]+"
PART = rf"\s(?:{INITIAL}\s?|(?:St|Ste|Mac|de|du|la|le|van|der|von)\.?\s)*{WORD}"
ALONE = rf"(?:{INITIAL}\s?){{0,3}}{WORD}(?:{PART}){{0,2}}"
WHOLE = rf"(?:(?:{INITIAL}\s?){{1,3}}{WORD}(?:{PART}){{0,2}}|{WORD}(?:{PART}){{1,2}})"
LETTERS = rf"(?:{INITIAL}\s?){{1,3}}(?!\w)"
TITLE = r"\b(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|M)\b\.?"
TITLED = rf"{TITLE}\s+(?:{ALONE}|{LETTERS})"
BRACKETED = r"\[(?:[A-Z]\.){1,3}\]"
COUPLE = re.compile(rf"({TITLE})\s+(and|or|et|ou)\s+({TITLE}\s+({ALONE}))")
"""Two persons with one name between them: *Mr. and Mrs. Roy*."""
ROLES = ("victim", "victims", "complainant", "complainants", "accused", "victime", "plaignante")
AFTER = rf"(?:(?<=with )|(?<=avec )|(?<= d['’])|{'|'.join(f'(?<={role}, )' for role in ROLES)})"
NAMED = re.compile(
    rf"{BRACKETED}|{TITLED}|{AFTER}(?:{WHOLE}|(?:{INITIAL}\s?){{2,3}}(?!\w))"
    rf"|(?<![\w.])(?:[A-Z]\.){{2,3}}(?!\w)(?!\s*m\b)"
)
FURTHER = re.compile(
    rf"(?:,|,?\s(?:and|or|nor|et|ou|ni))\s+(?:with\s|avec\s)?(?P<name>{WHOLE}|{TITLED})"
)


def persons_in(wording: Wording, text: str, plain: str) -> list[str]:
    """Return who is named in a condition, in order, each once; words of a role where no name is.

    Relatives without a name come after them: *Ann Roy or her son*.
    """
    found = list(dict.fromkeys(_tidy(each) for each in _names(_apart(text))))
    names = [each for each in found if not wording.turn("not_a_person").search(each.lower())]
    kin = _said(wording, "kin", text, main_part(wording, plain))
    return list(dict.fromkeys([*(names or _said(wording, "roles", text, plain)), *kin]))


def _said(wording: Wording, turn: str, text: str, plain: str) -> list[str]:
    """Return the words of a turn of phrase wherever it is found, each in one line."""
    found = wording.turn(turn).finditer(plain)
    return [" ".join(text[each.start() : each.end()].split()) for each in found]


def _apart(text: str) -> str:
    """Return a text in which each of two persons with one name has it."""
    return COUPLE.sub(r"\1 \4 \2 \3", text)


def _names(text: str) -> Iterator[str]:
    """Yield each name; after one, also those of a list that goes on: *with Ann Roy and Jo Poe*."""
    at = 0
    while (found := NAMED.search(text, at)) is not None:
        yield found[0]
        at = found.end()
        while (further := FURTHER.match(text, at)) is not None:
            yield further["name"]
            at = further.end()


def _tidy(name: str) -> str:
    """Return a name in one line, without the title before letters in brackets or an owner's s."""
    bracketed = re.search(BRACKETED, name)
    return bracketed[0] if bracketed else re.sub(r"['’]s$", "", " ".join(name.split()))

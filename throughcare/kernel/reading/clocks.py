"""What a time of day looks like in a text, in figures and in a pack's words for numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

DAY, HOUR, TWENTY = 24, 60, 20
HALVES = (
    r"in the (?:evening|morning|afternoon)|at night|tonight|du matin|du soir|de l'après-midi"
    r"|(?:of |on )?the (?:following|next) morning|le lendemain matin"
)


def clock(numbers: Mapping[str, int], place: int) -> str:
    """Return the expression of a time of day; its groups end in the place it has in a window."""
    word, score = _any_of(numbers, 1, HOUR), _any_of(numbers, TWENTY, TWENTY + 1)
    spoken = rf"{word}(?:[\s-](?:et\s)?{word})?(?![a-zà-ÿ])"
    hour = rf"(?:\d{{1,2}}|(?<![a-zà-ÿ-])(?:{score}(?:-|\set\s|\s)|){word}(?![a-zà-ÿ]))"
    pattern = (
        r"(?:(?P<past#>half[\s-]past|quarter\s(?:past|after|to))\s+)?"
        r"(?:(?P<army#>[0-2]\d[0-5]\d)\s*(?:h|hours|hrs)\b"
        rf"|(?P<hour#>{hour})"
        rf"(?:(?P<apart#>[:.]|\s?h(?:eures?|r?s?)?\s?)(?P<minute#>[0-5]\d(?!\d)|{spoken})"
        rf"|[\s-](?P<spoken#>{spoken}))?"
        r"(?:\s*(?P<half#>am|pm|a\sm|p\sm|o'clock|hrs?\b|hours\b|heures?\b|h\b|noon|midnight))?"
        r"(?:\s(?P<quart#>et\sdemie|et\s(?:le\s|un\s)?quart|moins\s(?:le\s|un\s)?quart)\b)?"
        r"(?:\s*(?P<same#>noon|midnight|am|pm))?"
        r"|(?P<word#>noon|midnight|midi|minuit)(?:\s(?P<demi#>et\sdemie?)\b)?)"
    )
    return pattern.replace("#", str(place))


def _any_of(numbers: Mapping[str, int], least: int, below: int) -> str:
    """Return the expression of a word for a number from the least on."""
    names = [re.escape(name) for name, value in numbers.items() if least <= value < below]
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"

"""The conditions of a row: as they are given with their codes, or as the words are read."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.orders import library
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.reading import read


def conditions_of(
    wrong: list[str], row: Mapping[str, Any], said: Mapping[str, str]
) -> tuple[ConditionMade, ...]:
    """Return the conditions as they are given, else as the words are read; faults go to `wrong`."""
    given = row.get("conditions")
    if not given:
        return read(said.get("words", "")).conditions
    try:
        made = _listed(given)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        wrong.append(_("conditions is not a list of words with their codes"))
        return ()
    known = {code for code, _name in library.all_codes(clock.today())}
    unknown = sorted({code.code for each in made for code in each.codes} - known)
    if unknown:
        names = ", ".join(unknown)
        wrong.append(_("conditions: not known are %(codes)s") % {"codes": names})
    return made


def _listed(given: Any) -> tuple[ConditionMade, ...]:
    listed = json.loads(given) if isinstance(given, str) else given
    return tuple(_condition(number, each) for number, each in enumerate(listed, start=1))


def _condition(number: int, said: Mapping[str, Any]) -> ConditionMade:
    """Return one condition as it is given.

    :raises ValueError: without words, or with a number that has no end.
    """
    words = said["words"]
    if not isinstance(words, str) or not words.strip():
        raise ValueError("words")
    json.dumps(said, allow_nan=False)
    codes = tuple(CodeMade(str(code), dict(stated)) for code, stated in said["codes"].items())
    return ConditionMade(number, words, codes)

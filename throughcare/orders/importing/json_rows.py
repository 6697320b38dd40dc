"""JSON to bring in: a list of objects, or one object a line."""

import json
import math
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from throughcare.orders.importing.row import FAULT, Row, UnreadableFile


def of_json(text: str) -> list[Row]:
    """Return the objects of a list as rows.

    :raises UnreadableFile, ValueError: when it is no list of objects.
    """
    rows = json.loads(text)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFile(_("The file must hold a list of objects, one for each order."))
    return [_finite(row) for row in rows]


def of_json_lines(text: str) -> Iterator[Row]:
    """Yield each line as a row; one that is no object keeps its text beside its fault."""
    for line in text.split("\n"):
        if line.strip():
            yield _of_json_line(line)


def _of_json_line(line: str) -> Row:
    """Return one line as a row; one that is no object keeps its text beside its fault."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {FAULT: _("the line is no JSON: %(why)s") % {"why": error}, "words": line}
    if not isinstance(row, dict):
        return {FAULT: _("the line holds no object"), "words": line}
    return _finite(row)


def _finite(row: Row) -> Row:
    """Return a row; numbers without end, which JSON has no word for, are its fault."""
    if _is_endless(row):
        return row | {FAULT: _("a number is too large, or none")}
    return row


def _is_endless(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_endless(each) for each in value.values())
    if isinstance(value, list):
        return any(_is_endless(each) for each in value)
    return isinstance(value, float) and not math.isfinite(value)

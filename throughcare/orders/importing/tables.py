"""Tables to bring in, as spreadsheets save them: CSV with a heading, whatever parts its columns."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from throughcare.orders.importing.row import FAULT, Row

SEPARATORS = ",;\t|"
LONGEST_CELL = 1_000_000


def of_csv(text: str, known: Sequence[str]) -> Iterator[Row]:
    """Yield each line of a table as a row; `known` are the names that a heading may have.

    :raises csv.Error: when the whole cannot be read, or the heading names a column twice.
    """
    csv.field_size_limit(LONGEST_CELL)
    separator = _separator(text.split("\n", 1)[0], known)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    heading = _heading(next(lines, []))
    for cells in lines:
        if any(cell.strip() for cell in cells):
            yield _row(heading, cells)


def _heading(cells: Sequence[str]) -> list[str]:
    heading = [cell.strip().casefold() for cell in cells]
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    if twice:
        raise csv.Error(_("the heading names twice: %(names)s") % {"names": ", ".join(twice)})
    return heading


def _separator(heading: str, known: Sequence[str]) -> str:
    """Return the sign between columns: the one that parts the heading into most known names."""

    def names(separator: str) -> int:
        parts = (part.strip().strip('"').casefold() for part in heading.split(separator))
        return sum(part in known for part in parts)

    return max(SEPARATORS, key=names)


def _row(heading: Sequence[str], cells: Sequence[str]) -> Row:
    """Return one line of CSV as a row; what stands past the heading is its fault."""
    row: Row = {name: cell for name, cell in zip(heading, cells, strict=False) if name}
    beyond = [cell for cell in cells[len(heading) :] if cell.strip()]
    beyond += [
        cell for name, cell in zip(heading, cells, strict=False) if not name and cell.strip()
    ]
    if beyond:
        row[FAULT] = _("the line has more columns than the heading: %(cells)s") % {
            "cells": "; ".join(beyond)
        }
    return row

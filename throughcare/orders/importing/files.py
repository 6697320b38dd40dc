"""Files to bring in, as rows: CSV with a heading, or a JSON list of objects; and templates."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from throughcare.refusal import Refused

ORDERS = (
    *("id", "surname", "given", "born", "language", "person", "holder"),
    *("instrument", "court", "information_number", "counts", "made_on", "received_on"),
    *("length", "first_day", "last_day", "judge", "words", "conditions"),
)
CASELOAD = (*ORDERS, "as_at", "hours_done", "last_contact_on", "pending_breaches")
KINDS = {"orders": ORDERS, "caseload": CASELOAD}
SAMPLE = {
    "id": "OLD-1",
    "surname": "Sample",
    "given": "Remy",
    "born": "1990-04-17",
    "language": "en",
    "instrument": "PROBATION",
    "court": "Ontario Court of Justice, Sudbury",
    "information_number": "26-0417",
    "made_on": "2026-09-08",
    "received_on": "2026-09-09",
    "length": "12 months",
    "words": "1. Keep the peace.\n2. Perform 60 hours of community service.",
    "as_at": "2026-11-01",
    "hours_done": "22.5",
    "last_contact_on": "2026-10-27",
}

Row = dict[str, Any]


class UnreadableFile(Refused): ...


def rows_of(path: Path, kind: str) -> list[Row]:
    """Return the rows of a file, each with the columns it gives.

    :raises UnreadableFile: when it is neither CSV nor JSON, or names a column nobody knows.
    """
    try:
        text = path.read_text(encoding="utf-8-sig", errors="strict")
        rows = _of_json(text) if path.suffix == ".json" else list(_of_csv(text))
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise UnreadableFile(
            _("%(name)s cannot be read: %(why)s") % {"name": path.name, "why": str(error)}
        ) from error
    unknown = sorted({str(name) for row in rows for name in row} - {*KINDS[kind], "row", "why"})
    if unknown:
        raise UnreadableFile(
            _("These columns are not known: %(names)s. The template shows those that are.")
            % {"names": ", ".join(unknown)}
        )
    return rows


def template(kind: str, form: str) -> str:
    """Return a file to begin with, with one invented row: `form` is csv or json."""
    row = {name: SAMPLE.get(name, "") for name in KINDS[kind]}
    if form == "json":
        return json.dumps([row], ensure_ascii=False, indent=2) + "\n"
    return written([row], kind)


def written(rows: list[Row], kind: str, *more: str) -> str:
    """Return rows as CSV, with further columns after their own."""
    said = io.StringIO()
    writer = csv.DictWriter(said, [*KINDS[kind], *more], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return said.getvalue()


def _of_json(text: str) -> list[Row]:
    rows = json.loads(text)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFile(_("The file must hold a list of objects, one for each order."))
    return rows


def _of_csv(text: str) -> Iterator[Row]:
    for row in csv.DictReader(io.StringIO(text)):
        if None in row:
            raise csv.Error(_("a line has more fields than the heading"))
        yield {str(name): value for name, value in row.items() if value is not None}

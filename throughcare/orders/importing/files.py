"""Files to bring in, as rows: CSV with a heading, JSON or JSON lines; and templates.

What is wrong with one row is kept in the row, under FAULT: no row stops another, and none is lost.
"""

import csv
import io
import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from throughcare.orders.importing.json_rows import of_json, of_json_lines
from throughcare.orders.importing.row import FAULT, Row, UnreadableFile
from throughcare.orders.importing.tables import of_csv

ORDERS = (
    *("id", "surname", "given", "born", "language", "person", "holder"),
    *("instrument", "court", "information_number", "counts", "made_on", "received_on"),
    *("length", "first_day", "last_day", "judge", "words", "conditions"),
)
CASELOAD = (*ORDERS, "as_at", "hours_done", "last_contact_on", "pending_breaches")
KINDS = {"orders": ORDERS, "caseload": CASELOAD}
FORMS = ("csv", "json")
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
PASSED_OVER = ("row", "why")
LINES = (".jsonl", ".ndjson")
WORKBOOK = b"PK\x03\x04"


def rows_of(path: Path, kind: str) -> list[Row]:
    """Return the rows of a file, each with the columns it gives.

    :raises UnreadableFile: when the whole of it cannot be read, or it names a column nobody knows.
    """
    text = _text(path)
    try:
        if path.suffix in LINES:
            rows = list(of_json_lines(text))
        elif path.suffix == ".json":
            rows = of_json(text)
        else:
            rows = list(of_csv(text, KINDS[kind]))
    except (ValueError, csv.Error, RecursionError) as error:
        raise UnreadableFile(
            _("%(name)s cannot be read: %(why)s") % {"name": path.name, "why": str(error)}
        ) from error
    _check_known(rows, kind)
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
    writer = csv.DictWriter(said, [*KINDS[kind], *more], lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return said.getvalue()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith(WORKBOOK):
        raise UnreadableFile(
            _("%(name)s is a workbook. Save it as “CSV UTF-8” and bring that file in.")
            % {"name": path.name}
        )
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            _("%(name)s cannot be read: it is not UTF-8. Save it as “CSV UTF-8” and try again.")
            % {"name": path.name}
        ) from error


def _check_known(rows: list[Row], kind: str) -> None:
    known = {*KINDS[kind], *PASSED_OVER, FAULT}
    unknown = sorted({str(name) for row in rows for name in row} - known)
    if unknown:
        raise UnreadableFile(
            _("These columns are not known: %(names)s. The template shows those that are.")
            % {"names": ", ".join(unknown)}
        )

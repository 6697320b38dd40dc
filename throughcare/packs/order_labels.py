"""Labelled orders as a file holds them, one JSON object in each line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from throughcare.kernel.reading.texts import Span, unfit
from throughcare.packs.case_inputs import CannotRead


@dataclass(frozen=True)
class Label:
    """A condition as a person labelled it."""

    span: Span
    codes: frozenset[str]
    parameters: Mapping[str, Any]


def records_of(path: Path) -> list[Mapping[str, Any]]:
    """Return the records of a file, one in each line."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        records = [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise CannotRead(str(error)) from None
    if not records:
        raise CannotRead("the file has no records: one JSON object in each line")
    for place, record in enumerate(records, 1):
        _check(record, place)
    return records


def _check(record: Any, place: int) -> None:
    """Refuse a record that is not a labelled order."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise CannotRead(f"record {place} has no text")
    if (why := unfit(record["text"])) is not None:
        raise CannotRead(f"record {place}: the text cannot be read ({why})")
    labels = record.get("expected")
    if not isinstance(labels, list) or not all(_is_label(each) for each in labels):
        raise CannotRead(
            f'record {place}: "expected" must be a list of conditions, each with text and codes'
        )
    day_of(record.get("made_on"))


def _is_label(label: Any) -> bool:
    """Say whether a value is a labelled condition."""
    return (
        isinstance(label, dict)
        and isinstance(label.get("text"), str)
        and isinstance(label.get("codes"), list)
        and isinstance(label.get("parameters") or {}, dict)
    )


def labels_of(record: Mapping[str, Any]) -> list[Label]:
    """Return the labels of a record with their places; equal texts come in their order."""
    found, after = [], 0
    for label in record["expected"]:
        start = record["text"].find(label["text"], after)
        start = record["text"].find(label["text"]) if start < 0 else start
        if start < 0:
            raise CannotRead(
                f"{record.get('id')}: a label is not in the text: {label['text'][:40]!r}"
            )
        after = start + 1
        span = Span(start, start + len(label["text"]))
        found.append(Label(span, frozenset(label["codes"]), label.get("parameters") or {}))
    return found


def day_of(text: Any) -> date | None:
    """Return a day as records write it, or None."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise CannotRead(f"made_on must be a day such as 2026-01-31, not {text!r}") from None

"""Hold the reader of orders against labelled orders: how many codes and values it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from throughcare.kernel.reading.dating import made_of
from throughcare.kernel.reading.reading import read_order
from throughcare.kernel.terms.acts import Made
from throughcare.packs.case_inputs import CannotRead
from throughcare.packs.entries import PackError
from throughcare.packs.order_labels import day_of, labels_of, records_of
from throughcare.packs.order_report import report
from throughcare.packs.order_scores import Score, compare, compare_dates
from throughcare.packs.order_words import dates_as_values
from throughcare.packs.reading import OrderWords, folder_with_words, order_words

Lines = Callable[[OrderWords, Sequence[Mapping[str, Any]]], Iterable[str]]


def conform_orders(path: str | Path, lines: Lines | None = None) -> int:
    """Print precision and recall of codes and how exact values are; return 0.

    `lines` says what is printed of the records instead. Return 1 where the file, or a record of
    it, cannot be read.
    """
    try:
        words = order_words(folder_with_words())
        found = list((lines or _whole)(words, records_of(Path(path))))
    except (CannotRead, PackError) as error:
        print(f"{path}: {error}")
        print("0 orders, 1 failed")
        return 1
    print("\n".join(found))
    return 0


def _whole(words: OrderWords, records: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the report of all records together."""
    return report(score_of(words, records))


def score_of(words: OrderWords, records: Sequence[Mapping[str, Any]]) -> Score:
    """Return how the reader does on labelled orders. Raise CannotRead where a label is not text."""
    score = Score(orders=len(records))
    read: dict[Any, Made | None] = {}
    for record in records:
        made_on = day_of(record.get("made_on"))
        before = _before(record, read)
        order = read_order(words.law, record["text"], made_on, before)
        if order.order_type is not None:
            read[record.get("id")] = made_of(order.order_type, order.made_on, order.length)
        compare(score, labels_of(record), order.proposed)
        if dates := record.get("expected_dates"):
            compare_dates(score, dates, dates_as_values(order))
    return score


def _before(record: Mapping[str, Any], read: Mapping[Any, Made | None]) -> Made | None:
    """Return the sentence an order comes after, where the file holds it too."""
    start = record.get("start") or {}
    return read.get(start.get("order"))

"""A cross-check in folds: each part of the labelled orders read without the words only it supports.

It measures how far the reading of an order rests on words that no other order uses. It does not
measure orders never seen: whoever wrote the patterns may have read all of these, and turns of
phrase, families and lists of parameters stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from throughcare.kernel.reading.texts import folded
from throughcare.kernel.reading.wording import Pattern
from throughcare.packs.order_cases import Lines, score_of
from throughcare.packs.order_labels import labels_of
from throughcare.packs.order_report import ratios, totals_of
from throughcare.packs.order_scores import Score
from throughcare.packs.reading import OrderWords

Records = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Fold:
    """How one part of the orders was read, and how many patterns were withdrawn for it."""

    score: Score
    withdrawn: int


def folds_of(words: OrderWords, records: Records, count: int) -> list[Fold]:
    """Return how each fold is read without the patterns that only its own labels support.

    An order's fold is its place in the file, counted round. A pattern is supported by a label
    with its code whose words it finds; one that no label supports is never withdrawn.

    :raises CannotRead: where a label is not in its text.
    """
    support = _support(words, records, count)
    return [_fold(words, records[place::count], support, place) for place in range(count)]


def _support(words: OrderWords, records: Records, count: int) -> dict[str, set[int]]:
    """Return the folds in which each pattern finds its code, by the pattern's name."""
    found: dict[str, set[int]] = {each.name: set() for each in words.law.wording.conditions}
    for place, record in enumerate(records):
        for name in _finding(words.law.wording.conditions, record):
            found[name].add(place % count)
    return found


def _finding(patterns: Sequence[Pattern], record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the patterns that find the code of a label in its words."""
    plain = folded(record["text"])
    for label in labels_of(record):
        said = label.span.of(plain)
        for each in patterns:
            if each.code in label.codes and each.says.search(said):
                yield each.name


def _fold(words: OrderWords, records: Records, support: Mapping[str, set[int]], place: int) -> Fold:
    """Return how the orders of a fold are read without what only they support."""
    wording = words.law.wording
    kept = tuple(each for each in wording.conditions if support[each.name] != {place})
    law = replace(words.law, wording=replace(wording, conditions=kept))
    score = score_of(replace(words, law=law), records)
    return Fold(score, len(wording.conditions) - len(kept))


def fold_lines(count: int) -> Lines:
    """Return what prints the cross-check of so many folds."""
    return lambda words, records: report_of(folds_of(words, records, count))


def report_of(folds: Sequence[Fold]) -> Iterator[str]:
    """Yield a line for each fold, and one for all of them together."""
    for place, fold in enumerate(folds, 1):
        yield f"fold {place}: {_line(fold.score)}; {fold.withdrawn} patterns withdrawn"
    whole = Score(orders=sum(fold.score.orders for fold in folds))
    for fold in folds:
        whole.found += fold.score.found
        whole.missed += fold.score.missed
        whole.besides += fold.score.besides
    yield f"{len(folds)} folds: {_line(whole)}"


def _line(score: Score) -> str:
    """Return the counts and ratios of a score."""
    found, missed, _ = totals_of(score)
    precision, recall = ratios(score)
    return f"{score.orders} orders, {found + missed} codes: precision {precision}, recall {recall}"

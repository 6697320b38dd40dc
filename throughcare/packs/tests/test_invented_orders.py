"""Orders in many manners of many judges, all invented: what the reader must find in them.

Each file was written before the patterns were looked at, and then kept: a line begins with the
codes that a person would give it, in brackets; a line without them orders nothing.
"""

import re
from pathlib import Path

import pytest

from throughcare.packs.order_cases import score_of
from throughcare.packs.reading import folder_with_words, order_words

WORDS = order_words(folder_with_words())
FILES = sorted((Path(__file__).parent / "invented").glob("*.txt"))
LABELLED = re.compile(r"\[([A-Z0-9_ ]+)\] (.*)")


def orders_of(path):
    """Return the labelled orders of a file by their manner."""
    parts = re.split(r"(?m)^=== (.*)\n", path.read_text(encoding="utf-8"))[1:]
    return {name: record(text) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def record(text):
    """Return one order as a record."""
    found = [LABELLED.fullmatch(line) for line in text.splitlines()]
    return {
        "text": LABELLED.sub(r"\2", text),
        "expected": [{"text": each[2], "codes": each[1].split()} for each in found if each],
    }


ORDERS = {f"{path.stem} {name}": each for path in FILES for name, each in orders_of(path).items()}


def share(part, rest):
    """Return a share of a whole."""
    return part / (part + rest)


@pytest.mark.parametrize("name", ORDERS)
def test_nine_tenths_of_every_manner_are_found(name):
    score = score_of(WORDS, [ORDERS[name]])

    assert share(score.found.total(), score.missed.total()) >= 0.9
    assert share(score.found.total(), score.besides.total()) >= 0.9


def test_nearly_all_of_all_is_found(capsys):
    score = score_of(WORDS, list(ORDERS.values()))
    found = score.found.total()

    with capsys.disabled():
        print(f" {len(ORDERS)} invented orders, {found + score.missed.total()} codes ", end="")
    assert share(found, score.missed.total()) >= 0.97
    assert share(found, score.besides.total()) >= 0.96

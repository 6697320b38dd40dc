"""The cross-check in folds: what only one part of the orders supports is withdrawn for it."""

from dataclasses import replace

import pytest

from throughcare.packs.case_inputs import CannotRead
from throughcare.packs.order_cases import conform_orders
from throughcare.packs.order_folds import fold_lines, folds_of, report_of
from throughcare.packs.reading import folder_with_words, order_words

WORDS = order_words(folder_with_words())


def of_codes(*codes):
    """Return the pack's words with the patterns of these codes only."""
    wording = WORDS.law.wording
    kept = tuple(each for each in wording.conditions if each.code in codes)
    return replace(WORDS, law=replace(WORDS.law, wording=replace(wording, conditions=kept)))


def record(text, *codes):
    """Return an order of one labelled condition."""
    return {"text": f"1. {text}", "expected": [{"text": text, "codes": list(codes)}]}


PEACE = record("Keep the peace.", "KPGB")
BEHAVE = record("Be of good behaviour.", "KPGB")
PASSPORT = record("Deposit your passport.", "PASSPORT")


def counts(records, *codes, folds=2):
    """Return, for each fold, the codes found and missed and the patterns withdrawn."""
    found = folds_of(of_codes(*codes), records, folds)
    return [(each.score.found.total(), each.score.missed.total(), each.withdrawn) for each in found]


def test_words_of_two_folds_are_kept():
    assert counts([PEACE, PEACE], "KPGB") == [(1, 0, 0), (1, 0, 0)]


def test_words_of_one_fold_are_withdrawn_for_it():
    assert counts([PASSPORT, PEACE, PASSPORT, PEACE], "PASSPORT") == [(0, 2, 1), (0, 2, 0)]


def test_each_fold_loses_its_own_words():
    first, second = counts([PEACE, BEHAVE], "KPGB")

    assert (first[1], second[1]) == (1, 1)


def test_a_pattern_that_finds_no_label_stays():
    found = folds_of(of_codes("PASSPORT"), [PEACE, PEACE], 2)

    assert [each.withdrawn for each in found] == [0, 0]


def test_a_match_for_another_code_is_no_support():
    other = record("Deposit your passport.", "SURRENDER")

    assert [each[2] for each in counts([other, PEACE], "PASSPORT")] == [0, 0]


def test_every_order_is_in_one_fold():
    found = folds_of(of_codes("KPGB"), [PEACE] * 7, 3)

    assert [each.score.orders for each in found] == [3, 2, 2]


def test_the_report_has_a_line_for_each_fold_and_one_for_all():
    lines = list(report_of(folds_of(of_codes("PASSPORT"), [PASSPORT, PEACE], 2)))

    assert lines == [
        "fold 1: 1 orders, 1 codes: precision -, recall 0.00; 1 patterns withdrawn",
        "fold 2: 1 orders, 1 codes: precision -, recall 0.00; 0 patterns withdrawn",
        "2 folds: 2 orders, 2 codes: precision -, recall 0.00",
    ]


def test_a_label_that_is_not_in_its_text_is_refused():
    broken = {"text": "Keep the peace.", "expected": [{"text": "Sing.", "codes": ["KPGB"]}]}

    with pytest.raises(CannotRead, match="a label is not in the text"):
        folds_of(of_codes("KPGB"), [broken], 2)


def test_a_file_that_cannot_be_read_ends_in_one(tmp_path, capsys):
    assert conform_orders(tmp_path / "none.jsonl", fold_lines(5)) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 orders, 1 failed"

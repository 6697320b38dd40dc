"""The reader held against labelled orders: what counts as found, and what cannot be read."""

import json

import pytest

from tests.shared import labelled_orders
from throughcare.kernel.reading.proposals import Proposal
from throughcare.kernel.reading.texts import Span
from throughcare.packs.order_cases import conform_orders, score_of
from throughcare.packs.order_labels import Label
from throughcare.packs.order_scores import matched
from throughcare.packs.reading import folder_with_words, order_words

WORDS = order_words(folder_with_words())

TEXT = "Probation for 12 months. Report today.\n1. Keep the peace.\n2. Abstain from alcohol."


def label(text, *codes, **parameters):
    """Return a label as a record holds it."""
    return {"text": text, "codes": list(codes), "parameters": parameters}


def record(*labels, text=TEXT, **more):
    """Return a labelled order."""
    return {"id": "one", "text": text, "made_on": "2026-03-02", "expected": list(labels), **more}


ALL = (
    label(
        "Report today.", "REPORT_FIRST", report_within={"n": 0, "unit": "today", "from": "order"}
    ),
    label("Keep the peace.", "KPGB"),
    label("Abstain from alcohol.", "ABSTAIN"),
)


def totals(*records):
    """Return how many codes were found, missed, and proposed besides."""
    score = score_of(WORDS, records)
    return score.found.total(), score.missed.total(), score.besides.total()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (ALL, (3, 0, 0)),
        (ALL[1:], (2, 0, 1)),
        ((*ALL[:2], label("Abstain from alcohol.", "ABSTAIN", "NO_KNIFE")), (3, 1, 0)),
        ((*ALL[:2], label("Abstain from alcohol.", "NO_KNIFE")), (2, 1, 1)),
        ((), (0, 0, 3)),
    ],
)
def test_codes_are_counted(labels, expected):
    assert totals(record(*labels)) == expected


def proposal(start, end, *codes):
    """Return a proposal at a place."""
    return Proposal(Span(start, end), "", codes, (), {})


def at(start, end, *codes):
    """Return a label at a place."""
    return Label(Span(start, end), frozenset(codes), {})


@pytest.mark.parametrize(
    ("labels", "proposed", "pairs"),
    [
        ([at(0, 5, "A")], [proposal(0, 5, "A")], {0: 0}),
        ([at(0, 5, "A")], [proposal(5, 9, "A")], {}),
        ([at(0, 5, "A"), at(5, 9, "B")], [proposal(0, 9, "B")], {1: 0}),
        ([at(0, 9, "A")], [proposal(0, 2, "A"), proposal(2, 9, "A")], {0: 1}),
        ([at(0, 9, "A")], [proposal(0, 2, "A"), proposal(2, 9, "B")], {0: 0}),
        ([at(0, 4, "A"), at(4, 9, "A")], [proposal(0, 4, "A"), proposal(4, 9, "A")], {0: 0, 1: 1}),
    ],
)
def test_each_proposal_meets_one_label(labels, proposed, pairs):
    assert matched(labels, proposed) == pairs


def counts(name, *records):
    """Return how often a value was right, unsure, wrong, silent."""
    count = score_of(WORDS, records).values.get(name, {})
    return [count.get(each, 0) for each in ("right", "unsure", "wrong", "silent")]


REPORT = "Probation. Report within two days."
ODD = "Probation.\n1. Report within two (3) days."


@pytest.mark.parametrize(
    ("text", "words", "within", "expected"),
    [
        (REPORT, "Report within two days.", {"n": 2, "unit": "day", "from": "order"}, [1, 0, 0, 0]),
        (REPORT, "Report within two days.", {"n": 3, "unit": "day", "from": "order"}, [0, 0, 1, 0]),
        (
            ODD,
            "Report within two (3) days.",
            {"n": 3, "unit": "day", "from": "order"},
            [0, 1, 0, 0],
        ),
        (
            "Probation. Report as told.",
            "Report as told.",
            {"n": 3, "unit": "day", "from": "order"},
            [0, 0, 0, 1],
        ),
        ("Probation. Report as told.", "Report as told.", None, [0, 0, 0, 0]),
    ],
)
def test_values_are_right_unsure_wrong_or_silent(text, words, within, expected):
    parameters = {} if within is None else {"report_within": within}

    assert (
        counts("report_within", record(label(words, "REPORT_NEXT", **parameters), text=text))
        == expected
    )


def test_windows_are_compared_by_their_ends():
    text = "Probation.\n1. A curfew from 10 p.m. to 6 a.m."
    window = {"start": "22:00", "end": "05:00", "days": "daily"}
    one = record(label("A curfew from 10 p.m. to 6 a.m.", "CURFEW", window=window), text=text)

    assert counts("window.start", one) == [1, 0, 0, 0]
    assert counts("window.end", one) == [0, 0, 1, 0]


def test_a_value_in_words_is_not_compared():
    text = "Probation.\n1. Obey a curfew."
    one = record(label("Obey a curfew.", "CURFEW", window="not stated", hours="all"), text=text)

    assert counts("window.start", one) == [0, 0, 0, 0]
    assert counts("hours", one) == [0, 0, 0, 0]


def test_days_are_compared():
    dates = {"start": "2026-03-02", "last_day": "2027-03-02", "cap_last_day": "2029-03-02"}
    one = record(*ALL, text=TEXT, expected_dates=dates)

    assert [counts(name, one) for name in ("start", "last_day")] == [[1, 0, 0, 0], [0, 0, 1, 0]]


def test_an_order_after_a_sentence_of_the_same_file_has_days():
    first = {**record(text="A conditional sentence of 6 months."), "id": "first"}
    dates = {"start": "2026-09-02", "last_day": "2027-09-01"}
    second = record(
        text="After the conditional sentence, one year of probation.",
        start={"anchor": "cso_end", "order": "first"},
        expected_dates=dates,
    )

    assert counts("last_day", first, second) == [1, 0, 0, 0]


def run(tmp_path, capsys, *lines):
    """Run a file of lines and return the exit code and what was printed."""
    path = tmp_path / "orders.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return conform_orders(path), capsys.readouterr().out.splitlines()


def test_a_report_has_a_line_for_each_code_and_ends_with_a_count(tmp_path, capsys):
    code, lines = run(tmp_path, capsys, json.dumps(record(*ALL)))

    assert code == 0
    assert lines[1].split() == ["ABSTAIN", "1", "1.00", "1.00"]
    assert lines[-1] == (
        "1 orders, 3 codes: precision 1.00, recall 1.00; 0 values wrong without a mark"
    )


def test_a_code_that_was_never_labelled_has_no_recall(tmp_path, capsys):
    _, lines = run(tmp_path, capsys, json.dumps(record(*ALL[1:])))

    assert ["REPORT_FIRST", "0", "0.00", "-"] in [each.split() for each in lines]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "the file has no records"),
        ("{", "Expecting property name"),
        ("[]", "record 1 has no text"),
        ('{"text": 3}', "record 1 has no text"),
        ('{"text": "Keep the peace."}', '"expected" must be a list of conditions'),
        ('{"text": "Keep the peace.", "expected": [3]}', '"expected" must be a list'),
        ('{"text": "Keep.", "expected": [{"text": "Keep.", "codes": "X"}]}', '"expected" must be'),
        ('{"text": "", "expected": []}', "the text cannot be read (TEXT_EMPTY)"),
        ('{"text": "Keep.", "expected": [], "made_on": "May"}', "made_on must be a day"),
        ('{"text": "Keep.", "expected": [], "made_on": 3}', "made_on must be a day"),
        ('{"text": "Keep.", "expected": [{"text": "Go.", "codes": []}]}', "is not in the text"),
    ],
)
def test_what_cannot_be_read_says_why(line, said, tmp_path, capsys):
    code, lines = run(tmp_path, capsys, line)

    assert code == 1
    assert said in lines[0]
    assert lines[-1] == "0 orders, 1 failed"


def test_a_file_that_is_not_there_says_so(tmp_path, capsys):
    assert conform_orders(tmp_path / "none.jsonl") == 1
    assert "No such file" in capsys.readouterr().out


def test_a_product_without_words_says_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("throughcare.packs.reading.pack_folders", list)

    assert conform_orders(tmp_path / "none.jsonl") == 1
    assert "no pack has a folder named wording" in capsys.readouterr().out


LEAST_RECALL, LEAST_PRECISION = 0.94, 0.94


def test_real_orders_are_read_as_well_as_before(capsys):
    """The measure of the reader; the figures are raised when it learns, never lowered."""
    records = labelled_orders()
    if not records:
        return  # the end of the run says so: tests/shared.py
    score = score_of(WORDS, records)
    found, missed, besides = (each.total() for each in (score.found, score.missed, score.besides))
    with capsys.disabled():
        print(f"{score.orders} real orders read: {found} codes found, {missed} missed.")

    assert found / (found + missed) >= LEAST_RECALL
    assert found / (found + besides) >= LEAST_PRECISION

"""`throughcare read-order` says what an order's words stand for, without a database."""

import io
import json
import sys
import time

import pytest

from throughcare.documents.tests import hostile
from throughcare.site import cli
from throughcare.site.cli import order_files

TEXT = """A conditional sentence of 6 months.
1. Keep the peace.
2. Report within two (3) days.
3. Paint the fence of the church.
"""


@pytest.fixture(autouse=True)
def no_database(monkeypatch):
    """An address at which nothing answers: a command that asked it would fail."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann@127.0.0.1:1/office")


@pytest.fixture
def order(tmp_path):
    """A file with an order."""
    path = tmp_path / "order.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys, *words):
    """Run the command and return its exit code, output and errors."""
    code = cli.main(["read-order", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def as_json(capsys, *words):
    """Return the object that the command prints."""
    return json.loads(run(capsys, *words, "--json")[1])


def test_it_prints_an_object(order, capsys):
    found = as_json(capsys, order, "--made-on", "2026-03-02")

    assert (found["order_type"], found["made_on"]) == ("CSO", "2026-03-02")
    assert [each["codes"] for each in found["proposed"]] == [["KPGB"], ["REPORT_FIRST"]]
    assert found["dates"] == {"start": "2026-03-02", "last_day": "2026-09-01"}


def test_offsets_count_in_the_input(order, capsys):
    found = as_json(capsys, order)["proposed"][0]

    assert TEXT[found["start"] : found["end"]] == found["text"] == "Keep the peace."


def test_offsets_count_in_an_input_with_windows_line_ends(tmp_path, capsys):
    path = tmp_path / "order.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    found = as_json(capsys, path)["proposed"][0]

    assert path.read_bytes().decode()[found["start"] : found["end"]] == "Keep the peace."


def test_it_explains_itself_to_a_reader(order, capsys):
    lines = run(capsys, order, "--made-on", "2026-03-02")[1].splitlines()

    assert lines[:3] == [
        "CSO · supervise",
        "made on 2026-03-02 · length months 6",
        "days start 2026-03-02, last_day 2026-09-01",
    ]
    assert "    because of 'Keep the peace' (KPGB 1)" in lines
    assert "    REPORT_FIRST  (unsure)" in lines
    assert "not placed: Paint the fence of the church." in lines
    assert any(line.startswith("look at: The number in words") for line in lines)


def test_what_is_not_known_is_said(tmp_path, capsys):
    path = tmp_path / "order.txt"
    path.write_text("Keep the peace.")
    lines = run(capsys, path)[1].splitlines()

    assert lines[:3] == [
        "instrument not known · supervise",
        "made on not known · length not known",
        "days not known",
    ]


def test_standard_input_is_read(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert as_json(capsys, "-")["order_type"] == "CSO"


def test_text_as_windows_writes_it(tmp_path, capsys):
    path = tmp_path / "order.txt"
    path.write_bytes("Ne pas troubler l’ordre public. Probation.".encode("cp1252"))

    assert as_json(capsys, path)["proposed"][0]["codes"] == ["KPGB"]


def test_a_pdf_is_read_in_a_process_of_its_own(tmp_path, capsys):
    path = tmp_path / "order.pdf"
    path.write_bytes(hostile.pdf_saying("Probation. You must keep the peace."))
    found = as_json(capsys, path)

    assert "keep the peace" in found["text"]
    assert found["proposed"][0]["codes"] == ["KPGB"]


BINARY = bytes(range(256)) * 40


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "There is no text."),
        (b"\n" * 500, "There are no words in the text."),
        (b"1. 2. 3.", "There are no words in the text."),
        (BINARY, "This is not text"),
        (b"Keep the \x00peace", "This is not text"),
        (b"Keep the \x1b[2Jpeace", "This is not text"),
        (b"\x81\x8d keep the peace", "This is not text"),
        (b"Keep the peace. " * 5000, "more than 40,000 characters"),
        (b"\n" * 10_000_000, "more than 40,000 characters"),
        (b"x" * (21 << 20), "more than 20 MB"),
        (b"%PDF-1.7 nothing", "The PDF is damaged"),
    ],
)
def test_what_is_no_order_gets_a_clear_sentence(content, said, tmp_path, capsys):
    path = tmp_path / "order.txt"
    path.write_bytes(content)
    began = time.monotonic()
    code, printed, error = run(capsys, path)

    assert (code, printed) == (1, "")
    assert said in error
    assert time.monotonic() - began < 20


def test_marks_that_turn_the_writing_are_flagged(tmp_path, capsys):
    path = tmp_path / "order.txt"
    path.write_text("Probation.\n1. Keep the \u202epeace.", encoding="utf-8")

    assert "TEXT_TURNS_DIRECTION" in [each["code"] for each in as_json(capsys, path)["flags"]]


def test_a_file_that_is_not_there_gets_a_clear_sentence(tmp_path, capsys):
    code, _, error = run(capsys, tmp_path / "none.txt")

    assert code == 1
    assert "cannot be read: No such file or directory." in error


def test_a_pdf_that_takes_too_long_gets_a_clear_sentence(tmp_path, capsys, monkeypatch):
    path = tmp_path / "order.pdf"
    path.write_bytes(b"%PDF-1.7")
    reading = order_files.documents.Reading(media_type="application/pdf", pages=3)
    monkeypatch.setattr(order_files.documents, "read", lambda file: reading)

    assert "took too long and was stopped" in run(capsys, path)[2]


@pytest.mark.parametrize("refused", sorted(order_files.PDF_SENTENCES))
def test_each_refusal_of_a_pdf_has_a_sentence(refused, tmp_path, capsys, monkeypatch):
    path = tmp_path / "order.pdf"
    path.write_bytes(b"%PDF-1.7")
    reading = order_files.documents.Reading(refused=refused)
    monkeypatch.setattr(order_files.documents, "read", lambda file: reading)

    assert order_files.PDF_SENTENCES[refused] in run(capsys, path)[2]


def test_a_day_that_is_none_is_refused(order, capsys):
    with pytest.raises(SystemExit):
        cli.main(["read-order", str(order), "--made-on", "2026-02-30"])

    assert "'2026-02-30' is not a day. Write 2026-03-01." in capsys.readouterr().err


def test_every_reason_that_a_text_is_unfit_has_a_sentence():
    assert set(order_files.SENTENCES) == set(order_files.Unfit)

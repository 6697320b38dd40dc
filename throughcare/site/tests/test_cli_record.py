"""`throughcare record`: what it prints and what it ends with."""

from contextlib import nullcontext

import pytest
from django.db import connections
from pypdf import PdfReader

from throughcare.record.entries import System
from throughcare.record.verifier.verify_record import problems, read
from throughcare.site.cli import main, office, record

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
OPEN = "SELECT record_open('a.b', NULL, 'x', 'x', NULL, '', %s, NULL, '', NULL, '', NULL)"
CASE = "00000000-0000-0000-0000-0000000000c1"
OFFICE = (
    "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, zone)"
    " VALUES (gen_random_uuid(), 'SUD', '', '', '', '', '', '', '')"
)


@pytest.fixture
def owner():
    with connections["owner"].cursor() as cursor:
        cursor.execute(OPEN, [CASE])
        cursor.execute(OFFICE)
        cursor.execute("SELECT record_close()")
        yield cursor


@pytest.fixture
def run(monkeypatch, capsys, owner, settings, tmp_path):
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "keys" / "record.pem", []
    monkeypatch.setattr(office, "django_ready", nullcontext)

    def ran(*words):
        code = main(["record", *words])
        return code, capsys.readouterr()

    return ran


def test_what_is_not_chained_is_counted_then_chained(run):
    assert run("verify")[1].out == (
        "Read: 1 entries and 0 row versions they made.\n"
        "Not chained yet, and read in the present only: 1 entries.\n"
        "Nothing differs.\n"
    )
    assert run("chain")[1].out == "Chained: 1 entries.\n"
    assert run("verify")[1].out == (
        "Read: 1 entries and 1 row versions they made.\nNothing differs.\n"
    )


def test_nothing_is_chained_twice(run):
    run("chain")

    code, printed = run("chain")
    assert (code, printed.out) == (0, "Chained: 0 entries.\n")


def test_what_differs_is_a_line_and_a_code(run, owner):
    run("chain")
    owner.execute("UPDATE history.staff_office SET city = 'x'")

    code, printed = run("verify")

    first, second, *_, last = printed.out.splitlines()
    assert code == 1
    assert first.endswith("column city: a value is not the one that was recorded")
    assert second.endswith("column city: the present is not what the history says")
    assert last == "Differences: 2."


def test_a_file_that_is_not_there_is_said_to_be_absent(run):
    code, printed = run("verify", "--case", "C-0000-00000")

    assert code == 1
    assert "There is no file C-0000-00000" in printed.err


def test_one_file_is_verified_by_its_number(run, monkeypatch):
    monkeypatch.setattr(record, "CASE_ID", f"SELECT '{CASE}' WHERE %(case)s = 'C-2026-00001'")
    run("chain")

    code, printed = run("verify", "--case", "C-2026-00001")

    assert code == 0
    assert printed.out.startswith("Read: 1 entries and 1 row versions they made.\n")


def test_the_record_is_signed_and_compared(run, tmp_path, owner):
    folder = str(tmp_path / "kept")
    code, printed = run("checkpoint", "--checkpoints", folder)

    assert code == 0
    first, second, third, last = printed.out.splitlines()
    assert first == f"Not independent: {folder} is on the same disk as the record's own files."
    assert second == "Entries: 1"
    assert len(third.removeprefix("Root of the record: ").split()) == 8
    assert last.startswith("Print this")
    assert run("verify", "--checkpoints", folder)[1].out.splitlines()[1:] == [
        f"The checkpoints in {folder} agree, up to entry 1.",
        "Read: 1 entries and 1 row versions they made.",
        "Nothing differs.",
    ]


def test_the_root_is_printed_in_both_languages(run, tmp_path):
    words = (
        "checkpoint",
        "--checkpoints",
        str(tmp_path / "kept"),
        "--pdf",
        str(tmp_path / "r.pdf"),
    )

    assert run(*words)[0] == 0
    said = PdfReader(tmp_path / "r.pdf").pages[0].extract_text()
    assert ("Root of the record" in said, "Racine du registre" in said) == (True, True)
    assert "is there already" in run(*words)[1].err


def test_a_record_that_was_signed_otherwise_is_a_line(run, tmp_path, owner):
    folder = str(tmp_path / "kept")
    run("checkpoint", "--checkpoints", folder)
    owner.execute("ALTER TABLE record_link DISABLE TRIGGER USER")
    owner.execute("DELETE FROM record_link")

    code, printed = run("verify", "--checkpoints", folder)

    assert code == 1
    assert f"entry 1, table {folder}: more entries were signed than there are" in printed.out


def test_an_empty_record_has_nothing_to_sign(monkeypatch, capsys, settings, tmp_path):
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "record.pem", []
    monkeypatch.setattr(office, "django_ready", nullcontext)

    assert main(["record", "checkpoint"]) == 0
    assert capsys.readouterr().out == "The record is empty: there is nothing to sign yet.\n"


def test_the_key_is_exchanged(run, tmp_path):
    folder = tmp_path / "kept"

    code, printed = run("rotate", "--checkpoints", str(folder))

    assert code == 0
    assert printed.out.splitlines()[-1].startswith("The record has a new key.")
    assert {path.name for path in folder.glob("*")} == {"first-key.txt", "rotation-0001.note"}


def test_a_file_is_exported_with_its_verifier(run, tmp_path, monkeypatch):
    monkeypatch.setattr(record, "CASE_ID", f"SELECT '{CASE}' WHERE %(case)s = 'C-2026-00001'")
    path, folder = tmp_path / "case.zip", str(tmp_path / "kept")
    words = ("export", "C-2026-00001", str(path), "--checkpoints", folder)

    code, printed = run(*words)

    assert (code, printed.out.splitlines()[1]) == (
        0,
        "Written: 1 entries. Whoever gets it verifies it by",
    )
    assert list(problems(read(str(path)))) == []
    assert "is there already" in run(*words)[1].err


def test_nobody_unknown_answers_for_an_older_copy(run):
    code, printed = run("reconcile", "--by", "nobody", "--why", "x")

    assert code == 1
    assert "Nobody here signs in as nobody" in printed.err


@pytest.mark.parametrize(
    ("words", "said"), [((), "Nothing is wrong"), (("--clock",), "The clock does not stand before")]
)
def test_where_nothing_is_wrong_nothing_is_answered_for(run, monkeypatch, words, said):
    monkeypatch.setattr(record, "member", lambda username: System())

    code, printed = run("reconcile", "--by", "landry", "--why", "x", *words)

    assert code == 1
    assert said in printed.err


def test_a_stop_is_lifted_by_an_entry(run, monkeypatch, owner):
    monkeypatch.setattr(record, "member", lambda username: System())
    owner.execute("INSERT INTO record_stop (since, why) VALUES (now(), 'NOT_THE_RECORD')")

    code, printed = run("reconcile", "--by", "landry", "--why", "Looked into.")

    assert (code, printed.out.splitlines()[-1][:28]) == (0, "The office can write again. ")
    owner.execute("SELECT act, reason FROM record_entry ORDER BY number DESC LIMIT 1")
    assert owner.fetchone() == ("record.reconciled", "Looked into.")

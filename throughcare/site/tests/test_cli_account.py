"""`throughcare account verify`: what it prints and what it ends with."""

import json
from contextlib import nullcontext
from copy import deepcopy

import pytest

from throughcare.account.export.writing import as_text
from throughcare.account.tests.exports import exported, values
from throughcare.cases.tests.factories import a_case
from throughcare.orders.tests.factories import an_order
from throughcare.site.cli import main, office
from throughcare.site.cli.account import printable
from throughcare.staff.tests.factories import a_member


@pytest.fixture
def run(tmp_path, capsys):
    def verified(content):
        path = tmp_path / "account.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = main(["account", "verify", str(path)])
        return code, capsys.readouterr().out.replace(str(path), "FILE")

    return verified


def test_an_account_that_follows_is_the_same(run):
    assert run(as_text(exported())) == (
        0,
        "The same: the account follows from the values in the file.\n",
    )


def test_an_account_that_does_not_follow_has_its_keys_named(run):
    said = deepcopy(values())
    line = said["account"]["obligations"][0]
    line["ending"] = "hidden"
    code, printed = run(said)

    first, last = printed.splitlines()
    assert code == 1
    assert first.startswith(f"obligations\t{line['requirement']} {line['opens_on']}\tending\t")
    assert last == "Differences: 1."


def test_a_file_that_cannot_be_read_says_why(run):
    assert run("{}") == (2, "FILE: cannot be read: the file has no format\n")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path, capsys):
    assert main(["account", "verify", str(tmp_path / "none")]) == 2
    assert "cannot be opened" in capsys.readouterr().out


def test_no_word_of_a_file_steers_the_terminal(run):
    said = values() | {"\x1b[2J": 1}

    assert run(said)[1] == "FILE: cannot be read: the file has the unknown field \\x1b[2J\n"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("a\tb", "a\tb"), ("é", "é"), ("\ud800", "\\ud800"), ("a\nb", "a\\nb"), ("\u202e", "\\u202e")],
)
def test_what_cannot_be_printed_is_written_out(words, shown):
    assert printable(words) == shown


# --- export ---------------------------------------------------------------------------------


@pytest.fixture
def officer(db):
    return a_member("OFFICER")


@pytest.fixture
def case(officer):
    return a_case(holder=officer)


@pytest.fixture
def exporting(tmp_path, monkeypatch, case):
    """Run the export against the database of the tests."""
    monkeypatch.setattr(office, "django_ready", nullcontext)

    def run(*words, number=case.number):
        path = tmp_path / "account.json"
        return main(["account", "export", number, *words, str(path)]), path

    return run


@pytest.mark.django_db
def test_an_export_is_written_and_verified(exporting, case, officer, capsys):
    an_order(case, officer, confirmed=True)
    code, path = exporting("--from", "2026-01-01", "--to", "2026-12-31")
    said = json.loads(path.read_text(encoding="utf-8"))

    assert code == 0
    assert said["period"] == {"starts_on": "2026-01-01", "ends_before": "2027-01-01"}
    assert said["case"]["number"] == case.number
    assert len(said["conditions"]) == 2
    assert f"throughcare account verify {path}" in capsys.readouterr().out
    assert main(["account", "verify", str(path)]) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "first", "ends_before"),
    [
        ([], "opened", None),
        (["--from", "2025-05-01"], "2025-05-01", None),
        (["--to", "2025-05-01"], "2025-05-01", "2025-05-02"),
    ],
)
def test_days_may_be_left_out(exporting, case, words, first, ends_before):
    _code, path = exporting(*words)
    period = json.loads(path.read_text(encoding="utf-8"))["period"]

    opened = case.opened_on.isoformat()
    assert period["starts_on"] == (opened if first == "opened" else first)
    assert period.get("ends_before") == ends_before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "words", "says"),
    [
        ("C-0", [], "There is no file C-0."),
        (None, ["--from", "2026-02-02", "--to", "2026-02-01"], "The last day is before the first."),
    ],
)
def test_what_cannot_be_exported_is_told_and_nothing_is_written(
    exporting, case, capsys, number, words, says
):
    code, path = exporting(*words, number=number or case.number)

    assert code == 1
    assert says in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.django_db
def test_a_file_that_is_there_is_not_written_over(exporting, capsys):
    _code, path = exporting()
    before = path.read_bytes()

    assert exporting()[0] == 1
    assert "is there already" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_day_that_is_none_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["account", "export", "C-1", "--from", "soon", "out.json"])

    assert "soon is not a day such as 2026-01-31" in capsys.readouterr().err

"""`throughcare conform` runs cases without a database, and teaches how they are written."""

import json
from pathlib import Path

import pytest

from throughcare.site import cli

ROOT = Path(__file__).parents[4]
VECTORS = ROOT / "tests" / "vectors"


@pytest.fixture(autouse=True)
def no_database(monkeypatch):
    """An address at which nothing answers: a command that asked it would fail."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann@127.0.0.1:1/office")


@pytest.mark.parametrize(
    ("what", "name", "under"),
    [("dates", "dates_ca.json", "vectors"), ("obligations", "obligations.json", "cases")],
)
def test_the_cases_worked_by_hand_pass(what, name, under, capsys):
    count = len(json.loads((VECTORS / name).read_text())[under])

    assert cli.main(["conform", what, str(VECTORS / name)]) == 0
    assert capsys.readouterr().out == f"{count} passed, 0 failed\n"


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("dates", 'the file has no list of cases under "vectors"'),
        ("obligations", 'the file has no list of cases under "cases"'),
    ],
)
def test_a_file_of_another_kind_fails_with_a_sentence(what, sentence, tmp_path, capsys):
    path = tmp_path / "other.json"
    path.write_text("{}")

    assert cli.main(["conform", what, str(path)]) == 1
    assert capsys.readouterr().out == f"{path}: {sentence}\n0 passed, 1 failed\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["conform"], "the following arguments are required: what, FILE"),
        (["conform", "dates"], "the following arguments are required: FILE"),
        (["conform", "moons", "x.json"], "invalid choice: 'moons'"),
    ],
)
def test_what_is_not_asked_rightly_is_refused(words, said, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)

    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_the_help_leads_to_files_that_are_there(capsys):
    with pytest.raises(SystemExit):
        cli.main(["conform", "--help"])

    words = capsys.readouterr().out.replace(";", " ").split()
    named = {word for word in words if "/" in word}
    assert len(named) == 5
    assert [name for name in named if not (ROOT / name).is_file()] == []


LABELLED = '{"text": "1. Keep the peace.", "expected": [{"text": "Keep", "codes": ["KPGB"]}]}'


def test_folds_are_printed_for_orders(tmp_path, capsys):
    path = tmp_path / "orders.jsonl"
    path.write_text(f"{LABELLED}\n{LABELLED}\n", encoding="utf-8")

    assert cli.main(["conform", "orders", str(path), "--folds", "2"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "fold 1",
        "fold 2",
        "2 folds",
    ]


def test_folds_are_for_orders_only(capsys):
    assert cli.main(["conform", "dates", "cases.json", "--folds", "2"]) == 1
    assert "--folds is for orders" in capsys.readouterr().err

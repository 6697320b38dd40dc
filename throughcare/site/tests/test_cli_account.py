"""`throughcare account verify`: what it prints and what it ends with."""

import json
from copy import deepcopy

import pytest

from throughcare.account.export.writing import as_text
from throughcare.account.tests.exports import exported, values
from throughcare.site.cli import main
from throughcare.site.cli.account import printable


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

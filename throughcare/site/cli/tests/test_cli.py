"""The command line teaches, refuses in one sentence, and keeps demo people off real servers."""

import errno
import re
import socket

import psycopg
import pytest
from django.db import OperationalError

from throughcare.site import cli
from throughcare.site.cli import office
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import write_state

EMBEDDED = Addresses("postgresql://a@/d", "postgresql://o@/d", embedded=True)
GIVEN = Addresses("postgresql://a@h/d", "postgresql://o@h/d")
NAMES = [command.__name__.rpartition(".")[2].replace("_", "-") for command in cli.COMMANDS]
NAMES[NAMES.index("imports")] = "import"  # a word of Python's own
NAMES.insert(NAMES.index("backup") + 1, "restore")  # both stand in one module


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """A home of its own, and no database given."""
    monkeypatch.setenv("THROUGHCARE_HOME", str(tmp_path))
    for name in ("DATABASE_URL", "THROUGHCARE_APP_URL", "THROUGHCARE_OWNER_URL", "HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_with_an_example(name, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"throughcare {name}" in said.partition("example:")[2]


def test_without_a_command_all_are_listed(capsys):
    with pytest.raises(SystemExit):
        cli.main([])

    said = capsys.readouterr().out
    assert re.findall(r"^    ([a-z-]+)", said, re.MULTILINE) == NAMES


def test_an_unknown_command_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["fly"])

    assert ended.value.code == 2
    assert "invalid choice: 'fly'" in capsys.readouterr().err


def test_the_version_names_what_a_report_needs(capsys):
    assert cli.main(["version"]) == 0
    assert capsys.readouterr().out.startswith("Throughcare 0")


def test_a_busy_port_ends_run_before_anything_starts(elsewhere, monkeypatch, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        code = cli.main(["run"])

    said = capsys.readouterr()
    assert code == 1
    assert said.err.startswith("throughcare: Port ")
    assert said.err.count("\n") == 1
    assert not (elsewhere / "data").exists()


@pytest.mark.parametrize("words", [["run"], ["migrate"], ["demo", "load", "--demo"], ["shell"]])
def test_an_unreachable_server_is_one_sentence(elsewhere, monkeypatch, capsys, words):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/office")
    monkeypatch.setenv("PORT", "1027")

    assert cli.main(words) == 1
    assert capsys.readouterr().err == (
        "throughcare: Nothing answers at 127.0.0.1:1: is PostgreSQL running there?\n"
    )


def test_the_doctor_tells_what_is_wrong(elsewhere, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/office")

    assert cli.main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "right  python: " in said
    assert "WRONG  database: Nothing answers at 127.0.0.1:1" in said


@pytest.mark.parametrize(
    ("addresses", "host", "asked", "allowed"),
    [
        pytest.param(EMBEDDED, "127.0.0.1", False, True, id="own_server_this_machine"),
        pytest.param(EMBEDDED, "localhost", False, True, id="localhost"),
        pytest.param(EMBEDDED, "::1", False, True, id="loopback_of_ipv6"),
        pytest.param(EMBEDDED, "0.0.0.0", False, False, id="open_to_all"),
        pytest.param(EMBEDDED, "office.example.org", False, False, id="a_name"),
        pytest.param(GIVEN, "127.0.0.1", False, False, id="a_given_server"),
        pytest.param(GIVEN, "0.0.0.0", True, True, id="as_asked"),
    ],
)
def test_where_demo_people_may_be(addresses, host, asked, allowed):
    assert office.demo_is_allowed(addresses, host=host, asked=asked) is allowed


def test_demo_people_are_refused_on_a_given_server(elsewhere, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHCARE_APP_URL", GIVEN.app)
    monkeypatch.setenv("THROUGHCARE_OWNER_URL", GIVEN.owner)

    assert cli.main(["demo", "load"]) == 1
    assert "Demo people and demo sign-ins are kept off real servers" in capsys.readouterr().err


def test_an_office_that_was_killed_counts_as_not_running(elsewhere):
    write_state(elsewhere / "web.json", {"pid": 2**22 + 1, "web": "http://127.0.0.1:8000"})

    assert office.office_running() == {}


def caused_by(cause: Exception) -> Exception:
    """The error that Django makes of a driver's."""
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "full"), "The disk is full: free some space, and try again."),
        (
            psycopg.errors.DiskFull("could not extend file\nHINT: x"),
            "The database's disk is full (could not extend file): free some space, and try again.",
        ),
        (
            caused_by(psycopg.errors.DiskFull("could not write")),
            "The database's disk is full (could not write): free some space, and try again.",
        ),
        (
            caused_by(psycopg.OperationalError("closed")),
            "The database went away (closed). Its log says why: a full disk, often.",
        ),
    ],
)
def test_a_full_disk_is_one_sentence_wherever_it_is_met(monkeypatch, capsys, error, sentence):
    def fail(options):
        raise error

    monkeypatch.setattr(cli.version, "act", fail)

    assert cli.main(["version"]) == 1
    assert capsys.readouterr().err == f"throughcare: {sentence}\n"


@pytest.mark.parametrize(
    "error", [FileNotFoundError("x"), caused_by(psycopg.errors.QueryCanceled("x"))]
)
def test_a_fault_of_the_program_is_loud(monkeypatch, error):
    def fail(options):
        raise error

    monkeypatch.setattr(cli.version, "act", fail)

    with pytest.raises(type(error)):
        cli.main(["version"])

"""Each small command asks for what it needs, does one thing, and ends with a code."""

import subprocess
import sys
from contextlib import contextmanager
from importlib import metadata
from types import SimpleNamespace

import pytest

from throughcare.site import cli
from throughcare.site.cli import begin, bench, conform, manage, migrate, office, shell, worker
from throughcare.site.server import database
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import write_state

EMBEDDED = Addresses("postgresql://a@/d", "postgresql://o@/d", embedded=True)
VARIABLES = ("THROUGHCARE_APP_URL", "THROUGHCARE_OWNER_URL", "THROUGHCARE_DEMO", "DATABASE_URL")
BEGIN = {
    "--code": "SUD",
    "--name": "Sudbury",
    "--name-fr": "Grand Sudbury",
    "--address": "1 Elm St",
    "--city": "Sudbury",
    "--username": "landry",
    "--given-name": "Aline",
    "--surname": "Landry",
}


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """A home of its own and a server that is not there; what was opened with is kept."""
    environs = []

    @contextmanager
    def stub(environ=None):
        environs.append(environ)
        yield EMBEDDED

    for name in VARIABLES:
        monkeypatch.setenv(name, "before")
    monkeypatch.setenv("THROUGHCARE_HOME", str(tmp_path))
    monkeypatch.setattr(database, "opened", stub)
    return environs


@pytest.fixture
def called(monkeypatch):
    """The Django commands that were called, with their options."""
    calls = []

    def call(*words, **options):
        calls.append((words, options))

    for command in (begin, migrate, shell, worker):
        monkeypatch.setattr(command, "call_command", call)
    return calls


def ended_by_the_parser(words):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    return ended.value.code


@pytest.mark.parametrize(
    ("words", "call"),
    [
        pytest.param(["migrate"], (("migrate",), {}), id="migrate"),
        pytest.param(["shell"], (("shell",), {}), id="shell"),
        pytest.param(["worker"], (("procrastinate", "worker"), {}), id="worker"),
    ],
)
def test_a_command_hands_one_thing_to_django(opened, called, words, call):
    assert cli.main(words) == 0
    assert called == [call]
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("given", "handed"),
    [
        pytest.param([], ["help"], id="nothing_lists_all"),
        pytest.param(["check"], ["check"], id="a_command"),
        pytest.param(
            ["makemigrations", "people", "--dry-run"],
            ["makemigrations", "people", "--dry-run"],
            id="options_are_handed_on",
        ),
    ],
)
def test_manage_hands_every_word_on(opened, monkeypatch, given, handed):
    seen = []
    stub = SimpleNamespace(execute=lambda: None)
    monkeypatch.setattr(manage, "ManagementUtility", lambda words: seen.append(words) or stub)

    assert cli.main(["manage", *given]) == 0
    assert seen == [["throughcare manage", *handed]]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param(["demo"], "the following arguments are required: what", id="demo"),
        pytest.param(["demo", "drop"], "invalid choice: 'drop'", id="demo_drop"),
        pytest.param(["demo", "load", "--size", "town"], "invalid choice: 'town'", id="size"),
        pytest.param(["conform"], "are required: what, FILE", id="conform"),
        pytest.param(["conform", "dates"], "are required: FILE", id="conform_no_file"),
        pytest.param(["conform", "laws", "x"], "invalid choice: 'laws'", id="conform_what"),
        pytest.param(["conform", "orders", "x", "--folds", "1"], "Write 5.", id="one_fold"),
        pytest.param(["conform", "orders", "x", "--folds", "-3"], "Write 5.", id="no_folds"),
        pytest.param(["run", "fast"], "unrecognized arguments: fast", id="run"),
        pytest.param(["run", "--port", "1"], "unrecognized arguments: --port 1", id="run_port"),
        pytest.param(["doctor", "--xml"], "unrecognized arguments: --xml", id="doctor"),
        pytest.param(["version", "2"], "unrecognized arguments: 2", id="version"),
        pytest.param(["migrate", "people"], "unrecognized arguments: people", id="migrate"),
        pytest.param(["worker", "--twice"], "unrecognized arguments: --twice", id="worker"),
        pytest.param(["shell", "-c", "1"], "unrecognized arguments: -c 1", id="shell"),
        pytest.param(["Run"], "invalid choice: 'Run'", id="capitals"),
    ],
)
def test_words_that_mean_nothing_are_refused_before_anything_opens(
    opened, capsys, words, complaint
):
    assert ended_by_the_parser(words) == 2
    assert complaint in capsys.readouterr().err
    assert opened == []


@pytest.mark.parametrize("missing", list(BEGIN))
def test_begin_needs_every_field(opened, called, capsys, missing):
    words = [word for name, value in BEGIN.items() if name != missing for word in (name, value)]

    assert ended_by_the_parser(["begin", *words]) == 2
    assert f"are required: {missing}\n" in capsys.readouterr().err
    assert (opened, called) == ([], [])


def begin_words():
    return ["begin", *(word for pair in BEGIN.items() for word in pair)]


def test_begin_hands_on_what_was_typed_and_prints_the_password(opened, called, capsys, monkeypatch):
    given = []
    stubs = {
        "throughcare.site.beginning.FirstOffice": lambda **said: said,
        "throughcare.site.beginning.begin": lambda **said: given.append(said) or "heron-morning",
    }
    monkeypatch.setattr(begin, "import_string", stubs.__getitem__)

    assert cli.main(begin_words()) == 0
    assert called == [(("migrate",), {"verbosity": 0})]
    assert capsys.readouterr().out == (
        "landry may sign in with the password heron-morning, and then chooses another.\n"
    )
    assert given[0].pop("office") == {
        "code": "SUD",
        "name": "Sudbury",
        "name_fr": "Grand Sudbury",
        "address": "1 Elm St",
        "city": "Sudbury",
    }
    assert given == [{"username": "landry", "given_name": "Aline", "surname": "Landry"}]


@pytest.mark.django_db
def test_begin_in_a_database_in_use_is_one_sentence(opened, called, capsys, monkeypatch):
    monkeypatch.setattr(office.connections, "close_all", lambda: None)
    assert cli.main(begin_words()) == 0
    capsys.readouterr()

    assert cli.main(begin_words()) == 1
    assert capsys.readouterr() == (
        "",
        "throughcare: This database has begun already: an administrator opens further accounts.\n",
    )


@pytest.mark.parametrize("code", [0, 1, 3])
@pytest.mark.parametrize("what", ["dates", "obligations"])
def test_conform_ends_as_its_run_ends(opened, monkeypatch, what, code):
    seen = []
    monkeypatch.setitem(conform.RUNS, what, lambda file: seen.append(file) or code)

    assert cli.main(["conform", what, "cases.json"]) == code
    assert (seen, opened) == (["cases.json"], [])


@pytest.fixture
def measured(monkeypatch):
    """The processes that bench would have started; each ends with 4."""
    started = []

    def run(command, **options):
        started.append((command, options))
        return subprocess.CompletedProcess(command, 4)

    monkeypatch.setattr(bench.subprocess, "run", run)
    return started


def test_bench_hands_its_words_on_and_ends_as_it_ends(opened, measured):
    assert cli.main(["bench", "pages", "--again", "3"]) == 4
    [(command, options)] = measured
    assert command == [sys.executable, "-m", "bench", "pages", "--again", "3"]
    assert options["cwd"] == bench.CHECKOUT


def test_bench_never_measures_in_anybodys_office(opened, measured, tmp_path):
    cli.main(["bench"])

    [environ] = opened
    assert "DATABASE_URL" not in environ
    assert "THROUGHCARE_APP_URL" not in environ
    assert environ["THROUGHCARE_HOME"] == str(tmp_path / "bench")
    handed = measured[0][1]["env"]
    assert (handed["THROUGHCARE_APP_URL"], handed["THROUGHCARE_OWNER_URL"]) == (
        EMBEDDED.app,
        EMBEDDED.owner,
    )
    assert handed["THROUGHCARE_DEMO"] == "1"
    assert handed["DJANGO_SETTINGS_MODULE"] == "throughcare.site.settings"
    assert "DATABASE_URL" not in handed


def test_bench_without_a_checkout_says_so(opened, measured, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bench, "CHECKOUT", tmp_path)

    assert cli.main(["bench"]) == 1
    assert capsys.readouterr().err == (
        "throughcare: There is nothing to measure here: bench/ comes with the source checkout.\n"
    )
    assert (opened, measured) == ([], [])


def test_the_version_names_python_and_django(capsys):
    cli.main(["version"])

    assert capsys.readouterr().out == (
        f"Throughcare {metadata.version('throughcare')}, "
        f"Python {sys.version.split()[0]}, Django {metadata.version('django')}\n"
    )


def test_an_interrupted_command_ends_as_shells_expect(monkeypatch, capsys):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.version, "act", interrupted)

    assert cli.main(["version"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("demo", [None, True, False])
def test_django_learns_the_addresses_and_whether_demo_people_may_be(opened, demo):
    with office.django_ready(demo=demo) as addresses:
        assert addresses is EMBEDDED

    assert office.os.environ["THROUGHCARE_APP_URL"] == EMBEDDED.app
    assert office.os.environ["THROUGHCARE_OWNER_URL"] == EMBEDDED.owner
    expected = {None: "before", True: "1", False: "0"}[demo]
    assert office.os.environ["THROUGHCARE_DEMO"] == expected


@pytest.mark.parametrize("fails", [False, True], ids=["ends_well", "fails"])
def test_connections_are_closed_however_a_command_ends(opened, called, monkeypatch, fails):
    closed = []
    monkeypatch.setattr(office.connections, "close_all", lambda: closed.append(True))
    if fails:
        monkeypatch.setattr(shell, "call_command", lambda word: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            cli.main(["shell"])
    else:
        cli.main(["shell"])

    assert closed == [True]


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.4", False),
        ("localhost.example.org", False),
        ("", False),
    ],
)
def test_which_addresses_only_this_machine_reaches(host, loopback):
    assert office.is_loopback(host) is loopback


STATE = {"web": "http://127.0.0.1:8000", "host": "127.0.0.1", "demo": True}


def kill_that(error):
    def kill(pid, signal):
        if error:
            raise error

    return kill


@pytest.mark.parametrize(
    ("state", "error", "runs"),
    [
        pytest.param(STATE | {"pid": 77}, None, True, id="alive"),
        pytest.param(STATE | {"pid": 77}, PermissionError(), True, id="of_another_user"),
        pytest.param(STATE | {"pid": 77}, ProcessLookupError(), False, id="gone"),
        pytest.param(STATE, None, False, id="no_process_named"),
        pytest.param(STATE | {"pid": "x"}, None, False, id="not_a_process"),
    ],
)
def test_whether_an_office_runs(opened, monkeypatch, tmp_path, state, error, runs):
    write_state(tmp_path / "web.json", state)
    monkeypatch.setattr(office.os, "kill", kill_that(error))

    assert office.office_running() == (state if runs else {})


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_state_that_cannot_be_read_is_no_office(opened, tmp_path, text):
    (tmp_path / "web.json").write_text(text)

    assert office.office_running() == {}

"""Running, filling, resetting and examining an office, with the server and its children stubbed."""

import json
import os
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import ProgrammingError

from throughcare.site import cli
from throughcare.site.cli import announcing, backup, demo, doctor, office, run
from throughcare.site.server import children, database, web
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.checks import Check
from throughcare.site.server.home import held, read_state
from throughcare.site.server.processes import ServerEnded
from throughcare.site.server.trouble import Trouble

EMBEDDED = Addresses("postgresql://a@/d", "postgresql://o@/d", embedded=True)
GIVEN = Addresses("postgresql://a@h/d", "postgresql://o@h/d")
VARIABLES = ("THROUGHCARE_APP_URL", "THROUGHCARE_OWNER_URL", "THROUGHCARE_DEMO")
OKAFOR = SimpleNamespace(
    username="okafor", password="pw", totp_secret="S1", role="OFFICER", name="A. Okafor"
)
LANDRY = SimpleNamespace(
    username="landry", password="pw2", totp_secret="S2", role="OFFICE_MANAGER", name="A. Landry"
)


class Stubs:
    """What the commands asked for, in order, and what the database is said to hold."""

    def __init__(self):
        self.addresses, self.empty, self.demo_inside = EMBEDDED, True, False
        self.stopped = False
        self.running: dict[str, object] = {}
        self.done: list[object] = []

    @contextmanager
    def opened(self, environ=None):
        yield self.addresses

    def note(self, *said):
        self.done.append(said[0] if len(said) == 1 else said)

    def load(self, size="office"):
        self.note("loaded", size)
        self.demo_inside = True

    def is_empty(self):
        if isinstance(self.empty, Exception):
            raise self.empty
        return self.empty


@pytest.fixture
def stubs(monkeypatch, tmp_path):
    """A home of its own, a server that is not there, and a demo that is not loaded."""
    held = Stubs()
    for name in VARIABLES:
        monkeypatch.setenv(name, "before")
    for name in ("HOST", "WEB_CONCURRENCY", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("THROUGHCARE_HOME", str(tmp_path))
    monkeypatch.setenv("PORT", "8765")
    monkeypatch.setattr(database, "opened", held.opened)
    monkeypatch.setattr(database, "begin_afresh", lambda found: held.note("begun afresh", found))
    monkeypatch.setattr(office, "office_running", lambda: held.running)
    monkeypatch.setattr(demo, "is_empty", held.is_empty)
    monkeypatch.setattr(backup, "is_stopped_now", lambda: held.stopped)
    monkeypatch.setattr(run, "import_string", lambda name: lambda: None)
    monkeypatch.setattr(demo, "load", held.load)
    monkeypatch.setattr(demo, "holds_the_demo", lambda: held.demo_inside)
    monkeypatch.setattr(demo, "sign_ins", lambda: [OKAFOR, LANDRY] if held.demo_inside else [])
    monkeypatch.setattr(
        demo, "current_code", lambda secret: {"S1": "111111", "S2": "222222"}[secret]
    )
    for command in (demo, run):
        monkeypatch.setattr(command, "call_command", lambda word, verbosity: held.note(word))
    return held


def said_wrong(capsys):
    out, err = capsys.readouterr()
    assert out == ""
    return err.removeprefix("throughcare: ").removesuffix("\n")


# demo


@pytest.mark.parametrize(
    ("words", "size"),
    [([], "office"), (["--size", "office"], "office"), (["--size", "province"], "province")],
)
def test_the_demo_is_loaded_into_an_empty_database(stubs, capsys, words, size):
    assert cli.main(["demo", "load", *words]) == 0
    assert stubs.done == ["migrate", ("loaded", size)]
    assert capsys.readouterr().out == (
        "The demo office is loaded. Start it with: throughcare run\n"
    )


def test_the_demo_is_never_loaded_over_something(stubs, capsys):
    stubs.empty = False

    assert cli.main(["demo", "load"]) == 1
    assert said_wrong(capsys) == (
        "The database is not empty. To begin afresh: throughcare demo reset"
    )
    assert stubs.done == ["migrate"]


@pytest.mark.parametrize("what", ["load", "reset"])
@pytest.mark.parametrize(
    ("addresses", "running"),
    [
        pytest.param(GIVEN, {}, id="a_given_server"),
        pytest.param(EMBEDDED, {"host": "0.0.0.0"}, id="an_open_office"),
    ],
)
def test_demo_people_are_refused_where_they_may_not_be(stubs, capsys, what, addresses, running):
    stubs.addresses, stubs.running = addresses, running

    assert cli.main(["demo", what]) == 1
    assert said_wrong(capsys) == office.DEMO_REFUSED
    assert stubs.done == []


def test_who_asks_for_demo_people_gets_them_on_a_given_server(stubs):
    stubs.addresses = GIVEN

    assert cli.main(["demo", "load", "--demo"]) == 0
    assert stubs.done == ["migrate", ("loaded", "office")]
    assert os.environ["THROUGHCARE_DEMO"] == "1"


@pytest.mark.parametrize(
    ("empty", "demo_inside"),
    [
        pytest.param(False, True, id="the_demo"),
        pytest.param(True, False, id="nothing"),
        pytest.param(ProgrammingError("no table"), False, id="no_tables"),
    ],
)
def test_a_reset_begins_afresh(stubs, monkeypatch, empty, demo_inside):
    stubs.empty, stubs.demo_inside = empty, demo_inside

    def afresh(found):
        stubs.empty = True
        stubs.note("begun afresh")

    monkeypatch.setattr(database, "begin_afresh", afresh)

    assert cli.main(["demo", "reset"]) == 0
    assert stubs.done == ["begun afresh", "migrate", ("loaded", "office")]


def test_a_reset_throws_away_what_was_signed_of_the_demo(stubs, monkeypatch, tmp_path):
    stubs.demo_inside = True
    kept = tmp_path / "checkpoints" / "000000000001.checkpoint"
    kept.parent.mkdir()
    kept.touch()
    monkeypatch.setattr(database, "begin_afresh", stubs.note)

    assert cli.main(["demo", "reset"]) == 0
    assert not kept.exists()


def test_a_reset_leaves_an_office_that_is_not_the_demo(stubs, capsys):
    stubs.empty = False

    assert cli.main(["demo", "reset"]) == 1
    assert said_wrong(capsys) == (
        "This database holds an office that is not the demo office, so it was left as it is."
    )
    assert stubs.done == []


def test_a_reset_waits_until_the_office_is_stopped(stubs, capsys):
    stubs.running, stubs.demo_inside = {"host": "127.0.0.1", "web": "http://here:1"}, True

    assert cli.main(["demo", "reset"]) == 1
    assert said_wrong(capsys) == (
        "The office is running at http://here:1. Stop it first (Ctrl-C where it was started)."
    )
    assert stubs.done == []


# run


class Children:
    """In place of an office's processes: notes what was started, and what the state said then."""

    def __init__(self, home):
        self.home, self.started, self.stopped, self.state = home, [], 0, {}
        self.trouble, self.falls = None, 0

    def start(self, name, *command):
        self.started.append((name, *command))

    def wait_until_ready(self, place):
        self.started.append(("ready", place.url))

    def watch(self):
        self.state = read_state(self.home / "web.json")
        if self.trouble:
            raise self.trouble
        if self.falls:
            self.falls -= 1
            raise ServerEnded("PostgreSQL ended by itself; the log says why.")

    def stop(self):
        self.stopped += 1


@pytest.fixture
def processes(stubs, monkeypatch, tmp_path):
    """The children that `run` would have."""
    made = Children(tmp_path)
    monkeypatch.setattr(run, "Processes", lambda home: made)
    monkeypatch.setattr(web, "demand_free", lambda place: None)
    return made


def test_run_starts_web_and_worker_and_stops_them(stubs, processes, capsys):
    assert cli.main(["run"]) == 0
    assert [each[0] for each in processes.started] == ["web", "worker", "ready"]
    assert processes.stopped == 1
    assert capsys.readouterr().out.endswith("Ctrl-C stops everything.\nStopped.\n")


def test_while_the_office_runs_it_says_where_and_not_after(processes, tmp_path):
    cli.main(["run"])

    assert processes.state == {
        "pid": os.getpid(),
        "web": "http://127.0.0.1:8765",
        "host": "127.0.0.1",
        "demo": True,
    }
    assert not (tmp_path / "web.json").exists()


@pytest.mark.parametrize(
    ("asked", "workers"), [("", "2"), ("1", "1"), ("7", "7")], ids=["usual", "one", "seven"]
)
def test_as_many_web_workers_as_asked(processes, monkeypatch, asked, workers):
    monkeypatch.setenv("WEB_CONCURRENCY", asked)
    cli.main(["run"])

    command = processes.started[0]
    assert command[1:3] == ("gunicorn", "throughcare.site.wsgi")
    assert command[command.index("--workers") + 1] == workers
    assert command[command.index("--bind") + 1] == "127.0.0.1:8765"


def test_a_first_start_loads_the_demo_and_prints_who_may_sign_in(stubs, processes, capsys):
    cli.main(["run"])

    said = capsys.readouterr().out
    assert stubs.done == ["migrate", ("loaded", "office")]
    assert "Loading the demo office …\n" in said
    assert "Throughcare is at http://127.0.0.1:8765\n" in said
    assert "okafor" in said


def test_a_second_start_loads_nothing(stubs, processes, capsys):
    stubs.empty, stubs.demo_inside = False, True
    cli.main(["run"])

    assert stubs.done == ["migrate"]
    assert "Loading" not in capsys.readouterr().out


def test_a_real_server_stays_empty_and_shows_no_sign_ins(stubs, processes, capsys):
    stubs.addresses = GIVEN
    cli.main(["run"])

    said = capsys.readouterr().out
    assert stubs.done == ["migrate"]
    assert run.EMPTY in said
    assert "okafor" not in said
    assert processes.state["demo"] is False
    assert os.environ["THROUGHCARE_DEMO"] == "0"


def test_demo_sign_ins_on_a_real_server_are_said_not_to_work(stubs, processes, capsys):
    stubs.addresses, stubs.empty, stubs.demo_inside = GIVEN, False, True
    cli.main(["run"])

    said = capsys.readouterr().out
    assert said.startswith("The demo sign-ins in this database do not work now.")
    assert "okafor" not in said


def test_a_real_office_starts_without_a_word_of_the_demo(stubs, processes, capsys, tmp_path):
    stubs.addresses, stubs.empty = GIVEN, False
    cli.main(["run"])

    assert capsys.readouterr().out == (
        "\nThroughcare is at http://127.0.0.1:8765\n\n"
        f"Logs are in {tmp_path}. Ctrl-C stops everything.\nStopped.\n"
    )


def test_a_child_that_fails_stops_everything(processes, capsys, tmp_path):
    processes.trouble = Trouble("The worker process ended by itself.")

    assert cli.main(["run"]) == 1
    assert capsys.readouterr().err == "throughcare: The worker process ended by itself.\n"
    assert processes.stopped == 1
    assert not (tmp_path / "web.json").exists()


@pytest.mark.parametrize("falls", [1, 2])
def test_a_server_that_falls_is_started_again_with_everything(processes, capsys, falls):
    processes.falls = falls

    assert cli.main(["run"]) == 0
    assert [each[0] for each in processes.started] == ["web", "worker", "ready"] * (falls + 1)
    assert processes.stopped == falls + 1
    out = capsys.readouterr().out
    assert out.count("PostgreSQL ended by itself; the log says why.") == falls
    assert f"Starting again ({falls} of 2)." in out


def test_a_server_that_falls_a_third_time_stops_the_office(processes, capsys, tmp_path):
    processes.falls = 3

    assert cli.main(["run"]) == 1
    assert capsys.readouterr().err == (
        "throughcare: PostgreSQL ended by itself; the log says why.\n"
    )
    assert processes.stopped == 3
    assert not (tmp_path / "web.json").exists()


@pytest.mark.parametrize(
    ("running", "where"),
    [
        pytest.param({}, "", id="still_starting"),
        pytest.param({"web": "http://h:1", "pid": 9}, " at http://h:1 (process 9)", id="running"),
    ],
)
def test_a_second_office_in_the_same_home_is_refused(
    stubs, processes, capsys, tmp_path, running, where
):
    stubs.running = running
    with held(tmp_path / "run.lock") as ours:
        assert ours
        assert cli.main(["run"]) == 1

    assert said_wrong(capsys) == (
        f"The office is already running{where}. Stop it first, or run a second one with another "
        "THROUGHCARE_HOME and PORT."
    )
    assert (processes.started, stubs.done) == ([], [])


@pytest.mark.parametrize("port", ["none", "0", "70000", "-1", "80.5"])
def test_a_port_that_is_none_is_refused_before_anything_starts(
    stubs, processes, monkeypatch, capsys, port
):
    monkeypatch.setenv("PORT", port)

    assert cli.main(["run"]) == 1
    assert "PORT" in said_wrong(capsys)
    assert (processes.started, stubs.done) == ([], [])


def test_a_real_office_on_the_embedded_server_shows_no_sign_ins(stubs, processes, capsys):
    stubs.empty = False
    cli.main(["run"])

    assert "okafor" not in capsys.readouterr().out


@pytest.mark.parametrize(("words", "times"), [([], 0), (["--with-parent"], 1)])
def test_it_follows_its_parent_only_when_asked(processes, monkeypatch, words, times):
    followed = []
    monkeypatch.setattr(children, "follow_parent", lambda *said: followed.append(said))
    cli.main(["run", *words])

    assert len(followed) == times


def test_sign_ins_stand_in_columns(stubs):
    stubs.demo_inside = True
    assert announcing.sign_in_lines() == [
        "  username  password  code    code's secret  who",
        "  okafor    pw        111111  S1             A. Okafor, officer",
        "  landry    pw2       222222  S2             A. Landry, office manager",
    ]


# doctor


@pytest.fixture
def examined(stubs, monkeypatch):
    """An installation of which every part is right, unless a test says otherwise."""
    parts = {"of_the_machine": "python", "of_the_database": "server", "of_the_tables": "tables"}
    for function, name in parts.items():
        monkeypatch.setattr(doctor, function, lambda *said, name=name: [Check(name, True, "Good.")])
    monkeypatch.setattr(doctor, "of_the_record", list)
    monkeypatch.setattr(web, "demand_free", lambda place: None)
    monkeypatch.setattr(web, "answers", lambda place: True)
    return stubs


RIGHT = [
    "right  python: Good.",
    "right  server: Good.",
    "right  tables: Good.",
    "right  web: The office is not running; port 8765 is free for it.",
    "right  demo: The database holds no demo sign-ins.",
]


def test_the_doctor_finds_everything_right(examined, capsys):
    assert cli.main(["doctor"]) == 0
    assert capsys.readouterr().out.splitlines() == RIGHT


@pytest.mark.parametrize("function", ["of_the_machine", "of_the_database", "of_the_tables"])
def test_one_wrong_part_ends_with_1(examined, monkeypatch, capsys, function):
    monkeypatch.setattr(doctor, function, lambda *said: [Check("part", False, "Broken.")])

    assert cli.main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith("right")] == ["WRONG  part: Broken."]
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("answers", "code", "line"),
    [
        (True, 0, "right  web: The office runs at http://127.0.0.1:8765 and answers."),
        (False, 1, "WRONG  web: The office runs at http://127.0.0.1:8765 and does not answer."),
    ],
)
def test_a_running_office_must_answer(examined, monkeypatch, capsys, answers, code, line):
    examined.running = {"host": "127.0.0.1", "web": "http://127.0.0.1:8765"}
    monkeypatch.setattr(web, "answers", lambda place: answers)

    assert cli.main(["doctor"]) == code
    assert line in capsys.readouterr().out.splitlines()


def test_a_port_that_somebody_else_has_is_wrong(examined, monkeypatch, capsys):
    def taken(place):
        raise Trouble(f"Port {place.port} is taken.")

    monkeypatch.setattr(web, "demand_free", taken)

    assert cli.main(["doctor"]) == 1
    assert "WRONG  web: Port 8765 is taken." in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("addresses", "running", "line"),
    [
        pytest.param(
            EMBEDDED,
            {},
            "right  demo: The database holds the demo office, on the embedded server or as asked.",
            id="embedded",
        ),
        pytest.param(
            GIVEN,
            {"host": "127.0.0.1", "web": "http://127.0.0.1:1", "demo": True},
            "right  demo: The database holds the demo office, on the embedded server or as asked.",
            id="as_asked",
        ),
        pytest.param(
            GIVEN,
            {},
            "WRONG  demo: The database holds the demo office, and this is not the embedded server.",
            id="a_real_server",
        ),
    ],
)
def test_where_the_demo_office_may_be(examined, capsys, addresses, running, line):
    examined.addresses, examined.running, examined.demo_inside = addresses, running, True

    assert cli.main(["doctor"]) == int(line.startswith("WRONG"))
    assert line in capsys.readouterr().out.splitlines()


def test_the_doctor_prints_the_codes_of_this_half_minute(examined, capsys):
    examined.demo_inside = True
    cli.main(["doctor"])

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "demo   okafor / pw / code 111111",
        "demo   landry / pw2 / code 222222",
    ]


def test_the_report_for_programs_holds_addresses_and_sign_ins(examined, capsys):
    examined.demo_inside = True

    assert cli.main(["doctor", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["database"] == {"app": EMBEDDED.app, "owner": EMBEDDED.owner}
    assert report["web"] is None
    assert report["demo"][1] == {
        "username": "landry",
        "password": "pw2",
        "totp_secret": "S2",
        "role": "OFFICE_MANAGER",
    }
    assert report["checks"][0] == {"name": "python", "ok": True, "says": "Good."}


def test_without_a_database_the_report_still_comes(examined, monkeypatch, capsys):
    @contextmanager
    def shut():
        raise Trouble("Nothing answers.")
        yield

    monkeypatch.setattr(database, "opened", shut)

    assert cli.main(["doctor", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["database"], report["web"], report["demo"]) == (None, None, [])
    assert report["checks"][-1] == {"name": "database", "ok": False, "says": "Nothing answers."}

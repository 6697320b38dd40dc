"""The embedded server starts anywhere, is shared, survives being killed, and says what is wrong."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from throughcare.site.server import cluster, embedded, ground, meanings, sockets
from throughcare.site.server.home import read_state
from throughcare.site.server.trouble import Trouble

HOLD = """
import sys, time
from pathlib import Path
from throughcare.site.server import database
with database.opened({"THROUGHCARE_HOME": sys.argv[1]}) as addresses:
    print(addresses.owner, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A short private home, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tc-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A home that has had a server; a test copies it before spoiling it."""
    folder = Path(tempfile.mkdtemp(prefix="tc-made-"))
    with embedded.running(folder) as server:
        assert server.started_here
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def spoiled(made: Path, home: Path) -> Path:
    """A copy of a home, to be spoiled."""
    return Path(shutil.copytree(made, home, dirs_exist_ok=True))


def start(home: Path) -> None:
    with embedded.running(home):
        pass


def in_database(admin: str) -> str:
    return admin.replace("/throughcare?", "/postgres?")


def held_by_another(home: Path) -> subprocess.Popen[str]:
    """Another process that has started the server and is ready."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline().startswith("postgresql://throughcare_owner:")
    return holder


def wait_until_gone(pid: int) -> None:
    until = time.monotonic() + 20
    while Path(f"/proc/{pid}").exists():
        assert time.monotonic() < until, f"process {pid} is still there"
        time.sleep(0.02)


def test_a_server_starts_listens_on_a_private_socket_only_and_stops(home):
    with embedded.running(home) as server, psycopg.connect(in_database(server.admin)) as database:
        pid = read_state(home / "server.json")["pid"]
        assert database.execute("SHOW listen_addresses").fetchone() == ("",)
        assert database.execute("SHOW fsync").fetchone() == ("on",)
        assert database.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert (home / "socket").stat().st_mode & 0o777 == 0o700
        assert (home / "superuser-password").stat().st_mode & 0o777 == 0o600

    assert home.stat().st_mode & 0o777 == 0o700
    assert not (home / "server.json").exists()
    wait_until_gone(pid)


def test_the_socket_asks_for_a_password(home):
    with embedded.running(home) as server:
        password = (home / "superuser-password").read_text()
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(in_database(server.admin).replace(password, "wrong"))


def test_a_second_command_attaches(home):
    with embedded.running(home) as first, embedded.running(home) as second:
        assert first.started_here
        assert not second.started_here
        assert first.admin == second.admin


def test_data_is_kept(home):
    with embedded.running(home) as server, psycopg.connect(in_database(server.admin)) as database:
        database.execute("CREATE TABLE kept AS SELECT 1 AS one")

    with embedded.running(home) as server, psycopg.connect(in_database(server.admin)) as database:
        assert database.execute("SELECT one FROM kept").fetchone() == (1,)


def test_killing_the_parent_stops_the_server_and_the_next_start_recovers(home):
    holder = held_by_another(home)
    server = read_state(home / "server.json")["pid"]
    holder.kill()
    holder.communicate()

    start(home)

    wait_until_gone(server)


def test_killing_the_server_itself_loses_nothing_committed(home):
    holder = held_by_another(home)
    with embedded.running(home) as attached, psycopg.connect(attached.admin) as database:
        database.execute("CREATE TABLE kept AS SELECT 1 AS one")
    os.kill(read_state(home / "server.json")["pid"], signal.SIGKILL)
    holder.kill()
    holder.communicate()

    with embedded.running(home) as server, psycopg.connect(server.admin) as database:
        assert database.execute("SELECT one FROM kept").fetchone() == (1,)


def test_a_stale_number_that_another_program_has_is_no_obstacle(spoiled):
    (spoiled / "data" / "postmaster.pid").write_text(f"{os.getppid()}\n{spoiled / 'data'}\n")

    start(spoiled)


def test_a_home_with_a_long_path_works():
    folder = Path(tempfile.mkdtemp(prefix="a-long-name-" * 9))
    try:
        with embedded.running(folder) as server:
            psycopg.connect(in_database(server.admin)).close()
        place = sockets.socket_folder(folder)
        assert place.parent != folder
        assert place.stat().st_mode & 0o777 == 0o700
        place.rmdir()
    finally:
        shutil.rmtree(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become nobody")
def test_root_without_user_namespaces_starts_it_as_nobody(home, monkeypatch):
    monkeypatch.setattr(ground, "user_namespaces_work", lambda: False)

    with embedded.running(home) as server, psycopg.connect(in_database(server.admin)) as database:
        assert database.execute("SELECT 1").fetchone() == (1,)
        pid = read_state(home / "server.json")["pid"]
        assert Path(f"/proc/{pid}").stat().st_uid == ground.NOBODY


def test_root_without_any_way_to_be_another_is_told(home, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(ground, "user_namespaces_work", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(Trouble, match="Run Throughcare as an ordinary user"):
        start(home)


def test_a_folder_of_another_version_is_refused(spoiled):
    (spoiled / "data" / "PG_VERSION").write_text("14\n")

    with pytest.raises(Trouble, match=r"was made by PostgreSQL 14, and the programs here are"):
        start(spoiled)


def test_a_folder_that_is_no_database_is_refused(spoiled):
    (spoiled / "data" / "PG_VERSION").unlink()

    with pytest.raises(Trouble, match="is not a data folder of PostgreSQL"):
        start(spoiled)


def test_a_missing_password_is_named(spoiled):
    (spoiled / "superuser-password").unlink()

    with pytest.raises(Trouble, match="superuser-password is missing"):
        start(spoiled)


@pytest.mark.parametrize("lost", ["global/pg_control", "pg_wal"])
def test_a_damaged_folder_is_refused(spoiled, lost):
    (spoiled / "data" / lost).rename(spoiled / "lost")

    with pytest.raises(Trouble, match=r"data is damaged \(.*\)\. Put back a copy"):
        start(spoiled)


def test_another_users_folder_is_refused(spoiled, monkeypatch):
    chosen = ground.choose(spoiled, embedded.find())
    other = ground.Ground(chosen.folder, chosen.sockets, chosen.binaries, chosen.prefix, uid=12345)

    with pytest.raises(Trouble, match="belongs to another user"):
        cluster.prepare(other, spoiled, durable=True)


def test_an_unfinished_folder_is_made_again(home):
    (home / "data.new").mkdir()
    (home / "data.new" / "half").touch()

    start(home)

    assert not (home / "data.new").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("x FATAL:  could not write: No space left on device", "The disk is full: free some"),
        ("FATAL:  could not create shared memory segment", "too little shared memory"),
        ("LOG: a\nPANIC:  could not locate a valid checkpoint record", "is damaged"),
        ("FATAL:  something new", "did not start in /d: something new."),
        ("", "did not start in /d: it said nothing."),
    ],
)
def test_what_postgresql_says_becomes_one_sentence(said, sentence):
    found = meanings.meaning(said, Path("/d"))

    assert sentence in found
    assert "\n" not in found


def test_a_home_that_cannot_be_made_is_named(home):
    (home / "file").touch()

    with pytest.raises(Trouble, match="file/home cannot be written: not a directory"):
        start(home / "file" / "home")


def test_a_server_for_tests_leaves_nothing():
    server = embedded.start_for_tests()
    folder = Path(psycopg.conninfo.conninfo_to_dict(server.admin)["host"]).parent
    psycopg.connect(server.admin).close()

    server.stop()

    assert not folder.exists()

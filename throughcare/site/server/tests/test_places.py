"""Folders, places and secrets of an installation, told from their rules alone."""

import errno
from pathlib import Path

import pytest

from throughcare.site.server import database, ground, home, sockets, web
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.binaries import Binaries
from throughcare.site.server.ground import Ground
from throughcare.site.server.trouble import Trouble
from throughcare.site.server.web import WebPlace

PROGRAMS = Binaries(Path("/pg/bin"), 16)
FREE = "Port {} is in use by another program. Choose another, for example: PORT={} make run"


@pytest.mark.parametrize(
    ("code", "port", "says"),
    [
        pytest.param(errno.EADDRINUSE, 8000, FREE.format(8000, 8080), id="in-use"),
        pytest.param(errno.EADDRINUSE, 65000, FREE.format(65000, 8000), id="in-use-high"),
        pytest.param(
            errno.EACCES,
            80,
            "You may not listen on port 80; ports from 1024 are open to everybody.",
            id="low",
        ),
        pytest.param(
            errno.EADDRNOTAVAIL, 80, "db (HOST) is not an address of this machine.", id="elsewhere"
        ),
        pytest.param(errno.EIO, 80, "The pages cannot be served at db:80: broken.", id="other"),
    ],
)
def test_why_a_place_cannot_be_had(code: int, port: int, says: str) -> None:
    assert web._why_not(OSError(code, "broken"), WebPlace("db", port)) == says


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left"), "/a cannot be written: no space left."),
        (OSError("Odd"), "/a cannot be written: odd."),
    ],
)
def test_why_a_file_cannot_be_written(error: OSError, says: str) -> None:
    assert home.cannot_write(Path("/a"), error) == says


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"pid"'])
def test_a_state_that_is_none_is_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text)
    assert home.read_state(tmp_path / "state.json") == {}


def test_a_state_reads_back(tmp_path: Path) -> None:
    home.write_state(tmp_path / "state.json", {"pid": 7})
    assert home.read_state(tmp_path / "state.json") == {"pid": 7}
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    first = home.kept_secret(tmp_path / "secret")
    assert len(first) == 43
    assert home.kept_secret(tmp_path / "secret") == first


@pytest.mark.parametrize("prefix", [(), ("setpriv", "--clear-groups")])
def test_a_command_begins_with_its_prefix(prefix: tuple[str, ...]) -> None:
    made = Ground(Path("/h"), Path("/h/s"), PROGRAMS, prefix, 7)
    assert made.command("initdb", "-k") == [*prefix, "/pg/bin/initdb", "-k"]
    assert made.data == Path("/h/data")


def test_a_short_home_keeps_its_socket_beside() -> None:
    assert sockets.socket_folder(Path("/srv/office")) == Path("/srv/office/socket")


def test_a_root_without_any_way_down_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(ground.os, "geteuid", lambda: 0)
    monkeypatch.setattr(ground, "user_namespaces_work", lambda: False)
    monkeypatch.setattr(ground.shutil, "which", lambda name: None)
    with pytest.raises(Trouble, match="^PostgreSQL does not run as root, and this machine has"):
        ground.choose(tmp_path, PROGRAMS)


def test_an_administrators_password_is_the_secret(tmp_path: Path) -> None:
    assert database._secret("postgresql://ann:pw@db/office", tmp_path) == "pw"
    assert not (tmp_path / "roles-secret").exists()


def test_without_a_password_the_secret_is_kept(tmp_path: Path) -> None:
    made = database._secret("postgresql://ann@db/office", tmp_path)
    assert (tmp_path / "roles-secret").read_text() == made


def test_addresses_given_outright_cannot_begin_afresh() -> None:
    with pytest.raises(Trouble) as refused:
        database.begin_afresh(Addresses("a", "b"), {})
    says = "To begin afresh, an administrator's address is needed: set DATABASE_URL."
    assert str(refused.value) == says

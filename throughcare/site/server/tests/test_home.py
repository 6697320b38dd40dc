"""The private folder: what is in it only its owner reads, and a lock dies with its holder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from throughcare.site.server import home
from throughcare.site.server.trouble import Trouble

HOLD = """
import sys, time
from pathlib import Path
from throughcare.site.server.home import held
with held(Path(sys.argv[1])) as ours:
    print(ours, flush=True)
    time.sleep(600)
"""


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_home_is_in_the_checkout_unless_named(tmp_path):
    assert home.home_of({}) == home.CHECKOUT / ".throughcare"
    assert home.home_of({"THROUGHCARE_HOME": ""}) == home.CHECKOUT / ".throughcare"
    assert home.home_of({"THROUGHCARE_HOME": str(tmp_path)}) == tmp_path
    assert home.home_of({"THROUGHCARE_HOME": "~/office"}) == Path.home() / "office"


def test_a_private_folder_is_closed_to_others(tmp_path):
    folder = tmp_path / "a" / "b"

    assert mode_of(home.make_private(folder)) == 0o700
    folder.chmod(0o755)
    assert mode_of(home.make_private(folder)) == 0o700


def test_a_folder_that_may_not_be_written_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(Trouble, match="You may not write in .*: it belongs to another user"):
        home.make_private(tmp_path)


def test_a_secret_is_made_once_and_private(tmp_path):
    path = tmp_path / "secret"

    first = home.kept_secret(path)

    assert len(first) >= 40
    assert home.kept_secret(path) == first
    assert mode_of(path) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null"])
def test_a_state_that_cannot_be_read_says_nothing(tmp_path, text):
    (tmp_path / "state").write_text(text)

    assert home.read_state(tmp_path / "state") == {}
    assert home.read_state(tmp_path / "missing") == {}


def test_a_state_is_read_as_it_was_written(tmp_path):
    home.write_state(tmp_path / "state", {"pid": 1, "web": "http://127.0.0.1:8000"})

    assert home.read_state(tmp_path / "state") == {"pid": 1, "web": "http://127.0.0.1:8000"}


def test_one_process_holds_the_lock_until_it_dies(tmp_path):
    lock = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "True\n"
        with home.held(lock) as ours:
            assert not ours
        holder.kill()

    with home.held(lock) as ours:
        assert ours


def test_a_full_disk_is_one_sentence(tmp_path):
    full = OSError(28, "No space left on device")

    assert home.cannot_write(tmp_path, full) == (
        f"{tmp_path} cannot be written: no space left on device."
    )

"""The private folder is looked at: secrets that others may read, folders that do not open."""

import os

import pytest

from throughcare.site.server.home_checks import FOLDERS, wrong_in


@pytest.fixture
def home(tmp_path):
    """A private folder as `run` makes it."""
    tmp_path.chmod(0o700)
    for name in FOLDERS:
        (tmp_path / name).mkdir(mode=0o700)
    for name in ("secret_key", "keys/record.pem"):
        (tmp_path / name).touch(mode=0o600)
    return tmp_path


def test_a_home_as_it_was_made_is_right(home):
    assert wrong_in(home) == []


def test_a_home_that_is_not_made_yet_is_right(tmp_path):
    assert wrong_in(tmp_path / "none") == []


@pytest.mark.parametrize("name", ["secret_key", "keys/record.pem"])
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_a_secret_that_others_may_touch_is_named(home, name, mode):
    (home / name).chmod(mode)

    assert wrong_in(home) == [f"{home / name} can be read by others: chmod 600 {home / name}."]


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("mode", [0o000, 0o500, 0o600])
def test_a_folder_that_does_not_open_is_named(home, name, mode):
    (home / name).chmod(mode)

    said = wrong_in(home)

    (home / name).chmod(0o700)
    assert said == [f"{home / name} cannot be read and written: chmod 700 {home / name}."]


def test_a_home_of_another_user_is_named(home, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 4321)

    said = wrong_in(home)

    assert len(said) == 1 + len(FOLDERS)
    assert said[0] == (
        f"{home} belongs to another user: run Throughcare as that user, or chown it."
    )

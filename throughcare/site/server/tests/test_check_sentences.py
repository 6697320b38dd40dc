"""Every check says one exact sentence when all is well, and another when it is not."""

import os
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfoNotFoundError

import pytest
from django.db import DatabaseError

from throughcare.refusal import Refused
from throughcare.site.server import checks
from throughcare.site.server.binaries import Binaries
from throughcare.site.server.checks import Check
from throughcare.site.server.trouble import Trouble

Usage = namedtuple("Usage", "total used free")


class Answering:
    """A stand-in for a connection that gives the same rows to every question."""

    def __init__(self, *rows: tuple, version: int = 0) -> None:
        self.rows = rows
        self.info = SimpleNamespace(server_version=version)

    def execute(self, text: str) -> "Answering":
        return self

    def __iter__(self):
        return iter(self.rows)

    def fetchone(self) -> tuple | None:
        return self.rows[0] if self.rows else None


def failing(error: Exception):
    def fail(*given, **named):
        raise error

    return fail


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own that the checks look at."""
    monkeypatch.setattr(checks, "CHECKOUT", tmp_path)
    return tmp_path


def catalogue(checkout: Path, app: str, *, compiled_at: int | None) -> None:
    """A catalogue written at 100, and compiled then or not at all."""
    folder = checkout / "throughcare" / app / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    os.utime(folder / "django.po", (100, 100))
    if compiled_at is not None:
        (folder / "django.mo").touch()
        os.utime(folder / "django.mo", (compiled_at, compiled_at))


@pytest.mark.parametrize(
    ("compiled_at", "ok", "says"),
    [
        pytest.param(None, False, "Not compiled for cases: make messages.", id="never"),
        pytest.param(99, False, "Not compiled for cases: make messages.", id="before"),
        pytest.param(100, True, "The French of 1 apps is compiled.", id="same"),
        pytest.param(101, True, "The French of 1 apps is compiled.", id="after"),
    ],
)
def test_messages(checkout, compiled_at, ok, says) -> None:
    catalogue(checkout, "cases", compiled_at=compiled_at)
    assert checks._messages() == Check("messages", ok, says)


def test_an_environment_made_elsewhere_is_not_compared(checkout) -> None:
    says = "Not made by this checkout's own tools: not compared."
    assert checks._environment() == Check("environment", True, says)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (0, "What is installed is what the lock asks for."),
        (1, "The lock changed since: make run brings it up to date."),
    ],
)
def test_an_environment_of_ours_is_compared(checkout, monkeypatch, code, says) -> None:
    (checkout / "tools").mkdir()
    (checkout / "tools" / "bootstrap.py").touch()
    monkeypatch.setattr(checks.sys, "prefix", str(checkout / ".venv"))
    monkeypatch.setattr(checks.subprocess, "run", lambda words: SimpleNamespace(returncode=code))
    assert checks._environment() == Check("environment", code == 0, says)


@pytest.mark.parametrize(
    ("free", "ok", "said"),
    [(1_000_000_000, True, "1.0"), (999_999_999, False, "1.0"), (2_550_000_000, True, "2.5")],
)
def test_disk(tmp_path, monkeypatch, free, ok, said) -> None:
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda place: Usage(0, 0, free))
    home = tmp_path / "not" / "yet"
    assert checks._space(home) == Check("disk", ok, f"{said} GB are free where {home} is.")


def test_programs_that_are_there(monkeypatch) -> None:
    monkeypatch.setattr(checks.binaries, "find", lambda: Binaries(Path("/pg/bin"), 16))
    says = "PostgreSQL 16 is in /pg/bin."
    assert checks._programs() == Check("postgresql programs", True, says)


def test_programs_of_the_system_in_place_of_broken_ones_are_wrong(monkeypatch) -> None:
    monkeypatch.setattr(checks.binaries, "find", lambda: Binaries(Path("/pg/bin"), 15))
    monkeypatch.setattr(checks.binaries, "broken_wheel", lambda: Path("/wheel/bin"))
    says = (
        "The embedded PostgreSQL in /wheel/bin does not start, so version 15 of this system would "
        "be used. Remove .venv and make run: it is installed again."
    )
    assert checks._programs() == Check("postgresql programs", False, says)


@pytest.mark.parametrize(
    ("count", "ok", "says"),
    [
        (0, True, "The key that is here opens all of them."),
        (
            2,
            False,
            "2 do not open with the key that is here: put the right second_factor_key back, or "
            "reset those sign-ins.",
        ),
    ],
)
def test_second_factors(monkeypatch, count, ok, says) -> None:
    monkeypatch.setattr(checks, "import_string", lambda name: lambda: count)
    assert checks._second_factors() == Check("second factors", ok, says)


def test_a_missing_key_of_second_factors_is_told_of(monkeypatch) -> None:
    monkeypatch.setattr(checks, "import_string", lambda name: failing(Refused("Gone.")))

    found = checks._second_factors()

    assert not found.ok
    assert "Their key is gone: bring second_factor_key back" in found.says


def test_programs_that_are_missing(monkeypatch) -> None:
    monkeypatch.setattr(checks.binaries, "find", failing(Trouble("None here.")))
    assert checks._programs() == Check("postgresql programs", False, "None here.")


def test_time_zones(monkeypatch) -> None:
    assert checks._zones() == Check("time zones", True, "America/Toronto is known.")
    monkeypatch.setattr(checks, "ZoneInfo", failing(ZoneInfoNotFoundError()))
    says = "America/Toronto is unknown: install the package tzdata."
    assert checks._zones() == Check("time zones", False, says)


@pytest.mark.parametrize(
    ("version", "ok", "said"),
    [(149_999, False, "14.9999"), (150_000, True, "15.0"), (180_001, True, "18.1")],
)
def test_server(version, ok, said) -> None:
    found = checks._server(Answering(version=version))
    assert found == Check("server", ok, f"PostgreSQL {said} answers.")


ALL = ("btree_gist", "fuzzystrmatch", "pg_trgm", "unaccent")


@pytest.mark.parametrize(
    ("present", "ok", "says"),
    [
        pytest.param(ALL, True, "All are there.", id="all"),
        pytest.param((*ALL, "plpgsql"), True, "All are there.", id="more"),
        pytest.param(ALL[:3], False, "Missing: unaccent.", id="one-missing"),
        pytest.param((), False, f"Missing: {', '.join(ALL)}.", id="none"),
    ],
)
def test_extensions(present, ok, says) -> None:
    found = checks._extensions(Answering(*[(name,) for name in present]))
    assert found == Check("extensions", ok, says)


FEW = (False,) * 5
TOO_MUCH = "ann may do too much: it must have no rights but its own."
OWNS = "ann must own nothing and belong to no other role."
FINE = "ann enters and is no superuser."


@pytest.mark.parametrize(
    ("role", "rights", "ok", "says"),
    [
        pytest.param(checks.OWNER, (*FEW, False, False), True, FINE, id="owner"),
        pytest.param(checks.OWNER, (*FEW, True, True), True, FINE, id="owner-owns"),
        pytest.param(checks.OWNER, (True, *FEW[1:], True, True), False, TOO_MUCH, id="superuser"),
        pytest.param(checks.OWNER, (*FEW[1:], True, True, True), False, TOO_MUCH, id="replicates"),
        pytest.param(checks.APP, (*FEW, False, False), True, FINE, id="app"),
        pytest.param(checks.APP, (*FEW, True, False), False, OWNS, id="app-owns"),
        pytest.param(checks.APP, (*FEW, False, True), False, OWNS, id="app-belongs"),
    ],
)
def test_rights(monkeypatch, role, rights, ok, says) -> None:
    monkeypatch.setattr(checks, "_extensions", lambda connection: None)
    *_, last = checks._of_the_role(Answering(("ann", *rights)), role)
    assert last == Check(role, ok, says)


@pytest.mark.parametrize(
    ("missing", "ok", "says"),
    [
        ([], True, "Every recorded table keeps its history."),
        (["a", "b"], False, "Missing for a, b: throughcare migrate."),
    ],
)
def test_histories(monkeypatch, missing, ok, says) -> None:
    monkeypatch.setattr(checks, "missing_histories", lambda: missing)
    assert checks._histories() == Check("histories", ok, says)


def test_tables_that_cannot_be_read(monkeypatch) -> None:
    monkeypatch.setattr(checks, "_migrations", failing(DatabaseError("no table\nLINE 1")))
    monkeypatch.setattr(checks.finders, "find", lambda name: name)
    assert list(checks.of_the_tables()) == [
        Check("tables", False, "They cannot be read (no table): throughcare migrate."),
        Check("assets", True, "Style and script are there."),
    ]


def test_assets_that_are_missing(monkeypatch) -> None:
    fine = Check("any", True, "Fine.")
    monkeypatch.setattr(checks, "_migrations", lambda: fine)
    monkeypatch.setattr(checks, "_histories", lambda: fine)
    monkeypatch.setattr(checks, "_second_factors", lambda: fine)
    monkeypatch.setattr(checks.finders, "find", lambda name: None)
    says = "Missing: throughcare/throughcare.css, throughcare/throughcare.js."
    assert list(checks.of_the_tables()) == [fine, fine, fine, Check("assets", False, says)]

"""The tool that makes the environment says what it lacks, and turns to pip when uv fails."""

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, looking at an empty checkout of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "tools" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", "it gave no reason", id="nothing"),
        pytest.param(" \n\n", "it gave no reason", id="blank"),
        pytest.param("\n  one \ntwo", "one", id="first"),
    ],
)
def test_the_first_line_that_says_something(bootstrap, text, line) -> None:
    assert bootstrap.first_line(text) == line


@pytest.mark.parametrize(
    ("words", "kind"),
    [([], "runtime"), (["run"], "runtime"), (["test"], "dev"), (["check"], "dev")],
)
def test_each_purpose_has_its_lock(bootstrap, monkeypatch, words, kind) -> None:
    prepared = []
    monkeypatch.setattr(bootstrap, "prepare", prepared.append)
    assert bootstrap.main(words) == 0
    assert prepared == [kind]


def test_an_unknown_purpose_is_refused(bootstrap, capsys) -> None:
    assert bootstrap.main(["fly"]) == 2
    said = "Say what the environment is for: run, test or check.\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(("stamped", "code"), [(True, 0), (False, 1)])
def test_current_answers_by_its_code(bootstrap, monkeypatch, stamped, code) -> None:
    monkeypatch.setattr(bootstrap, "is_stamped", lambda kind: stamped)
    assert bootstrap.main(["current"]) == code


def test_a_trouble_is_said(bootstrap, monkeypatch, capsys) -> None:
    def fail(kind):
        raise bootstrap.Trouble("No room.")

    monkeypatch.setattr(bootstrap, "prepare", fail)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err == "No room.\n"


def test_a_failed_command_names_its_purpose(bootstrap, monkeypatch) -> None:
    done = SimpleNamespace(returncode=1)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda command: done)
    with pytest.raises(bootstrap.Trouble) as refused:
        bootstrap.run(["x"], "dance")
    assert str(refused.value) == "Could not dance; the lines above say why."


def test_a_program_that_is_missing_does_not_work(bootstrap, tmp_path) -> None:
    assert bootstrap.works([str(tmp_path / "nothing")]) is False


def test_pip_takes_over_from_uv(bootstrap, monkeypatch, capsys) -> None:
    failed = SimpleNamespace(returncode=1, stderr="\nno way\n")
    ran = []
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda command, **named: failed)
    monkeypatch.setattr(bootstrap, "pip_command", lambda: ["pip"])
    monkeypatch.setattr(bootstrap, "run", lambda command, purpose: ran.append(command))
    installer = bootstrap.Installer("uv")
    installer.install(["-r", "lock"])
    assert (installer.uv, ran) == (None, [["pip", "--quiet", "-r", "lock"]])
    assert capsys.readouterr().err.startswith("uv could not install (no way); trying pip,")

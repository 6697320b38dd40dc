"""The tools of the checkout: the environment, the messages, the browser, the list of checks."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent


def tool(name: str) -> ModuleType:
    """A tool as a module; tools are programs, so no package holds them."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bootstrap(tmp_path, monkeypatch) -> ModuleType:
    """The bootstrap of a checkout of its own, with locks that hold nothing."""
    module = tool("bootstrap")
    (tmp_path / "requirements").mkdir()
    for name in ("runtime", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"# {name}\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.ruff]\na = 1\n')
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "throughcare-stamp.json")
    locks = {name: tmp_path / "requirements" / f"{name}.txt" for name in ("runtime", "dev")}
    monkeypatch.setattr(module, "LOCKS", locks)
    return module


def stamp(bootstrap: ModuleType, kind: str) -> None:
    bootstrap.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    bootstrap.PYTHON.touch()
    bootstrap.STAMP.write_text(json.dumps({"kind": kind, "of": bootstrap.fingerprint(kind)}))


@pytest.mark.parametrize(
    ("installed", "wanted", "enough"),
    [
        ("runtime", "runtime", True),
        ("dev", "runtime", True),
        ("dev", "dev", True),
        ("runtime", "dev", False),
    ],
)
def test_what_is_installed_is_known_by_its_stamp(bootstrap, installed, wanted, enough):
    stamp(bootstrap, installed)

    assert bootstrap.is_stamped(wanted) is enough


def test_a_changed_lock_is_installed_again_and_a_changed_rule_of_style_is_not(bootstrap):
    stamp(bootstrap, "runtime")
    project = bootstrap.ROOT / "pyproject.toml"

    project.write_text('[project]\nname = "x"\n[tool.ruff]\na = 2\n')
    assert bootstrap.is_stamped("runtime")
    project.write_text('[project]\nname = "y"\n[tool.ruff]\na = 2\n')
    assert not bootstrap.is_stamped("runtime")


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"kind": "dev"}', '{"kind": "none", "of": ""}'])
def test_a_stamp_that_says_nothing_counts_for_nothing(bootstrap, said):
    stamp(bootstrap, "dev")
    bootstrap.STAMP.write_text(said)

    assert not bootstrap.is_stamped("dev")


def test_an_old_python_is_told_what_is_needed(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST", (9, 0))
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert bootstrap.main(["run"]) == 1
    assert "Throughcare needs Python 3.11 or later; this is " in capsys.readouterr().err


def test_a_python_without_venv_names_debians_package(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(bootstrap, "works", lambda command: False)

    assert bootstrap.main(["run"]) == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_pip_goes_on_where_uv_fails(bootstrap, monkeypatch, capsys):
    ran = []
    monkeypatch.setattr(bootstrap, "works", lambda command: True)
    monkeypatch.setattr(bootstrap, "run", lambda command, purpose: ran.append(command[1:4]))

    installer = bootstrap.Installer("/bin/false")
    installer.install(["-r", "a.txt"])
    installer.install(["-e", "."])

    assert ran == [["-m", "pip", "install"]] * 2
    assert capsys.readouterr().err.count("trying pip") == 1


def test_messages_are_compiled_when_they_changed(bootstrap):
    folder = bootstrap.ROOT / "throughcare" / "people" / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    assert not bootstrap.messages_are_stale()
    (folder / "django.po").touch()
    assert bootstrap.messages_are_stale()
    (folder / "django.mo").touch()
    assert not bootstrap.messages_are_stale()
    os.utime(folder / "django.mo", (1, 1))
    assert bootstrap.messages_are_stale()


def test_the_second_time_costs_little():
    command = [sys.executable, ROOT / "tools" / "bootstrap.py", "current"]

    assert subprocess.run(command).returncode in (0, 1)
    assert subprocess.run([*command[:2], "fly"], stderr=subprocess.DEVNULL).returncode == 2


@pytest.mark.parametrize(
    ("english", "french", "faults"),
    [
        ("Name", "Nom", []),
        ("Name:", "Nom\u00a0:", []),
        ("Name:", "Nom :", ["wanted a no-break space before :"]),
        ("Name:", "Nom:", ["wanted a no-break space before :"]),
        ("Who?", "Qui ?", ["wanted no space before ; ? !"]),
        ("Who?", "Qui?", []),
        ("the summer", "l'été", ["wanted a curved apostrophe ’"]),
        ("said “no”", "dit «\u00a0non\u00a0»", []),
        ("said “no”", "dit « non »", ["wanted a no-break space inside « »"]),
        ("at 10:30, see http://a", "à 10:30, voir http://a", []),
        ("<b>%(name)s</b>", "<b>%(name)s</b>", []),
        ("<b>%(name)s</b>", "%(name)s", ["other tags than in English"]),
        ("%(name)s", "%(nom)s", ["other placeholders than in English"]),
        ("{day} left", "reste", ["other placeholders than in English"]),
        ("One sentence.", "Une phrase", ["another ending than in English"]),
        (("One file", "%(n)s files"), ("%(n)s dossier", "%(n)s dossiers"), []),
        (
            ("One file", "%(n)s files"),
            ("Un dossier", "dossiers"),
            ["other placeholders than in English"],
        ),
    ],
)
def test_french_is_checked(english, french, faults):
    assert list(tool("messages").faults(Message(english, french))) == faults


def test_a_guess_is_not_a_translation():
    guess = Message("Name", "Nom", flags={"fuzzy"})

    assert list(tool("messages").faults(guess)) == ["a guess to be confirmed (fuzzy)"]


@pytest.fixture
def app(tmp_path, monkeypatch) -> tuple[ModuleType, Path]:
    """The tool of messages, and an app with one message in Python and two in a template."""
    messages = tool("messages")
    app = tmp_path / "throughcare" / "people"
    (app / "templates").mkdir(parents=True)
    (app / "tests").mkdir()
    (app / "views.py").write_text('from x import gettext as _\nsaid = _("Kept.")\n')
    (app / "tests" / "test_views.py").write_text('_("not for people")\n')
    (app / "templates" / "a.html").write_text(
        "<p>{% translate 'Name' %}\n    </p>\n  {% blocktranslate trimmed count n=n %}\n"
        "   One (file\n {% plural %}\n   {{ n }} files\n{% endblocktranslate %}"
    )
    monkeypatch.setattr(messages, "PACKAGE", tmp_path / "throughcare")
    return messages, app


def test_messages_are_collected_checked_and_compiled(app):
    messages, people = app
    catalogue = messages.catalogue_of(people)
    name = "throughcare/people/locale/fr/LC_MESSAGES/django.po"

    assert list(messages._extract(people)) == [f"{name}: 3 without French"]
    text = catalogue.read_text()
    assert "#: throughcare/people/views.py\n" in text
    assert "not for people" not in text
    catalogue.write_text(text.replace('"Name"\nmsgstr ""', '"Name"\nmsgstr "Nom"'))

    assert list(messages._extract(people)) == [f"{name}: 2 without French"]
    assert sorted(messages._check(people)) == [
        f"{name}: no French for 'Kept.'",
        f"{name}: no French for 'One (file'",
    ]
    list(messages._compile(people))
    assert catalogue.with_suffix(".mo").read_bytes()[:4] == b"\xde\x12\x04\x95"


def test_a_message_that_is_no_longer_used_is_found(app):
    messages, people = app
    list(messages._extract(people))
    (people / "views.py").write_text("")

    assert any("no longer used: 'Kept.'" in line for line in messages._check(people))
    list(messages._extract(people))
    assert "Kept." not in messages.catalogue_of(people).read_text()


def test_the_browser_that_is_named_is_used(monkeypatch, tmp_path, capsys):
    chromium = tool("find_chromium")
    monkeypatch.setenv("CHROMIUM", "/bin/true")
    assert chromium.find() == "/bin/true"

    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    assert chromium.main() == 1
    assert capsys.readouterr().err.endswith("which is not a program.\n")


def test_without_a_browser_the_way_to_get_one_is_one_line(monkeypatch, capsys):
    chromium = tool("find_chromium")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert chromium.main() == 1
    assert capsys.readouterr().err == chromium.HOW_TO_GET_IT + "\n"
    assert "\n" not in chromium.HOW_TO_GET_IT


def test_an_unknown_check_is_refused(monkeypatch, capsys):
    check = tool("check")
    monkeypatch.setattr(sys, "argv", ["check.py", "spelling"])

    assert check.main() == 2
    assert (
        "There is no check called spelling. There are: branches of the kernel, laws, "
        in capsys.readouterr().out
    )


def test_every_target_of_make_is_explained():
    makefile = (ROOT / "Makefile").read_text()
    declared = makefile.partition(".PHONY: ")[2].partition("\n")[0].split()
    done = subprocess.run(["make", "-C", ROOT, "help"], capture_output=True, text=True)

    explained = [
        line.split()[0] for line in done.stdout.splitlines() if not line.startswith("make")
    ]
    assert sorted(explained) == sorted(declared)

"""The documents of the repository say what is there."""

import argparse
import re
from pathlib import Path

import pytest

from tests.tree import ROOT, mend, name_of
from throughcare.site.cli import parser

README = ROOT / "README.md"
DECISIONS = sorted((ROOT / "docs" / "adr").glob("0*.md"))
PARTS = (
    "Why we had to choose",
    "What we chose",
    "What we turned down",
    "What follows",
    "What holds us to it",
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
TEST_NAMED = re.compile(r"`((?:tests|journeys|throughcare)/[\w/]+(?:\.py)?)(?:::(\w+))?`")


def targets(makefile: str) -> set[str]:
    """Return the targets that a Makefile explains."""
    return set(re.findall(r"^([a-z][a-z-]*):.*##", makefile, re.MULTILINE))


def commands() -> set[str]:
    """Return the commands of `throughcare`."""
    [group] = [
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return set(group.choices)


def named_in(text: str, program: str) -> set[str]:
    """Return the words that stand after a program's name in code, as in `make run`."""
    code = "\n".join(re.findall(r"`[^`\n]+`|^```.*?^```", text, re.MULTILINE | re.DOTALL))
    return set(re.findall(rf"(?:^|[\s`/]){program} ([a-z][a-z-]*)", code, re.MULTILINE))


def documents() -> list[Path]:
    """Return the pages that people read."""
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def dead_links(path: Path, text: str) -> list[str]:
    """Return the links of a page to files that are not there."""
    return [to for to in LINK.findall(text) if not (path.parent / to).exists()]


def missing_tests(text: str) -> list[str]:
    """Return the tests that a page names and that do not exist."""
    found = []
    for file, name in TEST_NAMED.findall(text):
        path = ROOT / file
        if not path.exists() or (name and f"def {name}(" not in path.read_text("utf-8")):
            found.append(f"{file}::{name}" if name else file)
    return found


def faults_of_decision(text: str) -> list[str]:
    """Return what a decision's page lacks."""
    lines = text.splitlines()
    wrong = [part for part in PARTS if f"## {part}" not in lines]
    if not re.match(r"# \D+$", lines[0]):
        wrong.append("a title without a number")
    if not re.match(r"\d{4}-\d\d-\d\d · (accepted|replaced by \S+)$", lines[2]):
        wrong.append("its day and state")
    if not TEST_NAMED.search(text.rpartition("## What holds us to it")[2]):
        wrong.append("the test that holds it")
    return wrong


@pytest.mark.parametrize("program", ["make", "throughcare"])
def test_commands_of_the_documents_exist(program):
    """Whoever types what a page says gets what it says."""
    known = targets((ROOT / "Makefile").read_text()) if program == "make" else commands()
    found = [
        f"{name_of(path)}: {program} {word}"
        for path in documents()
        for word in sorted(named_in(path.read_text(encoding="utf-8"), program) - known)
    ]

    assert found == [], mend("Take these out of the page, or write the command.", found)


def test_the_readme_names_every_command():
    """A newcomer learns of every command there is."""
    text = README.read_text(encoding="utf-8")

    assert targets((ROOT / "Makefile").read_text()) - named_in(text, "make") == set()
    assert commands() - named_in(text, "throughcare") == set()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_teaches(name):
    """Its help says what it does in a sentence, and shows at least one example of itself."""
    [group] = [
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    said = group.choices[name].format_help()

    assert group.choices[name].description.endswith(".")
    assert re.search(rf"^  .*throughcare {name}\b", said.partition("example:")[2], re.MULTILINE)


def test_every_variable_of_the_environment_is_explained():
    """What can be set from outside stands in the README."""
    read = re.compile(r"\"(THROUGHCARE_[A-Z_]+|DATABASE_URL|PORT|HOST|WEB_CONCURRENCY)\"")
    code = [path.read_text("utf-8") for path in (ROOT / "throughcare" / "site").rglob("*.py")]
    names = {name for text in code for name in read.findall(text)}

    found = sorted(names - set(re.findall(r"`([A-Z_]+)`", README.read_text("utf-8"))))

    assert found == [], mend("Explain these in the README's table.", found)


def test_links_lead_somewhere():
    """No page points at a file that is gone."""
    found = [
        f"{name_of(path)}: {to}"
        for path in documents()
        for to in dead_links(path, path.read_text(encoding="utf-8"))
    ]

    assert found == [], mend("Mend the link.", found)


GUIDE = ROOT / "docs" / "guide"
TWINS = (
    ("everyone", "tout-le-personnel"),
    ("officer", "agent"),
    ("manager", "gestionnaire"),
    ("clerk", "soutien"),
    ("administrator", "administrateur"),
    ("analyst", "analyste"),
)


def pictures_on(page: Path) -> list[str]:
    """Return the pictures that a page of the guide shows, without language and ending."""
    return re.findall(r"\.\./pictures/([a-z-]+)-(?:en|fr)\.png\)", page.read_text("utf-8"))


@pytest.mark.parametrize(("english", "french"), TWINS)
def test_the_guide_shows_the_same_in_both_languages(english, french):
    """A page and its twin have the same pictures, each of its own language."""
    pages = [GUIDE / "en" / f"{english}.md", GUIDE / "fr" / f"{french}.md"]

    assert pictures_on(pages[0]) == pictures_on(pages[1]) != []
    for page in pages:
        assert f"-{'fr' if page.parent.name == 'en' else 'en'}.png" not in page.read_text("utf-8")


def test_every_picture_of_the_guide_is_shown_and_can_be_taken_again():
    """`python -m journeys.guide_pictures` makes exactly what the guide shows."""
    shown = {name for page in (GUIDE / "en").glob("*.md") for name in pictures_on(page)}
    kept = {path.stem[:-3] for path in (GUIDE / "pictures").glob("*.png")}
    code = (ROOT / "journeys" / "guide_pictures.py").read_text("utf-8")
    made = set(re.findall(r'^    "([a-z-]+)": Picture\(', code, re.MULTILINE))

    assert shown == kept == made


def test_tests_that_the_documents_name_exist():
    """A promise names the test that keeps it, and the test is there."""
    found = [
        f"{name_of(path)}: {name}"
        for path in documents()
        for name in missing_tests(path.read_text(encoding="utf-8"))
    ]

    assert found == [], mend("Name the test that keeps this promise.", found)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_and_what_holds_it(path):
    """Each page of docs/adr has its five parts, its day, and its test."""
    assert faults_of_decision(path.read_text(encoding="utf-8")) == []


def test_the_changelog_has_a_place_for_what_is_new():
    """What changes is said when it changes, and to whom it matters."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(r"^## Unreleased$", text, re.MULTILINE), "Begin with ## Unreleased."


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE", "SECURITY.md", "CONTRIBUTING.md"])
def test_what_a_stranger_looks_for_is_there(name):
    """Licence, notices, how to report a hole, how to take part."""
    assert (ROOT / name).stat().st_size > 500


def test_the_law_sees_documents_that_break_it(tmp_path):
    text = "Do `make all`, then `.venv/bin/throughcare fly`. See [that](gone.md).\n`tests/no.py::x`"

    assert named_in(text, "make") == {"all"}
    assert named_in(text, "throughcare") == {"fly"}
    assert dead_links(tmp_path / "page.md", text) == ["gone.md"]
    assert missing_tests(text) == ["tests/no.py::x"]
    assert faults_of_decision("# 7 Seven\n\ntoday\n\n## What we chose\n") == [
        "Why we had to choose",
        "What we turned down",
        "What follows",
        "What holds us to it",
        "a title without a number",
        "its day and state",
        "the test that holds it",
    ]

"""The repository speaks of the product alone, and of nobody's machine."""

import re
import tomllib
from pathlib import Path

from tests.tree import ROOT, code_files, mend, name_of, parsed, text_files

MACHINE = re.compile(r"(?<![\w.])/(?:work|home/\w+|root|Users/\w+)/[\w.]")
DOWNLOAD = re.compile(
    r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|npmjs|registry|artifactory|nexus|proxy|mirror)"
    r"[^\s\"'<>)]*|--(?:extra-)?index-url|--find-links",
    re.IGNORECASE,
)
ISSUE_NUMBER = re.compile(r"(?:issues?|tickets?)\s+#?\d+|(?<=\s)#\d+\b(?!;)", re.IGNORECASE)
REQUIREMENT = re.compile(r"^[A-Za-z0-9_.\[\],-]+==\S+\s+# \w.{4,}$")
BANNED_BY_RUFF = (
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "django.utils.timezone.now",
    "time.time",
    "django.db.models.signals",
    "django.dispatch",
)
# Committed, but made by programs from others' files.
MADE = re.compile(r"package-lock\.json$|requirements/.*\.txt$|/static/|^LICENSE$|^NOTICE$|\.po$")


def written() -> list[Path]:
    """Return the text files that a person wrote."""
    here = Path(__file__).resolve()
    return [path for path in text_files() if path != here and not MADE.search(name_of(path))]


def said_in(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return what a pattern finds in a text, with the number of its line."""
    return [
        f"{number} {found.group()}"
        for number, line in enumerate(text.splitlines(), start=1)
        for found in pattern.finditer(line)
    ]


def found_everywhere(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Return every place where a pattern stands."""
    return [
        f"{name_of(path)}:{said}"
        for path in paths
        for said in said_in(pattern, path.read_text(encoding="utf-8", errors="replace"))
    ]


def without_reason(lines: list[str]) -> list[str]:
    """Return the requirements that are not pinned, or give no reason."""
    wanted = [line for line in lines if line.strip() and not line.startswith(("#", "-r "))]
    return [line for line in wanted if not REQUIREMENT.match(line)]


def test_nothing_names_a_path_of_a_machine():
    """A clone works in any folder."""
    assert found_everywhere(MACHINE, written()) == [], "Work the path out from the file's own."


def test_nothing_names_a_place_to_download_from():
    """Where packages come from is the affair of the machine that installs them."""
    locks = [ROOT / "requirements" / "runtime.txt", ROOT / "requirements" / "dev.txt"]

    assert found_everywhere(DOWNLOAD, written()) == [], "Leave the address to pip's own settings."
    assert [
        place for place in found_everywhere(DOWNLOAD, locks) if not place.split()[1].startswith("#")
    ] == [], "Make the lock again without an index's address."


def test_documents_explain_themselves_without_a_tracker():
    """A reader of the tree needs no tracker: the reason stands where it is used."""
    prose = [path for path in written() if path.suffix in (".py", ".md")]

    assert found_everywhere(ISSUE_NUMBER, prose) == [], "Say the reason instead of its number."


def test_every_dependency_has_a_reason():
    """What we use of others is pinned, and we say why we use it."""
    found = [
        f"{name_of(path)}: {line}"
        for path in sorted((ROOT / "requirements").glob("*.in"))
        for line in without_reason(path.read_text().splitlines())
    ]

    assert found == [], mend("Write name==version, two spaces, # and the reason.", found)


def test_every_dependency_is_locked_with_its_hash():
    """What is installed is what was looked at."""
    for name in ("runtime", "dev"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text()
        pinned = len(re.findall(r"^[A-Za-z0-9_.-]+(?:\[.*\])?==", lock, re.MULTILINE))
        hashed = len(re.findall(r"^[A-Za-z0-9_.-]+(?:\[.*\])?==[^\n]*\\\n\s+--hash", lock, re.M))
        assert pinned == hashed > 10, f"Make requirements/{name}.txt again: make lock."


def test_the_time_is_read_in_one_place():
    """Ruff refuses every other clock, and the announcing of signals."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    banned = settings["flake8-tidy-imports"]["banned-api"]
    freed = [place for place, rules in settings["per-file-ignores"].items() if "TID251" in rules]

    assert set(BANNED_BY_RUFF) <= banned.keys(), "Ban these in pyproject.toml."
    assert freed == ["throughcare/clock.py"], "Only the clock may read the time."
    assert "TID" in settings["select"]


def test_every_package_says_what_it_is_for():
    """The index of the system is the first sentence of each package."""
    found = [
        name_of(path)
        for path in code_files()
        if path.name == "__init__.py"
        and not {"templatetags", "management"} & set(path.parts)
        and not (parsed(path).body and path.read_text().startswith('"""'))
    ]

    assert found == [], mend("Begin __init__.py with one sentence: the duty.", found)


def test_the_law_sees_what_may_not_be_committed():
    sample = "see /" + "work/main/x, and https://py" + "pi.example.org/simple\nas in issue " + "#2"

    assert said_in(MACHINE, sample) == ["1 /" + "work/m"]
    assert said_in(DOWNLOAD, sample) == ["1 https://py" + "pi.example.org/simple"]
    assert said_in(ISSUE_NUMBER, sample) == ["2 issue " + "#2"]
    assert without_reason(["django==5.2.19  # the web framework", "x==1", "y>=2  # a reason"]) == [
        "x==1",
        "y>=2  # a reason",
    ]

"""Reading the tree for the laws: its files, its Python, its tiers."""

import ast
import configparser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "throughcare"
NOT_OURS = {
    ".git",
    ".venv",
    ".throughcare",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
    "__pycache__",
    "node_modules",
    "build",
    "pictures",
    "throughcare.egg-info",
    ".coverage",
}
TEXT = {
    "", ".py", ".md", ".toml", ".txt", ".in", ".html", ".scss", ".js", ".json", ".sql", ".typ",
    ".cfg", ".ini", ".yml", ".yaml", ".po", ".css", ".svg", ".service", ".sh", ".conf", ".csv",
}  # fmt: skip


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Give every file of the repository, without what is built, installed or private."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def text_files() -> list[Path]:
    """Return the files of the repository that a person may read as text."""
    return [path for path in files() if path.suffix in TEXT]


def code_files(folder: Path = PACKAGE) -> list[Path]:
    """Return the product's Python, without tests and migrations."""
    return [
        path
        for path in files(folder)
        if path.suffix == ".py"
        and not {"tests", "migrations"} & set(path.relative_to(ROOT).parts)
        and path.name != "conftest.py"
    ]


def templates() -> list[Path]:
    """Return every template of the product."""
    return [path for path in files(PACKAGE) if path.suffix == ".html" and "templates" in path.parts]


@cache
def parsed(path: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """Return a path as the repository names it."""
    return path.relative_to(ROOT).as_posix()


def app_of(path: Path) -> str:
    """Return the app of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tiers_in(text: str) -> dict[str, int]:
    """Return the height of each app, from the contract of tiers in an import-linter file."""
    contracts = configparser.ConfigParser()
    contracts.read_string(text)
    layers = contracts["importlinter:contract:tiers"]["layers"].strip().splitlines()
    heights = {}
    for height, line in enumerate(reversed(layers)):
        for name in line.split("#")[0].replace(":", "|").split("|"):
            heights[name.strip(" ()")] = height
    return heights


def mend(how: str, found: list[str]) -> str:
    """Return what a broken law says: how to mend it, and every place where it is broken."""
    return "\n  ".join([how, *found])

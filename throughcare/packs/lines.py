"""Where each key of a TOML file stands: the standard reader tells no lines, and people need them.

A small scanner of our own, because no library keeps the lines of what it read: it follows the
headers and the keys at the beginning of lines, and passes over what a value spreads over more.
It is only ever asked about files that the standard reader has accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
NAME = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
KEY = re.compile(rf"^\s*({NAME}(?:\s*\.\s*{NAME})*)\s*=(.*)$")
PART = re.compile(r'"((?:[^"\\]|\\.)*)"|([\w-]+)')
STRINGS = re.compile(r"\"\"\"|'''|\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")


@dataclass(frozen=True)
class Lines:
    """The line of each path of a file, the first line being 1."""

    of: Mapping[Path, int] = field(default_factory=dict)

    def at(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest table round it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.of:
                return self.of[path[:length]]
        return None


def lines_of(text: str) -> Lines:
    """Return where the tables and the keys of a TOML text stand."""
    found: dict[Path, int] = {}
    places: Counter[Path] = Counter()
    here: Path = ()
    for number, line in _beginnings(text):
        if header := HEADER.match(line):
            here = _entered(header, places)
            for length in range(1, len(here) + 1):
                found.setdefault(here[:length], number)
        elif key := KEY.match(line):
            found.setdefault((*here, *_parts(key[1])), number)
    return Lines(found)


def _entered(header: re.Match[str], places: Counter[Path]) -> Path:
    """Return the table a header opens; a list's tables are told apart by their place."""
    *outer, last = _parts(header[2])
    here: Path = ()
    for name in outer:
        here = (*here, name)
        if places[here]:
            here = (*here, places[here] - 1)
    here = (*here, last)
    if header[1] != "[[":
        return here
    places[here] += 1
    return (*here, places[here] - 1)


def _parts(dotted: str) -> list[str]:
    return [quoted.replace('\\"', '"') or bare for quoted, bare in PART.findall(dotted)]


def _beginnings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines on which a header or a key may begin, with their numbers."""
    depth, quotes = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if not depth and not quotes:
            yield number, line
            if HEADER.match(line):
                continue
        depth, quotes = _after(line, depth, quotes)


def _after(line: str, depth: int, quotes: str) -> tuple[int, str]:
    """Return how many brackets are open after a line, and which long text goes on."""
    rest = line
    while quotes:
        _, closing, rest = rest.partition(quotes)
        if not closing:
            return depth, quotes
        quotes = ""
    while found := STRINGS.search(rest):
        depth += _opened(rest[: found.start()])
        rest = rest[found.end() :]
        if found[0] in ('"""', "'''"):
            return _after(rest, depth, found[0])
    return depth + _opened(rest), ""


def _opened(bare: str) -> int:
    return sum(bare.count(each) for each in "[{") - sum(bare.count(each) for each in "]}")

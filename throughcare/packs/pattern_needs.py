"""Letters that a pattern cannot do without: a text that lacks them need not be searched."""

from __future__ import annotations

import re
from collections.abc import Sequence

Needs = tuple[frozenset[str], ...]

LETTER = re.compile(r"[a-zà-ÿœ'-]")
ATOM = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[^()|]", re.DOTALL)
OPENS = re.compile(r"\((?:\?(?P<look>[:=!]|<[=!]))?")
ODD = re.compile(r"\(\?(?![:=!]|<[=!])")
"""A bracket of another kind, as one that sets a flag: nothing is said of such a pattern."""
REPEATS = re.compile(r"(?:(?P<sign>[?*+])|\{(?P<least>\d*)(?:,\d*)?\})\??")


def needs_of(pattern: str) -> Needs:
    """Return sets of letters: wherever the pattern is found, one of each set stands in the words.

    The pattern is an expression of the pack, its groups of words filled in. Small letters that
    may not be left out are needed; of alternatives one is.
    """
    found = [] if ODD.search(pattern) else _Reading(pattern).alternatives()
    return tuple(sorted(set(found), key=_worth, reverse=True))


def _worth(letters: frozenset[str]) -> tuple[int, int, list[str]]:
    """Return how many searches a set spares: long letters, and few of them."""
    return min(map(len, letters)), -len(letters), sorted(letters)


class _Reading:
    """Goes through a pattern once."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def alternatives(self) -> list[frozenset[str]]:
        """Return what is needed up to the end of the bracket: of each alternative its best."""
        branches = [self._sequence()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _of_any(branches)

    def _sequence(self) -> list[frozenset[str]]:
        """Return what one alternative needs."""
        found: list[frozenset[str]] = []
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            inner, letter = self._part()
            least = self._least()
            if least == 1 and letter:
                run += letter
                continue
            found += [*_kept(run + (letter if least else "")), *(inner if least else [])]
            run = ""
        return [*found, *_kept(run)]

    def _part(self) -> tuple[list[frozenset[str]], str]:
        """Return what the next part needs: a bracket its sets, a letter itself."""
        opens = OPENS.match(self.pattern, self.at)
        if opens is None:
            atom = ATOM.match(self.pattern, self.at)
            words = atom[0] if atom else self.pattern[self.at]
            self.at += len(words)
            return [], words if LETTER.fullmatch(words) else ""
        self.at = opens.end()
        inner = self.alternatives()
        self.at += 1
        return (inner if opens["look"] in {None, ":"} else []), ""

    def _least(self) -> int:
        """Return how often the part before must stand: not at all, once, or 2 for more often."""
        repeats = REPEATS.match(self.pattern, self.at)
        if repeats is None:
            return 1
        self.at = repeats.end()
        return 2 if repeats["sign"] == "+" or int(repeats["least"] or 0) else 0


def _kept(run: str) -> list[frozenset[str]]:
    """Return letters that stand together as a set, unless they are too few to tell anything."""
    return [frozenset({run})] if run[1:] else []


def _of_any(branches: Sequence[list[frozenset[str]]]) -> list[frozenset[str]]:
    """Return one set for alternatives, or none where one of them needs nothing."""
    if not all(branches):
        return []
    return [frozenset().union(*(max(each, key=_worth) for each in branches))]

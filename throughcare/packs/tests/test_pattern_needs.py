"""Which letters a pattern needs: a search spared must never be a word lost."""

from pathlib import Path

import pytest

from throughcare.kernel.reading.texts import folded
from throughcare.packs.pattern_needs import needs_of
from throughcare.packs.reading import folder_with_words, wording_of

PATTERNS = wording_of(folder_with_words()).conditions
ORDERS = Path(__file__).parent / "invented"


def sets(*words):
    """Return sets of letters: each word, or words between strokes, is one."""
    return tuple(frozenset(each.split("|")) for each in words)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("weapons?", sets("weapon")),
        (r"communit(y|ies) service", sets("communit", "service")),
        ("(?:report|attend)", sets("report|attend")),
        ("(?:report|attend)?", ()),
        ("(?:report|.*)", ()),
        ("(?:report|attend){1,3}", sets("report|attend")),
        ("(?:report|attend){0,3}", ()),
        ("no+w", sets("no")),
        (r"[^.;]{0,60}?\bcurfew\b(?! hours)", sets("curfew")),
        (r"(?<!driver.)licen[cs]es?", sets("licen")),
        (r"\$ ?\d+", ()),
        ("(?i:Curfew)", ()),
        ("couvre-feu|chez", sets("couvre-feu|chez")),
        ("a|", ()),
    ],
)
def test_the_letters_a_pattern_needs(pattern, needs):
    assert needs_of(pattern) == needs


@pytest.mark.parametrize("path", sorted(ORDERS.glob("*_[35].txt")), ids=lambda path: path.stem)
def test_no_pattern_finds_words_without_the_letters_it_needs(path):
    lines = [folded(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    letters = frozenset().union(*(some for each in PATTERNS for some in each.needs))
    there = {line: frozenset(each for each in letters if each in line) for line in lines}
    pairs = [
        (each, line) for each in PATTERNS for line in lines if not each.may_be_among(there[line])
    ]

    assert [(each.name, line) for each, line in pairs if each.says.search(line)] == []
    assert len(pairs) > len(lines) * len(PATTERNS) / 2

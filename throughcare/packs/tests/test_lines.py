"""The line of each table and key of a TOML file."""

import tomllib
from pathlib import Path

import pytest

from throughcare.packs.lines import Lines, lines_of
from throughcare.packs.loading import PACKS

FILES = sorted(PACKS.rglob("*.toml"))

SAMPLE = '''\
# a comment with [brackets] and = signs
top = 1
"quoted key" = "a # no comment, no ] bracket"
[table]
a.b = 2
long = """
[not.a.header]
not_a_key = 1
"""
list = [
  "one",  # ] not the end
  { inside = 1 },
]
after = 3
[[each]]
code = "A"
[each.inner]
x = 1
[[each.deep]]
y = 1
[[each.deep]]
y = 2
[[each]]
code = "B"
[[each.deep]]
y = 3
raw = \'\'\'one line\'\'\'
last = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("quoted key",), 3),
        (("table",), 4),
        (("table", "a", "b"), 5),
        (("table", "long"), 6),
        (("table", "list"), 10),
        (("table", "after"), 14),
        (("each", 0), 15),
        (("each", 0, "code"), 16),
        (("each", 0, "inner", "x"), 18),
        (("each", 0, "deep", 0, "y"), 20),
        (("each", 0, "deep", 1, "y"), 22),
        (("each", 1, "code"), 24),
        (("each", 1, "deep", 0), 25),
        (("each", 1, "deep", 0, "raw"), 27),
        (("each", 1, "deep", 0, "last"), 28),
    ],
)
def test_a_path_has_its_line(path, line):
    assert lines_of(SAMPLE).at(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("table", "list", 1, "inside"), 10),
        (("table", "not_a_key"), 4),
        (("each", 0, "missing"), 15),
        (("nothing",), None),
        ((), None),
    ],
)
def test_what_has_no_line_of_its_own_has_that_of_what_is_round_it(path, line):
    assert lines_of(SAMPLE).at(path) == line


def test_no_text_has_no_lines():
    assert lines_of("") == Lines({})


def paths(table, here=()):
    """Yield the path of each key that begins a line or a table of its own."""
    for key, value in table.items():
        path = (*here, key)
        if isinstance(value, dict):
            yield from paths(value, path)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for place, each in enumerate(value):
                yield from paths(each, (*path, place))
        else:
            yield path


@pytest.mark.parametrize("file", FILES, ids=lambda file: Path(file).name)
def test_every_key_of_the_packs_is_on_the_line_that_is_told(file):
    text = file.read_text(encoding="utf-8")
    lines, known = text.splitlines(), lines_of(text)

    wrong = [
        path
        for path in paths(tomllib.loads(text))
        if not names(lines[known.at(path) - 1 :], path[-1])
    ]

    assert wrong == []


def names(lines, key):
    """Say whether a key stands on the first line, or in a value that goes on below it."""
    return key in lines[0].replace("\\", "") or any(f"{key} =" in line for line in lines[:12])

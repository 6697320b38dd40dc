"""No jurisdiction is in code: its names and its numbers are in its pack, and only there."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.tree import PACKAGE, code_files, mend, name_of, parsed

PACKS = PACKAGE / "packs"
ONTARIO = PACKS / "ca_on"
EXAMPLE = PACKS / "example"

# Keys whose text is the name of something of the jurisdiction.
NAMES = ("code", "instrument", "day", "aliases")
TABLES = ("day", "list", "law")
# A code that is a word of the kernel too, with the reason.
SHARED = {"RELEASED": "the day of release from prison, which a time limit may be counted from"}
ACTS = re.compile(
    r"Criminal Code|Corrections and Conditional|Prisons and Reformatories|Interpretation Act"
    r"|Legislation Act|Criminal Records Act|Youth Criminal|Freedom of Information|Ontario|Canada"
    r"|\bR\.S\.C\.|\bSOR/|\bO\. Reg\."
)
SECTION = re.compile(r"\b\d{3}(\.\d+)?\(\d|\bs{1,2}\. ?\d{2,}|\bart\. ?\d{2,}")

LEFT_OUT = ("kernel/calendar/", "kernel/reading/")
"""The calendar is made of months, weeks and days, and the reader counts characters and words of a
text: these numbers are not a jurisdiction's."""


def rule_code():
    """Return the code that must know no jurisdiction: the kernel, and what reads packs."""
    return [
        path
        for path in code_files()
        if path.is_relative_to(PACKAGE / "kernel") or path.parent == PACKS
    ]


@cache
def codes_of(pack: Path) -> frozenset[str]:
    """Return every code, alias and name of a pack's entries."""
    found: set[str] = set()
    for path in pack.rglob("*.toml"):
        found |= set(_names(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(found)


def _names(value):
    """Yield the names in a table, and in every table inside it."""
    if isinstance(value, list):
        for each in value:
            yield from _names(each)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in NAMES:
            yield from _texts(inner)
        if key in TABLES and isinstance(inner, dict):
            yield from inner
        yield from _names(inner)


def _texts(value):
    """Yield a text, or each text of a list."""
    yield from [each for each in (value if isinstance(value, list) else [value]) if is_name(each)]


def is_name(value):
    """Say whether a value is the name of something."""
    return isinstance(value, str) and bool(value)


def texts(path):
    """Yield the texts of a file that run: no docstring explains itself into the rules."""
    tree = parsed(path)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    explained = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(parent, documented)
        for node in parent.body
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in explained:
            yield node.lineno, node.value


def named_in_code(codes):
    """Return where code names one of these codes."""
    return [
        f"{name_of(path)}:{line} {text!r}"
        for path in rule_code()
        for line, text in texts(path)
        if text in codes and text not in SHARED
    ]


def test_no_code_of_ontario_is_in_the_rules():
    """What is Ontario's stands in its pack, under the code that the pack gave it."""
    found = named_in_code(codes_of(ONTARIO))

    assert found == [], mend("Say it in the pack's data; code names methods only.", found)


def test_no_code_of_the_example_is_in_the_rules():
    """The rules know the invented island no better."""
    assert named_in_code(codes_of(EXAMPLE)) == []


def test_no_act_and_no_section_is_in_the_rules():
    """An authority is written once, in the entry that rests on it."""
    found = [
        f"{name_of(path)}:{line} {text!r}"
        for path in rule_code()
        for line, text in texts(path)
        if ACTS.search(text) or SECTION.search(text)
    ]

    assert found == [], mend("Write the authority in the pack's entry.", found)


def test_the_example_shares_no_code_with_ontario():
    """Whatever works for both is in neither."""
    assert codes_of(EXAMPLE) & codes_of(ONTARIO) == set()


def test_the_example_is_read_by_the_same_files_as_ontario():
    """It has no code of its own."""
    assert [path.name for path in EXAMPLE.rglob("*") if path.suffix not in ("", ".toml")] == []


def numbers(path):
    """Yield the integers above 1 that are a default or a constant of a file, tables included."""
    for statement in parsed(path).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            yield from _above_one(node for node in ast.walk(statement))
    for node in ast.walk(parsed(path)):
        given = ()
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            given = (*node.args.defaults, *node.args.kw_defaults)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node not in parsed(path).body:
            given = (node.value,)
        yield from _above_one(given)


def _above_one(nodes):
    for node in nodes:
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1:
            yield node.lineno, node.value


def test_no_number_of_a_law_is_in_the_rules():
    """A number above 1 that something rests on is a pack's, with its authority beside it."""
    found = [
        f"{name_of(path)}:{line} {number}"
        for path in rule_code()
        if not name_of(path).startswith(tuple(f"throughcare/{each}" for each in LEFT_OUT))
        for line, number in numbers(path)
    ]

    assert found == [], mend("Move the number into the pack, or give the reason here.", found)


SAMPLE = '''
"""Explains section 732.1(2) of the Criminal Code in words."""
MOST = 240
FEW: int = 1
DAYS = {"a": 3}


def later(day, days=2, *, weeks: int = 18):
    """Say what s. 742 says."""
    return "Criminal Code, s. 732.1(3)" if day == 30 else "PROBATION"
'''


@pytest.fixture
def sample(tmp_path):
    """Write a file that has what the laws look for."""
    path = tmp_path / "sample.py"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_the_laws_see_what_they_look_for(sample):
    """A law that finds nothing must be able to find something."""
    assert [number for _, number in numbers(sample)] == [240, 3, 2, 18]
    assert [text for _, text in texts(sample)] == ["a", "Criminal Code, s. 732.1(3)", "PROBATION"]
    assert ACTS.search("Criminal Code")
    assert [bool(SECTION.search(text)) for text in ("s. 742", "732.1(3)", "12")] == [
        True,
        True,
        False,
    ]
    assert {"PROBATION", "KPGB", "CSO_BREACH_HEARING"} <= codes_of(ONTARIO)
    assert {"WATCH", "GREET", "HELLO", "MET_WARDEN"} <= codes_of(EXAMPLE)


def test_the_rules_are_looked_at():
    """The kernel and the engine of packs are among the files looked at, and no test is."""
    names = {name_of(path) for path in rule_code()}

    assert {"throughcare/kernel/terms/ending.py", "throughcare/packs/requirements.py"} <= names
    assert not any("/tests/" in name for name in names)

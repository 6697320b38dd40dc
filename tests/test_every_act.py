"""Every act of the record has words that a page can print."""

import ast
import importlib
import re
from collections.abc import Iterator
from importlib.util import find_spec

from tests.tree import app_of, code_files, mend, name_of, parsed

SHAPE = re.compile(r"^[a-z_]+\.[a-z_]+$")
# Where the act is handed on, not chosen: these pass a caller's act to the database.
HANDED_ON = {
    "throughcare/record/entries.py": "opens the entry that a command names",
    "throughcare/record/loading.py": "writes the entry that a generator names",
}


def acts_named(node: ast.expr) -> list[str] | None:
    """Return the acts that the first argument of `entry` may be, or None where it is not plain."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        either, other = acts_named(node.body), acts_named(node.orelse)
        return None if either is None or other is None else either + other
    return None


def acts_in(tree: ast.Module) -> Iterator[tuple[int, list[str] | None]]:
    """Give the line and the acts of each call of `entry`, on its own or of a loader.

    A private function may hand its own parameter on to `entry`; then its callers name the act.
    """
    between = handing_on(tree)
    inside = {id(node) for function in between.values() for node in ast.walk(function)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args or id(node) in inside:
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        if name == "entry":
            yield node.lineno, acts_named(node.args[0])
        elif name in between:
            given = [*node.args, *(each.value for each in node.keywords)]
            named = [acts for acts in map(acts_named, given) if acts and SHAPE.match(acts[0])]
            yield node.lineno, named[0] if named else None


def handing_on(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    """Return the private functions and methods that pass a parameter to `entry` as its act."""
    return {
        node.name: node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_") and hands_on(node)
    }


def hands_on(function: ast.FunctionDef) -> bool:
    """Say whether a function passes one of its parameters to `entry` as the act."""
    taken = {each.arg for each in [*function.args.args, *function.args.kwonlyargs]}
    return any(
        isinstance(node, ast.Call)
        and "entry" in (getattr(node.func, "attr", ""), getattr(node.func, "id", ""))
        and node.args
        and is_parameter(node.args[0], taken)
        for node in ast.walk(function)
    )


def is_parameter(node: ast.expr, taken: set[str]) -> bool:
    """Say whether an expression is nothing but one of these names."""
    return isinstance(node, ast.Name) and node.id in taken


def every_act() -> Iterator[tuple[str, str, list[str] | None]]:
    """Give place, app and acts of each call of `entry` in the product."""
    for path in code_files():
        if name_of(path) not in HANDED_ON:
            for line, acts in acts_in(parsed(path)):
                yield f"{name_of(path)}:{line}", app_of(path), acts


def words_of(app: str) -> dict[str, object]:
    """Return the words of an app's acts."""
    module = f"throughcare.{app}.acts"
    if find_spec(f"throughcare.{app}") is None or find_spec(module) is None:
        return {}
    return importlib.import_module(module).WORDS


def test_every_act_is_written_out():
    """Someone who reads an act in the record can find where it was written."""
    found = [place for place, _, acts in every_act() if acts is None]

    assert found == [], mend("Write the act as a plain text in the call of entry().", found)


def test_every_act_is_named_for_its_app():
    """An act says which part of the house did it: people.address_added."""
    found = [
        f"{place} {act}"
        for place, _, acts in every_act()
        for act in acts or []
        if not SHAPE.match(act)
    ]

    assert found == [], mend("Name an act app.what_was_done, in lower case.", found)


def test_every_act_has_words():
    """No page shows an act by its code."""
    found = sorted(
        {
            act
            for _, _, acts in every_act()
            for act in acts or []
            if act not in words_of(act.partition(".")[0])
        }
    )

    assert found == [], mend("Add these to WORDS in their app's acts.py, with their French.", found)


def test_words_are_kept_for_acts_that_are_done():
    """The list of words holds no act that nobody does any more."""
    done = {act for _, _, acts in every_act() for act in acts or []}
    apps = {app_of(path) for path in code_files() if path.name == "acts.py"} - {"kernel"}
    found = sorted(act for app in apps for act in words_of(app) if act not in done)

    assert [act for act in found if not act.startswith("record.")] == [], (
        "Take these out of acts.py, or do them."
    )


SAMPLE = """
with entry("people.address_added", by=by): pass
world.loader.entry("cases.opened" if new else "cases.reopened", by=by)
with entry(f"people.{what}", by=by): pass
def _about(row, act):
    return entry(act, by=by)
with _about(row, "cases.closed"): pass
with _about(row, what): pass
"""


def test_the_law_sees_an_act_that_is_put_together():
    found = sorted(acts_in(ast.parse(SAMPLE)), key=lambda each: each[0])

    assert [acts for _, acts in found] == [
        ["people.address_added"],
        ["cases.opened", "cases.reopened"],
        None,
        ["cases.closed"],
        None,
    ]

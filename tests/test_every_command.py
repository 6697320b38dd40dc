"""Every command is called by name, says who acts, explains itself and leaves an entry."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.tree import code_files, mend, name_of, parsed

Function = ast.FunctionDef

# Public functions of commands modules that leave no entry, with the reason.
WITHOUT_ENTRY: dict[str, str] = {}
# Acts of the record itself (record/erasing), which open an entry of their own.
OF_THE_RECORD = {"ask_erasure", "allow_erasure", "place_hold", "lift_hold"}


def command_modules() -> list[Path]:
    """Return the modules that hold commands."""
    return [
        path
        for path in code_files()
        if "management" not in path.parts
        and (path.name == "commands.py" or path.parent.name == "commands")
    ]


def commands_in(tree: ast.Module) -> list[Function]:
    """Return the public functions of a module that act: for someone, or in an entry of their own.

    The others are parts of commands; what these write outside an entry the database refuses.
    """
    public = [
        node for node in tree.body if isinstance(node, Function) and not node.name.startswith("_")
    ]
    return [each for each in public if "by" in parameters(each) or opens_entry(each)]


def parameters(function: Function) -> set[str]:
    """Return the names of all that a function takes."""
    taken = function.args
    return {each.arg for each in [*taken.posonlyargs, *taken.args, *taken.kwonlyargs]}


def every_command() -> Iterator[tuple[str, Function, ast.Module]]:
    """Give each command with its place and its module."""
    for path in command_modules():
        for command in commands_in(parsed(path)):
            yield f"{name_of(path)}:{command.lineno} {command.name}", command, parsed(path)


def is_keyword_only(command: Function) -> bool:
    """Say whether a command takes its facts by name alone."""
    return not (command.args.args or command.args.posonlyargs or command.args.vararg)


def says_who_acts(command: Function) -> bool:
    """Say whether a command takes `by`."""
    return "by" in {each.arg for each in command.args.kwonlyargs}


def called(function: Function) -> set[str]:
    """Return the last names of all that a function calls."""
    names = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            names.add(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))
    return names


def opens_entry(function: Function) -> bool:
    """Say whether a function itself opens an entry of the record."""
    return any(
        isinstance(node, ast.Call) and getattr(node.func, "id", "") == "entry"
        for node in ast.walk(function)
    )


def runs_in_entry(function: Function, module: ast.Module, known: frozenset[str]) -> bool:
    """Say whether a function opens an entry, calls one that does, or calls a known command."""
    beside = {node.name: node for node in module.body if isinstance(node, Function)}
    seen, waiting = set(), [function]
    while waiting:
        each = waiting.pop()
        if opens_entry(each):
            return True
        seen.add(each.name)
        names = called(each) - seen
        if names & (known - beside.keys()):
            return True
        waiting += [beside[name] for name in names if name in beside]
    return False


def test_every_command_is_keyword_only():
    """A call of a command reads as a sentence."""
    found = [place for place, command, _ in every_command() if not is_keyword_only(command)]

    assert found == [], mend("Put * first among the parameters of these commands.", found)


def test_every_command_says_who_acts():
    """No act is nobody's."""
    found = [place for place, command, _ in every_command() if not says_who_acts(command)]

    assert found == [], mend("Give these commands a keyword `by`: who acts.", found)


def test_every_command_explains_itself():
    """A command says what comes back and what it refuses."""
    found = [place for place, command, _ in every_command() if not ast.get_docstring(command)]

    assert found == [], mend("Write what the command returns and raises in its docstring.", found)


def test_every_command_runs_in_an_entry():
    """Whatever an officer does stands in the record."""
    names = frozenset(command.name for _, command, _ in every_command()) | OF_THE_RECORD
    found = [
        place
        for place, command, module in every_command()
        if command.name not in WITHOUT_ENTRY and not runs_in_entry(command, module, names)
    ]

    assert found == [], mend("Write inside `with entry(…)`, or call a command that does.", found)


def test_commands_are_named_for_what_an_officer_does():
    """A command is an officer's verb, not a programmer's."""
    vague = ("create", "update", "delete", "process", "handle", "manage", "do", "execute")
    found = [place for place, command, _ in every_command() if command.name.split("_")[0] in vague]

    assert found == [], mend(
        "Name the act as an officer would: open, assign, record, close.", found
    )


SAMPLE = '''
def good(*, by):
    """Keep it."""
    with entry("sample.kept", by=by):
        pass

def through_another(*, by):
    """Keep it by another command."""
    _kept(by)

def _kept(by):
    return good(by=by)

def through_another_module(*, by):
    """Keep it elsewhere."""
    people.add_address(by=by)

def bad(case, by):
    case.save()

def part(row):
    return row
'''


def test_the_law_sees_a_command_that_breaks_it():
    module = ast.parse(SAMPLE)
    good, through, elsewhere, bad = commands_in(module)
    known = frozenset({"add_address"})

    assert [is_keyword_only(each) for each in (good, bad)] == [True, False]
    assert [says_who_acts(each) for each in (good, bad)] == [True, False]
    assert [runs_in_entry(each, module, known) for each in (good, through, elsewhere, bad)] == [
        True,
        True,
        True,
        False,
    ]

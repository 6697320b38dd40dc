"""Measures the shape of a Python tree, for the law of sizes.

A code line carries at least one token that is not a comment or a docstring. A function's length
runs from `def` to its last line. Nesting counts the if/for/while/try/with/match blocks round the
deepest statement; branches are its decision points. A typed function has a return annotation, or
an annotation on every parameter. A component is a direct child of the package.
"""

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.tree import PACKAGE, files, name_of

BLOCKS = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.Try,
    ast.TryStar,
    ast.With,
    ast.AsyncWith,
    ast.Match,
)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DECISIONS = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.match_case,
    ast.comprehension,
)
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


@dataclass(frozen=True)
class Shape:
    """A function's figures."""

    place: str
    lines: int
    nesting: int
    branches: int
    parameters: int
    typed: bool


@dataclass
class Measured:
    """The figures of some files together."""

    files: dict[str, int] = field(default_factory=dict)
    functions: list[Shape] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    code_lines: int = 0
    inline_imports: list[str] = field(default_factory=list)
    undocumented: list[str] = field(default_factory=list)


def measure(paths: Iterable[Path]) -> Measured:
    """Return the figures of these files."""
    measured = Measured()
    for path in paths:
        source = path.read_text(encoding="utf-8")
        measured.files[name_of(path)] = len(source.splitlines())
        add_source(measured, source, name_of(path))
    return measured


def add_source(measured: Measured, source: str, name: str) -> None:
    """Add what one file holds."""
    tree = ast.parse(source)
    measured.code_lines += code_lines(source, tree)
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            measured.functions.append(shape_of(node, name))
            measured.inline_imports += inline_imports(node, name)
        elif isinstance(node, ast.ClassDef):
            measured.classes.append(node.end_lineno - node.lineno + 1)
    measured.undocumented += [
        f"{name}:{node.lineno} {node.name}"
        for node in tree.body
        if isinstance(node, FUNCTIONS)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]


def code_lines(source: str, tree: ast.Module) -> int:
    """Return how many lines carry code."""
    told: set[int] = set()
    for node in ast.walk(tree):
        explains = isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS))
        if explains and ast.get_docstring(node, clean=False):
            told.update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NOT_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - told)


def shape_of(node: ast.FunctionDef, name: str) -> Shape:
    """Return the figures of one function."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    named = [each for each in arguments if each.arg not in ("self", "cls")]
    return Shape(
        place=f"{name}:{node.lineno} {node.name}",
        lines=node.end_lineno - node.lineno + 1,
        nesting=deepest(node.body),
        branches=branches(node),
        parameters=len(named),
        typed=node.returns is not None or (bool(named) and all(each.annotation for each in named)),
    )


def deepest(statements: list[ast.stmt], depth: int = 0) -> int:
    """Return how many blocks stand round the deepest statement."""
    return max((block_depth(node, depth) for node in statements), default=depth)


def block_depth(node: ast.stmt, depth: int) -> int:
    """Return the depth inside one statement; an `elif` adds nothing."""
    if not isinstance(node, BLOCKS):
        return depth
    parts = [getattr(node, "body", []), getattr(node, "finalbody", [])]
    parts += [part.body for part in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]]
    otherwise = getattr(node, "orelse", [])
    is_elif = isinstance(node, ast.If) and len(otherwise) == 1 and isinstance(otherwise[0], ast.If)
    found = [deepest(part, depth + 1) for part in parts]
    return max(depth + 1, *found, deepest(otherwise, depth if is_elif else depth + 1))


def branches(function: ast.AST) -> int:
    """Return a function's decision points, without those of functions inside it."""
    total = 0
    for node in own_nodes(function):
        if isinstance(node, DECISIONS):
            total += 1
        elif isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
    return total


def own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """Give what is in a function, without what is in a function or class inside it."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            waiting.extend(ast.iter_child_nodes(node))


def inline_imports(function: ast.FunctionDef, name: str) -> list[str]:
    """Return the places where a function imports."""
    return [
        f"{name}:{node.lineno}"
        for node in own_nodes(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def at(values: Iterable[int], share: float) -> int:
    """Return the smallest value that a share of the values do not exceed."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * round(share * 100) // 100))
    return ordered[min(rank, len(ordered)) - 1] if ordered else 0


def product_files() -> tuple[list[Path], list[Path]]:
    """Return the package's code and its tests; migrations are neither."""
    python = [path for path in files(PACKAGE) if path.suffix == ".py" and path.stat().st_size]
    kept = [path for path in python if "migrations" not in path.parts]
    tests = [path for path in kept if is_test(path)]
    return [path for path in kept if path not in tests], tests


def is_test(path: Path) -> bool:
    """Say whether a file is a test or serves tests alone."""
    return (
        "tests" in path.parts
        or path.name.startswith("test_")
        or path.name.endswith("_test.py")
        or path.name in ("tests.py", "conftest.py")
    )

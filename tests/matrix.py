"""Who may see which page: the rule that the declarations make, and how it is written down."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.walk import Route, every_route
from tests.world import NOT_WALKED, is_of_a_file
from throughcare.access import Permission, Relation
from throughcare.staff.roles import ROLES

METHODS = ("GET", "POST")
RELATIONS = (
    "own", "cover", "office", "named", "emergency", "other_office", "restricted", "conflict",
)  # fmt: skip
LETTERS = {"own": "o", "cover": "c", "office": "f", "named": "n", "emergency": "e"}
"""How a relation by which a page opens is written; the last three never open one."""
MAY_HOLD = {code for code, role in ROLES.items() if role.holds_cases}
COVERS = MAY_HOLD | {"TRAINEE"}
IN_EMERGENCY = {
    code for code, role in ROLES.items() if Permission.OPEN_IN_EMERGENCY in role.permissions
}
ONLY_SOME = {"own": MAY_HOLD, "cover": COVERS, "emergency": IN_EMERGENCY}
"""The relations in which only some roles can stand to a file."""
PAGE = "docs/reference/who-may-see.md"
HEAD = """# Who may see which page

Made from what each page declares and tried for real, cell by cell, by
`throughcare/site/tests/test_who_may_see.py`.
A page that changes its declaration changes this table, and the change is read before it is merged.

How to read a cell: `o` the member's own file, `c` one they cover, `f` any file of their office,
`n` a restricted file on which they are named, `e` one they opened in an emergency; `yes` a page
that is not about a file; a dot where the role never sees it. A restricted file, a file of another
office, and one that the member declared a conflict of interest with open to no role: the page
answers as for one that is not there.

"""


class Cell(NamedTuple):
    """A route, a method, a role and a relation."""

    route: Route
    method: str
    role: str
    relation: str


def walked() -> list[Route]:
    """Return the routes of the matrix: those that need a sign-in, by name."""
    found = [each for each in every_route() if not each.declared.open_because]
    return sorted((each for each in found if each.name not in NOT_WALKED), key=lambda r: r.name)


def relations_of(route: Route, role: str) -> tuple[str, ...]:
    """Return the relations in which a role can stand to what a route shows."""
    if not is_of_a_file(route):
        return ("",)
    return tuple(each for each in RELATIONS if role in ONLY_SOME.get(each, ROLES))


def cells(role: str) -> Iterator[Cell]:
    """Give every cell of a role."""
    for route in walked():
        for method in METHODS:
            for relation in relations_of(route, role):
                yield Cell(route, method, role, relation)


def may(cell: Cell) -> bool:
    """Say by the declarations whether a page opens."""
    role = ROLES[cell.role]
    permission = cell.route.declared.permission
    if permission not in role.permissions:
        return False
    if cell.relation in ("other_office", "restricted", "conflict"):
        return False
    if cell.route.declared.relation is Relation.MINE and cell.relation:
        return cell.relation in ("own", "cover")
    if cell.relation in ("own", "cover", "emergency", ""):
        return True
    return role.sees_whole_office and Permission.FIND_PERSON in role.permissions


def written(route: Route, role: str) -> str:
    """Return a cell of the page: the relations by which a role opens a route."""
    open_by = [
        relation
        for relation in relations_of(route, role)
        if may(Cell(route, "GET", role, relation))
    ]
    if open_by == [""]:
        return "yes"
    return "".join(LETTERS[each] for each in open_by) or "·"


def table() -> str:
    """Return the whole page, a line for each route."""
    lines = [
        "| page | address | permission | data | use | " + " | ".join(map(_called, ROLES)) + " |",
        "|---|---|---|---|---|" + "---|" * len(ROLES),
    ]
    for route in walked():
        said = route.declared
        row = [route.name, f"`{route.address}`", said.permission, said.data_class, said.use]
        row += [written(route, role) for role in ROLES]
        lines.append("| " + " | ".join(map(str, row)) + " |")
    return HEAD + "\n".join(lines) + "\n"


def _called(role: str) -> str:
    return role.replace("_", " ").lower()

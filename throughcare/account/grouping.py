"""The account of a case by order and condition, what the person and what the office owe apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.account.known import ShownKnowing, shown_knowing
from throughcare.account.shown import ShownLine, shown_line
from throughcare.kernel.accounting.computing import Account
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.lines import Line
from throughcare.kernel.obligations.facts import Evidence
from throughcare.kernel.obligations.words import OwedBy


@dataclass(frozen=True)
class OrderHead:
    """An order as a heading: what it is called, and its days in words."""

    id: str
    name: str
    days: str


@dataclass(frozen=True)
class ConditionHead:
    """A condition as a heading: its number and plain title, the court's words, the order."""

    id: str
    order: str
    number: int
    title: str
    words: str = ""
    language: str = ""
    to_confirm: bool = False

    @property
    def full_title(self) -> str:
        """The number the court gave it, and what it asks."""
        return f"{self.number}. {self.title}"


@dataclass(frozen=True)
class Heads:
    """The orders and conditions of a case, in the order they are shown."""

    orders: Sequence[OrderHead] = ()
    conditions: Sequence[ConditionHead] = ()


@dataclass(frozen=True)
class ShownPart:
    """A condition, or what stands under no condition, with its obligations in two lists."""

    head: ConditionHead | None
    known: ShownKnowing | None
    person: Sequence[ShownLine]
    office: Sequence[ShownLine]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is shown."""
        return not (self.head or self.person or self.office)


@dataclass(frozen=True)
class ShownGroup:
    """An order with its conditions, the directions, or the standards."""

    title: Any
    note: str
    parts: Sequence[ShownPart]


Keep = Callable[[Line], bool]
OTHERS: dict[str, Any] = {
    "direction": pgettext_lazy("given to the person", "Directions"),
    "standard": _("Standards of supervision"),
    "condition": _("Conditions no longer in force"),
}
ELSE = _("Other")


@dataclass(frozen=True)
class Show:
    """What a page shows of an account: which lines, and which conditions without any."""

    words: Any
    line: Keep
    condition: Callable[[ShownKnowing], bool]


SHOWS = {
    "all": Show(pgettext_lazy("obligations", "All"), lambda line: True, lambda known: True),
    "nothing": Show(
        _("Nothing on file"),
        lambda line: line.ending is Ending.NOTHING_ON_FILE,
        lambda known: known.mark != "",
    ),
    "person": Show(
        _("Owed by the person"),
        lambda line: line.obligation.owed_by is OwedBy.PERSON,
        lambda known: False,
    ),
    "office": Show(
        _("Due from us"),
        lambda line: line.obligation.owed_by is OwedBy.OFFICE,
        lambda known: False,
    ),
}


def grouped(
    account: Account, heads: Heads, evidence: Iterable[Evidence], show: Show
) -> list[ShownGroup]:
    """Return what is shown of an account, by order and condition; no group is empty."""
    pieces = {(each.id, each.kind): each for each in evidence}
    lines: dict[str, list[ShownLine]] = {}
    for line in account.lines:
        if show.line(line):
            shown = shown_line(line, pieces, account.on)
            lines.setdefault(line.requirement.id, []).append(shown)
    found = [_order(order, heads, account, lines, show) for order in heads.orders]
    found += _others(lines)
    return [each for each in found if each.parts]


def _order(
    order: OrderHead,
    heads: Heads,
    account: Account,
    lines: dict[str, list[ShownLine]],
    show: Show,
) -> ShownGroup:
    """Return an order: what it asks itself, then its conditions in the court's order."""
    known = {each.condition.id: each for each in account.conditions}
    own = [name for name in lines if name.startswith(f"condition:{order.id}:")]
    mine = [each for each in heads.conditions if each.order == order.id and each.id in known]
    parts = [_part(None, None, _taken(lines, own))]
    for head in mine:
        line = known[head.id]
        knowing = shown_knowing(line)
        taken = _taken(lines, line.condition.requirements)
        if taken or show.condition(knowing):
            parts.append(_part(head, knowing, taken))
    return ShownGroup(order.name, order.days, [each for each in parts if not each.is_empty])


def _others(lines: Mapping[str, list[ShownLine]]) -> list[ShownGroup]:
    """Return what stands under no order: directions, standards, conditions of the past."""
    kinds: dict[str, list[ShownLine]] = {}
    for name, mine in lines.items():
        kind = name.partition(":")[0]
        kinds.setdefault(kind if kind in OTHERS else "", []).extend(mine)
    return [
        ShownGroup(OTHERS.get(kind, ELSE), "", [_part(None, None, kinds[kind])])
        for kind in (*OTHERS, "")
        if kind in kinds
    ]


def _taken(lines: dict[str, list[ShownLine]], names: Iterable[str]) -> list[ShownLine]:
    """Take out the lines of some requirements: each is shown once."""
    return [line for name in sorted(names) for line in lines.pop(name, ())]


def _part(
    head: ConditionHead | None, known: ShownKnowing | None, lines: Sequence[ShownLine]
) -> ShownPart:
    ordered = sorted(lines, key=lambda each: (each.opens_on, each.anchor))
    return ShownPart(
        head,
        known,
        [each for each in ordered if each.owed_by is OwedBy.PERSON],
        [each for each in ordered if each.owed_by is OwedBy.OFFICE],
    )

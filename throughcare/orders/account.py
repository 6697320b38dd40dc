"""What orders and directions ask for, and what is known of them: for the account to gather."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from throughcare import clock
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.orders.balances import balance_of, since_brought_in
from throughcare.orders.models import DirectionKind
from throughcare.orders.ordered import asked_by_condition, asked_by_order
from throughcare.orders.queries.conditions import (
    StandingCondition,
    conditions_of,
    whole_orders_of,
)
from throughcare.orders.queries.terms import OrderTerm
from throughcare.record.reading import read_once, reading_once
from throughcare.record.rows import rows_of

ONE_DAY = timedelta(days=1)
STOPPED = "STOPPED_CLOCK"


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return what the conditions of each file's orders and its directions ask for. Two queries.

    A condition asks for nothing before an officer has confirmed it: the order itself then waits.
    """
    with reading_once():
        orders, conditions = whole_orders_of(cases, on), conditions_of(cases, on)
        directions = _directions(cases, on)
    return {
        case: [
            *_asked_by_orders(orders[case], conditions[case]),
            *(_asked_by(each) for each in directions[case] if not _fell_away(each)),
        ]
        for case in cases
    }


def _asked_by_orders(
    orders: Iterable[OrderTerm], conditions: Sequence[StandingCondition]
) -> Iterator[Requirement]:
    for each in orders:
        own = [one for one in conditions if one.order_id == each.order.pk]
        asks = chain(asked_by_order(each), *map(asked_by_condition, own))
        yield from since_brought_in(asks, each.order.balance_on)


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return what each file shows: orders explained, clocks stopped, directions given and met.

    Two queries.
    """
    orders, directions = whole_orders_of(cases, on), _directions(cases, on)
    gathered = {case: _Gathered() for case in cases}
    for case, known in gathered.items():
        for each in orders[case]:
            known.order(each)
        for given in directions[case]:
            known.direction(given)
    return {case: known.facts() for case, known in gathered.items()}


class Given(NamedTuple):
    """What the account needs of a direction. There are thousands in a caseload: rows, not models.

    Ids are texts, which the database writes much faster than this program does. The order is that
    of `GIVEN`.
    """

    id: str
    case: str
    condition: str | None
    kind: str
    due_on: date
    met_on: date | None
    proof: str | None
    acknowledged: bool
    withdrawn_at: datetime | None
    replaced_at: datetime | None
    given_on: date


GIVEN = """
SELECT d.id::text, d.case_id::text, d.condition_id::text, d.kind, d.due_on, d.met_on,
    d.proof_id::text, d.acknowledged_at IS NOT NULL, d.withdrawn_at, later.given_at,
    (d.given_at AT TIME ZONE %(zone)s)::date AS given_on
FROM orders_direction AS d LEFT JOIN orders_direction AS later ON later.id = d.replaced_by_id
WHERE d.case_id = ANY(%(cases)s) AND (d.given_at AT TIME ZONE %(zone)s)::date <= %(on)s
ORDER BY d.given_at
"""


class _Gathered:
    """The facts of one file while they are gathered."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []
        self.events: list[Event] = []
        self.pauses: list[Pause] = []

    def order(self, each: OrderTerm) -> None:
        order: Any = each.order
        for span in each.term.account.stopped:
            self.pauses.append(Pause(STOPPED, Period(span.starts_on, span.ends_before)))
        for said in order.said:
            strength = Strength.DOCUMENT if said["receipt"] else Strength.OBSERVED
            on, name = date.fromisoformat(said["on"]), f"explained:{said['id']}"
            self.evidence += _both(name, "EXPLAINED", str(order.pk), on, strength)
        self.evidence += balance_of(order)
        self.events += [Event(each.kind, each.on) for each in balance_of(order)]
        if order.confirmed_at:
            day = clock.day_of(order.confirmed_at)
            name, kind = f"confirmed:{order.pk}", f"ORDER_CONFIRMED@{order.pk}"
            self.evidence.append(Evidence(name, kind, day, Strength.OBSERVED))

    def direction(self, each: Given) -> None:
        given, name = each.given_on, f"direction:{each.id}"
        strength = Strength.OBSERVED if each.acknowledged else Strength.DOCUMENT
        about = each.condition or each.case
        self.evidence += _both(name, "DIRECTED", about, given, strength)
        if each.kind == DirectionKind.REPORT:
            self.evidence.append(Evidence(name, "DIRECTED_REPORT", given, strength))
        kinds = ("DIRECTED", f"DIRECTED@{about}")
        self.events += [Event(kind, given, each.due_on + ONE_DAY) for kind in kinds]
        if each.met_on:
            shown = Strength.DOCUMENT if each.proof else Strength.SELF_REPORT
            self.evidence += _both(f"{name}:met", "DIRECTION_MET", each.id, each.met_on, shown)

    def facts(self) -> Facts:
        return Facts(tuple(self.evidence), tuple(self.events), tuple(self.pauses))


def _both(name: str, kind: str, about: str, on: date, strength: Strength) -> list[Evidence]:
    """Return evidence under its plain kind and under the narrow one that says what it is about."""
    return [Evidence(name, each, on, strength) for each in (kind, f"{kind}@{about}")]


@read_once
def _directions(cases: Collection[UUID], on: date) -> dict[UUID, list[Given]]:
    """Return the directions of each file given by a day, with what replaced them. One query."""
    found: dict[str, list[Given]] = {str(case): [] for case in cases}
    for each in map(Given._make, rows_of(GIVEN, cases=list(cases), on=on, zone=clock.EASTERN)):
        found[each.case].append(each)
    return {case: found[str(case)] for case in cases}


def _fell_away(direction: Given) -> bool:
    """Say whether a direction was taken back or replaced before its day: nothing was missed."""
    ends = [end for end in (direction.withdrawn_at, direction.replaced_at) if end is not None]
    return bool(ends) and clock.day_of(min(ends)) <= direction.due_on


def _asked_by(direction: Given) -> Requirement:
    """Return what a direction asks: to report on its day, anything else by its day."""
    reports = direction.kind == DirectionKind.REPORT
    opens_on = direction.due_on if reports else direction.given_on
    narrow = {f"DIRECTION_MET@{direction.id}"}
    return Requirement(
        id=f"direction:{direction.id}",
        what=direction.kind,
        owed_by=OwedBy.PERSON,
        cadence=Once(opens_on, direction.due_on + ONE_DAY),
        closed_by=frozenset(narrow | {"REPORTED"} if reports else narrow),
        authority="",
        in_force=Period(opens_on),
    )

"""What orders and directions ask for, and what is known of them: for the account to gather."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from throughcare import clock
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.orders.balances import balance_of, since_brought_in
from throughcare.orders.models import ConditionCode, Direction, DirectionKind, Explained
from throughcare.orders.ordered import asked_by_condition, asked_by_order
from throughcare.orders.queries.conditions import conditions_from, terms_with_conditions
from throughcare.orders.queries.terms import OrderTerm, orders_of, terms_among

ONE_DAY = timedelta(days=1)
STOPPED = "STOPPED_CLOCK"
SERVICE = "COMMUNITY_SERVICE"


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return what the conditions of each file's orders and its directions ask for. Two queries.

    A condition asks for nothing before an officer has confirmed it: the order itself then waits.
    """
    found: dict[UUID, list[Requirement]] = {case: [] for case in cases}
    for each in terms_with_conditions(cases, on):
        asked = [asked_by_condition(one) for one in conditions_from(each.order, each.term)]
        asks = chain(asked_by_order(each), *asked)
        found[each.order.case_id] += since_brought_in(asks, each.order.balance_on)
    for direction in _directions(cases, on):
        if not _fell_away(direction):
            found[direction.case_id].append(_asked_by(direction))
    return found


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return what each file shows: orders explained, clocks stopped, directions given and met.

    Two queries.
    """
    gathered = {case: _Gathered() for case in cases}
    for each in terms_among(_explained(cases, on)):
        gathered[each.order.case_id].order(each)
    for direction in _directions(cases, on):
        gathered[direction.case_id].direction(direction)
    return {case: known.facts() for case, known in gathered.items()}


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

    def direction(self, each: Direction) -> None:
        given, name = clock.day_of(each.given_at), f"direction:{each.pk}"
        strength = Strength.OBSERVED if each.acknowledged_at else Strength.DOCUMENT
        about = str(each.condition_id or each.case_id)
        self.evidence += _both(name, "DIRECTED", about, given, strength)
        if each.kind == DirectionKind.REPORT:
            self.evidence.append(Evidence(name, "DIRECTED_REPORT", given, strength))
        for kind in ("DIRECTED", f"DIRECTED@{about}"):
            self.events.append(Event(kind, given, each.due_on + ONE_DAY))
        if each.met_on:
            shown = Strength.DOCUMENT if each.proof_id else Strength.SELF_REPORT
            self.evidence += _both(f"{name}:met", "DIRECTION_MET", str(each.pk), each.met_on, shown)

    def facts(self) -> Facts:
        return Facts(tuple(self.evidence), tuple(self.events), tuple(self.pauses))


def _both(name: str, kind: str, about: str, on: date, strength: Strength) -> list[Evidence]:
    """Return evidence under its plain kind and under the narrow one that says what it is about."""
    return [Evidence(name, each, on, strength) for each in (kind, f"{kind}@{about}")]


def _explained(cases: Collection[UUID], on: date) -> Any:
    """Return the orders made by a day with their events and explanations. One query."""
    told = Explained.objects.filter(order=OuterRef("pk"), given_on__lte=on).order_by("given_on")
    said = JSONObject(id="id", on="given_on", receipt="receipt_signed")
    orders = orders_of(cases).filter(made_on__lte=on)
    serving = ConditionCode.objects.filter(condition__order=OuterRef("pk"), code=SERVICE)
    return orders.annotate(
        said=ArraySubquery(told.values(out=said)),
        serving=ArraySubquery(serving.order_by("condition").values("condition")),
    )


def _directions(cases: Collection[UUID], on: date) -> list[Direction]:
    """Return the directions of files given by a day, with what replaced them. One query."""
    known = Direction.objects.filter(case__in=cases).select_related("replaced_by")
    return [each for each in known.order_by("given_at") if clock.day_of(each.given_at) <= on]


def _fell_away(direction: Direction) -> bool:
    """Say whether a direction was taken back or replaced before its day: nothing was missed."""
    successor = direction.replaced_by
    replaced_at = successor.given_at if successor else None
    ends: list[datetime | None] = [direction.withdrawn_at, replaced_at]
    return any(end is not None and clock.day_of(end) <= direction.due_on for end in ends)


def _asked_by(direction: Direction) -> Requirement:
    """Return what a direction asks: to report on its day, anything else by its day."""
    given = clock.day_of(direction.given_at)
    reports = direction.kind == DirectionKind.REPORT
    opens_on = direction.due_on if reports else given
    narrow = {f"DIRECTION_MET@{direction.pk}"}
    return Requirement(
        id=f"direction:{direction.pk}",
        what=direction.kind,
        owed_by=OwedBy.PERSON,
        cadence=Once(opens_on, direction.due_on + ONE_DAY),
        closed_by=frozenset(narrow | {"REPORTED"} if reports else narrow),
        authority="",
        in_force=Period(opens_on),
    )

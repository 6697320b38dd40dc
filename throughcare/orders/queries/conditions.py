"""Conditions with the days on which they bind, and what they are taken to mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.term import Term
from throughcare.orders.models import (
    Condition,
    ConditionCode,
    ConditionStanding,
    Explained,
    Order,
)
from throughcare.orders.queries.terms import OrderTerm, orders_of, terms_among
from throughcare.record.composed import composed_once
from throughcare.record.reading import read_once

SERVICE = "COMMUNITY_SERVICE"


@dataclass(frozen=True)
class StandingCode:
    """A code of the library with its parameters, as a condition is taken to mean it."""

    code: str
    parameters: Mapping[str, Any]
    unsure: bool
    confirmed: bool
    why: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class StandingCondition:
    """One condition of an order: the court's words, their meaning, and from when to when.

    `in_force` is None while the days of its order are unknown. `standing` says whether a person
    has confirmed what it means; until then nothing is owed under it.
    """

    id: UUID
    order: Order
    number: int
    words: str
    standing: str
    doubt: str
    codes: tuple[StandingCode, ...]
    term: Term
    in_force: Period | None

    @property
    def order_id(self) -> UUID:
        return self.order.pk

    @property
    def case_id(self) -> UUID:
        return self.order.case_id

    @property
    def instrument(self) -> str:
        return self.order.instrument

    @property
    def made_on(self) -> date:
        return self.order.made_on

    @property
    def confirmed(self) -> bool:
        """Say whether a person has confirmed what it means."""
        return self.standing == ConditionStanding.CONFIRMED

    @property
    def provisional(self) -> bool:
        """Say whether it still waits for an officer."""
        return self.standing in (ConditionStanding.PROPOSED, ConditionStanding.PROVISIONAL)

    def binds(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.in_force is not None and self.in_force.holds(on)


def conditions_in_force(cases: Collection[UUID], on: date) -> dict[UUID, list[StandingCondition]]:
    """Return the conditions of each file that bind on a day, in the court's order.

    Those not confirmed yet are among them and say so. One query.
    """
    found = conditions_of(cases, on)
    return {case: [each for each in known if each.binds(on)] for case, known in found.items()}


@read_once
def conditions_of(cases: Collection[UUID], on: date) -> dict[UUID, list[StandingCondition]]:
    """Return every condition of each file's orders made by a day, past ones too. One query.

    What a person took off as no condition at all is left out.
    """
    found: dict[UUID, list[StandingCondition]] = {case: [] for case in cases}
    for case, terms in whole_orders_of(cases, on).items():
        for each in terms:
            found[case] += conditions_from(each.order, each.term)
    return found


@read_once
def whole_orders_of(cases: Collection[UUID], on: date) -> dict[UUID, list[OrderTerm]]:
    """Return the orders of each file made by a day with all that they bring along. One query.

    That is: events, conditions, what was explained by the day, and where hours are served.
    """
    found: dict[UUID, list[OrderTerm]] = {case: [] for case in cases}
    for each in terms_among(_whole_orders(list(cases), on)):
        found[each.order.case_id].append(each)
    return found


@composed_once
def _whole_orders(cases: Collection[UUID], on: date) -> QuerySet[Order]:
    told = Explained.objects.filter(order=OuterRef("pk"), given_on__lte=on).order_by("given_on")
    said = JSONObject(id="id", on="given_on", receipt="receipt_signed")
    serving = ConditionCode.objects.filter(condition__order=OuterRef("pk"), code=SERVICE)
    return with_conditions(orders_of(cases, on)).annotate(
        said=ArraySubquery(told.values(out=said)),
        serving=ArraySubquery(serving.order_by("condition").values("condition")),
    )


def with_conditions(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Return orders that bring their conditions and codes along in the same query."""
    codes = ConditionCode.objects.filter(condition=OuterRef("pk")).order_by("id")
    names = {name: name for name in ("code", "parameters", "unsure", "why")}
    code = JSONObject(confirmed="confirmed_by", **names)
    conditions = (
        Condition.objects.filter(order=OuterRef("pk"))
        .exclude(standing=ConditionStanding.WITHDRAWN)
        .order_by("number", "id")
    )
    columns = ("id", "number", "words", "standing", "doubt", "starts_on", "ends_before")
    said: Any = {name: name for name in columns}
    said["codes"] = ArraySubquery(codes.values(said=code))
    return orders.annotate(asked=ArraySubquery(conditions.values(said=JSONObject(**said))))


def conditions_from(order: Any, term: Term) -> list[StandingCondition]:
    """Return the conditions that an order brought along, in the court's order."""
    return [
        StandingCondition(
            id=UUID(said["id"]),
            order=order,
            number=said["number"],
            words=said["words"],
            standing=said["standing"],
            doubt=said["doubt"],
            codes=tuple(_code(each) for each in said["codes"]),
            term=term,
            in_force=_in_force(term, _day(said["starts_on"]), _day(said["ends_before"])),
        )
        for said in order.asked
    ]


def _code(said: Mapping[str, Any]) -> StandingCode:
    confirmed = said["confirmed"] is not None
    return StandingCode(said["code"], said["parameters"], said["unsure"], confirmed, said["why"])


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _in_force(term: Term, starts_on: date | None, ends_before: date | None) -> Period | None:
    """Return the days of a version: those of its order, cut where a variation began or ended it."""
    if term.starts_on is None:
        return None
    first = max(term.starts_on, starts_on or term.starts_on)
    ends = [day for day in (term.ends_before, ends_before) if day is not None]
    before = min(ends, default=None)
    return None if before is not None and before <= first else Period(first, before)

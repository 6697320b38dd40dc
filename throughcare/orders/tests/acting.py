"""Every act on orders, ready to be done on one file: for tests that hold for all of them."""

from datetime import date
from typing import Any

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.orders.commands import (
    asking,
    confirming,
    directing,
    events,
    explaining,
    intake,
    protecting,
    varying,
)
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import Order
from throughcare.orders.tests.factories import a_direction, an_order, condition_of, made
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember

DAY = date(2026, 11, 2)


class Acting:
    """A file with an order, a direction, a query and a variation, and every act on them."""

    def __init__(self, case: Case, by: StaffMember) -> None:
        self.case, self.by = case, by
        self.order: Order = an_order(case, by)
        self.direction = a_direction(case, by)
        self.query = asking.ask_query(
            id=new_id(), order=self.order, to="CROWN", words="Which shop?", by=by
        )
        self.variation = varying.ask_variation(**self._variation(new_id()))
        self.event = events.record_event(
            id=new_id(), order=self.order, kind="VARIED", on=DAY, by=by
        )

    @property
    def condition(self) -> Any:
        return condition_of(self.order, 1)

    def _variation(self, id: Any) -> dict[str, Any]:
        return {
            "id": id,
            "order": self.order,
            "asked_by": "PERSON",
            "asked_on": DAY,
            "words": "Night shifts",
            "parts": [{"before": self.condition}],
            "by": self.by,
        }

    def receive_order(self) -> Any:
        other = made(information_number="26-0999")
        return intake.receive_order(
            id=new_id(), case=self.case, made=other, conditions=[], by=self.by
        )

    def confirm_order(self) -> Any:
        return confirming.confirm_order(order=self.order, by=self.by)

    def confirm_condition(self) -> Any:
        return confirming.confirm_condition(condition=self.condition, by=self.by)

    def change_condition(self) -> Any:
        codes = [CodeMade("CURFEW")]
        return confirming.change_condition(
            condition=self.condition, codes=codes, by=self.by, reason="Read again"
        )

    def mark_unclear(self) -> Any:
        return confirming.mark_unclear(condition=self.condition, doubt="Which?", by=self.by)

    def withdraw_condition(self) -> Any:
        return confirming.withdraw_condition(condition=self.condition, reason="Recited", by=self.by)

    def add_condition(self) -> Any:
        return confirming.add_condition(
            id=new_id(), order=self.order, made=ConditionMade(3, "Attend."), by=self.by
        )

    def record_event(self) -> Any:
        return events.record_event(
            id=new_id(), order=self.order, kind="ENDED", on=DAY, by=self.by, words="Early"
        )

    def take_event_back(self) -> Any:
        return events.take_event_back(id=new_id(), event=self.event, reason="Twice", by=self.by)

    def give_direction(self) -> Any:
        return a_direction(self.case, self.by, kind="BRING")

    def acknowledge_direction(self) -> Any:
        return directing.acknowledge_direction(direction=self.direction, by=self.by)

    def record_direction_met(self) -> Any:
        today = clock.today()
        return directing.record_direction_met(direction=self.direction, on=today, by=self.by)

    def withdraw_direction(self) -> Any:
        return directing.withdraw_direction(direction=self.direction, reason="Moved", by=self.by)

    def explain_order(self) -> Any:
        return explaining.explain_order(
            id=new_id(), order=self.order, given_on=DAY, language="en", by=self.by
        )

    def ask_query(self) -> Any:
        return asking.ask_query(
            id=new_id(), order=self.order, to="COURT_OFFICE", words="Page 2?", by=self.by
        )

    def record_answer(self) -> Any:
        return asking.record_answer(query=self.query, answer="The first.", by=self.by)

    def ask_variation(self) -> Any:
        return varying.ask_variation(**self._variation(new_id()))

    def grant_variation(self) -> Any:
        return varying.grant_variation(
            variation=self.variation, decided_on=DAY, takes_effect_on=DAY, by=self.by
        )

    def end_variation(self) -> Any:
        return varying.end_variation(
            variation=self.variation, outcome="REFUSED", decided_on=DAY, by=self.by
        )

    def name_protected(self) -> Any:
        return protecting.name_protected(id=new_id(), order=self.order, names=["R. S."], by=self.by)


ACTS = {
    "receive_order": "orders.received",
    "confirm_order": "orders.confirmed",
    "confirm_condition": "orders.condition_confirmed",
    "change_condition": "orders.condition_changed",
    "mark_unclear": "orders.condition_unclear",
    "withdraw_condition": "orders.condition_withdrawn",
    "add_condition": "orders.condition_added",
    "record_event": "orders.event_recorded",
    "take_event_back": "orders.event_corrected",
    "give_direction": "orders.direction_given",
    "acknowledge_direction": "orders.direction_acknowledged",
    "record_direction_met": "orders.direction_met",
    "withdraw_direction": "orders.direction_withdrawn",
    "explain_order": "orders.explained",
    "ask_query": "orders.query_asked",
    "record_answer": "orders.query_answered",
    "ask_variation": "orders.variation_asked",
    "grant_variation": "orders.variation_decided",
    "end_variation": "orders.variation_decided",
    "name_protected": "orders.protected_named",
}

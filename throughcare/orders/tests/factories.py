"""Orders for tests. Every sentence in them is invented."""

from datetime import date, timedelta
from typing import Any

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.commands import confirming, directing, intake
from throughcare.orders.making import CodeMade, ConditionMade, OrderMade
from throughcare.orders.models import Condition, Direction, Order
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember

PEACE = ConditionMade(1, "Keep the peace and be of good behaviour.", (CodeMade("KPGB"),))
SERVICE = ConditionMade(
    2,
    "Complete 60 hours of unpaid work within 9 months.",
    (CodeMade("COMMUNITY_SERVICE", {"hours": 60, "months": 9}),),
)
MADE_ON = date(2026, 9, 8)


def made(**said: Any) -> OrderMade:
    """Return a year of probation made on September 8, 2026 at an invented court."""
    usual: dict[str, Any] = {
        "instrument": "PROBATION",
        "court": "Ontario Court of Justice, Sudbury",
        "information_number": "26-0417",
        "made_on": MADE_ON,
        "received_on": said.get("made_on", MADE_ON),
        "length": Length(months=12),
    }
    return OrderMade(**usual | said)


def an_order(
    case: Case,
    by: StaffMember,
    *,
    conditions: tuple[ConditionMade, ...] = (PEACE, SERVICE),
    confirmed: bool = False,
    **said: Any,
) -> Order:
    """Return an order taken in by someone, confirmed by them where that is asked for."""
    order = intake.receive_order(
        id=new_id(), case=case, made=made(**said), conditions=conditions, by=by
    )
    return confirming.confirm_order(order=order, by=by) if confirmed else order


def condition_of(order: Order, number: int) -> Condition:
    """Return the condition of a number."""
    return order.conditions.get(number=number)


def a_direction(case: Case, by: StaffMember, **said: Any) -> Direction:
    """Return a direction to report a week from today, given in person."""
    usual = {
        "kind": "REPORT",
        "how_given": "IN_PERSON",
        "due_on": clock.today() + timedelta(days=7),
    }
    return directing.give_direction(id=new_id(), case=case, by=by, **usual | said)

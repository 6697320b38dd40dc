"""The orders and conditions of a case as headings, in the language of the page."""

from datetime import date
from uuid import UUID

from throughcare.account.grouping import ConditionHead, Heads, OrderHead
from throughcare.account.law import label_of
from throughcare.account.naming import condition_title
from throughcare.orders.file_part import span_of
from throughcare.orders.queries.conditions import StandingCondition, conditions_of
from throughcare.orders.queries.terms import OrderTerm, terms_of


def heads_of(case: UUID, on: date) -> Heads:
    """Return the headings of a case's orders and conditions made by a day. Two queries."""
    orders = [_order(each, on) for each in terms_of([case], on)[case]]
    conditions = [_condition(each) for each in conditions_of([case], on)[case]]
    return Heads(orders, conditions)


def _order(each: OrderTerm, on: date) -> OrderHead:
    order = each.order
    where = ", ".join(part for part in (order.court, order.information_number) if part)
    name = f"{label_of(order.instrument)} ({where})" if where else label_of(order.instrument)
    return OrderHead(str(order.pk), name, span_of(each, on))


def _condition(each: StandingCondition) -> ConditionHead:
    return ConditionHead(
        id=str(each.id),
        order=str(each.order_id),
        number=each.number,
        title=condition_title(each.codes, each.made_on),
        words=each.words,
        language=each.order.language,
        to_confirm=not each.confirmed,
    )

"""What is asked of orders: terms, conditions in force, the register, what waits."""

from throughcare.orders.queries.conditions import (
    StandingCode,
    StandingCondition,
    conditions_in_force,
    conditions_of,
    whole_orders_of,
)
from throughcare.orders.queries.terms import OrderTerm, terms_of

__all__ = [
    "OrderTerm",
    "StandingCode",
    "StandingCondition",
    "conditions_in_force",
    "conditions_of",
    "terms_of",
    "whole_orders_of",
]

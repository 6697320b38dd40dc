"""Orders and their events, conditions, variations, directions, and what waits at the counter."""

from throughcare.orders.models.condition import (
    Condition,
    ConditionCode,
    ConditionStanding,
    Correction,
    ProtectedPerson,
)
from throughcare.orders.models.direction import Direction, DirectionKind, HowGiven
from throughcare.orders.models.expected import Ending, Expected
from throughcare.orders.models.explained import Explained, TaughtBack
from throughcare.orders.models.order import EventKind, Order, OrderEvent
from throughcare.orders.models.paper import HeldKind, Paper, PaperStanding
from throughcare.orders.models.query import AskedOf, Query
from throughcare.orders.models.variation import AskedBy, Variation, VariationOutcome, VariationPart

__all__ = [
    "AskedBy",
    "AskedOf",
    "Condition",
    "ConditionCode",
    "ConditionStanding",
    "Correction",
    "Direction",
    "DirectionKind",
    "Ending",
    "EventKind",
    "Expected",
    "Explained",
    "HeldKind",
    "HowGiven",
    "Order",
    "OrderEvent",
    "Paper",
    "PaperStanding",
    "ProtectedPerson",
    "Query",
    "TaughtBack",
    "Variation",
    "VariationOutcome",
    "VariationPart",
]

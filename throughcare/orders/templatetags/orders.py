"""A condition in a line: its name, its mark, its word, its own days."""

from collections.abc import Sequence

from django import template

from throughcare.orders.changes import Change, change_of
from throughcare.orders.events_told import ToldEvents, told_events
from throughcare.orders.models import ConditionStanding, OrderEvent, Variation
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.orders.rows import MARKS, span_of_condition, title_of

register = template.Library()


@register.filter
def condition_title(condition: StandingCondition) -> str:
    """Return the names of what a condition is taken to mean."""
    return title_of(condition)


@register.filter
def condition_mark(condition: StandingCondition) -> str:
    """Return the mark of its standing."""
    return MARKS[ConditionStanding(condition.standing)]


@register.filter
def condition_word(condition: StandingCondition) -> str:
    """Return its standing in a word."""
    return str(ConditionStanding(condition.standing).label)


@register.filter
def condition_span(condition: StandingCondition) -> str:
    """Return its own days where they differ from those of its order."""
    return span_of_condition(condition)


@register.filter
def as_change(variation: Variation) -> Change:
    """Return a change of conditions with what the pack says of it."""
    return change_of(variation)


@register.filter
def as_told(events: Sequence[OrderEvent]) -> ToldEvents:
    """Return what was done to an order as lines."""
    return told_events(events)

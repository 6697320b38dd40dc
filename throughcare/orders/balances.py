"""What a file that was brought in owes and shows: nothing before that day is red."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from throughcare.kernel.obligations.facts import Evidence, Period
from throughcare.kernel.obligations.requirements import Hours, Once, Requirement
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.models import Order

CONTACT = ("REPORTED", "SEEN_OFFICE")


def since_brought_in(asked: Iterable[Requirement], balance_on: date | None) -> list[Requirement]:
    """Return what is asked from the day a file was brought in on; what ended before is left out."""
    if balance_on is None:
        return list(asked)
    return [_since(each, balance_on) for each in asked if not _ended(each, balance_on)]


def balance_of(order: Order) -> list[Evidence]:
    """Return what was done before the file was brought in, as the file that came said it."""
    day, said = order.balance_on, order.balance
    if day is None:
        return []
    found: list[Evidence] = []
    if hours := said.get("hours_done"):
        amount = Fraction(str(hours))
        serving: list[Any] = getattr(order, "serving", [])[:1]
        kinds = ["HOURS_WORKED", *(f"HOURS_WORKED@{each}" for each in serving)]
        found += [
            Evidence(f"balance:{order.pk}", kind, day, Strength.DOCUMENT, amount) for kind in kinds
        ]
    if contact := said.get("last_contact_on"):
        on = date.fromisoformat(contact)
        found += [Evidence(f"balance:{order.pk}", kind, on, Strength.DOCUMENT) for kind in CONTACT]
    return found


def _ended(each: Requirement, day: date) -> bool:
    cadence = each.cadence
    return isinstance(cadence, Once | Hours) and cadence.due_before <= day


def _since(each: Requirement, day: date) -> Requirement:
    """Return a requirement whose windows begin when the file was brought in."""
    if isinstance(each.cadence, Once | Hours):
        return each
    force = each.in_force
    return replace(each, in_force=Period(max(force.starts_on, day), force.ends_before))

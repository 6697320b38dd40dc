"""Conditions as they stand on file, made by hand: for tests that need no database."""

from uuid import UUID

from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.law import the_pack
from throughcare.orders.models import Order
from throughcare.orders.queries.conditions import StandingCode, StandingCondition
from throughcare.orders.queries.terms import made_of
from throughcare.orders.tests.factories import made


def order_of(**said):
    """Return an order that is on no file."""
    return Order(id=UUID(int=7), **made(**said).columns())


def term_of_order(order):
    """Return the days of an order, as the rules have them."""
    return term_of(the_pack().terms, made_of(order))


def stands(code="CURFEW", parameters=None, *, order=None, **said):
    """Return a confirmed condition with one code, in force as long as its order."""
    order = order or order_of()
    term = term_of_order(order)
    usual = {
        "id": UUID(int=1),
        "order": order,
        "number": 1,
        "words": "Words of the court.",
        "standing": "confirmed",
        "doubt": "",
        "codes": (StandingCode(code, parameters or {}, unsure=False, confirmed=True),),
        "term": term,
        "in_force": Period(term.starts_on, term.ends_before) if term.starts_on else None,
    }
    return StandingCondition(**usual | said)

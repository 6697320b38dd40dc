"""Nothing before go-live is red, whatever the library asks of a running order."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.computing import unsettled
from throughcare.kernel.obligations.facts import Event, Facts, Period
from throughcare.kernel.obligations.requirements import After
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.balances import since_brought_in
from throughcare.orders.law import the_pack
from throughcare.orders.making import OrderMade
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import made_of
from throughcare.packs.requirements import OrderedCondition, requirements_of

GO_LIVE = date(2026, 11, 1)
MADE_ON = date(2025, 10, 1)
# Every worked example of the library that states something an order may state.
STATED = [
    pytest.param(rule, example, id=f"{code}-{place}")
    for code in the_pack().condition_codes
    for rule in the_pack().conditions[code]
    for place, example in enumerate(rule.examples)
    if rule.requirements and example.length
]


def asked_by(rule, example):
    """Return what a running order of the example asks, brought in on the day of go-live."""
    made = OrderMade(
        instrument=example.instrument,
        court="Ontario Court of Justice",
        information_number="26-0417",
        made_on=MADE_ON,
        received_on=MADE_ON,
        length=Length(months=30),
    )
    term = term_of(the_pack().terms, made_of(Order(**made.columns())))
    ordered = OrderedCondition(
        id=UUID(int=7),
        code=rule.code,
        parameters=example.stated,
        instrument=example.instrument,
        made_on=MADE_ON,
        term=term,
        in_force=Period(MADE_ON, term.ends_before),
    )
    return since_brought_in(requirements_of(the_pack(), ordered), GO_LIVE)


def events_before(asked):
    """Return everything that could set a clock running, on each of thirty days before go-live."""
    kinds = {each.cadence.event for each in asked if isinstance(each.cadence, After)}
    days = [GO_LIVE - timedelta(days=back) for back in range(1, 31)]
    return Facts((), tuple(Event(kind, day) for kind in kinds for day in days))


@pytest.mark.parametrize(("rule", "example"), STATED)
def test_nothing_that_was_due_before_is_left_open(rule, example):
    asked = asked_by(rule, example)
    found = unsettled(asked, events_before(asked), GO_LIVE)

    assert [each.requirement for each in found if each.due_before <= GO_LIVE] == []


def test_the_library_is_gone_through():
    """The law looks at many conditions, of every instrument that has examples."""
    assert len(STATED) > 60
    assert len({example.values[1].instrument for example in STATED}) >= 3

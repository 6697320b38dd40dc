"""What a court did: the facts on which the law makes days depend are asked where it does."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.orders.models import OrderEvent
from throughcare.orders.queries.register import register_of
from throughcare.orders.tests.factories import an_order
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
EXTENDED = {
    "what": "extended",
    "on": "2 Nov 2026",
    "length": "6 months",
    "words": "Order of 2 Nov",
    "convicted_on": "12 Oct 2026",
    "is_final": "yes",
}


@pytest.fixture
def send(client, officer, case):
    """Record an event on an order of an instrument through the page."""
    signed_in(client, officer)

    def sent(order, said):
        address = reverse("orders:event", args=[case.number, order.pk])
        return client.post(address, {"id": str(new_id())} | said)

    return sent


def flags(case):
    (found,) = register_of(case, TODAY)
    return [flag.code for flag in found.each.term.flags]


def test_an_extension_after_a_final_conviction_raises_no_flag(send, case, officer):
    order = an_order(case, officer)

    assert send(order, EXTENDED).status_code == 302
    assert OrderEvent.objects.get().facts["convicted_on"] == "2026-10-12"
    assert flags(case) == []


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ({"convicted_on": ""}, "TERM_NO_CONVICTION"),
        ({"is_final": "no"}, "TERM_CONVICTION_NOT_FINAL"),
        ({"is_final": ""}, "TERM_CONVICTION_NOT_FINAL"),
        ({"convicted_on": "10 Nov 2026"}, "TERM_CONVICTED_OUTSIDE"),
    ],
)
def test_what_is_missing_is_flagged_and_never_supposed(send, case, officer, said, flag):
    send(an_order(case, officer), EXTENDED | said)

    assert flags(case) == [flag]


@pytest.mark.parametrize(
    ("instrument", "asked"),
    [("PROBATION", True), ("CSO", False), ("PEACE_BOND_810", False)],
)
def test_a_conviction_is_asked_where_the_law_makes_days_depend_on_it(
    client, case, officer, instrument, asked
):
    order = an_order(case, officer, instrument=instrument)
    signed_in(client, officer)
    address = reverse("orders:event", args=[case.number, order.pk])

    assert ('name="convicted_on"' in client.get(f"{address}?what=revoked").text) is asked

"""What a court did: the facts on which the law makes days depend are asked where it does."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.orders.models import OrderEvent
from throughcare.orders.queries.events import open_breach
from throughcare.orders.queries.register import register_of
from throughcare.orders.tests.factories import an_order
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
EXTENDED = {
    "kind": "EXTENDED",
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
    ("instrument", "conviction", "breach"),
    [("PROBATION", True, False), ("CSO", False, True), ("PEACE_BOND_810", False, False)],
)
def test_only_what_the_instrument_needs_is_asked(
    client, case, officer, instrument, conviction, breach
):
    order = an_order(case, officer, instrument=instrument)
    signed_in(client, officer)
    text = client.get(reverse("orders:event", args=[case.number, order.pk])).text

    assert ('name="convicted_on"' in text) is conviction
    assert ('name="outcome"' in text) is breach


@pytest.mark.parametrize("said", [{"determined_on": "today"}, {"outcome": "dismissed"}])
def test_a_decision_of_a_breach_has_its_day_and_its_outcome(send, case, officer, said):
    order = an_order(case, officer, instrument="CSO")
    answer = send(order, {"kind": "BREACH_PROCESS", "on": "2 Nov 2026", "words": "Warrant"} | said)

    assert answer.status_code == 422
    assert "Give the day of the decision and what was decided." in plain(answer.text)


def test_a_breach_that_was_decided_goes_on_from_the_one_that_was_alleged(send, case, officer):
    order = an_order(case, officer, instrument="CSO")
    send(order, {"kind": "BREACH_PROCESS", "on": "2 Nov 2026", "words": "Warrant"})
    decided = {"determined_on": "20 Nov 2026", "outcome": "dismissed"}
    send(order, {"kind": "BREACH_PROCESS", "on": "20 Nov 2026", "words": "Dismissed"} | decided)

    latest = OrderEvent.objects.get(replaces__isnull=False)
    assert latest.happened_on == date(2026, 11, 2)
    assert latest.facts == {
        "warrant_on": "2026-11-02",
        "determined_on": "2026-11-20",
        "outcome": "dismissed",
    }
    assert open_breach(order) is None


def test_a_second_allegation_after_a_decided_one_begins_anew(send, case, officer):
    order = an_order(case, officer, instrument="CSO")
    decided = {"determined_on": "12 Nov 2026", "outcome": "withdrawn"}
    send(order, {"kind": "BREACH_PROCESS", "on": "2 Nov 2026", "words": "First"} | decided)
    send(order, {"kind": "BREACH_PROCESS", "on": "20 Nov 2026", "words": "Second"})

    assert open_breach(order).facts == {"warrant_on": "2026-11-20"}
    assert OrderEvent.objects.count() == 2

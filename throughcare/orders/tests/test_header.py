"""The orders that the header of a file names."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.commands import events
from throughcare.orders.file_part import orders_in_force
from throughcare.orders.tests.factories import an_order
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def named(case, on=TODAY):
    """Return the names and spans, with plain spaces."""
    shown = orders_in_force(case, on)
    return [(each.name, each.span.replace("\u00a0", " ")) for each in shown]


def test_a_confirmed_order_with_its_days(case, officer):
    an_order(case, officer, confirmed=True)

    assert named(case) == [("Probation order", "8 Sep 2026 to 7 Sep 2027")]


def test_a_provisional_one_says_so(case, clerk):
    an_order(case, clerk)

    assert named(case)[0][1] == "8 Sep 2026 to 7 Sep 2027, not yet confirmed"


def test_in_french(case, officer):
    an_order(case, officer, confirmed=True)

    with translation.override("fr"):
        assert named(case)[0][0] == "Ordonnance de probation"


def test_what_is_over_is_not_named(case, officer):
    an_order(case, officer)

    assert named(case, date(2027, 9, 8)) == []


def test_a_stopped_sentence_says_so(case, officer):
    order = an_order(case, officer, confirmed=True, instrument="CSO", length=Length(months=6))
    said = {"order": order, "kind": "IMPRISONED", "on": date(2026, 11, 20), "by": officer}
    events.record_event(id=new_id(), **said)

    assert named(case)[0][1].endswith("clock stopped")


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ({"instrument": "DNA_ORDER", "length": None}, "from 8 Sep 2026, no last day"),
        ({"instrument": "PAROLE", "length": None}, "days not known yet"),
    ],
)
def test_orders_without_a_last_day_or_without_days(case, officer, said, span):
    an_order(case, officer, confirmed=True, **said)

    assert named(case)[0][1] == span

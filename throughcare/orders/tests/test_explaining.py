"""An order given and explained."""

from datetime import date

import pytest

from throughcare.kernel.obligations.words import Strength
from throughcare.orders import account
from throughcare.orders.commands import events, explaining
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def explain(order, by, **said):
    usual = {"given_on": TODAY, "language": "fr"}
    return explaining.explain_order(id=new_id(), order=order, by=by, **usual | said)


def test_each_condition_is_taught_back(case, officer):
    order = an_order(case, officer)
    said = explaining.Said(condition_of(order, 2), False, "Thought it was paid work")

    explained = explain(order, officer, taught_back=[said])

    taught = explained.taught_back.get()
    assert (taught.understood, taught.words) == (False, "Thought it was paid work")
    assert (explained.language, explained.explained_by) == ("fr", officer)


@pytest.mark.parametrize(
    ("signed", "strength"), [(True, Strength.DOCUMENT), (False, Strength.OBSERVED)]
)
def test_the_account_knows_it_was_explained(case, officer, signed, strength):
    order = an_order(case, officer)
    explain(order, officer, receipt_signed=signed)

    known = account.facts([case.pk], TODAY)[case.pk].evidence
    assert [(each.kind, each.strength) for each in known] == [
        ("EXPLAINED", strength),
        (f"EXPLAINED@{order.pk}", strength),
    ]


def test_nothing_is_explained_before_it_is_made(case, officer):
    with pytest.raises(explaining.BeforeTheOrder):
        explain(an_order(case, officer), officer, given_on=date(2026, 9, 7))


def test_the_same_explanation_sent_twice_is_one(case, officer):
    order = an_order(case, officer)
    said = {"id": new_id(), "order": order, "given_on": TODAY, "language": "en", "by": officer}

    assert explaining.explain_order(**said) == explaining.explain_order(**said)


def test_a_stopped_clock_is_a_pause(case, officer):
    order = an_order(case, officer, instrument="CSO")
    events.record_event(
        id=new_id(),
        order=order,
        kind="IMPRISONED",
        on=date(2026, 10, 1),
        facts={"released_on": "2026-10-20"},
        by=officer,
    )

    (pause,) = account.facts([case.pk], TODAY)[case.pk].pauses
    assert (pause.kind, pause.period.starts_on) == ("STOPPED_CLOCK", date(2026, 10, 1))

"""What the orders of a file ask, as the account gathers it."""

from datetime import date

import pytest

from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.orders import account
from throughcare.orders.commands import asking, confirming
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.tests.factories import PEACE, SERVICE, an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
FIRST = ConditionMade(
    3,
    "Report to a probation officer within three days.",
    (CodeMade("REPORT_FIRST", {"report_within": {"n": 3, "unit": "day", "from": "order"}}),),
)


def asked(case, on=TODAY):
    """Return what is asked, by the part of its id after the row's own."""
    found = account.requirements([case.pk], on)[case.pk]
    return {each.id.split(":", 2)[2]: each for each in found}


def test_an_order_not_confirmed_asks_only_to_be_explained(case, clerk):
    order = an_order(case, clerk)

    found = account.requirements([case.pk], TODAY)[case.pk]
    assert {each.id.split(":")[1] for each in found} == {str(order.pk)}
    assert {each.owed_by.value for each in found} == {"office"}


def test_hours_are_owed_once_confirmed(case, officer):
    an_order(case, officer, confirmed=True)

    hours = asked(case)["COMMUNITY_SERVICE:HOURS"].cadence
    assert isinstance(hours, Hours)
    assert (hours.hours, hours.opens_on, hours.due_before) == (
        60,
        date(2026, 9, 8),
        date(2027, 6, 8),
    )


def test_first_reporting_is_owed_by_its_day(case, officer):
    an_order(case, officer, conditions=(PEACE, SERVICE, FIRST), confirmed=True)

    (first,) = [each for key, each in asked(case).items() if key.startswith("REPORT_FIRST")]
    assert isinstance(first.cadence, Once)
    assert first.cadence.due_before == date(2026, 9, 12)
    assert first.owed_by == "person"


def test_what_is_with_the_court_asks_nothing(case, officer):
    order = an_order(case, officer, confirmed=True)
    asking.ask_query(
        id=new_id(),
        order=order,
        condition=condition_of(order, 2),
        to="CROWN",
        words="Sixty or six?",
        by=officer,
    )

    assert not [key for key in asked(case) if key.startswith("COMMUNITY_SERVICE")]


def test_a_changed_reading_changes_what_is_owed(case, officer):
    order = an_order(case, officer, confirmed=True)
    fewer = [CodeMade("COMMUNITY_SERVICE", {"hours": 40, "months": 9})]
    confirming.change_condition(condition=condition_of(order, 2), codes=fewer, by=officer)

    assert asked(case)["COMMUNITY_SERVICE:HOURS"].cadence.hours == 40


def test_a_code_the_library_does_not_know_asks_nothing(case, officer):
    odd = ConditionMade(2, "Bring the moon.", (CodeMade("BRING_THE_MOON"),))
    an_order(case, officer, conditions=(PEACE, odd), confirmed=True)

    assert not [key for key in asked(case) if "MOON" in key]


def test_an_order_of_a_later_day_asks_nothing_yet(case, officer):
    an_order(case, officer, confirmed=True)

    assert asked(case, date(2026, 9, 7)) == {}


def test_a_paper_that_contradicts_asks_nothing(case, officer):
    an_order(case, officer, confirmed=True)
    before = asked(case)
    an_order(case, officer, conditions=(PEACE,))

    assert asked(case) == before


def test_while_the_days_are_unknown_nothing_is_asked(case, officer):
    an_order(case, officer, instrument="PAROLE", length=None, confirmed=True)

    assert asked(case) == {}

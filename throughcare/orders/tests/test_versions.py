"""What the history keeps of an order: every version of every row."""

import pytest
from django.db import connection

from throughcare.orders.commands import confirming
from throughcare.orders.making import CodeMade
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import an_order, condition_of

pytestmark = pytest.mark.django_db


def versions(table, row, column):
    """Return the values of a column in the history of a row, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM history.{table} WHERE id = %s ORDER BY from_seq", [row]
        )
        return [value for (value,) in cursor.fetchall()]


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


def test_a_condition_from_proposed_to_confirmed(case, officer):
    order = an_order(case, officer)
    condition = condition_of(order, 1)
    confirming.mark_unclear(condition=condition, doubt="Which?", by=officer)
    confirming.confirm_condition(condition=condition, by=officer)

    found = versions("orders_condition", condition.pk, "standing")
    assert found == ["proposed", "unclear", "confirmed"]


def test_an_order_from_provisional_to_confirmed(case, officer):
    order = an_order(case, officer, confirmed=True)

    assert versions("orders_order", order.pk, "provisional") == [True, False]


def test_a_code_that_was_replaced_stays_in_the_history(case, officer):
    order = an_order(case, officer)
    condition = condition_of(order, 1)
    before = condition.codes.get()
    confirming.change_condition(condition=condition, codes=[CodeMade("CURFEW")], by=officer)

    assert versions("orders_conditioncode", before.pk, "code") == ["KPGB"]
    assert condition.codes.get().code == "CURFEW"


@pytest.mark.parametrize(
    ("act", "row", "table", "column", "found"),
    [
        ("withdraw_direction", "direction", "direction", "withdrawn_words", ["", "Moved"]),
        ("record_answer", "query", "query", "answer", ["", "The first."]),
        ("end_variation", "variation", "variation", "outcome", ["ASKED", "REFUSED"]),
        ("grant_variation", "variation", "variation", "outcome", ["ASKED", "GRANTED"]),
        ("take_event_back", "event", "orderevent", "kind", ["VARIED"]),
    ],
)
def test_both_versions_are_kept(acting, act, row, table, column, found):
    getattr(acting, act)()

    assert versions(f"orders_{table}", getattr(acting, row).pk, column) == found


def test_the_words_of_the_court_have_one_version(acting):
    condition = acting.condition
    for act in ("mark_unclear", "change_condition", "confirm_order"):
        getattr(acting, act)()

    assert set(versions("orders_condition", condition.pk, "words")) == {condition.words}

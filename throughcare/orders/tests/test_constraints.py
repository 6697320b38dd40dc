"""What the database itself refuses, whatever a program says."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from throughcare import clock
from throughcare.orders.models import (
    Condition,
    ConditionCode,
    Direction,
    Expected,
    Explained,
    Order,
    OrderEvent,
    Paper,
    ProtectedPerson,
    Query,
    TaughtBack,
    Variation,
    VariationPart,
)
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.record.entries import System, entry

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)
NOON = datetime(2026, 11, 2, 17, tzinfo=UTC)


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


def broken(constraint, write):
    """Check that writing breaks a constraint."""
    with pytest.raises(IntegrityError, match=constraint), entry("record.test", by=System()):
        write()


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("order_is_not_received_before_it_is_made", {"received_on": date(2026, 9, 7)}),
        ("stated_last_day_is_not_before_the_order", {"last_day_stated": date(2026, 9, 7)}),
        ("confirmed_order_says_by_whom", {"provisional": False}),
        ("confirmed_order_says_by_whom", {"confirmed_at": NOON}),
        ("confirmed_order_says_by_whom", {"provisional": False, "confirmed_at": NOON}),
    ],
)
def test_an_order(order, constraint, said):
    broken(constraint, lambda: Order.objects.filter(pk=order.pk).update(**said))


def test_a_person_has_one_order_of_a_key(order):
    columns = {each.attname: getattr(order, each.attname) for each in Order._meta.concrete_fields}
    del columns["id"]

    broken("person_has_one_order_of_a_key", lambda: Order.objects.create(**columns))


def test_only_an_event_on_file_is_taken_back(order):
    said = {"order": order, "kind": "TAKEN_BACK", "happened_on": DAY}

    broken("only_an_event_on_file_is_taken_back", lambda: OrderEvent.objects.create(**said))


def test_an_event_is_replaced_once(order):
    def thrice():
        said = {"order": order, "kind": "VARIED", "happened_on": DAY}
        first = OrderEvent.objects.create(**said)
        OrderEvent.objects.create(**said, replaces=first)
        OrderEvent.objects.create(**said, replaces=first)

    broken("order_event_is_replaced_once", thrice)


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("condition_has_the_courts_words", {"words": ""}),
        ("condition_ends_after_it_starts", {"starts_on": DAY, "ends_before": DAY}),
        ("condition_ends_after_it_starts", {"starts_on": NEXT, "ends_before": DAY}),
    ],
)
def test_a_condition(order, constraint, said):
    broken(constraint, lambda: Condition.objects.filter(order=order).update(**said))


def test_a_condition_has_a_code_once(order):
    said = {"condition": condition_of(order, 1), "code": "KPGB"}

    broken("condition_has_a_code_once", lambda: ConditionCode.objects.create(**said))


def test_an_order_names_a_protected_person_once(order):
    def twice():
        ProtectedPerson.objects.create(order=order, named_as="R. S.")
        ProtectedPerson.objects.create(order=order, named_as="R. S.")

    broken("order_names_a_protected_person_once", twice)


@pytest.mark.parametrize(
    "said",
    [{"withdrawn_at": NOON}, {"withdrawn_words": "Moved"}],
)
def test_a_withdrawn_direction_says_why(case, officer, said):
    direction = a_direction(case, officer)
    rows = Direction.objects.filter(pk=direction.pk)

    broken("withdrawn_direction_says_why", lambda: rows.update(**said))


@pytest.mark.parametrize(
    "said",
    [
        {"outcome": "ASKED", "takes_effect_on": DAY},
        {"outcome": "PENDING", "takes_effect_on": DAY},
        {"outcome": "GRANTED"},
        {"outcome": "GRANTED", "decided_on": DAY},
        {"outcome": "REFUSED"},
        {"outcome": "WITHDRAWN"},
    ],
)
def test_a_decided_variation_has_its_day(order, said):
    usual = {"order": order, "asked_by": "OFFICER", "asked_on": DAY, "words": "Work"}

    broken("decided_variation_has_its_day", lambda: Variation.objects.create(**usual | said))


def test_a_part_of_a_variation_changes_something(order):
    def nothing():
        variation = Variation.objects.create(
            order=order, asked_by="OFFICER", asked_on=DAY, words="Work"
        )
        VariationPart.objects.create(variation=variation)

    broken("variation_part_changes_something", nothing)


def test_a_condition_is_taught_back_once_a_time(order, officer):
    def twice():
        explained = Explained.objects.create(
            order=order, given_on=DAY, explained_by=officer, language="en"
        )
        said = {"explained": explained, "condition": condition_of(order, 1), "understood": True}
        TaughtBack.objects.create(**said)
        TaughtBack.objects.create(**said)

    broken("condition_is_taught_back_once_a_time", twice)


def test_someone_is_expected_for_a_reason(office):
    broken(
        "someone_is_expected_for_a_reason",
        lambda: Expected.objects.create(office=office, name="Odile Brazeau"),
    )


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("paper_has_words_or_a_file", {}),
        ("held_paper_says_what_it_is", {"words": "x", "standing": "HELD"}),
        ("held_paper_says_what_it_is", {"words": "x", "standing": "HELD", "held_as": "YOUTH"}),
        ("held_paper_says_what_it_is", {"words": "x", "held_as": "YOUTH"}),
        ("held_paper_says_what_it_is", {"words": "x", "whom_to_call": "The court"}),
        ("paper_taken_in_is_an_order", {"words": "x", "standing": "TAKEN_IN"}),
    ],
)
def test_a_paper(office, constraint, said):
    broken(constraint, lambda: Paper.objects.create(office=office, arrived_on=DAY, **said))


@pytest.mark.parametrize("said", [{"answer": "Yes"}, {"answered_at": NOON}])
def test_an_answered_query_has_its_answer(order, officer, said):
    usual = {"order": order, "to": "CROWN", "words": "Where?", "asked_by": officer}

    broken(
        "answered_query_has_its_answer",
        lambda: Query.objects.create(asked_at=clock.now(), **usual | said),
    )


@pytest.mark.parametrize("model", [Order, Condition, ConditionCode, ProtectedPerson])
def test_nothing_is_written_outside_an_entry(order, model):
    row = model._default_manager.first() or ProtectedPerson(order=order, named_as="R. S.")

    with pytest.raises(Exception, match="entry"):
        row.save()

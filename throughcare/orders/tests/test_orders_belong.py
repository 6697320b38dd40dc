"""What an act names belongs where it is named; several names are kept together or not at all."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.orders.commands import asking, directing, explaining, protecting, varying
from throughcare.orders.commands.explaining import Said
from throughcare.orders.commands.holding import ConditionOfAnotherOrder
from throughcare.orders.models import Explained, ProtectedPerson, Query
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.commands.fitting import TooLong
from throughcare.people.commands.keeping import SentBefore
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


@pytest.fixture
def elsewhere(officer):
    """Return an order on another file of the same officer."""
    return an_order(a_case(holder=officer), officer)


def test_a_query_is_about_a_condition_of_its_order(order, elsewhere, officer):
    with pytest.raises(ConditionOfAnotherOrder):
        asking.ask_query(
            id=new_id(),
            order=order,
            condition=condition_of(elsewhere, 1),
            to="CROWN",
            words="Which?",
            by=officer,
        )
    assert not Query.objects.exists()


def test_an_order_is_explained_by_its_own_conditions(order, elsewhere, officer):
    with pytest.raises(ConditionOfAnotherOrder):
        explaining.explain_order(
            id=new_id(),
            order=order,
            given_on=TODAY,
            language="en",
            by=officer,
            taught_back=[Said(condition_of(elsewhere, 1), True)],
        )
    assert not Explained.objects.exists()


def test_a_direction_replaces_one_of_its_own_file(case, elsewhere, officer):
    there = a_direction(elsewhere.case, officer)

    with pytest.raises(directing.DirectionOfAnotherFile):
        a_direction(case, officer, instead_of=there)
    there.refresh_from_db()
    assert there.replaced_by is None


@pytest.fixture
def variation(order, officer):
    return varying.ask_variation(
        id=new_id(),
        order=order,
        asked_by="PERSON",
        asked_on=date(2026, 11, 10),
        words="Night shifts",
        parts=[{"before": condition_of(order, 2)}],
        by=officer,
    )


@pytest.mark.parametrize("outcome", ["GRANTED", "REFUSED", "WITHDRAWN"])
def test_a_change_is_not_decided_before_it_was_asked_for(variation, officer, outcome):
    day = date(2026, 11, 9)

    with pytest.raises(varying.DecidedBeforeAsked):
        if outcome == "GRANTED":
            varying.grant_variation(
                variation=variation, decided_on=day, takes_effect_on=TODAY, by=officer
            )
        varying.end_variation(variation=variation, outcome=outcome, decided_on=day, by=officer)
    variation.refresh_from_db()
    assert variation.outcome == "ASKED"


def test_a_change_is_decided_on_the_day_it_was_asked_for(variation, officer):
    ended = varying.end_variation(
        variation=variation, outcome="REFUSED", decided_on=date(2026, 11, 10), by=officer
    )

    assert ended.outcome == "REFUSED"


def test_a_change_is_not_asked_for_before_the_order(order, officer):
    with pytest.raises(varying.AskedBeforeTheOrder):
        varying.ask_variation(
            id=new_id(),
            order=order,
            asked_by="PERSON",
            asked_on=order.made_on - timedelta(days=1),
            words="Night shifts",
            parts=[{"words": "Be home by 11."}],
            by=officer,
        )


def test_several_names_are_kept_in_one_act(order, officer):
    made = protecting.name_protected(
        id=new_id(), order=order, names=["R. S.", " B. T. ", "", "R. S."], by=officer
    )

    assert [each.named_as for each in made] == ["R. S.", "B. T."]


def test_one_name_too_long_keeps_none(order, officer):
    with pytest.raises(TooLong):
        protecting.name_protected(id=new_id(), order=order, names=["R. S.", "x" * 161], by=officer)
    assert not ProtectedPerson.objects.exists()


def test_one_name_on_file_already_keeps_none(order, officer):
    protecting.name_protected(id=new_id(), order=order, names=["R. S."], by=officer)

    with pytest.raises(protecting.NamedAlready):
        protecting.name_protected(id=new_id(), order=order, names=["B. T.", "R. S."], by=officer)
    assert ProtectedPerson.objects.count() == 1


def test_the_same_form_with_other_names_is_refused(order, officer):
    one = new_id()
    protecting.name_protected(id=one, order=order, names=["R. S."], by=officer)

    with pytest.raises(SentBefore):
        protecting.name_protected(id=one, order=order, names=["B. T."], by=officer)


@pytest.mark.parametrize("length", [161, 900])
def test_the_page_names_the_line_that_is_too_long(client, order, officer, length):
    signed_in(client, officer)
    answer = client.post(
        reverse("orders:protect", args=[order.case.number, order.pk]),
        {"names": f"R. S.\n\n{'x' * length}"},
    )

    assert answer.status_code == 422
    assert f"Line 2 has {length} characters; 160 fit." in plain(answer.text)
    assert not ProtectedPerson.objects.exists()


def test_a_place_longer_than_its_column_is_refused_by_the_command(case, officer):
    with pytest.raises(TooLong) as refused:
        a_direction(case, officer, place="x" * 161, given_at=clock.now())

    assert refused.value.field == "place"

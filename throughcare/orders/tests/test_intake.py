"""Taking an order in: once for the same paper, beside the first where they differ."""

from datetime import date

import pytest

from throughcare.cases.commands.closing import close_case
from throughcare.cases.handover import CaseIsClosed
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders import checking
from throughcare.orders.commands import intake
from throughcare.orders.making import ConditionMade, folded
from throughcare.orders.models import Order, Query
from throughcare.orders.tests.factories import MADE_ON, PEACE, SERVICE, an_order, made
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db


def test_an_order_is_provisional_until_an_officer_confirms_it(case, clerk):
    order = an_order(case, clerk)

    assert order.provisional
    assert list(order.conditions.values_list("number", "standing").order_by("number")) == [
        (1, "proposed"),
        (2, "proposed"),
    ]


def test_the_courts_words_stand_beside_the_code(case, clerk):
    order = an_order(case, clerk)

    service = order.conditions.get(number=2)
    assert service.words == "Complete 60 hours of unpaid work within 9 months."
    assert service.codes.get().parameters == {"hours": 60, "months": 9}


def test_the_act_stands_in_the_record(case, clerk):
    an_order(case, clerk)

    entry = Entry.objects.filter(act="orders.received").get()
    assert (entry.by_id, entry.case_id, entry.person_id) == (clerk.pk, case.pk, case.person_id)


def test_sending_the_same_form_again_changes_nothing(case, clerk):
    said = {"id": new_id(), "case": case, "made": made(), "conditions": [], "by": clerk}

    once, again = intake.receive_order(**said), intake.receive_order(**said)

    assert once == again
    assert Order.objects.count() == 1


def test_an_id_belongs_to_one_file(case, clerk, officer):
    order = an_order(case, clerk)
    other = a_case(holder=officer)

    with pytest.raises(SentBefore):
        intake.receive_order(id=order.pk, case=other, made=made(), conditions=[], by=clerk)


def test_the_same_paper_twice_is_one_order(case, clerk, officer):
    first = an_order(case, clerk)
    again = an_order(case, officer, court="ONTARIO COURT OF JUSTICE – Sudbury")

    assert again == first
    assert Order.objects.count() == 1
    assert not Query.objects.exists()


def test_a_paper_that_says_another_length_is_kept_beside_the_first(case, clerk):
    first = an_order(case, clerk)
    second = an_order(case, clerk, length=Length(months=18))

    assert second.contradicts == first
    query = Query.objects.get()
    assert (query.order, query.to) == (second, "COURT_OFFICE")
    assert "differ in: the length." in query.words


def test_a_paper_with_other_conditions_contradicts(case, clerk):
    an_order(case, clerk)
    second = an_order(case, clerk, conditions=(PEACE, ConditionMade(2, "Stay at home.")))

    assert second.contradicts is not None
    assert "the conditions" in Query.objects.get().words


def test_a_paper_without_its_conditions_does_not_contradict(case, clerk):
    first = an_order(case, clerk)

    assert an_order(case, clerk, conditions=()) == first


@pytest.mark.parametrize(
    "said",
    [
        {"court": "Ontario Court of Justice, Timmins"},
        {"information_number": "26-0418"},
        {"counts": "2"},
        {"instrument": "CONDITIONAL_DISCHARGE"},
        {"made_on": date(2026, 9, 9)},
    ],
)
def test_each_part_of_the_key_makes_another_order(case, clerk, said):
    an_order(case, clerk)
    other = an_order(case, clerk, **said)

    assert other.contradicts is None
    assert Order.objects.count() == 2


def test_two_accused_on_one_information_have_an_order_each(case, clerk, officer):
    first = an_order(case, clerk)
    second = an_order(a_case(holder=officer), clerk)

    assert first.key == second.key
    assert second.contradicts is None


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"made_on": date(2026, 11, 27)}, checking.MadeInFuture, "made_on"),
        ({"received_on": date(2026, 9, 7)}, checking.ReceivedBeforeMade, "received_on"),
        ({"last_day_stated": date(2026, 9, 7)}, checking.EndsBeforeItStarts, "last_day_stated"),
        ({"information_number": " – "}, checking.NothingNamed, "information_number"),
        ({"court": ""}, checking.NothingNamed, "court"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(case, clerk, said, refusal, field):
    with pytest.raises(refusal) as refused:
        an_order(case, clerk, **said)

    assert refused.value.field == field
    assert not Order.objects.exists()


def test_an_imported_term_that_ends_before_it_starts_is_refused(case, clerk):
    days = {"first_day_stated": date(2026, 10, 1), "last_day_stated": date(2026, 9, 30)}

    with pytest.raises(checking.EndsBeforeItStarts):
        an_order(case, clerk, instrument="PAROLE", length=None, **days)


def test_nothing_is_received_on_a_closed_file(case, officer):
    close_case(case=case, by=officer, closing_words="Order ended")

    with pytest.raises(CaseIsClosed):
        an_order(case, officer)


def test_an_order_follows_one_of_the_same_file(case, clerk, officer):
    elsewhere = an_order(a_case(holder=officer), clerk)

    with pytest.raises(intake.FollowsNothing):
        an_order(case, clerk, follows_id=elsewhere.pk)


def test_who_is_protected_is_kept_as_the_order_names_them(case, clerk):
    order = an_order(case, clerk, protected=("R. S.", "R. S.", "the shop on Elm"))

    names = order.protected.order_by("named_as").values_list("named_as", flat=True)
    assert list(names) == ["R. S.", "the shop on Elm"]


def test_a_code_named_twice_in_one_sentence_is_kept_once(case, clerk):
    twice = ConditionMade(1, "Keep the peace, keep it well.", (*PEACE.codes, *PEACE.codes))
    order = an_order(case, clerk, conditions=(twice,))

    assert order.conditions.get().codes.count() == 1


def test_custody_told_with_the_order_is_its_first_event(case, clerk):
    order = an_order(case, clerk, custody={"released_on": "2026-10-05", "is_conditional": False})

    event = order.events.get()
    assert (event.kind, event.happened_on) == ("CUSTODY", MADE_ON)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("26-0417", "260417"),
        ("  26 0417 ", "260417"),
        ("Cour de justice de l’Ontario", "courdejusticedelontario"),
        ("Québec", "quebec"),
        ("—", ""),
    ],
)
def test_keys_compare_letters_and_digits_alone(text, key):
    assert folded(text) == key


def test_differences_are_named(case, clerk):
    order = an_order(case, clerk)
    other = made(for_life=True, last_day_stated=date(2027, 9, 7))

    assert checking.differences(order, other, (PEACE, SERVICE)) == ["for_life", "last_day_stated"]

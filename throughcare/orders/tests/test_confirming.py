"""What an officer decides about what the court ordered."""

import pytest

from throughcare.orders.commands import asking, confirming
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import Condition, Correction
from throughcare.orders.tests.factories import PEACE, SERVICE, an_order, condition_of
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db
HOME = ConditionMade(3, "Be home each night.", (CodeMade("CURFEW", unsure=True),))
BARE = ConditionMade(4, "Do as the list in the annex says.")


@pytest.fixture
def order(case, clerk):
    return an_order(case, clerk)


def standings(order):
    return list(order.conditions.order_by("number").values_list("standing", flat=True))


def test_an_officer_confirms_the_order_and_what_is_sure_in_it(order, officer):
    confirmed = confirming.confirm_order(order=order, by=officer)

    assert (confirmed.provisional, confirmed.confirmed_by) == (False, officer)
    assert standings(order) == ["confirmed", "confirmed"]
    assert condition_of(order, 1).codes.get().confirmed_by == officer


def test_confirming_twice_is_once(order, officer, manager):
    confirming.confirm_order(order=order, by=officer)

    assert confirming.confirm_order(order=order, by=manager).confirmed_by == officer
    assert Entry.objects.filter(act="orders.confirmed").count() == 1


def test_a_clerk_confirms_nothing(order, clerk):
    with pytest.raises(confirming.CannotConfirm):
        confirming.confirm_order(order=order, by=clerk)
    with pytest.raises(confirming.CannotConfirm):
        confirming.confirm_condition(condition=condition_of(order, 1), by=clerk)

    assert standings(order) == ["proposed", "proposed"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((HOME,), "Decide condition 3 first: confirm, change or query it."),
        ((HOME, BARE), "Decide conditions 3, 4 first: confirm, change or query each."),
    ],
)
def test_what_is_unsure_is_decided_one_by_one(case, officer, more, words):
    order = an_order(case, officer, conditions=(PEACE, SERVICE, *more))

    with pytest.raises(confirming.StillUnsure) as refused:
        confirming.confirm_order(order=order, by=officer)

    assert str(refused.value) == words


def test_what_is_with_the_court_may_stay_there(case, officer):
    order = an_order(case, officer, conditions=(PEACE, HOME))
    home = condition_of(order, 3)
    asking.ask_query(
        id=new_id(), order=order, condition=home, to="CROWN", words="Which hours?", by=officer
    )

    confirming.confirm_order(order=order, by=officer)

    assert standings(order) == ["confirmed", "unclear"]


def test_a_changed_reading_keeps_both(order, officer):
    service = condition_of(order, 2)
    decided = CodeMade("COMMUNITY_SERVICE", {"hours": 80, "months": 9})

    confirming.change_condition(condition=service, codes=[decided], by=officer)

    assert service.codes.get().parameters == {"hours": 80, "months": 9}
    correction = Correction.objects.get()
    assert [each["parameters"]["hours"] for each in correction.proposed] == [60]
    assert [each["parameters"]["hours"] for each in correction.decided] == [80]
    assert condition_of(order, 2).words == SERVICE.words


def test_changing_to_what_was_proposed_is_no_correction(order, officer):
    confirming.change_condition(condition=condition_of(order, 2), codes=SERVICE.codes, by=officer)

    assert not Correction.objects.exists()
    assert standings(order) == ["proposed", "confirmed"]
    assert Entry.objects.latest("seq").act == "orders.condition_confirmed"


def test_a_clerk_marks_a_condition_unclear(order, clerk):
    confirming.mark_unclear(condition=condition_of(order, 2), doubt=" Which work? ", by=clerk)

    marked = condition_of(order, 2)
    assert (marked.standing, marked.doubt) == ("unclear", "Which work?")


def test_a_recital_is_taken_off_with_a_reason(order, officer):
    confirming.withdraw_condition(
        condition=condition_of(order, 1), reason="The bail terms, recited", by=officer
    )

    assert standings(order) == ["withdrawn", "proposed"]
    assert Correction.objects.get().decided == []


@pytest.mark.parametrize("words", ["", "  "])
def test_marks_need_words(order, officer, words):
    with pytest.raises(confirming.WordsMissing):
        confirming.mark_unclear(condition=condition_of(order, 1), doubt=words, by=officer)
    with pytest.raises(confirming.WordsMissing):
        confirming.withdraw_condition(condition=condition_of(order, 1), reason=words, by=officer)


@pytest.mark.parametrize(("role", "standing"), [("officer", "confirmed"), ("clerk", "provisional")])
def test_a_condition_the_reader_missed_is_added(order, request, role, standing):
    added = confirming.add_condition(
        id=new_id(), order=order, made=BARE, by=request.getfixturevalue(role)
    )

    assert added.standing == standing
    assert Correction.objects.get().proposed == []


def test_adding_without_the_courts_words_is_refused(order, officer):
    with pytest.raises(confirming.WordsMissing):
        confirming.add_condition(id=new_id(), order=order, made=ConditionMade(5, " "), by=officer)

    assert Condition.objects.count() == 2


def test_a_second_reading_of_one_key_waits_for_the_court(case, officer):
    an_order(case, officer)
    second = an_order(case, officer, conditions=(PEACE,))

    with pytest.raises(confirming.ContradictsAnother):
        confirming.confirm_order(order=second, by=officer)


def test_a_query_gets_one_answer(order, officer):
    query = asking.ask_query(
        id=new_id(), order=order, to="COURT_OFFICE", words="Is a page missing?", by=officer
    )
    answered = asking.record_answer(query=query, answer="Page 2 sent.", by=officer)

    assert answered.answered_at is not None
    with pytest.raises(asking.AnsweredAlready):
        asking.record_answer(query=query, answer="Again.", by=officer)


def test_a_query_needs_words(order, officer):
    with pytest.raises(asking.WordsMissing):
        asking.ask_query(id=new_id(), order=order, to="CROWN", words=" ", by=officer)


def test_the_same_query_sent_twice_is_one(order, officer):
    said = {"id": new_id(), "order": order, "to": "CROWN", "words": "Where?", "by": officer}

    assert asking.ask_query(**said) == asking.ask_query(**said)

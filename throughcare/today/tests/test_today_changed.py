"""A manager sees on their day which proposals of the reader people changed, by whom and why."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.orders.commands import confirming
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.tests.factories import MADE_ON, an_order, condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office, signed_in
from throughcare.today.queries.changed import in_words, proposals_changed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HOURS = {"code": "COMMUNITY_SERVICE", "parameters": {"hours": 60, "months": 9}}
PEACE = {"code": "KPGB", "parameters": {}}


@pytest.fixture
def manager(officer):
    return a_member("MANAGER", office=officer.office, given_name="Louise", surname="Tremblay")


@pytest.fixture
def order(case, officer):
    return an_order(case, officer)


def changes(order, by, number=1, code="CURFEW", reason=""):
    condition = condition_of(order, number)
    confirming.change_condition(condition=condition, codes=[CodeMade(code)], by=by, reason=reason)


def withdraws(order, by):
    confirming.withdraw_condition(
        condition=condition_of(order, 2), reason="The judge only recited it.", by=by
    )


def adds(order, by):
    made = ConditionMade(3, "Be home by ten.", (CodeMade("CURFEW"),))
    confirming.add_condition(id=new_id(), order=order, made=made, by=by)


@pytest.mark.parametrize(
    ("do", "what", "why"),
    [
        (
            changes,
            "Condition 1. Proposed: Keep the peace and be of good behaviour. Decided: Curfew.",
            "",
        ),
        (
            withdraws,
            "Condition 2. Proposed: Community service. Decided: not a condition.",
            "The judge only recited it.",
        ),
        (adds, "Condition 3. Proposed: nothing. Decided: Curfew.", ""),
    ],
)
def test_a_change_says_what_was_proposed_what_was_decided_and_why(
    order, officer, manager, on, do, what, why
):
    do(order, officer)

    [found] = proposals_changed(manager, on)

    assert (plain(found.what), found.why, found.by) == (what, why, officer.full_name)
    assert (found.name.surname, found.at) == ("Lavallée", clock.now())


def test_each_reason_stands_with_its_own_change(order, officer, manager, on):
    changes(order, officer, reason="Read again with the judge’s reasons")
    withdraws(order, officer)
    adds(order, officer)

    found = {each.what.split(".")[0]: each.why for each in proposals_changed(manager, on)}

    assert found == {
        "Condition 1": "Read again with the judge’s reasons",
        "Condition 2": "The judge only recited it.",
        "Condition 3": "",
    }


def test_what_was_confirmed_as_proposed_is_not_among_them(order, officer, manager, on):
    confirming.confirm_order(order=order, by=officer)

    assert proposals_changed(manager, on) == []


def test_only_what_was_changed_that_day_is_listed(order, officer, manager, on):
    with clock.frozen(clock.now() - DAY):
        changes(order, officer)

    assert proposals_changed(manager, on) == []
    assert len(proposals_changed(manager, on - DAY)) == 1


def test_a_closed_or_strange_file_is_not_among_them(order, case, officer, manager, on):
    stranger = a_member("OFFICER", office=an_office(name="North Bay", name_fr="North Bay"))
    changes(an_order(a_case(holder=stranger), stranger), stranger)
    changes(order, officer)
    restricted(case)

    assert proposals_changed(manager, on) == []


def test_hours_that_were_changed_are_told_in_plain_words():
    fewer = HOURS | {"parameters": {"hours": 40, "months": 9}}

    before, after = in_words([HOURS], [fewer], MADE_ON)

    assert (plain(before), plain(after)) == (
        "Community service (Number of hours: 60; Time limit in months: 9)",
        "Community service (Number of hours: 40; Time limit in months: 9)",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Keep the peace and be of good behaviour", "not a condition")),
        ("fr", ("Ne pas troubler l'ordre public et avoir une bonne conduite", "pas une condition")),
    ],
)
def test_it_is_told_in_the_language_of_the_page(language, words):
    with translation.override(language):
        assert in_words([PEACE], [], MADE_ON) == words


def test_many_changes_cost_as_many_queries_as_one(order, officer, manager, on):
    counts = []
    proposals_changed(manager, on)  # the first time, the member's posting is read too
    for turn in range(2):
        for _ in range(1 + 4 * turn):
            changes(an_order(a_case(holder=officer), officer), officer, reason="Read again")
        with CaptureQueriesContext(connection) as queries:
            proposals_changed(manager, on)
        counts.append(len(queries))

    assert counts == [4, 4]


def test_the_page_shows_it_to_the_manager_only(client, order, case, officer, manager):
    changes(order, officer)
    address = reverse("orders:order", args=[case.number, order.pk]) + "?open=1"

    for member, shown in ((manager, True), (officer, False)):
        html = signed_in(client, member).get(reverse("today:today")).text
        assert (address in html, 'id="changed"' in html) == (shown, shown)

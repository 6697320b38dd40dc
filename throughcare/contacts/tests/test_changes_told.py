"""A new job or address that a contact tells of: the event, the notice, and what is owed then."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.account.queries import unsettled_of
from throughcare.contacts import account
from throughcare.contacts.commands import confirming
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.tests.factories import PEACE, an_order, condition_of
from throughcare.staff.tests.factories import a_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NOTIFY = ConditionMade(2, "Tell your officer of a new job.", (CodeMade("NOTIFY_JOB"),))
WORK = ConditionMade(3, "Work with no children.", (CodeMade("EMPLOYMENT_RESTRICTION"),))
PAROLE = ConditionMade(2, "Tell of any change.", (CodeMade("PAROLE_NOTIFY_SITUATION"),))


@pytest.fixture
def order(case, officer):
    return ordered(case, officer, NOTIFY, WORK)


def ordered(case, officer, *conditions, **said):
    made_on = clock.today() - 30 * DAY
    said = {"conditions": (PEACE, *conditions), "confirmed": True, "made_on": made_on} | said
    return an_order(case, officer, **said)


def shown(case):
    """Return the changes and the notices that a file's contacts show."""
    found = account.facts([case.pk], clock.today())[case.pk]
    changes = [each.kind for each in found.events if each.kind.endswith("_CHANGED")]
    return changes, [each.kind for each in found.evidence if each.kind.startswith("NOTICE")]


def notice_of(order, number):
    return f"NOTICE_GIVEN@{condition_of(order, number).pk}"


@pytest.mark.parametrize("way", ["OFFICE", "PHONE", "TEXT", "EMAIL"])
def test_telling_of_a_new_job_is_the_event_and_the_notice(case, officer, order, way):
    a_contact(case, officer, way=way, same_job=False)

    assert shown(case) == (["JOB_CHANGED"], [notice_of(order, 2)])


@pytest.mark.parametrize(
    "said", [{}, {"same_job": True}, {"same_job": False, "outcome": "NOT_REACHED"}]
)
def test_what_is_the_same_or_was_not_told_changes_nothing(case, officer, order, said):
    a_contact(case, officer, **said)

    assert shown(case) == ([], [])


def test_a_new_address_is_no_notice_of_a_job(case, officer, order):
    a_contact(case, officer, same_address=False)

    assert shown(case) == (["ADDRESS_CHANGED"], [])


@pytest.mark.parametrize("same", ["same_job", "same_address"])
def test_on_parole_a_new_job_and_a_new_address_are_told(case, officer, same):
    order = ordered(case, officer, PAROLE)
    a_contact(case, officer, **{same: False})

    assert shown(case)[1] == [notice_of(order, 2)]


def test_a_collaterals_word_is_no_notice_of_the_persons(case, officer, order):
    a_contact(case, officer, way="COLLATERAL", same_job=False)

    assert shown(case) == (["JOB_CHANGED"], [])


def test_what_a_clerk_wrote_counts_once_it_is_confirmed(case, officer, order):
    contact = a_contact(case, a_member("CLERK", office=case.office), same_job=False)
    assert shown(case) == ([], [])

    confirming.confirm_contact(contact=contact, by=officer)

    assert shown(case) == (["JOB_CHANGED"], [notice_of(order, 2)])


def test_what_was_corrected_never_happened(case, officer, order):
    corrected(a_contact(case, officer, same_job=False), officer, same_job=True)

    assert shown(case) == ([], [])


def test_an_order_that_did_not_bind_that_day_gets_no_notice(case, officer, order):
    a_contact(case, officer, same_job=False, happened_at=clock.now() - 40 * DAY)

    assert shown(case) == (["JOB_CHANGED"], [])


def test_nothing_new_costs_one_query(case, officer, order, django_assert_num_queries):
    a_contact(case, officer, same_job=True)

    with django_assert_num_queries(1):
        account.facts([case.pk], clock.today())


def whats(case):
    return {each.requirement.what for each in unsettled_of([case.pk], clock.today())[case.pk]}


def test_the_office_then_has_to_check_the_new_job_and_the_person_owes_no_notice(
    case, officer, order
):
    before = whats(case)
    a_contact(case, officer, same_job=False)

    new = whats(case) - before

    assert [each.rpartition(":")[2] for each in new] == ["VERIFY_CHANGE"]

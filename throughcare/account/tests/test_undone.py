"""Work of the office in uncovered files: listed for a manager, left in bulk, or never left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.account.undone import specialized_among, undone_of
from throughcare.cases.commands.opening import open_case
from throughcare.decisions.models import NoStaff
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.tests.factories import PEACE, an_order
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
PROGRAM = ConditionMade(3, "Attend the partner program.", (CodeMade("PARTNER_ASSAULT_PROGRAM"),))
REGISTER = ConditionMade(3, "Register as a sex offender.", (CodeMade("SOIRA"),))


@pytest.fixture
def uncovered(office, officer, manager):
    """Return a function that opens a file nobody covers, with an order that asks something."""

    def opens(*more):
        since = clock.now() - timedelta(days=60)
        case = open_case(
            id=new_id(),
            person=a_person(),
            kind="SUPERVISION",
            office=office,
            by=manager,
            happened_at=since,
            reason="No officer is free",
        )
        made_on = clock.today() - timedelta(days=60)
        an_order(case, officer, conditions=(PEACE, *more), made_on=made_on, confirmed=True)
        return case

    return opens


def lines(manager, case):
    return [each for each in undone_of(manager, clock.today()) if each.case == case]


def test_the_offices_open_work_in_an_uncovered_file_is_listed(uncovered, manager):
    case = uncovered()
    found = lines(manager, case)

    assert found
    assert all(each.what and not each.refused for each in found)
    assert [each.last_day for each in found] == sorted(each.last_day for each in found)


def test_a_file_with_an_officer_is_not_listed(case, officer, manager, uncovered):
    an_order(case, officer, confirmed=True)
    uncovered()

    assert lines(manager, case) == []


def test_another_offices_files_are_not_listed(uncovered, there):
    uncovered()

    assert undone_of(there, clock.today()) == []


@pytest.mark.parametrize("condition", [PROGRAM, REGISTER], ids=["violence", "sexual"])
def test_nothing_is_left_in_a_file_of_specialized_supervision(uncovered, manager, condition):
    case, other = uncovered(condition), uncovered()

    assert specialized_among([case.pk, other.pk], clock.today()) == {case.pk}
    assert all(each.refused for each in lines(manager, case))
    assert not any(each.refused for each in lines(manager, other))


def test_the_office_leads_to_the_list_and_the_list_to_the_reason(as_manager, uncovered):
    uncovered()
    address = reverse("account:undone")
    assert address in as_manager.get(reverse("cases:office")).text

    text = as_manager.get(address).text
    assert f'action="{reverse("decisions:no_staff")}"' in text
    assert 'name="line"' in text


def test_lines_are_left_in_bulk_counted_apart_and_go_from_the_list(as_manager, uncovered, manager):
    case = uncovered()
    texts = [each.text for each in lines(manager, case)]
    said = {"line": texts, "id": str(new_id()), "reason_code": "VACANT_POST"}
    answer = as_manager.post(reverse("decisions:no_staff"), said)

    assert answer.status_code == 302
    assert NoStaff.objects.filter(case=case, decided_by=manager).count() == len(texts)
    assert lines(manager, case) == []


def test_a_line_of_specialized_supervision_is_refused_when_it_is_sent(
    as_manager, uncovered, manager
):
    case = uncovered(PROGRAM)
    texts = [each.text for each in lines(manager, case)]
    said = {"line": texts, "id": str(new_id()), "reason_code": "VACANT_POST"}
    answer = as_manager.post(reverse("decisions:no_staff"), said)

    assert answer.status_code == 422
    assert "is never left for want of staff" in plain(answer.text)
    assert not NoStaff.objects.exists()


def test_the_list_takes_the_same_queries_for_one_file_and_four(uncovered, manager):
    counted = []
    for _file in range(2):
        uncovered()
        with CaptureQueriesContext(connection) as queries:
            undone_of(manager, clock.today())
        counted.append(len(queries))
        uncovered()
        uncovered()

    assert counted[0] == counted[1]


def test_an_officer_has_no_such_page(client, officer):
    signed_in(client, officer)

    assert client.get(reverse("account:undone")).status_code == 404


def test_a_list_sent_without_a_line_is_told_what_to_choose(as_manager, uncovered):
    uncovered()
    answer = as_manager.post(reverse("decisions:no_staff"), {})

    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text
    assert not NoStaff.objects.exists()

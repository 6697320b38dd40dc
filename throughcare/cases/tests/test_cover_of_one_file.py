"""The cover of a single file: shown, ended, and given to a trainee, whom it shows the file."""

from datetime import timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.commands import covering
from throughcare.cases.models import Cover
from throughcare.cases.queries import case_for, visible_cases
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def covered(case, by, member, first=0, last=3):
    today = clock.today()
    days = {"starts_on": today + first * DAY, "ends_before": today + (last + 1) * DAY}
    [cover] = covering.cover_cases(id=new_id(), cases=[case], covering=member, by=by, **days)
    return cover


def ending(cover):
    return reverse("cases:end_cover", args=[cover.pk])


@pytest.mark.parametrize(("begun", "left"), [(0, False), (-2, True), (2, False)])
def test_a_manager_ends_it_and_comes_back_to_the_file(
    as_manager, case, manager, colleague, begun, left
):
    cover = covered(case, manager, colleague, first=begun)
    asked = plain(as_manager.get(ending(cover)).text)
    assert f"Julie Roy covers file {case.number}" in asked

    answer = as_manager.post(ending(cover))

    assert answer["Location"] == reverse("cases:file", args=[case.number])
    assert Cover.objects.filter(pk=cover.pk).exists() is left
    assert not Cover.objects.on(clock.today()).exists()
    assert as_manager.get(ending(cover)).status_code == 404


@pytest.mark.parametrize("first", [0, 20])
def test_it_is_listed_where_cover_is_arranged(as_manager, case, manager, colleague, first):
    cover = covered(case, manager, colleague, first=first, last=first + 3)

    arranging = as_manager.get(reverse("cases:cover", args=[case.number])).text
    shown = as_manager.get(reverse("cases:file", args=[case.number])).text

    assert ending(cover) in arranging
    assert (ending(cover) in shown) is (first == 0)


def test_an_ended_cover_makes_room_for_another(as_manager, case, manager, colleague, officer):
    as_manager.post(ending(covered(case, manager, colleague)))

    assert covered(case, manager, a_member("OFFICER", office=case.office)).case == case


def test_only_the_manager_of_the_office_ends_it(client, case, manager, colleague, officer, there):
    cover = covered(case, manager, colleague)

    for member in (officer, there):
        assert signed_in(client, member).post(ending(cover)).status_code == 404
    assert Cover.objects.filter(pk=cover.pk).exists()


def test_of_a_restricted_file_nobody_else_ends_it(as_manager, case, manager, colleague):
    cover = covered(case, manager, colleague)
    restricted(case)

    assert as_manager.post(ending(cover)).status_code == 404


def test_a_trainee_covers_a_file_and_then_sees_it(case, officer, manager):
    trainee = a_member("TRAINEE", office=case.office)
    other = a_case(holder=officer)
    covered(case, manager, trainee)

    assert list(visible_cases(trainee, clock.today())) == [case]
    assert case_for(trainee, case.number) == case
    assert other.pk != case.pk


def test_the_page_gives_a_trainee_a_file(as_manager, case):
    trainee = a_member("TRAINEE", office=case.office)
    said = {"id": str(new_id()), "covering": str(trainee.pk), "starts_on": "today"}

    address = reverse("cases:cover", args=[case.number])
    answer = as_manager.post(address, said | {"last_day": str(clock.today() + 9 * DAY)})

    assert answer.status_code == 302
    assert Cover.objects.get().covering == trainee


def close_to_all(case, member):
    restricted(case)


@pytest.mark.parametrize("role", ["TRAINEE", "OFFICER"])
@pytest.mark.parametrize("close", [a_conflict, close_to_all])
def test_a_file_that_is_closed_to_a_member_is_not_covered_by_them(case, manager, close, role):
    member = a_member(role, office=case.office)
    close(case, member)

    with pytest.raises(covering.CannotCover):
        covered(case, manager, member)


@pytest.mark.parametrize("role", ["TRAINEE", "OFFICER"])
def test_nobody_of_another_office_covers_it(case, manager, there, role):
    with pytest.raises(covering.CannotCover):
        covered(case, manager, a_member(role, office=there.office))

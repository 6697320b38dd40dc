"""Who works where, who is there, and what each answer costs."""

from datetime import date, timedelta

import pytest

from throughcare.staff import queries
from throughcare.staff.commands import days
from throughcare.staff.models import StaffMember
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 23)


def names(members) -> list[str]:
    return [member.surname for member in members]


def test_officers_of_an_office_by_surname_without_accents():
    office = an_office()
    for surname in ("Zhou", "Éthier", "Eaton"):
        a_member(office=office, surname=surname)
    a_member("MANAGER", office=office, surname="Bell")
    a_member(surname="Elsewhere")

    assert names(queries.officers_of(office, MONDAY)) == ["Eaton", "Éthier", "Zhou"]
    assert names(queries.holders_of(office, MONDAY)) == ["Bell", "Eaton", "Éthier", "Zhou"]


def test_who_left_or_comes_later_is_not_posted():
    office = an_office()
    a_member(office=office, since=date(2025, 1, 1), until=MONDAY)
    a_member(office=office, since=MONDAY + timedelta(days=1))
    a_member(office=office, is_active=False)

    assert queries.posted_at(office, MONDAY) == []
    assert len(queries.posted_at(office, MONDAY - timedelta(days=1))) == 1


def take_off(member: StaffMember, kind: str = "VACATION", **more) -> None:
    days.record_absence(
        member=member,
        kind=kind,
        starts_on=MONDAY,
        ends_before=MONDAY + timedelta(days=1),
        by=member,
        **more,
    )


def test_present_is_who_works_that_day_and_is_not_away():
    office = an_office()
    a_member(office=office, surname="There")
    take_off(a_member(office=office, surname="Away"))
    free = a_member(office=office, surname="Free")
    days.set_working_days(member=free, weekdays=[2], starts_on=date(2026, 1, 1), by=free)

    assert names(queries.present(office, MONDAY)) == ["There"]
    assert names(queries.present(office, MONDAY + timedelta(days=1))) == ["Away", "Free", "There"]
    assert names(queries.present(office, MONDAY - timedelta(days=1))) == []


@pytest.mark.parametrize("members", [1, 3])
def test_the_office_today_costs_four_queries(members, django_assert_num_queries):
    office = an_office()
    for _number in range(members):
        take_off(a_member(office=office))

    with django_assert_num_queries(4):
        lines = queries.office_today(office, MONDAY)
    assert [line.away.kind for line in lines] == ["VACATION"] * members


def test_the_week_of_duty_officers_shows_days_without_one():
    office = an_office()
    officer = a_member(office=office)
    wednesday = MONDAY + timedelta(days=2)
    days.set_duty_officer(office=office, day=wednesday, officer=officer, by=officer)

    week = queries.duty_week(office, MONDAY + timedelta(days=4))

    assert [(line.day.day, line.officer) for line in week] == [
        (23, None),
        (24, None),
        (25, officer),
        (26, None),
        (27, None),
    ]
    assert queries.duty_officer(office, MONDAY) is None


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("lavallee", ["Lavallée"]),
        ("LAVALLÉE", ["Lavallée"]),
        ("étienne", ["Lavallée"]),
        ("mooson", ["Smith"]),
        ("nobody", []),
        ("", ["Lavallée", "Smith"]),
    ],
)
def test_staff_are_found_by_name_or_office_without_accents(find, found):
    a_member(given_name="Étienne", surname="Lavallée")
    a_member(surname="Smith", office=an_office(name="Moosonee"))

    assert names(queries.staff_list(MONDAY, find)) == found


def test_the_list_of_staff_costs_three_queries(django_assert_num_queries):
    for _number in range(3):
        a_member()

    with django_assert_num_queries(2):
        assert len([member.office.name for member in queries.staff_list(MONDAY)]) == 3

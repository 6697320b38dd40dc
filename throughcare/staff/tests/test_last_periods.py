"""Two postings never hold on one day, and nobody is on duty where they are not."""

from datetime import date, time

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from throughcare.record.entries import System, entry
from throughcare.staff.commands import days
from throughcare.staff.models import Absence, DutyDay, Posting
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY, JUNE = (date(2026, month, 1) for month in (3, 4, 5, 6))
LAST_OF_MARCH, SECOND_OF_APRIL = date(2026, 3, 31), date(2026, 4, 2)
LAST_OF_APRIL = date(2026, 4, 30)
ONE_AT_A_TIME = "member_has_one_posting_at_a_time"
# April is taken: each other period either fits beside it or meets it.
BESIDE = [
    pytest.param(MARCH, APRIL, id="until_it_begins"),
    pytest.param(MARCH, LAST_OF_MARCH, id="a_day_between"),
    pytest.param(LAST_OF_MARCH, APRIL, id="the_day_before"),
    pytest.param(MAY, JUNE, id="from_its_end"),
    pytest.param(MAY, None, id="from_its_end_for_good"),
    pytest.param(JUNE, None, id="long_after"),
]
MEETS = [
    pytest.param(APRIL, MAY, id="the_same"),
    pytest.param(MARCH, SECOND_OF_APRIL, id="its_first_day"),
    pytest.param(LAST_OF_APRIL, JUNE, id="its_last_day"),
    pytest.param(SECOND_OF_APRIL, LAST_OF_APRIL, id="within"),
    pytest.param(MARCH, JUNE, id="around"),
    pytest.param(MARCH, None, id="around_for_good"),
    pytest.param(LAST_OF_APRIL, None, id="its_last_day_for_good"),
]


@pytest.fixture
def member():
    return a_member(since=APRIL, until=MAY)


def post(member, first, end):
    with transaction.atomic(), entry("staff.posted", by=System()):
        Posting.objects.create(
            member=member, office=an_office(), role="CLERK", starts_on=first, ends_before=end
        )


@pytest.mark.parametrize(("first", "end"), BESIDE)
def test_a_posting_stands_beside_another(member, first, end):
    post(member, first, end)

    kept = set(member.postings.values_list("starts_on", "ends_before"))
    assert kept == {(APRIL, MAY), (first, end)}


@pytest.mark.parametrize(("first", "end"), MEETS)
def test_a_posting_does_not_meet_another(member, first, end):
    with pytest.raises(IntegrityError, match=ONE_AT_A_TIME):
        post(member, first, end)

    assert list(member.postings.values_list("starts_on", "ends_before")) == [(APRIL, MAY)]


@pytest.mark.parametrize(("first", "end"), MEETS)
def test_two_members_hold_postings_at_a_time(member, first, end):
    other = a_member("")
    post(other, first, end)

    assert list(other.postings.values_list("starts_on", "ends_before")) == [(first, end)]


@pytest.mark.parametrize("first", [MARCH, APRIL, JUNE])
def test_after_a_posting_for_good_none_begins(first):
    member = a_member(since=MARCH)

    with pytest.raises(IntegrityError, match=ONE_AT_A_TIME):
        post(member, first, None)


@pytest.mark.parametrize("end", [MARCH, APRIL])
def test_a_posting_of_no_day_is_impossible(end):
    # A range that runs backwards is refused by the range itself, before the constraint.
    with pytest.raises(DatabaseError, match="posting_ends_after|lower bound"):
        post(a_member(""), APRIL, end)


@pytest.mark.parametrize(
    ("day", "role"),
    [
        (LAST_OF_MARCH, ""),
        (APRIL, "OFFICER"),
        (LAST_OF_APRIL, "OFFICER"),
        (MAY, "CLERK"),
        (date(2026, 5, 31), "CLERK"),
        (JUNE, ""),
    ],
)
def test_each_day_has_the_posting_that_holds(member, day, role):
    post(member, MAY, JUNE)

    assert [each.role for each in member.postings.on(day)] == ([role] if role else [])


# Duty on a Wednesday.
WEDNESDAY = date(2026, 4, 15)
THURSDAY = date(2026, 4, 16)


@pytest.fixture
def office():
    return an_office()


def name(office, officer, day=WEDNESDAY):
    return days.set_duty_officer(office=office, day=day, officer=officer, by=System())


def away(member, kind="VACATION", first=WEDNESDAY, end=THURSDAY, **times):
    with entry("staff.absence_recorded", by=System()):
        Absence.objects.create(member=member, kind=kind, starts_on=first, ends_before=end, **times)


def kim(office, role="OFFICER", **more):
    return a_member(role, office=office, given_name="Nari", surname="Kim", since=MARCH, **more)


@pytest.mark.parametrize("role", ["OFFICER", "MANAGER"])
def test_who_holds_files_is_named(office, role):
    named = name(office, officer := kim(office, role))

    assert (named.office, named.day, named.officer) == (office, WEDNESDAY, officer)


@pytest.mark.parametrize("role", ["CLERK", "ANALYST", "TRAINEE", "ADMINISTRATOR", "FACILITATOR"])
def test_who_holds_no_files_is_not_named(office, role):
    with pytest.raises(days.NotOnDutyHere) as refused:
        name(office, kim(office, role))

    said = "Nari Kim is no officer or manager of this office on 15\xa0Apr\xa02026."
    assert (str(refused.value), refused.value.field) == (said, "officer")
    assert not DutyDay.objects.exists()


def test_who_works_at_another_office_is_not_named(office):
    with pytest.raises(days.NotOnDutyHere):
        name(office, kim(an_office()))

    assert not DutyDay.objects.exists()


@pytest.mark.parametrize("until", [WEDNESDAY, date(2026, 4, 10)])
def test_who_has_left_by_then_is_not_named(office, until):
    with pytest.raises(days.NotOnDutyHere):
        name(office, kim(office, until=until))


@pytest.mark.parametrize("kind", ["VACATION", "SICK", "COURT", "TRAINING", "OTHER"])
def test_who_is_away_is_not_named(office, kind):
    away(officer := kim(office), kind)

    with pytest.raises(days.NotThereThatDay) as refused:
        name(office, officer)
    said = "Nari Kim is not there on 15\xa0Apr\xa02026."
    assert (str(refused.value), refused.value.field) == (said, "officer")


@pytest.mark.parametrize(
    ("first", "end"),
    [(date(2026, 4, 13), WEDNESDAY), (THURSDAY, date(2026, 4, 20))],
    ids=["until_the_day_before", "from_the_day_after"],
)
def test_who_is_away_on_other_days_is_named(office, first, end):
    away(officer := kim(office), first=first, end=end)

    assert name(office, officer).officer == officer


def test_who_is_away_for_a_part_of_the_day_is_named(office):
    officer = kim(office)
    away(officer, "PART_DAY", from_time=time(13), to_time=time(16))

    assert name(office, officer).officer == officer


@pytest.mark.parametrize("day", [date(2026, 4, 18), date(2026, 4, 19)])
def test_nobody_is_named_for_a_weekend(office, day):
    with pytest.raises(days.NotThereThatDay):
        name(office, kim(office), day)

"""Postings, absences, weeks and duty days are kept, or refused with a sentence."""

from datetime import date, time, timedelta

import pytest

from throughcare import clock
from throughcare.record.entries import System
from throughcare.record.models import Entry
from throughcare.staff import queries
from throughcare.staff.commands import accounts, days, postings
from throughcare.staff.models import Posting, StaffMember
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def last_act() -> str:
    return Entry.objects.order_by("-number").values_list("act", flat=True)[0]


def test_a_new_posting_ends_the_one_that_runs():
    by, member = a_member("ADMINISTRATOR"), a_member("CLERK", since=date(2025, 1, 6))

    given = postings.post_member(
        member=member, office=by.office, role="OFFICER", starts_on=MONDAY, by=by, acting=True
    )

    assert last_act() == "staff.posted"
    assert (given.role, given.acting, given.ends_before) == ("OFFICER", True, None)
    assert [
        (each.role, each.starts_on, each.ends_before)
        for each in Posting.objects.filter(member=member).order_by("starts_on")
    ] == [("CLERK", date(2025, 1, 6), MONDAY), ("OFFICER", MONDAY, None)]


@pytest.mark.parametrize("starts_on", [date(2025, 1, 6), date(2024, 1, 1)])
def test_a_posting_does_not_begin_before_one_that_is_known(starts_on):
    by, member = a_member("ADMINISTRATOR"), a_member(since=date(2025, 1, 6))

    with pytest.raises(postings.PostedLaterAlready, match="has a posting from 6") as refusal:
        postings.post_member(
            member=member, office=by.office, role="CLERK", starts_on=starts_on, by=by
        )

    assert refusal.value.field == "starts_on"


def test_a_role_that_is_none_is_refused():
    by, member = a_member("ADMINISTRATOR"), a_member()

    with pytest.raises(postings.NoSuchRole):
        postings.post_member(member=member, office=by.office, role="KING", starts_on=MONDAY, by=by)


def test_nobody_gives_themselves_a_role():
    by = a_member("ADMINISTRATOR")

    with pytest.raises(postings.OwnPosting, match="Ask another administrator"):
        postings.post_member(member=by, office=by.office, role="OFFICER", starts_on=MONDAY, by=by)


def test_nobody_ends_the_posting_they_work_by():
    by = a_member("ADMINISTRATOR")

    with pytest.raises(postings.OwnPosting):
        postings.end_posting(posting=by.posting, ends_before=clock.today(), by=by)


def test_a_posting_ends_before_a_day():
    by, member = a_member("ADMINISTRATOR"), a_member()

    postings.end_posting(posting=member.posting, ends_before=clock.today(), by=by, reason="left")

    assert Entry.objects.get(act="staff.posting_ended").reason == "left"
    assert StaffMember.objects.get(pk=member.pk).posting is None


def test_a_posting_does_not_end_before_it_begins():
    member = a_member(since=MONDAY)
    running = Posting.objects.get(member=member)

    with pytest.raises(postings.EndsBeforeItStarts, match="began on 23"):
        postings.end_posting(posting=running, ends_before=MONDAY, by=System())


def test_a_posting_does_not_run_into_the_next():
    by, member = a_member("ADMINISTRATOR"), a_member(since=date(2025, 1, 6))
    running = Posting.objects.get(member=member)
    postings.post_member(member=member, office=by.office, role="CLERK", starts_on=MONDAY, by=by)

    with pytest.raises(postings.RunsIntoTheNext, match="Another posting begins on 23"):
        postings.end_posting(posting=running, ends_before=FRIDAY, by=by)


def away(
    member: StaffMember, kind: str = "VACATION", first: date = MONDAY, length: int = 5, **more
):
    return days.record_absence(
        member=member,
        kind=kind,
        starts_on=first,
        ends_before=first + timedelta(days=length),
        by=member,
        **more,
    )


def test_an_absence_is_recorded():
    member = a_member()
    kept = away(member)

    assert last_act() == "staff.absence_recorded"
    assert (kept.starts_on, kept.last_on) == (MONDAY, FRIDAY)
    assert not queries.is_present(member, FRIDAY)


def test_two_absences_do_not_share_a_day():
    member = a_member()
    away(member)

    with pytest.raises(days.AlreadyAway, match="An absence is recorded for one of these days"):
        away(member, "SICK", FRIDAY, 1)

    assert member.absences.count() == 1


def test_a_part_of_a_day_may_lie_in_a_day_worked():
    member = a_member()
    away(member, "PART_DAY", FRIDAY, 1, from_time=time(13), to_time=time(15))

    assert queries.is_present(member, FRIDAY)


@pytest.mark.parametrize(
    ("kind", "length", "more", "refusal"),
    [
        pytest.param("SICK", 0, {}, days.EndsBeforeItStarts, id="no_days"),
        pytest.param("PART_DAY", 1, {}, days.PartNeedsTimes, id="no_times"),
        pytest.param(
            "PART_DAY",
            1,
            {"from_time": time(15), "to_time": time(13)},
            days.PartNeedsTimes,
            id="backwards",
        ),
        pytest.param(
            "PART_DAY",
            2,
            {"from_time": time(13), "to_time": time(15)},
            days.PartNeedsTimes,
            id="two_days",
        ),
    ],
)
def test_an_absence_that_cannot_be_is_refused(kind, length, more, refusal):
    with pytest.raises(refusal):
        away(a_member(), kind, MONDAY, length, **more)


def test_a_corrected_absence_says_why_and_keeps_what_it_was():
    member = a_member()
    kept = away(member)

    days.correct_absence(
        absence=kept, starts_on=MONDAY, ends_before=FRIDAY, reason="back on Friday", by=member
    )

    assert Entry.objects.get(act="staff.absence_corrected").reason == "back on Friday"
    assert queries.is_present(member, FRIDAY)


def test_an_absence_is_not_corrected_into_another():
    member = a_member()
    away(member, "SICK", FRIDAY, 1)
    kept = away(member, "VACATION", MONDAY, 2)

    with pytest.raises(days.AlreadyAway):
        days.correct_absence(
            absence=kept,
            starts_on=MONDAY,
            ends_before=FRIDAY + timedelta(days=1),
            reason="longer",
            by=member,
        )


def test_a_week_holds_from_a_day_on():
    member = a_member()
    days.set_working_days(member=member, weekdays=[4, 2, 3], starts_on=MONDAY, by=member)
    days.set_working_days(member=member, weekdays=[1], starts_on=FRIDAY, by=member)

    assert queries.working_days_of(member, MONDAY - timedelta(days=1)) == {1, 2, 3, 4, 5}
    assert queries.working_days_of(member, MONDAY) == {2, 3, 4}
    assert queries.working_days_of(member, FRIDAY) == {1}


def test_a_week_is_set_again_from_the_same_day():
    member = a_member()
    days.set_working_days(member=member, weekdays=[1, 2], starts_on=MONDAY, by=member)
    days.set_working_days(member=member, weekdays=[3], starts_on=MONDAY, by=member)

    assert queries.working_days_of(member, MONDAY) == {3}


@pytest.mark.parametrize("weekdays", [[], [0], [8], [1, 9]])
def test_a_week_without_a_day_is_refused(weekdays):
    member = a_member()

    with pytest.raises(days.NoWorkingDay):
        days.set_working_days(member=member, weekdays=weekdays, starts_on=MONDAY, by=member)


def test_a_duty_officer_takes_the_place_of_another():
    manager = a_member("MANAGER")
    first, second = a_member(office=manager.office), a_member(office=manager.office)
    for officer in (first, second):
        days.set_duty_officer(office=manager.office, day=MONDAY, officer=officer, by=manager)

    assert last_act() == "staff.duty_officer_set"
    assert queries.duty_officer(manager.office, MONDAY) == second


@pytest.mark.parametrize("role", ["CLERK", "TRAINEE", "FACILITATOR"])
def test_only_who_holds_files_is_duty_officer(role):
    manager = a_member("MANAGER")
    other = a_member(role, office=manager.office)

    with pytest.raises(days.NotOnDutyHere, match="is no officer or manager of this office"):
        days.set_duty_officer(office=manager.office, day=MONDAY, officer=other, by=manager)


def test_an_officer_of_another_office_is_not_on_duty_here():
    manager = a_member("MANAGER")

    with pytest.raises(days.NotOnDutyHere):
        days.set_duty_officer(
            office=manager.office, day=MONDAY, officer=a_member(office=an_office()), by=manager
        )


@pytest.mark.parametrize("day", [MONDAY, date(2026, 11, 28)], ids=["away", "saturday"])
def test_who_is_not_there_is_not_on_duty(day):
    manager = a_member("MANAGER")
    officer = a_member(office=manager.office)
    away(officer, length=1)

    with pytest.raises(days.NotThereThatDay, match="is not there on"):
        days.set_duty_officer(office=manager.office, day=day, officer=officer, by=manager)


def opened(by: StaffMember, username: str = "N.Kim"):
    return accounts.open_account(
        username=username, given_name="Nari", surname="Kim", language="fr", by=by
    )


def test_an_account_is_opened_with_a_first_password():
    member, password = opened(a_member("ADMINISTRATOR"))

    assert Entry.objects.get(act="staff.account_opened").reason == "Nari Kim (n.kim)"
    assert (member.username, member.speaks, member.must_change_password) == ("n.kim", ["fr"], True)
    assert len(password) == 19
    assert member.check_password(password)


def test_a_sign_in_name_is_taken_once():
    by = a_member("ADMINISTRATOR")
    opened(by)

    with pytest.raises(accounts.NameTaken) as refusal:
        opened(by, "n.KIM ")
    assert refusal.value.field == "username"


def test_a_closed_account_opens_again_with_a_new_password():
    by, member = a_member("ADMINISTRATOR"), a_member()
    accounts.close_account(member=member, by=by, reason="left")
    closed = StaffMember.objects.get(pk=member.pk).is_active
    password = accounts.reopen_account(member=member, by=by, reason="came back")

    known = StaffMember.objects.get(pk=member.pk)
    assert (closed, known.is_active, known.check_password(password)) == (False, True, True)
    assert last_act() == "staff.account_reopened"


@pytest.mark.parametrize("act", [accounts.close_account, accounts.reset_sign_in])
def test_nobody_does_this_to_their_own_account(act):
    by = a_member("ADMINISTRATOR")

    with pytest.raises(accounts.OwnAccount, match="Ask another administrator"):
        act(member=by, by=by, reason="a try")

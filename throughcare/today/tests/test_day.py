"""A member's day, from what is on file."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.tests.factories import a_contact
from throughcare.orders.commands import asking, confirming
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.people.tests.factories import a_person
from throughcare.record.asof import as_of
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.today.queries.coming import outcomes_on
from throughcare.today.queries.day import LINES, day_of
from throughcare.today.queries.lines import Group

DAY = timedelta(days=1)


def group(day, which):
    [found] = [each for each in day.groups if each.group is which]
    return [thing for line in found.lines for thing in (line.first, *line.others)]


def test_an_empty_day_has_every_group_and_nothing_in_it(officer, on):
    day = day_of(officer, on)

    assert (day.files, day.lines, day.late, day.breaches, day.forced_reasons) == (0, 0, 0, 0, 0)
    assert [each.group for each in day.groups] == list(Group)
    assert list(day.meetings) == []


def test_who_was_directed_for_today_stands_by_the_clock(case, officer, on):
    a_direction(case, officer, due_on=on, due_time=time(13, 30), place="Room 2")

    [meeting] = day_of(officer, on).meetings

    assert (meeting.who.surname, meeting.at, meeting.place) == ("Lavallée", time(13, 30), "Room 2")
    assert meeting.came == ""


@pytest.mark.parametrize("outcome", ["CAME", "DID_NOT_COME"])
def test_whether_they_came_is_said(case, officer, on, outcome):
    a_direction(case, officer, due_on=on, due_time=time(10))
    a_contact(case, officer, outcome=outcome)

    [meeting] = day_of(officer, on).meetings

    assert meeting.came == outcome.lower()


def test_having_come_outweighs_having_missed(case, officer, on):
    for outcome, hours in (("CAME", 2), ("DID_NOT_COME", 1)):
        at = clock.now() - timedelta(hours=hours)
        a_contact(case, officer, outcome=outcome, happened_at=at, joint=True)

    assert outcomes_on([case.pk], on) == {case.pk: "came"}


def test_whether_they_came_is_known_as_soon_as_it_is_recorded_and_in_no_past_before(
    case, officer, on
):
    def seen():
        return outcomes_on([case.pk], on)[case.pk]

    before = clock.wall()
    known = [seen()]
    for outcome in ("DID_NOT_COME", "CAME"):
        a_contact(case, officer, outcome=outcome, joint=True)
        known.append(seen())

    assert known == ["", "did_not_come", "came"]
    for _time in range(2):
        with as_of(before):
            assert seen() == ""


def test_another_days_direction_is_not_today(case, officer, on):
    a_direction(case, officer, due_on=on + DAY)

    assert list(day_of(officer, on).meetings) == []


def test_a_missed_direction_is_a_possible_breach_and_not_our_lateness(case, officer, on):
    with clock.frozen(clock.now() - timedelta(days=9)):
        a_direction(case, officer, due_on=on - timedelta(days=2))

    day = day_of(officer, on)

    [thing] = group(day, Group.BREACH)
    assert (thing.when, thing.action, thing.forced) == ("2 days late", "Decide", True)
    assert day.breaches == day.forced_reasons == 1
    assert "direction" not in {each.key.split(":")[0] for each in group(day, Group.LATE)}


def test_an_order_to_confirm_is_new(case, officer, on):
    an_order(case, a_member("CLERK", office=officer.office))

    assert "Confirm" in [each.action for each in group(day_of(officer, on), Group.NEW)]


def test_a_confirmed_order_asks_for_its_explanation(case, officer, on):
    an_order(case, officer, confirmed=True)

    assert "Explain" in [each.action for each in group(day_of(officer, on), Group.LATE)]


@pytest.mark.parametrize(
    ("made_on", "listed"),
    [
        pytest.param(date(2025, 12, 1), "in 4 days", id="ends_november_30"),
        pytest.param(date(2025, 11, 27), "today", id="ends_today"),
        pytest.param(date(2025, 12, 11), "in 14 days", id="ends_in_two_weeks"),
        pytest.param(date(2025, 12, 12), None, id="ends_later"),
        pytest.param(date(2025, 11, 26), None, id="ended_yesterday"),
    ],
)
def test_an_order_that_ends_soon_is_a_date(case, officer, on, made_on, listed):
    an_order(case, officer, confirmed=True, made_on=made_on)

    found = [each.note for each in group(day_of(officer, on), Group.DATES)]

    assert found == ([listed] if listed else [])


def test_a_file_that_came_this_week_is_new(officer, on):
    a_case(holder=officer, person=a_person(surname="Szabo"))

    [thing] = group(day_of(officer, on), Group.NEW)

    assert (thing.who.surname, thing.action, thing.when) == (
        "Szabo",
        "Read",
        "Thu\u00a026\u00a0Nov",
    )


def test_an_unanswered_query_waits_on_the_court_office(case, officer, on):
    order = an_order(case, officer, confirmed=True)
    with clock.frozen(clock.now() - timedelta(days=3)):
        said = {"to": "COURT_OFFICE", "words": "Which address?", "by": officer}
        asking.ask_query(id=new_id(), order=order, **said)

    [thing] = group(day_of(officer, on), Group.WAITING)

    assert (thing.when, thing.what, thing.note) == ("Court office", "Which address?", "3 days")


def test_a_colleagues_files_are_not_in_my_day(officer, on):
    a_case(holder=a_member("OFFICER", office=officer.office))

    assert day_of(officer, on).files == 0


def queries_for(officer, on):
    with CaptureQueriesContext(
        connection,
    ) as counted:
        day_of(officer, on)
    return len(counted)


def test_sixty_files_cost_as_many_queries_as_one(case, officer, on):
    a_direction(case, officer, due_on=on)
    one = queries_for(officer, on)
    for _each in range(11):
        a_direction(a_case(holder=officer), officer, due_on=on)

    assert queries_for(officer, on) == one


def test_no_more_lines_than_fit_and_nothing_is_lost(officer, on):
    for _each in range(LINES + 5):
        a_case(holder=officer)

    day = day_of(officer, on)

    [new] = [each for each in day.groups if each.group is Group.NEW]
    assert (day.lines, new.people) == (LINES, LINES + 5)


def page(client, member, address="/today/"):
    return signed_in(client, member).get(address)


def test_the_page_shows_the_day(client, case, officer, on):
    a_direction(case, officer, due_on=on, due_time=time(13, 30))
    html = page(client, officer).content.decode()

    assert "Thursday 26\u00a0November" in html
    assert html.count("<h1") == 1
    assert f'href="/cases/{case.number}/"' in html
    assert "13:30" in html


def test_a_group_can_be_opened_whole(client, officer, on):
    for _each in range(LINES + 5):
        a_case(holder=officer)

    closed, opened = (
        page(client, officer, each).content.decode() for each in ("/today/", "/today/?all=new")
    )

    assert "5 more people" in closed
    assert "more people" not in opened


@pytest.mark.parametrize("asked", ["?all=no-such", "?all=", "?all=late&all=late"])
def test_an_unknown_group_opens_nothing(client, officer, asked):
    assert page(client, officer, f"/today/{asked}").status_code == 200


@pytest.mark.parametrize("role", ["ANALYST", "ADMINISTRATOR", "CLERK", "REVIEWER", "FACILITATOR"])
def test_who_sees_no_file_has_no_day(client, db, role):
    assert page(client, a_member(role)).status_code == 404


def test_an_officers_day_starts_here(client, officer):
    assert page(client, officer, "/")["Location"] == "/today/"


def test_the_head_of_a_file_says_what_is_due(client, case, officer, on):
    order = an_order(case, officer)
    confirming.confirm_order(order=order, by=officer)
    a_direction(case, officer, due_on=on + DAY, place="Room 2")
    a_contact(case, officer)
    html = page(client, officer, f"/cases/{case.number}/").content.decode()

    assert "Due from us" in html
    assert "Owed by the person" in html
    assert "How do we know?" in html
    assert "Works nights at the mill." in html
    assert "Room 2" in html

"""The victim card: opens to few, for a while, with a reason; the database guards its rows."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.commands import covering
from throughcare.cases.tests.factories import a_conflict, restricted
from throughcare.cases.watching import WATCHING
from throughcare.record import asof
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.looks import Look
from throughcare.record.models import Entry
from throughcare.staff.commands import days
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.victims import commands
from throughcare.victims.models import Victim
from throughcare.victims.queries import may_open, victims_of
from throughcare.victims.tests.factories import NAME, REASON, a_victim, closed, opened

pytestmark = pytest.mark.django_db


def may(case, member):
    set_viewer(member.pk)
    return may_open(case)


def seen(case, member):
    set_viewer(member.pk)
    return [each.name for each in victims_of(case)]


@pytest.fixture
def victim(case, officer):
    """A victim whom the holder registered; their card is closed again."""
    return a_victim(case, officer, phone="705-555-0177")


def covered(case, by, covering_member, **what):
    today = clock.today(case.office.zone)
    covering.cover_cases(
        id=new_id(), covering=covering_member, by=by, starts_on=today,
        ends_before=today + timedelta(days=2), **what,
    )  # fmt: skip


def test_the_holder_sees_it_after_a_reason_and_for_a_while(case, officer, victim):
    assert seen(case, officer) == []

    opening = opened(case, officer)

    assert seen(case, officer) == [NAME]
    assert opening.ends_at - opening.opened_at == timedelta(minutes=WATCHING.card_minutes)
    closed(case)
    assert seen(case, officer) == []


@pytest.mark.parametrize("what", ["file", "officer"])
def test_who_covers_may_open_it(case, officer, manager, colleague, what):
    assert not may(case, colleague)

    covered(
        case, manager, colleague, **({"cases": [case]} if what == "file" else {"officer": officer})
    )

    assert may(case, colleague)


def test_the_duty_officer_of_the_day_may_open_it(case, office, manager, colleague):
    today = clock.today(office.zone)
    days.set_duty_officer(office=office, day=today, officer=colleague, by=manager)

    assert may(case, colleague)
    assert not may(case, manager)


@pytest.mark.parametrize("role", ["MANAGER", "CLERK", "REVIEWER", "OFFICER", "COURT_LIAISON"])
def test_nobody_else_of_the_office_may(case, office, role):
    member = a_member(role, office=office)

    assert not may(case, member)
    with pytest.raises(commands.CardIsClosed):
        opened(case, member)


def test_an_opening_alone_shows_nothing_to_who_no_longer_may(case, manager, colleague, victim):
    covered(case, manager, colleague, cases=[case])
    opened(case, colleague)
    assert seen(case, colleague) == [NAME]

    a_conflict(case, colleague)

    assert seen(case, colleague) == []


def test_a_restriction_closes_it_to_who_is_not_named(case, office, manager, colleague):
    today = clock.today(office.zone)
    days.set_duty_officer(office=office, day=today, officer=colleague, by=manager)
    restricted(case)

    assert not may(case, colleague)


def test_a_leaver_sees_nothing(case, officer, victim):
    opened(case, officer)
    with entry("staff.posting_ended", by=System()):
        officer.postings.update(ends_before=clock.today())

    assert seen(case, officer) == []


def test_opening_needs_a_reason_and_happens_once(case, officer):
    sent = new_id()

    with pytest.raises(commands.ReasonMissing):
        opened(case, officer, reason=" ")
    assert opened(case, officer, id=sent) == opened(case, officer, id=sent)


def test_without_a_viewer_nothing_is_seen(case, officer, victim):
    opened(case, officer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.viewer', '', true)")

    assert victims_of(case) == []


@pytest.mark.parametrize(
    "table", ["public.victims_victim", "history.victims_victim", "asof.victims_victim"]
)
def test_raw_sql_sees_no_more_than_the_card(case, officer, colleague, victim, table):
    opened(case, officer)

    def rows(member):
        set_viewer(member.pk)
        with asof.as_of(clock.wall()), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            return cursor.fetchone()[0]

    assert (rows(officer), rows(colleague)) == (1, 0)


def test_nobody_writes_a_victim_past_the_card(case, colleague, victim):
    set_viewer(colleague.pk)

    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        entry("victims.registered", by=colleague),
    ):
        Victim.objects.create(case=case, name="Smuggled")
    with entry("victims.registered", by=colleague):
        assert Victim.objects.update(name="Changed") == 0
        assert Victim.objects.all().delete()[0] == 0


def test_its_entries_name_neither_file_nor_person(case, officer, victim):
    about = Entry.objects.filter(act__startswith="victims.")

    assert about.exists()
    assert set(about.values_list("case_id", "person_id")) == {(None, None)}


# the page


def page_of(client, member, case, method="get", **said):
    signed_in(client, member)
    return getattr(client, method)(reverse("victims:card", args=[case.number]), said)


def test_the_page_asks_for_a_reason_then_shows_and_says_why(client, case, officer, victim):
    assert NAME not in page_of(client, officer, case).text

    page_of(client, officer, case, "post", id=str(new_id()), reason=REASON)

    assert NAME in page_of(client, officer, case).text
    set_viewer(officer.pk)
    latest = Look.objects.filter(page="victims:card").latest("at")
    assert (latest.reason, latest.data_class) == (REASON, "victim")


def test_the_page_without_a_reason_says_what_is_missing(client, case, officer, victim):
    answer = page_of(client, officer, case, "post", id=str(new_id()), reason="")

    assert answer.status_code == 422
    assert NAME not in answer.text


def test_the_page_is_not_there_for_others(client, case, manager, victim):
    assert page_of(client, manager, case).status_code == 404
    assert page_of(client, manager, case, "post", reason=REASON).status_code == 404


def line(client, member, case):
    signed_in(client, member)
    text = client.get(reverse("cases:file", args=[case.number])).text
    return text[text.index('class="tc-victim"') :].split("</section>")[0]


def test_the_line_is_the_same_whether_or_not_anyone_is_registered(client, case, officer, manager):
    before = [line(client, member, case) for member in (officer, manager)]
    a_victim(case, officer)

    assert [line(client, member, case) for member in (officer, manager)] == before
    assert reverse("victims:card", args=[case.number]) in before[0]
    assert reverse("victims:card", args=[case.number]) not in before[1]


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "opens in the present only"), ("fr", "ne s’ouvre qu’au présent")],
)
def test_a_past_page_says_that_the_card_opens_in_the_present_only(
    client, case, officer, language, says
):
    signed_in(client, officer).cookies["throughcare_language"] = language
    there = reverse("cases:file", args=[case.number])

    past = client.get(f"/as-known-on/{clock.wall().isoformat()}{there}").text

    assert says in past
    assert reverse("victims:card", args=[case.number]) not in past
    assert says not in client.get(there).text

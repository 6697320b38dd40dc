"""A manager sees on their day what was set aside in the office, by whom and why."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughcare import clock
from throughcare.cases.commands.holding import mark_uncovered
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.decisions.models import Answer, SetAside
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office, signed_in
from throughcare.today.queries.office import office_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def manager(officer):
    return a_member("MANAGER", office=officer.office, given_name="Louise", surname="Tremblay")


def aside(case, by, **said):
    """Keep a decision to set something aside."""
    said = {"what": "To report on November 20", "reason_code": "SICK"} | said
    said = {"answer": Answer.NOT_ASKED, "decided_at": clock.now()} | said
    day = clock.today()
    with entry("decisions.set_aside", by=by, case=case):
        return SetAside.objects.create(
            case=case,
            requirement=f"direction:{said['what']}",
            starts_on=day,
            ends_before=day + DAY,
            decided_by=by,
            **said,
        )


def whats(member, on):
    return [each.what for each in office_of(member, on).overrides]


@pytest.mark.parametrize("role", ["OFFICER", "CLERK", "TRAINEE"])
def test_who_does_not_answer_for_the_office_has_no_such_list(on, officer, role):
    assert office_of(a_member(role, office=officer.office), on) is None


def test_a_decision_says_in_whose_file_what_by_whom_and_why(on, manager, officer, case):
    aside(case, officer, words="Clinic note seen.")

    [found] = office_of(manager, on).overrides

    assert (found.number, found.name.surname) == (case.number, "Lavallée")
    assert (found.what, found.by) == ("To report on November 20", officer.full_name)
    assert found.why.endswith("Clinic note seen.")
    assert (found.at, found.waits) == (clock.now(), False)


@pytest.mark.parametrize(
    ("ago", "shown"), [(timedelta(0), True), (timedelta(hours=11), True), (DAY, False)]
)
def test_only_what_was_decided_today_is_listed(on, manager, officer, case, ago, shown):
    aside(case, officer, decided_at=clock.now() - ago)

    assert bool(whats(manager, on)) is shown


def test_what_was_taken_back_is_left_out(on, manager, officer, case):
    aside(case, officer, withdrawn_at=clock.now())

    assert whats(manager, on) == []


def test_what_waits_for_approval_is_listed_and_counted(on, manager, officer, case):
    aside(case, officer, answer=Answer.WAITING)

    found = office_of(manager, on)

    assert ([each.waits for each in found.overrides], found.waiting) == ([True], 1)


def test_the_latest_stands_first(on, manager, officer, case):
    for hours, what in ((3, "first"), (1, "last"), (2, "middle")):
        aside(case, officer, what=what, decided_at=clock.now() - timedelta(hours=hours))

    assert whats(manager, on) == ["last", "middle", "first"]


def test_a_file_of_another_office_is_not_among_them(on, manager):
    stranger = a_member("OFFICER", office=an_office(name="North Bay", name_fr="North Bay"))
    aside(a_case(holder=stranger), stranger)

    assert whats(manager, on) == []


def test_a_restricted_file_is_not_among_them(on, manager, officer, case):
    aside(case, officer)
    restricted(case)

    assert whats(manager, on) == []


def test_uncovered_files_are_counted(on, manager, officer):
    for case in [a_case(holder=officer, happened_at=clock.now() - DAY) for _ in "abc"][:2]:
        mark_uncovered(id=new_id(), case=case, reason="Vacant", by=manager)

    assert office_of(manager, on).uncovered == 2


def test_it_costs_as_many_queries_for_one_decision_as_for_many(on, manager, officer, case):
    counts = []
    office_of(manager, on)  # the first time, the member's posting is read too
    for turn in range(2):
        for number in range(1 + 9 * turn):
            aside(a_case(holder=officer), officer, what=f"{turn} {number}")
        with CaptureQueriesContext(connection) as queries:
            office_of(manager, on)
        counts.append(len(queries))

    assert counts == [4, 4]


@pytest.mark.parametrize(
    ("language", "title", "nothing"),
    [
        ("en", "Set aside in the office today", "Nothing was set aside today."),
        ("fr", "Mis de côté au bureau aujourd’hui", "Rien n’a été mis de côté aujourd’hui."),
    ],
)
def test_the_page_says_it_in_both_languages(
    client, manager, officer, case, language, title, nothing
):
    client.cookies["throughcare_language"] = language
    address = reverse("today:today")
    before = signed_in(client, manager).get(address).content.decode()
    aside(case, officer, what="To report on November 20")
    after = client.get(address).content.decode()

    assert (title in before, nothing in before) == (True, True)
    assert (officer.full_name in after, nothing in after) == (True, False)
    assert reverse("decisions:of_file", args=[case.number]) in after


def test_an_officers_page_has_no_such_section(client, officer, case):
    html = signed_in(client, officer).get(reverse("today:today")).content.decode()

    assert 'id="set-aside"' not in html

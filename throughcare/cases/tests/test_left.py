"""A file whose holder no longer works at its office is nobody's, on every page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import holding
from throughcare.cases.header import header_of
from throughcare.cases.queries.caseload import counted_filters
from throughcare.cases.queries.caseloads import caseloads
from throughcare.cases.queries.file import state_of
from throughcare.cases.queries.holders import numbers_left, works_here
from throughcare.cases.queries.office import uncovered_files
from throughcare.cases.tests.factories import a_case
from throughcare.people.queries import person_card
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.staff.models import Posting
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


def end_posting(member):
    with entry("staff.posting_ended", by=System()):
        member.postings.update(ends_before=clock.today())


def sign_off(member):
    member.is_active = False
    member.save()


def move(member):
    end_posting(member)
    with entry("staff.posted", by=System()):
        Posting.objects.create(
            member=member, office=an_office(), role="OFFICER", starts_on=clock.today()
        )


WAYS = [
    pytest.param(end_posting, id="posting_ended"),
    pytest.param(sign_off, id="account_closed"),
    pytest.param(move, id="moved_to_another_office"),
]


def header(case, member):
    state = state_of(case, member, clock.today())
    return header_of(state, person_card(case.person_id, on=clock.today()), "file")


@pytest.mark.parametrize("leave", WAYS)
def test_who_left_holds_nothing(case, officer, office, leave):
    today = clock.today()
    assert works_here(officer, office, today) is True
    assert numbers_left([case.number], today) == set()

    leave(officer)

    assert works_here(officer, office, today) is False
    assert numbers_left([case.number], today) == {case.number}


@pytest.mark.parametrize("leave", WAYS)
def test_the_office_counts_such_a_file_as_uncovered(case, officer, manager, leave):
    today = clock.today()
    assert uncovered_files(manager, today) == []

    leave(officer)

    [waiting] = uncovered_files(manager, today)
    assert (waiting.number, waiting.left) == (case.number, True)
    assert {each.name: each.files for each in caseloads(manager, today)} == {"Tremblay, Louise": 0}


def test_a_file_recorded_as_uncovered_is_not_of_who_left(case, manager):
    holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Vacant")

    [waiting] = uncovered_files(manager, clock.today())

    assert (waiting.number, waiting.left) == (case.number, False)


def test_the_longest_without_an_officer_stands_first(case, officer, manager, office):
    later = a_case(office=office)
    holding.mark_uncovered(id=new_id(), case=later, by=manager, reason="Vacant")
    end_posting(officer)

    found = [each.number for each in uncovered_files(manager, clock.today())]

    assert found == [case.number, later.number]


@pytest.mark.parametrize(
    ("language", "holder", "flag"),
    [
        (
            "en",
            "A. Okafor, who no longer works here",
            "Uncovered: held by someone who no longer works here",
        ),
        (
            "fr",
            "A. Okafor, qui ne travaille plus ici",
            "Sans agent\u00a0: confié à une personne qui ne travaille plus ici",
        ),
    ],
)
def test_the_header_says_so(case, officer, manager, language, holder, flag):
    end_posting(officer)

    with translation.override(language):
        shown = header(case, manager)

    assert (shown.officer, list(shown.flags)) == (holder, [flag])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "held by someone who no longer works here"),
        ("fr", "confié à une personne qui ne travaille plus ici"),
    ],
)
@pytest.mark.parametrize("name", ["list", "office"])
def test_the_pages_say_so(as_manager, case, officer, name, language, sentence):
    as_manager.cookies["throughcare_language"] = language
    url = reverse(f"cases:{name}") + "?whose=office"
    assert sentence not in as_manager.get(url).text

    end_posting(officer)

    assert as_manager.get(url).text.count(sentence) == 1


def test_the_office_adds_up(as_manager, case, officer, colleague):
    a_case(holder=colleague)
    end_posting(officer)

    answer = as_manager.get(reverse("cases:office"))

    assert answer.context["files"] == 2
    assert len(answer.context["uncovered"]) == 1
    assert [each.files for each in answer.context["caseloads"]] == [1, 0]


def test_a_file_given_to_someone_here_is_held_again(case, officer, colleague, manager):
    end_posting(officer)

    holding.assign_officer(id=new_id(), case=case, holder=colleague, by=manager)

    assert uncovered_files(manager, clock.today()) == []
    assert list(header(case, manager).flags) == []


def test_until_the_day_they_left_the_holder_worked_here(case, officer, manager):
    end_posting(officer)
    state = state_of(case, manager, clock.today() - timedelta(days=3))

    assert state.left is False
    assert state_of(case, manager, clock.today()).left is True


def test_who_is_posted_from_tomorrow_does_not_work_here_yet(office):
    comes = a_member("OFFICER", office=office, since=clock.today() + timedelta(days=1))

    assert works_here(comes, office, clock.today()) is False
    assert works_here(comes, office, clock.today() + timedelta(days=1)) is True


@pytest.mark.parametrize("leave", WAYS)
def test_the_list_counts_a_file_of_who_left_among_the_uncovered(case, officer, office, leave):
    manager, today = a_member("MANAGER", office=office), clock.today()

    def uncovered():
        counted = counted_filters(manager, today, chosen="all")
        return next(each.count for each in counted if each.code == "uncovered")

    before = uncovered()
    leave(officer)

    assert (before, uncovered()) == (0, 1)

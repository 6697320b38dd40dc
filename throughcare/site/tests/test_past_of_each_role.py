"""Which pages of the past each role opens: those it reads today, and none that would write."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import a_person
from throughcare.record.models import Entry
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db

OF_A_FILE = (
    "",
    "summary/",
    "identity/",
    "documents/",
    "record/",
    "orders/",
    "contacts/",
    "checks/",
    "account/",
    "set-aside/",
)
READS_FILES = {
    "OFFICER",
    "MANAGER",
    "CLERK",
    "COURT_LIAISON",
    "INSTITUTION_LIAISON",
    "FACILITATOR",
    "REVIEWER",
}
READERS = {
    "/cases/": READS_FILES | {"TRAINEE"},
    "/find/?q=lavallee": READS_FILES | {"TRAINEE"},
    "/office/": READS_FILES - {"FACILITATOR"},
    "/today/": {"OFFICER", "MANAGER", "TRAINEE"},
}
WRITING = (
    "/intake/",
    "/intake/new/",
    "/intake/expected/",
    "/people/new/",
    "/office/cover/",
    "/office/set-aside/",
    "/office/no-staff/",
)
WRITING_A_FILE = (
    "assign/",
    "uncovered/",
    "cover/",
    "level/",
    "away/",
    "transfer/",
    "restrict/",
    "close/",
    "direct/",
    "contacts/new/",
    "identity/add-name/",
)
NO_PAST = (
    "/staff/",
    "/staff/account/",
    "/staff/office/",
    "/staff/roles/",
    "/counts/",
    "/patterns/",
    "/help/",
    "/accessibility/",
)


@pytest.fixture
def office():
    """An office."""
    return an_office()


@pytest.fixture
def case(office):
    """A file there, opened a month ago."""
    officer = a_member("OFFICER", office=office)
    opened = clock.now() - timedelta(days=30)
    return a_case(holder=officer, person=a_person(), happened_at=opened)


@pytest.fixture
def when(case):
    """The instant at which everything so far was known, as an address says it."""
    last = Entry.objects.order_by("-number").first()
    return last.recorded_at.isoformat().replace("+00:00", "Z")


def answers(client, member, when, addresses):
    """The status with which a member is answered for each page of a past."""
    signed_in(client, member)
    return {each: client.get(f"/as-known-on/{when}{each}").status_code for each in addresses}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_the_past_of_what_it_reads(client, office, when, role):
    found = answers(client, a_member(role, office=office), when, READERS)

    assert found == {page: 200 if role in who else 404 for page, who in READERS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_every_part_of_a_file_or_none(client, office, case, when, role):
    pages = [f"/cases/{case.number}/{part}" for part in OF_A_FILE]
    found = answers(client, a_member(role, office=office), when, pages)

    assert found == dict.fromkeys(pages, 200 if role in READS_FILES else 404)


def test_a_manager_is_shown_each_of_these_forms_in_the_present(client, office, case):
    signed_in(client, a_member("MANAGER", office=office))
    pages = [*WRITING, *(f"/cases/{case.number}/{part}" for part in WRITING_A_FILE)]

    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


@pytest.mark.parametrize("role", ROLES)
def test_no_role_is_shown_a_form_of_the_office(client, office, when, role):
    found = answers(client, a_member(role, office=office), when, WRITING)

    assert found == dict.fromkeys(WRITING, 404)


@pytest.mark.parametrize("role", ROLES)
def test_no_role_is_shown_a_form_of_a_file(client, office, case, when, role):
    pages = [f"/cases/{case.number}/{part}" for part in WRITING_A_FILE]
    found = answers(client, a_member(role, office=office), when, pages)

    assert found == dict.fromkeys(pages, 404)


@pytest.mark.parametrize("role", ROLES)
def test_what_has_no_past_leads_to_the_present_for_every_role(client, office, when, role):
    found = answers(client, a_member(role, office=office), when, NO_PAST)

    assert found == dict.fromkeys(NO_PAST, 307)


def test_a_trainee_opens_the_past_of_a_file_they_hold(client, office):
    trainee = a_member("TRAINEE", office=office)
    case = a_case(holder=trainee, person=a_person())
    now = clock.wall().isoformat().replace("+00:00", "Z")
    pages = [f"/cases/{case.number}/{part}" for part in OF_A_FILE]

    assert answers(client, trainee, now, pages) == dict.fromkeys(pages, 200)


def test_another_office_opens_no_part_of_the_file(client, case, when):
    pages = [f"/cases/{case.number}/{part}" for part in OF_A_FILE]

    found = answers(client, a_member("MANAGER"), when, pages)

    assert found == dict.fromkeys(pages, 404)


@pytest.mark.parametrize("close", [restricted, a_conflict], ids=["restricted", "in_conflict"])
def test_what_was_closed_to_a_member_today_is_closed_in_every_past(
    client, office, case, when, close
):
    member = a_member("OFFICER", office=office)
    pages = [f"/cases/{case.number}/{part}" for part in OF_A_FILE]
    assert set(answers(client, member, when, pages).values()) == {200}

    close(case) if close is restricted else close(case, member)

    assert set(answers(client, member, when, pages).values()) == {404}


@pytest.mark.parametrize("role", sorted(READS_FILES))
def test_what_came_later_is_told_to_whoever_reads_the_file(client, office, case, when, role):
    page = f"/what-came-later/{case.number}/"

    assert answers(client, a_member(role, office=office), when, [page]) == {page: 200}


@pytest.mark.parametrize("role", sorted(set(ROLES) - READS_FILES))
def test_what_came_later_is_absent_for_the_others(client, office, case, when, role):
    page = f"/what-came-later/{case.number}/"

    assert answers(client, a_member(role, office=office), when, [page]) == {page: 404}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_sent_to_a_past_page(client, office, case, when, method):
    signed_in(client, a_member("OFFICER", office=office))
    before = Entry.objects.count()
    answer = getattr(client, method)(f"/as-known-on/{when}/cases/{case.number}/")

    assert (answer.status_code, Entry.objects.count()) == (405, before)

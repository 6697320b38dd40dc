"""Every page for every role in every relation, tried for real, against the table people read."""

import logging
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.http import HttpResponse

from tests.matrix import cells, may
from tests.walk import every_route
from tests.world import an_office_of_people, fill, of_office
from throughcare.access import Permission
from throughcare.cases.commands import restriction
from throughcare.cases.commands.emergency import open_in_emergency
from throughcare.cases.tests.factories import a_conflict
from throughcare.pages import answers
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in

pytestmark = pytest.mark.walk

# Whoever may, is answered: with the page, with the form again, or led to another page.
ANSWERS = {200, 302, 409, 422}
# What opens only with something more than its address names, each with what that is.
NEEDS_MORE = {
    "staff:end_session": "a session of the member's own, by a name that is no key",
    "staff:correct_absence": "an absence of the member's own, or of the office they run",
    "staff:absence": "the member, or one of the office they run",
    "decisions:set_aside": "a signed line that says what is set aside",
    "verification:record": "a condition of an order in force, in the query",
    "cases:review_day": "a member, a day and why, in the query",
    "cases:accept_transfer": "a transfer that waits",
    "cases:end_cover": "the cover of an officer; that of one file ends on its own page",
    "orders:order": "a condition, when it is sent",
}
# What opens to one role only with something more.
OF_A_ROLE = {
    ("cases:review_emergency", "ADMINISTRATOR"): "who opened it is the only manager of an office",
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch, settings, tmp_path):
    """Leave the drawing of pages out: who may see is settled before."""
    settings.DOCUMENTS_FOLDER = tmp_path
    logging.disable(logging.CRITICAL)
    monkeypatch.setattr(
        answers, "render", lambda _request, _name, _known, status: HttpResponse(status=status)
    )
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def there(db):
    return an_office_of_people()


def in_relation(there, member):
    """Return a filled file for each relation in which a member can stand to one."""
    elsewhere = an_office_of_people()
    files = {relation: fill(there.officer) for relation in ("office", "restricted", "named")}
    for relation in ("restricted", "named"):
        restriction.restrict_case(
            id=new_id(), case=files[relation].case, reason="Known to staff", by=there.officer,
            members=[member] if relation == "named" else [],
        )  # fmt: skip
    files["other_office"] = fill(elsewhere.officer)
    files["cover"] = fill(there.officer, covered_by=member)
    if Permission.OPEN_IN_EMERGENCY in ROLES[member.role].permissions:
        files["emergency"] = fill(elsewhere.officer)
        number = files["emergency"].case.number
        open_in_emergency(id=new_id(), number=number, reason="A threat was heard", by=member)
    files["conflict"] = fill(there.officer)
    a_conflict(files["conflict"].case, member)
    if ROLES[member.role].holds_cases:
        files["own"] = fill(member)
    return files


def answered(client, method, url, kept):
    """Return the status of an answer, with all that it wrote taken back."""
    client.cookies = SimpleCookie(kept.output(header="", sep=";"))
    with transaction.atomic():
        answer = client.get(url) if method == "GET" else client.post(url, {})
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    return answer.status_code


def is_right(cell, status):
    """Say whether an answer is what the declarations make of a cell."""
    if status == 405:
        return cell.route.declared.permission in ROLES[cell.role].permissions
    needs_more = cell.route.name in NEEDS_MORE or (cell.route.name, cell.role) in OF_A_ROLE
    if needs_more and status == 404:
        return True
    return status in (ANSWERS if may(cell) else {404})


def wrong_cells(client, there, member):
    """Return how many cells of a member's role were tried, and those that came out otherwise."""
    signed_in(client, with_sign_in(member))
    files, common = in_relation(there, member), of_office(there, member)
    kept, tried, wrong = client.cookies, 0, []
    for each in files.values():
        each.said = common | each.said
    for cell in cells(member.role):
        url = files[cell.relation or "office"].url(cell.route)
        status = answered(client, cell.method, url, kept)
        tried += 1
        if not is_right(cell, status):
            wrong.append(f"{cell.route.name} {cell.method} {cell.relation}: {status}")
    return tried, wrong


@pytest.mark.parametrize("role", ROLES)
def test_every_cell_of_a_role_is_as_the_table_says(client, there, role, capsys):
    """No page opens that the table keeps closed, and none is closed that it opens."""
    tried, wrong = wrong_cells(client, there, a_member(role, office=there.office))

    with capsys.disabled():
        print(f"\nwho may see: {role}: {tried} cells tried", end="")
    assert wrong == [], "\n".join(wrong)


def test_what_needs_more_is_still_there():
    """The list of pages that need more than an address holds nothing that is gone."""
    needing = {*NEEDS_MORE, *(name for name, _role in OF_A_ROLE)}
    assert needing - {route.name for route in every_route()} == set()

"""What was entered after an instant is on no page, paper, list or search as known at it.

Every text of the office is changed afterwards, and more of everything is entered: each answer
about the instant stays byte for byte what it was before. The walk goes by declarations: a new page
is in it.
"""

import logging

import pytest
from django.db import transaction
from django.urls import reverse

from tests.world import an_office_of_people, fill, of_office
from throughcare import clock
from throughcare.account.remembering import Memory
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.tests.factories import a_person
from throughcare.site.tests.hidden import (
    MARK,
    answer,
    change_everything,
    past_walk,
    unlike,
    with_mark,
)
from throughcare.staff.tests.factories import a_member, an_office, signed_in, with_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.walk]


@pytest.fixture(autouse=True)
def _quiet(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path
    logging.getLogger("django.request").disabled = True
    yield
    logging.getLogger("django.request").disabled = False


def of_then(text):
    """Return a page of the past, of any other answer its status: where there is no page of then,
    a page of today says so, with the menu of today."""
    return text if text.startswith("200") else text[:3]


@pytest.mark.parametrize("role", ["OFFICER", "MANAGER"])
def test_nothing_entered_later_is_on_a_page_as_known_before(client, role, capsys, monkeypatch):
    there = an_office_of_people()
    viewer = with_sign_in(a_member(role, office=there.office))
    files = [fill(each, covered_by=there.clerk) for each in (viewer, there.officer)]
    common, then = of_office(there, viewer), clock.wall().isoformat()
    for each in files:
        each.said = common | each.said
    signed_in(client, viewer)
    asked = list(past_walk(files, then))
    known = [(each, of_then(answer(client, each))) for each in asked]

    # One file of each holder more, with one of everything; then every text of the office changes.
    for each in (viewer, there.officer):
        fill(each, covered_by=there.clerk, emergency=False, surname=MARK, given="Zoé")
    taken = change_everything()
    # What this process remembers of then would hide a query that lets something later through.
    monkeypatch.setattr(Memory, "holding", lambda *_: {})
    later = [(each, answer(client, each)) for each in asked]

    with capsys.disabled():
        print(f"\nnothing later: {role}: {taken} texts changed, {len(later)} answers about the "
              "past searched and compared", end="")  # fmt: skip
    assert taken > 100
    assert with_mark(later, MARK) == []
    then = [(each, of_then(text)) for each, text in later]
    assert sum(text.startswith("200") for _each, text in then) > 40
    assert unlike(known, then) == [], "\n".join(unlike(known, then))


# counts without names


def a_world(investigations: int, courtesies: int, mark: str, *, hidden: int = 0):
    """Fill an office with files of each kind; the first ones of each are restricted."""
    kinds = {"SUPERVISION": 6, "REPORT_ONLY": 5} | {
        "INVESTIGATION": investigations, "COURTESY": courtesies,
    }  # fmt: skip
    office = an_office()
    for kind, many in kinds.items():
        for place in range(many):
            person = a_person(surname=f"{mark}{kind.lower()}{place}")
            case = a_case(office=office, kind=kind, person=person)
            if place < hidden:
                restricted(case)


def counted(client):
    signed_in(client, a_member("ANALYST", given_name="Min", surname="Zhang"))
    answer = client.get(reverse("cases:counts"))
    return answer.text.split("<main")[1].split("</main>")[0]


def test_counts_are_the_same_whoever_is_counted_and_however_small_groups_are(client):
    """Two worlds that differ in names, in what is restricted and inside of suppressed groups."""
    with transaction.atomic():
        a_world(1, 3, "first", hidden=0)
        one = counted(client)
        transaction.set_rollback(True)
    a_world(3, 1, MARK, hidden=2)
    other = counted(client)

    assert other == one
    assert MARK not in other
    assert other.count("suppressed") > 2

"""What is hidden from a viewer never leaves, on any page, paper, export, search, count or error.

Two worlds that differ only in what is hidden answer byte for byte the same, and the marks that
stand in all its texts are found in no answer. The walk goes by declarations: a new page is in it.
"""

import logging
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import reverse

from tests.world import Filled, an_office_of_people, fill, of_office
from throughcare import clock
from throughcare.record.ids import new_id
from throughcare.site.tests.hidden import (
    MARK,
    answer,
    hide,
    marked,
    own_walk,
    unlike,
    walk,
    with_mark,
)
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in
from throughcare.victims.tests.factories import a_victim, opened

pytestmark = [pytest.mark.django_db, pytest.mark.walk]


@pytest.fixture(autouse=True)
def _quiet(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path
    logging.getLogger("django.request").disabled = True
    yield
    logging.getLogger("django.request").disabled = False


def absent(number):
    """Return a file that is not there, for an address that names one."""
    person = SimpleNamespace(number=f"P-999{number:04}")
    names = ("row", "away", "order", "direction", "variation", "query", "event", "contact", "check")
    more = ("decision", "document", "cover", "emergency", "victim", "hold", "erasure")
    said = {name: new_id() for name in (*names, *more)}
    case = SimpleNamespace(number=f"C-2026-9{number:04}", person=person)
    return Filled(case, said | {"tongue": "fr"})


def answers(client, *walked):
    return [(each, answer(client, each)) for each in walk(*walked)]


@pytest.mark.parametrize("role", ["OFFICER", "MANAGER"])
def test_two_worlds_that_differ_in_what_is_hidden_answer_alike(client, role, capsys):
    there, elsewhere = an_office_of_people(), an_office_of_people()
    viewer = with_sign_in(a_member(role, office=there.office))
    seen = [fill(each, covered_by=there.clerk) for each in (viewer, there.officer)]
    common, then = of_office(there, viewer), clock.wall().isoformat()
    signed_in(client, viewer)
    with transaction.atomic():
        first = answers(client, common, seen, [absent(each) for each in range(3)], then)
        transaction.set_rollback(True)

    hidden = hide(there, elsewhere, viewer, seen)
    second = answers(client, common, seen, hidden, then)

    with capsys.disabled():
        print(f"\nnothing hidden: {role}: {len(second)} answers searched and compared", end="")
    numbers = [each for file in hidden for each in (file.case.number, file.case.person.number)]
    assert with_mark(second, MARK, *numbers) == []
    assert unlike(first, second) == [], "\n".join(unlike(first, second))
    assert MARK not in capsys.readouterr().err.casefold()


def test_an_open_card_shows_its_victims_on_its_own_pages_alone(client, capsys):
    """In no search, list, print or output, although the database lets the viewer see them now."""
    there = an_office_of_people()
    viewer = with_sign_in(a_member("OFFICER", office=there.office))
    file = fill(viewer)
    file.said |= of_office(there, viewer)
    file.said["victim"] = a_victim(file.case, viewer, **marked("victim")).pk
    opened(file.case, viewer)
    signed_in(client, viewer)

    answered = [(each, answer(client, each)) for each in own_walk(file, clock.wall().isoformat())]

    with capsys.disabled():
        print(f"\nnothing hidden: with an open card, {len(answered)} answers searched", end="")
    args = (file.case.number, file.said["victim"])
    own = [reverse("victims:card", args=args[:1]), reverse("victims:correct", args=args)]
    assert sorted(with_mark(answered, MARK)) == sorted(own)
    assert MARK not in capsys.readouterr().err.casefold()

"""The log of who looked: its months, and reading it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.record.looking import looks_at
from throughcare.record.looks import Look, make_months

pytestmark = pytest.mark.django_db
PERSON, OPEN, CLOSED = uuid4(), uuid4(), uuid4()
MONTHS = (
    "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'record_look'::regclass"
)


@pytest.fixture(autouse=True)
def viewer():
    """Somebody looks: without, the log is empty."""
    who = uuid4()
    set_viewer(who)
    return who


def a_look(viewer, *, hours=1, **said):
    """Keep a look of some hours ago."""
    usual = {
        "id": uuid4(),
        "at": clock.wall() - timedelta(hours=hours),
        "by_id": viewer,
        "by_name": "A. Roy",
        "by_role": "OFFICER",
        "page": "cases:file",
        "method": "GET",
        "use": "read",
        "data_class": "case",
        "people": [],
    }
    look = Look(**usual | said)
    look.save(force_insert=True)
    return look


def found(**said):
    usual = {"cases": [OPEN], "before": clock.wall()}
    return [look.pk for look in looks_at(PERSON, **usual | said)]


def partitions():
    with connection.cursor() as cursor:
        cursor.execute(MONTHS)
        return sorted(name for (name,) in cursor.fetchall())


def test_this_month_and_the_next_have_a_place():
    this = clock.wall()
    month = f"looked.month_{this:%Y_%m}"

    assert month in partitions()
    assert "looked.rest" in partitions()


def test_making_months_again_changes_nothing():
    before = partitions()
    make_months()

    assert partitions() == before


def test_newest_first_and_no_more_than_asked(viewer):
    old, new = (a_look(viewer, hours=each, person_id=PERSON).pk for each in (5, 2))

    assert found() == [new, old]
    assert found(most=1) == [new]
    assert found(before=clock.wall() - timedelta(hours=3)) == [old]


def test_a_look_at_a_closed_file_is_left_out(viewer):
    seen = a_look(viewer, person_id=PERSON, case_id=OPEN).pk
    a_look(viewer, person_id=PERSON, case_id=CLOSED)

    assert found() == [seen]


def test_who_was_only_named_is_found_when_asked_for(viewer):
    named = a_look(viewer, hours=2, people=[uuid4(), PERSON]).pk
    opened = a_look(viewer, hours=1, person_id=PERSON).pk

    assert found() == [opened]
    assert found(named=True) == [opened, named]


def test_looks_at_others_are_not_found(viewer):
    a_look(viewer, person_id=uuid4(), people=[uuid4()])

    assert found(named=True) == []


def test_a_look_of_long_ago_has_a_place_too(viewer):
    old = a_look(viewer, hours=24 * 400, person_id=PERSON).pk

    assert found() == [old]


def test_each_question_has_its_index():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'record_look'")
        names = {name for (name,) in cursor.fetchall()}

    assert {"look_at_person", "look_at_people", "look_by", "look_at"} <= names

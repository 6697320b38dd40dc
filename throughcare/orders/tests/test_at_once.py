"""Two at once: the same paper keyed by two clerks, the same act by two officers."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from throughcare.cases.tests.factories import a_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.commands import confirming, directing
from throughcare.orders.models import Direction, Order, Query
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.refusal import Refused
from throughcare.staff.tests.factories import a_member, an_office


@pytest.fixture
def committed(own_database, django_db_setup, django_db_blocker):
    """A database of the test's own, where what one thread does is seen by the other."""
    settings = connections["default"].settings_dict
    before = dict(settings)
    connections["default"].close()
    given = conninfo_to_dict(own_database.app)
    settings.update(NAME=given["dbname"], USER=given["user"], PASSWORD=given["password"])
    with django_db_blocker.unblock():
        yield
        connections["default"].close()
    settings.update(before)


class Staff:
    """A file with its officer and a clerk, all committed."""

    def __init__(self) -> None:
        self.office = an_office()
        self.officer = a_member("OFFICER", office=self.office)
        self.clerk = a_member("CLERK", office=self.office)
        self.case = a_case(holder=self.officer)


@pytest.fixture
def staff(committed):
    return Staff()


def at_once(*acts):
    """Return what became of each act: the name of its refusal, or "done"."""
    together = Barrier(len(acts))

    def sent(act):
        together.wait()
        try:
            act()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(sent, acts))


def test_the_same_paper_keyed_twice_at_once_is_one_order(staff):
    ended = at_once(
        lambda: an_order(staff.case, staff.clerk),
        lambda: an_order(staff.case, staff.officer),
    )

    assert ended == ["done", "done"]
    assert Order.objects.count() == 1


def test_two_papers_that_differ_are_both_kept(staff):
    at_once(
        lambda: an_order(staff.case, staff.clerk),
        lambda: an_order(staff.case, staff.officer, length=Length(months=18)),
    )

    assert Order.objects.count() == 2
    assert Order.objects.filter(contradicts__isnull=False).count() == 1
    assert Query.objects.count() == 1


def test_an_order_confirmed_twice_at_once_is_confirmed_once(staff):
    order = an_order(staff.case, staff.clerk)
    other = a_member("OFFICER", office=staff.office)

    at_once(
        lambda: confirming.confirm_order(order=order, by=staff.officer),
        lambda: confirming.confirm_order(order=order, by=other),
    )

    assert Entry.objects.filter(act="orders.confirmed").count() == 1


def test_the_same_direction_sent_twice_at_once_is_one(staff):
    known = a_direction(staff.case, staff.officer)
    said = {"id": new_id(), "case": staff.case, "kind": "REPORT", "how_given": "PHONE"}
    said |= {"due_on": known.due_on, "by": staff.officer}

    ended = at_once(*[lambda: directing.give_direction(**said)] * 2)

    assert ended == ["done", "done"]
    assert Direction.objects.count() == 2


def test_one_direction_is_replaced_by_one(staff):
    first = a_direction(staff.case, staff.officer)

    ended = at_once(*[lambda: a_direction(staff.case, staff.officer, instead_of=first)] * 2)

    assert ended == ["WithdrawnAlready", "done"]
    assert Direction.objects.count() == 2

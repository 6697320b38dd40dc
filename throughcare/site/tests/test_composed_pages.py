"""Pages whose queries are put together once say what queries put together anew would say."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model

from throughcare import clock
from throughcare.cases.commands.covering import cover_cases
from throughcare.cases.commands.restriction import restrict_case
from throughcare.cases.tests.factories import a_case, a_conflict
from throughcare.contacts.tests.factories import a_contact
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.record.composed import Composed
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in

DAY = timedelta(days=1)
PAGES = ("/today/", "/cases/", "/cases/?whose=office")


def plain(found: Any) -> Any:
    """Return what a query answered as values that can be compared, with all that came along."""
    if not isinstance(found, Model):
        return found
    said = {name: value for name, value in vars(found).items() if name != "_state"}
    return said | {name: plain(each) for name, each in found._state.fields_cache.items()}


@pytest.fixture
def answered(monkeypatch):
    """The queries that found something; each is compared with the same one put together anew."""
    seen, call = set(), Composed.__call__

    def compared(self, *args, **kwargs):
        found = call(self, *args, **kwargs)
        assert [*map(plain, found)] == [*map(plain, self.anew(*args, **kwargs))]
        seen.update({self.anew.__name__} if found else ())
        return found

    monkeypatch.setattr(Composed, "__call__", compared)
    return seen


@pytest.fixture
def staff(db):
    officer = a_member("OFFICER")
    colleague, manager = (a_member(role, office=officer.office) for role in ("OFFICER", "MANAGER"))
    return officer, colleague, manager


@pytest.fixture
def files(staff):
    """A file with an order, a contact and a direction; one covered, one restricted, a conflict."""
    officer, colleague, manager = staff
    mine, covered, restricted, conflicted = (
        a_case(holder=holder, happened_at=clock.now() - 90 * DAY)
        for holder in (officer, colleague, officer, officer)
    )
    an_order(mine, officer)
    a_contact(mine, officer)
    a_direction(mine, officer)
    days = {"starts_on": clock.today(), "ends_before": clock.today() + DAY}
    cover_cases(id=new_id(), covering=officer, officer=colleague, by=manager, **days)
    restrict_case(id=new_id(), case=restricted, members=[manager], reason="Known", by=manager)
    a_conflict(conflicted, officer)
    return mine, covered, restricted, conflicted


@pytest.mark.parametrize(
    ("who", "shown"), [(0, [200, 200, 200, 404]), (1, [200, 200, 404, 200]), (2, [200] * 4)]
)
def test_every_query_of_the_pages_answers_as_anew(client, staff, files, answered, who, shown):
    viewer = signed_in(client, staff[who])

    assert [viewer.get(address).status_code for address in PAGES] == [200] * len(PAGES)
    assert [viewer.get(f"/cases/{each.number}/").status_code for each in files] == shown
    assert {"_active", "_postings", "_files", "_held", "_case_of_office"} <= answered


def test_the_pages_find_something_with_most_queries(client, staff, files, answered):
    viewer = signed_in(client, staff[0])
    for address in (*PAGES, *(f"/cases/{each.number}/" for each in files[:2])):
        viewer.get(address)

    assert {"_whole_orders", "_counts_of_mine", "_last_contact", "held_by", "levels_of"} <= answered
    assert {"_person", "_names", "_newest_entries", "_covers_of_held", "_covers"} <= answered

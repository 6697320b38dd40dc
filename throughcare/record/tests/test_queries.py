"""What was done and what it changed can be read back."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from throughcare import clock
from throughcare.record.entries import System, entry
from throughcare.record.models import Entry
from throughcare.record.queries import EntryLine, entries_of, versions_of, with_changes
from throughcare.staff.models import Office

pytestmark = pytest.mark.django_db


class Thing:
    def __init__(self) -> None:
        self.id = uuid4()


def a_renamed_office() -> Office:
    with entry("office.opened", by=System()):
        office = Office.objects.create(code="SUD", name="Sudbury", name_fr="Sudbury")
    with entry("office.renamed", by=System()):
        Office.objects.filter(pk=office.pk).update(name="Val Caron")
    return office


def test_versions_are_read_oldest_first():
    office = a_renamed_office()

    versions = versions_of(Office, office.id)

    assert [version.values["name"] for version in versions] == ["Sudbury", "Val Caron"]
    assert versions[0].to_seq == versions[1].from_seq
    assert versions[1].to_seq is None


def test_an_entry_shows_what_it_changed():
    office = a_renamed_office()

    renamed, opened = with_changes(Entry.objects.order_by("-number"))

    assert [(c.field.name, c.before, c.after, c.row_id) for c in renamed.changes] == [
        ("name", "Sudbury", "Val Caron", office.id)
    ]
    assert {c.field.name: c.after for c in opened.changes if c.after}["code"] == "SUD"
    assert {c.before for c in opened.changes} == {None}


def test_a_row_made_and_changed_by_one_entry_shows_its_last_state_only():
    with entry("office.opened", by=System()):
        office = Office.objects.create(code="SUD", name="Sudbury", name_fr="Sudbury")
        Office.objects.filter(pk=office.pk).update(name="Val Caron")

    (line,) = with_changes(Entry.objects.all())

    assert [c.after for c in line.changes if c.field.name == "name"] == ["Val Caron"]


def test_a_removed_row_shows_what_it_was():
    office = a_renamed_office()
    with entry("office.closed", by=System()) as closed:
        Office.objects.all().delete()

    (line,) = with_changes(Entry.objects.filter(seq=closed.seq))

    assert ("name", "Val Caron", None) in [(c.field.name, c.before, c.after) for c in line.changes]
    assert {c.row_id for c in line.changes} == {office.id}


def test_entries_of_a_case_and_a_person_come_newest_first():
    case, person, other = Thing(), Thing(), Thing()
    for act, about in (
        ("a.b", {"case": case}),
        ("c.d", {"person": person}),
        ("e.f", {"case": other}),
    ):
        with entry(act, by=System(), **about):
            pass

    assert [e.act for e in entries_of(case=case.id, person=person.id)] == ["c.d", "a.b"]
    assert list(entries_of()) == []


@pytest.mark.parametrize(
    ("happened_before", "days_late"),
    [(None, 0), (timedelta(0), 0), (timedelta(days=4), 4), (timedelta(days=-1), 0)],
)
def test_days_late_counts_local_days(happened_before, days_late):
    recorded = datetime.fromisoformat("2026-11-23T09:40-05:00")
    happened = None if happened_before is None else recorded - happened_before
    line = EntryLine(Entry(recorded_at=recorded, happened_at=happened))

    assert line.days_late == days_late
    assert line.happened_at == (happened or recorded)


def test_an_evening_act_recorded_after_midnight_is_late():
    happened = datetime.fromisoformat("2026-11-22T23:50-05:00")
    recorded = datetime.fromisoformat("2026-11-23T00:10-05:00")

    assert EntryLine(Entry(recorded_at=recorded, happened_at=happened)).days_late == 1
    assert clock.day_of(happened).day == 22

"""A loaded past reads as if it had been lived: entries in order, versions under their entries."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connections, transaction

from throughcare.record.entries import System
from throughcare.record.loading import DatabaseInUse, Loader
from throughcare.record.versions import OutOfOrder
from throughcare.staff.models import Office, Posting, StaffMember

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
EARLY = datetime(2024, 2, 29, 14, tzinfo=UTC)
LATER = datetime(2026, 1, 5, 15, tzinfo=UTC)
BY = System()


def an_office(code: str = "SUD") -> Office:
    return Office(id=uuid4(), code=code, name="Sudbury", name_fr="Sudbury", city="Sudbury")


def read(sql: str) -> list[tuple]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_entries_are_numbered_by_their_time_not_by_the_order_given():
    loader = Loader()
    loader.entry("office.renamed", by=BY, recorded_at=LATER, reason="merged")
    loader.entry("office.opened", by=BY, recorded_at=EARLY)

    assert loader.write() == 2

    assert read(
        "SELECT number, seq, top, act, reason, recorded_at, late, loaded FROM record_entry"
        " ORDER BY number"
    ) == [
        (1, 1, 1, "office.opened", "", EARLY, False, True),
        (2, 2, 2, "office.renamed", "merged", LATER, False, True),
    ]
    assert read("SELECT nextval('record_entry_seq')") == [(3,)]


def test_each_version_stands_under_its_entry():
    loader = Loader()
    office = loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    loader.entry("office.renamed", by=BY, recorded_at=LATER).change(office, name="Val Caron")

    loader.write()

    assert read("SELECT name FROM staff_office") == [("Val Caron",)]
    assert read("SELECT name, from_seq, to_seq FROM history.staff_office ORDER BY from_seq") == [
        ("Sudbury", 1, 2),
        ("Val Caron", 2, None),
    ]


def test_a_change_before_its_row_is_refused():
    loader = Loader()
    office = loader.entry("office.opened", by=BY, recorded_at=LATER).add(an_office())

    with pytest.raises(OutOfOrder):
        loader.entry("office.renamed", by=BY, recorded_at=EARLY).change(office, name="x")


def test_a_database_with_a_record_is_refused():
    first = Loader()
    first.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    first.write()
    second = Loader()
    second.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office("TOR"))

    with pytest.raises(DatabaseInUse):
        second.write()

    assert read("SELECT code FROM staff_office") == [("SUD",)]


def test_a_row_that_points_nowhere_stops_the_load():
    loader = Loader()
    loader.entry("staff.posted", by=BY, recorded_at=EARLY).add(
        Posting(
            id=uuid4(),
            member_id=uuid4(),
            office_id=uuid4(),
            role="CLERK",
            starts_on=date(2024, 1, 1),
        )
    )

    with pytest.raises(IntegrityError), transaction.atomic(using="owner"):
        loader.write()

    assert read("SELECT count(*) FROM record_entry") == [(0,)]


def test_history_works_again_after_a_load():
    loader = Loader()
    loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    loader.write()

    with pytest.raises(DatabaseError, match="needs an entry"), transaction.atomic(using="owner"):
        Office.objects.using("owner").update(name="x")


def test_accounts_are_loaded_without_history_and_offices_never():
    loader = Loader()
    loader.add_without_history(StaffMember(id=uuid4(), username="a", language="en"))
    loader.then("UPDATE staff_staffmember SET surname = 'Set at the end'")

    loader.write()

    assert read("SELECT username, surname FROM staff_staffmember") == [("a", "Set at the end")]
    with pytest.raises(TypeError, match="has a history"):
        loader.add_without_history(an_office())


def test_three_versions_of_a_row_follow_each_other():
    loader = Loader()
    office = loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    for year, name in ((2025, "Val Caron"), (2026, "Chelmsford")):
        moment = datetime(year, 3, 1, tzinfo=UTC)
        loader.entry("office.renamed", by=BY, recorded_at=moment).change(office, name=name)

    loader.write()

    assert read("SELECT name, from_seq, to_seq FROM history.staff_office ORDER BY from_seq") == [
        ("Sudbury", 1, 2),
        ("Val Caron", 2, 3),
        ("Chelmsford", 3, None),
    ]
    assert read("SELECT name FROM staff_office") == [("Chelmsford",)]


def test_entries_of_one_moment_keep_the_order_in_which_they_were_given():
    loader = Loader()
    for act in ("first.act", "second.act", "third.act"):
        loader.entry(act, by=BY, recorded_at=EARLY)

    loader.write()

    assert read("SELECT act FROM record_entry ORDER BY number") == [
        ("first.act",),
        ("second.act",),
        ("third.act",),
    ]


def test_an_entry_of_the_past_says_what_a_lived_one_says():
    class Known:
        id = uuid4()
        full_name = "A. Okafor"
        role = "OFFICER"

    case, person = Known(), Known()
    loader = Loader()
    loader.entry(
        "contact.recorded",
        by=Known(),
        recorded_at=LATER,
        case=case,
        person=person,
        reason="late",
        happened_at=EARLY,
    )

    loader.write()

    assert read(
        "SELECT by_name, by_role, case_id, person_id, reason, happened_at FROM record_entry"
    ) == [("A. Okafor", "OFFICER", case.id, person.id, "late", EARLY)]


def test_work_goes_on_after_the_loaded_past():
    loader = Loader()
    loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    loader.write()

    read("SELECT record_open('x.y', NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)")
    read("SELECT record_close()")

    assert read("SELECT number, seq, late, loaded FROM record_entry ORDER BY number") == [
        (1, 1, False, True),
        (2, 2, False, False),
    ]
    assert read("SELECT bool_and(recorded_at >= '2024-02-29') FROM record_entry") == [(True,)]


def test_a_stamp_in_the_future_is_never_gone_back_behind():
    ahead = datetime(2090, 1, 1, tzinfo=UTC)
    loader = Loader()
    loader.entry("office.opened", by=BY, recorded_at=ahead)
    loader.write()

    read("SELECT record_open('x.y', NULL, 'x', 'x', NULL, '', NULL, NULL, '', NULL, '', NULL)")
    read("SELECT record_close()")

    assert read("SELECT recorded_at FROM record_entry ORDER BY number") == [(ahead,), (ahead,)]


def test_progress_is_told_of_every_table():
    told = []

    def progress(rows, table, count):
        told.append((table, count))
        return rows

    loader = Loader()
    loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    loader.write(progress=progress)

    assert told == [("record_entry", 1), ("staff_office", 1), ("history.staff_office", 1)]


def test_an_empty_load_writes_nothing():
    assert Loader().write() == 0
    assert read("SELECT count(*) FROM record_entry") == [(0,)]


def test_what_a_failed_last_statement_leaves_is_nothing():
    loader = Loader()
    loader.entry("office.opened", by=BY, recorded_at=EARLY).add(an_office())
    loader.then("SELECT 1 / 0")

    with pytest.raises(DatabaseError, match="division by zero"), transaction.atomic(using="owner"):
        loader.write()

    assert read("SELECT count(*) FROM staff_office") == [(0,)]

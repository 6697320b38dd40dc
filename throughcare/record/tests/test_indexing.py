"""A table that gets many rows loses its indexes and keys for the time, and has them all after."""

import pytest
from django.db import IntegrityError, connections, transaction

from throughcare.record.indexing import indexes_later

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
BOTH = """
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
UNION SELECT 'key', conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
FROM pg_constraint
"""


def layout(cursor):
    cursor.execute(BOTH)
    return {tuple(row) for row in cursor.fetchall()}


@pytest.fixture
def cursor():
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        yield cursor


@pytest.mark.parametrize("table", ["contacts_contact", "record_entry", "people_person"])
def test_everything_taken_off_is_there_again(cursor, table):
    before = layout(cursor)
    with indexes_later(cursor, {table: 10}, many=10):
        during = layout(cursor)

    assert during < before
    assert layout(cursor) == before


def test_keys_that_lead_to_a_large_table_are_taken_off_too(cursor):
    with indexes_later(cursor, {"people_person": 10}, many=10):
        during = {name for kind, name, _definition in layout(cursor) if kind == "key"}

    assert not [
        name
        for name in during
        if name.startswith("cases_case ") and "_fk_" in name and "person" in name
    ]


def test_the_history_of_a_large_table_waits_too(cursor):
    with indexes_later(cursor, {"contacts_contact": 10}, many=10):
        during = {name for kind, name, _definition in layout(cursor) if kind == "index"}

    assert not [name for name in during if name.startswith("history.contacts_contact_")]


@pytest.mark.parametrize("counts", [{}, {"contacts_contact": 9}, {"record_entry": 0}])
def test_a_small_table_keeps_what_it_has(cursor, counts):
    before = layout(cursor)
    with indexes_later(cursor, counts, many=10):
        during = layout(cursor)

    assert during == before


def test_a_key_that_leads_nowhere_is_found_when_keys_are_made_again():
    with (
        pytest.raises(IntegrityError, match="foreign key"),
        transaction.atomic(using="owner"),
        connections["owner"].cursor() as cursor,
    ):
        cursor.execute("ALTER TABLE cases_cover DISABLE TRIGGER USER")
        with indexes_later(cursor, {"cases_cover": 10}, many=10):
            cursor.execute(
                "INSERT INTO cases_cover (id, case_id, covering_id, starts_on, ends_before)"
                " SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),"
                " '2026-01-05', '2026-01-06'"
            )

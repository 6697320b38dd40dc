"""The tests work as the application does: as a role that cannot pass what protects the record."""

import pytest
from django.db import DatabaseError, connection, transaction

pytestmark = pytest.mark.django_db

RIGHTS = """
SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
FROM pg_roles WHERE rolname = current_user
"""
OWNED = """
SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('public', 'history', 'asof') AND pg_has_role(current_user, c.relowner, 'USAGE')
"""
GRANTED = """
SELECT table_schema || '.' || table_name || ' ' || privilege_type
FROM information_schema.role_table_grants
WHERE grantee IN (current_user, 'PUBLIC') AND table_schema IN ('public', 'history')
"""


def asked(statement: str) -> list[tuple]:
    """Return the rows of a question to the database, as the tests' own role."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def too_many(grants: list[str]) -> list[str]:
    """Return the grants by which the record could be changed, or a table emptied unseen."""
    return [
        grant
        for grant in grants
        if grant.endswith((" TRUNCATE", " TRIGGER", " REFERENCES"))
        or (grant.startswith("history.") and not grant.endswith(" SELECT"))
        or (grant.startswith("public.record_entry ") and not grant.endswith(" SELECT"))
    ]


def test_the_role_is_no_superuser():
    """A superuser or a role that passes row security would make every test of it worthless."""
    assert asked(RIGHTS) == [("throughcare_app", False, False, False, False, False)], (
        "Let the tests connect as throughcare_app, made without any attribute."
    )


def test_the_role_owns_nothing():
    """An owner passes row security and may drop triggers."""
    assert asked(OWNED) == [(0,)], "Make every table as throughcare_owner."


def test_the_role_may_only_add_to_the_record():
    """Of the record it may read; it writes only through record_open and record_close."""
    assert too_many([grant for (grant,) in asked(GRANTED)]) == [], (
        "Take the grant back in throughcare/record/sql.py: GRANTS."
    )


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE staff_office CASCADE",
        "TRUNCATE record_entry",
        "DELETE FROM history.staff_office",
        "UPDATE history.staff_office SET name = 'x'",
        "INSERT INTO record_entry (seq) VALUES (1)",
        "ALTER TABLE staff_office DISABLE TRIGGER ALL",
        "DROP TRIGGER history_of_update ON staff_office",
        "CREATE OR REPLACE FUNCTION record_close() RETURNS bigint LANGUAGE sql AS '…'",
        "SET session_replication_role = replica",
        "SET ROLE throughcare_owner",
        "CREATE TABLE public.mine (id int)",
    ],
)
def test_the_role_is_refused(statement):
    """Raw SQL gets no further than the application's pages."""
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_law_sees_a_grant_too_many():
    grants = [
        "public.staff_office UPDATE",
        "public.staff_office TRUNCATE",
        "history.staff_office SELECT",
        "history.staff_office DELETE",
        "public.record_entry INSERT",
    ]

    assert too_many(grants) == [grants[1], grants[3], grants[4]]

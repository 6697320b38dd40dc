"""A small record with everything that can happen to a row, written by the application's role."""

from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from throughcare.record.integrity.chain import chain
from throughcare.record.integrity.verifying import Verified, verify

OPEN = "SELECT record_open(%s, NULL, 'Ada', 'CLERK', NULL, '', %s, NULL, 'why', NULL, '', NULL)"
OFFICE = (
    "INSERT INTO staff_office (id, code, name, name_fr, address, city, postal_code, phone, zone)"
    " VALUES (%s, %s, %s, '', E'12, rue\\tDurham\\n\\\\', 'Sudbury', '', '', '')"
)
CASE, OTHER_CASE = UUID(int=0xC1), UUID(int=0xC2)


@contextmanager
def an_entry(connection: psycopg.Connection, act: str = "office.opened", case: UUID | None = None):
    """An entry of the record that commits at the end."""
    with connection.transaction():
        yield connection.execute(OPEN, [act, case]).fetchone()[0]
        connection.execute("SELECT record_close()")


def an_office(connection: psycopg.Connection, code: str, name: str = "Sudbury") -> UUID:
    """A new office, in the entry that is open."""
    row = uuid4()
    connection.execute(OFFICE, [row, code, name])
    return row


def rename(connection: psycopg.Connection, row: UUID, name: str) -> None:
    connection.execute("UPDATE staff_office SET name = %s WHERE id = %s", [name, row])


def lived(address: str, mark: str = "") -> dict[str, UUID]:
    """Ten entries on a few offices; return the offices by what became of them."""
    with psycopg.connect(address, autocommit=True) as one, psycopg.connect(address) as slow:
        late = slow.execute(OPEN, ["office.opened", CASE]) and an_office(slow, f"{mark}LATE")
        with an_entry(one, case=CASE):
            stands, changed = an_office(one, f"{mark}STANDS"), an_office(one, f"{mark}CHANGED")
        for name in ("Chelmsford", "Val Caron"):
            with an_entry(one, "office.renamed", CASE):
                rename(one, changed, name)
        slow.execute("SELECT record_close()")
        slow.commit()
        with an_entry(one, case=OTHER_CASE):
            gone = an_office(one, f"{mark}GONE")
        with an_entry(one, "office.closed", OTHER_CASE):
            one.execute("DELETE FROM staff_office WHERE id = %s", [gone])
        with an_entry(one):
            twice = an_office(one, f"{mark}TWICE", "first")
            rename(one, twice, "second")
            rename(one, twice, "third")
        with an_entry(one, "office.looked_at"):
            pass
        with an_entry(one, case=CASE):
            many = [an_office(one, f"{mark}MANY{number}") for number in range(3)]
        with an_entry(one, "office.renamed"):
            one.execute("UPDATE staff_office SET city = 'Azilda' WHERE id = ANY(%s)", [many])
    return {"stands": stands, "changed": changed, "gone": gone, "twice": twice, "late": late}


@contextmanager
def copy_of(admin: str, name: str, of: str):
    """A copy of a whole database, as it stands now; its administrator's address."""
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {of}")
    yield make_conninfo(admin, dbname=name)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def database_in(address: str) -> str:
    """The name of the database that an address leads to."""
    return str(conninfo_to_dict(address)["dbname"])


def chained(address: str) -> int:
    """Chain what is not chained yet."""
    with psycopg.connect(address) as connection:
        return chain(connection.cursor())


def more(address: str, code: str) -> None:
    """One more entry, chained."""
    with psycopg.connect(address, autocommit=True) as connection, an_entry(connection):
        an_office(connection, code)
    chained(address)


def verified(address: str) -> Verified:
    """What a verification of the whole record says."""
    with psycopg.connect(address) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        return verify(connection.cursor())

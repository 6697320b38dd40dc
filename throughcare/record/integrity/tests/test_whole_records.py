"""What is done to a whole database or to the folders beside it, each on a copy of its own."""

import shutil
from contextlib import ExitStack

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from throughcare.record.integrity.checkpoints import places, rotate, sign
from throughcare.record.integrity.folders import FIRST_KEY
from throughcare.record.integrity.tests.past import chained, copy_of, database_in, lived, more
from throughcare.record.integrity.verifying import verify
from throughcare.record.integrity.witness import Witness
from throughcare.site.server import keeping
from throughcare.site.server.addresses import address_of


class Office:
    """A record of twelve entries, signed at ten and at twelve, and a copy of it at ten."""

    def __init__(self, admin, app, tmp_path, stack) -> None:
        self.admin, self.tmp_path, self.stack = admin, tmp_path, stack
        self.key, self.paths = tmp_path / "keys" / "record.pem", [tmp_path / "a", tmp_path / "b"]
        name = database_in(app)
        lived(app)
        chained(app)
        self.sign(app)
        self.older = stack.enter_context(copy_of(admin, f"{name}_older", name))
        more(app, "NEW")
        more(app, "NEWER")
        self.sign(app)
        self.now = make_conninfo(admin, dbname=name)

    def sign(self, address: str) -> None:
        with psycopg.connect(address) as connection:
            sign(connection.cursor(), places(self.key, self.paths))

    def run(self, *statements: str) -> str:
        """Change the record as it is now, with every trigger off."""
        with psycopg.connect(self.now) as connection:
            connection.execute("SET session_replication_role = replica")
            for each in statements:
                connection.execute(each)
        return self.now

    def another(self) -> str:
        """Another office's record, of as many entries."""
        name = f"{database_in(self.now)}_other"
        template = database_in(self.older)
        address = self.stack.enter_context(copy_of(self.admin, name, template))
        more(address, "OTHER")
        more(address, "OTHERS")
        return address

    def file(self, folder: int, name: str):
        return self.paths[folder] / name


def found(address: str, office: Office) -> set[str]:
    witness = Witness(places(office.key, office.paths).folders)
    with psycopg.connect(address) as connection:
        cursor = connection.cursor()
        findings = [*verify(cursor, witness.note).findings, *witness.findings()]
    return {each.kind.value for each in findings}


def rolled_back(office: Office) -> str:
    return office.older


def swapped(office: Office) -> str:
    return office.another()


def cut_and_chained_again(office: Office) -> str:
    office.run(
        "DELETE FROM history.staff_office WHERE from_seq > 10",
        "DELETE FROM staff_office WHERE code LIKE 'NEW%'",
        "DELETE FROM record_link WHERE number > 10",
        "DELETE FROM record_entry WHERE number > 10",
    )
    return office.now


def changed_and_hashed_again(office: Office) -> str:
    """The strongest there is in the database alone: every hash fits every value."""
    office.run(
        "UPDATE history.staff_office SET name = 'x' WHERE code = 'STANDS'",
        "UPDATE staff_office SET name = 'x' WHERE code = 'STANDS'",
        "DELETE FROM record_link",
    )
    chained(office.now)
    return office.now


def forked(office: Office) -> str:
    """One folder is shown one record, the other another."""
    fork = office.another()
    office.file(1, "000000000012.checkpoint").unlink()
    with psycopg.connect(fork) as connection:
        alone = places(office.key, [office.tmp_path / "c"])
        sign(connection.cursor(), alone)
    shutil.copy(office.tmp_path / "c" / "000000000012.checkpoint", office.paths[1])
    return office.now


def a_checkpoint_deleted(office: Office) -> str:
    office.file(0, "000000000012.checkpoint").unlink()
    return office.now


def checkpoints_exchanged(office: Office) -> str:
    one, other = (office.file(0, f"0000000000{size}.checkpoint") for size in (10, 12))
    said = one.read_text()
    one.write_text(other.read_text())
    other.write_text(said)
    return office.now


def signed_by_another_key(office: Office) -> str:
    forger = places(office.tmp_path / "forged.pem", [office.tmp_path / "c"])
    with psycopg.connect(office.now) as connection:
        sign(connection.cursor(), forger)
    shutil.copy(office.tmp_path / "c" / "000000000012.checkpoint", office.paths[0])
    return office.now


def a_key_put_in_its_place(office: Office) -> str:
    forger = places(office.tmp_path / "forged.pem", [office.tmp_path / "c"])
    with psycopg.connect(office.now) as connection:
        sign(connection.cursor(), forger)
    shutil.copy(office.tmp_path / "c" / FIRST_KEY, office.paths[0])
    return office.now


def a_rotation_forged(office: Office) -> str:
    forger = places(office.tmp_path / "forged.pem", [office.tmp_path / "c"])
    rotate(forger)
    shutil.copy(office.tmp_path / "c" / "rotation-0001.note", office.paths[0])
    return office.now


def one_letter_of_a_checkpoint(office: Office) -> str:
    path = office.file(0, "000000000010.checkpoint")
    path.write_text(path.read_text().replace("\n10\n", "\n11\n"))
    return office.now


ATTACKS = {
    rolled_back: "RECORD_SHORTER",
    swapped: "CHECKPOINT_DIFFERS",
    cut_and_chained_again: "RECORD_SHORTER",
    changed_and_hashed_again: "CHECKPOINT_DIFFERS",
    forked: "CHECKPOINT_DIFFERS",
    a_checkpoint_deleted: "CHECKPOINT_GONE",
    checkpoints_exchanged: "CHECKPOINT_FORGED",
    signed_by_another_key: "CHECKPOINT_FORGED",
    a_key_put_in_its_place: "KEYS_DIFFER",
    a_rotation_forged: "CHECKPOINT_FORGED",
    one_letter_of_a_checkpoint: "CHECKPOINT_FORGED",
}


def as_it_is(office: Office) -> str:
    return office.now


def dumped_and_restored(office: Office) -> str:
    parts = conninfo_to_dict(office.now)
    name = f"{parts['dbname']}_restored"
    keeping.dump(parts, office.tmp_path / "dump")
    restored = office.stack.enter_context(keeping.scratch(address_of(parts), name))
    keeping.load(restored, office.tmp_path / "dump")
    return make_conninfo(office.now, dbname=name)


def in_another_zone_and_style(office: Office) -> str:
    name = database_in(office.now)
    with psycopg.connect(office.now, autocommit=True) as connection:
        for setting in (
            "timezone = 'Asia/Kathmandu'",
            "datestyle = 'SQL, DMY'",
            "bytea_output = 'escape'",
        ):
            connection.execute(f"ALTER DATABASE {name} SET {setting}")
    return office.now


def rewritten_on_disk(office: Office) -> str:
    with psycopg.connect(office.now, autocommit=True) as connection:
        connection.execute("VACUUM FULL history.staff_office")
        connection.execute("CLUSTER record_entry USING entry_recorded_at")
    return office.now


def with_a_new_key(office: Office) -> str:
    rotate(places(office.key, office.paths))
    more(office.now, "AFTER")
    office.sign(office.now)
    return office.now


def with_a_column_more(office: Office) -> str:
    for schema in ("public", "history"):
        office.run(f"ALTER TABLE {schema}.staff_office ADD COLUMN fax text")
    more(office.now, "FAX")
    return office.now


HONEST = (
    as_it_is,
    dumped_and_restored,
    in_another_zone_and_style,
    rewritten_on_disk,
    with_a_new_key,
    with_a_column_more,
)


@pytest.fixture
def office(own_database, server_for_tests, tmp_path):
    with ExitStack() as stack:
        yield Office(server_for_tests, own_database.app, tmp_path, stack)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_on_the_whole_is_found_and_named(office, attack, counted):
    kinds = found(attack(office), office)

    counted["attacks"] += 1
    counted["found"] += ATTACKS[attack] in kinds
    assert ATTACKS[attack] in kinds


@pytest.mark.parametrize("act", HONEST, ids=lambda act: act.__name__)
def test_nothing_honest_raises_an_alarm(office, act, counted):
    kinds = found(act(office), office)

    counted["honest"] += 1
    counted["alarms"] += bool(kinds)
    assert kinds == set()


def test_how_many_attacks_on_the_whole_are_found(counted, capsys):
    """The last test of this file: what the others counted."""
    with capsys.disabled():
        print(f"\nattacks on the whole found: {counted['found']} of {counted['attacks']}", end="; ")
        print(f"false alarms: {counted['alarms']} of {counted['honest']} honest acts")
    assert counted["found"] == counted["attacks"]
    assert counted["alarms"] == 0


@pytest.fixture(scope="module")
def counted():
    """How many attacks were found, and how many honest acts raised an alarm."""
    return {"attacks": 0, "found": 0, "honest": 0, "alarms": 0}

"""A copy of an office is verified before it is called one, and before it is brought back."""

import json
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from throughcare.record.integrity.checkpoints import places, sign
from throughcare.record.integrity.reconciling import stop_if_older
from throughcare.record.integrity.tests.past import chained, database_in, lived, more
from throughcare.site.backups.brought_back import bring_back
from throughcare.site.backups.described import hash_of
from throughcare.site.backups.made import make
from throughcare.site.server import keeping
from throughcare.site.server.addresses import address_of
from throughcare.site.server.trouble import Trouble

CONTENT = b"A letter."
HASH = "4a3d2ff2fd9ec6e6a86ae3bbc5b54b6b0d2fe7b2f41b6f5e0b3e0b7a2b0ccd56"


@pytest.fixture
def office(own_database, server_for_tests, tmp_path, settings) -> str:
    """The administrator's address of an office with a signed record and one paper."""
    settings.HOME = tmp_path / "home"
    settings.DOCUMENTS_FOLDER = settings.HOME / "documents"
    settings.RECORD_KEY = settings.HOME / "keys" / "record.pem"
    settings.CHECKPOINTS = [settings.HOME / "checkpoints"]
    lived(own_database.app)
    chained(own_database.app)
    admin = address_of(
        conninfo_to_dict(server_for_tests) | {"dbname": database_in(own_database.app)}
    )
    signed_in(admin, settings)
    paper = settings.DOCUMENTS_FOLDER / "ab" / "cd" / "paper"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(CONTENT)
    (settings.HOME / "secret_key").write_text("secret")
    return admin


def signed_in(address: str, settings) -> None:
    with psycopg.connect(address) as connection:
        sign(connection.cursor(), places(settings.RECORD_KEY, settings.CHECKPOINTS))


def run(address: str, statement: str) -> list[tuple]:
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def codes(address: str) -> set[str]:
    return {code for (code,) in run(address, "SELECT code FROM staff_office")}


def test_a_copy_is_verified_and_named(office, tmp_path):
    found = make(tmp_path / "copy", office, with_keys=False)

    assert (found.entries, found.wrong) == (10, [])
    names = {path.name for path in (tmp_path / "copy").iterdir()}
    assert names == {"backup.json", "database.dump", "documents", "checkpoints"}
    assert (tmp_path / "copy" / "documents" / "ab" / "cd" / "paper").read_bytes() == CONTENT


def test_nothing_is_left_of_the_trial(office, tmp_path):
    before = run(office, "SELECT datname FROM pg_database ORDER BY 1")
    make(tmp_path / "copy", office, with_keys=False)

    assert run(office, "SELECT datname FROM pg_database ORDER BY 1") == before


@pytest.mark.parametrize("with_keys", [True, False])
def test_keys_are_in_it_only_where_asked_for(office, tmp_path, with_keys):
    make(tmp_path / "copy", office, with_keys=with_keys)

    names = {path.name for path in (tmp_path / "copy").rglob("*")}
    assert ({"record.pem", "secret_key"} <= names) == with_keys
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_a_copy_of_a_record_that_was_changed_is_not_called_verified(office, tmp_path):
    tampered(office, "UPDATE history.staff_office SET name = 'x' WHERE code = 'STANDS'")

    found = make(tmp_path / "copy", office, with_keys=False)

    assert ", column name: a value is not the one that was recorded" in found.wrong[0]
    assert not (tmp_path / "copy").exists()
    assert (tmp_path / "copy.not-verified" / "backup.json").exists()


def tampered(address: str, *statements: str) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        for each in statements:
            connection.execute(each)


PAPER = (
    "INSERT INTO history.documents_document (id, sha256, from_seq) VALUES (gen_random_uuid(),"
    f" '{HASH}', 1)"
)


def test_a_paper_without_its_content_is_named(office, tmp_path):
    tampered(office, PAPER)

    found = make(tmp_path / "copy", office, with_keys=False)

    assert f"the content of a paper is missing, or not the one that was kept: {HASH}" in found.wrong


def test_a_name_that_is_taken_is_refused(office, tmp_path):
    (tmp_path / "copy").mkdir()

    with pytest.raises(Trouble, match="is there already"):
        make(tmp_path / "copy", office, with_keys=False)


@pytest.fixture
def copy(office, tmp_path) -> Path:
    make(tmp_path / "copy", office, with_keys=False)
    return tmp_path / "copy"


def flip(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])


DAMAGES = {
    "a_bit": lambda copy: flip(copy / "database.dump"),
    "cut": lambda copy: (copy / "database.dump").write_bytes(b"PGDMP"),
    "gone": lambda copy: (copy / "documents" / "ab" / "cd" / "paper").unlink(),
    "added": lambda copy: (copy / "documents" / "more").write_text("x"),
    "no_list": lambda copy: (copy / "backup.json").unlink(),
    "odd_list": lambda copy: (copy / "backup.json").write_bytes(b"\xff"),
    "another_list": lambda copy: (copy / "backup.json").write_text("[]"),
    "another_kind": lambda copy: (copy / "backup.json").write_text('{"format": "x", "files": {}}'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_copy_is_not_brought_back(office, copy, damage):
    before = codes(office)
    damage(copy)

    with pytest.raises(Trouble, match="damaged|not a backup|another kind"):
        bring_back(copy, office)
    assert codes(office) == before


def test_a_copy_whose_list_was_made_to_fit_is_not_brought_back_either(office, copy):
    """Whoever changes the dump and the list of hashes meets the hashes of the record."""
    tampered(office, "UPDATE history.staff_office SET name = 'x' WHERE code = 'STANDS'")
    keeping.dump({**conninfo_to_dict(office)}, copy / "database.dump")
    said = json.loads((copy / "backup.json").read_text())
    said["files"]["database.dump"] = hash_of(copy / "database.dump")
    (copy / "backup.json").write_text(json.dumps(said))

    with pytest.raises(Trouble, match="is not brought back: entry 1"):
        bring_back(copy, office)


def test_an_office_is_brought_back_and_the_one_before_is_kept(office, copy, settings):
    more(office, "LATER")
    (settings.DOCUMENTS_FOLDER / "ab" / "cd" / "paper").unlink()

    found, before = bring_back(copy, office)

    assert (found.entries, "LATER" in codes(office)) == (10, False)
    kept = address_of(conninfo_to_dict(office) | {"dbname": before})
    assert "LATER" in codes(kept)
    assert (settings.DOCUMENTS_FOLDER / "ab" / "cd" / "paper").read_bytes() == CONTENT
    run(office.replace(database_in(office), "postgres"), f"DROP DATABASE {before}")


@pytest.mark.parametrize("later", [True, False])
def test_only_a_copy_older_than_what_was_signed_is_stopped(office, copy, settings, later):
    if later:
        more(office, "LATER")
        signed_in(office, settings)
    _, before = bring_back(copy, office)

    with psycopg.connect(office) as connection:
        where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
        assert stop_if_older(connection.cursor(), where) == later
    run(office.replace(database_in(office), "postgres"), f"DROP DATABASE {before}")


def test_keys_that_are_missing_are_put_back_and_others_left(office, tmp_path, settings):
    make(tmp_path / "copy", office, with_keys=True)
    key = settings.RECORD_KEY.read_bytes()
    settings.RECORD_KEY.unlink()
    (settings.HOME / "secret_key").write_text("another")

    _, before = bring_back(tmp_path / "copy", office)

    assert settings.RECORD_KEY.read_bytes() == key
    assert settings.RECORD_KEY.stat().st_mode & 0o077 == 0
    assert (settings.HOME / "secret_key").read_text() == "another"
    run(office.replace(database_in(office), "postgres"), f"DROP DATABASE {before}")

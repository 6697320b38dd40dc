"""What was signed and kept elsewhere shows what the database alone can no longer show."""

import json
import shutil

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from throughcare.record.integrity.checkpoints import (
    FolderWasSpoiled,
    KeyIsNotTheOneThatSigned,
    NotTheRecordThatWasSigned,
    places,
    rotate,
    sign,
)
from throughcare.record.integrity.keys import KeyNotReadable, KeyNotSafe, kept_key
from throughcare.record.integrity.tests.past import chained, lived, more
from throughcare.record.integrity.verifying import verify
from throughcare.record.integrity.witness import Witness

REHASHED = """
UPDATE record_link SET hash = sha256(hash || 'forged') WHERE number >= {}
"""


@pytest.fixture
def where(tmp_path):
    return places(tmp_path / "keys" / "record.pem", [tmp_path / "here", tmp_path / "there"])


def signed_in(address, where):
    with psycopg.connect(address) as connection:
        return sign(connection.cursor(), where)


def witnessed(address: str, where, *statements: str) -> list[tuple]:
    """What the checkpoints say, once a superuser has run some statements; they are undone."""
    witness = Witness(where.folders)
    with psycopg.connect(address) as connection:
        for statement in statements and ("SET session_replication_role = replica", *statements):
            connection.execute(statement)
        verify(connection.cursor(), witness.note)
        connection.rollback()
    return [(each.kind.value, each.number, each.after, each.row) for each in witness.findings()]


def test_the_record_as_signed_is_kept_in_each_folder(past, where):
    newest = signed_in(past, where)

    assert newest.size == 10
    names = {"first-key.txt", "000000000010.checkpoint"}
    assert [folder.names() for folder in where.folders] == [names, names]
    assert witnessed(past, where) == []


def test_an_empty_record_is_not_signed(own_database, where):
    assert signed_in(own_database.app, where) is None
    assert not where.folders[0].path.exists()


def test_signing_again_changes_nothing(past, where):
    signed_in(past, where)
    before = (where.folders[0].path / "000000000010.checkpoint").read_bytes()

    signed_in(past, where)

    assert (where.folders[0].path / "000000000010.checkpoint").read_bytes() == before


@pytest.mark.parametrize("remembered", ["as it is", "gone", "spoiled"])
def test_a_record_that_grows_is_signed_on(own_database, where, remembered):
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, where)
    more(own_database.app, "NEW")
    if remembered == "gone":
        where.tree.unlink()
    if remembered == "spoiled":
        where.tree.write_text(json.dumps({"size": 10, "parts": [[0, "00"]], "last": ""}))

    assert signed_in(own_database.app, where).size == 11
    assert sorted(where.folders[1].read().checkpoints) == [10, 11]
    assert witnessed(own_database.owner, where) == []


def test_entries_hashed_anew_are_found(past, where):
    signed_in(past, where)

    assert witnessed(past, where, REHASHED.format(4)) == [
        ("CHECKPOINT_DIFFERS", 10, 0, ""),
        ("CHECKPOINT_DIFFERS", 10, 0, ""),
    ]


def test_a_cut_end_is_found(past, where):
    signed_in(past, where)
    cut = "DELETE FROM {} WHERE number > 7"

    assert witnessed(past, where, cut.format("record_entry"), cut.format("record_link")) == [
        ("RECORD_SHORTER", 10, 7, ""),
        ("RECORD_SHORTER", 10, 7, ""),
    ]


def test_a_changed_checkpoint_is_found_in_its_folder(past, where):
    signed_in(past, where)
    path = where.folders[0].path / "000000000010.checkpoint"
    path.write_text(path.read_text().replace("\n10\n", "\n11\n"))

    assert witnessed(past, where)[0] == ("CHECKPOINT_FORGED", None, None, path.name)


def test_a_checkpoint_under_another_name_is_found(past, where):
    signed_in(past, where)
    folder = where.folders[0].path
    shutil.copy(folder / "000000000010.checkpoint", folder / "000000000009.checkpoint")

    assert witnessed(past, where) == [("CHECKPOINT_FORGED", None, None, "000000000009.checkpoint")]


def test_a_checkpoint_that_another_folder_has_is_missed(own_database, where):
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, where)
    more(own_database.app, "NEW")
    signed_in(own_database.app, where)
    (where.folders[0].path / "000000000011.checkpoint").unlink()

    found = Witness(where.folders).findings()

    assert ("CHECKPOINT_GONE", 11) in {(each.kind.value, each.number) for each in found}


def test_a_folder_that_was_away_gets_what_it_missed(own_database, where):
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, places(where.key, [where.folders[0].path]))
    more(own_database.app, "NEW")

    signed_in(own_database.app, where)

    assert where.folders[0].names() == where.folders[1].names()
    assert len(where.folders[1].names()) == 3


def test_another_key_is_found(past, where, tmp_path):
    signed_in(past, where)
    forger = places(tmp_path / "forged.pem", [tmp_path / "forged"])
    signed_in(past, forger)
    shutil.rmtree(where.folders[0].path)
    shutil.copytree(forger.folders[0].path, where.folders[0].path)

    assert [each[0] for each in witnessed(past, where)] == ["KEYS_DIFFER", "KEYS_DIFFER"]


def test_nothing_is_signed_with_a_key_that_was_exchanged(past, where):
    signed_in(past, where)
    where.key.unlink()

    with pytest.raises(KeyIsNotTheOneThatSigned, match="is gone"):
        signed_in(past, where)
    assert not where.key.exists()


def test_nothing_is_signed_into_a_folder_whose_first_key_was_spoiled(past, where):
    signed_in(past, where)
    (where.folders[1].path / "first-key.txt").write_bytes(b"\xff")

    with pytest.raises(FolderWasSpoiled, match=r"there/first-key\.txt cannot be read"):
        signed_in(past, where)


def test_a_new_key_is_signed_for_by_the_old_one(own_database, where):
    lived(own_database.app)
    chained(own_database.app)
    signed_in(own_database.app, where)
    rotate(where)
    more(own_database.app, "NEW")
    signed_in(own_database.app, where)

    read = where.folders[1].read()

    assert (len(read.keys), sorted(read.checkpoints), read.forged) == (2, [10, 11], [])
    assert where.key.stat().st_mode & 0o777 == 0o600


def test_a_rotation_that_the_old_key_did_not_sign_is_forged(past, where, tmp_path):
    signed_in(past, where)
    forger = places(tmp_path / "forged.pem", [tmp_path / "forged"])
    rotate(forger)
    shutil.copy(forger.folders[0].path / "rotation-0001.note", where.folders[0].path)

    read = where.folders[0].read()

    assert (len(read.keys), read.forged) == (1, ["rotation-0001.note"])


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize(
    "statement",
    [REHASHED.format(8), "DELETE FROM record_link WHERE number > 8"],
)
def test_a_record_that_does_not_go_on_from_the_signed_one_is_not_signed(
    past, where, statement, remembered
):
    signed_in(past, where)
    if not remembered:
        where.tree.unlink()
    with psycopg.connect(past) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(statement)
        with pytest.raises(NotTheRecordThatWasSigned, match="does not continue"):
            sign(connection.cursor(), where)
        connection.rollback()


def test_a_key_that_others_may_read_is_refused(where):
    kept_key(where.key)
    where.key.chmod(0o644)

    with pytest.raises(KeyNotSafe):
        kept_key(where.key)


@pytest.mark.parametrize("content", [b"x", b"", b"\xff\xfe\x00", b"-----BEGIN PRIVATE KEY-----\n"])
def test_a_key_that_is_none_is_refused(where, content):
    where.key.parent.mkdir()
    where.key.write_bytes(content)
    where.key.chmod(0o600)

    with pytest.raises(KeyNotReadable, match="cannot be read"):
        kept_key(where.key)


def test_a_key_behind_a_passphrase_is_refused(where):
    locked = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"only for tests")
    )
    where.key.parent.mkdir()
    where.key.write_bytes(locked)
    where.key.chmod(0o600)

    with pytest.raises(KeyNotReadable, match="passphrase"):
        kept_key(where.key)


def test_a_key_is_made_once_for_its_owner_alone(where):
    first = kept_key(where.key).private_bytes_raw()

    assert kept_key(where.key).private_bytes_raw() == first
    assert where.key.stat().st_mode & 0o777 == 0o600


def test_a_folder_on_the_same_disk_is_not_independent(where):
    assert where.not_independent() == [folder.path for folder in where.folders]

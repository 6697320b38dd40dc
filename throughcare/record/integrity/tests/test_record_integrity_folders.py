"""A folder says by itself what was signed; whatever else lies in it is called forged."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from throughcare.record.integrity.checkpoints import ORIGIN, places, rotate
from throughcare.record.integrity.folders import FIRST_KEY, ROTATION, Folder, Signed, name_of
from throughcare.record.integrity.merkle import Tree
from throughcare.record.integrity.notes import Checkpoint, key_of, signed
from throughcare.record.integrity.witness import Witness

PRIVATES = [Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2, 3)]
KEYS = [key_of(each, ORIGIN) for each in PRIVATES]
HASHES = [bytes([number]) * 32 for number in range(12)]
SIZE = "000000000005.checkpoint"


def checkpoint_of(size: int, hashes=HASHES) -> Checkpoint:
    tree = Tree()
    for each in hashes[:size]:
        tree.add(each)
    return Checkpoint(ORIGIN, size, tree.root())


def note_of(size: int, by: int = 0, hashes=HASHES) -> str:
    return signed(checkpoint_of(size, hashes).text(), [(PRIVATES[by], KEYS[by])])


def rotation(old: int, new: int, signers: tuple[int, ...]) -> str:
    text = f"{ROTATION}\n{KEYS[old]}\n{KEYS[new]}\n"
    return signed(text, [(PRIVATES[each], KEYS[each]) for each in signers])


def a_folder(path, *sizes: int, hashes=HASHES, key: int = 0) -> Folder:
    folder = Folder(path)
    folder.put(FIRST_KEY, f"{KEYS[key]}\n")
    for size in sizes:
        folder.put(name_of(size), note_of(size, key, hashes))
    return folder


def witnessed(*folders: Folder, hashes=HASHES) -> Witness:
    witness = Witness(folders)
    for number, each in enumerate(hashes, 1):
        witness.note(number, each)
    return witness


def test_what_was_signed_is_read_again(tmp_path):
    read = a_folder(tmp_path, 3, 5).read()

    assert read.checkpoints == {3: checkpoint_of(3), 5: checkpoint_of(5)}
    assert (read.keys, read.forged, read.last()) == ([KEYS[0]], [], checkpoint_of(5))


def test_only_the_newest_is_read_to_sign_on(tmp_path):
    assert a_folder(tmp_path, 3, 5).newest().checkpoints == {5: checkpoint_of(5)}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    folder = Folder(tmp_path / "away")

    assert folder.read() == folder.newest() == Signed()
    assert (folder.names(), folder.first_key(), folder.read().last()) == (set(), None, None)


ROOT5 = base64.b64encode(checkpoint_of(5).root).decode()
DAMAGES = {
    "empty": "",
    "cut_before_its_signature": checkpoint_of(5).text(),
    "cut_within_its_signature": note_of(5)[:-20],
    "another_size": note_of(5).replace("\n5\n", "\n6\n"),
    "another_root": note_of(5).replace(ROOT5, base64.b64encode(bytes(32)).decode()),
    "another_origin": note_of(5).replace(f"{ORIGIN}\n", "another-record\n"),
    "a_line_more": note_of(5).replace("\n\n", "\nmore\n\n"),
    "another_key": note_of(5, by=1),
    "another_size_signed": note_of(4),
    "a_signature_in_no_base64": note_of(5).replace(
        "— throughcare-record ", "— throughcare-record !"
    ),
    "signed_but_no_checkpoint": signed("said\n", [(PRIVATES[0], KEYS[0])]),
    "bytes": b"\xff\xfe",
}


@pytest.mark.parametrize("content", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_checkpoint_is_forged(tmp_path, content):
    folder = a_folder(tmp_path, 3)
    (tmp_path / SIZE).write_bytes(content if isinstance(content, bytes) else content.encode())

    read = folder.read()

    assert (sorted(read.checkpoints), read.forged) == ([3], [SIZE])


@pytest.mark.parametrize("name", ["5.checkpoint", "000000000006.checkpoint", "x.checkpoint"])
def test_a_checkpoint_that_was_renamed_is_forged(tmp_path, name):
    folder = a_folder(tmp_path, 5)
    (tmp_path / SIZE).rename(tmp_path / name)

    assert (folder.read().checkpoints, folder.read().forged) == ({}, [name])


@pytest.mark.parametrize("first", [b"", b"x", b"\xff\xfe\x00", str(KEYS[0])[:-1].encode()])
def test_without_its_first_key_nothing_is_genuine(tmp_path, first):
    folder = a_folder(tmp_path, 3, 5)
    (tmp_path / FIRST_KEY).write_bytes(first)

    assert folder.read().forged == [FIRST_KEY, name_of(3), name_of(5)]


def test_under_another_first_key_nothing_is_genuine(tmp_path):
    folder = a_folder(tmp_path, 3, 5)
    (tmp_path / FIRST_KEY).write_text(f"{KEYS[1]}\n")

    assert folder.read().forged == [name_of(3), name_of(5)]


@pytest.mark.parametrize(
    "line",
    ["", "\n", "— throughcare-record", "— throughcare-record é\n", "x\n", "— a b c\n", "\x00"],
)
def test_a_malformed_signature_is_called_forged(tmp_path, line):
    folder = a_folder(tmp_path, 3)
    (tmp_path / name_of(5)).write_text(f"{checkpoint_of(5).text()}\n{line}")

    assert folder.read().forged == [name_of(5)]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"\n\n", bytes(1000)])
def test_a_checkpoint_of_odd_bytes_is_called_forged(tmp_path, content):
    folder = a_folder(tmp_path, 3)
    (tmp_path / name_of(5)).write_bytes(content)
    (tmp_path / "rotation-0001.note").write_bytes(content)

    assert folder.read().forged == ["rotation-0001.note", name_of(5)]


def test_a_spoiled_newest_checkpoint_does_not_hide_the_one_before(tmp_path):
    folder = a_folder(tmp_path, 3, 5)
    (tmp_path / name_of(5)).write_text("x")

    assert folder.newest().checkpoints == {3: checkpoint_of(3)}


def test_both_keys_sign_for_the_new_one(tmp_path):
    folder = a_folder(tmp_path, 3)
    folder.put("rotation-0001.note", rotation(0, 1, (0, 1)))
    folder.put(SIZE, note_of(5, by=1))

    read = folder.read()

    assert (read.keys, sorted(read.checkpoints), read.forged) == (KEYS[:2], [3, 5], [])


@pytest.mark.parametrize(
    "note",
    [
        rotation(0, 1, (0,)),
        rotation(0, 1, (1,)),
        rotation(0, 1, (0, 2)),
        rotation(1, 2, (1, 2)),
        rotation(0, 1, (0, 1)).replace(ROTATION, "throughcare key"),
        rotation(0, 1, (0, 1)).replace(str(KEYS[1]), str(KEYS[2])),
        f"{ROTATION}\n",
        "",
    ],
    ids=["old", "new", "stranger", "another_old", "headless", "other_new", "cut", "empty"],
)
def test_a_rotation_that_is_not_signed_by_both_is_forged(tmp_path, note):
    folder = a_folder(tmp_path)
    folder.put("rotation-0001.note", note)

    assert (folder.read().keys, folder.read().forged) == ([KEYS[0]], ["rotation-0001.note"])


def test_a_second_rotation_follows_the_first(tmp_path):
    folder = a_folder(tmp_path)
    folder.put("rotation-0002.note", rotation(1, 2, (1, 2)))
    assert folder.read().forged == ["rotation-0002.note"]

    folder.put("rotation-0001.note", rotation(0, 1, (0, 1)))

    assert (folder.read().keys, folder.read().forged) == (KEYS, [])


def test_a_key_exchanged_twice_is_followed_from_the_first(tmp_path):
    where = places(tmp_path / "keys" / "record.pem", [tmp_path / "kept"])
    rotate(where)
    rotate(where)

    read = where.folders[0].read()

    assert (len(set(read.keys)), read.forged) == (3, [])
    retired = {f"record.pem.{each.id.hex()}" for each in read.keys[:-1]}
    assert {path.name for path in where.key.parent.iterdir()} == {"record.pem", *retired}


def test_what_is_kept_is_never_written_over(tmp_path):
    folder = a_folder(tmp_path, 5)
    folder.put(SIZE, "forged")

    assert folder.note_of(5) == note_of(5)
    assert {path.name for path in tmp_path.iterdir()} == {FIRST_KEY, SIZE}


def test_a_draft_is_none_of_the_names(tmp_path):
    folder = a_folder(tmp_path / "kept")
    (folder.path / f".{SIZE}.1").write_text("half")

    assert folder.names() == {FIRST_KEY}
    assert folder.path.stat().st_mode & 0o077 == 0


def test_folders_that_agree_say_up_to_where(tmp_path):
    one, other = a_folder(tmp_path / "a", 3, 8), a_folder(tmp_path / "b", 8)
    witness = witnessed(one, other)

    assert witness.findings() == []
    assert witness.agreed() == {str(one.path): 8, str(other.path): 8}


def test_a_record_changed_between_two_checkpoints_is_bounded(tmp_path):
    folder = a_folder(tmp_path, 3, 5, 8)
    witness = witnessed(folder, hashes=[*HASHES[:4], bytes(32), *HASHES[5:]])

    assert [str(each) for each in witness.findings()] == [
        f"entry 5, after entry 3, table {tmp_path}: "
        "the record is not the one that was signed up to this entry"
    ]
    assert witness.agreed() == {str(tmp_path): 3}


def test_a_record_that_is_shorter_says_where_it_ends(tmp_path):
    assert [
        str(each) for each in witnessed(a_folder(tmp_path, 3, 8), hashes=HASHES[:6]).findings()
    ] == [
        f"entry 8, after entry 6, table {tmp_path}: "
        "more entries were signed than there are: cut off, or an older copy"
    ]


def test_a_forged_file_is_named(tmp_path):
    folder = a_folder(tmp_path, 3)
    folder.put(SIZE, note_of(5, by=1))

    assert [str(each) for each in witnessed(folder).findings()] == [
        f"table {tmp_path}, row {SIZE}: a file is not signed by the record's key"
    ]


def test_a_checkpoint_that_only_one_folder_has_is_missed_in_the_other(tmp_path):
    whole, less = a_folder(tmp_path / "a", 3, 5, 8), a_folder(tmp_path / "b", 3, 8)

    assert [str(each) for each in witnessed(whole, less).findings()] == [
        f"entry 5, table {less.path}: a checkpoint is not here that another folder has"
    ]


def test_a_folder_that_began_later_misses_nothing_before(tmp_path):
    assert witnessed(a_folder(tmp_path / "a", 3, 8), a_folder(tmp_path / "b", 8)).findings() == []


def test_folders_of_two_keys_are_both_named(tmp_path):
    one, other = a_folder(tmp_path / "a", 5), a_folder(tmp_path / "b", 5, key=1)

    assert [str(each) for each in witnessed(one, other).findings()] == [
        f"table {each.path}, row {FIRST_KEY}: the folders do not begin with the same key"
        for each in (one, other)
    ]

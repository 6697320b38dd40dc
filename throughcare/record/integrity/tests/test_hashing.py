"""The hashes are those that the reference describes: computed here by hand, they are the same."""

from hashlib import sha256
from zlib import crc32

import pytest

from throughcare.record.integrity import hashing
from throughcare.record.integrity.layouts import Layout, Layouts
from throughcare.record.integrity.locating import differences
from throughcare.record.integrity.reading import Kept, Read

OFFICE = Layout("office", "id", ("id", "name"), 1)
ENTRY = Layout("record_entry", "seq", ("act", "seq"), 1)
STANDING = {"office": OFFICE, "record_entry": ENTRY}
SALT, OTHER = b"a" * 16, b"b" * 16


def an_entry(*, made=(("office", b"1", b"1\tSudbury"),), ends=(), line=b"a.b\t4", kept=None):
    return Read(4, 4, False, b"\\N", line, kept, list(made), list(ends))


def kept_of(entry: Read, **changed) -> Kept:
    rows = [("record_entry", entry.line), *((table, line) for table, _, line in entry.made)]
    salts = [SALT, OTHER, b"c" * 16][: len(rows)]
    pairs = list(zip(rows, salts, strict=True))
    leaves = [hashing.leaf(STANDING[table].head, salt, line) for (table, line), salt in pairs]
    said = {
        "hash": b"",
        "salts": b"".join(salts),
        "leaves": b"".join(leaves),
        "tags": b"".join(hashing.tags(salt, line) for (_, line), salt in pairs),
        "made": b"".join(b"%s\t%s\n" % (table.encode(), key) for table, key, _ in entry.made),
        "ended": entry.ended,
    }
    return Kept(**said | changed)


def found(entry: Read, kept: Kept) -> list[tuple]:
    return [
        (each.kind.value, each.table, each.row, each.column)
        for each in differences(STANDING, entry, kept)
    ]


def test_a_leaf_is_the_hash_of_head_salt_and_line():
    assert OFFICE.head == b"office(id,name)\n"
    assert (
        hashing.leaf(OFFICE.head, SALT, b"1\tSudbury")
        == sha256(b"office(id,name)\naaaaaaaaaaaaaaaa1\tSudbury").digest()
    )


def test_the_hash_of_an_entry_takes_all_its_parts():
    before, leaves, ended = b"x" * 32, b"y" * 64, b"office\t1\t3\n"

    assert (
        hashing.entry_hash(before, 7, leaves, ended)
        == sha256(
            b"throughcare entry 1\n"
            + before
            + bytes([0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 2])
            + leaves
            + sha256(ended).digest()
        ).digest()
    )


@pytest.mark.parametrize(
    "other",
    [
        (b"z" * 32, 0, b"y" * 32, b""),
        (b"x" * 32, 1, b"y" * 32, b""),
        (b"x" * 32, 0, b"", b"y" * 32),
    ],
)
def test_no_part_of_an_entry_can_stand_for_another(other):
    assert hashing.entry_hash(b"x" * 32, 0, b"y" * 32, b"") != hashing.entry_hash(*other)


def test_a_tag_is_two_bytes_of_a_salted_checksum():
    line = b"1\tSudbury"
    expected = [crc32(value, crc32(SALT)) & 0xFFFF for value in (b"1", b"Sudbury")]

    assert hashing.tags(SALT, line) == b"".join(each.to_bytes(2, "big") for each in expected)


def test_salts_are_long_and_never_the_same():
    salts = {hashing.new_salts(1) for _ in range(100)}

    assert len(salts) == 100
    assert {len(each) for each in salts} == {16}


def test_an_entry_that_is_as_it_was_differs_in_nothing():
    entry = an_entry(ends=[b"office\t1\t2\n"])

    assert found(entry, kept_of(entry)) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"line": b"a.c\t4"}, ("ALTERED", "record_entry", "4", "act")),
        ({"made": [("office", b"1", b"1\tSudbur")]}, ("ALTERED", "office", "1", "name")),
        ({"made": [("office", b"1", b"2\tx")]}, ("ALTERED", "office", "1", "")),
        ({"made": []}, ("GONE", "office", "1", "")),
        ({"ends": [b"office\t9\t2\n"]}, ("ENDED_OTHERWISE", "office", "9", "to_seq")),
    ],
)
def test_what_differs_is_located(now, expected):
    assert found(an_entry(**now), kept_of(an_entry())) == [expected]


def test_a_second_version_of_a_row_is_told_from_the_first():
    one, other = ("office", b"1", b"1\tA"), ("office", b"1", b"1\tB")
    kept = kept_of(an_entry(made=[one, other]))

    assert found(an_entry(made=[other]), kept) == [("GONE", "office", "1", "")]
    assert found(an_entry(made=[one, other, other]), kept) == [("ADDED", "office", "1", "")]


@pytest.mark.parametrize(
    "changed",
    [{"salts": SALT}, {"leaves": b""}, {"made": b"elsewhere\t1\n"}, {"made": b"\xff\t1\n"}],
)
def test_links_that_do_not_fit_together_are_said_to_be_altered(changed):
    entry = an_entry()

    assert found(entry, kept_of(entry, **changed)) == [("LINK_ALTERED", "", "", "")]


def test_tags_that_do_not_fit_name_the_row_alone():
    entry = an_entry(made=[("office", b"1", b"1\tx")])

    assert found(entry, kept_of(an_entry(), tags=b"")) == [("ALTERED", "office", "1", "")]


def test_a_layout_stands_until_the_next_of_its_table():
    later = Layout("office", "id", ("id", "motto", "name"), 9)
    layouts = Layouts((OFFICE, ENTRY, later))

    assert layouts.at(8)["office"] is OFFICE
    assert layouts.at(9)["office"] is later
    assert layouts.at(0) == {}
    assert layouts.changes() == {1, 9}

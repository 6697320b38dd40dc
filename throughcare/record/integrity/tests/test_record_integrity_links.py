"""What is kept of an entry holds every byte of it, and a change is called by its name."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.record.integrity.chain import before_of_case, linked
from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.layouts import Layout, Layouts, listed
from throughcare.record.integrity.reading import Kept, Read
from throughcare.record.integrity.verifying import entry_findings, leaves_of

PERSON = Layout("person", "id", ("given", "id", "surname"), 1)
STANDING = {
    "person": PERSON,
    "place": Layout("place", "id", ("id", "name"), 1),
    "record_entry": Layout("record_entry", "seq", ("act", "seq"), 1),
}
BEFORE = sha256(b"before").digest()
ADA = ("person", b"1", b"Ada\t1\tRoy")
HALL = ("place", b"7", b"7\tHall")


def an_entry(*, line=b"a.b\t9", made=(ADA, HALL), ends=(b"place\t7\t3\n",), case=b"c1") -> Read:
    return Read(4, 9, False, case, line, None, list(made), list(ends))


def kept_of(entry: Read) -> Kept:
    return linked(STANDING, entry, BEFORE, 2)


def found(entry: Read, kept: Kept | None, before=BEFORE, of_case=2) -> list[str]:
    """The findings about an entry that stands beside what was kept, as lines."""
    now = replace(entry, kept=kept)
    return [str(each) for each in entry_findings(STANDING, now, before, of_case)]


def test_what_is_kept_is_the_hash_of_the_reference():
    kept = kept_of(an_entry())
    salts = [kept.salts[at : at + 16] for at in (0, 16, 32)]
    rows = [b"record_entry(act,seq)\n", b"person(given,id,surname)\n", b"place(id,name)\n"]
    values = [b"a.b\t9", b"Ada\t1\tRoy", b"7\tHall"]
    parts = zip(rows, salts, values, strict=True)
    leaves = b"".join(sha256(b"".join(each)).digest() for each in parts)
    numbers = (2).to_bytes(8, "big") + (3).to_bytes(4, "big")
    ended = sha256(b"place\t7\t3\n").digest()

    said = b"throughcare entry 1\n" + BEFORE + numbers + leaves + ended
    assert (kept.leaves, kept.hash) == (leaves, sha256(said).digest())


def test_two_bytes_are_kept_of_each_value():
    assert len(kept_of(an_entry()).tags) == 2 * (2 + 3 + 2)


def test_what_was_made_and_ended_is_kept_in_words():
    kept = kept_of(an_entry(ends=[b"place\t8\t3\n", b"place\t7\t3\n", b"person\t1\t2\n"]))

    assert kept.made == b"person\t1\nplace\t7\n"
    assert kept.ended == b"person\t1\t2\nplace\t7\t3\nplace\t8\t3\n"


def test_an_entry_that_wrote_nothing_has_its_own_leaf_alone():
    entry = an_entry(made=(), ends=())
    kept = kept_of(entry)

    assert (len(kept.leaves), len(kept.salts), kept.made, kept.ended) == (32, 16, b"", b"")
    assert found(entry, kept) == []


def test_the_same_entry_twice_has_other_salts_and_another_hash():
    one, other = kept_of(an_entry()), kept_of(an_entry())

    assert one.salts != other.salts
    assert one.hash != other.hash


def test_the_leaves_are_made_again_from_the_rows_and_the_salts():
    entry = an_entry()
    kept = kept_of(entry)

    assert leaves_of(STANDING, entry, kept) == kept.leaves


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([b"c1", b"c1", b"c1"], [0, 4, 4]),
        ([b"c1", b"c2", b"c1"], [0, 0, 4]),
        ([b"\\N", b"\\N"], [0, 0]),
        ([b"c1", b"\\N", b"c1"], [0, 0, 4]),
    ],
    ids=["one_case", "two_cases", "no_case", "between"],
)
def test_an_entry_names_the_one_before_about_its_case(cases, expected):
    of_case: dict[bytes, int] = {}

    assert [before_of_case(an_entry(case=each), of_case) for each in cases] == expected


def test_an_entry_about_no_case_is_nobodys_last():
    of_case = {b"c1": 3}
    before_of_case(an_entry(case=b"\\N"), of_case)

    assert of_case == {b"c1": 3}


ALTERED = "a value is not the one that was recorded"
GONE = "a row version that was recorded is gone"
ADDED = "a row version that the entry did not make has been put under it"
ENDED = "what the entry ended is not what was recorded"
LINK = "the hashes kept of the entry, or the entries it followed, were changed"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({}, []),
        ({"line": b"a.c\t9"}, [f"entry 4, table record_entry, row 9, column act: {ALTERED}"]),
        (
            {"made": [("person", b"1", b"Ada\t1\tRoi"), HALL]},
            [f"entry 4, table person, row 1, column surname: {ALTERED}"],
        ),
        (
            {"made": [("person", b"1", b"Roy\t1\tAda"), HALL]},
            [
                f"entry 4, table person, row 1, column given: {ALTERED}",
                f"entry 4, table person, row 1, column surname: {ALTERED}",
            ],
        ),
        ({"made": [ADA]}, [f"entry 4, table place, row 7: {GONE}"]),
        (
            {"made": [ADA, HALL, ("place", b"8", b"8\tHall")]},
            [f"entry 4, table place, row 8: {ADDED}"],
        ),
        (
            {"made": [ADA, ("place", b"8", b"8\tHall")]},
            [f"entry 4, table place, row 8: {ADDED}", f"entry 4, table place, row 7: {GONE}"],
        ),
        ({"ends": []}, [f"entry 4, table place, row 7, column to_seq: {ENDED}"]),
        (
            {"ends": [b"place\t7\t3\n", b"person\t1\t2\n"]},
            [f"entry 4, table person, row 1, column to_seq: {ENDED}"],
        ),
        (
            {"ends": [b"place\t7\t2\n"]},
            [f"entry 4, table place, row 7, column to_seq: {ENDED}"] * 2,
        ),
    ],
    ids=[
        "nothing",
        "the_act",
        "one_letter",
        "two_columns_exchanged",
        "a_row_gone",
        "a_row_added",
        "another_key",
        "an_end_undone",
        "an_end_added",
        "an_end_of_another_version",
    ],
)
def test_a_change_of_an_entry_is_called_by_its_name(now, expected):
    assert found(an_entry(**now), kept_of(an_entry())) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"hash": bytes(32)}, [f"entry 4: {LINK}"]),
        ({"leaves": bytes(32)}, [f"entry 4: {LINK}"]),
        ({"salts": b""}, [f"entry 4: {LINK}"]),
        ({"made": b"person\t1\n"}, [f"entry 4: {LINK}"]),
        ({"made": b"nowhere\t1\nplace\t7\n"}, [f"entry 4: {LINK}"]),
        ({"ended": b""}, [f"entry 4, table place, row 7, column to_seq: {ENDED}"]),
    ],
    ids=["hash", "leaves", "salts", "made_less", "made_elsewhere", "ended"],
)
def test_a_change_of_what_is_kept_is_called_by_its_name(changed, expected):
    entry = an_entry()

    assert found(entry, replace(kept_of(entry), **changed)) == expected


@pytest.mark.parametrize("ended", [b"x", b"\xff\xfe\n", b"a\tb\tc\td\n", b"\t\n\n", b"place\n"])
def test_odd_bytes_in_what_was_ended_are_named(ended):
    entry = an_entry()

    said = found(entry, replace(kept_of(entry), ended=ended))

    assert said
    assert all(each.endswith(ENDED) for each in said)


@pytest.mark.parametrize("part", ["hash", "salts", "leaves", "tags", "made", "ended"])
@pytest.mark.parametrize("odd", [b"", b"\xff", b"\n", bytes(33), b"place\t\xff\n" * 2])
def test_odd_bytes_in_what_is_kept_raise_nothing(part, odd):
    entry = an_entry()

    said = found(entry, replace(kept_of(entry), **{part: odd}))
    assert bool(said) == (part != "tags")


def test_what_is_no_longer_kept_is_said_to_be_gone():
    assert found(an_entry(), None) == ["entry 4: the hashes kept of the entry are gone"]


@pytest.mark.parametrize(
    "other", [{"before": bytes(32)}, {"of_case": 0}, {"of_case": 3}], ids=["before", "none", "case"]
)
def test_an_entry_that_follows_another_is_found(other):
    entry = an_entry()

    assert found(entry, kept_of(entry), **other) == [f"entry 4: {LINK}"]


def test_marks_prove_nothing_and_accuse_nobody():
    entry = an_entry()

    assert found(entry, replace(kept_of(entry), tags=b"")) == []


@given(st.sampled_from(["hash", "salts", "leaves"]), st.data())
def test_any_byte_of_what_is_kept_is_held(part, data):
    entry = an_entry()
    kept = kept_of(entry)
    was = getattr(kept, part)
    at, flip = data.draw(st.integers(0, len(was) - 1)), data.draw(st.integers(1, 255))
    changed = was[:at] + bytes([was[at] ^ flip]) + was[at + 1 :]
    now = replace(entry, kept=replace(kept, **{part: changed}))

    assert entry_findings(STANDING, now, BEFORE, 2) != []


@given(st.binary(max_size=20).filter(b"a.b\t9".__ne__))
def test_any_other_line_is_altered(line):
    said = found(an_entry(line=line), kept_of(an_entry()))

    assert said
    assert all(each.endswith(ALTERED) for each in said)


@pytest.mark.parametrize(
    "other",
    [
        Layout("people", "id", PERSON.columns, 1),
        Layout("person", "id", ("given", "id"), 1),
        Layout("person", "id", ("surname", "id", "given"), 1),
        Layout("person", "id", ("given,id", "surname", "x"), 1),
    ],
    ids=["table", "fewer", "order", "names"],
)
def test_another_layout_is_another_leaf(other):
    entry = an_entry()
    kept = kept_of(entry)

    assert leaves_of({**STANDING, "person": other}, entry, kept) != kept.leaves


@pytest.mark.parametrize(("number", "width"), [(1, 3), (4, 3), (5, 4), (99, 4)])
def test_an_entry_is_read_by_the_layout_of_its_day(number, width):
    later = Layout("person", "id", (*PERSON.columns, "title"), 5)

    assert len(Layouts((PERSON, later)).at(number)["person"].columns) == width


@pytest.mark.parametrize(
    ("of", "expected"), [("", '"id", "name"'), ("e.", 'e."id", e."name"')], ids=["own", "joined"]
)
def test_columns_are_listed_as_quoted_names(of, expected):
    assert listed(["id", "name"], of) == expected


def test_a_finding_of_place_nought_names_no_place():
    assert str(Finding(Kind.GONE, 0, "person", after=0)) == f"table person: {GONE}"

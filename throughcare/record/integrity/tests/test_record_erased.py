"""What an erasure says is gone is taken from its lines alone, whatever else stands there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.record.integrity.chain import linked
from throughcare.record.integrity.erased import Erased
from throughcare.record.integrity.hashing import leaf
from throughcare.record.integrity.layouts import Layout
from throughcare.record.integrity.reading import Read
from throughcare.record.integrity.verifying import entry_findings

STANDING = {
    "person": Layout("person", "id", ("given", "id"), 1),
    "record_entry": Layout("record_entry", "seq", ("act", "reason", "seq"), 1),
}
ADA, BOB = ("person", b"1", b"Ada\t1"), ("person", b"2", b"Bob\t2")
BEFORE = bytes(32)
OWN = STANDING["record_entry"].head


def an_entry(**parts) -> Read:
    said = {"line": b"a.b\twhy\t9", "made": [ADA, BOB], "ends": [b"person\t2\t4\n"]} | parts
    return Read(4, 9, False, b"c1", said["line"], None, said["made"], said["ends"])


def told(*lines: str) -> Erased:
    gone = Erased()
    for each in lines:
        gone.take(7, each)
    return gone


def found(gone: Erased, **parts) -> list[str]:
    """The findings about an entry of which some was taken away, and what an erasure says of it."""
    kept = linked(STANDING, an_entry(), BEFORE, 0)
    now = replace(an_entry(**parts), kept=kept)
    gone.given_to([now])
    return [each.kind.value for each in entry_findings(STANDING, now, BEFORE, 0)]


def test_a_version_that_an_erasure_names_is_not_missed():
    assert found(told("person\t1\t9\t12\t"), made=[BOB]) == []


def test_a_version_that_no_erasure_names_is():
    assert found(told("person\t2\t9\t12\t"), made=[BOB]) == ["ADDED", "GONE"]


def test_a_version_that_is_there_although_it_is_named_is_found():
    assert found(told("person\t1\t9\t12\t")) == ["ADDED"]


def test_an_end_of_what_was_erased_is_counted():
    assert found(told("person\t2\t4\t9\t"), ends=[]) == []


def test_a_reason_may_go_and_what_is_left_is_held():
    left = leaf(OWN, b"", b"a.b\t\t9").hex()
    line = f"record_entry\t9\t9\t\t{left}"

    assert found(told(line), line=b"a.b\t\t9") == []
    assert found(told(line), line=b"a.c\t\t9") == ["ALTERED"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "",
        "x",
        "\t\t\t\t",
        "person\t1\t-1\t\t",
        "person\t1\t9\tx\t",
        "person\t1\t9\t\tzz",
        "A\t1\t9\t\t",
    ],
)
def test_a_line_that_is_none_names_nothing(line):
    gone = told(line)

    assert (dict(gone.made), dict(gone.ended), gone.left, gone.by) == ({}, {}, {}, {})


@given(st.text(max_size=80))
def test_no_line_raises(line):
    assert len(told(line).by) <= 1

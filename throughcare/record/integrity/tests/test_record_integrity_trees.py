"""The tree beside RFC 9162 computed word for word: roots, inclusion and consistency."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.record.integrity.merkle import Tree, proofs, root_from
from throughcare.record.verifier.verify_record import Unreadable, root_of

SIZES = range(21)
HASHES = [sha256(b"entry %d" % number).digest() for number in range(21)]


def split(size: int) -> int:
    """The largest power of two that is smaller than a size."""
    return 1 << (size - 1).bit_length() - 1


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root(of: list[bytes]) -> bytes:
    """MTH of section 2.1.1."""
    if not of:
        return sha256(b"").digest()
    if len(of) == 1:
        return sha256(b"\x00" + of[0]).digest()
    return node(root(of[: split(len(of))]), root(of[split(len(of)) :]))


def path(place: int, of: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.3.1."""
    if len(of) == 1:
        return []
    at = split(len(of))
    if place < at:
        return [*path(place, of[:at]), root(of[at:])]
    return [*path(place - at, of[at:]), root(of[:at])]


def consistency(first: int, of: list[bytes], *, whole: bool = True) -> list[bytes]:
    """SUBPROOF of section 2.1.4.1."""
    if first == len(of):
        return [] if whole else [root(of)]
    at = split(len(of))
    if first <= at:
        return [*consistency(first, of[:at], whole=whole), root(of[at:])]
    return [*consistency(first - at, of[at:], whole=False), root(of[:at])]


def roots_from(first: int, size: int, proof: list[bytes], known: bytes) -> tuple[bytes, bytes]:
    """The two roots to which a proof of consistency leads, by section 2.1.4.2."""
    parts = [known, *proof] if first & (first - 1) == 0 else list(proof)
    here, last = first - 1, size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    old = new = parts[0]
    for part in parts[1:]:
        if here & 1 or here == last:
            old, new = node(part, old), node(part, new)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            new = node(new, part)
        here, last = here >> 1, last >> 1
    return old, new


def tree_of(hashes: list[bytes]) -> Tree:
    tree = Tree()
    for each in hashes:
        tree.add(each)
    return tree


@pytest.mark.parametrize("size", SIZES)
def test_a_root_is_the_one_that_the_rfc_defines(size):
    assert tree_of(HASHES[:size]).root() == root(HASHES[:size])


@pytest.mark.parametrize("size", SIZES)
def test_a_proof_is_the_path_that_the_rfc_defines(size):
    expected = {place: path(place, HASHES[:size]) for place in range(size)}

    assert proofs(HASHES[:size], range(size)) == expected


@pytest.mark.parametrize("size", SIZES[1:])
def test_both_programs_lead_a_path_to_the_root(size):
    for place in range(size):
        said = HASHES[place], place, size, path(place, HASHES[:size])

        assert (root_from(*said), root_of(*said)) == (root(HASHES[:size]),) * 2


@pytest.mark.parametrize("size", SIZES[2:])
def test_an_entry_is_proven_at_no_other_place(size):
    expected = root(HASHES[:size])
    for place in range(size):
        proof = path(place, HASHES[:size])
        others = [other for other in range(size) if other != place]

        assert expected not in {root_from(HASHES[place], each, size, proof) for each in others}
        assert expected not in {root_of(HASHES[place], each, size, proof) for each in others}


@pytest.mark.parametrize("size", SIZES[1:])
def test_each_tree_is_consistent_with_all_before_it(size):
    for first in range(1, size):
        old, new = tree_of(HASHES[:first]).root(), tree_of(HASHES[:size]).root()

        assert roots_from(first, size, consistency(first, HASHES[:size]), old) == (old, new)


@pytest.mark.parametrize("changed", range(6))
def test_a_tree_with_a_changed_beginning_is_consistent_with_none(changed):
    forged = [*HASHES[:changed], sha256(b"forged").digest(), *HASHES[changed + 1 : 11]]
    old, new = tree_of(HASHES[:6]).root(), tree_of(forged).root()

    assert roots_from(6, 11, consistency(6, forged), old) != (old, new)


@pytest.mark.parametrize("size", SIZES)
def test_a_tree_keeps_one_part_for_each_bit_of_its_size(size):
    heights = [height for height, _ in tree_of(HASHES[:size]).parts]

    assert heights == [bit for bit in reversed(range(5)) if size >> bit & 1]


@pytest.mark.parametrize("size", SIZES)
def test_a_remembered_tree_grows_like_the_one_it_was(size):
    was = tree_of(HASHES[:size])
    again = Tree(was.size, list(was.parts), was.last)
    for each in HASHES[size:]:
        again.add(each)

    assert again == tree_of(HASHES)


@pytest.mark.parametrize("places", [[], [0], [12], [3, 3], [12, 0, 7]])
def test_only_the_proofs_that_were_asked_for_are_made(places):
    assert proofs(HASHES[:13], places) == {place: path(place, HASHES[:13]) for place in places}


@pytest.mark.parametrize(("place", "size"), [(-1, 3), (3, 3), (0, 0), (9, 3)])
def test_an_entry_outside_the_tree_is_said_to_be_outside(place, size):
    with pytest.raises(Unreadable, match="outside the signed record"):
        root_of(HASHES[0], place, size, [])


@pytest.mark.parametrize(("place", "size"), [(3, 3), (9, 3), (1, 1)])
def test_an_entry_outside_the_tree_has_no_root(place, size):
    assert root_from(HASHES[0], place, size, []) is None


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40), st.data())
def test_a_change_of_one_entry_changes_the_root(hashes, data):
    place = data.draw(st.integers(0, len(hashes) - 1))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(hashes[place].__ne__))

    changed = [*hashes[:place], other, *hashes[place + 1 :]]

    assert tree_of(changed).root() != tree_of(hashes).root() == root(hashes)

"""The tree is RFC 6962's: its published roots, and every proof of every size."""

from hashlib import sha256

import pytest

from throughcare.record.integrity.merkle import EMPTY, Tree, leaf_of, node_of, proofs, root_from

# The inputs and roots that the reference implementation of RFC 6962 publishes.
INPUTS = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def entries(count: int) -> list[bytes]:
    return [sha256(str(number).encode()).digest() for number in range(count)]


def tree_of(hashes: list[bytes]) -> Tree:
    tree = Tree()
    for each in hashes:
        tree.add(each)
    return tree


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_come_out(size):
    assert tree_of(INPUTS[:size]).root().hex() == ROOTS[size - 1]


def test_an_empty_tree_has_the_root_of_nothing():
    assert Tree().root() == EMPTY
    assert EMPTY.hex().startswith("e3b0c44298fc1c14")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 64, 100])
def test_every_proof_leads_to_the_root(size):
    hashes = entries(size)
    root = tree_of(hashes).root()
    found = proofs(hashes, range(size))

    assert {root_from(hashes[place], place, size, found[place]) for place in range(size)} == {root}


@pytest.mark.parametrize("place", [0, 4, 6])
def test_a_proof_of_something_else_leads_elsewhere(place):
    hashes = entries(7)
    root = tree_of(hashes).root()
    proof = proofs(hashes, [place])[place]

    assert root_from(hashes[3], place, 7, proof) != root
    assert root_from(hashes[place], place ^ 1, 7, proof) != root
    assert root_from(hashes[place], place, 7, proof[::-1]) != root


@pytest.mark.parametrize(
    ("place", "size", "cut"), [(0, 7, 1), (0, 7, -1), (7, 7, 0), (0, 8, 1), (9, 3, 0)]
)
def test_a_proof_of_the_wrong_length_is_none(place, size, cut):
    proof = proofs(entries(7), [0])[0]
    given = [*proof, proof[0]] if cut < 0 else proof[: len(proof) - cut]

    assert root_from(entries(7)[0], place, size, given) is None


def test_a_proof_with_a_short_hash_is_none():
    assert root_from(entries(2)[0], 0, 2, [b"short"]) is None


def test_leaves_and_nodes_are_told_apart():
    assert leaf_of(b"a" * 64) != node_of(b"a" * 32, b"a" * 32)

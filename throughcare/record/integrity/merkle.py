"""The Merkle tree over the hashes of entries (RFC 6962): roots, and proofs that an entry is in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from throughcare.record.integrity.hashing import HASH

EMPTY = sha256(b"").digest()


def leaf_of(entry_hash: bytes) -> bytes:
    """Return the tree's leaf for an entry's hash."""
    return sha256(b"\x00" + entry_hash).digest()


def node_of(left: bytes, right: bytes) -> bytes:
    """Return the hash over two others."""
    return sha256(b"\x01" + left + right).digest()


@dataclass
class Tree:
    """A tree that only grows: of all its nodes, the roots of its full parts are enough."""

    size: int = 0
    parts: list[tuple[int, bytes]] = field(default_factory=list)
    last: bytes = b""

    def add(self, entry_hash: bytes) -> None:
        """Put the next entry in."""
        height, node = 0, leaf_of(entry_hash)
        while self.parts and self.parts[-1][0] == height:
            node = node_of(self.parts.pop()[1], node)
            height += 1
        self.parts.append((height, node))
        self.size += 1
        self.last = entry_hash

    def root(self) -> bytes:
        """Return the root over all entries that are in."""
        if not self.parts:
            return EMPTY
        root = self.parts[-1][1]
        for _, part in reversed(self.parts[:-1]):
            root = node_of(part, root)
        return root


def proofs(entry_hashes: Iterable[bytes], places: Iterable[int]) -> dict[int, list[bytes]]:
    """Return for each place (the first is 0) the hashes that lead from its entry to the root."""
    level = [leaf_of(each) for each in entry_hashes]
    at = {place: place for place in places}
    found: dict[int, list[bytes]] = {place: [] for place in at}
    while len(level) > 1:
        for place, here in at.items():
            if here ^ 1 < len(level):
                found[place].append(level[here ^ 1])
            at[place] = here // 2
        level = [
            node_of(level[one], level[one + 1]) if one + 1 < len(level) else level[one]
            for one in range(0, len(level), 2)
        ]
    return found


def root_from(entry_hash: bytes, place: int, size: int, proof: list[bytes]) -> bytes | None:
    """Return the root that a proof leads to, or None where it has not the right length."""
    here, last, node = place, size - 1, leaf_of(entry_hash)
    rest = list(proof)
    while last > 0:
        if here ^ 1 <= last:
            if not rest or len(rest[0]) != HASH:
                return None
            other = rest.pop(0)
            node = node_of(other, node) if here & 1 else node_of(node, other)
        here, last = here // 2, last // 2
    return None if rest or place >= size else node

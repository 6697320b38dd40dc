"""Signing how the record stands, and keeping that where the database's keeper cannot reach."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils.translation import gettext as _

from throughcare.record.integrity.folders import FIRST_KEY, ROTATION, Folder, name_of
from throughcare.record.integrity.keys import PRIVATE, kept_key, new_key
from throughcare.record.integrity.merkle import Tree
from throughcare.record.integrity.notes import Checkpoint, Key, key_of, signed
from throughcare.record.integrity.reading import lines
from throughcare.refusal import Refused

HASHES = """
COPY (SELECT encode(hash, 'hex') FROM record_link WHERE number > {} ORDER BY number) TO STDOUT
"""
ORIGIN = "throughcare-record"
TREE = "tree.json"


class NotTheRecordThatWasSigned(Refused): ...


class KeyIsNotTheOneThatSigned(Refused): ...


class FolderWasSpoiled(Refused): ...


@dataclass(frozen=True)
class Places:
    """Where the key is, and the folders in which checkpoints are kept."""

    key: Path
    folders: tuple[Folder, ...]

    @property
    def tree(self) -> Path:
        """Return the file in which the tree is remembered as it was last signed."""
        return self.key.with_name(TREE)

    def not_independent(self) -> list[Path]:
        """Return the folders that lie on the disk of the key, and so beside the database."""
        return [each.path for each in self.folders if each.shares_a_disk_with(self.key)]


def last_signed(key: Path) -> tuple[int, datetime] | None:
    """Return how many entries were signed last, and when; None while nothing was signed here."""
    tree = key.with_name(TREE)
    try:
        size = int(json.loads(tree.read_text(encoding="utf-8"))["size"])
        return size, datetime.fromtimestamp(tree.stat().st_mtime, UTC)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def places(key: Path, folders: list[Path]) -> Places:
    """Return the places that an installation has, as they are since the last reconciling."""
    bases = [Folder(each) for each in folders]
    newest = max((name for each in bases for name in each.epochs()), default="")
    return Places(key, tuple(Folder(each.path / newest) if newest else each for each in bases))


def sign(cursor: Any, where: Places) -> Checkpoint | None:
    """Sign the record as far as it is chained, and keep that in every folder.

    :returns: the newest checkpoint, or None while nothing is chained.
    :raises NotTheRecordThatWasSigned: when a folder knows a record that this one does not continue.
    :raises KeyIsNotTheOneThatSigned: when the key is gone, or was exchanged without a rotation.
    :raises FolderWasSpoiled: when a folder no longer says which key it began with.
    """
    known = [_known(folder) for folder in where.folders]
    tree = continued(cursor, where)
    private = signing_key(where)
    if not tree.size:
        return None
    newest = Checkpoint(ORIGIN, tree.size, tree.root())
    _level(where, known)
    key = key_of(private, ORIGIN)
    for folder in where.folders:
        folder.put(FIRST_KEY, f"{key}\n")
        folder.put(name_of(newest.size), signed(newest.text(), [(private, key)]))
    _remember(where, tree)
    return newest


def continued(cursor: Any, where: Places) -> Tree:
    """Return the tree over all that is chained, once it is known to continue what was signed.

    :raises NotTheRecordThatWasSigned: when it does not.
    :raises FolderWasSpoiled: when a folder no longer says which key it began with.
    """
    known = [_known(folder) for folder in where.folders]
    return _grown(cursor, where, {each.size: each for each in known if each})


def signing_key(where: Places) -> Ed25519PrivateKey:
    """Return the key; a new one is made only where nothing was ever signed.

    :raises KeyIsNotTheOneThatSigned: when it is gone, or is not the one that signed last.
    """
    if not where.key.exists() and _was_signed(where):
        raise KeyIsNotTheOneThatSigned(
            _("The record's key is gone: %(file)s. Bring it back from where it was put away.")
            % {"file": where.key}
        )
    private = kept_key(where.key)
    last = [folder.newest().keys[-1:] for folder in where.folders]
    if any(keys not in ([], [key_of(private, ORIGIN)]) for keys in last):
        raise KeyIsNotTheOneThatSigned(
            _("The record's key is not the one that signed before. Bring that one back.")
        )
    return private


def _was_signed(where: Places) -> bool:
    """Say whether anything that is left, a folder or the tree, knows of a checkpoint."""
    return where.tree.exists() or any(FIRST_KEY in each.names() for each in where.folders)


def _known(folder: Folder) -> Checkpoint | None:
    """Return a folder's newest checkpoint; refuse where nobody can say who signed it."""
    found = folder.newest()
    if FIRST_KEY in found.forged:
        raise FolderWasSpoiled(
            _("%(file)s cannot be read. Bring it back from another folder or from paper.")
            % {"file": folder.path / FIRST_KEY}
        )
    return found.last()


def _grown(cursor: Any, where: Places, known: dict[int, Checkpoint]) -> Tree:
    """Return the tree over all that is chained, which has shown that it continues what is known."""
    tree = _remembered(cursor, where, known)
    for each in lines(cursor, HASHES.format(tree.size)):
        tree.add(bytes.fromhex(each.decode()))
        if tree.size in known and known[tree.size].root != tree.root():
            raise NotTheRecordThatWasSigned(_refusal())
    if known and tree.size < max(known):
        raise NotTheRecordThatWasSigned(_refusal())
    return tree


def _remembered(cursor: Any, where: Places, known: dict[int, Checkpoint]) -> Tree:
    """Return the tree as it was last signed, if every folder knows that, or else an empty one.

    The hash of the last entry holds all before it, so that it need not be read again.
    """
    try:
        said = json.loads(where.tree.read_text(encoding="utf-8"))
        parts = [(height, bytes.fromhex(each)) for height, each in said["parts"]]
        tree = Tree(said["size"], parts, bytes.fromhex(said["last"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Tree()
    if {each.root for each in known.values()} != {tree.root()}:
        return Tree()
    cursor.execute("SELECT encode(hash, 'hex') FROM record_link WHERE number = %s", [tree.size])
    return tree if cursor.fetchone() == (said["last"],) else Tree()


def _remember(where: Places, tree: Tree) -> None:
    parts = [(height, node.hex()) for height, node in tree.parts]
    said = {"size": tree.size, "parts": parts, "last": tree.last.hex()}
    # It lies among the keys, where nothing is open to others.
    with os.fdopen(
        os.open(where.tree, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "w"
    ) as file:
        json.dump(said, file)
    where.tree.chmod(PRIVATE)


def _level(where: Places, known: list[Checkpoint | None]) -> None:
    """Give a folder that is new, or was away for a while, what the others have."""
    beside = all(folder.path.exists() for folder in where.folders)
    if beside and len({each and each.size for each in known}) == 1:
        return
    names = {name: folder for folder in where.folders for name in folder.names()}
    for folder in where.folders:
        for name in sorted(names.keys() - folder.names()):
            folder.put(name, (names[name].path / name).read_text(encoding="utf-8"))


def _refusal() -> str:
    return _(
        "This record does not continue the one that was signed: an older copy was brought back, or"
        " it was changed. Nothing is signed until `throughcare record verify` has been looked into."
    )


def rotate(where: Places) -> None:
    """Exchange the signing key for a new one; both sign for that, in every folder.

    The old key's file is kept beside the new one's, under another name.
    """
    old = signing_key(where)
    draft = where.key.with_name(f"{where.key.name}.new")
    new = new_key(draft)
    text = f"{ROTATION}\n{key_of(old, ORIGIN)}\n{key_of(new, ORIGIN)}\n"
    note = signed(text, [_signer(old), _signer(new)])
    for folder in where.folders:
        folder.put(FIRST_KEY, f"{key_of(old, ORIGIN)}\n")
        count = len(list(folder.path.glob("rotation-*.note")))
        folder.put(f"rotation-{count + 1:04}.note", note)
    retired = where.key.with_name(f"{where.key.name}.{key_of(old, ORIGIN).id.hex()}")
    where.key.rename(retired)
    draft.rename(where.key)


def _signer(private: Ed25519PrivateKey) -> tuple[Ed25519PrivateKey, Key]:
    return private, key_of(private, ORIGIN)

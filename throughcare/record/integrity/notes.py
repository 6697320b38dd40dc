"""Signed notes (C2SP signed-note, checkpoints as in C2SP tlog-checkpoint) and their keys."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ED25519 = b"\x01"
MARK = "— "
RECONCILED = "throughcare record reconciled"


class NotANote(ValueError):
    """A text is not a signed note, or not one of the kind expected."""


@dataclass(frozen=True)
class Key:
    """A public key with its name, as it is written down: `name+id+key`."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the four bytes by which a signature names its key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        written = base64.b64encode(ED25519 + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{written}"

    def signed(self, text: str, signature: bytes) -> bool:
        """Say whether this key signed a text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def key_from(written: str) -> Key:
    """Return the key that was written down.

    :raises NotANote: when it is not a key of this kind, or its id is another key's.
    """
    try:
        name, identity, encoded = written.strip().split("+", 2)
        public = base64.b64decode(encoded, validate=True)
        key = Key(name, public[1:])
        if public[:1] != ED25519 or len(public) != 33 or key.id.hex() != identity:
            raise NotANote("This is not an Ed25519 key with its own id.")
    except ValueError as error:
        raise NotANote("This is not a key.") from error
    return key


def key_of(private: Ed25519PrivateKey, name: str) -> Key:
    """Return the public key, under a name."""
    raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Key(name, raw)


def signed(text: str, signers: Iterable[tuple[Ed25519PrivateKey, Key]]) -> str:
    """Return a text as a note that each of these keys has signed."""
    signatures = [
        f"{MARK}{key.name} {base64.b64encode(key.id + private.sign(text.encode())).decode()}\n"
        for private, key in signers
    ]
    return f"{text}\n{''.join(signatures)}"


def opened(note: str, keys: Iterable[Key]) -> str:
    """Return the text of a note that each of these keys has signed.

    :raises NotANote: when it is no note, or a signature is missing or false.
    """
    text, blank, rest = note.rpartition("\n\n")
    if not blank:
        raise NotANote("This is not a signed note.")
    text += "\n"
    signatures = dict(_signature(line) for line in rest.splitlines())
    for key in keys:
        if not key.signed(text, signatures.get((key.name, key.id), b"")):
            raise NotANote(f"The key {key.name}+{key.id.hex()} did not sign this.")
    return text


def is_signed_by(note: str, key: Key) -> bool:
    """Say whether a key signed a note."""
    try:
        opened(note, [key])
    except NotANote:
        return False
    return True


def _signature(line: str) -> tuple[tuple[str, bytes], bytes]:
    name, _, encoded = line.removeprefix(MARK).partition(" ")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except ValueError as error:  # of letters outside ASCII too, which is no binascii.Error
        raise NotANote("A signature cannot be read.") from error
    return (name, raw[:4]), raw[4:]


@dataclass(frozen=True)
class Checkpoint:
    """How many entries a record had, and the root over them."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Return the text that is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class Reconciled:
    """An older copy was brought back: up to which entry it reached, and how far it had been."""

    kept: int
    root: bytes
    signed: int

    def text(self) -> str:
        """Return the text that is signed."""
        root = base64.b64encode(self.root).decode()
        return f"{RECONCILED}\n{self.kept}\n{root}\n{self.signed}\n"


def reconciled_from(text: str) -> Reconciled:
    """Return the reconciling that a note's text states.

    :raises NotANote: when it states none.
    """
    try:
        title, kept, root, last = text.splitlines()[:4]
        found = Reconciled(int(kept), base64.b64decode(root, validate=True), int(last))
    except ValueError as error:
        raise NotANote("This is not a reconciling.") from error
    if title != RECONCILED:
        raise NotANote("This is not a reconciling.")
    return found


def checkpoint_from(text: str) -> Checkpoint:
    """Return the checkpoint that a note's text states.

    :raises NotANote: when it states none.
    """
    try:
        origin, size, root = text.splitlines()[:3]
        return Checkpoint(origin, int(size), base64.b64decode(root, validate=True))
    except ValueError as error:
        raise NotANote("This is not a checkpoint.") from error

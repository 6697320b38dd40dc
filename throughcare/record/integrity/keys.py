"""The key that signs checkpoints: a file outside the database that only its owner may read."""

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.utils.translation import gettext as _

from throughcare.refusal import Refused

PRIVATE = 0o600


class KeyNotSafe(Refused): ...


class KeyNotReadable(Refused): ...


def kept_key(path: Path) -> Ed25519PrivateKey:
    """Return the signing key, making one the first time.

    :raises KeyNotSafe: when others than its owner may read it.
    :raises KeyNotReadable: when it is not such a key.
    """
    if not path.exists():
        return new_key(path)
    if path.stat().st_mode & 0o077:
        raise KeyNotSafe(_("Others may read the record's key. Give the file the mode 600."))
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except TypeError as error:
        raise KeyNotReadable(
            _("The record's key asks for a passphrase. Store it without one: the worker has none.")
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise KeyNotReadable(_("The record's key cannot be read. Bring it back.")) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyNotReadable(_("The record's key cannot be read. Bring it back."))
    return key


def new_key(path: Path) -> Ed25519PrivateKey:
    """Make a signing key and keep it in a file that was not there before."""
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "wb") as file:
        file.write(written)
    return key

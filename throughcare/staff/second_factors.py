"""Secrets of second factors, sealed in the database with a key that lies outside it.

Whoever reads a copy of the database learns no secret: the key is in the home folder, or in the
environment. A secret that this key does not open lets nobody in, and the log says so. A key that is
gone is not replaced while the database holds what it sealed: security keys open, codes wait for it.
"""

import os
from base64 import b32encode
from functools import cache
from pathlib import Path
from secrets import token_bytes

import structlog
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare.refusal import Refused

log = structlog.get_logger("second_factors")
SEALED = "sealed:"
PRODUCT = "Throughcare"
PRIVATE = 0o600


class KeyIsMissing(Refused):
    """The key of the second factors is gone, and the database holds what it sealed."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seals the secrets of one-time codes and the seeds of recovery codes."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the database keeps it.

        :raises KeyIsMissing: when the key is gone with which others were sealed.
        """
        key = kept_key() or _first_key()
        return SEALED + _fernet(key).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret as it was; one that nobody knows where the key does not open it.

        A demo office of an earlier version holds its secrets unsealed; everybody knows them.
        """
        if settings.DEMO and not encrypted_text.startswith(SEALED):
            return encrypted_text
        opened = _opened(encrypted_text)
        if opened is None:
            log.error("unreadable")
            return b32encode(token_bytes(20)).decode()
        return opened

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return for which host a security key answers, and what the browser calls us."""
        return super().get_public_key_credential_rp_entity() | {"name": PRODUCT}


def unreadable() -> int:
    """Return how many secrets of one-time codes in the database the key here does not open."""
    factors = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    secrets = [str(each.data.get("secret", "")) for each in factors]
    return sum(each.startswith(SEALED) and _opened(each) is None for each in secrets)


def kept_key() -> str:
    """Return the key: given in the environment, or kept in its file; "" where there is none."""
    file = Path(settings.SECOND_FACTOR_KEY_FILE)
    if settings.SECOND_FACTOR_KEY or not file.exists():
        return str(settings.SECOND_FACTOR_KEY)
    return file.read_text(encoding="utf-8").strip()


def demand_key() -> None:
    """Let a code be looked at only where the key is there that opens its secret.

    :raises KeyIsMissing: in words for whoever signs in.
    """
    if not kept_key() and _holds_sealed():
        raise KeyIsMissing(
            _(
                "No code can be checked now: the key that opens their secrets is missing on this"
                " machine. A security key opens as ever. Tell whoever keeps the machine."
            )
        )


def _holds_sealed() -> bool:
    sealed = Q(data__secret__startswith=SEALED) | Q(data__seed__startswith=SEALED)
    return Authenticator.objects.filter(sealed).exists()


def _first_key() -> str:
    """Make the key, and return it, or the one that another process made in the same moment."""
    demand_key()
    file = Path(settings.SECOND_FACTOR_KEY_FILE)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "wb") as made:
        made.write(Fernet.generate_key())
    try:
        os.link(draft, file)
    except FileExistsError:
        log.info("made_meanwhile")
    draft.unlink()
    return kept_key()


def _opened(sealed: str) -> str | None:
    """Return a secret as it was, or None where the key that is here does not open it."""
    try:
        return _fernet(kept_key()).decrypt(sealed.removeprefix(SEALED)).decode()
    except (InvalidToken, ValueError):
        return None


@cache
def _fernet(key: str) -> Fernet:
    return Fernet(key)

"""Secrets of second factors, sealed in the database with a key that lies outside it.

Whoever reads a copy of the database learns no secret: the key is in the home folder, or in the
environment. A secret that this key does not open lets nobody in, and the log says so.
"""

from base64 import b32encode
from functools import cache
from secrets import token_bytes

import structlog
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

log = structlog.get_logger("second_factors")
SEALED = "sealed:"
PRODUCT = "Throughcare"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seals the secrets of one-time codes and the seeds of recovery codes."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the database keeps it."""
        return SEALED + _key().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret as it was; one that nobody knows where the key does not open it.

        A demo office of an earlier version holds its secrets unsealed; everybody knows them.
        """
        if settings.DEMO and not encrypted_text.startswith(SEALED):
            return encrypted_text
        try:
            return _key().decrypt(encrypted_text.removeprefix(SEALED)).decode()
        except InvalidToken:
            log.error("unreadable")
            return b32encode(token_bytes(20)).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return for which host a security key answers, and what the browser calls us."""
        return super().get_public_key_credential_rp_entity() | {"name": PRODUCT}


def unreadable() -> int:
    """Return how many secrets of one-time codes in the database the key here does not open."""
    factors = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    secrets = [str(each.data.get("secret", "")) for each in factors]
    return sum(each.startswith(SEALED) and not _opens(each) for each in secrets)


def _opens(sealed: str) -> bool:
    try:
        _key().decrypt(sealed.removeprefix(SEALED))
    except InvalidToken:
        return False
    return True


def _key() -> Fernet:
    return _fernet(settings.SECOND_FACTOR_KEY)


@cache
def _fernet(key: str) -> Fernet:
    return Fernet(key)

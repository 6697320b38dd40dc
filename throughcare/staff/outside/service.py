"""The outside sign-in service of an installation, what is asked of it, and whom it names."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

Told = dict[str, Any]


class NotBelieved(Exception):
    """The service said something that does not fit; the word is for the log."""


class Unanswered(Exception):
    """The service did not answer."""


@dataclass(frozen=True)
class Provider:
    """The service of this installation, as the environment names it."""

    issuer: str
    registered_as: str
    secret: str
    name: str


@dataclass(frozen=True)
class Asked:
    """What one sign-in asked of the service, kept in the session until the answer."""

    state: str
    nonce: str
    verifier: str
    back_to: str
    since: float
    onward: str = ""
    again: bool = False


@dataclass(frozen=True)
class Identity:
    """Who the service says somebody is: a number that never changes, and an e-mail address."""

    issuer: str
    subject: str
    email: str
    email_verified: bool
    signed_in_at: float


def provider() -> Provider | None:
    """Return the service of this installation, or None where there is none."""
    return Provider(**settings.OIDC) if settings.OIDC else None


def text(told: Told, name: str) -> str:
    """Return a text that the service told.

    :raises NotBelieved: it told none by that name.
    """
    if not isinstance(told.get(name), str):
        raise NotBelieved(f"no_{name}")
    return str(told[name])

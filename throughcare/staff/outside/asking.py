"""The way to an outside service, and the token that comes back for a code."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from throughcare.staff.outside.fetching import described, fetched
from throughcare.staff.outside.service import Asked, Identity, NotBelieved, Provider, Told, text
from throughcare.staff.outside.tokens import identity_in


def ask(back_to: str, since: float, onward: str, *, again: bool) -> Asked:
    """Return what a new sign-in asks; `again` makes the service ask for its password once more."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _each in range(3))
    return Asked(state, nonce, verifier, back_to, since, onward, again)


def address(service: Provider, asked: Asked) -> str:
    """Return where the browser goes to sign in.

    :raises Unanswered: the service is not there.
    :raises NotBelieved: it describes itself as another one.
    """
    digest = hashlib.sha256(asked.verifier.encode()).digest()
    said = {
        "response_type": "code",
        "client_id": service.registered_as,
        "redirect_uri": asked.back_to,
        "scope": "openid email",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    if asked.again:
        said |= {"prompt": "login", "max_age": "0"}
    return f"{text(described(service), 'authorization_endpoint')}?{urlencode(said)}"


def identity(service: Provider, asked: Asked, answer: Mapping[str, str]) -> Identity:
    """Return who signed in, from what the browser brought back.

    :raises Unanswered: the service is not there.
    :raises NotBelieved: anything does not fit; its word says what.
    """
    if not secrets.compare_digest(answer.get("state", "").encode(), asked.state.encode()):
        raise NotBelieved("state")
    known = described(service)
    told_by = answer.get("iss", "")
    promised = known.get("authorization_response_iss_parameter_supported") is True
    if (told_by or promised) and told_by != service.issuer:
        raise NotBelieved("issuer_of_answer")
    if "code" not in answer:
        raise NotBelieved("no_code")
    token = _exchanged(service, known, asked, answer["code"])
    return identity_in(token, service, asked, fetched(text(known, "jwks_uri")))


def _exchanged(service: Provider, known: Told, asked: Asked, code: str) -> str:
    """Give the code, and return the token that it stands for."""
    said = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked.back_to,
        "client_id": service.registered_as,
        "client_secret": service.secret,
        "code_verifier": asked.verifier,
    }
    answer = fetched(text(known, "token_endpoint"), urlencode(said).encode())
    return text(answer, "id_token")

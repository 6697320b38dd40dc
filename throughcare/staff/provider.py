"""An outside sign-in service (OpenID Connect): what is asked of it, and what is believed of it.

Nothing it says is believed before its signature, issuer, audience, times and nonce are checked
(OpenID Connect Core 1.0 §3.1.3.7). Keys are fetched anew at each sign-in, so that one the service
has changed is known at once.
"""

import base64
import hashlib
import json
import secrets
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit

import jwt
from django.conf import settings

WAIT = 5  # seconds that a member waits for one answer of the service
MOST = 1 << 20  # bytes of one answer
# Public keys only: with `none` or a shared secret, anybody could sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
CLOCKS_DIFFER = 60  # seconds
KNOWN_AT = "/.well-known/openid-configuration"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
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
    return f"{_text(_described(service), 'authorization_endpoint')}?{urlencode(said)}"


def identity(service: Provider, asked: Asked, answer: Mapping[str, str]) -> Identity:
    """Return who signed in, from what the browser brought back.

    :raises Unanswered: the service is not there.
    :raises NotBelieved: anything does not fit; its word says what.
    """
    if not secrets.compare_digest(answer.get("state", "").encode(), asked.state.encode()):
        raise NotBelieved("state")
    described = _described(service)
    told_by = answer.get("iss", "")
    promised = described.get("authorization_response_iss_parameter_supported") is True
    if (told_by or promised) and told_by != service.issuer:
        raise NotBelieved("issuer_of_answer")
    if "code" not in answer:
        raise NotBelieved("no_code")
    token = _exchanged(service, described, asked, answer["code"])
    return _believed(service, asked, _claims(service, described, token))


def _claims(service: Provider, described: Told, token: str) -> Told:
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise NotBelieved("algorithm")
        key = _key(_fetched(_text(described, "jwks_uri")), header)
        claims: Told = jwt.decode(
            token,
            key,
            algorithms=[header["alg"]],
            audience=service.registered_as,
            issuer=service.issuer,
            leeway=CLOCKS_DIFFER,
            options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]},
        )
    except jwt.PyJWTError as wrong:
        raise NotBelieved(_word(wrong)) from wrong
    return claims


def _believed(service: Provider, asked: Asked, claims: Told) -> Identity:
    """Check what the library does not: nonce, the party it was made for, and when."""
    if not secrets.compare_digest(str(claims["nonce"]).encode(), asked.nonce.encode()):
        raise NotBelieved("nonce")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else service.registered_as) != service.registered_as:
        raise NotBelieved("authorized_party")
    signed_in_at = claims.get("auth_time", 0)
    if asked.again and not _is_time(signed_in_at, asked.since):
        raise NotBelieved("not_signed_in_again")
    return Identity(
        service.issuer,
        str(claims["sub"]),
        str(claims.get("email", "")),
        claims.get("email_verified") is True,
        float(signed_in_at) if _is_time(signed_in_at, 0) else 0.0,
    )


def _is_time(told: Any, since: float) -> bool:
    return isinstance(told, int | float) and told >= since - CLOCKS_DIFFER


def _key(known: Told, header: Told) -> Any:
    """Return the public key that signed, in its kind: a key of another kind checks nothing."""
    keys = known.get("keys")
    found = [
        each
        for each in (keys if isinstance(keys, list) else [])
        if isinstance(each, dict)
        and each.get("kid") == header.get("kid")
        and each.get("use", "sig") == "sig"
    ]
    if len(found) != 1:
        raise NotBelieved("key")
    return jwt.PyJWK(found[0], algorithm=header["alg"]).key


def _exchanged(service: Provider, described: Told, asked: Asked, code: str) -> str:
    """Give the code, and return the token that it stands for."""
    said = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked.back_to,
        "client_id": service.registered_as,
        "client_secret": service.secret,
        "code_verifier": asked.verifier,
    }
    answer = _fetched(_text(described, "token_endpoint"), urlencode(said).encode())
    return _text(answer, "id_token")


def _described(service: Provider) -> Told:
    """Return how the service describes itself."""
    described = _fetched(service.issuer.rstrip("/") + KNOWN_AT)
    if described.get("issuer") != service.issuer:
        raise NotBelieved("issuer_described")
    return described


def _text(told: Told, name: str) -> str:
    if not isinstance(told.get(name), str):
        raise NotBelieved(f"no_{name}")
    return str(told[name])


def _word(wrong: jwt.PyJWTError) -> str:
    """Return what a log calls a fault of a token: the library's own name for it."""
    return type(wrong).__name__


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what the service described is where it answers."""

    def redirect_request(self, *_asked: Any, **_more: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoDetour)


def _fetched(url: str, sent: bytes | None = None) -> Told:
    """Return the object that an address of the service answers with."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in HERE):
        raise NotBelieved("not_https")
    asked = urllib.request.Request(url, sent, {"Accept": "application/json"})  # noqa: S310
    try:
        with _OPENER.open(asked, timeout=WAIT) as answer:
            told = json.loads(answer.read(MOST))
    except HTTPError as refused:
        if refused.code < 500:
            raise NotBelieved(f"answered_{refused.code}") from refused
        raise Unanswered(str(refused.code)) from refused
    except OSError as silent:
        raise Unanswered(type(silent).__name__) from silent
    except ValueError as broken:
        raise NotBelieved("no_json") from broken
    if not isinstance(told, dict):
        raise NotBelieved("no_object")
    return told

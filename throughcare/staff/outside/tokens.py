"""A signed token of an outside service, and what of it is believed.

Nothing is, before signature, issuer, audience, times and nonce are checked (OpenID Connect Core 1.0
§3.1.3.7).
"""

import secrets
from typing import Any

import jwt

from throughcare.staff.outside.service import Asked, Identity, NotBelieved, Provider, Told

# Public keys only: with `none` or a shared secret, anybody could sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
CLOCKS_DIFFER = 60  # seconds


def identity_in(token: str, service: Provider, asked: Asked, keys: Told) -> Identity:
    """Return whom a token names, checked with the keys that the service shows.

    :raises NotBelieved: anything does not fit; its word says what.
    """
    return _believed(service, asked, _claims(token, service, keys))


def _claims(token: str, service: Provider, keys: Told) -> Told:
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise NotBelieved("algorithm")
        key = _key(keys, header)
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
        raise NotBelieved(type(wrong).__name__) from wrong
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

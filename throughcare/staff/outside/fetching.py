"""What an outside service answers at its addresses: small objects, over a protected line, soon."""

import json
import urllib.request
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit

from throughcare.staff.outside.service import NotBelieved, Provider, Told, Unanswered

WAIT = 5  # seconds that a member waits for one answer of the service
MOST = 1 << 20  # bytes of one answer
KNOWN_AT = "/.well-known/openid-configuration"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what the service described is where it answers."""

    def redirect_request(self, *_asked: Any, **_more: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoDetour)


def fetched(url: str, sent: bytes | None = None) -> Told:
    """Return the object that an address of the service answers with.

    :raises NotBelieved: the line is open to others, or the answer is no object.
    :raises Unanswered: it is not there.
    """
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


def described(service: Provider) -> Told:
    """Return how the service describes itself.

    :raises NotBelieved: it calls itself another one.
    :raises Unanswered: it is not there.
    """
    told = fetched(service.issuer.rstrip("/") + KNOWN_AT)
    if told.get("issuer") != service.issuer:
        raise NotBelieved("issuer_described")
    return told

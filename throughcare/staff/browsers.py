"""Browsers that have signed in before: wrong tries made elsewhere do not shut them out.

Whoever wants to keep an officer out of work has only to give wrong passwords. So a browser that has
signed in to an account carries a signed cookie, and its tries are counted apart. The cookie opens
nothing: the password and the second factor are asked as ever.
"""

import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "throughcare_browser"
SALT = "throughcare.staff.browsers"
STANDS_FOR = 180 * 24 * 3600
MOST = 12  # accounts on one shared browser


def known(request: HttpRequest, username: str) -> str:
    """Return the name of this browser where it has signed in to an account before, or nothing."""
    kept = _kept(request)
    return str(kept["browser"]) if _account(username) in kept["accounts"] else ""


def remember(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Let the browser carry that it has signed in to an account."""
    kept = _kept(request)
    others = [each for each in kept["accounts"] if each != _account(username)]
    kept["accounts"] = [*others, _account(username)][-MOST:]
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=STANDS_FOR,
        path="/account/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _kept(request: HttpRequest) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=STANDS_FOR
        )
    except signing.BadSignature:
        return {"browser": secrets.token_urlsafe(16), "accounts": []}
    return kept


def _account(username: str) -> str:
    """Return an account's name as the cookie holds it, which tells nobody who works here."""
    return salted_hmac(SALT, username.strip().casefold(), algorithm="sha256").hexdigest()[:24]

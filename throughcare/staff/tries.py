"""Counts tries at passwords and codes in the database, so that parallel tries cannot pass a limit.

A try is reserved before the password or code is looked at, in a transaction of its own: when
fifty arrive at once, only those that found a place are looked at.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.pages.dates import clock_time
from throughcare.refusal import Refused
from throughcare.staff.models import SignInTries

WAIT = timedelta(minutes=15)
FOR_AN_ACCOUNT = 5
# A whole office may stand behind one address.
FROM_AN_ADDRESS = 20

RESERVE = """
INSERT INTO staff_signintries AS t (key, tries, tried_at) VALUES (%(key)s, 1, %(now)s)
ON CONFLICT (key) DO UPDATE SET
    tries = CASE WHEN t.tried_at <= %(forgotten)s THEN 1 ELSE t.tries + 1 END,
    tried_at = %(now)s
WHERE t.tries < %(limit)s OR t.tried_at <= %(forgotten)s
RETURNING tries
"""


class TooManyTries(Refused): ...


@dataclass(frozen=True)
class Counter:
    """What tries are counted for, and how many there may be in a row."""

    key: str
    limit: int


def of_password(username: str, browser: str = "") -> Counter:
    """Return the counter of an account's password, whether or not the account exists.

    A browser that the account knows (browsers.py) has a counter of its own.
    """
    return Counter(_hashed("password", f"{username.strip().casefold()}:{browser}"), FOR_AN_ACCOUNT)


def of_code(member_id: Any, browser: str = "") -> Counter:
    """Return the counter of a member's one-time and recovery codes, on a known browser its own."""
    return Counter(_hashed("code", f"{member_id}:{browser}"), FOR_AN_ACCOUNT)


def from_address(address: str) -> Counter:
    """Return the counter of all tries from one place."""
    return Counter(_hashed("address", address), FROM_AN_ADDRESS)


def reserve(*counters: Counter) -> None:
    """Take a place among the tries that are allowed.

    :raises TooManyTries: when one of the counters has none left; it says until when.
    :raises RuntimeError: inside a transaction, whose rollback would forget the try.
    """
    now = clock.wall()
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        for counter in counters:
            said = _said(counter, now)
            cursor.execute(RESERVE, said)
            if cursor.fetchone() is None:
                raise TooManyTries(_waits_until(counter))


def forget(counter: Counter) -> None:
    """Count from nothing again, after a try that was right."""
    SignInTries.objects.filter(key=counter.key).delete()


def give_back(counter: Counter) -> None:
    """Return the place of one try that was right.

    An address is never reset: whoever has one account there could try the others for ever.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE staff_signintries SET tries = tries - 1 WHERE key = %s AND tries > 0",
            [counter.key],
        )


def forget_old() -> None:
    """Delete the counters that count nothing any more."""
    SignInTries.objects.filter(tried_at__lt=clock.wall() - WAIT).delete()


def _said(counter: Counter, now: datetime) -> dict[str, Any]:
    return {"key": counter.key, "limit": counter.limit, "now": now, "forgotten": now - WAIT}


def _waits_until(counter: Counter) -> str:
    tried_at = SignInTries.objects.values_list("tried_at", flat=True).get(key=counter.key)
    return _("Too many tries. Sign-in waits until %(time)s.") % {
        "time": clock_time(_next_minute(tried_at + WAIT))
    }


def _next_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _hashed(kind: str, name: str) -> str:
    return salted_hmac("throughcare.staff.tries", f"{kind}:{name}", algorithm="sha256").hexdigest()

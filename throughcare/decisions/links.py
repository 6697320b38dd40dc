"""Addresses that carry what is to be decided, signed, so that nobody changes it on the way.

What a requirement asks is known to higher duties only; they hand its words over with its id.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

from throughcare.decisions.commands.setting_aside import Aside

SALT = "decisions.about"


class Unreadable(Exception):
    """A signed text was changed, or was never one of ours."""


def signed(number: str, aside: Aside, *, specialized: bool = False) -> str:
    """Return a requirement of a file, its words and its days, as a signed text.

    `specialized` says that the file is of specialized supervision: none of its work is left.
    """
    days = [aside.starts_on.isoformat(), aside.ends_before.isoformat()]
    told = [number, aside.requirement, *days, aside.what, *([1] if specialized else [])]
    return signing.dumps(told, salt=SALT, compress=True)


def opened(text: str) -> tuple[str, Aside]:
    """Return the number of the file and what a signed text is about.

    :raises Unreadable:
    """
    number, aside, _specialized = opened_line(text)
    return number, aside


def opened_line(text: str) -> tuple[str, Aside, bool]:
    """Return also whether the file is of specialized supervision.

    :raises Unreadable:
    """
    try:
        number, requirement, first, before, what, *more = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Unreadable from error
    days = date.fromisoformat(first), date.fromisoformat(before)
    return number, Aside(requirement, *days, what), bool(more)


def set_aside_url(number: str, aside: Aside) -> str:
    """Return where a requirement of a file is set aside."""
    address = reverse("decisions:set_aside", args=[number])
    return f"{address}?{urlencode({'about': signed(number, aside)})}"


def no_staff_url(*lines: Any, specialized: bool = False) -> str:
    """Return where lines are marked *not done: no staff*; each is (number of the file, Aside).

    `specialized` says that their file is of specialized supervision: none of its work is left.
    """
    values = [("line", signed(number, aside, specialized=specialized)) for number, aside in lines]
    return f"{reverse('decisions:no_staff')}?{urlencode(values)}"

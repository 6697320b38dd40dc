"""Addresses that lead into a past, back from it, and stay in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.urls import get_script_prefix, reverse
from django.urls import set_script_prefix as lead_addresses
from django.utils.http import url_has_allowed_host_and_scheme


def own_address(address: str) -> str:
    """Return an address of this office; anything else becomes its first page."""
    is_own = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_own and address.startswith("/") else "/"


def past_address(when: str, address: str) -> str:
    """Return the address of a page as it was known at an instant."""
    return f"/as-known-on/{when}{address}"


def present_address(address: str) -> str:
    """Return the address of a page in the present, whether it came from a past or not."""
    found = re.fullmatch(r"/as-known-on/[^/]+(/.*)", address)
    return found[1] if found else address


def later_url(when: str, number: str, view_name: str) -> str:
    """Return where to read what came later, on a page of a file; else nothing."""
    if not number or not view_name.startswith("cases:"):
        return ""
    return reverse("site:came_later", args=[when, number])


@contextmanager
def addresses_under(prefix: str) -> Iterator[None]:
    """Let every address made in the block begin with a prefix."""
    before = get_script_prefix()
    lead_addresses(prefix)
    try:
        yield
    finally:
        lead_addresses(before)

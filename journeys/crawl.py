"""Finding every page that somebody can reach by links."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, get_resolver, resolve
from playwright.sync_api import BrowserContext

from tests.markup import read

FIRST = (
    "/",
    "/help/",
    "/accessibility/",
    "/patterns/",
    "/find/?q=lavale",
    "/find/?q=zzqx",
    "/find/?q=marie",
    "/find/?q=ferraro",
)
# How many pages of one address are read for their links: /cases/C-1/ and /cases/C-2/ are one.
READ = {"cases:file": 25, "staff:member": 16}
READ_OF_OTHERS = 3
# How many of them are looked at.
KEPT = {"cases:file": 3, "site:search": 3, "cases:record": 2}


def crawl(context: BrowserContext, *more: str) -> dict[str, list[str]]:
    """Return the pages that can be reached by links, one or a few for each address.

    `more` are addresses to begin with besides the first ones.
    """
    found: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    waiting, seen = [*FIRST, *more], {*FIRST, *more}
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if name is None or counts.get(name, 0) >= READ.get(name, READ_OF_OTHERS):
            continue
        counts[name] = counts.get(name, 0) + 1
        answer = context.request.get(address)
        if "text/html" not in answer.headers.get("content-type", "") or answer.status != 200:
            continue
        keep(found, relative(answer.url))
        links = [relative(urljoin(answer.url, to)) for to in read(answer.text()).links]
        fresh = [to for to in dict.fromkeys(links) if to and to not in seen]
        seen.update(fresh)
        waiting += fresh
    return found


def keep(found: dict[str, list[str]], address: str) -> None:
    """Note a page to be looked at, unless there are enough of its kind."""
    name = name_of(address)
    kept = found.setdefault(name, []) if name else []
    if address not in kept and len(kept) < KEPT.get(name, 1):
        kept.append(address)


def relative(url: str) -> str:
    """Return an address without its server and fragment."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def name_of(address: str) -> str | None:
    """Return the name of an address, or None where it is not ours."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return None


def every_name(resolver: Any = None, space: str = "") -> set[str]:
    """Return the full names of all addresses."""
    names: set[str] = set()
    for each in (resolver or get_resolver()).url_patterns:
        if hasattr(each, "url_patterns"):
            names |= every_name(each, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            names.add(f"{space}{each.name}")
    return names

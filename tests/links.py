"""Walking through the office by links, as somebody who is signed in: pages, files and forms."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, get_resolver, resolve

from tests.markup import Sent, read

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
# The files that a walk begins with, by name and not by chance: a restricted one, one that somebody
# declared a conflict with, one on its way to another office, one whose order may be changed, a
# closed one that is to be erased, and one of the demo officer's with a paper in it.
FILES = """
SELECT c.number FROM cases_case AS c JOIN people_person AS p ON p.id = c.person_id
WHERE (p.surname, p.given) IN (
    ('Archambault', 'Hélène'), ('Gauthier', 'Marc-Antoine'), ('Ferraro', 'Luca'),
    ('Gill', 'Jaswinder')
) OR c.id IN (SELECT case_id FROM record_erasure) OR c.id = (
    SELECT d.case_id FROM documents_document AS d JOIN cases_assignment AS held USING (case_id)
    JOIN staff_staffmember AS holder ON holder.id = held.holder_id
    WHERE held.ends_at IS NULL AND holder.username = 'okafor' ORDER BY d.case_id LIMIT 1
)
ORDER BY c.closed_on IS NOT NULL
"""
# How many pages of one address are read for their links: /cases/C-1/ and /cases/C-2/ are one.
READ = {"cases:file": 25, "cases:documents": 8, "staff:member": 16, "site:search": len(FIRST)}
READ_OF_OTHERS = 3
# How many of them are looked at.
KEPT = {"cases:file": 3, "site:search": 3, "cases:record": 2, "orders:event": 2}


class Answer(NamedTuple):
    """What an address answered, whoever asked: a browser, or the test client of Django."""

    status: int
    kind: str
    address: str
    text: str


@dataclass
class Walked:
    """What somebody met: pages by the name of their address, and every name that answered."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    sent: dict[str, Sent] = field(default_factory=dict)
    """The forms that send something, one for each address that they are sent to."""

    def meet(self, address: str) -> None:
        """Note that somebody comes to an address, whatever it answers with."""
        if name := name_of(address):
            self.met.add(name)

    def keep(self, address: str) -> None:
        """Note a page to be looked at, unless there are enough of its kind."""
        name = name_of(address)
        kept = self.pages.setdefault(name, []) if name else []
        if address not in kept and len(kept) < KEPT.get(name, 1):
            kept.append(address)


def walk(get: Callable[[str], Answer], *more: str, leave: Container[str] = ()) -> Walked:
    """Return what can be reached by links, one or a few pages for each address.

    `more` are addresses to begin with besides the first ones; `leave` are names not gone to.
    """
    found = Walked()
    counts: dict[str, int] = {}
    waiting, seen = [*FIRST, *more], {*FIRST, *more}
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if name is None or name in leave or counts.get(name, 0) >= READ.get(name, READ_OF_OTHERS):
            continue
        counts[name] = counts.get(name, 0) + 1
        fresh = [to for to in step(found, address, get(address)) if to not in seen]
        seen.update(fresh)
        waiting += fresh
    return found


def step(found: Walked, address: str, answer: Answer) -> list[str]:
    """Note one answer, and return where its links lead."""
    if answer.status != 200:
        return []
    found.meet(address)
    if "text/html" not in answer.kind:
        return []
    found.keep(answer.address)
    page = read(answer.text)
    for address in page.asked:
        found.meet(address)
    for form in page.sent:
        to = relative(urljoin(answer.address, form.action))
        found.meet(to)
        known = found.sent.setdefault(to, Sent(to))
        known.names += form.names
        known.written += form.written
    links = [relative(urljoin(answer.address, to)) for to in page.links]
    return [to for to in dict.fromkeys(links) if to]


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

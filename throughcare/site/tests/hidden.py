"""Hidden files full of marks, and a walk over every page that looks for them."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.utils import DataError
from django.urls import reverse
from pypdf import PdfReader

from tests.walk import Route, every_route
from tests.world import NOT_WALKED, Filled, fill, is_of_a_file
from throughcare.cases.commands.restriction import restrict_case
from throughcare.cases.tests.factories import a_conflict
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded_models
from throughcare.victims.tests.factories import a_victim

MARK = "zqxvmark"
"""In every text of what is hidden; nobody writes it otherwise."""
SEARCHED = "zqxv"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OWN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|<p class="tc-print-only">.*?</p>'
    r'|name="at" value="[0-9:]+"'
    # Lines are signed with the second.
    r'|line=[^"&]+'
    # How much came later is told on purpose, and grows.
    r'|<p class="tc-past__left-out">.*?</p>',
    re.DOTALL,
)
CLOCK = re.compile(r"\d?\d:\d\d|\d?\d\sh\s\d\d")
COUNTED = {"cases:counts": "Counts without names are of the whole office; small ones are not told."}
NOT_TEXT = {"number", "sort_key", "folded", "sha256", "username"}
UNLIKE = {"Content-Length", "X-Request-Id", "Set-Cookie", "Last-Modified", "Date"}


@dataclass(frozen=True)
class Asked:
    """One request of a walk; `mask` is what its address names, and may be echoed."""

    method: str
    url: str
    mask: tuple[str, ...] = ()
    partial: bool = False


def hide(there: Any, elsewhere: Any, viewer: Any, seen: list[Filled]) -> list[Filled]:
    """Return files closed to a viewer for each reason, and register victims on those they see."""
    before = _rows()
    said = {"emergency": False, "surname": f"{MARK.capitalize()}", "given": "Zoé"}
    hidden = [
        fill(desk.officer, covered_by=desk.clerk, **said) for desk in (there, elsewhere, there)
    ]
    restrict_case(
        id=new_id(), case=hidden[0].case, members=(), reason=f"{MARK} reason", by=there.officer
    )
    a_conflict(hidden[2].case, viewer)
    for file in seen:
        a_victim(file.case, file.case.assignments.get(ends_at=None).holder, **marked("victim"))
    _plant(before)
    return hidden


def marked(name: str) -> dict[str, str]:
    """Return everything that can be said of a victim, full of marks."""
    texts = ("phone", "safe_contact", "may_say", "notice_words", "source")
    return {each: f"{MARK} {each}" for each in texts} | {"name": f"{MARK} {name}"}


def change_everything() -> int:
    """Write the mark into every text of every row that stands; return how many rows took it."""
    return _plant({model: set() for model in _rows()})


def _rows() -> dict[type[models.Model], set[Any]]:
    found = [each for each in recorded_models() if each._meta.app_label not in ("staff", "victims")]
    return {model: set(model._default_manager.values_list("pk", flat=True)) for model in found}


def _plant(before: dict[type[models.Model], set[Any]]) -> int:
    """Write the mark into every text of every row that was made since; return how many took it."""
    planted = 0
    with entry("cases.opened", by=System()):
        for model, known in before.items():
            made = model._default_manager.exclude(pk__in=known)
            for field in filter(_is_free_text, model._meta.concrete_fields):
                planted += _planted(made, field.name)
    return planted


def _planted(rows: Any, name: str) -> int:
    try:
        with transaction.atomic():
            return int(rows.exclude(**{name: ""}).update(**{name: f"{MARK} {name}"[:30]}))
    except (IntegrityError, DataError):
        return 0


def _is_free_text(field: Any) -> bool:
    is_text = isinstance(field, (models.CharField, models.TextField))
    long = (field.max_length or 99) >= 30
    return is_text and long and not field.choices and field.name not in NOT_TEXT


def walk(
    common: dict[str, Any], seen: list[Filled], hidden: list[Filled], then: str
) -> Iterator[Asked]:
    """Give every address: of lists, of files that are seen, and of files that are not.

    What shows somebody is asked for in the past too; hidden files are sent forms as well.
    """
    for route in every_route():
        if route.name in NOT_WALKED | COUNTED or route.declared.open_because:
            continue
        first, *others, away, closed, barred = [
            Filled(each.case, common | each.said) for each in (*seen, *hidden)
        ]
        yield _asked("GET", first, route)
        if route.declared.is_personal and route.name != "site:came_later":
            yield _asked("GET", first, route, f"/as-known-on/{then}")
        if is_of_a_file(route):
            yield from (_asked("GET", each, route) for each in (*others, away, closed, barred))
            yield _asked("POST", away, route)
    yield from _searches()
    yield from _lists()


def own_walk(file: Filled, then: str) -> Iterator[Asked]:
    """Give every address about one file that the viewer holds, today and in the past."""
    for route in every_route():
        if route.name not in NOT_WALKED and not route.declared.open_because:
            yield _asked("GET", file, route)
            if route.declared.is_personal and route.name != "site:came_later":
                yield _asked("GET", file, route, f"/as-known-on/{then}")
    yield from _searches()


def past_walk(files: list[Filled], then: str) -> Iterator[Asked]:
    """Give every address that shows something of a person, as known at an instant."""
    before = f"/as-known-on/{then}"
    for route in every_route():
        if route.declared.is_personal and route.name not in NOT_WALKED.keys() | {"site:came_later"}:
            for file in files if is_of_a_file(route) else files[:1]:
                yield _asked("GET", file, route, before)
    for each in (*_searches(), *_lists()):
        yield Asked("GET", f"{before}{each.url}", partial=each.partial)


def _lists() -> Iterator[Asked]:
    for query in ("whose=office", "whose=office&show=uncovered", "whose=office&page=2"):
        yield Asked("GET", f"{reverse('cases:list')}?{query}")


def _searches() -> Iterator[Asked]:
    for query in (SEARCHED, "Zoé", "P-00", "C-2026"):
        yield Asked("GET", reverse("site:search", query={"q": query}))
        yield Asked("GET", reverse("site:suggest", query={"q": query}), partial=True)


def _asked(method: str, file: Filled, route: Route, before: str = "") -> Asked:
    mask = tuple(str(each) for each in file.kwargs(route).values() if str(each))
    return Asked(method, f"{before}{file.url(route)}", mask)


def answer(client: Any, asked: Asked) -> str:
    """Return all that leaves: status, headers and body as text; what was written is taken back."""
    headers = {"HX-Request": "true"} if asked.partial else {}
    cookies = client.cookies.output(header="", sep=";")
    with transaction.atomic():
        sent = getattr(client, asked.method.lower())(asked.url, headers=headers)
        content = b"".join(sent.streaming_content) if sent.streaming else sent.content
        transaction.set_rollback(True)
    client.cookies.load(cookies)
    known = "\n".join(f"{k}: {v}" for k, v in sorted(sent.headers.items()) if k not in UNLIKE)
    return f"{sent.status_code}\n{known}\n{_text(content, sent.headers.get('Content-Type', ''))}"


def _text(content: bytes, kind: str) -> str:
    if kind.startswith("application/pdf"):
        reader = PdfReader(io.BytesIO(content))
        known = {k: v for k, v in (reader.metadata or {}).items() if not k.endswith("Date")}
        shown = "\n".join(page.extract_text() for page in reader.pages)
        return f"{CLOCK.sub('…', shown)}\n{known}"
    return content.decode(errors="replace")


def masked(text: str, asked: Asked) -> str:
    """Return an answer without what differs from one request to the next, and its own address."""
    text = OWN.sub("", text)
    for each in sorted(asked.mask, key=len, reverse=True):
        text = text.replace(each, "…")
    return ID.sub("id", text)


def first_difference(one: str, other: str) -> str:
    """Return the first line in which two answers differ, of both."""
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    return next((f"{a.strip()} | {b.strip()}" for a, b in pairs if a != b), "one is longer")[:300]


def with_mark(answered: list[tuple[Asked, str]], *marks: str) -> list[str]:
    """Return the addresses whose answers hold one of some words, beside their own."""
    texts = ((asked, masked(text, asked).casefold()) for asked, text in answered)
    return [asked.url for asked, text in texts if any(each.casefold() in text for each in marks)]


def unlike(first: list[tuple[Asked, str]], second: list[tuple[Asked, str]]) -> list[str]:
    """Return the addresses that answer otherwise in two worlds, and where they begin to differ."""
    both = [
        (before.url, masked(one, before), masked(other, after))
        for (before, one), (after, other) in zip(first, second, strict=True)
    ]
    return [f"{url}: {first_difference(a, b)}" for url, a, b in both if a != b]

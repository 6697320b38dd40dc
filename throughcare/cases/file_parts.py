"""What higher duties add to the pages of a file: tabs, words of their acts, orders in force.

A file's pages stand under those duties and cannot import them; `site` lists them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from throughcare.cases.models import Case
from throughcare.pages.person_header import OrderInForce


@dataclass(frozen=True)
class FileTab:
    """A part of a file: the name it goes by, its words, and its address, which takes a number."""

    name: str
    label: Any
    url_name: str


@dataclass(frozen=True)
class Overview:
    """What a duty puts at the head of a file's first page, and at its side."""

    known: Callable[[Case, Any, date], Mapping[str, Any]]
    """Returns what the templates need, for a file, a viewer and a day."""
    head: str = ""
    side: str = ""


@dataclass(frozen=True)
class FilePart:
    """What one duty adds to a file's pages."""

    tabs: tuple[FileTab, ...] = ()
    words: Mapping[str, Any] = field(default_factory=dict)
    """What each of its acts is called on the timeline."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """The mark of an act, where it is not "done"."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What its fields are called; a field that is not here is not shown."""
    says: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    """How the value of a field is said, where it is a code or has a manner of its own."""
    gist: frozenset[str] = frozenset()
    """The fields that a line of the overview says without their names."""
    repeated: frozenset[str] = frozenset()
    """The acts that come many in a row, and are one line of the overview then."""
    telling: Mapping[str, Callable[[Mapping[str, str]], str]] = field(default_factory=dict)
    """How a line of the overview tells an act, from its fields in words, where a list is no
    sentence."""
    orders_in_force: Callable[[Case, date], Sequence[OrderInForce]] | None = None
    overview: Overview | None = None


@cache
def file_parts() -> tuple[FilePart, ...]:
    """Return the parts that `site` lists, in the order of their tabs."""
    return tuple(import_string(each) for each in settings.FILE_PARTS)


def words_of(own: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return words of a kind, such as `words` or `telling`: a file's own and every part's."""
    known = dict(own)
    for part in file_parts():
        known |= getattr(part, kind)
    return known


def orders_in_force(case: Case, on: date) -> Sequence[OrderInForce] | None:
    """Return the orders that bind the person, or None where nothing keeps orders."""
    for part in file_parts():
        if part.orders_in_force:
            return part.orders_in_force(case, on)
    return None


def overview_of(case: Case, member: Any, on: date) -> dict[str, Any]:
    """Return the templates that duties add to a file's first page, with what these need."""
    found: dict[str, Any] = {"heads": [], "sides": []}
    for part in file_parts():
        if part.overview:
            found |= part.overview.known(case, member, on)
            found["heads"] += filter(None, [part.overview.head])
            found["sides"] += filter(None, [part.overview.side])
    return found

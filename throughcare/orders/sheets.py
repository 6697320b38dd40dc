"""What the pages of an order show: its days with reasons, its words with the conditions marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.kernel.calendar.answers import Day, Ending, NeedsPerson, Reason
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.term import Term
from throughcare.orders.law import label_of, the_pack
from throughcare.orders.making import OrderMade
from throughcare.orders.models import Order
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.orders.queries.terms import made_of
from throughcare.orders.reading import Read
from throughcare.packs.wording import authority_in_words, say
from throughcare.pages import dates
from throughcare.pages.dates import language

LIST_MARK = re.compile(r"(?:^|\n)[ \t]*(?:\(?(?:\d{1,3}|[a-z])[.)]|[•◦▪■●·*–—-]|o)\s*$")


@dataclass(frozen=True)
class Said:
    """A day of an order in words, with the steps that lead to it."""

    words: str
    short: str
    source: str
    steps: tuple[str, ...]
    other: str = ""


@dataclass(frozen=True)
class Facts:
    """What stands above the conditions of an order."""

    instrument: str
    court: str
    number: str
    made: str
    first: Said | None
    last: Said | None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A piece of the paper: a condition with its number, or the words between."""

    words: str
    number: int | None = None
    unplaced: bool = False


def facts_of(form: Any) -> Facts:
    """Return what a paper's form says of the order, as far as it is filled in."""
    said = {name: form[name].value() or "" for name in ("instrument", "court")}
    number = form["information_number"].value() or ""
    name = _capital(label_of(said["instrument"])) if said["instrument"] else ""
    made = made_on_form(form)
    if made is None:
        return Facts(name, said["court"], number, "", None, None)
    term = term_of(the_pack().terms, made_of(Order(**made.columns())))
    day = dates.full_week_day(made.made_on)
    first, last = said_day(term.first), said_day(term.last)
    return Facts(name, said["court"], number, day, first, last, flags_of_term(term))


def facts_of_order(order: Order, term: Term) -> Facts:
    """Return what stands above the conditions of an order on file."""
    return Facts(
        instrument=_capital(label_of(order.instrument)),
        court=order.court,
        number=order.information_number,
        made=dates.full_week_day(order.made_on),
        first=said_day(term.first),
        last=said_day(term.last),
        flags=flags_of_term(term),
    )


def order_in_a_line(order: Order) -> str:
    """Return which order of a file this is: its kind, number and the day it was made."""
    said = {
        "name": _capital(label_of(order.instrument)),
        "number": order.information_number,
        "day": dates.full_day(order.made_on),
    }
    return _("%(name)s %(number)s, made %(day)s.") % said


def made_on_form(form: Any) -> OrderMade | None:
    """Return the order as a form says it: as it was keyed, else as it was read."""
    if form.is_bound and form.is_valid():
        made: OrderMade = form.made
        return made
    return _as_read(form)


def _as_read(form: Any) -> OrderMade | None:
    read: Read = form.read
    if not read.instrument or read.made_on is None:
        return None
    return OrderMade(
        instrument=read.instrument,
        court="",
        information_number="",
        made_on=read.made_on,
        received_on=clock.today(),
        length=read.length,
    )


def said_day(answer: Ending) -> Said:
    """Return a first or last day in words, with its reasons; what must be asked says so."""
    if isinstance(answer, NeedsPerson):
        return _said(_("not known yet"), answer.asks)
    if not isinstance(answer, Day):
        return _said(_("no last day"), answer.reasons)
    return _said(
        dates.full_week_day(answer.on),
        answer.reasons,
        other=", ".join(dates.full_week_day(day) for day in answer.others),
    )


def _said(words: str, reasons: Sequence[Reason], other: str = "") -> Said:
    steps = tuple(say(the_pack(), each, language()) for each in reasons)
    source = _source(reasons)
    return Said(words, steps[-1] if steps else "", source, steps, other)


def _source(reasons: Iterable[Reason]) -> str:
    named = dict.fromkeys(each.authority for each in reasons if each.authority)
    return "; ".join(authority_in_words(the_pack(), each, language()) for each in named)


def flags_of_term(term: Term) -> tuple[str, ...]:
    """Return what a person must look at about the days of an order."""
    return tuple(say(the_pack(), each, language()) for each in term.flags)


def passages_of(words: str, read: Read) -> list[Piece]:
    """Return the words of a paper in pieces: each condition with its number, and the rest."""
    marks: list[tuple[int, int, int | None, bool]] = [
        (each.found_from, each.found_to, each.number, False)
        for each in read.conditions
        if each.found_from is not None and each.found_to is not None
    ]
    marks += [(each.start, each.end, None, True) for each in read.unplaced]
    return pieces(words, marks)


def passages_of_order(order: Order, conditions: Iterable[StandingCondition]) -> list[Piece]:
    """Return the words of an order in pieces; without them, the words of its conditions."""
    listed = list(conditions)
    places = dict(order.conditions.values_list("pk", "found_from"))
    marks: list[tuple[int, int, int | None, bool]] = []
    for each in listed:
        start = places.get(each.id)
        if start is not None and order.words:
            marks.append((start, start + len(each.words), each.number, False))
    if marks:
        return pieces(order.words, marks)
    return [Piece(each.words, each.number) for each in listed]


def pieces(words: str, marks: Iterable[tuple[int, int, int | None, bool]]) -> list[Piece]:
    """Return words cut at marks; a mark inside another is left to the outer one."""
    found, at = [], 0
    for start, end, number, unplaced in sorted(marks, key=lambda mark: mark[0]):
        if start < at:
            continue
        found += _between(words[at:start], before_condition=number is not None)
        found.append(Piece(words[start:end].strip("\n"), number, unplaced))
        at = end
    return found + _between(words[at:], before_condition=False)


def _between(words: str, *, before_condition: bool) -> list[Piece]:
    """Return words between conditions; the mark of a condition is drawn by the list itself."""
    said = LIST_MARK.sub("", words) if before_condition else words
    return [Piece(said.strip("\n"))] if said.strip() else []


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

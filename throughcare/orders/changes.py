"""A change of conditions as a page shows it: who asks whom, which clocks run, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.counting import deadline_from
from throughcare.orders.law import label_of, the_pack
from throughcare.orders.models import AskedBy, Order, Variation
from throughcare.packs.guide_rules import Hearing, VariationRoute
from throughcare.packs.guides import routes_for
from throughcare.packs.wording import authority_in_words
from throughcare.pages.dates import full_day, language

# Who asks, in the words of a pack's applicants.
APPLICANTS: dict[str, tuple[str, ...]] = {
    AskedBy.PERSON: ("PERSON", "DEFENDANT"),
    AskedBy.OFFICER: ("OFFICER",),
    AskedBy.PROSECUTOR: ("PROSECUTOR", "ATTORNEY_GENERAL"),
    AskedBy.INFORMANT: ("INFORMANT",),
    AskedBy.PROTECTED: ("PROTECTED_PERSON",),
    AskedBy.BOARD: ("BOARD",),
}


@dataclass(frozen=True)
class NoticeClock:
    """One time that runs from a notice: what it is for, its last day in words, and its source."""

    what: str
    until: str
    source: str


@dataclass(frozen=True)
class Way:
    """How the law provides for a change: whom to ask, whether it is heard, what never changes."""

    name: str
    to: str
    hearing: str
    never: str
    note: str
    source: str


@dataclass(frozen=True)
class Part:
    """One condition side by side: as it is, and as it would be; either may be nothing."""

    number: int | None
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A change of conditions with what the pack says of it."""

    variation: Variation
    ways: tuple[Way, ...]
    clocks: tuple[NoticeClock, ...]
    doubt: str
    parts: tuple[Part, ...]


def change_of(variation: Variation) -> Change:
    """Return a change as a page shows it, by the rules in force on the day it was asked for."""
    order = variation.order
    routes = _routes(order, variation)
    parts: Any = variation.parts.all()
    return Change(
        variation=variation,
        ways=tuple(_way(each) for each in routes),
        clocks=tuple(_clock(code, variation) for each in routes for code in each.clocks),
        doubt=_doubt(order, variation, routes),
        parts=tuple(_part(each) for each in sorted(parts, key=_place)),
    )


def who_may_ask(order: Order) -> str:
    """Return who may ask for a change of an order and of whom, in a sentence for each way."""
    routes = routes_for(the_pack(), order.instrument, clock.today())
    return " ".join(
        _("%(name)s: %(who)s ask %(to)s (%(source)s).")
        % {
            "name": each.labels[language()],
            "who": _named(each.applicants),
            "to": each.to[language()],
            "source": authority_in_words(the_pack(), each.authority, language()),
        }
        for each in routes
    )


def _routes(order: Order, variation: Variation) -> list[VariationRoute]:
    wanted = APPLICANTS.get(variation.asked_by, ())
    known = routes_for(the_pack(), order.instrument, variation.asked_on)
    return [each for each in known if set(wanted) & set(each.applicants)]


def _named(applicants: Sequence[str]) -> str:
    names = the_pack().guides.applicants
    return ", ".join(names[each][language()] for each in applicants)


def _way(route: VariationRoute) -> Way:
    tongue = language()
    return Way(
        name=route.labels[tongue],
        to=route.to[tongue],
        hearing=_heard(route.hearing),
        never=route.never[tongue] if route.never else "",
        note=route.note[tongue] if route.note else "",
        source=authority_in_words(the_pack(), route.authority, tongue),
    )


def _heard(hearing: Hearing) -> str:
    return {
        Hearing.ALWAYS: _("It is heard."),
        Hearing.ON_REQUEST: _("It is heard when someone asks for a hearing."),
        Hearing.NONE: _("There is no hearing."),
        Hearing.UNKNOWN: _("Whether it is heard is not known here: ask the court office."),
    }[hearing]


def _clock(code: str, variation: Variation) -> NoticeClock:
    """Return a time that runs from the notice; without its day, that it is not on record."""
    if variation.notice_on is None:
        return NoticeClock(
            label_of(code), _("counted from the notice, whose day is not on record"), ""
        )
    found = deadline_from(the_pack().clocks, code, variation.notice_on)
    if isinstance(found, NeedsPerson):
        return NoticeClock(label_of(code), _("not known here: ask the court office"), "")
    days = [full_day(day) for day in (found.due.on, *found.due.others)]
    sources = dict.fromkeys(each.authority for each in found.due.reasons if each.authority)
    source = "; ".join(authority_in_words(the_pack(), each, language()) for each in sources)
    return NoticeClock(label_of(code), _("by %(day)s") % {"day": " / ".join(days)}, source)


def _doubt(order: Order, variation: Variation, routes: Sequence[VariationRoute]) -> str:
    """Return that no way is known for whoever asks; a court needs none."""
    if routes or variation.asked_by == AskedBy.COURT:
        return ""
    said = {"who": variation.get_asked_by_display(), "name": label_of(order.instrument)}
    return _("%(who)s: no way for them to change a %(name)s is known here. Ask the Crown.") % said


def _place(part: Any) -> tuple[int, str]:
    return (part.before.number if part.before else 10_000, str(part.pk))


def _part(part: Any) -> Part:
    before = part.before
    return Part(before.number if before else None, before.words if before else "", part.words)

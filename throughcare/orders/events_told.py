"""What was done to an order as its page lists it: what stands, what was taken back, corrections."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Outcome
from throughcare.orders.breaching import STEPS
from throughcare.orders.models import EventKind, OrderEvent
from throughcare.packs.wording import length_in_words
from throughcare.pages.dates import full_day, language

DAYS: Mapping[str, Any] = {
    **dict(STEPS),
    "last_day": gettext_lazy("New last day"),
    "released_on": gettext_lazy("Released"),
    "expires_on": gettext_lazy("That imprisonment ends"),
    "convicted_on": gettext_lazy("Convicted"),
}
OUTCOMES: Mapping[str, Any] = {
    Outcome.BREACH_FOUND.value: gettext_lazy("The breach was found"),
    Outcome.DISMISSED.value: gettext_lazy("The allegation was dismissed"),
    Outcome.WITHDRAWN.value: gettext_lazy("The allegation was withdrawn"),
    Outcome.EXCUSED.value: gettext_lazy("A reasonable excuse was found"),
}
KNOWN: Mapping[tuple[str, bool], Any] = {
    ("is_conditional", True): gettext_lazy("On parole or another condition"),
    ("is_conditional", False): gettext_lazy("Without a condition"),
    ("is_intermittent", True): gettext_lazy("Served at intervals"),
    ("is_final", True): gettext_lazy("No appeal, and the time for one is over"),
    ("is_final", False): gettext_lazy("An appeal is still open"),
}


@dataclass(frozen=True)
class Told:
    """One event as a line: its facts in words and, where it was taken back, why."""

    event: OrderEvent
    facts: str
    taken_back: bool = False
    reason: str = ""


@dataclass(frozen=True)
class ToldEvents:
    """The events of an order: those that stand or were taken back, and those corrected since."""

    lines: tuple[Told, ...]
    corrected: tuple[Told, ...]


def told_events(events: Iterable[OrderEvent]) -> ToldEvents:
    """Return the events of an order as lines, in the order given."""
    listed = list(events)
    instead = {each.replaces_id: each for each in listed if each.replaces_id}
    lines, corrected = [], []
    for each in listed:
        if each.kind == EventKind.TAKEN_BACK:
            continue
        later = instead.get(each.pk)
        if later is None:
            lines.append(Told(each, facts_of(each)))
        elif later.kind == EventKind.TAKEN_BACK:
            lines.append(Told(each, facts_of(each), taken_back=True, reason=later.words))
        else:
            corrected.append(Told(each, facts_of(each)))
    return ToldEvents(tuple(lines), tuple(corrected))


def facts_of(event: OrderEvent) -> str:
    """Return the facts of an event in words, divided by dots."""
    words = (_word(name, said) for name, said in event.facts.items() if said is not None)
    return " · ".join(word for word in words if word)


def _word(name: str, said: Any) -> str:
    if name in DAYS:
        return f"{DAYS[name]} {full_day(date.fromisoformat(said))}"
    if name in PLAIN:
        return PLAIN[name](said)
    return str(KNOWN.get((name, said), ""))


def _extended(by: Mapping[str, int]) -> str:
    return _("by %(length)s") % {"length": _length(by)}


def _length(said: Mapping[str, int]) -> str:
    return length_in_words(Length(**said), language())


def _credited(days: int) -> str:
    words = ngettext("%(days)d day counted as served", "%(days)d days counted as served", days)
    return words % {"days": days}


PLAIN: Mapping[str, Callable[[Any], str]] = {
    "by": _extended,
    "length": _length,
    "to": str,
    "outcome": lambda said: str(OUTCOMES[said]),
    "credit_days": _credited,
}

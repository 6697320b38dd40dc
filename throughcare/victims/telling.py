"""What a card says of a victim, in words: each field, what stood there before, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.people.words import Language
from throughcare.record.changes import Change
from throughcare.victims.acts import WORDS
from throughcare.victims.models import Notice, Victim
from throughcare.victims.queries import writings_of

LABELS: Mapping[str, Any] = {
    "name": _("Name"),
    "phone": _("Phone"),
    "safe_contact": _("When and how to reach them safely"),
    "may_say": _("What may be said, and to whom"),
    "language": _("Language"),
    "notice": pgettext_lazy("to a victim", "Notice"),
    "notice_words": pgettext_lazy("to a victim", "Of what, and how"),
    "source": _("Who gave this"),
}
NOT_KNOWN = pgettext_lazy("of a victim", "not known")


@dataclass(frozen=True)
class Writing:
    """One time that something was written of a victim; `stood` is what each field said before."""

    at: datetime | None
    what: Any
    by: str
    stood: list[tuple[Any, Any]]


@dataclass(frozen=True)
class Shown:
    """A victim as the card shows them."""

    victim: Victim
    pairs: list[tuple[Any, Any]]
    writings: list[Writing]


def shown(victim: Victim) -> Shown:
    """Return a victim in words, with every writing of them, the newest first. Three queries."""
    pairs = [(label, in_words(name, getattr(victim, name))) for name, label in LABELS.items()]
    writings = [
        Writing(
            line.entry.recorded_at,
            WORDS[line.entry.act],
            line.entry.by_name,
            [_stood(each) for each in line.changes if each.before is not None],
        )
        for line in writings_of(victim)
    ]
    return Shown(victim, pairs, writings)


def in_words(name: str, value: Any) -> Any:
    """Return what a field says; what nobody wrote is said to be unknown."""
    choices = {"language": Language, "notice": Notice}
    known = dict(choices[name].choices) if name in choices else {}
    return known.get(value, value) or NOT_KNOWN


def _stood(change: Change) -> tuple[Any, Any]:
    return LABELS[change.field.name], in_words(change.field.name, change.before)

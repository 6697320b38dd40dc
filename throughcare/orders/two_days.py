"""A last day that has two readings, as people are told of it: the later, and the safe one."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.kernel.obligations.words import OwedBy
from throughcare.orders.law import the_pack
from throughcare.orders.ordered import ordered_of
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.packs.plain import what_in_words
from throughcare.packs.requirements import requirements_of
from throughcare.pages.dates import full_day, language, long_full_day

ONE_DAY = timedelta(days=1)


def last_day_in_words(cadence: Once | Hours, shown: Callable[[date], str] = full_day) -> str:
    """Return the last day; where it has two readings, both, and which of them is safe."""
    last = shown(cadence.due_before - ONE_DAY)
    if cadence.safe_before is None:
        return last
    words = _("at the latest on %(last)s; to be safe, by %(safe)s: the two ways of counting differ")
    return words % {"last": last, "safe": shown(cadence.safe_before - ONE_DAY)}


def days_told_twice(condition: StandingCondition) -> list[str]:
    """Return what the person owes by a day that has two readings, each with both days."""
    found = []
    for ordered in ordered_of(condition):
        for each in requirements_of(the_pack(), ordered):
            cadence = each.cadence
            if each.owed_by is OwedBy.PERSON and isinstance(cadence, Once | Hours):
                what = what_in_words(the_pack(), each, language())
                found += [_told(what, cadence)] if cadence.safe_before else []
    return found


def _told(what: str, cadence: Once | Hours) -> str:
    return _("%(what)s: %(day)s.") % {
        "what": what,
        "day": last_day_in_words(cadence, long_full_day),
    }

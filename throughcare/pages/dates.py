"""Days, times, ages and numbers as the pages write them, in English and French.

Every function writes in the language of the page. French follows Canadian usage: `17 h 30`,
`34,5 h`, `4 812 330`, `1er`, months and days without capitals.
"""

import re
from calendar import monthrange
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

NBSP = "\u00a0"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
SHORT_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}
MONTHS = {
    "en": _words(
        "January February March April May June July August September October November December"
    ),
    "fr": _words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
}
SHORT_MONTHS = {
    "en": _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "fr": _words("janv. fév. mars avril mai juin juill. août sept. oct. nov. déc."),
}


def language() -> str:
    """Return `fr` on a French page and `en` on any other."""
    return "fr" if (get_language() or "en").startswith("fr") else "en"


class PartialDate(NamedTuple):
    """A day of which only the year, or the year and month, may be known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: str) -> "PartialDate":
        """Return what `str` wrote: `1989`, `1989-08` or `1989-08-03`.

        :raises ValueError: for anything else.
        """
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", written):
            raise ValueError(f"Not a year, month or day: {written}")
        parts = cls(*(int(part) for part in written.split("-")))
        date(parts.year, parts.month or 1, parts.day or 1)
        return parts

    def __str__(self) -> str:
        return "-".join(f"{part:02}" for part in self if part is not None)

    def is_full(self) -> bool:
        """Say whether the day itself is known."""
        return self.day is not None

    def first(self) -> date:
        """Return the first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Return the last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def _ordinal(day: int) -> str:
    return "1er" if day == 1 and language() == "fr" else str(day)


def short_day(day: date) -> str:
    """Return `10 Nov`, `10 nov.`."""
    return f"{_ordinal(day.day)}{NBSP}{SHORT_MONTHS[language()][day.month - 1]}"


def week_day(day: date) -> str:
    """Return `Thu 26 Nov`, `jeu. 26 nov.`."""
    return f"{SHORT_DAYS[language()][day.weekday()]}{NBSP}{short_day(day)}"


def full_day(day: date) -> str:
    """Return `24 Nov 2026`, `24 nov. 2026`."""
    return f"{short_day(day)}{NBSP}{day.year}"


def full_week_day(day: date) -> str:
    """Return `Tue 24 Nov 2026`, `mar. 24 nov. 2026`."""
    return f"{week_day(day)}{NBSP}{day.year}"


def long_day(day: date) -> str:
    """Return `Tuesday 24 November`, `mardi 24 novembre`: for titles."""
    spoken = language()
    name, month = DAYS[spoken][day.weekday()], MONTHS[spoken][day.month - 1]
    return f"{name} {_ordinal(day.day)}{NBSP}{month}"


def long_full_day(day: date) -> str:
    """Return `Saturday 14 March 2026`, `samedi 14 mars 2026`."""
    return f"{long_day(day)}{NBSP}{day.year}"


def month_of_year(day: date) -> str:
    """Return `November 2026`, `novembre 2026`."""
    return f"{MONTHS[language()][day.month - 1]}{NBSP}{day.year}"


def due_day(day: date, today: date) -> str:
    """Return `Thu 26 Nov`, and the year where it is another one than today's."""
    return week_day(day) if day.year == today.year else full_week_day(day)


def partial_day(day: PartialDate) -> str:
    """Return as much of a day as is known: `1989`, `Aug 1989`, `3 Aug 1989`."""
    if day.month is None:
        return str(day.year)
    if day.day is None:
        return f"{SHORT_MONTHS[language()][day.month - 1]}{NBSP}{day.year}"
    return full_day(day.first())


def clock_time(moment: time | datetime) -> str:
    """Return `09:30`, `9 h 30`; a moment is written in the office's time."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).time()
    if language() == "en":
        return f"{moment:%H:%M}"
    minutes = f"{NBSP}{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour}{NBSP}h{minutes}"


def week_moment(moment: datetime) -> str:
    """Return `Mon 23 Nov, 16:40`, `lun. 23 nov., 16 h 40`, in the office's time."""
    return f"{week_day(timezone.localtime(moment).date())}, {clock_time(moment)}"


def known_moment(moment: datetime) -> str:
    """Return `Thu 19 Nov, 14:00`, or the day alone at local midnight: only the day is known."""
    local = timezone.localtime(moment)
    return week_moment(moment) if local.time() != time() else week_day(local.date())


def full_moment(moment: datetime) -> str:
    """Return `23 Nov 2026, 16:40`, in the office's time."""
    return f"{full_day(timezone.localtime(moment).date())}, {clock_time(moment)}"


def number(value: int | float | Decimal, places: int = 0) -> str:
    """Return `4,812,330` and `34.5`, `4 812 330` and `34,5`; a real minus sign."""
    written = f"{abs(value):,.{places}f}"
    if language() == "fr":
        written = written.replace(",", NBSP).replace(".", ",")
    # What rounds to nothing is not less than nothing.
    return f"\u2212{written}" if value < 0 and written.strip("0.,") else written


def hours(value: float | Decimal) -> str:
    """Return `34.5 h`, `34,5 h`; whole hours without a decimal."""
    return f"{number(value, 0 if value == int(value) else 1)}{NBSP}h"


def age(born: date | PartialDate, on: date) -> int | None:
    """Return the age in whole years on a day; None when only the month or year is known.

    A person born on February 29 is a year older on March 1 in a common year.
    """
    if isinstance(born, PartialDate):
        if not born.is_full():
            return None
        born = born.first()
    return _years(born, on)


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def about_age(born: PartialDate, on: date) -> str:
    """Return `37`, or `36 or 37` when the birthday is not known."""
    youngest, oldest = max(_years(born.last(), on), 0), _years(born.first(), on)
    if youngest >= oldest:
        return str(oldest)
    return _("%(younger)s or %(older)s") % {"younger": youngest, "older": oldest}


def days_late(due_on: date, today: date) -> str:
    """Return `4 days late`; the words of what is overdue."""
    days = (today - due_on).days
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": number(days)}

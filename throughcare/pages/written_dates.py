"""Reading a day as an officer types it, in either language.

Reads `24 Nov 2026`, `24 nov. 2026`, `Nov 24, 2026`, `2026-11-24`, `24/11/2026`, `today`,
`hier`. Figures that can be read two ways are refused with both readings.
"""

import calendar
import re
import unicodedata
from datetime import date, timedelta

from django.utils.translation import gettext as _

from throughcare.pages.dates import DAYS, MONTHS, SHORT_DAYS, PartialDate, full_day, language

NEAR_DAYS = {
    "today": 0,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "yesterday": -1,
    "hier": -1,
    "tomorrow": 1,
    "demain": 1,
}
FIRST_YEAR, LAST_YEAR = 1850, 2200
# No day takes more signs to write; the rest of a longer text is not looked at.
LONGEST = 60


class Unreadable(Exception):
    """The text is not a day; the words say why and what would be."""


def plain(text: str) -> str:
    """Return text in lower case without accents, stops or repeated spaces."""
    text = text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    letters = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[.,]", " ", bare).split())


def _name_starts() -> dict[str, int]:
    """Return every way a month may be written, three letters or more, with its number."""
    starts: dict[str, int] = {}
    for names in MONTHS.values():
        for number, name in enumerate(names, start=1):
            bare = plain(name)
            starts.update({bare[:length]: number for length in range(3, len(bare) + 1)})
    # "jui" and "juil" are French; "jui" alone could be June or July.
    starts.pop("jui", None)
    return starts | {"sept": 9, "fevr": 2, "juil": 7}


MONTH_NUMBERS = _name_starts()
DAY_NAMES = {
    plain(name) for known in (DAYS, SHORT_DAYS) for names in known.values() for name in names
}


def real_day(year: int, month: int, day: int) -> date:
    """Return a day of the calendar.

    :raises Unreadable: when there is no such day.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(_("Check the year, %(year)s.") % {"year": year})
    if not 1 <= month <= 12:
        raise Unreadable(_("There is no month %(month)s.") % {"month": month})
    name, last = MONTHS[language()][month - 1], calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        said = {"month": name, "year": year, "last": last}
        raise Unreadable(_("%(month)s %(year)s has %(last)s days.") % said)
    return date(year, month, day)


def read_day(text: str, today: date) -> date:
    """Return the day that a text names.

    :raises Unreadable: with a sentence for the person who typed it.
    """
    written = plain(text[:LONGEST])
    if written in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[written])
    known = _read_parts(written)
    if known is None:
        example = {"example": full_day(today)}
        raise Unreadable(_("Write a day such as %(example)s.") % example)
    if not known.is_full():
        raise Unreadable(
            _("Add the day and the month, such as %(example)s.") % {"example": full_day(today)}
        )
    return known.first()


def read_partial(text: str) -> PartialDate:
    """Return a day, or only the year, or the year and month.

    :raises Unreadable: with a sentence for the person who typed it.
    """
    known = _read_parts(plain(text[:LONGEST]))
    if known is None:
        raise Unreadable(_("Write a day, a month or a year, such as 3 Aug 1989, Aug 1989 or 1989."))
    return known


def _read_parts(written: str) -> PartialDate | None:
    """Return what was written in words or figures; None when it is no date at all."""
    if found := re.fullmatch(r"(\d{4})(?:[-/ ](\d{1,2}))?(?:[-/ ](\d{1,2}))?", written, re.ASCII):
        return _checked(*(int(part) for part in found.groups() if part))
    if found := re.fullmatch(r"(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4}|\d{2})", written, re.ASCII):
        return _from_figures(*found.groups())
    return _from_words(written)


def _checked(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    real_day(year, month or 1, day or 1)
    return PartialDate(year, month, day)


def _from_figures(first: str, second: str, year_written: str) -> PartialDate:
    """Return day, month and year in figures, in the one order they can have."""
    year = _whole_year(year_written)
    one, two = int(first), int(second)
    if one <= 12 and two <= 12 and one != two:
        readings = (full_day(real_day(year, two, one)), full_day(real_day(year, one, two)))
        raise Unreadable(
            _("This can be read two ways: %(one)s or %(two)s. Write the month as a word.")
            % {"one": readings[0], "two": readings[1]}
        )
    day, month = (one, two) if two <= 12 else (two, one)
    return _checked(year, month, day)


def _from_words(written: str) -> PartialDate | None:
    """Return a date with the month as a word; the name of the weekday is not needed."""
    words = _without_week_day(written.replace("-", " ").split())
    months = [MONTH_NUMBERS[word] for word in words if word in MONTH_NUMBERS]
    bare = [re.sub(r"^([0-9]+)(er|st|nd|rd|th|e)$", r"\1", word) for word in words]
    figures = [word for word in bare if re.fullmatch(r"[0-9]+", word)]
    if len(months) != 1 or len(words) != len(figures) + 1:
        return None
    if len(figures) == 1:
        return _month_and_figure(months[0], figures[0])
    return _month_and_figures(months[0], figures) if len(figures) == 2 else None


def _without_week_day(words: list[str]) -> list[str]:
    """Return words without the name of a weekday before them.

    "mar." is a Tuesday or March in French: it is a Tuesday when another month follows.
    """
    named = bool(words) and words[0] in DAY_NAMES
    return words[1:] if named and any(word in MONTH_NUMBERS for word in words[1:]) else words


def _month_and_figures(month: int, figures: list[str]) -> PartialDate:
    day, year = sorted(figures, key=len) if len(figures[0]) == 4 else figures
    return _checked(_whole_year(year), month, int(day))


def _month_and_figure(month: int, figure: str) -> PartialDate:
    if len(figure) == 4:
        return _checked(int(figure), month)
    raise Unreadable(_("Add the year."))


def _whole_year(written: str) -> int:
    if len(written) != 4:
        raise Unreadable(_("Write the year with four figures."))
    return int(written)

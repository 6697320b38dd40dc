"""The holidays of a legislature in a year, as people read them."""

from __future__ import annotations

from collections.abc import Iterator

from throughcare.kernel.calendar.holidays import HolidayList, holidays_of
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.pack import Pack


def holidays_page(pack: Pack, listed: HolidayList, language: str, year: int) -> list[Part]:
    """Return the holidays of a legislature in a year, each with what makes it one."""
    said = Said(pack, language)
    first, last = said.day(listed.starts_on), said.day(listed.ends_before - ONE_DAY)
    lines = [
        said.words("authority", authority=said.authority(listed.weekly_authority)),
        said.words("checked_years", first=first, last=last),
    ]
    if listed.weekly_code:
        lines.append(said.words("weekly", day=pack.labels[listed.weekly_code][language]))
    return [*said.part("", lines), *said.part("holidays", _holidays(said, listed, year))]


def _holidays(said: Said, listed: HolidayList, year: int) -> Iterator[str]:
    for day, holiday in sorted(holidays_of(listed, year).items()):
        yield said.words(
            "holiday_doubtful" if holiday.is_doubtful else "holiday",
            holiday=said.pack.labels[holiday.code][said.language],
            day=said.day(day),
            authority=said.authority(holiday.authority),
        )

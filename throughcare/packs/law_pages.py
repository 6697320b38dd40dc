"""Instruments, clocks, ceilings and holidays as people read them, each worked out on one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.calendar.counting import Clock, run
from throughcare.kernel.calendar.holidays import HolidayList, holidays_of
from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR, ONE_DAY, Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import Begins, Cap, Ends, Stop, TermRule, Why
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.pack import Ceiling, HoursClock, MissingRule, Pack, WorkingClock
from throughcare.packs.wording import say

A_YEAR = Length(months=MONTHS_OF_A_YEAR)
"""The length on which an instrument is worked out."""


def term_page(pack: Pack, rule: TermRule, language: str) -> list[Part]:
    """Return how the term of an instrument is computed."""
    said = Said(pack, language)
    return [
        *said.part("", _since(said, rule.starts_on, rule.authority)),
        *said.part("span", _span(said, rule)),
        *said.part("limits", _limits(said, rule)),
        *said.part("changes", _changes(said, rule)),
        *said.part("examples", _worked_term(said, rule)),
    ]


def clock_page(pack: Pack, clock: Clock, language: str) -> list[Part]:
    """Return how a statutory clock counts, with an event on the day of the examples."""
    said = Said(pack, language)
    lines = [
        *_since(said, clock.starts_on, clock.authority),
        _time(said, clock),
        said.words("counted_by", law=pack.labels[clock.law.code][language]),
    ]
    if clock.is_unconfirmed:
        lines.append(said.words("unconfirmed"))
    reasons = run(clock, max(example_day(said), clock.starts_on)).due.reasons
    return [*said.part("", lines), *said.part("examples", _steps(said, reasons))]


def _time(said: Said, clock: Clock) -> str:
    name = "clock_business" if clock.in_business_days else "clock_time"
    return said.words(name, length=said.length(clock.length), days=clock.length.loose_days)


def hours_page(pack: Pack, clock: HoursClock, language: str) -> list[Part]:
    """Return a clock in elapsed hours."""
    said = Said(pack, language)
    time = said.words("clock_hours", hours=clock.hours)
    return said.part("", [*_since(said, clock.starts_on, clock.authority), time])


def working_page(pack: Pack, clock: WorkingClock, language: str) -> list[Part]:
    """Return a clock in working days of the office."""
    said = Said(pack, language)
    why = said.authority(pack.office_authority)
    time = said.words("clock_working", days=clock.days, why=why)
    return said.part("", [*_since(said, clock.starts_on, clock.authority), time])


def ceiling_page(pack: Pack, ceiling: Ceiling, language: str) -> list[Part]:
    """Return the most that a condition may ask."""
    said = Said(pack, language)
    most = said.words("ceiling", hours=ceiling.hours, length=said.length(ceiling.length))
    return said.part("", [*_since(said, ceiling.starts_on, ceiling.authority), most])


def missing_page(pack: Pack, rule: MissingRule, language: str) -> list[Part]:
    """Return a rule that is known to be missing, and where it would be found."""
    said = Said(pack, language)
    lines = [
        said.words("since", day=said.day(rule.starts_on)),
        said.words("missing", find=said.authority(rule.find)),
        said.words("does_not_apply", rule=said.authority(rule.does_not_apply)),
    ]
    return said.part("", lines)


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


def example_day(said: Said) -> date:
    """Return the day on which examples are worked out."""
    return date.fromisoformat(said.words("period_example"))


def _since(said: Said, day: date, authority: str) -> list[str]:
    return [
        said.words("since", day=said.day(day)),
        said.words("authority", authority=said.authority(authority)),
    ]


def _span(said: Said, rule: TermRule) -> Iterator[str]:
    yield said.words(f"begins_{rule.begins}")
    yield said.words(f"ends_{rule.ends}_{rule.anchor}")


def _limits(said: Said, rule: TermRule) -> Iterator[str]:
    for cap in rule.caps:
        yield _limit(said, "at_most", cap)
    for least in rule.least:
        yield _limit(said, "at_least_length", least)
    if rule.total is not None:
        yield _limit(said, "together_at_most", rule.total)
    if rule.caps or rule.least or rule.total:
        yield said.words("only_flagged")


def _limit(said: Said, name: str, cap: Cap) -> str:
    """Return a limit, what it is counted from, and the circumstance in which it holds."""
    authority = said.authority(cap.authority)
    words = said.words("no_limit", authority=authority)
    if cap.length:
        most = said.words(name, length=said.length(cap.length), authority=authority)
        words = f"{most} {said.words(f'counted_{cap.counts}_{cap.anchor}')}"
    if not cap.where:
        return words
    texts = said.pack.words.said.get(cap.where)
    where = said.of(texts) if texts else cap.where
    return said.words("limit_where", where=where, limit=words)


def _changes(said: Said, rule: TermRule) -> Iterator[str]:
    if rule.extension is not None:
        authority = _section(said, rule, Why.EXTENDED)
        yield said.words("extension", length=said.length(rule.extension), authority=authority)
    else:
        yield said.words("no_extension")
    if rule.can_shorten:
        yield said.words("can_shorten", authority=_section(said, rule, Why.SHORTENED))
    if rule.after_conviction:
        yield said.words("after_conviction", authority=_section(said, rule, Why.NO_CONVICTION))
    if rule.rest_in_custody:
        yield said.words("rest_in_custody", authority=_section(said, rule, Why.REST_IN_CUSTODY))
    for stop, code in ((Stop.BREACH_PROCESS, Why.SUSPENDED), (Stop.IMPRISONMENT, Why.IMPRISONED)):
        if stop in rule.stops:
            yield said.words(f"stops_{stop}", authority=_section(said, rule, code))
    if rule.detention_credit:
        authority = _section(said, rule, Why.DETENTION_CREDIT)
        yield said.words("made_up", share=rule.detention_credit, authority=authority)
    if Stop.IMPRISONMENT in rule.unclear:
        yield said.words("stop_unclear", authority=_section(said, rule, Why.ASK_EFFECT))


def _section(said: Said, rule: TermRule, code: Why) -> str:
    return said.authority(rule.sections.get(code, rule.authority))


def _worked_term(said: Said, rule: TermRule) -> Iterator[str]:
    """Yield the steps for an order of a year, or of the least length, made on the examples' day."""
    if rule.begins is Begins.IMPORTED or rule.ends in (Ends.IMPORTED, Ends.ON_EVENT):
        return
    length = next((each.length for each in rule.least if each.length), A_YEAR)
    made = Made(rule.instrument, max(example_day(said), rule.starts_on), length)
    yield said.words("worked_term", day=said.day(made.made_on), length=said.length(length))
    yield from _steps(said, term_of([rule], made).reasons)


def _steps(said: Said, reasons: tuple[Reason, ...]) -> Iterator[str]:
    for each in reasons:
        yield f"{say(said.pack, each, said.language)} ({said.authority(each.authority)})"


def _holidays(said: Said, listed: HolidayList, year: int) -> Iterator[str]:
    for day, holiday in sorted(holidays_of(listed, year).items()):
        yield said.words(
            "holiday_doubtful" if holiday.is_doubtful else "holiday",
            holiday=said.pack.labels[holiday.code][said.language],
            day=said.day(day),
            authority=said.authority(holiday.authority),
        )

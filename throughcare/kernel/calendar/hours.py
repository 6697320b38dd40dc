"""Clock times: hours that run, and windows of the night in the place of the order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from throughcare.kernel.calendar.answers import Reason, because
from throughcare.kernel.calendar.lengths import ONE_DAY

ONE_SECOND = timedelta(seconds=1)


class Why(StrEnum):
    """The sentences of this module."""

    HOURS_RUN = "HOURS_RUN"
    TWICE = "CLOCK_TIME_COMES_TWICE"
    SKIPPED = "CLOCK_TIME_SKIPPED"
    WINDOW = "WINDOW_OF_THE_NIGHT"
    CLOCK_CHANGES = "CLOCK_CHANGES_IN_WINDOW"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC. A clock time that comes twice on one night has two."""

    at: datetime
    others: tuple[datetime, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Say whether the clock showed that time twice."""
        return bool(self.others)

    @property
    def earliest(self) -> datetime:
        """Return the earliest reading."""
        return min((self.at, *self.others))

    @property
    def latest(self) -> datetime:
        """Return the latest reading."""
        return max((self.at, *self.others))


def local_moment(clock_time: datetime, zone: str) -> Moment:
    """Return when the clocks of a place show a time, both moments where they show it twice.

    A time that the clocks skip in spring is the moment of the change: they show the time, or
    a later one, from then on. A time that names its own offset is taken as it is.
    """
    if clock_time.tzinfo is not None:
        return Moment(clock_time.astimezone(UTC))
    place = ZoneInfo(zone)
    first = clock_time.replace(tzinfo=place).astimezone(UTC)
    second = clock_time.replace(tzinfo=place, fold=1).astimezone(UTC)
    if first < second:
        return Moment(first, (second,), (because(Why.TWICE, zone, time=clock_time),))
    if second < first:
        change = _change_between(second, first, place)
        return Moment(change, (), (because(Why.SKIPPED, zone, time=clock_time),))
    return Moment(first)


def hours_after(moment: Moment, hours: int, authority: str) -> Moment:
    """Return the moment so many elapsed hours later; a change of the clocks does not matter."""
    span = timedelta(hours=hours)
    why = because(Why.HOURS_RUN, authority, event=moment.at, count=hours, at=moment.at + span)
    others = tuple(other + span for other in moment.others)
    return Moment(moment.at + span, others, (*moment.reasons, why))


@dataclass(frozen=True, slots=True)
class DailySpan:
    """A span of each day or night in local time. The same time twice means the whole day."""

    starts: time
    ends: time

    @property
    def passes_midnight(self) -> bool:
        """Say whether the span ends on the day after the evening it belongs to."""
        return self.ends <= self.starts


@dataclass(frozen=True, slots=True)
class Night:
    """The span of one evening, in UTC."""

    starts: Moment
    ends: Moment
    reasons: tuple[Reason, ...]

    @property
    def elapsed(self) -> timedelta:
        """Return how long the span really lasts."""
        return self.ends.at - self.starts.at

    def covers(self, at: datetime) -> bool:
        """Say whether a moment is surely inside, whatever a clock time that comes twice means."""
        return self.starts.latest <= at < self.ends.earliest

    def may_cover(self, at: datetime) -> bool:
        """Say whether a moment is inside on some reading."""
        return self.starts.earliest <= at < self.ends.latest


def night_of(span: DailySpan, evening: date, zone: str, authority: str) -> Night:
    """Return a span in the local time of a place; it belongs to the day it starts on."""
    last = evening + ONE_DAY if span.passes_midnight else evening
    starts = local_moment(datetime.combine(evening, span.starts), zone)
    ends = local_moment(datetime.combine(last, span.ends), zone)
    why = because(Why.WINDOW, authority, evening=evening, zone=zone)
    reasons = [why, *starts.reasons, *ends.reasons]
    place = ZoneInfo(zone)
    if starts.at.astimezone(place).utcoffset() != ends.at.astimezone(place).utcoffset():
        reasons.append(because(Why.CLOCK_CHANGES, zone, evening=evening))
    return Night(starts, ends, tuple(reasons))


def night_at(
    span: DailySpan,
    at: datetime,
    zone: str,
    authority: str,
    evenings: frozenset[int] | None = None,
) -> Night | None:
    """Return the night whose span a moment falls into on some reading, or None.

    Two in the morning belongs to the evening before. `evenings` are the weekdays, Monday being
    0, on which the span begins; None stands for all. A moment without an offset is local time.
    """
    told = local_moment(at, zone)
    moments = (told.at, *told.others)
    today = told.at.astimezone(ZoneInfo(zone)).date()
    for evening in (today - ONE_DAY, today):
        if evenings is None or evening.weekday() in evenings:
            night = night_of(span, evening, zone, authority)
            if any(night.may_cover(moment) for moment in moments):
                return night
    return None


def _change_between(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """Return the moment the clocks of a place change, to the second, by halving."""
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    old = before.astimezone(place).utcoffset()
    while after - before > ONE_SECOND:
        middle = before + timedelta(seconds=(after - before) // ONE_SECOND // 2)
        if middle.astimezone(place).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after

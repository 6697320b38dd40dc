"""Days on which nothing can be asked, and how they move a last day."""

from collections.abc import Iterable
from datetime import date

from throughcare.kernel.calendar.lengths import ONE_DAY, later
from throughcare.kernel.obligations.facts import Pause

Span = tuple[date, date]


def merged(pauses: Iterable[Pause], on: date) -> list[Span]:
    """Return the paused days up to a day, the day included, as spans that do not touch."""
    until = on + ONE_DAY
    spans: list[Span] = []
    for pause in sorted(pauses, key=lambda each: each.period.starts_on):
        first, after = pause.period.starts_on, min(pause.period.ends_before or until, until)
        if first >= after:
            continue
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], after)
        else:
            spans.append((first, after))
    return spans


def put_off(opens_on: date, due_before: date, spans: Iterable[Span]) -> date:
    """Return the day before which a window is due, each paused day in it made up for.

    A pause that begins after the last day moves nothing: what was overdue stays overdue.
    """
    for first, after in spans:
        if first < due_before and after > opens_on:
            due_before = later(due_before, after - max(first, opens_on))
    return due_before

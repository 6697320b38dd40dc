"""What later acts of a court do to a term. What the law does not provide for is flagged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from throughcare.kernel.calendar.answers import Day, Ending, Reason, readings
from throughcare.kernel.calendar.lengths import ONE_DAY, Length, day_after, last_days
from throughcare.kernel.terms.acts import (
    Committed,
    CourtAct,
    Ended,
    Extended,
    Made,
    Shortened,
    Transferred,
)
from throughcare.kernel.terms.rules import Ends, TermRule, Why
from throughcare.kernel.terms.term import Term


def changed(rule: TermRule, made: Made, term: Term, act: CourtAct) -> Term:
    """Return the term after one act of a court."""
    if isinstance(act, Extended):
        return _extended(rule, made, term, act)
    if isinstance(act, Shortened):
        return _shortened(rule, term, act)
    if isinstance(act, Ended):
        return _ended(rule, term, act)
    if isinstance(act, Transferred):
        return _noted(term, rule.reason(Why.TRANSFERRED, day=act.on, to=act.to))
    if isinstance(act, Committed):
        note = rule.reason(Why.COMMITTED, day=act.on)
        return _flagged(_noted(term, note), note)
    return _noted(term, rule.reason(Why.VARIED, day=act.on))


def _extended(rule: TermRule, made: Made, term: Term, act: Extended) -> Term:
    """Return the term made longer: counted from the first day and, where that differs, from
    the day after the old last day. A term without a last day stays as it is, and so does one that
    would be made longer by less than nothing: that is flagged."""
    if not isinstance(term.last, Day):
        return term
    old = term.last
    if act.by.whole_months < 0 or act.by.loose_days < 0:
        return _flagged(term, rule.reason(Why.LESS_THAN_NOTHING, length=act.by))
    from_old = [day for last in (old.on, *old.others) for day in last_days(last + ONE_DAY, act.by)]
    from_first = _counted_anew(rule, made, term, act.by)
    every = [*from_old, *from_first]
    why = rule.reason(Why.EXTENDED, day=act.on, length=act.by, before=old.on, last=min(every))
    last = Day(min(every), readings(min(every), every), (*old.reasons, why), old.flags)
    flags = _extension_flags(rule, old, act)
    return _flagged(replace(term, last=last), *flags)


def _counted_anew(rule: TermRule, made: Made, term: Term, by: Length) -> list[date]:
    """Return the last days of the whole length from the first day, where nothing else moved it."""
    is_plain = term.last == term.nominal and rule.ends is Ends.PERIOD
    if made.length is None or not isinstance(term.first, Day) or not is_plain:
        return []
    whole = made.length + by
    return [day for first in (term.first.on, *term.first.others) for day in last_days(first, whole)]


def _extension_flags(rule: TermRule, old: Day, act: Extended) -> list[Reason]:
    """Return what a person must look at in an extension."""
    flags = []
    if rule.extension is None:
        flags.append(rule.reason(Why.EXTENSION_NOT_PROVIDED, length=act.by))
    elif day_after(old.on, act.by) > day_after(old.on, rule.extension):
        limit = rule.extension
        flags.append(rule.reason(Why.EXTENSION_OVER_CAP, length=act.by, limit=limit))
    if act.on > old.latest:
        flags.append(rule.reason(Why.CHANGE_AFTER_END, day=act.on, last=old.on))
    return [*flags, *_conviction_flags(rule, act, old)]


def _conviction_flags(rule: TermRule, act: Extended | Ended, last: Ending) -> list[Reason]:
    """Return what is missing where the law asks for a conviction that is final.

    Two texts of a law may differ about the appeal: both facts are required before acting.
    """
    if not rule.after_conviction:
        return []
    if act.convicted_on is None:
        return [rule.reason(Why.NO_CONVICTION, day=act.on)]
    flags = []
    is_late = isinstance(last, Day) and act.convicted_on > last.latest
    if act.convicted_on > act.on or is_late:
        flags.append(rule.reason(Why.CONVICTED_OUTSIDE, day=act.on, convicted=act.convicted_on))
    if not act.is_final:
        flags.append(rule.reason(Why.NOT_FINAL, day=act.on, convicted=act.convicted_on))
    return flags


def _shortened(rule: TermRule, term: Term, act: Shortened) -> Term:
    """Return the term with its earlier last day; a later one is not taken over, only flagged."""
    if isinstance(term.last, Day) and act.last_day > term.last.latest:
        flag = rule.reason(Why.SHORTENED_BUT_LATER, day=act.last_day, last=term.last.on)
        return _flagged(term, flag)
    if isinstance(term.last, Day) and act.on > term.last.latest:
        flag = rule.reason(Why.CHANGE_AFTER_END, day=act.on, last=term.last.on)
        return _flagged(term, flag)
    why = rule.reason(Why.SHORTENED, day=act.on, last=act.last_day)
    term = replace(term, last=Day(act.last_day, reasons=(*term.last.reasons, why)))
    if rule.can_shorten:
        return term
    return _flagged(term, rule.reason(Why.SHORTENING_NOT_PROVIDED, last=act.last_day))


def _ended(rule: TermRule, term: Term, act: Ended) -> Term:
    """Return the term with the day of the act as its last, unless it was over before."""
    if isinstance(term.last, Day) and act.on > term.last.latest:
        flag = rule.reason(Why.CHANGE_AFTER_END, day=act.on, last=term.last.on)
        return _flagged(term, flag)
    why = rule.reason(Why.REVOKED if act.is_revoked else Why.ENDED_EARLY, day=act.on)
    last = Day(act.on, reasons=(*term.last.reasons, why))
    flags = _conviction_flags(rule, act, term.last) if act.is_revoked else []
    ended = replace(term, last=last, stopped_since=None, rest_in_custody=rule.rest_in_custody)
    if rule.rest_in_custody:
        ended = _noted(ended, rule.reason(Why.REST_IN_CUSTODY, day=act.on))
    return _flagged(ended, *flags)


def _noted(term: Term, note: Reason) -> Term:
    """Return the term with an act beside it that moves no day."""
    return replace(term, notes=(*term.notes, note))


def _flagged(term: Term, *flags: Reason) -> Term:
    """Return the term with something a person must look at."""
    return replace(term, flags=(*term.flags, *flags))

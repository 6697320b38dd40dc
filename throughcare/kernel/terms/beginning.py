"""The first day of an order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from throughcare.kernel.calendar.answers import Answer, Day, NeedsPerson, readings
from throughcare.kernel.calendar.lengths import ONE_DAY, last_days
from throughcare.kernel.terms.acts import Custody, Made
from throughcare.kernel.terms.rules import Begins, TermRule, Why
from throughcare.kernel.terms.term import Term


def first_day(rule: TermRule, made: Made) -> Answer:
    """Return the day an order comes into force, or what must be asked to know it."""
    if rule.begins is Begins.IMPORTED:
        return _imported(rule, made)
    first = _by_custody(rule, made)
    if made.after is None or isinstance(first, NeedsPerson):
        return first
    return _after(rule, made, made.after, first)


def sentence_expires(rule: TermRule, custody: Custody) -> Answer:
    """Return the last day of a sentence of imprisonment.

    The institution's day goes before any count: remission and other sentences may change it.
    """
    if custody.expires_on is not None:
        why = rule.reason(Why.SENTENCE_EXPIRES, day=custody.expires_on)
        return Day(custody.expires_on, reasons=(why,))
    if custody.imposed_on is None or custody.length is None:
        return NeedsPerson((rule.reason(Why.ASK_EXPIRY),))
    certain, outer = last_days(custody.imposed_on, custody.length)
    why = rule.reason(Why.ENDS_PERIOD, first=custody.imposed_on, length=custody.length, day=certain)
    confirm = rule.reason(Why.CONFIRM_EXPIRY, day=certain)
    return Day(certain, readings(certain, (outer,)), (why,), (confirm,))


def _imported(rule: TermRule, made: Made) -> Answer:
    """Return the first day another authority certified."""
    if made.first_day is None:
        return NeedsPerson((rule.reason(Why.ASK_IMPORT),))
    return Day(made.first_day, reasons=(rule.reason(Why.IMPORTED, day=made.first_day),))


def _by_custody(rule: TermRule, made: Made) -> Answer:
    """Return the first day as custody puts it off, or the day of the making."""
    custody = made.custody
    if rule.begins is Begins.ON_MAKING or custody is None:
        return _on_making(rule, made.made_on, Why.BEGINS_ON_MAKING)
    if custody.is_intermittent:
        return _on_making(rule, made.made_on, Why.BEGINS_BETWEEN)
    if custody.released_on is None:
        return NeedsPerson((rule.reason(Why.ASK_RELEASE),))
    released = max(custody.released_on, made.made_on)
    by_release = Day(released, reasons=(rule.reason(Why.BEGINS_ON_RELEASE, day=released),))
    if rule.begins is Begins.ON_ANY_RELEASE:
        return by_release
    if custody.is_conditional is None:
        return NeedsPerson((rule.reason(Why.ASK_RELEASE_KIND, day=released),), by_release)
    return _on_expiry(rule, custody, made.made_on) if custody.is_conditional else by_release


def _on_making(rule: TermRule, made_on: date, code: Why) -> Day:
    """Return the day of the making."""
    return Day(made_on, reasons=(rule.reason(code, day=made_on),))


def _on_expiry(rule: TermRule, custody: Custody, made_on: date) -> Answer:
    """Return the day after the sentence of a person on conditional release expires."""
    expires = sentence_expires(rule, custody)
    if isinstance(expires, NeedsPerson):
        return expires

    def step(last: date) -> Day:
        day = max(last + ONE_DAY, made_on)
        return Day(day, reasons=(rule.reason(Why.BEGINS_ON_EXPIRY, last=last, day=day),))

    return expires.moved(step)


def _after(rule: TermRule, made: Made, before: Term, first: Day) -> Answer:
    """Return the day after the sentence that goes before, or custody's day if that is later.

    Every reading of the one meets every reading of the other.
    """
    if before.rest_in_custody:
        return first if made.custody else NeedsPerson((rule.reason(Why.ASK_RELEASE),))
    if not isinstance(before.last, Day):
        return NeedsPerson((rule.reason(Why.ASK_PRIOR_TERM, instrument=before.instrument),))

    def step(last: date) -> Day:
        day = max(last + ONE_DAY, first.on)
        others = readings(day, (max(last + ONE_DAY, each) for each in first.others))
        name = before.instrument
        why = rule.reason(Why.BEGINS_AFTER, instrument=name, last=last, day=day)
        return Day(day, others, (why,))

    found = before.last.moved(step)
    # Custody that puts nothing off explains nothing; what must be looked at stays in any case.
    reasons = first.reasons if first.latest > made.made_on else ()
    return replace(found, reasons=(*reasons, *found.reasons), flags=(*first.flags, *found.flags))

"""When a sentence in the community stops running, and what counts as served after all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor

from throughcare.kernel.calendar.answers import Day, Ending, NeedsPerson, Reason, readings
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.terms.account import NEVER_STOPPED, Account, Span, without
from throughcare.kernel.terms.acts import BreachProcess, Change, Imprisoned
from throughcare.kernel.terms.rules import Stop, TermRule, Why


@dataclass(frozen=True, slots=True)
class Effect:
    """What everything that stopped a sentence did to its last day."""

    last: Ending
    account: Account = NEVER_STOPPED
    notes: tuple[Reason, ...] = ()
    flags: tuple[Reason, ...] = ()
    stopped_since: date | None = None


@dataclass(slots=True)
class _Tally:
    """An effect as it grows, one stop at a time."""

    last: Day
    account: Account = NEVER_STOPPED
    notes: list[Reason] = field(default_factory=list)
    flags: list[Reason] = field(default_factory=list)
    ask: Reason | None = None
    since: date | None = None
    prisons: list[Span] = field(default_factory=list)  # known imprisonment, whatever comes first

    def add(self, account: Account) -> None:
        """Put one stop on the account and move the last day, every reading of it."""
        self.account = self.account.plus(account)
        moves = account.added_otherwise
        first = self.last.on + timedelta(days=account.added)
        every = (each + timedelta(days=move) for each in _all(self.last) for move in moves)
        self.last = replace(self.last, on=first, others=readings(first, every))

    def wait(self, since: date | None, ask: Reason) -> None:
        """Remember that a stop has not ended: the last day cannot be known yet."""
        self.since = since
        self.ask = ask


def stopped(rule: TermRule, changes: Sequence[Change], first: date, last: Day) -> Effect:
    """Return the last day as moved by breach processes and imprisonment, with the account.

    They are taken in the order in which they began, for one may fall in the time that another
    added. A day stopped by both counts once, as imprisonment for another offence. Nothing is
    stopped before the first day. A stop that has not ended leaves the last day to a person.
    """
    tally = _Tally(last)
    tally.prisons = _prisons(rule, changes, first)
    stops = [each for each in changes if isinstance(each, BreachProcess | Imprisoned)]
    for each in sorted(stops, key=_began):
        if isinstance(each, Imprisoned):
            _imprison(rule, each, first, tally)
        else:
            _suspend(rule, each, first, tally)
    ending: Ending = tally.last
    if tally.ask is not None:
        ending = NeedsPerson((tally.ask,), tally.last)
    return Effect(ending, tally.account, tuple(tally.notes), tuple(tally.flags), tally.since)


def _began(stop: BreachProcess | Imprisoned) -> tuple[date, bool]:
    """Return the day a stop began, imprisonment first; what has no day yet comes last."""
    is_breach = isinstance(stop, BreachProcess)
    return stop.on or date.max, is_breach


def _prisons(rule: TermRule, changes: Sequence[Change], first: date) -> list[Span]:
    """Return the imprisonment that stops the sentence and is over."""
    if Stop.IMPRISONMENT not in rule.stops:
        return []
    return [
        Span(max(each.on, first), each.released_on)
        for each in changes
        if isinstance(each, Imprisoned) and each.released_on is not None
    ]


def _imprison(rule: TermRule, prison: Imprisoned, first: date, tally: _Tally) -> None:
    """Stop the sentence from the first day in prison; the day of release runs again."""
    if Stop.IMPRISONMENT in rule.unclear:
        tally.flags.append(rule.reason(Why.ASK_EFFECT, since=prison.on))
    elif Stop.IMPRISONMENT not in rule.stops:
        tally.notes.append(rule.reason(Why.NOT_TOLLED, since=prison.on))
    elif prison.on > tally.last.latest:
        tally.flags.append(rule.reason(Why.STOP_AFTER_END, since=prison.on, last=tally.last.on))
    elif prison.released_on is None:
        tally.wait(prison.on, rule.reason(Why.ASK_IMPRISONMENT_END, since=prison.on))
    else:
        tally.flags += _out_of_order(rule, prison.on, prison.released_on)
        span = Span(max(prison.on, first), prison.released_on)
        pieces = tuple(without(span, tally.account.stopped))
        account = Account(pieces)
        tally.notes.append(
            rule.reason(
                Why.IMPRISONED,
                since=prison.on,
                released=prison.released_on,
                count=Length(days=account.suspended),
            )
        )
        tally.add(account)


def _suspend(rule: TermRule, breach: BreachProcess, first: date, tally: _Tally) -> None:
    """Suspend the sentence from the start of a breach process."""
    since = None if breach.on is None else max(breach.on, first)
    steps = (breach.on, breach.detained_on, breach.detention_ended_on, breach.determined_on)
    tally.flags += _out_of_order(rule, *steps)
    if Stop.BREACH_PROCESS not in rule.stops:
        tally.notes.append(rule.reason(Why.NOT_SUSPENDED))
    elif since is None:
        tally.wait(None, rule.reason(Why.ASK_PROCESS_START))
    elif since > tally.last.latest:
        tally.flags.append(rule.reason(Why.STOP_AFTER_END, since=since, last=tally.last.on))
    elif breach.determined_on is None:
        _pending(rule, breach, since, tally)
    else:
        _determined(rule, breach, Span(since, breach.determined_on + ONE_DAY), tally)


def _out_of_order(rule: TermRule, *steps: date | None) -> list[Reason]:
    """Return a flag for each step that is recorded on a day before the step it follows."""
    known = [step for step in steps if step is not None]
    return [
        rule.reason(Why.CONTRADICT, since=before, until=after)
        for before, after in pairwise(known)
        if after < before
    ]


def _pending(rule: TermRule, breach: BreachProcess, since: date, tally: _Tally) -> None:
    """Count what is over of a suspension whose allegation is not decided yet."""
    ask = rule.reason(Why.ASK_DETERMINATION, since=since)
    if breach.detained_on is None:
        tally.wait(since, ask)
        return
    whole = Span(since, breach.detained_on)
    account = Account(tuple(without(whole, [*tally.account.stopped, *tally.prisons])))
    tally.notes.append(_suspension_reason(rule, breach, whole, account.suspended))
    tally.add(account)
    tally.wait(breach.detention_ended_on, ask)


def _determined(rule: TermRule, breach: BreachProcess, whole: Span, tally: _Tally) -> None:
    """Account for a breach process that has been decided."""
    detained = _detention(breach, whole)
    cut = [*tally.account.stopped, *tally.prisons]
    pieces = tuple(without(whole, cut if detained is None else [*cut, detained]))
    ran = 0 if detained is None else sum(each.days for each in without(detained, tally.prisons))
    account = Account(pieces, ran_in_detention=ran, conditions_apply=detained is None)
    tally.notes.append(_suspension_reason(rule, breach, whole, account.suspended))
    if breach.outcome is not None and breach.outcome.undoes:
        account = _undo(rule, account, tally)
    else:
        account = _uphold(rule, breach, whole, account, tally)
    tally.add(account)


def _detention(breach: BreachProcess, whole: Span) -> Span | None:
    """Return the days the sentence ran again because the person was detained, if they were."""
    if breach.detained_on is None:
        return None
    ends_before = breach.detention_ended_on or whole.ends_before
    return Span(breach.detained_on, min(ends_before, whole.ends_before))


def _suspension_reason(rule: TermRule, breach: BreachProcess, whole: Span, count: int) -> Reason:
    """Return the sentence that says from when to when the sentence stood still."""
    length = Length(days=count)
    if breach.detained_on is None:
        determined = whole.ends_before - ONE_DAY
        return rule.reason(Why.SUSPENDED, since=whole.starts_on, until=determined, count=length)
    return rule.reason(
        Why.SUSPENDED_TO_DETENTION,
        since=whole.starts_on,
        detained=breach.detained_on,
        count=length,
    )


def _undo(rule: TermRule, account: Account, tally: _Tally) -> Account:
    """Count all suspended time as served, and part of what ran in detention besides."""
    share = rule.detention_credit * account.ran_in_detention
    most, least = ceil(share), floor(share)
    tally.notes.append(rule.reason(Why.DEEMED_SERVED, count=Length(days=account.suspended)))
    if account.ran_in_detention:
        ran = Length(days=account.ran_in_detention)
        tally.notes.append(rule.reason(Why.DETENTION_CREDIT, count=ran, credit=Length(days=most)))
    if most != least:
        tally.flags.append(_half_day(rule, most, least))
    return replace(
        account,
        deemed_served=account.suspended,
        detention_credit=most,
        detention_credit_other=least,
    )


def _uphold(
    rule: TermRule, breach: BreachProcess, whole: Span, account: Account, tally: _Tally
) -> Account:
    """Keep the suspended time out of the sentence, but for what the court counts as served."""
    runs_to_determination = any(each.ends_before == whole.ends_before for each in account.stopped)
    if runs_to_determination:
        fewer = Length(days=account.suspended - 1)
        tally.notes.append(rule.reason(Why.SUSPENDED_ONE_END, count=fewer))
    credit = Length(days=breach.credit_days)
    if breach.credit_days < 0:
        tally.flags.append(rule.reason(Why.LESS_THAN_NOTHING, length=credit))
    elif breach.credit_days:
        tally.notes.append(rule.reason(Why.COURT_CREDIT, credit=credit))
    if breach.credit_days > account.suspended:
        stood = Length(days=account.suspended)
        tally.flags.append(rule.reason(Why.CREDIT_OVER, credit=credit, count=stood))
    return replace(
        account,
        one_end_less=int(runs_to_determination),
        court_credit=max(breach.credit_days, 0),
    )


def _half_day(rule: TermRule, most: int, least: int) -> Reason:
    """Return the flag of a credit that comes to half a day."""
    return rule.reason(Why.HALF_DAY, credit=Length(days=most), other=Length(days=least))


def _all(day: Day) -> tuple[date, ...]:
    """Return every reading of a day."""
    return (day.on, *day.others)

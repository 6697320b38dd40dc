"""The whole term of an order: first day, last day, limits, and everything that changed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from throughcare.kernel.calendar.answers import Answer, Day, Ending, NeedsPerson, Reason, because
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.terms.acts import BreachProcess, Imprisoned, Made
from throughcare.kernel.terms.beginning import first_day
from throughcare.kernel.terms.changes import changed
from throughcare.kernel.terms.ending import cap_day, chain_flags, last_day, limit_flags
from throughcare.kernel.terms.rules import TermRule, Why, rule_on
from throughcare.kernel.terms.stopping import stopped
from throughcare.kernel.terms.term import Chain, Term


def term_of(rules: Sequence[TermRule], made: Made) -> Term:
    """Return the term of an order, recomputed from everything that was done to it.

    The rule is the one in force on the day of the order. What passes a limit keeps its days
    and is flagged. An instrument without a rule leaves both days to a person, and so do lengths
    and days that lead out of the calendar.
    """
    rule = rule_on(rules, made.instrument, made.made_on)
    if rule is None:
        ask = because(Why.NO_RULE, "", instrument=made.instrument, day=made.made_on)
        return _unknown(made, ask)
    try:
        return _whole(rule, made)
    except OverflowError:
        return _unknown(made, rule.reason(Why.OUT_OF_CALENDAR, day=made.made_on))


def _unknown(made: Made, ask: Reason) -> Term:
    """Return a term of which a person must say both days."""
    unknown = NeedsPerson((ask,))
    return Term(made.instrument, unknown, unknown, unknown)


def _whole(rule: TermRule, made: Made) -> Term:
    """Return the term under its rule.

    :raises OverflowError: a day has no place in a calendar.
    """
    first = first_day(rule, made)
    nominal = last_day(rule, made, first)
    cap = cap_day(rule, made, first)
    term = Term(
        made.instrument,
        first,
        nominal,
        nominal,
        cap=None if cap is None else cap[1],
        flags=(*_flags_of(first), *_flags_of(nominal), *limit_flags(rule, made, first, nominal)),
        chain=_chain(rule, made, first),
    )
    term = replace(term, flags=(*term.flags, *chain_flags(rule, term.chain)))
    return _with_days(rule, _changed(rule, made, _stopped(rule, made, term)))


def _with_days(rule: TermRule, term: Term) -> Term:
    """Return the term, flagged where it surely ends before it begins: it binds on no day."""
    if not isinstance(term.last, Day):
        return term
    ends_before = term.last.latest + ONE_DAY
    if not isinstance(term.first, Day) or ends_before > term.first.earliest:
        return term
    flag = rule.reason(Why.NO_DAYS, first=term.first.on, last=term.last.on)
    return replace(term, flags=(*term.flags, flag))


def _chain(rule: TermRule, made: Made, first: Answer) -> Chain | None:
    """Return the consecutive sentences that an order makes with those it comes after."""
    if rule.total is None or made.length is None:
        return None
    before = made.after.chain if made.after and made.after.instrument == made.instrument else None
    if before is None:
        return Chain(first, made.length)
    return Chain(before.first, before.length + made.length, before.count + 1)


def _flags_of(answer: Ending) -> tuple[Reason, ...]:
    """Return the flags an answer carries, if it is a day."""
    return answer.flags if isinstance(answer, Day) else ()


def _stopped(rule: TermRule, made: Made, term: Term) -> Term:
    """Return the term with every stop of its clock put on the account."""
    if not isinstance(term.last, Day):
        return term
    before = term.last
    first = term.first.on if isinstance(term.first, Day) else made.made_on
    effect = stopped(rule, made.changes, first, before)
    notes = [*term.notes, *effect.notes]
    if isinstance(effect.last, Day) and effect.last.on != before.on:
        notes.append(rule.reason(Why.MOVED, before=before.on, last=effect.last.on))
    return replace(
        term,
        last=effect.last,
        account=effect.account,
        notes=tuple(notes),
        flags=(*term.flags, *effect.flags),
        stopped_since=effect.stopped_since,
    )


def _changed(rule: TermRule, made: Made, term: Term) -> Term:
    """Return the term after the acts of courts, in the order of their days."""
    acts = [each for each in made.changes if not isinstance(each, BreachProcess | Imprisoned)]
    for act in sorted(acts, key=lambda each: each.on):
        term = changed(rule, made, term, act)
    return term

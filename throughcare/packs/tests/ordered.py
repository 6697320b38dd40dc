"""An order with one condition, and what is owed on a day: the helper of the worked tables.

A row of a table reads: instrument, day made, length, code, what the court stated, the day one
looks, and every obligation as `CODE first-day last-day state`, those of the person first.
"""

import re
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.kernel.terms.acts import Custody, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.loading import pack_of
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of

ONTARIO = pack_of("ca_on")
ID = UUID(int=7)
ONE_DAY = timedelta(days=1)
UNITS = {"y": "years", "m": "months", "w": "weeks", "d": "days", "-": "less_days"}


def day(text):
    """Return a day written as 2026-01-31."""
    return date.fromisoformat(text)


def length(text):
    """Return a length written as 12m, 2y, or 2y1- (two years less one day)."""
    return Length(**{UNITS[unit]: int(count) for count, unit in re.findall(r"(\d+)(.)", text)})


def ordered(instrument, made, long, code, stated, *, released=None, after=None):
    """Return a condition of an order; `after` is (instrument, made, length) of what comes first."""
    custody = Custody(released_on=day(released), is_conditional=False) if released else None
    before = None
    if after:
        before = term_of(ONTARIO.terms, Made(after[0], day(after[1]), length(after[2])))
    act = Made(
        instrument,
        day(made),
        length(long),
        first_day=day(released or made),
        custody=custody,
        after=before,
    )
    term = term_of(ONTARIO.terms, act)
    in_force = Period(term.starts_on or day(made), term.ends_before)
    out = day(released) if released else None
    return OrderedCondition(ID, code, stated, instrument, day(made), term, in_force, out)


def happened(*lines):
    """Return facts: `KIND day strength hours`, `!EVENT day last-day`, or `~PAUSE day day`."""
    facts = Facts()
    for place, line in enumerate(lines):
        facts = _with(facts, place, line)
    return facts


def _with(facts, place, line):
    kind, on, *rest = line.lstrip("!~").split()
    if line.startswith("~"):
        pause = Pause(kind, Period(day(on), day(rest[0])))
        return Facts(facts.evidence, facts.events, (*facts.pauses, pause))
    if line.startswith("!"):
        due = day(rest[0]) + ONE_DAY if rest else None
        events = (Event(name, day(on), due) for name in (kind, f"{kind}@{ID}"))
        return Facts(facts.evidence, (*facts.events, *events), facts.pauses)
    strength = Strength[(rest[0] if rest else "official").upper()]
    hours = Fraction(rest[1]) if len(rest) > 1 else Fraction(0)
    found = [
        Evidence(f"e{place}", name, day(on), strength, hours) for name in (kind, f"{kind}@{ID}")
    ]
    return Facts((*facts.evidence, *found), facts.events, facts.pauses)


def owed(condition, on, facts=None):
    """Return every obligation up to a day in words, those of the person first."""
    asked = requirements_of(ONTARIO, condition)
    found = [
        (requirement.owed_by, each)
        for requirement in asked
        for each in obligations(requirement, facts or Facts(), day(on))
    ]
    return [
        _line(each) for by in (OwedBy.PERSON, OwedBy.OFFICE) for owes, each in found if owes is by
    ]


def _line(each):
    code = each.requirement.rpartition(":")[-1]
    return f"{code} {each.opens_on} {each.due_before - ONE_DAY} {each.state}"


def asks(condition):
    """Return what must be asked before everything can be counted."""
    return [
        str(dict(each.facts).get("parameter", each.code)).rpartition(".")[-1]
        for each in questions_of(ONTARIO, condition)
    ]


def owes(condition):
    """Return who owes how many things: a count for the person and for the office."""
    return Counter(str(each.owed_by) for each in requirements_of(ONTARIO, condition))

"""Invented instruments: one of each way an order begins, ends and is changed."""

from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import Anchor, Begins, Cap, Ends, Stop, TermRule, Why

START = date(2000, 1, 1)


def day(text):
    """Return a day, or None."""
    return date.fromisoformat(text) if text else None


def rule(instrument, begins="on_making", ends="period", **more):
    """Return the rule of an instrument, in force since 2000."""
    words = {"starts_on": START, "authority": f"Orders Act, {instrument}", "sections": {}} | more
    return TermRule(instrument, Begins(begins), Ends(ends), **words)


def cap(ends="period", **more):
    """Return a limit; its length is given in years, months or days."""
    words = {word: more.pop(word) for word in ("anchor", "where", "of_length") if word in more}
    length = Length(**more) if more else None
    return Cap(length, Ends(ends), "Orders Act, limits", **words)


RULES = (
    rule(
        "WATCH",
        "after_sentence",
        caps=(cap("anniversary", years=3),),
        extension=Length(years=1),
        can_shorten=True,
        sections={Why.EXTENDED: "Orders Act, extension"},
    ),
    rule(
        "STAY",
        stops=frozenset(Stop),
        detention_credit=Fraction(1, 2),
        caps=(cap(years=2, less_days=1),),
        total=cap(years=2, less_days=1),
    ),
    rule("OLD_STAY", total=cap(), ends_before=date(2020, 1, 1), stops=frozenset(Stop)),
    rule("BOND", caps=(cap(months=12), cap(years=2, where="PRIOR"), cap(where="GRAVE"))),
    rule("BAN", "on_any_release"),
    rule(
        "ARMS",
        ends="anniversary",
        anchor=Anchor.RELEASE,
        least=(cap("anniversary", years=10, anchor=Anchor.RELEASE),),
    ),
    rule("LEAVE", "imported", "imported", caps=(cap(days=60),), extension=Length(days=60)),
    rule("WEEKENDS", ends="imported", caps=(cap(days=90, of_length=True),)),
    rule("DEBT", ends="on_event"),
)


def made(instrument="WATCH", on="2026-01-15", **more):
    """Return an order of an instrument; lengths are given in months."""
    months = more.pop("months", None)
    if months is not None:
        more["length"] = Length(months=months)
    return Made(instrument, day(on), **more)


def term(instrument="WATCH", on="2026-01-15", **more):
    """Return the term of an order."""
    return term_of(RULES, made(instrument, on, **more))


def codes(reasons):
    """Return the codes of reasons, in order."""
    return [reason.code for reason in reasons]

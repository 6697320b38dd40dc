"""The clocks, ceilings and terms of a pack."""

from __future__ import annotations

from fractions import Fraction

from throughcare.kernel.calendar.counting import Clock, Manner
from throughcare.kernel.calendar.counting_law import CountingLaw
from throughcare.kernel.terms.rules import Anchor, Begins, Cap, Ends, Stop, TermRule, Why
from throughcare.packs.entries import Entry, known
from throughcare.packs.pack import Ceiling, HoursClock, MissingRule, WorkingClock

TERM_WORDS = (
    "instrument begins ends anchor sections cap least total extension can_shorten stops"
    " detention_credit after_conviction rest_in_custody unclear"
)


def clock_rule(entry: Entry, laws: dict[str, CountingLaw]) -> Clock:
    """Return a statutory clock."""
    entry.only("code law counts time business_days moves filing disputed unconfirmed")
    if entry.flag("moves") and entry.word("counts", Manner) is not Manner.WITHIN:
        raise entry.refuse("only an act due *within* a time moves off a holiday. Remove moves.")
    return Clock(
        code=entry.text("code"),
        law=known(entry, "law", laws),
        manner=entry.word("counts", Manner),
        length=entry.length("time"),
        authority=entry.text("authority"),
        starts_on=entry.day("from"),
        ends_before=entry.day_after("until"),
        in_business_days=entry.flag("business_days"),
        moves_off_holidays=entry.flag("moves"),
        moves_off_closed_days=entry.flag("filing"),
        is_disputed=entry.flag("disputed"),
        is_unconfirmed=entry.flag("unconfirmed"),
    )


def hours_rule(entry: Entry) -> HoursClock:
    """Return a clock in hours."""
    entry.only("code hours")
    return HoursClock(
        entry.text("code"), entry.number("hours"), entry.text("authority"), entry.day("from")
    )


def working_rule(entry: Entry) -> WorkingClock:
    """Return a clock in working days."""
    entry.only("code days")
    return WorkingClock(
        entry.text("code"), entry.number("days"), entry.text("authority"), entry.day("from")
    )


def ceiling_rule(entry: Entry) -> Ceiling:
    """Return the ceiling of a condition."""
    entry.only("code hours time")
    return Ceiling(
        entry.text("code"),
        entry.number("hours"),
        entry.length("time"),
        entry.text("authority"),
        entry.day("from"),
    )


def missing_rule(entry: Entry) -> MissingRule:
    """Return a rule that is known to be missing."""
    entry.only("code find does_not_apply boards")
    return MissingRule(
        entry.text("code"),
        entry.text("find"),
        entry.text("does_not_apply"),
        entry.texts("boards"),
        entry.day("from"),
    )


def term_rule(entry: Entry) -> TermRule:
    """Return the rule of an instrument's term."""
    entry.only(TERM_WORDS)
    total = entry.inner("total")
    return TermRule(
        instrument=entry.text("instrument"),
        begins=entry.word("begins", Begins),
        ends=entry.word("ends", Ends),
        authority=entry.text("authority"),
        starts_on=entry.day("from"),
        sections=_sections(entry.inner("sections")),
        ends_before=entry.day_after("until"),
        anchor=_anchor(entry),
        caps=tuple(_cap(each) for each in entry.each("cap")),
        least=tuple(_cap(each) for each in entry.each("least")),
        total=_cap(total) if total.table else None,
        extension=entry.length("extension") if "extension" in entry.table else None,
        can_shorten=entry.flag("can_shorten"),
        after_conviction=entry.flag("after_conviction"),
        rest_in_custody=entry.flag("rest_in_custody"),
        stops=entry.words("stops", Stop),
        unclear=entry.words("unclear", Stop),
        detention_credit=_share(entry, "detention_credit"),
    )


def _sections(entry: Entry) -> dict[str, str]:
    """Return the sections named for sentences of terms; the others rest on the rule's own."""
    entry.only(" ".join(Why))
    return {code: entry.text(code) for code in entry.table}


def _share(entry: Entry, key: str) -> Fraction:
    """Return a share from 0 to 1, none where the entry names none."""
    text = entry.text(key, "0")
    wrong = entry.refuse(f'{key} = {text!r} is not a share from 0 to 1. Write one such as "1/2".')
    try:
        share = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise wrong from None
    if not 0 <= share <= 1:
        raise wrong
    return share


def _cap(entry: Entry) -> Cap:
    """Return a limit of a term."""
    entry.only("time counts anchor of_length where unlimited")
    return Cap(
        length=None if entry.flag("unlimited") else entry.length("time"),
        counts=Ends.PERIOD if entry.flag("unlimited") else entry.word("counts", Ends),
        authority=entry.text("authority"),
        anchor=_anchor(entry),
        of_length=entry.flag("of_length"),
        where=entry.text("where", ""),
    )


def _anchor(entry: Entry) -> Anchor:
    """Return the day a length is counted from: the first day unless the entry says otherwise."""
    return entry.word("anchor", Anchor) if "anchor" in entry.table else Anchor.FIRST_DAY

"""Conformance cases of terms: first and last days of orders and what changed them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from throughcare.kernel.calendar.answers import Day
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Change,
    Custody,
    Extended,
    Imprisoned,
    Made,
    Outcome,
)
from throughcare.kernel.terms.beginning import sentence_expires
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.ending import total_flags
from throughcare.kernel.terms.rules import TermRule, rule_on
from throughcare.kernel.terms.term import Term, together
from throughcare.packs.case_inputs import (
    CannotRead,
    Case,
    Fields,
    Found,
    as_day,
    found_day,
    waiting,
)

OUTCOMES = {str(outcome) for outcome in Outcome}


def probation(case: Case) -> Fields:
    """Return the days of a probation order, however it begins."""
    made = Made(
        instrument=case.shape.uses["instrument"],
        made_on=case.day("made", "sentence_imposed"),
        length=Length(months=case.number("months")),
        custody=_custody(case),
        changes=_imprisonments(case, "imprisoned_for_other_offence"),
    )
    term = _term(case, made)
    fields = _term_fields(term)
    if made.custody is not None and made.custody.length is not None:
        expires = sentence_expires(_rule(case, made), made.custody)
        fields["sentence_last_day"] = found_day(expires)
    return fields | _extension_fields(case, made, term)


def recognizance(case: Case) -> Fields:
    """Return the days of a recognizance."""
    return _term_fields(_term(case, _simple(case, "entered", "months")))


def concurrent(case: Case) -> Fields:
    """Return the days of two orders that run at the same time, and of both together."""
    terms = []
    for name in ("first", "second"):
        inner = replace(case, inputs=case.inputs[name])
        terms.append(_term(inner, _simple(inner, "made", "months")))
    first, second = terms
    return {
        "first_first_day": found_day(first.first),
        "first_last_day": found_day(first.last),
        "second_first_day": found_day(second.first),
        "second_last_day": found_day(second.last),
        "supervision_last_day": found_day(together(terms)),
    }


def sentence_then_probation(case: Case) -> Fields:
    """Return the days of a conditional sentence and of the probation after it."""
    sentence = _term(case, _simple(case, "cso_imposed", "cso_months"))
    after = _probation_after(case, case.day("cso_imposed"), sentence)
    fields = {
        "cso_first_day": found_day(sentence.first),
        "cso_last_day": found_day(sentence.last),
    }
    return fields | after


def consecutive_sentences(case: Case) -> Fields:
    """Return the days of two sentences one after the other, and whether both fit the limit."""
    first = _term(case, _simple(case, "first_imposed", "first_months"))
    made = Made(
        case.shape.uses["instrument"],
        case.day("second_imposed", "first_imposed"),
        Length(months=case.number("second_months")),
        after=first,
    )
    second = _term(case, made)
    over = total_flags(_rule(case, made), first.first, second.last)
    return {
        "first_last_day": found_day(first.last),
        "second_first_day": found_day(second.first),
        "second_last_day": found_day(second.last),
        "total_less_than_24_months": Found(not over),
    }


def suspension(case: Case) -> Fields:
    """Return how the running of a conditional sentence was stopped, and its new last day."""
    breach = _breach(case)
    changes: list[Change] = [] if breach is None else [breach]
    if case.has("imprisoned_from"):
        released = case.day_or_none("released")
        changes.append(Imprisoned(case.day("imprisoned_from"), released))
    made = replace(_simple(case, "imposed", "months"), changes=tuple(changes))
    term = _term(case, made)
    fields = _account_fields(term)
    if case.has("probation_months"):
        fields |= _probation_after(case, made.made_on, term)
    return fields


def order_of_length(case: Case) -> Fields:
    """Return the days of an order whose length the pack fixes."""
    made = replace(_simple(case, case.shape.when[0], None), length=case.shape.length)
    term = _term(case, made)
    return {"order_first_day": found_day(term.first), "order_last_day": found_day(term.last)}


def _term(case: Case, made: Made) -> Term:
    """Return the term of an order by the pack's rules."""
    return term_of(case.pack.terms, made)


def _rule(case: Case, made: Made) -> TermRule:
    """Return the pack's rule of an order."""
    rule = rule_on(case.pack.terms, made.instrument, made.made_on)
    if rule is None:
        raise CannotRead(f"no rule is known for {made.instrument} on {made.made_on}")
    return rule


def _simple(case: Case, day: str, months: str | None) -> Made:
    """Return an order made on a day, for a number of months where one is named."""
    length = None if months is None else Length(months=case.number(months))
    return Made(case.shape.uses["instrument"], case.day(day), length)


def _probation_after(case: Case, made_on: date, before: Term) -> Fields:
    """Return the days of probation that follows a sentence."""
    length = Length(months=case.number("probation_months"))
    term = _term(case, Made(case.shape.uses["then"], made_on, length, after=before))
    return {
        "probation_first_day": found_day(term.first),
        "probation_last_day": found_day(term.last),
    }


def _custody(case: Case) -> Custody | None:
    """Return the imprisonment of a case, if it has any."""
    released = case.day_or_none("parole_release", "custody_released", "released")
    imposed = case.day_or_none("sentence_imposed")
    if released is None and imposed is None:
        return None
    months = Length(months=case.number("sentence_months")) if case.has("sentence_months") else None
    kind = case.word("release_kind")
    is_conditional = True if case.has("parole_release") else _is_conditional(kind)
    expires = case.day_or_none("sentence_last_day", "sentence_expires")
    return Custody(released, is_conditional, expires, imposed, months)


def _is_conditional(kind: str | None) -> bool | None:
    """Return whether a release was conditional, None where the case does not say."""
    return None if kind is None else kind == "conditional_release"


def _imprisonments(case: Case, name: str) -> tuple[Imprisoned, ...]:
    """Return imprisonment for another offence: one pair of days, or several."""
    pairs = case.inputs.get(name) or []
    pairs = [pairs] if pairs and not isinstance(pairs[0], list) else pairs
    return tuple(Imprisoned(as_day(start, name), as_day(end, name)) for start, end in pairs)


def _breach(case: Case) -> BreachProcess | None:
    """Return the breach process of a case, if it has one."""
    word = case.word("outcome")
    steps = BreachProcess(
        warrant_on=case.day_or_none("warrant_issued"),
        arrested_on=case.day_or_none("arrested_without_warrant", "arrested"),
        appearance_on=case.day_or_none("compelled_appearance"),
        detained_on=case.day_or_none("detention_order"),
        detention_ended_on=case.day_or_none("detention_ended"),
        determined_on=case.day_or_none("determined"),
        outcome=Outcome(word) if word in OUTCOMES else None,
        credit_days=case.inputs.get("s742_6_16_credit_days") or 0,
    )
    return None if steps.on is None and steps.determined_on is None else steps


def _status(term: Term) -> Fields:
    """Return that a person must say a day of the term, if one must."""
    return waiting() if term.asks else {}


def _term_fields(term: Term) -> Fields:
    """Return the fields of a term as made."""
    last = term.last
    disputed = last.latest if isinstance(last, Day) and last.is_ambiguous else None
    return _status(term) | {
        "first_day": found_day(term.first),
        "last_day": found_day(last),
        "outer_last_day": Found(last.latest if isinstance(last, Day) else None),
        "ambiguous_day": Found(disputed),
        "statutory_cap_last_day": found_day(term.cap),
        "tolled_days": Found(term.account.suspended),
    }


def _extension_fields(case: Case, made: Made, term: Term) -> Fields:
    """Return the last day before and after an extension, and the longest permitted."""
    if not case.has("extension_months"):
        return {}
    made_on = case.day_or_none("extended_on") or made.made_on
    by = Extended(made_on, Length(months=case.number("extension_months")))
    longer = _term(case, replace(made, changes=(*made.changes, by)))
    limit = _rule(case, made).extension
    return {
        "last_day_before": found_day(term.last),
        "last_day_after": found_day(longer.last),
        "max_extension_months": Found(None if limit is None else limit.whole_months),
    }


def _account_fields(term: Term) -> Fields:
    """Return the fields of a suspended sentence."""
    account = term.account
    other_days = (account.suspended - account.one_end_less,) if account.one_end_less else ()
    return _status(term) | {
        "first_day": found_day(term.first),
        "nominal_last_day": found_day(term.nominal),
        "last_day": found_day(term.last),
        "suspended_days": Found(account.suspended, other_days),
        "deemed_served_days": Found(account.deemed_served),
        "detained_running_days": Found(account.ran_in_detention),
        "extra_credit_days": Found(account.detention_credit),
        "credited_days": Found(account.court_credit),
        "conditions_apply_while_suspended": Found(account.conditions_apply),
    }

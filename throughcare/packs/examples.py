"""Worked examples of the condition library, run: what is owed must be what the example says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.words import Strength
from throughcare.kernel.terms.acts import Custody, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.term import Term
from throughcare.packs.condition_rules import ConditionRule, Example, Owed
from throughcare.packs.conditions import condition_rule, over_ceilings
from throughcare.packs.pack import Pack
from throughcare.packs.plain import plain_words
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of

CONDITION = UUID(int=0)
"""The id of the condition of every example: none is kept."""
BY_WORD = {each.name.lower(): each for each in Strength}


@dataclass(frozen=True, slots=True)
class Line:
    """One obligation as an example writes it."""

    what: str
    opens: date
    by: date
    stands: str

    def agrees(self, owed: Owed) -> bool:
        """Say whether this is what a line of the example says, as far as it says."""
        return (
            self.what == owed.what
            and owed.opens in (None, self.opens)
            and owed.by in (None, self.by)
            and owed.stands in ("", self.stands)
        )

    def __str__(self) -> str:
        return f"{self.what} from {self.opens} by {self.by}, {self.stands}"


def examples_of(pack: Pack) -> Iterator[tuple[ConditionRule, Example]]:
    """Return every example with its rule."""
    for code in pack.condition_codes:
        for rule in pack.conditions[code]:
            if rule.code == code:
                for example in rule.examples:
                    yield rule, example


def failing_examples(pack: Pack) -> list[str]:
    """Return a sentence for each example that does not come out as it says."""
    return [
        f"{example.where}: {wrong}"
        for rule, example in examples_of(pack)
        for wrong in wrong_in(pack, rule, example)
    ]


def wrong_in(pack: Pack, rule: ConditionRule, example: Example) -> Iterator[str]:
    """Yield what differs between an example and what the pack computes."""
    applies = condition_rule(pack, rule.code, example.made)
    if applies is not rule:
        yield f"made = {example.made}, but on that day another version applies. Mend the day."
        return
    ordered = ordered_as(pack, rule, example)
    yield from _wrong_owed(lines_of(pack, ordered, example), example)
    asks = sorted(map(_asked_for, questions_of(pack, ordered)))
    if asks != sorted(example.asks):
        yield f"asks = {list(example.asks)}, but what must be asked is: {asks}."
    over = [each.parameter for each in over_ceilings(pack, rule, example.stated, example.made)]
    if over != list(example.over):
        yield f"over = {list(example.over)}, but what is over its ceiling is: {over}."
    yield from _wrong_words(pack, rule, example)


def _wrong_words(pack: Pack, rule: ConditionRule, example: Example) -> Iterator[str]:
    for language, said in example.says.items():
        words = plain_words(pack, rule, example.stated, language).replace("\u00a0", " ")
        if said and said.replace("\u00a0", " ") != words:
            yield f"says_{language} = {said!r}, but it reads: {words!r}."


def _asked_for(question: Reason) -> str:
    """Return what a question asks for: the parameter's name, or else the question's code."""
    return str(dict(question.facts).get("parameter", question.code)).rpartition(".")[-1]


def _wrong_owed(lines: list[Line], example: Example) -> Iterator[str]:
    computed = "; ".join(map(str, lines)) or "nothing"
    missing = [owed for owed in example.owed if not any(line.agrees(owed) for line in lines)]
    for owed in missing:
        yield f"the example says that {_said(owed)} is owed, but what is owed is: {computed}."
    named = dict.fromkeys(owed.what for owed in example.owed)
    for what in dict.fromkeys(line.what for line in lines):
        if what not in named:
            yield f"{what} is owed too, which the example leaves out: {computed}."


def _said(owed: Owed) -> str:
    opens = f" from {owed.opens}" if owed.opens else ""
    by = f" by {owed.by}" if owed.by else ""
    return f"{owed.what}{opens}{by}{f', {owed.stands}' if owed.stands else ''}"


def lines_of(pack: Pack, ordered: OrderedCondition, example: Example) -> list[Line]:
    """Return what is owed in an example, as the kernel computes it on the example's day."""
    facts = _facts(example)
    on = example.on or ordered.in_force.starts_on
    return [
        _line(each)
        for requirement in requirements_of(pack, ordered)
        for each in obligations(requirement, facts, on)
    ]


def _line(obligation: Obligation) -> Line:
    what = obligation.requirement.rpartition(":")[-1]
    last = obligation.due_before - ONE_DAY
    return Line(what, obligation.opens_on, last, obligation.state.value)


def ordered_as(pack: Pack, rule: ConditionRule, example: Example) -> OrderedCondition:
    """Return the condition as an order of the example would have it."""
    term = _term(pack, example)
    first = term.starts_on or example.made
    return OrderedCondition(
        CONDITION,
        rule.code,
        example.stated,
        example.instrument,
        example.made,
        term,
        Period(first, term.ends_before),
        example.released,
    )


def _term(pack: Pack, example: Example) -> Term:
    released = example.released
    custody = Custody(released_on=released, is_conditional=False) if released else None
    after = None
    if example.after:
        length = Length(**example.after["length"])
        before = Made(example.after["order"], example.after["made"], length)
        after = term_of(pack.terms, before)
    return term_of(
        pack.terms,
        Made(
            example.instrument,
            example.made,
            example.length,
            first_day=example.released or example.made,
            custody=custody,
            after=after,
        ),
    )


def _facts(example: Example) -> Facts:
    evidence = [
        _evidence(place, each) for place, each in enumerate(example.happened) if "kind" in each
    ]
    events = [Event(each["event"], each["on"]) for each in example.happened if "event" in each]
    events += [Event(f"{each.kind}@{CONDITION}", each.on) for each in events]
    return Facts(tuple(evidence) + tuple(_narrow(each) for each in evidence), tuple(events))


def _evidence(place: int, said: Mapping[str, Any]) -> Evidence:
    strength = BY_WORD[said.get("strength", "official")]
    return Evidence(
        f"example:{place}", said["kind"], said["on"], strength, Fraction(str(said.get("hours", 0)))
    )


def _narrow(evidence: Evidence) -> Evidence:
    """Return the same evidence as it is given for the example's own condition."""
    return Evidence(
        evidence.id, f"{evidence.kind}@{CONDITION}", evidence.on, evidence.strength, evidence.amount
    )

"""A worked example as a person reads it: what the court did, what happened, what is then owed."""

from __future__ import annotations

from collections.abc import Iterator

from throughcare.packs.condition_rules import ConditionRule, Example, Owed
from throughcare.packs.entry_words import Said
from throughcare.packs.example_given import facts_given, order_given
from throughcare.packs.stated_words import stated_in_words


def example_lines(said: Said, rule: ConditionRule, example: Example) -> str:
    """Return one worked example in a few sentences."""
    given = "; ".join([", ".join(order_given(said, example)), *facts_given(said, rule, example)])
    sentences = [f"{given[:1].upper()}{given[1:]}.", *_then(said, rule, example)]
    if shows := example.shows.get(said.language):
        return f"{shows} — {' '.join(sentences)}"
    return " ".join(sentences)


def _then(said: Said, rule: ConditionRule, example: Example) -> Iterator[str]:
    """Yield what is owed, asked and flagged."""
    yield _all_owed(said, rule, example)
    for name, names in (("example_asks", example.asks), ("example_over", example.over)):
        if names:
            yield said.words(name, names=said.all(_label(said, rule, each) for each in names))
    if reads := example.says.get(said.language):
        yield f"“{reads}”" if said.language == "en" else f"«\u00a0{reads}\u00a0»"


def _all_owed(said: Said, rule: ConditionRule, example: Example) -> str:
    lines = [_owed(said, rule, example, each) for each in example.owed]
    on = said.words("example_on", day=said.day(example.on)) if example.on and lines else ""
    return f"→ {on}{'; '.join(lines)}." if lines else f"→ {said.words('example_nothing')}"


def _owed(said: Said, rule: ConditionRule, example: Example, owed: Owed) -> str:
    asked = next(each for each in rule.requirements if each.code == owed.what)
    stated = stated_in_words(said.pack, rule, example.stated, said.language)
    what = said.of(asked.labels).format(**stated)
    state = said.words(owed.stands or "open")
    if owed.by is None:
        return said.words("example_owed", what=what, state=state)
    return said.words("example_owed_by", what=what, last=said.day(owed.by), state=state)


def _label(said: Said, rule: ConditionRule, name: str) -> str:
    parameter = rule.parameter(name)
    return said.of(parameter.labels) if parameter else name

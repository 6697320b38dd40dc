"""The conditions of a pack, read from its entries; every error says where and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from throughcare.packs.asked_entries import STRENGTHS, asked, both, filled, owner_of, strength
from throughcare.packs.condition_rules import (
    AtLevel,
    ConditionRule,
    Kind,
    Knowing,
    Limit,
    Method,
    Parameter,
    Texts,
)
from throughcare.packs.entries import Entry, each_known, known
from throughcare.packs.example_entries import example
from throughcare.packs.vocabulary import Vocabulary

CONDITION_WORDS = (
    "code aliases on compulsory_on note_fr plain_en plain_fr plain_open_en plain_open_fr parameter"
    " ceiling requirement knowing nothing_owed example plain_also"
)


def condition_rule_of(entry: Entry, words: Vocabulary) -> ConditionRule:
    """Return one condition of the library. Raise PackError where it cannot be used."""
    entry.only(CONDITION_WORDS)
    parameters = {each.name: each for each in map(_parameter, entry.each("parameter"))}
    owner = owner_of(entry)
    rule = ConditionRule(
        code=owner.code,
        starts_on=entry.day("from"),
        ends_before=entry.day_after("until"),
        labels=both(entry),
        authority=owner.authority,
        plain=both(entry, "plain"),
        plain_open=both(entry, "plain_open" if _has_open(entry) else "plain"),
        plain_also=tuple(_also(each, parameters) for each in entry.each("plain_also")),
        aliases=entry.texts("aliases"),
        instruments=each_known(entry, "on", words.instruments),
        compulsory_on=each_known(entry, "compulsory_on", words.instruments),
        parameters=tuple(parameters.values()),
        limits=tuple(_limit(each, parameters, words) for each in entry.each("ceiling")),
        requirements=tuple(
            asked(each, words, parameters, owner) for each in entry.each("requirement")
        ),
        knowing=_knowing(entry, words),
        nothing_owed=_nothing_owed(entry),
        examples=tuple(example(each, words, parameters) for each in entry.each("example")),
        source=entry.text("source", ""),
        note=entry.text("note", ""),
        note_fr=entry.text("note_fr", ""),
        checked_on=entry.day("checked_on") if "checked_on" in entry.table else None,
        sample=entry.flag("sample"),
        where=f"{entry.where}{entry.trail}",
    )
    _whole(entry, rule)
    return rule


def _parameter(entry: Entry) -> Parameter:
    entry.only("name kind needed unless")
    return Parameter(
        entry.text("name"),
        entry.word("kind", Kind),
        both(entry),
        entry.flag("needed"),
        entry.texts("unless"),
    )


def _also(entry: Entry, parameters: Mapping[str, Parameter]) -> Texts:
    """Return a sentence for what an order may state besides."""
    entry.only("")
    texts = both(entry)
    filled(entry, texts, list(parameters), "")
    return texts


def _limit(entry: Entry, parameters: Mapping[str, Parameter], words: Vocabulary) -> Limit:
    entry.only("parameter clock")
    if str(entry.table.get("clock")) not in words.ceilings:
        raise entry.refuse(
            f"clock = {entry.table.get('clock')!r} is no ceiling of clocks.toml. Add a [[ceiling]]"
            f" of that code there, or choose one of: {', '.join(words.ceilings) or 'none yet'}.",
            "clock",
        )
    names = {name: name for name in parameters}
    return Limit(known(entry, "parameter", names), entry.text("clock"))


def _knowing(entry: Entry, words: Vocabulary) -> Knowing | None:
    """Return how a condition is known to be kept, or None where the pack does not say."""
    if "knowing" not in entry.table:
        return None
    inner = entry.inner("knowing")
    inner.only("methods at_least every at_level")
    return Knowing(
        methods=tuple(_method(each, words) for each in inner.each("methods")),
        at_least=strength(inner, "at_least"),
        every=inner.length("every") if "every" in inner.table else None,
        texts=both(inner) if "en" in inner.table or "fr" in inner.table else None,
        at_levels=tuple(_at_level(each, words) for each in inner.each("at_level")),
    )


def _method(entry: Entry, words: Vocabulary) -> Method:
    """Return a way to check; an entry may give it another strength than methods.toml."""
    entry.only("code strength")
    method = known(entry, "code", words.methods)
    found = known(entry, "strength", STRENGTHS) if "strength" in entry.table else method.strength
    return Method(method.code, found, method.labels)


def _at_level(entry: Entry, words: Vocabulary) -> AtLevel:
    entry.only("levels on at_least every")
    return AtLevel(
        each_known(entry, "levels", words.levels),
        strength(entry, "at_least"),
        entry.length("every") if "every" in entry.table else None,
        each_known(entry, "on", words.instruments),
    )


def _nothing_owed(entry: Entry) -> Texts | None:
    if "nothing_owed" not in entry.table:
        return None
    inner = entry.inner("nothing_owed")
    inner.only("")
    return both(inner)


def _has_open(entry: Entry) -> bool:
    return "plain_open_en" in entry.table or "plain_open_fr" in entry.table


def _whole(entry: Entry, rule: ConditionRule) -> None:
    """Refuse a condition that does not say what it asks, or whose texts name what is not there."""
    if bool(rule.requirements) == bool(rule.nothing_owed):
        raise entry.refuse(
            "say either what is owed, in [[condition.requirement]], or why nothing is owed, in"
            " [condition.nothing_owed]: one of the two."
        )
    _codes(entry, rule)
    _unless(entry, rule)
    filled(entry, rule.plain, [each.name for each in rule.parameters], "plain")
    _open(entry, rule)
    if rule.ends_before and rule.ends_before <= rule.starts_on:
        raise entry.refuse("until lies before from. Mend one of the two days.", "until")


def _codes(entry: Entry, rule: ConditionRule) -> None:
    """Refuse two requirements of one code."""
    codes = [each.code for each in rule.requirements]
    for code in codes:
        if codes.count(code) > 1:
            raise entry.refuse(f"two requirements have the code {code}. Give one another code.")


def _unless(entry: Entry, rule: ConditionRule) -> None:
    """Refuse what replaces a needed parameter and is no parameter itself."""
    names = {each.name for each in rule.parameters}
    for each in rule.parameters:
        for name in sorted({*each.unless} - names):
            raise entry.refuse(
                f"parameter {each.name}: unless names {name}, which is no parameter here."
            )


def _open(entry: Entry, rule: ConditionRule) -> None:
    """Refuse braces where the parameters may be missing."""
    if not any("{" in text for text in rule.plain.values()):
        return
    if not _has_open(entry):
        raise entry.refuse(
            "plain_en or plain_fr has braces. Write plain_open_en and plain_open_fr too: the words"
            " without them, for an order that leaves a parameter out."
        )
    filled(entry, rule.plain_open, [], "plain_open")

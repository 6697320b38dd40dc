"""Codes of conditions as people read them: names, plain words, what may be stated of each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from throughcare.orders.law import the_pack
from throughcare.orders.ordered import ORDER_ITSELF
from throughcare.packs.condition_rules import ConditionRule
from throughcare.packs.conditions import compulsory, condition_rule, over_ceilings
from throughcare.packs.plain import plain_words
from throughcare.packs.stated_words import stated_in_words
from throughcare.packs.wording import authority_in_words
from throughcare.pages.dates import language


def rule_of(code: str, made_on: date) -> ConditionRule | None:
    """Return the rule of a code for an order made on a day, or None where there is none."""
    return condition_rule(the_pack(), code, made_on)


def name_of(code: str, made_on: date) -> str:
    """Return what a code is called in the language of the page."""
    rule = rule_of(code, made_on)
    return rule.labels[language()] if rule else code.replace("_", " ").capitalize()


def in_plain_words(code: str, parameters: Mapping[str, Any], made_on: date, tongue: str) -> str:
    """Return a condition in plain language; nothing where the library does not know its code."""
    rule = rule_of(code, made_on)
    return plain_words(the_pack(), rule, parameters, tongue) if rule else ""


def stated_in(code: str, parameters: Mapping[str, Any], made_on: date) -> list[str]:
    """Return what is stated of a code in the language of the page: "Hours: 60"; [] for nothing."""
    rule = rule_of(code, made_on)
    if rule is None:
        return []
    words = stated_in_words(the_pack(), rule, parameters, language())
    labels = {each.name: each.labels[language()] for each in rule.parameters}
    return [f"{labels[name]}{_(': ')}{value}" for name, value in words.items()]


def all_codes(made_on: date) -> list[tuple[str, str]]:
    """Return every code in force on a day with its name, by name."""
    found = (condition_rule(the_pack(), code, made_on) for code in the_pack().condition_codes)
    named = [
        (rule.code, rule.labels[language()])
        for rule in found
        if rule is not None and rule.code != ORDER_ITSELF
    ]
    return sorted(named, key=lambda pair: pair[1].casefold())


def compulsory_missing(instrument: str, codes: set[str], made_on: date) -> list[str]:
    """Return the names of the conditions that the law attaches and the order leaves out."""
    rules = compulsory(the_pack(), instrument, made_on)
    return [rule.labels[language()] for rule in rules if not codes & {rule.code, *rule.aliases}]


def over_the_limit(
    code: str, parameters: Mapping[str, Any], made_on: date
) -> list[tuple[str, str, str]]:
    """Return each stated value over its ceiling: what, the most, and the authority in words."""
    rule = rule_of(code, made_on)
    if rule is None:
        return []
    found = over_ceilings(the_pack(), rule, parameters, made_on)
    return [
        (
            rule.parameter(each.parameter).labels[language()],  # type: ignore[union-attr]
            str(each.most),
            authority_in_words(the_pack(), each.authority, language()),
        )
        for each in found
    ]

"""Conditions and requirements as people read them: the plain twin, the line of what is owed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from throughcare.kernel.obligations.requirements import Requirement
from throughcare.packs.asked_entries import named_in
from throughcare.packs.condition_rules import Asked, ConditionRule, Texts
from throughcare.packs.conditions import condition_rule
from throughcare.packs.pack import Pack
from throughcare.packs.stated_words import stated_in_words

APPLIES = {"en": "This applies {part}.", "fr": "Cela s'applique {part}."}
"""What follows a sentence that does not name the part of the order that it is for."""
DOUBLED_STOP = ".."
"""What comes of a sentence that ends with *5 a.m.*"""


def plain_words(
    pack: Pack, rule: ConditionRule, parameters: Mapping[str, Any], language: str
) -> str:
    """Return a condition in plain language, with what the court stated in it.

    Where something that the sentence names is not stated, the open sentence is used instead.
    Sentences for what an order may state besides follow where it does.
    """
    words = stated_in_words(pack, rule, parameters, language)
    texts = [rule.plain if _names(rule.plain, language) <= set(words) else rule.plain_open]
    texts += [each for each in rule.plain_also if _names(each, language) <= set(words)]
    sentences = [each[language].format(**words) for each in texts]
    named = set().union(*(_names(each, language) for each in texts))
    sentences += [
        APPLIES[language].format(part=words[name])
        for name in rule.phases
        if name in words and name not in named
    ]
    return " ".join(sentences).replace(DOUBLED_STOP, ".")


def _names(texts: Texts, language: str) -> set[str]:
    return set(named_in({language: texts[language]}))


def what_in_words(pack: Pack, requirement: Requirement | str, language: str) -> str:
    """Return what a requirement asks, as the line of what is to be done says it.

    Takes the requirement, or only its `what`. What is no code of this pack comes back as it is.
    """
    what = requirement if isinstance(requirement, str) else requirement.what
    code, _, stated = what.partition(" ")
    if code == "standard":
        return _standard(pack, stated, language) or what
    found = _asked(pack, code)
    return _line(pack, *found, stated, language) if found else what


def _line(pack: Pack, rule: ConditionRule, asked: Asked, stated: str, language: str) -> str:
    """Return the line of what a condition asks, its label alone where a value is missing."""
    parameters = json.loads(stated) if stated else {}
    words = stated_in_words(pack, rule, parameters, language)
    if any(name not in words for name in asked.names):
        return rule.labels[language]
    return asked.labels[language].format(**words)


def _standard(pack: Pack, named: str, language: str) -> str | None:
    """Return what a standard asks, from `CODE@DAY`."""
    for each in pack.standards.every:
        if named == f"{each.code}@{each.starts_on.isoformat()}":
            return each.labels[language]
    return None


def _asked(pack: Pack, code: str) -> tuple[ConditionRule, Asked] | None:
    """Return the rule and what it asks, from `CODE@DAY:REQUIREMENT`."""
    name, _, rest = code.partition("@")
    day, _, asked = rest.partition(":")
    try:
        rule = condition_rule(pack, name, date.fromisoformat(day))
    except ValueError:
        return None
    if rule is None:
        return None
    return next(((rule, each) for each in rule.requirements if each.code == asked), None)

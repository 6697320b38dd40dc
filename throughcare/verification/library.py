"""What the pack's library says of a condition: how it is checked, what may be shown of it."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from throughcare.kernel.obligations.words import Strength
from throughcare.orders.models import Condition
from throughcare.packs import choices
from throughcare.packs.condition_rules import ConditionRule
from throughcare.packs.conditions import condition_rule
from throughcare.packs.loading import pack_of
from throughcare.pages.dates import language
from throughcare.verification.models import CHECKED, STRENGTHS

Choices = list[tuple[str, str]]
# Evidence of the whole file: a contact or the order itself gives it, never a check.
NOT_BY_A_CHECK = ("REPORTED", "REPORTED_OTHER", "SEEN_", "DIRECT", "EXPLAINED", "ORDER_", "INTAKE")


def rules_of(condition: Condition) -> list[ConditionRule]:
    """Return the rules of the library that a condition stands for. One query."""
    pack, made_on = pack_of(settings.JURISDICTION), condition.order.made_on
    found = (condition_rule(pack, each.code, made_on) for each in condition.codes.all())
    return [rule for rule in found if rule is not None]


def evidence_of(rules: Iterable[ConditionRule]) -> Choices:
    """Return what a check may show: that it was checked, and what closes what is asked."""
    asked = [kind for rule in rules for each in rule.requirements for kind in each.closed_by]
    kinds = [kind for kind in asked if not kind.startswith(NOT_BY_A_CHECK)]
    return [(kind, evidence_called(kind)) for kind in dict.fromkeys([CHECKED, *kinds])]


def every_evidence() -> Choices:
    """Return all that any check may show, in the pack's order."""
    kinds = pack_of(settings.JURISDICTION).evidence
    return [(kind, evidence_called(kind)) for kind in kinds if not kind.startswith(NOT_BY_A_CHECK)]


def evidence_called(kind: str) -> str:
    """Return a kind of evidence in the language of the page."""
    labels = pack_of(settings.JURISDICTION).evidence.get(kind)
    return labels[language()] if labels else kind


def methods_of(rules: Iterable[ConditionRule], on: date) -> list[tuple[str, Choices]]:
    """Return the ways of checking by strength, the strongest last; in each, the library's first."""
    named = [each.code for rule in rules if rule.knowing for each in rule.knowing.methods]
    offered = sorted(
        choices.methods(settings.JURISDICTION, on), key=lambda each: each.code not in named
    )
    words = dict(STRENGTHS)
    grouped = {
        each.name: [(m.code, m.label(language())) for m in offered if m.strength is each]
        for each in Strength
    }
    return [(str(words[name]), found) for name, found in grouped.items() if found]


def expected_in_words(rules: Iterable[ConditionRule]) -> list[str]:
    """Return the library's sentences on how a condition is known to be kept."""
    texts = [rule.knowing.texts for rule in rules if rule.knowing]
    return [each[language()] for each in texts if each]


def strength_of(condition: Condition, method: choices.Method) -> Strength:
    """Return how strong a check is: the library's word for this condition, or the method's own."""
    for rule in rules_of(condition):
        for each in rule.knowing.methods if rule.knowing else ():
            if each.code == method.code:
                return each.strength
    return method.strength

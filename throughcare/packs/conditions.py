"""The condition library: which rule a code names on a day, what is compulsory, what is over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR
from throughcare.packs.condition_rules import ConditionRule, Kind, Texts
from throughcare.packs.pack import Ceiling, Pack, rule_in_force

__all__ = ["ConditionRule", "Over", "compulsory", "condition_rule", "over_ceilings"]


@dataclass(frozen=True, slots=True)
class Over:
    """A stated value above the most that the law allows: recorded as made, and flagged."""

    parameter: str
    stated: Fraction
    most: int
    authority: str


def condition_rule(pack: Pack, code: str, on: date) -> ConditionRule | None:
    """Return the rule that a code or an alias names on a day, or None where there is none.

    The day is that of the order: a later version of a condition leaves earlier orders alone.
    """
    for rule in pack.conditions.get(code, ()):
        if rule.starts_on <= on and (rule.ends_before is None or on < rule.ends_before):
            return rule
    return None


def compulsory(pack: Pack, instrument: str, on: date) -> tuple[ConditionRule, ...]:
    """Return the conditions that the law attaches to an instrument on a day, by code.

    An order that leaves one out is flagged; nothing is added to it silently.
    """
    found = (condition_rule(pack, code, on) for code in pack.condition_codes)
    return tuple(rule for rule in found if rule and instrument in rule.compulsory_on)


def over_ceilings(
    pack: Pack, rule: ConditionRule, parameters: Mapping[str, Any], on: date
) -> tuple[Over, ...]:
    """Return each stated value that passes the ceiling in force on a day."""
    over = []
    for limit in rule.limits:
        ceiling = rule_in_force(pack.ceilings, limit.clock, on)
        parameter = rule.parameter(limit.parameter)
        stated = _stated(pack, parameters.get(limit.parameter))
        if ceiling is None or parameter is None or stated is None:
            continue
        most = _most(ceiling, parameter.kind)
        if stated > most:
            over.append(Over(limit.parameter, stated, most, ceiling.authority))
    return tuple(over)


def by_code(rules: Iterable[ConditionRule]) -> dict[str, tuple[ConditionRule, ...]]:
    """Return the rules under their code and each of their aliases, the latest first."""
    found: dict[str, list[ConditionRule]] = {}
    for rule in rules:
        for name in (rule.code, *rule.aliases):
            found.setdefault(name, []).append(rule)
    return {name: _latest_first(each) for name, each in found.items()}


def parameter_labels(rules: Iterable[ConditionRule]) -> dict[str, Texts]:
    """Return what each parameter is called, under `CONDITION.parameter`, the latest last."""
    dated = sorted(rules, key=lambda rule: rule.starts_on)
    return {f"{rule.code}.{each.name}": each.labels for rule in dated for each in rule.parameters}


def number(value: Any) -> Fraction | None:
    """Return a stated number exactly, or None where it is none: words, nothing, true."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Fraction):
        return None
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return None


def _stated(pack: Pack, value: Any) -> Fraction | None:
    """Return a stated number; of a time limit in months or years, its months."""
    if not isinstance(value, Mapping):
        return number(value)
    months = {"months": 1, "years": MONTHS_OF_A_YEAR}
    unit = pack.words.units.get(str(value.get("unit")), "")
    count = number(value.get("n"))
    return count * months[unit] if count is not None and unit in months else None


def _most(ceiling: Ceiling, kind: Kind) -> int:
    return ceiling.hours if kind is Kind.HOURS else ceiling.length.whole_months


def _latest_first(rules: Sequence[ConditionRule]) -> tuple[ConditionRule, ...]:
    return tuple(sorted(rules, key=lambda rule: rule.starts_on, reverse=True))

"""A condition as people read it: what it is, what is owed, how it is known, examples, doubts."""

from __future__ import annotations

from collections.abc import Iterator

from throughcare.kernel.obligations.words import Strength
from throughcare.packs.asked_pages import asked_lines
from throughcare.packs.condition_rules import AtLevel, ConditionRule, Kind, Knowing, Parameter
from throughcare.packs.entry_words import MARK, Part, Said
from throughcare.packs.example_pages import example_lines
from throughcare.packs.pack import Pack, rule_in_force

BRACKET = "["


def condition_page(pack: Pack, rule: ConditionRule, language: str) -> list[Part]:
    """Return the parts of a condition's page, in the order a person reads them."""
    said = Said(pack, language)
    return [
        *said.part("", _what(said, rule)),
        *said.part("plain", _plain(said, rule)),
        *said.part("stated", (_parameter(said, rule, each) for each in rule.parameters)),
        *said.part("owed", _owed(said, rule)),
        *said.part("knowing", _knowing(said, rule.knowing) if rule.knowing else ()),
        *said.part("examples", (example_lines(said, rule, each) for each in rule.examples)),
        *said.part("doubts", _doubts(said, rule)),
    ]


def _what(said: Said, rule: ConditionRule) -> Iterator[str]:
    last = said.day(rule.last_day) if rule.last_day else ""
    yield said.words("until" if last else "since", day=said.day(rule.starts_on), last=last)
    yield said.words("authority", authority=said.authority(rule.authority))
    on = said.instruments(rule.instruments)
    yield said.words("on", instruments=on) if on else said.words("on_any")
    if rule.compulsory_on:
        yield said.words("compulsory", instruments=said.instruments(rule.compulsory_on))
    if rule.aliases:
        yield said.words("aliases", names=said.all(rule.aliases))
    if rule.sample:
        yield said.words("sample")


def _plain(said: Said, rule: ConditionRule) -> Iterator[str]:
    labels = {each.name: f"[{said.label(each.labels)}]" for each in rule.parameters}
    plain = said.of(rule.plain).format(**labels)
    yield plain
    for each in rule.plain_also:
        yield said.words("also_stated", words=said.of(each).format(**labels))
    if said.of(rule.plain_open) != plain:
        yield said.words("when_open", words=said.of(rule.plain_open))
    if BRACKET in plain:
        yield said.words("brackets")


def _parameter(said: Said, rule: ConditionRule, parameter: Parameter) -> str:
    """Return a parameter, whether it is needed, and the most that the law allows."""
    line = _needed(said, rule, parameter)
    for limit in rule.limits:
        ceiling = rule_in_force(said.pack.ceilings, limit.clock, rule.starts_on)
        if limit.parameter == parameter.name and ceiling:
            return said.words(
                "most",
                label=line,
                most=ceiling.hours if parameter.kind is Kind.HOURS else said.length(ceiling.length),
                authority=said.authority(ceiling.authority),
            )
    return line


def _needed(said: Said, rule: ConditionRule, parameter: Parameter) -> str:
    label = said.of(parameter.labels)
    if not parameter.needed:
        return label
    if not parameter.unless:
        return said.words("needed", label=label)
    others = [each.labels for each in rule.parameters if each.name in parameter.unless]
    return said.words("needed_unless", label=label, others=said.any(map(said.label, others)))


def _owed(said: Said, rule: ConditionRule) -> Iterator[str]:
    if rule.nothing_owed:
        yield said.words("nothing_owed", why=said.of(rule.nothing_owed))
    labels = {each.name: said.of(each.labels) for each in rule.parameters}
    for each in rule.requirements:
        yield asked_lines(said, each, labels)


def _knowing(said: Said, knowing: Knowing) -> Iterator[str]:
    if knowing.texts:
        yield said.of(knowing.texts)
    for each in knowing.methods:
        strength = said.strength(each.strength)
        yield said.words("method", method=said.of(each.labels), strength=strength)
    for at_level in knowing.at_levels:
        yield _expected(said, at_level, ", ".join(_where(said, at_level)))
    otherwise = said.words("otherwise") if knowing.at_levels else ""
    yield _expected(said, AtLevel((), knowing.at_least, knowing.every), otherwise)
    strengths = {knowing.at_least, *(each.strength for each in knowing.methods)}
    yield said.words("collateral") if Strength.COLLATERAL in strengths else ""


def _expected(said: Said, expected: AtLevel, where: str) -> str:
    """Return what is expected, everywhere or at some levels and on some instruments."""
    facts = {"strength": said.strength(expected.at_least)}
    if expected.every:
        facts["length"] = said.length(expected.every)
    name = "expected_every" if expected.every else "expected"
    is_own_word = expected.at_least is Strength.SELF_REPORT and not expected.every
    if is_own_word and not expected.levels and not expected.instruments:
        return said.words("own_word_otherwise" if where else "own_word")
    if not where:
        return said.words(name, **facts)
    name = name.replace("expected", "expected_where")
    return said.words(name, where=where[:1].upper() + where[1:], **facts)


def _where(said: Said, expected: AtLevel) -> Iterator[str]:
    if expected.levels:
        levels = said.any(said.of(said.pack.standards.levels[each]) for each in expected.levels)
        yield said.words("at_levels", levels=levels)
    if expected.instruments:
        yield said.words("on_instruments", instruments=said.instruments(expected.instruments))


def _doubts(said: Said, rule: ConditionRule) -> Iterator[str]:
    note = rule.note_fr if said.language == "fr" else rule.note
    yield note
    if MARK.search(note):
        yield said.words("marks")
    if rule.source:
        yield said.words("source", source=said.authority(rule.source))
    if rule.checked_on:
        yield said.words("checked", day=said.day(rule.checked_on))

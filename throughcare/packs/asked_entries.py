"""What a condition or a standard asks, read from a pack's entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength
from throughcare.packs.condition_rules import Asked, Counts, CountsFrom, How, Parameter, TimeLimit
from throughcare.packs.entries import LENGTH_WORDS, Entry, each_known, known
from throughcare.packs.vocabulary import Vocabulary

Word = TypeVar("Word", bound=StrEnum)

ASKED_WORDS = (
    "code owed_by cadence amount within counts_from counts event times window part_window"
    " closed_by at_least narrow only_with only_without only_on"
)
WITHIN_WORDS = "parameter else working_days working end_of_order"
BRACES = re.compile(r"\{([^{}]*)\}")
BEFORE_SIGNS, AFTER_QUOTE = re.compile(r" (?=[:;?!»])"), re.compile(r"(?<=«) ")
STRENGTHS = {each.name.lower(): each for each in Strength}
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Owner:
    """The condition or standard that asks something."""

    code: str
    since: str
    authority: str


def owner_of(entry: Entry) -> Owner:
    """Return what an entry that asks something is called and rests on."""
    return Owner(entry.text("code"), entry.day("from").isoformat(), entry.text("authority"))


def asked(
    entry: Entry, words: Vocabulary, parameters: Mapping[str, Parameter], owner: Owner
) -> Asked:
    """Return one thing that a condition asks. Raise PackError where its words do not fit."""
    entry.only(ASKED_WORDS)
    return read_asked(entry, words, parameters, owner)


def read_asked(
    entry: Entry, words: Vocabulary, parameters: Mapping[str, Parameter], owner: Owner
) -> Asked:
    """Return what an entry asks, whatever else it says."""
    how = entry.word("cadence", How)
    closed_by = each_known(entry, "closed_by", words.evidence)
    found = Asked(
        code=entry.text("code"),
        labels=both(entry),
        owed_by=entry.word("owed_by", OwedBy),
        how=how,
        closed_by=closed_by,
        authority=entry.text("authority", owner.authority),
        at_least=strength(entry, "at_least"),
        amount=_amount(entry, how, parameters),
        within=_within(entry, words, parameters),
        counts_from=word_or(entry, "counts_from", CountsFrom.FIRST_DAY),
        counts=word_or(entry, "counts", Counts.AFTER),
        event=known(entry, "event", words.events) if how is How.AFTER else "",
        times=entry.number("times", 1 if "times_at" in entry.table else None)
        if how is How.TIMES
        else 0,
        window=entry.word("window", Window) if how is How.TIMES else Window.MONTH,
        part_window=word_or(entry, "part_window", PartWindow.OWED),
        is_narrow=entry.flag("narrow", not words.of_person & set(closed_by)),
        only_with=each_known(entry, "only_with", _names(parameters)),
        only_without=each_known(entry, "only_without", _names(parameters)),
        only_on=each_known(entry, "only_on", words.instruments),
        sample=entry.flag("sample"),
    )
    found = replace(found, names=named_in(found.labels), of=owner.code, since=owner.since)
    _fits(entry, found)
    filled(entry, found.labels, _sure(found, parameters))
    return found


def both(entry: Entry, key: str = "") -> dict[str, str]:
    """Return a text in every language; none may be missing. Authors write ordinary spaces."""
    texts = {each: entry.text(f"{key}_{each}" if key else each) for each in LANGUAGES}
    return {language: typeset(text, language) for language, text in texts.items()}


def typeset(text: str, language: str) -> str:
    """Return a text with the unbreakable spaces that French puts beside some signs."""
    if language != "fr":
        return text
    return BEFORE_SIGNS.sub("\u00a0", AFTER_QUOTE.sub("\u00a0", text))


def strength(entry: Entry, key: str) -> Strength:
    """Return a strength, a person's own word where the entry names none."""
    return known(entry, key, STRENGTHS) if key in entry.table else Strength.SELF_REPORT


def word_or(entry: Entry, key: str, default: Word) -> Word:
    """Return a word of the entry, or the default where it names none."""
    return entry.word(key, type(default)) if key in entry.table else default


def named_in(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in braces of some texts, each once."""
    return tuple(dict.fromkeys(name for text in texts.values() for name in BRACES.findall(text)))


def filled(entry: Entry, texts: Mapping[str, str], names: Iterable[str], key: str = "") -> None:
    """Refuse a text that has something in braces that will not always be known."""
    for language, text in texts.items():
        for name in BRACES.findall(text):
            if name not in names:
                can = f"It may name: {', '.join(names)}." if names else "It may name none."
                raise entry.refuse(
                    f"the text {text!r} has {{{name}}}, which is no parameter that is always"
                    f" stated here. {can}",
                    f"{key}_{language}" if key else language,
                )


def _names(parameters: Mapping[str, Parameter]) -> dict[str, str]:
    return {name: name for name in parameters}


def _sure(found: Asked, parameters: Mapping[str, Parameter]) -> list[str]:
    """Return the parameters that are stated whenever this is asked."""
    needed = [name for name, each in parameters.items() if each.needed]
    return [*needed, *(name for name in found.only_with if name not in needed)]


def _amount(entry: Entry, how: How, parameters: Mapping[str, Parameter]) -> str:
    return known(entry, "amount", _names(parameters)) if how is How.HOURS else ""


def _within(entry: Entry, words: Vocabulary, parameters: Mapping[str, Parameter]) -> TimeLimit:
    """Return the time limit of an entry, which may have none."""
    if "within" not in entry.table:
        return TimeLimit()
    inner = entry.inner("within")
    stated: tuple[str, ...] = ()
    if "parameter" in inner.table:
        inner.only(WITHIN_WORDS)
        is_one = isinstance(inner.table["parameter"], str)
        names = _names(parameters)
        stated = (
            (known(inner, "parameter", names),) if is_one else each_known(inner, "parameter", names)
        )
        inner = inner.inner("else")
        if not inner.table:
            return TimeLimit(stated)
    return _fixed(inner, stated, words)


def _fixed(entry: Entry, stated: tuple[str, ...], words: Vocabulary) -> TimeLimit:
    """Return the time limit a pack fixes: a length, working days, or the end of the order."""
    entry.only(" ".join(("working_days working end_of_order", *LENGTH_WORDS)))
    if "working" in entry.table:
        return TimeLimit(stated, working_days=known(entry, "working", words.working))
    if "working_days" in entry.table:
        return TimeLimit(stated, working_days=entry.number("working_days"))
    if entry.flag("end_of_order"):
        return TimeLimit(stated, to_the_end=True)
    return TimeLimit(stated, length=entry.as_length())


def _fits(entry: Entry, found: Asked) -> None:
    """Refuse a cadence without what it needs."""
    has_limit = bool(found.within.parameters or found.within.is_fixed)
    if found.how in (How.ONCE, How.AFTER, How.ROLLING, How.HOURS) and not has_limit:
        raise entry.refuse(
            f"cadence = '{found.how}' needs a time limit: write within = {{ days = 2 }},"
            ' { working_days = 2 } or { parameter = "…" }.',
            "cadence",
        )
    _is_repeated(entry, found)
    if found.how is How.TIMES and found.times < 1:
        raise entry.refuse("write times = 1 or more.", "times")
    if not found.closed_by:
        raise entry.refuse(
            'say what shows that it was done: write closed_by = ["…"] with kinds of evidence.toml.'
        )


def _is_repeated(entry: Entry, found: Asked) -> None:
    """Refuse what is asked again and again without a length to count by."""
    if found.how in (How.AFTER, How.ROLLING) and found.within.length is None:
        raise entry.refuse(
            f"cadence = '{found.how}' counts again and again, so it needs a length to count by:"
            " write within = { days = 2 }, or behind a parameter else = { days = 2 }.",
            "within",
        )

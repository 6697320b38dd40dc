"""The lines of an order's page: each condition with its standing, its meaning and its form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.orders import library
from throughcare.orders.commands.holding import standing_mark
from throughcare.orders.forms.changing import AskForm, MeaningForm, first_question
from throughcare.orders.law import the_pack
from throughcare.orders.models import ConditionStanding, Query
from throughcare.orders.ordered import ordered_of
from throughcare.orders.queries.conditions import StandingCode, StandingCondition
from throughcare.orders.two_days import last_day_in_words
from throughcare.packs.plain import what_in_words
from throughcare.packs.requirements import questions_of, requirements_of
from throughcare.packs.wording import authority_in_words, say
from throughcare.pages.dates import full_day, language

MARKS = {
    ConditionStanding.CONFIRMED: "verified",
    ConditionStanding.UNCLEAR: "with-court",
    ConditionStanding.PROPOSED: "to-confirm",
    ConditionStanding.PROVISIONAL: "to-confirm",
}


@dataclass(frozen=True)
class Due:
    """A day that a condition would bring, and what it rests on."""

    what: str
    by: str
    source: str


@dataclass(frozen=True)
class ConditionRow:
    """One condition as a line of its order's page."""

    condition: StandingCondition
    title: str
    codes: str
    plain: str
    mark: str
    word: str
    doubts: tuple[str, ...]
    dues: tuple[Due, ...] = ()
    limits: tuple[str, ...] = ()
    opened: str = ""
    meaning: MeaningForm | None = None
    asking: AskForm | None = None
    asked: tuple[Query, ...] = ()
    span: str = ""
    version: str = ""

    @property
    def seen(self) -> str:
        """The mark of how the condition stands, sent back with what is decided about it."""
        codes = [
            {"code": each.code, "parameters": each.parameters} for each in self.condition.codes
        ]
        return standing_mark(self.condition, codes)

    @property
    def anchor(self) -> str:
        """The place of the line on the page."""
        return f"condition-{self.condition.number}{self.version}"


def rows_of(
    conditions: Sequence[StandingCondition], queries: Sequence[Query], opened: UUID | None
) -> list[ConditionRow]:
    """Return the lines of an order, the opened one with its forms."""
    asked: dict[Any, list[Query]] = {}
    for query in queries:
        asked.setdefault(query.condition_id, []).append(query)
    rows = [_row(each, asked.get(each.id, []), each.id == opened) for each in conditions]
    # Versions of one condition share its number: the first of them has the plain place.
    first = {row.condition.number: row.condition.id for row in reversed(rows)}
    return [
        replace(
            row,
            version=""
            if first[row.condition.number] == row.condition.id
            else f"-{row.condition.id}",
        )
        for row in rows
    ]


def _row(condition: StandingCondition, asked: list[Query], opened: bool) -> ConditionRow:
    row = ConditionRow(
        condition=condition,
        title=title_of(condition),
        codes=", ".join(each.code for each in condition.codes),
        plain=" ".join(_plain(each, condition) for each in condition.codes),
        mark=MARKS[ConditionStanding(condition.standing)],
        word=str(_word(condition)),
        doubts=tuple(doubts_of(condition)),
        limits=tuple(_limits(condition)),
        asked=tuple(asked),
    )
    return _with_its_forms(row) if opened else row


def _with_its_forms(row: ConditionRow) -> ConditionRow:
    """Return the line that is open: its days, and the forms to change it or to ask."""
    condition = row.condition
    return replace(
        row,
        dues=tuple(due for each in ordered_of(condition) for due in _dues(each)),
        opened=_opened(condition),
        meaning=MeaningForm(condition=condition),
        asking=_ask_form(condition),
    )


def doubts_of(condition: StandingCondition) -> list[str]:
    """Return what is in doubt: as it was marked, as the reader saw it, what must be asked."""
    said = [condition.doubt] if condition.doubt else []
    if not condition.confirmed:
        said += [words for code in condition.codes for words in code.why.get(language(), [])]
    for each in ordered_of(condition):
        said += [say(the_pack(), reason, language()) for reason in questions_of(the_pack(), each)]
    return list(dict.fromkeys(said))


def title_of(condition: StandingCondition) -> str:
    """Return the names of what a condition is taken to mean; else that a person must say it."""
    names = [library.name_of(each.code, condition.made_on) for each in condition.codes]
    return ", ".join(dict.fromkeys(names)) or _("Not read: say what it means")


def _plain(code: StandingCode, condition: StandingCondition) -> str:
    return library.in_plain_words(code.code, code.parameters, condition.made_on, language())


def _word(condition: StandingCondition) -> Any:
    if any(code.unsure for code in condition.codes) and condition.provisional:
        return _("Unsure: to decide")
    return ConditionStanding(condition.standing).label


def _opened(condition: StandingCondition) -> str:
    return "query" if condition.standing == ConditionStanding.UNCLEAR else "current"


def _ask_form(condition: StandingCondition) -> AskForm:
    words = first_question(condition.order.information_number, condition)
    return AskForm(prefix=f"q{condition.number}", initial={"words": words})


def _dues(ordered: Any) -> list[Due]:
    """Return the last days that one meaning brings, both readings where there are two."""
    found = []
    for each in requirements_of(the_pack(), ordered):
        cadence = each.cadence
        if isinstance(cadence, Once | Hours):
            found.append(
                Due(
                    what_in_words(the_pack(), each, language()),
                    last_day_in_words(cadence),
                    authority_in_words(the_pack(), each.authority, language()),
                )
            )
    return found


def _limits(condition: StandingCondition) -> list[str]:
    said = []
    for code in condition.codes:
        for what, most, source in library.over_the_limit(
            code.code, code.parameters, condition.made_on
        ):
            words = _("%(what)s: over the limit of %(most)s (%(source)s). Kept as made.")
            said.append(words % {"what": what, "most": most, "source": source})
    return said


def span_of_condition(condition: StandingCondition) -> str:
    """Return the days of a condition where they are not those of its order; else nothing."""
    force, term = condition.in_force, condition.term
    if force is None or (force.starts_on, force.ends_before) == (term.starts_on, term.ends_before):
        return ""
    said = {"first": full_day(force.starts_on)}
    if force.ends_before is None:
        return _("from %(first)s") % said
    last = force.ends_before - timedelta(days=1)
    return _("%(first)s to %(last)s") % (said | {"last": full_day(last)})

"""The conditions of cases as the kernel takes them: when they bind, how they are to be known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from throughcare.account.law import the_pack
from throughcare.kernel.calendar.lengths import Length, day_after
from throughcare.kernel.knowing.known import Expectation
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.packs.condition_rules import ConditionRule
from throughcare.packs.conditions import condition_rule

Ordered = Mapping[UUID, Sequence[StandingCondition]]
# The office directs the person to report; the person reports for what was directed.
DIRECTED, CAME = "DIRECTED_REPORT", "REPORTED"
# Where the pack has no rule for a condition, it expects no more than the person's own word.
NO_RULE = Expectation()


@dataclass(frozen=True)
class Bound:
    """A condition of an order: whose, from when to when, how it is expected to be known."""

    id: str
    order: str
    in_force: Period
    expects: Expectation
    confirmed: bool


def bound(ordered: Ordered, levels: Mapping[UUID, str]) -> dict[UUID, list[Bound]]:
    """Return every condition of each case's orders that has days, past ones too.

    One whose days are not known yet binds nobody so far and is left out: its order asks for them.
    `levels` says at which level each case is supervised.
    """
    return {
        case: [
            Bound(
                str(each.id),
                str(each.order_id),
                each.in_force,
                expected_of(each, levels.get(case, "")),
                each.confirmed,
            )
            for each in known
            if each.in_force is not None
        ]
        for case, known in ordered.items()
    }


def expected_of(condition: StandingCondition, level: str) -> Expectation:
    """Return how the pack expects a condition to be known at a level of supervision.

    Where a condition means several things, the most that any of them expects.
    """
    pack = the_pack()
    rules = [condition_rule(pack, each.code, condition.made_on) for each in condition.codes]
    found = [_expected(rule, level, condition.instrument) for rule in rules if rule]
    return _most(found, condition.made_on) if found else NO_RULE


def _expected(rule: ConditionRule, level: str, instrument: str) -> Expectation:
    if rule.knowing is None:
        return Expectation(authority=rule.authority)
    at = rule.knowing.at(level, instrument)
    return Expectation(
        tuple(each.code for each in rule.knowing.methods),
        at.at_least,
        at.every,
        at.at_least > Strength.SELF_REPORT,
        rule.authority,
    )


def _most(found: Iterable[Expectation], on: date) -> Expectation:
    """Return the strongest, and of these the one that is expected the most often."""

    def weight(each: Expectation) -> tuple[Strength, date]:
        return each.at_least, _again(each.every, on)

    return max(found, key=weight)


def _again(every: Length | None, on: date) -> date:
    """Return a day that lies the later, the more often something is expected."""
    return on - (day_after(on, every) - on) if every else date.min


def watched_by(
    conditions: Iterable[Bound], requirements: Iterable[Requirement]
) -> tuple[Condition, ...]:
    """Return conditions with the requirements that watch each of them.

    A requirement of a condition names it in its id. What the person was told to report for
    watches every condition that has the office direct them to report. One that no officer has
    confirmed is watched by what its order asks of the office.
    """
    watch = _Watch(requirements)
    return tuple(
        Condition(each.id, each.in_force, each.expects, frozenset(watch.of(each)))
        for each in conditions
    )


class _Watch:
    """Requirements by the condition or the order that they name."""

    def __init__(self, requirements: Iterable[Requirement]) -> None:
        self.own: dict[str, list[str]] = {}
        self.came: list[str] = []
        self.directs: set[str] = set()
        for each in requirements:
            self._take(each)

    def _take(self, asked: Requirement) -> None:
        kind, _, rest = asked.id.partition(":")
        name = rest.partition(":")[0]
        if kind == "condition":
            self.own.setdefault(name, []).append(asked.id)
            if DIRECTED in asked.closed_by:
                self.directs.add(name)
        elif kind == "direction" and CAME in asked.closed_by:
            self.came.append(asked.id)

    def of(self, condition: Bound) -> Iterator[str]:
        """Yield the ids of what watches a condition."""
        yield from self.own.get(condition.id, ())
        if condition.id in self.directs:
            yield from self.came
        if not condition.confirmed:
            yield from self.own.get(condition.order, ())

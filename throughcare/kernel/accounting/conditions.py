"""The conditions of an account: how do we know, and what watches each of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.lines import Line
from throughcare.kernel.calendar.lengths import ONE_DAY, day_after
from throughcare.kernel.knowing.known import Known, Verification
from throughcare.kernel.knowing.watching import Condition, Watched, watched
from throughcare.kernel.obligations.facts import Evidence, Period
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.words import OwedBy

SOFTEST_FIRST = (Ending.NOT_YET_DUE, Ending.RECORDED_REASON, Ending.EVIDENCE)


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition in force, as at a day: what watches it, how it is known, and how it ends.

    What the office did (a direction given, an order explained) watches a condition, but is no
    knowledge of what the person did.
    """

    condition: Condition
    on: date
    watched: Watched
    ending: Ending
    is_bare: bool
    """Whether nothing is on file and none of its own obligations says so."""

    @property
    def known(self) -> Known:
        """Return by what method it is known, how strong, when last, and what is expected."""
        return self.watched.known


class Watch:
    """Everything of a case that may watch a condition, by what it watches."""

    def __init__(
        self,
        lines: Sequence[Line],
        evidence: Sequence[Evidence],
        verifications: Sequence[Verification],
    ) -> None:
        self.endings = {each.key: each.ending for each in lines}
        self.obligations: dict[str, list[Obligation]] = defaultdict(list)
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        self.verifications: dict[str, list[Verification]] = defaultdict(list)
        by_id = defaultdict(list)
        for piece in evidence:
            by_id[piece.id].append(piece)
        for line in lines:
            self.obligations[line.requirement.id].append(line.obligation)
            if line.obligation.owed_by is OwedBy.PERSON:
                self.evidence[line.requirement.id] += _that_closed(line, by_id)
        for verification in verifications:
            self.verifications[verification.condition].append(verification)

    def of(self, condition: Condition, on: date) -> list[Watched]:
        """Return a condition with what watches it on a day, or nothing while it has not begun."""
        mine = sorted(condition.requirements)
        obligations = [each for requirement in mine for each in self.obligations[requirement]]
        evidence = [each for requirement in mine for each in self.evidence[requirement]]
        return watched([condition], obligations, self.verifications[condition.id], evidence, on)


def _that_closed(line: Line, by_id: Mapping[str, list[Evidence]]) -> Iterator[Evidence]:
    """Return the evidence that closed an obligation; one contact may be of several kinds."""
    for each in line.obligation.evidence:
        for piece in by_id[each]:
            if piece.kind in line.requirement.closed_by:
                yield piece


def condition_lines(
    conditions: Iterable[Condition], watch: Watch, period: Period, on: date
) -> Iterator[ConditionLine]:
    """Return each condition as at its last day in force in the period, or as at the day.

    A condition that begins after the day is not looked at yet.
    """
    for each in conditions:
        day = _last_day(each.in_force, period, on)
        for found in watch.of(each, day):
            endings = [watch.endings[mine.key] for mine in found.obligations]
            yield _line(each, found, endings, day)


def _last_day(in_force: Period, period: Period, on: date) -> date:
    ends = [each.ends_before for each in (in_force, period) if each.ends_before is not None]
    return min([on, *(each - ONE_DAY for each in ends)])


def _line(
    condition: Condition, found: Watched, endings: Sequence[Ending], day: date
) -> ConditionLine:
    ending = _ending(condition, found, endings, day)
    is_bare = ending is Ending.NOTHING_ON_FILE and Ending.NOTHING_ON_FILE not in endings
    return ConditionLine(condition, day, found, ending, is_bare)


def _ending(condition: Condition, found: Watched, endings: Sequence[Ending], day: date) -> Ending:
    """Return how a condition ends: by what is known of it, else by the softest that watches it."""
    if found.known.last_on is not None:
        return Ending.EVIDENCE
    for soft in SOFTEST_FIRST:
        if soft in endings:
            return soft
    if not found.is_watched and _first_check_is_ahead(condition, day):
        return Ending.NOT_YET_DUE
    return Ending.NOTHING_ON_FILE


def _first_check_is_ahead(condition: Condition, day: date) -> bool:
    """Say whether the pack asks for a check within a time that has not passed yet."""
    every = condition.expects.every
    return every is not None and day <= day_after(condition.in_force.starts_on, every)

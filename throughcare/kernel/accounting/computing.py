"""What is on file of a case + a period + a day: the account of the case."""

from dataclasses import dataclass, field
from datetime import date

from throughcare.kernel.accounting.conditions import ConditionLine, Watch, condition_lines
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.lines import Line, lines_of
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.knowing.words import Standing
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import OwedBy


@dataclass(frozen=True, slots=True)
class OnFile:
    """Everything of one case that an account is computed from."""

    requirements: tuple[Requirement, ...] = ()
    facts: Facts = field(default_factory=Facts)
    conditions: tuple[Condition, ...] = ()
    verifications: tuple[Verification, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Every obligation that lives in a period and every condition in force in it, as at a day."""

    period: Period
    on: date
    lines: tuple[Line, ...]
    conditions: tuple[ConditionLine, ...]

    def owed_by(self, who: OwedBy) -> tuple[Line, ...]:
        """Return what one side owes: the person's and the office's are never one list."""
        return tuple(each for each in self.lines if each.obligation.owed_by is who)

    def nothing_on_file(self) -> tuple[Line | ConditionLine, ...]:
        """Return every obligation and every condition that ends in nothing on file.

        A condition is named only where none of its own obligations says it already.
        """
        lines = (each for each in self.lines if each.ending is Ending.NOTHING_ON_FILE)
        return (*lines, *(each for each in self.conditions if each.is_bare))

    def more_expected(self) -> tuple[ConditionLine, ...]:
        """Return the conditions of which something is known, but less than the pack expects."""
        return tuple(
            each for each in self.conditions if each.known.standing is Standing.MORE_EXPECTED
        )


def account_of(on_file: OnFile, period: Period, on: date) -> Account:
    """Return the account of a case for a period, with what is known on a day.

    Lines stand in the order of the requirements, the oldest window first. An obligation lives
    from its first day to the last day it could be met in, or was met on; one that is overdue
    lives on until the day, so that what was owed before the period is not lost from it.
    """
    whole = lines_of(on_file.requirements, on_file.facts, on)
    watch = Watch(whole, on_file.facts.evidence, on_file.verifications)
    in_period = [each for each in on_file.conditions if overlap(each.in_force, period)]
    return Account(
        period,
        on,
        tuple(each for each in whole if overlap(each.lives, period)),
        tuple(condition_lines(in_period, watch, period, on)),
    )


def overlap(one: Period, other: Period) -> bool:
    """Say whether two periods have a day in common."""
    starts_on = max(one.starts_on, other.starts_on)
    return one.holds(starts_on) and other.holds(starts_on)

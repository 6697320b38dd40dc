"""What the standards of supervision ask of the office for each file."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from throughcare.account.law import the_pack
from throughcare.cases.queries.levels import Supervised
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.packs.standards import standard_requirements

# What shows that an order tells the person to report.
REPORTING = frozenset({"REPORTED", "DIRECTED_REPORT"})
# What some part of the office records today. A standard that only something else could close
# (a plan, a review) is not asked before that part is there: nobody could ever close it.
RECORDED = frozenset(
    {
        "SEEN_OFFICE",
        "SEEN_HOME",
        "SEEN_COMMUNITY",
        "COLLATERAL_CONTACT",
        "INTAKE_INTERVIEW",
        "ASSESSED",
    }
)


def standards(
    case: UUID,
    supervised: Supervised | None,
    ordered: Sequence[StandingCondition],
    asked: Sequence[Requirement],
) -> list[Requirement]:
    """Return what the standards ask for a file; nothing where the file has no level.

    `ordered` are its conditions and `asked` what they ask: standards may hold only for some
    instruments, or only for a person who must report.
    """
    if supervised is None:
        return []
    found = standard_requirements(
        the_pack(),
        case,
        supervised.levels,
        {each.instrument for each in ordered},
        supervised.opened_on,
        reports=any(each.closed_by & REPORTING for each in asked),
    )
    days = _days(supervised, ordered)
    bounded = (replace(each, in_force=_both(each.in_force, days)) for each in found)
    return [each for each in bounded if each.closed_by <= RECORDED and _is_owed(each)]


def _days(supervised: Supervised, ordered: Sequence[StandingCondition]) -> Period:
    """Return the days on which standards hold for a file.

    From its opening, or the day as at which it was brought in, to its closing or the end of the
    last order, whichever comes first.
    """
    brought = [each.order.balance_on for each in ordered if each.order.balance_on]
    ends = [each.term.ends_before for each in ordered]
    last = max((each for each in ends if each), default=None) if all(ends) else None
    known = [each for each in (last, supervised.closed_on) if each]
    return Period(max([supervised.opened_on, *brought]), min(known, default=None))


def _both(one: Period, other: Period) -> Period:
    """Return the days that two periods have in common."""
    ends = [each for each in (one.ends_before, other.ends_before) if each]
    return Period(max(one.starts_on, other.starts_on), min(ends, default=None))


def _is_owed(asked: Requirement) -> bool:
    """Say whether a standard has days; one that was due before the file was brought in has none."""
    first, ends_before = asked.in_force.starts_on, asked.in_force.ends_before
    if isinstance(asked.cadence, Once) and asked.cadence.due_before <= first:
        return False
    return ends_before is None or first < ends_before

"""What watches each condition in force: obligations and verifications, or nothing on file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.calendar.answers import Reason, because
from throughcare.kernel.knowing.known import Expectation, Known, Verification, known
from throughcare.kernel.knowing.words import Result, Standing, Why
from throughcare.kernel.obligations.facts import Evidence, Period
from throughcare.kernel.obligations.obligation import Obligation


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of an order: when it binds, how it is expected to be verified, what it asks."""

    id: str
    in_force: Period
    expects: Expectation
    requirements: frozenset[str] = frozenset()
    """The ids of the requirements that watch it; one requirement may watch several conditions."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A condition in force with everything that watches it."""

    condition: str
    obligations: tuple[Obligation, ...]
    verifications: tuple[Verification, ...]
    """Every one on file up to the day, the evidence of its obligations among them, oldest first."""
    known: Known

    @property
    def is_watched(self) -> bool:
        """Say whether anything watches the condition at all."""
        return bool(self.obligations or self.verifications)

    @property
    def standing(self) -> Standing:
        """Return how what is known stands beside what is expected."""
        return self.known.standing

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return why; that nothing watches the condition goes first."""
        if self.is_watched:
            return self.known.reasons
        authority = self.known.reasons[0].authority
        return because(Why.NOT_WATCHED, authority), *self.known.reasons[1:]


def watched(
    conditions: Iterable[Condition],
    obligations: Sequence[Obligation],
    verifications: Sequence[Verification],
    evidence: Sequence[Evidence],
    on: date,
) -> list[Watched]:
    """Return every condition in force on a day with what watches it, in the order given.

    The evidence that closed an obligation of a condition is a verification of it: a contact at
    the office shows that the person reports. No condition in force is left out.
    """
    by_id = {each.id: each for each in evidence}
    return [
        _watched(each, obligations, verifications, by_id, on)
        for each in conditions
        if each.in_force.holds(on)
    ]


def _watched(
    condition: Condition,
    obligations: Sequence[Obligation],
    verifications: Sequence[Verification],
    by_id: dict[str, Evidence],
    on: date,
) -> Watched:
    mine = tuple(each for each in obligations if each.requirement in condition.requirements)
    on_file = [each for each in verifications if each.condition == condition.id and each.on <= on]
    closing = dict.fromkeys(name for each in mine for name in each.evidence if name in by_id)
    on_file += [
        _verification(condition.id, by_id[name]) for name in closing if by_id[name].on <= on
    ]
    on_file.sort(key=lambda each: (each.on, each.strength, each.method))
    return Watched(
        condition.id, mine, tuple(on_file), known(condition.id, condition.expects, on_file, on)
    )


def _verification(condition: str, evidence: Evidence) -> Verification:
    """Return a piece of evidence as a verification of the condition that asked for it."""
    return Verification(condition, evidence.kind, evidence.strength, evidence.on, Result.CONFIRMED)

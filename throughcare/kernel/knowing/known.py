"""How one condition is known: what the pack expects, what is on file, and a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.calendar.answers import Reason, because
from throughcare.kernel.calendar.lengths import Length, day_after
from throughcare.kernel.knowing.words import Result, Standing, Why
from throughcare.kernel.obligations.words import Strength


@dataclass(frozen=True, slots=True)
class Expectation:
    """How a pack expects a condition to be verified at one level.

    Any method satisfies that is strong enough; `methods` are those the pack proposes.
    """

    methods: tuple[str, ...] = ()
    at_least: Strength = Strength.SELF_REPORT
    every: Length | None = None
    """How long a verification stays fresh; without it, one is enough for good."""
    more_expected: bool = False
    """Whether the pack expects more than the person's own word at this level."""
    authority: str = ""

    @property
    def least(self) -> Strength:
        """Return the weakest strength that satisfies; *more* is never the person's own word."""
        return max(self.at_least, Strength.DOCUMENT) if self.more_expected else self.at_least


@dataclass(frozen=True, slots=True)
class Verification:
    """One time somebody found out about a condition, or tried to."""

    condition: str
    method: str
    strength: Strength
    on: date
    result: Result = Result.CONFIRMED


@dataclass(frozen=True, slots=True)
class Known:
    """How a condition is known on a day. Method, strength and day are those of one verification."""

    method: str | None
    strength: Strength | None
    last_on: date | None
    standing: Standing
    reasons: tuple[Reason, ...]
    result: Result | None = None


def known(
    condition: str, expects: Expectation, verifications: Iterable[Verification], on: date
) -> Known:
    """Return how a condition is known on a day, and how that stands beside what is expected.

    The verification shown is the last of those strong enough; where none is, the strongest on
    file. One dated after the day, or that showed nothing, is not knowledge.
    """
    tried = [each for each in verifications if each.condition == condition and each.on <= on]
    shown = [each for each in tried if each.result is not Result.INCONCLUSIVE]
    if not shown:
        return Known(None, None, None, Standing.NOTHING_ON_FILE, _nothing(expects, tried))
    best = _best(shown, expects.least)
    standing, why = _standing(expects, best, on)
    reasons = [
        because(
            Why.LAST_KNOWN,
            expects.authority,
            method=best.method,
            strength=best.strength.name,
            day=best.on,
        ),
        *why,
    ]
    if best.result is Result.CONTRADICTED:
        reasons.append(because(Why.CONTRADICTED, expects.authority, day=best.on))
    return Known(best.method, best.strength, best.on, standing, tuple(reasons), best.result)


def _best(shown: Sequence[Verification], least: Strength) -> Verification:
    """Return the last verification that is strong enough, or else the last of the strongest.

    Of two on one day the stronger counts, and what contradicts goes before what confirms.
    """
    strong = [each for each in shown if each.strength >= least]
    if strong:
        return max(strong, key=lambda each: (each.on, *_weight(each)))
    return max(shown, key=lambda each: (each.strength, each.on, *_weight(each)))


def _weight(each: Verification) -> tuple[Strength, bool, str]:
    return each.strength, each.result is Result.CONTRADICTED, each.method


def _nothing(expects: Expectation, tried: Sequence[Verification]) -> tuple[Reason, ...]:
    """Return why nothing is known: nobody asked, or what was tried showed nothing."""
    if not tried:
        nothing = because(Why.NOTHING, expects.authority)
    else:
        last = max(tried, key=lambda each: (each.on, each.strength, each.method))
        nothing = because(Why.TRIED, expects.authority, method=last.method, day=last.on)
    return nothing, *_expected(expects)


def _standing(
    expects: Expectation, best: Verification, on: date
) -> tuple[Standing, tuple[Reason, ...]]:
    """Return how a verification stands beside what is expected, and why."""
    if best.strength < expects.least:
        weaker = because(
            Why.WEAKER,
            expects.authority,
            strength=best.strength.name,
            expected=expects.least.name,
        )
        return Standing.MORE_EXPECTED, (weaker, *_expected(expects))
    if expects.every is not None and day_after(best.on, expects.every) < on:
        fresh_until = day_after(best.on, expects.every)
        older = because(Why.OLDER, expects.authority, day=best.on, last=fresh_until)
        return Standing.MORE_EXPECTED, (older, *_expected(expects))
    if best.strength is Strength.SELF_REPORT:
        return Standing.NO_STRONGER_EXPECTED, (
            because(Why.OWN_WORD_SUFFICES, expects.authority),
            *_again(expects),
        )
    return Standing.AS_EXPECTED, _expected(expects)


def _expected(expects: Expectation) -> tuple[Reason, ...]:
    """Return what the pack expects: how strong, and how often."""
    least = because(Why.EXPECTED, expects.authority, expected=expects.least.name)
    return least, *_again(expects)


def _again(expects: Expectation) -> tuple[Reason, ...]:
    if expects.every is None:
        return ()
    return (because(Why.EXPECTED_AGAIN, expects.authority, length=expects.every),)

"""How the running of a sentence was stopped, and what is made up for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from the first on, up to but not on the second."""

    starts_on: date
    ends_before: date

    @property
    def days(self) -> int:
        """Return how many days the span has."""
        return (self.ends_before - self.starts_on).days

    def has(self, day: date) -> bool:
        """Say whether a day lies in the span."""
        return self.starts_on <= day < self.ends_before


@dataclass(frozen=True, slots=True)
class Account:
    """What stopped a sentence and what counts as served, in days."""

    stopped: tuple[Span, ...] = ()
    one_end_less: int = 0  # days fewer where only one end of a suspension counts
    deemed_served: int = 0
    ran_in_detention: int = 0
    detention_credit: int = 0
    detention_credit_other: int = 0  # the other way of rounding half a day
    court_credit: int = 0
    conditions_apply: bool = True  # while suspended, to a person who is not detained

    @property
    def suspended(self) -> int:
        """Return the days the sentence stood still."""
        return sum(span.days for span in self.stopped)

    @property
    def added(self) -> int:
        """Return how many days later the sentence ends because of all this."""
        made_up = self.deemed_served + self.detention_credit + self.court_credit
        return self.suspended - made_up

    @property
    def added_otherwise(self) -> tuple[int, ...]:
        """Return how many days later it ends on each other defensible reading."""
        rounding = self.detention_credit - self.detention_credit_other
        ends = {0, -self.one_end_less}
        rounded = {0, rounding}
        return tuple(self.added + each + half for each in ends for half in rounded)

    def plus(self, other: Account) -> Account:
        """Return both accounts as one."""
        return Account(
            (*self.stopped, *other.stopped),
            self.one_end_less + other.one_end_less,
            self.deemed_served + other.deemed_served,
            self.ran_in_detention + other.ran_in_detention,
            self.detention_credit + other.detention_credit,
            self.detention_credit_other + other.detention_credit_other,
            self.court_credit + other.court_credit,
            self.conditions_apply and other.conditions_apply,
        )


NEVER_STOPPED = Account()


def without(span: Span, taken: Iterable[Span]) -> list[Span]:
    """Return what is left of a span when other spans are cut out: a day counts once."""
    left = [span] if span.days > 0 else []
    for cut in taken:
        left = [piece for each in left for piece in _cut(each, cut)]
    return left


def _cut(span: Span, cut: Span) -> list[Span]:
    """Return the pieces of one span outside another."""
    if cut.days <= 0:
        return [span]
    pieces = (
        Span(span.starts_on, min(span.ends_before, cut.starts_on)),
        Span(max(span.starts_on, cut.ends_before), span.ends_before),
    )
    return [piece for piece in pieces if piece.days > 0]

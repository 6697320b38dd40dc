"""A date of which only the year, or the year and month, may be known."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PartialDate:
    """A day, a month of a year, a year, or nothing known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The day, when all of it is known."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    def __bool__(self) -> bool:
        return self.year is not None

    def ages(self, on: date) -> tuple[int, int] | None:
        """Return the least and the greatest age in years on a day; None when nothing is known.

        Someone born on February 29 is a year older on March 1 of a common year.
        """
        if self.year is None:
            return None
        first = (self.month or 1, self.day or 1)
        last = (self.month or 12, self.day or 31)
        years = on.year - self.year
        today = (on.month, on.day)
        return max(0, years - (today < last)), max(0, years - (today < first))

"""What a court made, as plain values: an order, its conditions, what they are taken to mean."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from throughcare.kernel.calendar.lengths import Length

LENGTHS = ("years", "months", "weeks", "days", "less_days")


@dataclass(frozen=True)
class CodeMade:
    """A code of the library with its parameters; `why` says from which words it was read."""

    code: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    why: Mapping[str, Any] = field(default_factory=dict)
    unsure: bool = False


@dataclass(frozen=True)
class ConditionMade:
    """One condition in the court's words; offsets are into the words of the order."""

    number: int
    words: str
    codes: tuple[CodeMade, ...] = ()
    found_from: int | None = None
    found_to: int | None = None
    doubt: str = ""


@dataclass(frozen=True)
class OrderMade:
    """One order as its paper says it. `balance_on` is the day a running file was brought in."""

    instrument: str
    court: str
    information_number: str
    made_on: date
    received_on: date
    counts: str = ""
    length: Length | None = None
    for_life: bool = False
    first_day_stated: date | None = None
    last_day_stated: date | None = None
    follows_id: Any = None
    circumstances: tuple[str, ...] = ()
    custody: Mapping[str, Any] | None = None
    judge: str = ""
    signed: bool | None = None
    pages_expected: int | None = None
    pages_present: int | None = None
    language: str = "en"
    words: str = ""
    protected: tuple[str, ...] = ()
    balance_on: date | None = None
    balance: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return what makes two papers the same order of a person."""
        parts = (self.court, self.information_number, self.counts)
        return "|".join([*map(folded, parts), self.instrument, self.made_on.isoformat()])

    def columns(self) -> dict[str, Any]:
        """Return the values of an order's row."""
        length = self.length or Length()
        said = {name: getattr(length, name) for name in LENGTHS}
        apart = {"length", "custody", "protected", "circumstances", "balance"}
        said |= {
            name: getattr(self, name) for name in self.__dataclass_fields__ if name not in apart
        }
        return said | {
            "key": self.key,
            "circumstances": list(self.circumstances),
            "balance": dict(self.balance),
        }


def folded(text: str) -> str:
    """Return a text as keys compare it: without accents, case, and anything but letters, digits."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())

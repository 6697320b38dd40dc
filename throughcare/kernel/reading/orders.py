"""The instruments an order may be, and which of them a text names and imposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from throughcare.kernel.reading.texts import Expression
from throughcare.kernel.reading.wording import NEVER


@dataclass(frozen=True, eq=False)
class Instrument:
    """The words an instrument is known by, and what the office does with one."""

    code: str
    handling: str
    says: Expression  # words that name it
    makes: Expression  # words that impose it
    owns: Expression = NEVER  # names that a length of it stands with
    lasts_as: frozenset[str] = (
        frozenset()
    )  # instruments whose length is its own: a discharge's probation
    compulsory: tuple[str, ...] = ()
    is_leading: bool = False  # goes before others, however often those are named
    may_wait: bool = False  # begins on a release or after another sentence, as the case may be
    begins_on_release: bool = False
    has_cap: bool = False  # the last day the law permits is shown
    is_sentence: bool = False  # what one that waits may come after

    def is_named(self, plain: str) -> bool:
        """Say whether folded words name or impose the instrument."""
        return bool(self.makes.search(plain) or self.says.search(plain))

    def weight(self, plain: str) -> tuple[bool, bool, bool, int]:
        """Return how surely folded words are of this instrument, to compare with others.

        Of two that are imposed, a sentence goes before what may follow it.
        """
        leads = self.is_leading and self.says.search(plain) is not None
        said = 0 if leads else len(self.says.findall(plain))
        is_made = not leads and self.makes.search(plain) is not None
        return leads, is_made, is_made and self.is_sentence, said


def instruments_in(instruments: Sequence[Instrument], plain: str) -> list[Instrument]:
    """Return the instruments of a text, the order's own first.

    One that leads decides by being named; among the others what is imposed goes before what is
    only mentioned, then what is named more often.
    """
    known = [each for each in instruments if each.is_named(plain)]
    return sorted(known, key=lambda each: each.weight(plain), reverse=True)


def imposed(instruments: Sequence[Instrument], plain: str) -> list[Instrument]:
    """Return the instruments that the words impose, in the order of the text."""
    places = {each.code: each.makes.search(plain) for each in instruments}
    known = [each for each in instruments if places[each.code]]
    return sorted(known, key=lambda each: match.start() if (match := places[each.code]) else 0)

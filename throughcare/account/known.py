"""How each condition is known, in the words of the page's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.account.law import authority_of, method_of, sentences_of
from throughcare.kernel.accounting.conditions import ConditionLine
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.knowing.known import Known
from throughcare.kernel.knowing.words import Result, Standing
from throughcare.pages import dates

STANDING_WORDS: dict[Standing, Any] = {
    Standing.AS_EXPECTED: "",
    Standing.MORE_EXPECTED: gettext_lazy("more is expected"),
    Standing.NO_STRONGER_EXPECTED: gettext_lazy("no stronger check is expected at this level"),
    Standing.NOTHING_ON_FILE: "",
}
NOTHING_WORDS: dict[Ending, Any] = {
    Ending.NOTHING_ON_FILE: gettext_lazy("Nothing on file"),
    Ending.NOT_YET_DUE: gettext_lazy("Nothing known yet; what will show it is not yet due"),
    Ending.RECORDED_REASON: gettext_lazy("Nothing known; what would show it has a recorded reason"),
    Ending.EVIDENCE: gettext_lazy("Nothing known of what the person did"),
}


@dataclass(frozen=True)
class ShownKnowing:
    """The answer to "How do we know?" for one condition."""

    condition: str
    ending: Ending
    strength: int
    weak: bool
    by: str
    note: str
    mark: str
    authority: str
    reasons: Sequence[str]

    @property
    def colour(self) -> str:
        """The colour of the note: brick for what was found otherwise, ochre for what is weak."""
        if self.mark == "contradicted":
            return "brick"
        return "ochre" if self.weak else ""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is known of it."""
        return self.strength == 0


def shown_knowing(line: ConditionLine) -> ShownKnowing:
    """Return how a condition is known: strength, method and day, and what is expected beside it."""
    known, reasons = line.known, line.watched.reasons
    if known.method is None or known.strength is None or known.last_on is None:
        note, by, strength = str(NOTHING_WORDS[line.ending]), "", 0
    else:
        said = {"method": method_of(known.method), "day": dates.full_day(known.last_on)}
        note, by = _expected(known), _("%(method)s, %(day)s") % said
        strength = int(known.strength)
    return ShownKnowing(
        condition=line.condition.id,
        ending=line.ending,
        strength=strength,
        weak=known.standing is Standing.MORE_EXPECTED,
        by=by,
        note=note,
        mark=_mark(line),
        authority=authority_of(line.condition.expects.authority),
        reasons=sentences_of(reasons),
    )


def _expected(known: Known) -> str:
    """Return what the last check found wrong, or else what is expected beside it."""
    if known.result is Result.CONTRADICTED:
        return _("the last check found it otherwise")
    return str(STANDING_WORDS[known.standing])


def _mark(line: ConditionLine) -> str:
    """Return the mark of what needs attention; what is well known carries none."""
    if line.ending is Ending.NOTHING_ON_FILE:
        return "nothing"
    if line.known.result is Result.CONTRADICTED:
        return "contradicted"
    return "stale" if line.known.standing is Standing.MORE_EXPECTED else ""

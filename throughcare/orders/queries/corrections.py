"""What was proposed of each condition and what was decided, for measuring the reader."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from throughcare.orders.measuring import Decision
from throughcare.orders.models import Condition, ConditionStanding

DECIDED = (ConditionStanding.CONFIRMED, ConditionStanding.WITHDRAWN)
AT_ONCE = 2000


def decisions() -> Iterator[Decision]:
    """Yield every condition of a paper that a person has decided about. Three queries a batch.

    Versions that a change of conditions made were never proposed, and are left out.
    """
    rows = Condition.objects.filter(standing__in=DECIDED, made_by=None).order_by("id")
    known = rows.prefetch_related("codes", "corrections")
    for condition in known.iterator(chunk_size=AT_ONCE):
        yield _decision(condition)


def _decision(condition: Any) -> Decision:
    codes = [said_with_patterns(each) for each in condition.codes.all()]
    corrections = sorted(condition.corrections.all(), key=lambda each: each.corrected_at)
    proposed = corrections[0].proposed if corrections else codes
    withdrawn = condition.standing == ConditionStanding.WITHDRAWN
    return Decision(proposed, [] if withdrawn else codes)


def said_with_patterns(code: Any) -> dict[str, Any]:
    """Return a code with its parameters and the patterns by which the reader proposed it."""
    said = {"code": code.code, "parameters": code.parameters}
    patterns = patterns_of(code.why)
    return said | ({"patterns": patterns} if patterns else {})


def patterns_of(why: Mapping[str, Any]) -> Sequence[str]:
    """Return the names of the patterns that a reading rests on, each once."""
    return list(dict.fromkeys(each["pattern"] for each in why.get("because", [])))

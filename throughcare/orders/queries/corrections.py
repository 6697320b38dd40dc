"""What was proposed of each condition and what was decided, for measuring the reader."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from throughcare.cases.queries import visible_cases
from throughcare.orders.measuring import Decision
from throughcare.orders.models import Condition, ConditionStanding, Correction
from throughcare.record.changes import changes_of
from throughcare.record.models import Entry
from throughcare.staff.models import StaffMember

DECIDED = (ConditionStanding.CONFIRMED, ConditionStanding.WITHDRAWN)
AT_ONCE = 2000
WITH_REASON = ("orders.condition_changed", "orders.condition_withdrawn")


@dataclass(frozen=True)
class Changed:
    """A proposal that a person changed, and why, where a reason was given."""

    correction: Correction
    reason: str


def changed_on(member: StaffMember, on: date) -> list[Changed]:
    """Return the proposals changed on a day in the files a member may see, the latest first.

    One query; where there is any, three more for the reasons.
    """
    made = Correction.objects.filter(
        condition__order__case__in=visible_cases(member, on).values("pk"), corrected_at__date=on
    )
    names = made.select_related("corrected_by", "condition__order__case__person")
    found = list(names.order_by("-corrected_at", "id"))
    reasons = _reasons(found)
    return [Changed(each, reasons.get(each.pk, "")) for each in found]


def _reasons(corrections: Sequence[Correction]) -> dict[UUID, str]:
    """Return the reason of the entry that wrote each correction, where one was given."""
    cases = {each.condition.order.case_id for each in corrections}
    given = Entry.objects.filter(case_id__in=cases, act__in=WITH_REASON).exclude(reason="")
    reasons = dict(given.values_list("seq", "reason")) if cases else {}
    changes = changes_of(list(reasons), models=[Correction])
    return {change.row_id: reasons[seq] for seq, rows in changes.items() for change in rows}


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

"""An export as plain JSON values. `docs/reference/account-export.schema.json` describes it."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from throughcare.account.export.document import FORMAT, VERSION, Exported
from throughcare.kernel.accounting.computing import Account, account_of
from throughcare.kernel.accounting.conditions import ConditionLine
from throughcare.kernel.accounting.endings import RecordedReason
from throughcare.kernel.accounting.lines import Line
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Hours,
    Once,
    Requirement,
    Rolling,
    Times,
)

Said = dict[str, Any]


def as_text(exported: Exported) -> str:
    """Return an export as the text of its file, with the account computed afresh."""
    return json.dumps(as_values(exported), indent=1, ensure_ascii=False) + "\n"


def as_values(exported: Exported) -> Said:
    """Return an export as plain values, with the account computed afresh."""
    on_file = exported.on_file
    return {
        "format": FORMAT,
        "version": VERSION,
        "case": {"id": str(exported.case), "number": exported.number},
        "pack": {"code": exported.pack.code, "sha256": exported.pack.sha256},
        "period": period(exported.period),
        "on": exported.on.isoformat(),
        "requirements": [requirement(each) for each in on_file.requirements],
        "facts": facts(on_file.facts),
        "conditions": [condition(each) for each in on_file.conditions],
        "verifications": [verification(each) for each in on_file.verifications],
        "account": account(account_of(on_file, exported.period, exported.on)),
    }


def account(found: Account) -> Said:
    """Return what an account says: each obligation and each condition with its ending."""
    return {
        "obligations": [_line(each) for each in found.lines],
        "conditions": [_condition_line(each) for each in found.conditions],
    }


def _line(line: Line) -> Said:
    found = line.obligation
    return _known(
        requirement=found.requirement,
        opens_on=found.opens_on.isoformat(),
        due_before=found.due_before.isoformat(),
        owed_by=found.owed_by.value,
        state=found.state.value,
        ending=line.ending.value,
        needed=str(found.needed),
        met=str(found.met),
        evidence=list(found.evidence),
        recorded=_recorded(line.recorded) if line.recorded else None,
    )


def _recorded(reason: RecordedReason) -> Said:
    return {
        "what": reason.what.value,
        "since": reason.since.isoformat(),
        "by": reason.by,
        "why": reason.why,
        "source": reason.source,
    }


def _condition_line(line: ConditionLine) -> Said:
    known = line.known
    return _known(
        condition=line.condition.id,
        on=line.on.isoformat(),
        ending=line.ending.value,
        is_bare=line.is_bare,
        standing=known.standing.value,
        method=known.method,
        strength=known.strength.name.lower() if known.strength else None,
        last_on=_day(known.last_on),
        result=known.result.value if known.result else None,
    )


def requirement(asked: Requirement) -> Said:
    """Return a requirement as plain values."""
    return {
        "id": asked.id,
        "what": asked.what,
        "owed_by": asked.owed_by.value,
        "cadence": _CADENCES[type(asked.cadence)](asked.cadence),
        "closed_by": sorted(asked.closed_by),
        "at_least": asked.at_least.name.lower(),
        "authority": asked.authority,
        "in_force": period(asked.in_force),
    }


def _once(cadence: Once) -> Said:
    return {"kind": "once", **_from_to(cadence)}


def _hours(cadence: Hours) -> Said:
    return {"kind": "hours", "hours": str(cadence.hours), **_from_to(cadence)}


def _from_to(cadence: Once | Hours) -> Said:
    said = {
        "opens_on": cadence.opens_on.isoformat(),
        "due_before": cadence.due_before.isoformat(),
    }
    if cadence.safe_before is not None:
        said["safe_before"] = cadence.safe_before.isoformat()
    return said


def _after(cadence: After) -> Said:
    return {"kind": "after", "event": cadence.event, "within": length(cadence.within)}


def _rolling(cadence: Rolling) -> Said:
    counted = [
        {"last": last.isoformat(), "due_before": due.isoformat()} for last, due in cadence.counted
    ]
    return {"kind": "rolling", "within": length(cadence.within), "counted": counted}


def _times(cadence: Times) -> Said:
    return {
        "kind": "times",
        "window": cadence.window.value,
        "part_window": cadence.part_window.value,
        "at_once": cadence.at_once,
        "rates": [
            {"from": each.from_day.isoformat(), "times": each.times} for each in cadence.rates
        ],
    }


_CADENCES: dict[type[Cadence], Callable[[Any], Said]] = {
    Once: _once,
    After: _after,
    Times: _times,
    Rolling: _rolling,
    Hours: _hours,
}


def facts(known: Facts) -> Said:
    """Return all facts as plain values."""
    return {
        "evidence": [_evidence(each) for each in known.evidence],
        "events": [_event(each) for each in known.events],
        "pauses": [_pause(each) for each in known.pauses],
        "set_aside": _decisions(known.set_aside),
        "no_staff": _decisions(known.no_staff),
    }


def _evidence(piece: Evidence) -> Said:
    return {
        "id": piece.id,
        "kind": piece.kind,
        "on": piece.on.isoformat(),
        "strength": piece.strength.name.lower(),
        "amount": str(piece.amount),
    }


def _event(event: Event) -> Said:
    return _known(
        kind=event.kind,
        on=event.on.isoformat(),
        due_before=_day(event.due_before),
        opens_on=_day(event.opens_on),
    )


def _pause(pause: Pause) -> Said:
    return {"kind": pause.kind, **period(pause.period)}


def _decisions(decisions: Iterable[Decision]) -> list[Said]:
    return [
        {
            "id": each.id,
            "requirement": each.requirement,
            "by": each.by,
            "why": each.why,
            **period(each.period),
        }
        for each in decisions
    ]


def condition(condition: Condition) -> Said:
    """Return a condition in force, with how the pack expects it to be known."""
    return {
        "id": condition.id,
        "in_force": period(condition.in_force),
        "expects": _expects(condition.expects),
        "requirements": sorted(condition.requirements),
    }


def _expects(expects: Expectation) -> Said:
    return _known(
        methods=list(expects.methods),
        at_least=expects.at_least.name.lower(),
        every=length(expects.every) if expects.every else None,
        more_expected=expects.more_expected,
        authority=expects.authority,
    )


def verification(known: Verification) -> Said:
    """Return a verification as plain values."""
    return {
        "condition": known.condition,
        "method": known.method,
        "strength": known.strength.name.lower(),
        "on": known.on.isoformat(),
        "result": known.result.value,
    }


def period(span: Period) -> Said:
    """Return a period; one without an end has no `ends_before`."""
    return _known(starts_on=span.starts_on.isoformat(), ends_before=_day(span.ends_before))


def length(time: Length) -> Said:
    """Return a length of time by its parts, none of them nothing."""
    parts = {name: getattr(time, name) for name in Length.__dataclass_fields__}
    return {name: part for name, part in parts.items() if part}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(**fields: Any) -> Said:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}

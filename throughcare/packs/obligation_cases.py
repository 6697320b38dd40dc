"""Run conformance cases of obligations: each mismatch in one line, then a count.

`docs/reference/obligation-cases.schema.json` is the vocabulary of the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength
from throughcare.packs.case_inputs import CannotRead, tell

Said = Mapping[str, Any]
Row = tuple[str, str, str, str]
COMPARED = ("requirement", "opens_on", "due_before", "state")


def conform_obligations(path: str | Path) -> int:
    """Print each mismatch (id, field, expected, got) and a count; return 0, or 1 if any failed.

    A file or a case that cannot be read counts as a failure and says why.
    """
    try:
        cases = _read(Path(path))
    except CannotRead as error:
        tell(f"{path}: {error}")
        tell("0 passed, 1 failed")
        return 1
    failed = 0
    for case in cases:
        mismatches = mismatches_of(case)
        failed += bool(mismatches)
        for line in mismatches:
            tell(line)
    tell(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


def mismatches_of(case: Said) -> list[str]:
    """Return a line for each obligation that is missing, too many, or stands otherwise."""
    name = case.get("id", "a case without an id")
    try:
        got = _computed(case)
        expected = [_row(each) for each in case["expected"]]
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        # A case is another author's file: whatever is wrong in it must not stop the others.
        return [f"{name}\tinputs\t{json.dumps(case)}\tcannot be read: {_wrong(error)}"]
    by_key = {row[:2]: row for row in got}
    lines = []
    for row in expected:
        found = by_key.pop(row[:2], None)
        if found is None:
            lines.append(f"{name}\t{_named(row)}\t{row[3]}\tno such obligation")
            continue
        lines += [
            f"{name}\t{_named(row)} {field}\t{asked}\t{given}"
            for field, asked, given in zip(COMPARED, row, found, strict=True)
            if asked != given
        ]
    return lines + [f"{name}\t{_named(row)}\tnothing\t{row[3]}" for row in by_key.values()]


def _wrong(error: Exception) -> str:
    return f"{error} is missing or unknown" if isinstance(error, KeyError) else str(error)


def _named(row: Row) -> str:
    return f"{row[0]} from {row[1]}"


def _row(said: Said) -> Row:
    row = said["requirement"], said["opens_on"], said["due_before"], said["state"]
    for name, value in zip(COMPARED, row, strict=True):
        if not isinstance(value, str):
            raise ValueError(f"{name} = {value!r} is not a text")
    return row


def _computed(case: Said) -> list[Row]:
    facts, on = _facts(case.get("facts", {})), date.fromisoformat(case["on"])
    return [
        (each.requirement, each.opens_on.isoformat(), each.due_before.isoformat(), each.state.value)
        for said in case["requirements"]
        for each in obligations(_requirement(said), facts, on)
    ]


def _requirement(said: Said) -> Requirement:
    return Requirement(
        said["id"],
        said.get("what", said["id"]),
        OwedBy(said["owed_by"]),
        _cadence(said["cadence"]),
        _kinds(said["closed_by"]),
        said.get("authority", ""),
        _period(said["in_force"]),
        Strength[said.get("at_least", "self_report").upper()],
    )


def _kinds(said: object) -> frozenset[str]:
    # A bare word would be taken letter by letter, and nothing would ever close the obligation.
    if not isinstance(said, list):
        raise ValueError(f"closed_by = {said!r} is not a list of kinds")
    return frozenset(said)


def _cadence(said: Said) -> Cadence:
    return _CADENCES[said["kind"]](said)


def _once(said: Said) -> Once:
    return Once(*_from_to(said))


def _after(said: Said) -> After:
    return After(said["event"], _length(said["within"]))


def _times(said: Said) -> Times:
    rates = sorted((_day(each["from"]), each["times"]) for each in said["rates"])
    return Times(
        tuple(Rate(first, times) for first, times in rates),
        Window(said["window"]),
        PartWindow(said["part_window"]),
        bool(said.get("at_once", False)),
    )


def _rolling(said: Said) -> Rolling:
    counted = tuple((_day(each["last"]), _day(each["before"])) for each in said.get("counted", ()))
    return Rolling(_length(said["within"]), counted)


def _hours(said: Said) -> Hours:
    return Hours(Fraction(str(said["hours"])), *_from_to(said))


def _from_to(said: Said) -> tuple[date, date, date | None]:
    safe = said.get("safe_before")
    return _day(said["opens_on"]), _day(said["due_before"]), safe and _day(safe)


_CADENCES: dict[str, Callable[[Said], Cadence]] = {
    "once": _once,
    "after": _after,
    "times": _times,
    "rolling": _rolling,
    "hours": _hours,
}


def _facts(said: Said) -> Facts:
    return Facts(
        tuple(_evidence(each) for each in said.get("evidence", ())),
        tuple(_event(each) for each in said.get("events", ())),
        tuple(Pause(each["kind"], _period(each)) for each in said.get("pauses", ())),
        tuple(_decision(each) for each in said.get("set_aside", ())),
        tuple(_decision(each) for each in said.get("no_staff", ())),
    )


def _evidence(said: Said) -> Evidence:
    strength = Strength[said.get("strength", "self_report").upper()]
    return Evidence(
        said["id"], said["kind"], _day(said["on"]), strength, Fraction(str(said.get("amount", 0)))
    )


def _event(said: Said) -> Event:
    days = (_day(said[name]) if name in said else None for name in ("due_before", "opens_on"))
    return Event(said["kind"], _day(said["on"]), *days)


def _decision(said: Said) -> Decision:
    return Decision(said.get("id", ""), said["requirement"], _period(said), said["by"], said["why"])


def _period(said: Said) -> Period:
    ends_before = said.get("ends_before")
    return Period(_day(said["starts_on"]), _day(ends_before) if ends_before else None)


def _length(said: Said) -> Length:
    return Length(**{unit: int(count) for unit, count in said.items()})


def _day(said: str) -> date:
    return date.fromisoformat(said)


def _read(path: Path) -> list[Said]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRead(str(error)) from None
    cases = content.get("cases") if isinstance(content, dict) else content
    if not isinstance(cases, list) or not cases:
        raise CannotRead('the file has no list of cases under "cases"')
    return [case if isinstance(case, dict) else {"id": str(case)} for case in cases]

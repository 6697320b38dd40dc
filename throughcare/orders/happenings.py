"""Events of an order as the kernel's acts: facts in JSON become days, lengths and outcomes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Change,
    Committed,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Outcome,
    Shortened,
    Transferred,
    Varied,
)

ACTS: dict[str, Any] = {
    "BREACH_PROCESS": BreachProcess,
    "IMPRISONED": Imprisoned,
    "EXTENDED": Extended,
    "SHORTENED": Shortened,
    "ENDED": Ended,
    "REVOKED": Ended,
    "VARIED": Varied,
    "TRANSFERRED": Transferred,
    "COMMITTED": Committed,
}
LENGTH_NAMES = {"by", "length"}


@dataclass(frozen=True)
class Happening:
    """One event of an order, read from its row."""

    id: str
    kind: str
    on: date
    facts: Mapping[str, Any]
    replaces: str | None = None


def standing(events: Iterable[Happening]) -> list[Happening]:
    """Return the events that nothing replaced or took back, by day."""
    listed = list(events)
    replaced = {event.replaces for event in listed}
    kept = [each for each in listed if each.id not in replaced and each.kind != "TAKEN_BACK"]
    return sorted(kept, key=lambda event: (event.on, event.id))


def changes_of(events: Iterable[Happening]) -> tuple[Change, ...]:
    """Return the acts of courts and prisons among events, as the kernel takes them."""
    return tuple(_act(event) for event in events if event.kind in ACTS)


def custody_of(events: Iterable[Happening]) -> Custody | None:
    """Return the imprisonment recorded with an order, or None."""
    told = [event for event in events if event.kind == "CUSTODY"]
    return Custody(**_read(Custody, told[-1].facts)) if told else None


def ended_on(events: Iterable[Happening]) -> date | None:
    """Return the day of the event that an order without a length waited for, or None."""
    return next((event.on for event in events if event.kind == "HAPPENED"), None)


def _act(event: Happening) -> Change:
    kind = ACTS[event.kind]
    said = _read(kind, event.facts)
    if "on" in {each.name for each in fields(kind)}:
        said["on"] = event.on
    if event.kind == "REVOKED":
        said["is_revoked"] = True
    act: Change = kind(**said)
    return act


def _read(kind: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    known = {each.name for each in fields(kind)}
    return {name: _value(name, said) for name, said in facts.items() if name in known}


def _value(name: str, said: Any) -> Any:
    if said is None:
        return None
    if name in LENGTH_NAMES:
        return Length(**said)
    if name == "outcome":
        return Outcome(said)
    if name.endswith("_on") or name == "last_day":
        return date.fromisoformat(said)
    return said

"""An export computed again from the values it carries, beside what it states."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from throughcare.account.export import reading, writing
from throughcare.account.export.document import Exported
from throughcare.account.export.strict import Unreadable, loaded
from throughcare.kernel.accounting.computing import OnFile, account_of
from throughcare.kernel.obligations.requirements import Requirement, Times

Said = Mapping[str, Any]
Key = tuple[str, ...]

KEYS = {"obligations": ("requirement", "opens_on"), "conditions": ("condition",)}
MOST_STEPS = 50_000_000
DAYS_OF_A_WINDOW = {"day": 1, "week": 7}
DAYS_OF_A_MONTH = 28


@dataclass(frozen=True)
class Difference:
    """One thing that the file states and the computation does not find, or finds otherwise."""

    part: str
    key: Key
    field: str
    stated: Any
    computed: Any

    def __str__(self) -> str:
        key = " ".join(self.key)
        return f"{self.part}\t{key}\t{self.field}\tstated {self.stated}\tcomputed {self.computed}"


def verify(path: Path) -> list[Difference]:
    """Return where the account that a file states is not the one that follows from its values.

    :raises Unreadable: the file is no export, or asks for more work than any case does.
    """
    exported, stated = reading.exported(loaded(path))
    return differences(stated, recomputed(exported))


def recomputed(exported: Exported) -> writing.Said:
    """Return the account that follows from the values of an export.

    :raises Unreadable: the values lead out of the calendar, or to more work than any case does.
    """
    if _steps(exported.on_file, exported.on) > MOST_STEPS:
        raise Unreadable("the values ask for more windows than any case has")
    try:
        return writing.account(account_of(exported.on_file, exported.period, exported.on))
    except (OverflowError, ValueError):
        raise Unreadable("the values lead to a day that no calendar has") from None


def _steps(on_file: OnFile, on: date) -> int:
    """Return about how much work the values ask for: windows, each held against all facts."""
    facts = on_file.facts
    known = sum(map(len, (facts.evidence, facts.events, facts.pauses, facts.set_aside)))
    held = 1 + known + len(facts.no_staff)
    windows = sum(_windows(each, on) + len(facts.events) for each in on_file.requirements)
    return (windows + len(facts.evidence)) * held


def _windows(requirement: Requirement, on: date) -> int:
    cadence = requirement.cadence
    if not isinstance(cadence, Times):
        return 1
    days = (on - requirement.in_force.starts_on).days
    return max(days, 0) // DAYS_OF_A_WINDOW.get(cadence.window, DAYS_OF_A_MONTH) + 2


def differences(stated: Any, computed: writing.Said) -> list[Difference]:
    """Return every difference, by the key of the obligation or condition it is in.

    :raises Unreadable: what is stated is not an account at all.
    """
    if not isinstance(stated, dict) or stated.keys() != computed.keys():
        raise Unreadable(f"account does not hold {' and '.join(computed)}, and nothing else")
    return [
        each
        for part in computed
        for each in _of_part(part, _by_key(part, stated[part]), _by_key(part, computed[part]))
    ]


def _by_key(part: str, lines: Any) -> dict[Key, Said]:
    found: dict[Key, Said] = {}
    if not isinstance(lines, list):
        raise Unreadable(f"account.{part} is not a list")
    for place, line in enumerate(lines):
        key = _key(part, line, f"account.{part}[{place}]")
        if key in found:
            raise Unreadable(f"account.{part} names {' '.join(key)} twice")
        found[key] = line
    return found


def _key(part: str, line: Any, at: str) -> Key:
    names: Sequence[str] = KEYS[part]
    if not isinstance(line, dict) or not all(isinstance(line.get(name), str) for name in names):
        raise Unreadable(f"{at} has no {' and '.join(names)}")
    return tuple(line[name] for name in names)


def _of_part(
    part: str, stated: Mapping[Key, Said], computed: Mapping[Key, Said]
) -> Iterator[Difference]:
    for key in sorted(computed.keys() - stated.keys()):
        yield Difference(part, key, "all of it", "nothing", computed[key].get("ending"))
    for key, line in stated.items():
        if key not in computed:
            yield Difference(part, key, "all of it", line.get("ending"), "nothing")
            continue
        found = computed[key]
        for name in sorted(line.keys() | found.keys()):
            if not _same(line.get(name), found.get(name)):
                yield Difference(part, key, name, line.get(name), found.get(name))


def _same(one: Any, other: Any) -> bool:
    """Say whether two values are the same JSON: 1 is not true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)

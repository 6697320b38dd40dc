"""The values that an export rests on, read strictly."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from throughcare.account.export.document import FORMAT, VERSION, Exported, PackUsed
from throughcare.account.export.strict import (
    Fields,
    Unreadable,
    amount,
    count,
    day,
    each,
    one_of,
    text,
    truth,
)
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.knowing.words import Result
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

SHA256 = re.compile(r"[0-9a-f]{64}")


def exported(said: Any) -> tuple[Exported, Any]:
    """Return what an export rests on, and the account that it states, unread.

    :raises Unreadable: with the place and the reason.
    """
    with Fields(said, "the file") as fields:
        _check_format(fields)
        number = _case(fields)
        found = Exported(
            *number,
            fields.take("pack", _pack),
            fields.take("period", _days),
            fields.take("on", day),
            OnFile(
                fields.take("requirements", each(requirement)),
                fields.take("facts", facts),
                fields.take("conditions", each(condition)),
                fields.take("verifications", each(verification)),
            ),
        )
        stated = fields.take("account", lambda value, at: value)
    _check_once_each("requirements", [asked.id for asked in found.on_file.requirements])
    _check_once_each("conditions", [one.id for one in found.on_file.conditions])
    return found, stated


def _check_format(fields: Fields) -> None:
    named = fields.take("format", text), fields.take("version", count)
    if named != (FORMAT, VERSION):
        raise Unreadable(
            f"the file is {named[0]} version {named[1]}; {FORMAT} version {VERSION} can be read"
        )


def _case(fields: Fields) -> tuple[UUID, str]:
    with fields.take("case", Fields) as case:
        return case.take("id", _uuid), case.take("number", text)


def _uuid(said: Any, at: str) -> UUID:
    try:
        return UUID(text(said, at))
    except ValueError:
        raise Unreadable(f"{at} is not a UUID") from None


def _pack(said: Any, at: str) -> PackUsed:
    with Fields(said, at) as fields:
        return PackUsed(fields.take("code", text), fields.take("sha256", _sha256))


def _sha256(said: Any, at: str) -> str:
    if not SHA256.fullmatch(text(said, at)):
        raise Unreadable(f"{at} is not a hash of 64 letters and digits")
    return str(said)


def _check_once_each(what: str, ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise Unreadable(f"the {what} name {twice} twice")


def requirement(said: Any, at: str) -> Requirement:
    """Return a requirement."""
    with Fields(said, at) as fields:
        return Requirement(
            fields.take("id", text),
            fields.take("what", text),
            fields.take("owed_by", one_of(OwedBy)),
            fields.take("cadence", _cadence),
            frozenset(fields.take("closed_by", each(text))),
            fields.take("authority", text),
            fields.take("in_force", period),
            fields.take("at_least", one_of(Strength)),
        )


def _cadence(said: Any, at: str) -> Cadence:
    with Fields(said, at) as fields:
        kind = fields.take("kind", text)
        if kind not in _CADENCES:
            raise Unreadable(f"{at}.kind is none of {', '.join(_CADENCES)}")
        return _CADENCES[kind](fields)


def _once(fields: Fields) -> Once:
    return Once(*_from_to(fields))


def _hours(fields: Fields) -> Hours:
    hours = fields.take("hours", amount)
    return Hours(hours, *_from_to(fields))


def _from_to(fields: Fields) -> tuple[date, date, date | None]:
    opens_on, due_before = fields.take("opens_on", day), fields.take("due_before", day)
    return opens_on, due_before, fields.maybe("safe_before", day)


def _after(fields: Fields) -> After:
    return After(fields.take("event", text), fields.take("within", length))


def _rolling(fields: Fields) -> Rolling:
    return Rolling(
        fields.take("within", length),
        fields.take("counted", each(_counted)),
    )


def _counted(said: Any, at: str) -> tuple[date, date]:
    with Fields(said, at) as fields:
        return fields.take("last", day), fields.take("due_before", day)


def _times(fields: Fields) -> Times:
    return Times(
        fields.take("rates", each(_rate)),
        fields.take("window", one_of(Window)),
        fields.take("part_window", one_of(PartWindow)),
        fields.take("at_once", truth),
    )


def _rate(said: Any, at: str) -> Rate:
    with Fields(said, at) as fields:
        return Rate(fields.take("from", day), fields.take("times", count))


_CADENCES: dict[str, Callable[[Fields], Cadence]] = {
    "once": _once,
    "after": _after,
    "times": _times,
    "rolling": _rolling,
    "hours": _hours,
}


def facts(said: Any, at: str) -> Facts:
    """Return all facts."""
    with Fields(said, at) as fields:
        return Facts(
            fields.take("evidence", each(_evidence)),
            fields.take("events", each(_event)),
            fields.take("pauses", each(_pause)),
            fields.take("set_aside", each(_decision)),
            fields.take("no_staff", each(_decision)),
        )


def _evidence(said: Any, at: str) -> Evidence:
    with Fields(said, at) as fields:
        return Evidence(
            fields.take("id", text),
            fields.take("kind", text),
            fields.take("on", day),
            fields.take("strength", one_of(Strength)),
            fields.take("amount", amount),
        )


def _event(said: Any, at: str) -> Event:
    with Fields(said, at) as fields:
        return Event(
            fields.take("kind", text),
            fields.take("on", day),
            fields.maybe("due_before", day),
            fields.maybe("opens_on", day),
        )


def _pause(said: Any, at: str) -> Pause:
    with Fields(said, at) as fields:
        return Pause(fields.take("kind", text), _span(fields))


def _decision(said: Any, at: str) -> Decision:
    with Fields(said, at) as fields:
        return Decision(
            fields.take("id", text),
            fields.take("requirement", text),
            _span(fields),
            fields.take("by", text),
            fields.take("why", text),
        )


def condition(said: Any, at: str) -> Condition:
    """Return a condition in force, with how it is expected to be known."""
    with Fields(said, at) as fields:
        return Condition(
            fields.take("id", text),
            fields.take("in_force", period),
            fields.take("expects", _expects),
            frozenset(fields.take("requirements", each(text))),
        )


def _expects(said: Any, at: str) -> Expectation:
    with Fields(said, at) as fields:
        return Expectation(
            fields.take("methods", each(text)),
            fields.take("at_least", one_of(Strength)),
            fields.maybe("every", length),
            fields.take("more_expected", truth),
            fields.take("authority", text),
        )


def verification(said: Any, at: str) -> Verification:
    """Return a verification."""
    with Fields(said, at) as fields:
        return Verification(
            fields.take("condition", text),
            fields.take("method", text),
            fields.take("strength", one_of(Strength)),
            fields.take("on", day),
            fields.take("result", one_of(Result)),
        )


def _days(said: Any, at: str) -> Period:
    """Return the period of the account, which has at least one day."""
    found = period(said, at)
    if found.ends_before is not None and found.ends_before <= found.starts_on:
        raise Unreadable(f"{at} ends before it starts")
    return found


def period(said: Any, at: str) -> Period:
    """Return a period; one that ends before it starts holds no day."""
    with Fields(said, at) as fields:
        return _span(fields)


def _span(fields: Fields) -> Period:
    return Period(fields.take("starts_on", day), fields.maybe("ends_before", day))


def length(said: Any, at: str) -> Length:
    """Return a length of time."""
    with Fields(said, at) as fields:
        names = Length.__dataclass_fields__
        parts = {name: fields.maybe(name, count) for name in names}
        return Length(**{name: part for name, part in parts.items() if part})

"""One row of a file as an order, or everything that is wrong with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.orders.importing.given import conditions_of
from throughcare.orders.importing.row import FAULT
from throughcare.orders.law import instruments
from throughcare.orders.lengths import read_length
from throughcare.orders.making import ConditionMade, OrderMade
from throughcare.pages.dates import PartialDate
from throughcare.pages.written_dates import Unreadable, read_day, read_partial
from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.words import NameKind

SPACE = UUID("5f0c9b4e-7d1a-4c55-9a3e-0d6a1f2b3c4d")
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIGURES = re.compile(r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}")
"""Days as spreadsheets write them; those that can be read two ways are refused with both."""
HOURS = re.compile(r"[0-9]{1,5}(\.[0-9]{1,2})?")
NEEDED = ("id", "instrument", "court", "information_number", "made_on")


@dataclass
class Brought:
    """A row as it will be brought in; `wrong` says in words why it cannot be."""

    key: str
    made: OrderMade | None = None
    conditions: tuple[ConditionMade, ...] = ()
    name: NameFacts | None = None
    birth: BirthFacts = field(default_factory=BirthFacts)
    person: str = ""
    holder: str = ""
    language: str = "en"
    wrong: list[str] = field(default_factory=list)

    def id_of(self, what: str) -> UUID:
        """Return the id of what this row makes: the same each time the file is brought in."""
        return uuid5(SPACE, f"{self.key}:{what}")


def brought(row: Mapping[str, Any]) -> Brought:
    """Return one row as values; every fault is told, not the first alone."""
    said = {name: _text(value) for name, value in row.items()}
    unkept = [name for name, value in row.items() if not _can_be_kept(value)]
    found = Brought("" if "id" in unkept else said.get("id", ""))
    if fault := said.pop(FAULT, ""):
        found.wrong.append(fault)
    if unkept:
        names = ", ".join(unkept)
        found.wrong.append(_("%(columns)s: a sign that no text holds") % {"columns": names})
        return found
    for name in NEEDED:
        if not said.get(name):
            found.wrong.append(_("%(column)s is missing") % {"column": name})
    _person(found, said)
    days = {name: _day(found, said, name) for name in DAYS}
    length = _length(found, said)
    _known_instrument(found, said)
    balance = _balance(found, said, days)
    found.conditions = conditions_of(found.wrong, row, said)
    if found.wrong or days["made_on"] is None:
        return found
    same: Any = {name: said.get(name, "") for name in SAME}
    found.made = OrderMade(
        **same,
        made_on=days["made_on"],
        received_on=days["received_on"] or days["made_on"],
        length=length,
        first_day_stated=days["first_day"],
        last_day_stated=days["last_day"],
        language=found.language,
        balance_on=days["as_at"],
        balance=balance,
    )
    return found


DAYS = ("made_on", "received_on", "first_day", "last_day", "as_at", "last_contact_on")
SAME = ("instrument", "court", "information_number", "counts", "judge", "words")


def _can_be_kept(value: Any) -> bool:
    """Say whether every sign of a value is one that a text can hold."""
    written = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
    try:
        return b"\0" not in str(written).encode() and "\\u0000" not in str(written)
    except UnicodeEncodeError:
        return False


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _person(found: Brought, said: Mapping[str, str]) -> None:
    found.person, found.holder = said.get("person", ""), said.get("holder", "")
    found.language = said.get("language") or "en"
    if found.language not in ("en", "fr"):
        found.wrong.append(_("language is en or fr"))
    if said.get("surname"):
        found.name = NameFacts(NameKind.LEGAL, said["surname"], said.get("given", ""))
    elif not found.person:
        found.wrong.append(_("surname or person is missing"))
    if said.get("born"):
        _born(found, said["born"])


def _born(found: Brought, written: str) -> None:
    try:
        known = read_partial(written) if FIGURES.fullmatch(written) else PartialDate.parse(written)
        found.birth = BirthFacts(*known)
    except Unreadable as reason:
        found.wrong.append(f"born: {reason}")
    except ValueError:
        found.wrong.append(_("born is not a day such as 1990-04-17, nor a year"))


def _day(found: Brought, said: Mapping[str, str], name: str) -> date | None:
    if not said.get(name):
        return None
    try:
        if WRITTEN.fullmatch(said[name]) or FIGURES.fullmatch(said[name]):
            return read_day(said[name], clock.today())
    except Unreadable as reason:
        found.wrong.append(f"{name}: {reason}")
        return None
    found.wrong.append(_("%(column)s is not a day such as 2026-01-31") % {"column": name})
    return None


def _length(found: Brought, said: Mapping[str, str]) -> Any:
    if not said.get("length"):
        return None
    length = read_length(said["length"])
    if length is None:
        found.wrong.append(_("length cannot be read: write it such as 18 months"))
    return length


def _known_instrument(found: Brought, said: Mapping[str, str]) -> None:
    code = said.get("instrument", "")
    if code and code not in dict(instruments()):
        found.wrong.append(_("instrument %(code)s is not known") % {"code": code})


def _balance(
    found: Brought, said: Mapping[str, str], days: Mapping[str, date | None]
) -> dict[str, Any]:
    """Return what was done before the day the file was brought in."""
    balance: dict[str, Any] = {}
    if said.get("hours_done"):
        if HOURS.fullmatch(said["hours_done"]):
            balance["hours_done"] = float(said["hours_done"])
        else:
            found.wrong.append(_("hours_done is not a number"))
    if contact := days["last_contact_on"]:
        balance["last_contact_on"] = contact.isoformat()
    if said.get("pending_breaches"):
        balance["pending_breaches"] = said["pending_breaches"]
    if balance and days["as_at"] is None:
        found.wrong.append(_("as_at is missing: say on which day the balances were so"))
    if days["as_at"] and days["as_at"] > clock.today():
        found.wrong.append(_("as_at has not come yet"))
    return balance

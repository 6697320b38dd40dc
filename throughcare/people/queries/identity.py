"""The identity page: everything known of a person, past and corrected facts included."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.queries.card import PersonCard, person_card
from throughcare.people.queries.lines import (
    AddressLine,
    PhoneLine,
    address_line,
    last_day,
    phone_line,
)
from throughcare.people.telling import label_of, value_words
from throughcare.record.changes import Change
from throughcare.record.queries import EntryLine, entries_of, with_changes

T = TypeVar("T")
# What a person's acts write; no other table is searched for what they changed.
TABLES = (Person, Name, Identifier, Address, Phone)


@dataclass(frozen=True)
class Correction:
    """What a correction replaced, by whom, when and why."""

    before: str
    reason: str
    by_name: str
    at: datetime | None


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A line with how it was recorded, and what was written before a correction."""

    line: T
    recorded: EntryLine | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class NameLine:
    """A name, its kind and its days."""

    id: UUID
    name: str
    kind: str
    since: date | None
    through: date | None


@dataclass(frozen=True)
class IdentifierLine:
    """A number that someone else gave."""

    id: UUID
    kind: str
    value: str
    issued_by: str
    withdrawn_on: date | None


@dataclass(frozen=True)
class Identity:
    """All names, numbers, addresses and phones of a person, those that stand first."""

    card: PersonCard
    names: tuple[Kept[NameLine], ...]
    identifiers: tuple[Kept[IdentifierLine], ...]
    addresses: tuple[Kept[AddressLine], ...]
    phones: tuple[Kept[PhoneLine], ...]
    corrections: tuple[Correction, ...]
    """Corrections of the birth date and of a death."""


def identity(id: UUID, *, on: date) -> Identity | None:
    """Return all that is known of a person, or None.

    Eleven queries, and one for each of the `TABLES` that the person's acts wrote.
    """
    card = person_card(id, on=on)
    if card is None:
        return None
    past = _Past(id)
    return Identity(
        card=card,
        names=past.kept(_standing_first(Name, id), _name_line),
        identifiers=past.kept(Identifier.objects.filter(person=id), _identifier_line),
        addresses=past.kept(Address.objects.filter(person=id).order_by("-starts_on"), address_line),
        phones=past.kept(_standing_first(Phone, id), phone_line),
        corrections=past.corrections_of(id),
    )


def _standing_first(model: Any, id: UUID) -> list[Any]:
    rows = model.objects.filter(person=id).order_by("pk")
    return sorted(rows, key=lambda row: row.ends_before is not None)


def _name_line(row: Name) -> NameLine:
    return NameLine(
        row.pk, row.shown.full, row.get_kind_display(), row.starts_on, last_day(row.ends_before)
    )


def _identifier_line(row: Identifier) -> IdentifierLine:
    return IdentifierLine(
        row.pk, row.get_kind_display(), row.value, row.issued_by, row.withdrawn_on
    )


class _Past:
    """The acts about who a person is, by the rows they made or corrected."""

    def __init__(self, person: UUID) -> None:
        entries = entries_of(person=person).filter(act__startswith="people.")
        self._made: dict[Any, EntryLine] = {}
        self._corrected: Mapping[Any, list[Correction]] = defaultdict(list)
        for line in with_changes(entries, models=TABLES):
            self._take(line)

    def _take(self, line: EntryLine) -> None:
        by_row: dict[Any, list[Change]] = defaultdict(list)
        for change in line.changes:
            by_row[change.row_id].append(change)
        for row_id, changes in by_row.items():
            if line.entry.act.endswith("_corrected"):
                self._corrected[row_id].append(_correction(line, changes))
            elif line.entry.act.endswith("_added"):
                # Entries come newest first: the oldest one that touched the row made it.
                self._made[row_id] = line

    def kept(self, rows: Any, line_of: Any) -> tuple[Kept[Any], ...]:
        return tuple(
            Kept(line_of(row), self._made.get(row.pk), self.corrections_of(row.pk)) for row in rows
        )

    def corrections_of(self, row_id: UUID) -> tuple[Correction, ...]:
        return tuple(self._corrected.get(row_id, ()))


# Columns that are computed from others, and so say nothing of their own.
COMPUTED = frozenset({"folded", "sounds", "sort_key"})


def _correction(line: EntryLine, changes: list[Change]) -> Correction:
    said = [_said(change) for change in changes if change.field.name not in COMPUTED]
    entry = line.entry
    return Correction("; ".join(said), entry.reason, entry.by_name, entry.recorded_at)


def _said(change: Change) -> str:
    """Return one field as it was before, in words."""
    said = {"field": label_of(change.field), "before": value_words(change.field, change.before)}
    return _("%(field)s: %(before)s") % said

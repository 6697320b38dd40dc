"""Entries of the record in words: what was done, by whom, when, and what it changed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Field, ForeignKey, Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from throughcare import clock
from throughcare.cases import acts
from throughcare.cases.file_parts import file_parts, words_of
from throughcare.cases.standards import INTERIM
from throughcare.documents import acts as document_acts
from throughcare.pages import dates
from throughcare.people import acts as people_acts
from throughcare.people.words import FIELD_WORDS
from throughcare.record.among import any_of
from throughcare.record.changes import Change
from throughcare.record.composed import composed_once
from throughcare.record.models import Entry
from throughcare.record.queries import EntryLine, with_changes
from throughcare.staff.models import Office, StaffMember
from throughcare.staff.roles import ROLES

ACTS: dict[str, Any] = acts.WORDS | people_acts.WORDS | document_acts.WORDS
MARKS: dict[str, str] = acts.MARKS | people_acts.MARKS | document_acts.MARKS
# What a field is called; a field that is not here is the machine's own and is not shown.
FIELDS = {
    "kind": gettext_lazy("Kind"),
    "office": gettext_lazy("Office"),
    "holder": gettext_lazy("Holder"),
    "covering": gettext_lazy("Covering"),
    "officer": gettext_lazy("Officer"),
    "level": gettext_lazy("Level"),
    "interim_standard": gettext_lazy("Until an assessment"),
    "place": gettext_lazy("Place"),
    "source": gettext_lazy("Source"),
    "to_office": gettext_lazy("To office"),
    "outcome": gettext_lazy("Answer"),
    "member": gettext_lazy("Member"),
    "starts_on": gettext_lazy("First day"),
    "ends_before": gettext_lazy("Last day"),
    "opened_on": gettext_lazy("Opened"),
    "closed_on": gettext_lazy("Closed"),
    "closing_words": gettext_lazy("Closing words"),
    "title": pgettext_lazy("of a document", "Title"),
    "misfiled_reason": gettext_lazy("Why it does not belong here"),
}
# What repeats another field, and says nothing of its own.
UNSAID = {"as_typed", "start_is_known", "family_first"}
# What a line of the overview says without the field's name.
GIST = {
    *("level", "holder", "kind", "place", "outcome", "to_office", "covering", "closing_words"),
    *("surname", "given", "care_of", "line1", "city", "value", "title", "deceased_on"),
    *("service_language", "source", "member"),
}
MOST_GIST = 5
WHO_AND_WHERE = {"surname", "given", "care_of", "line1", "city"}


@dataclass(frozen=True)
class ChangedField:
    """One field in words, before and after; whether it is the first of another row."""

    name: str
    field: Any
    before: str
    after: str
    begins_row: bool = False


@dataclass(frozen=True)
class TimelineLine:
    """One act, ready for a page. `late` is filled in when it was recorded on a later day."""

    act: Any
    kind: str
    by: str
    role: Any
    happened_at: datetime | None
    recorded_at: datetime | None
    late: str
    reason: str
    changes: list[ChangedField]
    corrected: bool
    told: str = ""
    """What it was about, in a line, where a duty tells it."""
    times: int = 1
    """How often in a row the same person did the same."""

    @property
    def title(self) -> str:
        """What was done, and how often where it was more than once."""
        return f"{self.act}{dates.NBSP}×{dates.NBSP}{self.times}" if self.times > 1 else self.act

    @property
    def gist(self) -> str:
        """What it was about, in a line: as told, or the values written, without their names.

        Of an act that wrote a great deal, such as a new person, only who and where.
        """
        if self.told:
            return self.told
        gist = GIST.union(*(part.gist for part in file_parts()))
        said = {change.after: change.name for change in self.changes if change.name in gist}
        said.pop("", None)
        if len(said) > MOST_GIST:
            said = {after: name for after, name in said.items() if name in WHO_AND_WHERE}
        return ", ".join(said)

    @property
    def day(self) -> str:
        """The day it happened, as pages write it."""
        return dates.full_day(clock.day_of(self.happened_at)) if self.happened_at else ""

    @property
    def at(self) -> str:
        """The moment it happened, for machines."""
        return self.happened_at.isoformat() if self.happened_at else ""


def timeline_of(entries: Iterable[Entry]) -> list[TimelineLine]:
    """Return entries as lines, in the order given; names are looked up in two queries."""
    lines = with_changes(entries)
    names = _names(change for line in lines for change in line.changes)
    return [_line(line, names) for line in lines]


def newest_of(entries: Iterable[Entry], most: int) -> list[TimelineLine]:
    """Return the newest acts, at most so many lines.

    What one person did several times in a row, such as confirming condition after condition, is
    one line: otherwise it would hide all that came before.
    """
    repeated = frozenset().union(*(part.repeated for part in file_parts()))
    runs = [list(run) for _key, run in groupby(entries, key=lambda entry: _alike(entry, repeated))]
    lines = timeline_of(run[0] for run in runs[:most])
    return [replace(line, times=len(run)) for line, run in zip(lines, runs, strict=False)]


def _alike(entry: Entry, repeated: frozenset[str]) -> tuple[Any, ...]:
    """Return what the entries of one line have in common."""
    if entry.act not in repeated or entry.happened_at:
        return (entry.seq,)
    on = entry.recorded_at and clock.day_of(entry.recorded_at)
    return entry.act, entry.by_name, entry.reason, on


def _line(line: EntryLine, names: dict[UUID, str]) -> TimelineLine:
    entry, late = line.entry, line.days_late
    role = ROLES.get(entry.by_role)
    words, marks = words_of(ACTS, "words"), words_of(MARKS, "marks")
    said = ngettext("%(days)s day later", "%(days)s days later", late) % {"days": late}
    changes = _changes(line.changes, names)
    tell = words_of({}, "telling").get(entry.act)
    return TimelineLine(
        act=words.get(entry.act) or _("An act of another kind"),
        kind=marks.get(entry.act, "done"),
        by=entry.by_name,
        role=role.name if role else "",
        happened_at=line.happened_at,
        recorded_at=entry.recorded_at,
        late=said if late else "",
        reason=entry.reason,
        changes=changes,
        corrected=entry.act.endswith("_corrected"),
        told=tell({change.name: change.after for change in changes}) if tell else "",
    )


def _changes(changes: Iterable[Change], names: dict[UUID, str]) -> list[ChangedField]:
    shown = []
    listed = list(changes)
    fields = words_of({**FIELD_WORDS, **FIELDS}, "fields")
    began = {change.model for change in listed if _begins(change)}
    row = None
    for change in listed:
        if change.field.name in UNSAID or (_ends(change) and change.model in began):
            continue
        words = fields.get(change.field.name)
        before, after = (
            _said(change.field, value, names) for value in (change.before, change.after)
        )
        if words and before != after:
            begins_row = row is not None and row != change.row_id
            shown.append(ChangedField(change.field.name, words, before, after, begins_row))
            row = change.row_id
    return shown


def _begins(change: Change) -> bool:
    return change.field.name == "starts_on" and change.before is None


def _ends(change: Change) -> bool:
    """Say whether a period only ends here; where the next begins, that goes without saying."""
    return change.field.name == "ends_before" and change.before is None


def _said(field: "Field[Any, Any]", value: Any, names: dict[UUID, str]) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, ForeignKey):
        return names.get(value, "")
    if say := words_of(SAID_AS, "says").get(field.name):
        return say(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _standard(code: str) -> str:
    return str(INTERIM[code].words) if code in INTERIM else str(code)


def _last_day(ends_before: date) -> str:
    return dates.full_day(ends_before - timedelta(days=1))


def _hours(value: Decimal) -> str:
    """Say hours with as many decimals as were written."""
    places = max(-int(value.normalize().as_tuple().exponent), 0)
    return f"{dates.number(value, places)}{dates.NBSP}h"


SAID_AS: dict[str, Callable[[Any], str]] = {
    "interim_standard": _standard,
    "ends_before": _last_day,
    "hours": _hours,
}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return dates.full_moment(value)
    if isinstance(value, date):
        return dates.full_day(value)
    return str(value)


def _names(changes: Iterable[Change]) -> dict[UUID, str]:
    wanted: dict[type[Model], set[UUID]] = {StaffMember: set(), Office: set()}
    for change in changes:
        model = change.field.related_model
        if model in wanted:
            wanted[model] |= {value for value in (change.before, change.after) if value}
    staff = _staff(list(wanted[StaffMember])) if wanted[StaffMember] else ()
    offices = _offices(list(wanted[Office])) if wanted[Office] else ()
    french = dates.language() == "fr"
    return {member.pk: member.full_name for member in staff} | {
        office.pk: office.name_fr if french else office.name for office in offices
    }


@composed_once
def _staff(ids: Collection[UUID]) -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(any_of("pk", ids))


@composed_once
def _offices(ids: Collection[UUID]) -> QuerySet[Office]:
    return Office.objects.filter(any_of("pk", ids))


@dataclass(frozen=True)
class EntryFilter:
    """A part of the record that can be shown alone."""

    words: Any
    kept: Q


FILTERS = {
    "all": EntryFilter(gettext_lazy("All"), Q()),
    "file": EntryFilter(gettext_lazy("The file"), Q(act__startswith="cases.")),
    "person": EntryFilter(gettext_lazy("The person"), Q(act__startswith="people.")),
    "documents": EntryFilter(gettext_lazy("Documents"), Q(act__startswith="documents.")),
    "corrections": EntryFilter(gettext_lazy("Corrections"), Q(act__endswith="_corrected")),
}

"""Erasing by law: asked by one person, approved by another, never over a hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.record.entries import Actor, entry
from throughcare.record.erasing.blanks import left_of, take_away
from throughcare.record.erasing.reach import CASES, PEOPLE, Rows, Version, reached, versions_of
from throughcare.record.ids import new_id
from throughcare.record.integrity.layouts import Layouts, known
from throughcare.record.integrity.reading import with_settings
from throughcare.record.models import Erasure, Hold
from throughcare.refusal import Refused

ASKED = """
SELECT case_id::text, person_id::text, basis, basis_en, basis_fr, why, asked_at, asked_by_id,
    asked_by_name, approved_at, approved_by_id, approved_by_name, versions <> ''
FROM record_erasure WHERE id = %s FOR UPDATE
"""
HELD = """
SELECT why FROM record_hold WHERE lifted_at IS NULL
    AND (case_id::text = ANY(%(cases)s) OR person_id::text = ANY(%(people)s) OR person_id IN (
        SELECT person_id FROM cases_case WHERE id::text = ANY(%(cases)s)
    )) LIMIT 1
"""
NOT_CHAINED = """
SELECT EXISTS (SELECT FROM record_entry AS e WHERE number > 0
    AND NOT EXISTS (SELECT FROM record_link AS l WHERE l.number = e.number))
"""
REASONS = """
SELECT number, case_id::text FROM record_entry WHERE reason <> '' AND number > 0
    AND act NOT LIKE 'record.%%' AND (case_id::text = ANY(%s) OR person_id::text = ANY(%s))
ORDER BY number
"""
OPEN = "SELECT record_open('record.erased', %s, %s, %s, NULL, '', %s, %s, %s, NULL, '', NULL)"
DELETED = "DELETE FROM public.{table} WHERE {key}::text = ANY(%s)"
APPROVED = """
UPDATE record_erasure SET approved_at = %s, approved_by_id = %s, approved_by_name = %s,
    versions = %s WHERE id = %s
"""
FURTHER = """
INSERT INTO record_erasure (id, case_id, person_id, basis, basis_en, basis_fr, why, asked_at,
    asked_by_id, asked_by_name, approved_at, approved_by_id, approved_by_name, versions)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


class NeedsReason(Refused): ...


class ApprovedAlready(Refused): ...


class ApprovedByWhoAsked(Refused): ...


class HeldBack(Refused): ...


class NotChainedYet(Refused): ...


class NotAsked(Refused): ...


@dataclass(frozen=True)
class Bare:
    """A case or a person known by its id alone."""

    id: UUID


@dataclass(frozen=True)
class Subject:
    """What is to be erased, or held: one case, or a person with every case."""

    case: Bare | None = None
    person: Bare | None = None

    @classmethod
    def of(cls, row: Hold | Erasure) -> Subject:
        """Return what a hold or an erasure is about."""
        return cls(
            Bare(row.case_id) if row.case_id else None,
            Bare(row.person_id) if row.person_id else None,
        )

    @property
    def case_id(self) -> UUID | None:
        return self.case.id if self.case else None

    @property
    def person_id(self) -> UUID | None:
        return self.person.id if self.person else None


@dataclass(frozen=True)
class Basis:
    """Under which law or schedule something is erased, as the pack of the day says it."""

    code: str
    en: str
    fr: str


@dataclass(frozen=True)
class Done:
    """What an erasure took away."""

    versions: int
    reasons: int
    tables: list[str]


def ask_erasure(
    *, of: Subject, basis: Basis, why: str, by: Actor, id: UUID | None = None
) -> Erasure:
    """Ask that a case or a person be erased, and return what was asked. Nothing is gone yet.

    :raises NeedsReason: without a reason.
    """
    if not why.strip():
        raise NeedsReason(_("Say why it may be erased now."), field="why")
    with entry("record.erasure_asked", by=by, case=of.case, person=of.person, reason=basis.code):
        return Erasure.objects.create(
            id=id or new_id(),
            case_id=of.case_id,
            person_id=of.person_id,
            basis=basis.code,
            basis_en=basis.en,
            basis_fr=basis.fr,
            why=why.strip(),
            asked_at=clock.now(),
            asked_by_id=by.id,
            asked_by_name=by.full_name,
        )


def allow_erasure(*, id: UUID, by: Actor) -> Erasure:
    """Approve what somebody else asked, and return it. The owner's role carries it out later.

    :raises NotAsked, ApprovedAlready, ApprovedByWhoAsked:
    """
    with transaction.atomic():
        asked = Erasure.objects.select_for_update().filter(pk=id).first()
        if asked is None:
            raise NotAsked(_("Nobody asked for this erasure. Ask first."))
        if asked.approved_at:
            raise ApprovedAlready(_("This erasure was approved already."))
        if asked.asked_by_id == by.id:
            raise ApprovedByWhoAsked(_("Whoever asks cannot approve. A second person must."))
        of = Subject.of(asked)
        with entry(
            "record.erasure_approved", by=by, case=of.case, person=of.person, reason=asked.basis
        ):
            asked.approved_at, asked.approved_by_id = clock.now(), by.id
            asked.approved_by_name = by.full_name
            asked.save()
    return asked


def approve_erasure(cursor: Any, id: UUID, *, by: Actor) -> Done:
    """Approve what somebody else asked, and carry it out: values and salts go, hashes stay.

    What was approved before, on a page, keeps its approver; `by` is then who carries it out.

    Needs the owner's cursor in a transaction, and everything chained. Rows are erased in all
    their versions; each entry that made some is told of by an entry about the same case, so that
    an export of the case says under what they were erased.

    :raises NotAsked, ApprovedAlready, ApprovedByWhoAsked, HeldBack, NotChainedYet:
    """
    with_settings(cursor)
    cursor.execute(ASKED, [id])
    asked = _approvable(cursor.fetchone(), by)
    rows = _rows(cursor, asked)
    cases, people = sorted(rows.get(CASES, ())), sorted(rows.get(PEOPLE, ()))
    _demand_free(cursor, cases, people)
    layouts = known(cursor)
    _open(cursor, by, asked[0], asked[1], asked[2])
    _delete_present(cursor, layouts, rows)
    gone = versions_of(cursor, rows)
    cursor.execute(REASONS, [cases, people])
    reasons = dict(cursor.fetchall())
    take_away(cursor, layouts, gone, list(reasons))
    told = _told(cursor, layouts, gone, reasons)
    approved = list(asked[9:12]) if asked[9] else [clock.now(), by.id, by.full_name]
    cursor.execute(APPROVED, [*approved, told.pop(asked[0], ""), id])
    cursor.execute("SELECT record_close()")
    for case, text in sorted(told.items(), key=lambda each: each[0] or ""):
        _open(cursor, by, case, asked[1], asked[2])
        said = [new_id(), case or asked[0], asked[1], *asked[2:9], *approved, text]
        cursor.execute(FURTHER, said)
        cursor.execute("SELECT record_close()")
    return Done(len(gone), len(reasons), sorted(rows))


def _approvable(asked: Any, by: Actor) -> Any:
    if asked is None:
        raise NotAsked(_("Nobody asked for this erasure. Ask first."))
    if asked[-1]:
        raise ApprovedAlready(_("This erasure was approved and carried out already."))
    if asked[7] == by.id and not asked[9]:
        raise ApprovedByWhoAsked(_("Whoever asks cannot approve. A second person must."))
    return asked


def _rows(cursor: Any, asked: Any) -> Rows:
    return reached(cursor, PEOPLE, asked[1]) if asked[1] else reached(cursor, CASES, asked[0])


def _demand_free(cursor: Any, cases: list[str], people: list[str]) -> None:
    cursor.execute(HELD, {"cases": cases, "people": people})
    if held := cursor.fetchone():
        raise HeldBack(_("A hold stands: %(why)s Lift it first.") % {"why": held[0]})
    cursor.execute(NOT_CHAINED)
    if cursor.fetchone()[0]:
        raise NotChainedYet(_("The last entries are not chained yet. Try again in a minute."))


def _open(cursor: Any, by: Actor, case: str | None, person: str | None, basis: str) -> None:
    cursor.execute(OPEN, [by.id, by.full_name, by.role, case, person, basis])


def _delete_present(cursor: Any, layouts: Layouts, rows: Rows) -> None:
    """Delete the rows that stand; foreign keys are checked when the entry is closed."""
    keys = {table: layout.key for table, layout in layouts.at(2**62).items()}
    for table, some in rows.items():
        if table in keys:
            cursor.execute(DELETED.format(table=table, key=keys[table]), [sorted(some)])


def _told(
    cursor: Any, layouts: Layouts, gone: list[Version], reasons: dict[int, str | None]
) -> dict[str | None, str]:
    """Return what each erasure says is gone, by the case that the entries were about."""
    told: dict[str | None, str] = defaultdict(str)
    for each in gone:
        told[each.case] += each.line()
    for number, case in reasons.items():
        told[case] += left_of(cursor, layouts, number)
    return told

"""Marking work *not done: no staff*, many lines by one reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import Case
from throughcare.decisions.commands.setting_aside import Aside, offered
from throughcare.decisions.models import NoStaff
from throughcare.packs import choices
from throughcare.pages.dates import full_day, language
from throughcare.people.commands.keeping import hold_id, sent_with_other_answers
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NothingToMark(Refused): ...


class GuardedWork(Refused): ...


class OnlyForManagers(Refused): ...


class NotOpenYet(Refused): ...


class MarkedAlready(Refused): ...


@dataclass(frozen=True)
class Undone:
    """Work of the office on one file that was not done: the requirement and its days."""

    case: Case
    work: Aside


def mark_not_done_no_staff(
    *,
    id: UUID,
    lines: Sequence[Undone],
    reason_code: str,
    by: StaffMember,
    words: str = "",
    specialized: Collection[UUID] = (),
) -> list[NoStaff]:
    """Mark work of the office as not done for want of staff: one reason for all lines, dated.

    All or none. Court dates, work for victims, domestic violence and sexual offending are
    refused: by the pack, and for the files in `specialized`, which the page above knows. What
    the person owes is never marked here. Sending the same id again returns what it marked.

    :raises OnlyForManagers, NothingToMark, ReasonNotOffered, WordsMissing, GuardedWork,
        NotOpenYet, MarkedAlready, SentBefore:
    """
    if not by.may(Permission.RUN_OFFICE):
        raise OnlyForManagers(_("Only a manager marks work as not done for want of staff."))
    if not lines:
        raise NothingToMark(_("Choose the lines that were not done."), field="lines")
    offered(reason_code, "no_staff", words)
    for line in lines:
        _check_line(line, specialized)
    with transaction.atomic():
        hold_id(id)
        if made := list(NoStaff.objects.filter(batch=id)):
            return _the_same(made, lines, reason_code)
        only = lines[0].case if len({line.case.pk for line in lines}) == 1 else None
        _check_not_marked(lines)
        person = only.person if only else None
        with entry(
            "decisions.no_staff_marked", by=by, case=only, person=person, reason=words.strip()
        ):
            said = {"reason_code": reason_code, "words": words.strip(), "decided_by": by}
            marked = [_row(id, line, **said) for line in lines]
            return NoStaff.objects.bulk_create(marked)


def refusal_of(line: Undone, specialized: Collection[UUID] = ()) -> str:
    """Return which guarded work a line belongs to, in words; empty when it may be marked."""
    today = clock.today()
    guard = choices.guarded(settings.JURISDICTION, line.work.requirement, today)
    if guard is not None:
        return guard.label(language())
    return str(_("specialized supervision")) if line.case.pk in specialized else ""


def _check_line(line: Undone, specialized: Collection[UUID]) -> None:
    if guarded := refusal_of(line, specialized):
        raise GuardedWork(
            _("%(number)s: %(work)s is never left for want of staff. Have it covered, or decide.")
            % {"number": line.case.number, "work": guarded},
            field="lines",
        )
    if line.work.starts_on > clock.today():
        raise NotOpenYet(
            _("%(number)s: this opens on %(day)s. Only work that was open can be not done.")
            % {"number": line.case.number, "day": full_day(line.work.starts_on)},
            field="lines",
        )


def _check_not_marked(lines: Sequence[Undone]) -> None:
    wanted = {(line.case.pk, line.work.requirement): line for line in lines}
    standing = NoStaff.objects.filter(case__in={line.case.pk for line in lines})
    for mark in standing:
        line = wanted.get((mark.case_id, mark.requirement))
        if (
            line
            and mark.starts_on < line.work.ends_before
            and mark.ends_before > line.work.starts_on
        ):
            raise MarkedAlready(
                _("%(number)s: this was marked on %(day)s already. Take the line out.")
                % {"number": line.case.number, "day": full_day(clock.day_of(mark.decided_at))},
                field="lines",
            )


def _the_same(made: list[NoStaff], lines: Sequence[Undone], reason_code: str) -> list[NoStaff]:
    kept = {(mark.case_id, mark.requirement, mark.starts_on, mark.reason_code) for mark in made}
    sent = {
        (line.case.pk, line.work.requirement, line.work.starts_on, reason_code) for line in lines
    }
    if kept != sent:
        raise sent_with_other_answers()
    return made


def _row(batch: UUID, line: Undone, **said: Any) -> NoStaff:
    work = line.work
    name = f"{line.case.pk} {work.requirement} {work.starts_on}"
    return NoStaff(
        id=uuid5(batch, name),
        batch=batch,
        case=line.case,
        requirement=work.requirement,
        what=work.what,
        starts_on=work.starts_on,
        ends_before=work.ends_before,
        decided_at=clock.now(),
        **said,
    )

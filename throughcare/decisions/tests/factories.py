"""Decisions for tests."""

from datetime import date, timedelta
from typing import Any

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.decisions.commands import no_staff, setting_aside
from throughcare.decisions.commands.no_staff import Undone
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember


def an_aside(requirement: str = "standard:x:SEEN", **said: Any) -> Aside:
    """Return what is set aside: two days from today unless others are given."""
    first: date = said.setdefault("starts_on", clock.today())
    said.setdefault("ends_before", first + timedelta(days=2))
    return Aside(requirement, **said)


def set_aside(case: Case, by: StaffMember, *, reason: str = "SICK", **said: Any) -> SetAside:
    """Return a requirement of a file set aside by a member."""
    words, sent = said.pop("words", ""), said.pop("id", None) or new_id()
    return setting_aside.set_aside(
        id=sent, case=case, aside=an_aside(**said), reason_code=reason, by=by, words=words
    )


def undone(case: Case, requirement: str = "standard:x:SEEN", **said: Any) -> Undone:
    """Return work of a file that was not done, for two days unless others are given."""
    return Undone(case, an_aside(requirement, **said))


def mark(
    by: StaffMember, *lines: Undone, reason: str = "VACANT_POST", **said: Any
) -> list[NoStaff]:
    """Return lines marked as not done for want of staff."""
    sent = said.pop("id", None) or new_id()
    return no_staff.mark_not_done_no_staff(id=sent, lines=lines, reason_code=reason, by=by, **said)

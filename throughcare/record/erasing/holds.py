"""A hold: while a proceeding needs a case or a person's papers, nothing of them is erased."""

from uuid import UUID

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.record.entries import Actor, entry
from throughcare.record.erasing.erasures import NeedsReason, Subject
from throughcare.record.ids import new_id
from throughcare.record.models import Hold
from throughcare.refusal import Refused


class HoldIsLifted(Refused): ...


def place_hold(*, of: Subject, why: str, by: Actor, id: UUID | None = None) -> Hold:
    """Keep all of a case or of a person from being erased, and return the hold.

    :raises NeedsReason: without a reason.
    """
    if not why.strip():
        raise NeedsReason(_("Say which proceeding needs it."), field="why")
    with entry("record.hold_placed", by=by, case=of.case, person=of.person, reason=why.strip()):
        return Hold.objects.create(
            id=id or new_id(),
            case_id=of.case_id,
            person_id=of.person_id,
            why=why.strip(),
            placed_at=clock.now(),
            placed_by_name=by.full_name,
        )


def lift_hold(*, id: UUID, why: str, by: Actor) -> Hold:
    """Let what the law asks be erased again, and return the hold.

    :raises NeedsReason: without a reason.
    :raises HoldIsLifted: when it was lifted before.
    """
    if not why.strip():
        raise NeedsReason(_("Say why it is needed no more."), field="why")
    hold = Hold.objects.get(id=id)
    if hold.lifted_at:
        raise HoldIsLifted(
            _("%(name)s has lifted this hold already.") % {"name": hold.lifted_by_name}
        )
    of = Subject.of(hold)
    hold.lifted_at, hold.lifted_by_name, hold.lifted_why = clock.now(), by.full_name, why.strip()
    with entry("record.hold_lifted", by=by, case=of.case, person=of.person, reason=why.strip()):
        hold.save()
    return hold

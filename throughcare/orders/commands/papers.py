"""The papers that lie at the counter: kept, held, set aside, taken in."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.orders.models import Order, Paper, PaperStanding
from throughcare.people.commands.fitting import kept
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember


class DecidedAlready(Refused): ...


class WordsMissing(Refused): ...


def keep_paper(*, id: UUID, office: Office, by: StaffMember, **said: Any) -> Paper:
    """Keep a paper from the minute it arrives: its words, or its file by hash. Return it.

    The same id again returns what it made.

    :raises SentBefore, TooLong:
    """
    with transaction.atomic():
        if arrived := handover.already(Paper, id, office_id=office.pk):
            return arrived
        with entry("orders.paper_arrived", by=by):
            return kept(Paper, id=id, office=office, arrived_on=clock.today(office.zone), **said)


def hold_paper(*, paper: Paper, held_as: str, whom_to_call: str, by: StaffMember) -> Paper:
    """Hold a paper that is not ours to supervise: as it arrived, with whom to call. Return it.

    The same again returns what is on record.

    :raises DecidedAlready, WordsMissing:
    """
    if not whom_to_call.strip():
        raise WordsMissing(_("Say whom to call about this paper."), field="whom_to_call")
    with transaction.atomic():
        held = _paper(paper)
        if (held.held_as, held.whom_to_call) == (held_as, whom_to_call.strip()):
            return held
        _undecided(held)
        with entry("orders.paper_held", by=by):
            held.standing = PaperStanding.HELD
            held.held_as, held.whom_to_call = held_as, whom_to_call.strip()
            held.save(update_fields=["standing", "held_as", "whom_to_call"])
    return held


def set_paper_aside(*, paper: Paper, reason: str, by: StaffMember) -> Paper:
    """Set a paper aside that was put in by mistake; it stays on record. Return it.

    Twice is once.

    :raises DecidedAlready, WordsMissing:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why this paper is set aside."), field="reason")
    with transaction.atomic():
        held = _paper(paper)
        if held.standing == PaperStanding.SET_ASIDE:
            return held
        _undecided(held)
        with entry("orders.paper_set_aside", by=by, reason=reason.strip()):
            held.standing, held.note = PaperStanding.SET_ASIDE, reason.strip()
            held.save(update_fields=["standing", "note"])
    return held


def paper_taken_in(*, paper: Paper, order: Order, by: StaffMember) -> Paper:
    """Tie a paper to the order it became; return it. Inside the entry of the intake.

    :raises DecidedAlready:
    """
    with transaction.atomic():
        held = _undecided(_paper(paper))
        with entry("orders.paper_arrived", by=by, case=order.case, person=order.person):
            held.standing, held.order = PaperStanding.TAKEN_IN, order
            held.save(update_fields=["standing", "order"])
    return held


def _paper(paper: Paper) -> Paper:
    """Return a paper as it is now, kept from others until the act ends."""
    return Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)


def _undecided(held: Paper) -> Paper:
    if held.standing != PaperStanding.WAITS:
        raise DecidedAlready(
            _("It was decided already what becomes of this paper. Nothing was changed.")
        )
    return held

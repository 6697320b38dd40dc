"""Victims for tests, behind a card that is closed again."""

from datetime import timedelta
from typing import Any

from django.db.models import F

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.models import Case
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember
from throughcare.victims import commands
from throughcare.victims.facts import VictimFacts
from throughcare.victims.models import CardOpening, Victim

NAME, REASON = "Rosalie Sansregret", "A threat was heard"


def opened(case: Case, by: StaffMember, **said: Any) -> CardOpening:
    """Return the opening of a card by a member, who is the viewer from now on."""
    set_viewer(by.pk)
    return commands.open_card(case=case, by=by, **{"id": new_id(), "reason": REASON} | said)


def closed(case: Case) -> None:
    """Let the time of every opening of a card be over, also for a transaction that began before."""
    hour = timedelta(hours=1)
    with entry("victims.card_opened", by=System()):
        CardOpening.objects.filter(case=case, ends_at__gt=clock.wall() - hour).update(
            opened_at=F("opened_at") - hour, ends_at=F("ends_at") - hour
        )


def a_victim(case: Case, by: StaffMember, **facts: Any) -> Victim:
    """Return a victim whom the holder of a file registered; the card is closed again."""
    opened(case, by)
    victim = commands.register_victim(
        id=new_id(), case=case, facts=VictimFacts(**{"name": NAME} | facts), by=by
    )
    closed(case)
    return victim

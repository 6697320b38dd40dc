"""The one contact of the demo that waits: a clerk wrote it down, and an officer says it was so."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid5

from throughcare.cases.demo import Past
from throughcare.contacts.following import is_open
from throughcare.contacts.models import Contact
from throughcare.staff.demo import World

OFFICER = "okafor"
ONE_DAY = timedelta(days=1)
LINES = {
    "en": "Came to the counter without an appointment and asked who the officer is now, and when"
    " the next one is. Showed the lease.",
    "fr": "Au comptoir sans rendez-vous : a demandé qui s’occupe maintenant du dossier, et quand"
    " est le prochain rendez-vous. A montré le bail.",
}


def tell_what_waits(world: World, pasts: Iterable[Past]) -> None:
    """Have a clerk meet, at the counter, whoever came last to the demo's officer.

    Its id follows from the file's, so that nothing else of the world is drawn otherwise.
    """
    on = _last_open_day(world.today)
    at = world.moment(on, 15, 5)
    known = [past for past in pasts if _is_hers(past) and past.holders[-1][0] < at]
    if not known:
        return
    past = max(known, key=lambda each: (each.holders[-1][0], each.case.number))
    clerk = past.person.clerk
    entry = world.loader.entry(
        "contacts.contact_recorded",
        by=clerk,
        recorded_at=at + timedelta(minutes=6),
        case=past.case,
        person=past.person.row,
        happened_at=at,
    )
    entry.add(
        Contact(
            id=uuid5(past.case.pk, "waits"),
            case=past.case,
            way="OFFICE",
            outcome="CAME",
            purpose="COUNTER",
            happened_at=at,
            line=LINES["fr" if past.person.row.spoken_language == "fr" else "en"],
            recorded_by=clerk,
            recorded_at=at + timedelta(minutes=6),
            provisional=True,
        )
    )


def _is_hers(past: Past) -> bool:
    """Say whether the demo's officer supervises a file now."""
    case = past.case
    is_supervised = case.kind == "SUPERVISION" and case.closed_on is None
    return is_supervised and past.holders[-1][1].username == OFFICER


def _last_open_day(today: date) -> date:
    day = today - ONE_DAY
    while not is_open(day):
        day -= ONE_DAY
    return day

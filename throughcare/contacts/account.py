"""What contacts tell the account of a case: evidence, events, and what the person said."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from throughcare import clock
from throughcare.contacts.models import Contact, Outcome, Purpose, Said, Talked, Way
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Event, Evidence, Facts
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import Strength

# What each way shows when someone was reached, and how strong that is as knowledge.
SHOWS: dict[str, tuple[tuple[str, ...], Strength]] = {
    Way.OFFICE: (("REPORTED", "SEEN_OFFICE"), Strength.OBSERVED),
    Way.HOME: (("SEEN_HOME",), Strength.OBSERVED),
    Way.COMMUNITY: (("SEEN_COMMUNITY",), Strength.OBSERVED),
    Way.PHONE: (("REPORTED_OTHER",), Strength.SELF_REPORT),
    Way.VIDEO: (("REPORTED_OTHER",), Strength.OBSERVED),
    Way.COLLATERAL: (("COLLATERAL_CONTACT",), Strength.COLLATERAL),
    Way.MAIL: (("LETTER_SENT",), Strength.DOCUMENT),
}
RESULTS = {
    Said.KEPT: Result.CONFIRMED,
    Said.NOT_KEPT: Result.CONTRADICTED,
    Said.UNCLEAR: Result.INCONCLUSIVE,
}
# What a condition's being talked of is: the person's word, or a collateral's.
ASKED = ("ASKED", Strength.SELF_REPORT)
COLLATERAL_ASKED = ("COLLATERAL_ASKED", Strength.COLLATERAL)


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return no requirement for any case: a contact shows, it does not ask."""
    return {case: [] for case in cases}


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return what the contacts of each case show by a day. One query.

    A contact in which the person was met closes the same obligation of every concurrent order.
    Attempts show nothing; a person who did not come is an event.
    """
    evidence: dict[UUID, list[Evidence]] = defaultdict(list)
    events: dict[UUID, list[Event]] = defaultdict(list)
    for contact in _standing(cases):
        if contact.day <= on:
            evidence[contact.case_id] += _evidence(contact)
            events[contact.case_id] += _events(contact)
    return {case: Facts(tuple(evidence[case]), tuple(events[case])) for case in cases}


def verifications(cases: Collection[UUID], on: date) -> dict[UUID, list[Verification]]:
    """Return what was said of each condition in the contacts of each case by a day. One query."""
    found: dict[UUID, list[Verification]] = {case: [] for case in cases}
    talked = Talked.objects.filter(
        contact__case__in=cases, contact__corrected_by=None, contact__outcome=Outcome.CAME
    )
    for each in talked.select_related("contact").order_by("contact__happened_at", "id"):
        contact = each.contact
        if contact.day <= on:
            method, strength = COLLATERAL_ASKED if contact.way == Way.COLLATERAL else ASKED
            result = RESULTS[Said(each.said)]
            found[contact.case_id].append(
                Verification(str(each.condition_id), method, strength, contact.day, result)
            )
    return found


class Met(NamedTuple):
    """What the account needs of a contact. There are thousands in a caseload: rows, not models."""

    pk: UUID
    case_id: UUID
    way: str
    outcome: str
    purpose: str
    day: date
    answers_id: UUID | None


def _standing(cases: Collection[UUID]) -> Iterator[Met]:
    """Yield the contacts that stand, oldest first, with what the account needs of each."""
    standing = Contact.objects.standing().filter(case__in=cases).order_by("happened_at", "id")
    needed = ("id", "case", "way", "outcome", "purpose", "happened_at", "answers")
    for pk, case, way, outcome, purpose, happened_at, answers in standing.values_list(*needed):
        yield Met(pk, case, way, outcome, purpose, clock.day_of(happened_at), answers)


def _evidence(contact: Contact | Met) -> list[Evidence]:
    if contact.way != Way.MAIL and contact.outcome != Outcome.CAME:
        return []
    kinds, strength = SHOWS.get(contact.way, ((), Strength.SELF_REPORT))
    shown = list(kinds)
    if contact.purpose == Purpose.INTAKE and contact.outcome == Outcome.CAME:
        shown.append("INTAKE_INTERVIEW")
    if contact.answers_id and contact.outcome == Outcome.CAME:
        shown.append(f"DIRECTION_MET@{contact.answers_id}")
    return [Evidence(f"contact:{contact.pk}", kind, contact.day, strength) for kind in shown]


def _events(contact: Contact | Met) -> list[Event]:
    if contact.outcome == Outcome.DID_NOT_COME:
        return [Event("REPORT_MISSED", contact.day)]
    if contact.outcome != Outcome.CAME:
        return []
    kinds = ["REPORTED"] if contact.way == Way.OFFICE else []
    if contact.purpose == Purpose.INTAKE:
        kinds.append("INTAKE_HELD")
    return [Event(kind, contact.day) for kind in kinds]

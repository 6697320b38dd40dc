"""What contacts tell the account of a case: evidence, events, and what the person said."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from throughcare import clock
from throughcare.contacts.changes_told import changes_in, notices
from throughcare.contacts.models import Outcome, Purpose, Said, Way
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Event, Evidence, Facts
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import Strength
from throughcare.record.rows import rows_of

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
# Nine of ten calls and messages show nothing: the database leaves them out. Ids are texts, which
# it writes much faster than this program does.
STANDING = """
SELECT c.id::text, c.case_id::text, c.way, c.outcome, c.purpose,
    (c.happened_at AT TIME ZONE %(zone)s)::date AS day, c.answers_id::text, c.provisional,
    c.same_address, c.same_job
FROM contacts_contact AS c
WHERE c.case_id = ANY(%(cases)s) AND (c.happened_at AT TIME ZONE %(zone)s)::date <= %(on)s
    AND (c.way = %(mail)s OR c.outcome = %(missed)s OR (c.outcome = %(came)s
        AND (c.way = ANY(%(shows)s) OR c.purpose = %(intake)s OR c.answers_id IS NOT NULL
            OR NOT c.same_address OR NOT c.same_job)))
    AND c.outcome <> %(error)s
    AND NOT EXISTS (SELECT FROM contacts_contact AS later WHERE later.corrects_id = c.id)
ORDER BY c.happened_at, c.id
"""
TALKED = """
SELECT c.case_id, c.way, (c.happened_at AT TIME ZONE %(zone)s)::date AS day,
    t.condition_id::text, t.said
FROM contacts_talked AS t JOIN contacts_contact AS c ON c.id = t.contact_id
WHERE c.case_id = ANY(%(cases)s) AND (c.happened_at AT TIME ZONE %(zone)s)::date <= %(on)s
    AND c.outcome = %(came)s AND NOT c.provisional
    AND NOT EXISTS (SELECT FROM contacts_contact AS later WHERE later.corrects_id = c.id)
ORDER BY c.happened_at, t.id
"""
# What a condition's being talked of is: the person's word, or a collateral's.
ASKED = ("ASKED", Strength.SELF_REPORT)
COLLATERAL_ASKED = ("COLLATERAL_ASKED", Strength.COLLATERAL)


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return no requirement for any case: a contact shows, it does not ask."""
    return {case: [] for case in cases}


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return what the contacts of each case show by a day. One query, one more for changes told.

    A contact in which the person was met closes the same obligation of every concurrent order.
    Attempts show nothing; a person who did not come is an event. A visit that a clerk wrote down is
    reporting; an interview it is once an officer has confirmed it. Telling of a new address or job
    is the event and, from the person, the notice that a condition asks of it.
    """
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    events: dict[str, list[Event]] = defaultdict(list)
    standing = list(_standing(cases, on))
    for contact in standing:
        evidence[contact.case] += _evidence(contact)
        events[contact.case] += _events(contact)
    # Few contacts tell of anything new: the thousands are gone through once.
    new = [each for each in standing if each.same_job is False or each.same_address is False]
    for contact in new:
        events[contact.case] += [Event(kind, contact.day) for kind in changes_in(contact)]
    for case, notice in notices(new, on):
        evidence[case].append(notice)
    named = [(case, str(case)) for case in cases]
    return {case: Facts(tuple(evidence[name]), tuple(events[name])) for case, name in named}


def verifications(cases: Collection[UUID], on: date) -> dict[UUID, list[Verification]]:
    """Return what was said of each condition in the contacts of each case by a day. One query.

    What was said in a provisional contact is known once an officer has confirmed it.
    """
    found: dict[UUID, list[Verification]] = {case: [] for case in cases}
    asked = {"cases": list(cases), "on": on, "zone": clock.EASTERN, "came": Outcome.CAME.value}
    for case, way, day, condition, said in rows_of(TALKED, **asked):
        method, strength = COLLATERAL_ASKED if way == Way.COLLATERAL else ASKED
        result = RESULTS[Said(said)]
        found[case].append(Verification(condition, method, strength, day, result))
    return found


class Met(NamedTuple):
    """What the account needs of a contact. There are thousands in a caseload: rows, not models."""

    id: str
    case: str
    way: str
    outcome: str
    purpose: str
    day: date
    answers: str | None
    provisional: bool
    same_address: bool | None
    same_job: bool | None


def _standing(cases: Collection[UUID], on: date) -> Iterator[Met]:
    """Return the contacts that stand and show anything, oldest first, with what is needed of each.

    They are as last corrected, without those recorded by mistake.
    """
    words = {
        "came": Outcome.CAME.value,
        "missed": Outcome.DID_NOT_COME.value,
        "error": Outcome.IN_ERROR.value,
        "mail": Way.MAIL.value,
        "intake": Purpose.INTAKE.value,
        "shows": [str(way) for way in SHOWS],
    }
    rows = rows_of(STANDING, cases=list(cases), on=on, zone=clock.EASTERN, **words)
    return map(Met._make, rows)


def _evidence(contact: Met) -> list[Evidence]:
    if contact.way != Way.MAIL and contact.outcome != Outcome.CAME:
        return []
    kinds, strength = SHOWS.get(contact.way, ((), Strength.SELF_REPORT))
    shown = list(kinds)
    if _is_interview(contact):
        shown.append("INTAKE_INTERVIEW")
    if contact.answers and contact.outcome == Outcome.CAME:
        shown.append(f"DIRECTION_MET@{contact.answers}")
    name = f"contact:{contact.id}"
    return [Evidence(name, kind, contact.day, strength) for kind in shown]


def _events(contact: Met) -> list[Event]:
    if contact.outcome == Outcome.DID_NOT_COME:
        return [Event("REPORT_MISSED", contact.day)]
    if contact.outcome != Outcome.CAME:
        return []
    kinds = ["REPORTED"] if contact.way == Way.OFFICE else []
    if _is_interview(contact):
        kinds.append("INTAKE_HELD")
    return [Event(kind, contact.day) for kind in kinds]


def _is_interview(contact: Met) -> bool:
    came = contact.outcome == Outcome.CAME
    return came and contact.purpose == Purpose.INTAKE and not contact.provisional

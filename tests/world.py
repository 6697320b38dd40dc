"""A file with one of everything, and the addresses of all pages filled in from it.

Whatever walks all pages (who may see, who looked, what is hidden) stands on this. A route that asks
for something unknown here fails with the sentence of `Unknown`: teach `fill` or `of_office` to make
it, and every walk covers it.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from tests.walk import Route
from throughcare import clock
from throughcare.cases.commands import away
from throughcare.cases.commands.emergency import open_in_emergency
from throughcare.cases.commands.erasing import hold_file
from throughcare.cases.models import Case, Cover, EmergencyAccess
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.tests.factories import a_contact
from throughcare.decisions.tests.factories import set_aside
from throughcare.documents.tests.factories import keep
from throughcare.orders.commands import expecting, papers
from throughcare.orders.tests.acting import Acting
from throughcare.people.tests.factories import a_person, a_phone, an_address
from throughcare.record.entries import System, entry
from throughcare.record.erasing.erasures import Bare, Basis, Subject, ask_erasure
from throughcare.record.ids import new_id
from throughcare.record.models import Erasure
from throughcare.staff.commands import days
from throughcare.staff.models import Absence, StaffMember
from throughcare.staff.tests.factories import a_member, an_office
from throughcare.verification.tests.factories import a_check
from throughcare.victims.tests.factories import a_victim

OF_A_FILE = frozenset({"number", "document", "cover"})
"""What names a file, or something of one, in an address."""
KNOWN = OF_A_FILE | {
    "absence_id", "act", "away", "check", "contact", "decision", "direction", "emergency",
    "erasure", "expected", "form", "hold", "kind", "member_id", "name", "order", "paper", "query",
    "rest", "row", "tongue", "variation", "victim", "when",
}  # fmt: skip
"""What an address may ask for."""
NOT_WALKED = {
    "site:as_known_on": "It shows any other page as of a past: walked with each of them.",
    "account_logout": "It ends the session that walks.",
}

ROWS_OF_ORDERS = {
    "orders:met": "direction",
    "orders:take_back": "direction",
    "orders:decide_variation": "variation",
    "orders:answer": "query",
    "orders:take_event_back": "event",
}
"""What the row of an act on orders is, where it is not the order."""


class Unknown(Exception):
    """A route asks for something that tests/world.py does not make yet."""


@dataclass
class Filled:
    """What addresses are filled in with."""

    case: Case
    said: dict[str, Any] = field(default_factory=dict)

    def kwargs(self, route: Route) -> dict[str, Any]:
        """Return what a route asks for, by name.

        :raises Unknown: for what nobody made.
        """
        people = route.address.startswith("people/")
        acts = {"cases:identity_row": "end-phone", "cases:identity_act": "add-name"}
        known = self.said | {
            "number": self.case.person.number if people else self.case.number,
            "act": acts.get(route.name, ""),
        }
        if route.name.startswith("orders:"):
            known["row"] = self.said[ROWS_OF_ORDERS.get(route.name, "order")]
        if missing := [name for name in route.asks if known.get(name, "") == ""]:
            raise Unknown(f"Teach tests/world.py what {route.name} asks for: {missing}.")
        return {name: known[name] for name in route.asks}

    def url(self, route: Route) -> str:
        """Return the address of a page about this."""
        return reverse(route.name, kwargs=self.kwargs(route))


def an_office_of_people(**said: Any) -> SimpleNamespace:
    """Return an office with a manager and an officer, and what lies at its counter."""
    office = an_office(**said)
    manager, officer = (a_member(role, office=office) for role in ("MANAGER", "OFFICER"))
    clerk = a_member("CLERK", office=office)
    paper = papers.keep_paper(
        id=new_id(), office=office, by=clerk, words="1. Keep the peace.", surname="Brazeau",
        given="Odile",
    )  # fmt: skip
    line = expecting.expect_person(
        id=new_id(), office=office, name="Noé Gatien", seen_on=clock.today(), by=clerk
    )
    return SimpleNamespace(
        office=office, manager=manager, officer=officer, clerk=clerk, paper=paper, line=line
    )


def of_office(there: SimpleNamespace, member: StaffMember) -> dict[str, Any]:
    """Return what addresses that are not about a file are filled in with."""
    return {
        "paper": there.paper.pk,
        "expected": there.line.pk,
        "member_id": member.pk,
        "absence_id": an_absence(member).pk,
        "name": "none",
        "kind": "orders",
        "form": "csv",
        "when": clock.today().isoformat(),
        "rest": "cases/",
    }


def an_absence(member: StaffMember) -> Absence:
    """Return two coming days on which a member is away."""
    day = clock.today() + timedelta(days=30)
    return days.record_absence(
        member=member, kind="VACATION", starts_on=day,
        ends_before=day + timedelta(days=2), by=member,
    )  # fmt: skip


def fill(
    holder: StaffMember,
    *,
    by: StaffMember | None = None,
    covered_by: StaffMember | None = None,
    emergency: bool = True,
    **person: Any,
) -> Filled:
    """Return a file of a holder with one of everything, done by its holder unless said."""
    doer = by or holder
    opened = clock.now() - timedelta(days=60)
    case = a_case(holder=holder, person=a_person(**person), happened_at=opened)
    acting = Acting(case, doer)
    phone = a_phone(case.person)
    an_address(case.person)
    gone = away.record_away(
        id=new_id(), person=case.person, kind="HOSPITAL", source="Ward", by=doer,
        starts_on=clock.today() - timedelta(days=3),
    )  # fmt: skip
    said = {
        "row": phone.pk,
        "away": gone.pk,
        "order": acting.order.pk,
        "direction": acting.direction.pk,
        "variation": acting.variation.pk,
        "query": acting.query.pk,
        "event": acting.event.pk,
        "contact": a_contact(case, doer).pk,
        "check": a_check(acting.condition, doer).pk,
        "decision": set_aside(case, doer).pk,
        "hold": hold_file(id=new_id(), case=case, whole_person=False, why="A claim", by=doer).pk,
        "erasure": asked(case, doer).pk,
        "victim": a_victim(case, holder).pk,
        "document": keep(case=case, by=doer).pk,
        "emergency": opened_in_emergency(case).pk if emergency else new_id(),
        "cover": cover(case, covered_by or a_member("OFFICER", office=holder.office)).pk,
        "tongue": "fr",
        "when": clock.today().isoformat(),
    }
    return Filled(case, said)


def asked(case: Case, by: StaffMember) -> Erasure:
    """Return that somebody asked for a file to be erased."""
    basis = Basis("RETENTION", "End of the period", "Fin de la période")
    return ask_erasure(of=Subject(Bare(case.pk)), basis=basis, why="It ended", by=by)


def opened_in_emergency(case: Case) -> EmergencyAccess:
    """Return that an officer of another office opened a file in an emergency."""
    return open_in_emergency(
        id=new_id(), number=case.number, reason="A threat was heard", by=a_member("OFFICER")
    )


def cover(case: Case, by: StaffMember) -> Cover:
    """Return the cover of a file by a member, of any role, from today."""
    period = {"starts_on": clock.today(), "ends_before": clock.today() + timedelta(days=7)}
    with entry("cases.covered", by=System(), case=case):
        return Cover.objects.create(id=new_id(), case=case, covering=by, **period)


def is_of_a_file(route: Route) -> bool:
    """Say whether a route names a file, or something of one."""
    return route.declared.is_personal and bool(OF_A_FILE & set(route.asks))

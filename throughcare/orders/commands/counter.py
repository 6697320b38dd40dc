"""Taking a paper in at the counter: the person, the file, the order and the paper in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases.commands.opening import open_case
from throughcare.cases.models import Case, Kind
from throughcare.documents.commands import keep_document
from throughcare.documents.models import Document
from throughcare.documents.models import Kind as DocumentKind
from throughcare.documents.store import path_of
from throughcare.orders.commands.expecting import paper_arrived_for
from throughcare.orders.commands.intake import receive_order
from throughcare.orders.commands.papers import paper_taken_in
from throughcare.orders.making import ConditionMade, OrderMade
from throughcare.orders.models import Order, Paper, PaperStanding
from throughcare.people.commands import add_person
from throughcare.people.facts import BirthFacts, NameFacts, SpeechFacts
from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NobodyChosen(Refused): ...


@dataclass(frozen=True)
class NewPerson:
    """Someone who is not on file, as the paper names them."""

    id: UUID
    name: NameFacts
    birth: BirthFacts
    speech: SpeechFacts


@dataclass(frozen=True)
class Whose:
    """Whose order it is, as a person decided: a file, someone on record, or someone new."""

    case: Case | None = None
    person: Person | None = None
    new: NewPerson | None = None


def take_in_paper(
    *,
    id: UUID,
    paper: Paper,
    whose: Whose,
    made: OrderMade,
    conditions: Sequence[ConditionMade],
    by: StaffMember,
    holder: StaffMember | None = None,
) -> Order:
    """Make an order of a paper, on the file of its person, and return it as provisional.

    A person without an open supervision file gets one: held by `holder`, else uncovered and
    held by the manager. The file the paper came as is kept with the order. All or nothing; the
    same id again returns what it made, and the same paper twice makes one order.

    :raises NobodyChosen, DecidedAlready, and what receive_order, open_case, add_person and
        keep_document raise:
    """
    with transaction.atomic():
        Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
        if done := Paper.objects.filter(pk=paper.pk, standing=PaperStanding.TAKEN_IN).first():
            return done.order  # type: ignore[return-value]
        case = whose.case or _case_of(_person(whose, by), by, holder)
        document = _document(paper, case, by)
        order = receive_order(
            id=id, case=case, made=made, conditions=conditions, by=by, document=document
        )
        paper_taken_in(paper=paper, order=order, by=by)
        if paper.expected and paper.expected.ending == "WAITS":
            paper_arrived_for(expected=paper.expected, order=order, by=by)
    return order


def _person(whose: Whose, by: StaffMember) -> Person:
    if whose.person is not None:
        return whose.person
    if whose.new is None:
        raise NobodyChosen(
            _("Choose whose order this is, or say that the person is new."), field="person"
        )
    new = whose.new
    return add_person(id=new.id, name=new.name, birth=new.birth, speech=new.speech, by=by)


def _case_of(person: Person, by: StaffMember, holder: StaffMember | None) -> Case:
    """Return the open supervision file of a person, opened now where there is none."""
    running = Case.objects.open().filter(person=person, kind=Kind.SUPERVISION)
    if case := running.order_by("-opened_on").first():
        return case
    office = by.office
    if office is None:
        raise NobodyChosen(_("You are not posted to an office, so no file can be opened."))
    return open_case(
        id=new_id(),
        person=person,
        kind=Kind.SUPERVISION,
        office=office,
        by=by,
        holder=holder,
        reason=_("An order arrived"),
    )


def _document(paper: Paper, case: Case, by: StaffMember) -> Document | None:
    """Return the file a paper came as, kept on the case."""
    if not paper.sha256:
        return None
    with path_of(paper.sha256).open("rb") as content:
        return keep_document(
            id=paper.pk,
            content=content,
            file_name=paper.file_name,
            title=_("Order as it arrived"),
            kind=DocumentKind.COURT_PAPER,
            by=by,
            case=case,
        )

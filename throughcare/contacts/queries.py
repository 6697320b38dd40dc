"""Reads of the contacts of a file."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from throughcare.cases.models import Case
from throughcare.contacts.models import Contact, Outcome, Statement
from throughcare.orders.models import Direction
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once


@dataclass(frozen=True)
class BeforeYouAsk:
    """What an officer should know before the talk: the last contact, homework to look at."""

    last: Contact | None
    homework: Contact | None
    missed: int
    """How many times in a row the person did not come."""


def contacts_of(case: Case) -> QuerySet[Contact]:
    """Return every contact of a file, corrected ones too, newest first. Three queries."""
    every = Contact.objects.filter(case=case).select_related(
        "recorded_by", "confirmed_by", "answers", "next_direction", "corrects", "corrected_by"
    )
    return every.prefetch_related("talked__condition", "statements").order_by(
        "-happened_at", "-recorded_at"
    )


def before_you_ask(case: Case) -> BeforeYouAsk:
    """Return what stands before the next contact. One query."""
    recent = list(Contact.objects.standing().filter(case=case).order_by("-happened_at")[:12])
    reached = [each for each in recent if each.outcome == Outcome.CAME]
    missed = next(
        (at for at, each in enumerate(recent) if each.outcome != Outcome.DID_NOT_COME), len(recent)
    )
    homework = next((each for each in reached if each.homework), None)
    return BeforeYouAsk(reached[0] if reached else None, homework, missed)


def last_contacts(cases: list[Case], *, on: date) -> dict[object, Contact]:
    """Return the last contact of each file in which someone was reached. One query."""
    reached = Contact.objects.standing().reached().filter(case__in=cases, happened_at__date__lte=on)
    newest = reached.order_by("case", "-happened_at").distinct("case")
    return {each.case_id: each for each in newest}


def statements_of(case: Case) -> QuerySet[Statement]:
    """Return the statements of a file that a paper may cite, newest first. One query."""
    standing = Contact.objects.standing().filter(case=case)
    found = Statement.objects.filter(contact__in=standing).select_related("contact__recorded_by")
    return found.order_by("-contact__happened_at", "source")


@composed_once
def to_confirm(cases: Collection[UUID]) -> QuerySet[Contact]:
    """Return the contacts of files that wait for an officer's word, the oldest first. One query."""
    waiting = Contact.objects.standing().filter(any_of("case", cases), provisional=True)
    return waiting.select_related("recorded_by").order_by("happened_at", "id")


def answer_of(direction: Direction) -> Contact | None:
    """Return what is on file of an appointment: that the person came, or did not. One query.

    Whoever came after a miss has come.
    """
    kept = Contact.objects.standing().filter(
        answers=direction, outcome__in=[Outcome.CAME, Outcome.DID_NOT_COME]
    )
    return kept.select_related("recorded_by").order_by("outcome", "-happened_at").first()


def appointments_of(case: Case, on: date) -> list[Direction]:
    """Return the directions to report that no contact has answered, soonest first. One query.

    Those taken back or replaced are left out.
    """
    waiting = Direction.objects.filter(
        case=case, kind="REPORT", withdrawn_at=None, replaced_by=None, met_on=None
    )
    answered = Contact.objects.standing().filter(answers=OuterRef("pk"))
    return list(waiting.filter(~Exists(answered)).order_by("due_on", "due_time"))

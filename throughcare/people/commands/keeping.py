"""What all acts about a person share: sent twice, changed meanwhile, a reason, constraints."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from throughcare.people.facts import F, Facts, edition_of, facts_of, values_of
from throughcare.people.models import Person
from throughcare.refusal import Refused

M = TypeVar("M", bound=Model)


class SentBefore(Refused):
    """The same form was sent before, with other facts."""


class ChangedSince(Refused):
    """The row is not any more what the form was made from; `present` says what it is now."""

    def __init__(self, message: str, present: Facts) -> None:
        super().__init__(message)
        self.present = present


class NothingToCorrect(Refused):
    """The correction says what is on file already."""


class NoReason(Refused):
    """A correction or a withdrawal does not say why."""


def hold_person(person: Person) -> Person:
    """Return the person's row as it is now, held until the end of the transaction."""
    return Person.objects.select_for_update().get(pk=person.pk)


def hold_id(id: UUID) -> None:
    """Let one sender of a form at a time pass, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(id)])


def sent_before(model: type[M], id: UUID, person: Person, facts: Facts) -> M | None:
    """Return what the same form made when it was sent before, or None.

    :raises SentBefore: when the id was used for other facts.
    """
    row = model._default_manager.filter(pk=id).first()
    if row is None:
        return None
    if getattr(row, "person_id", row.pk) != person.pk or facts_of(row, type(facts)) != facts:
        raise sent_with_other_answers()
    return row


def sent_with_other_answers() -> SentBefore:
    """Return the refusal of a form whose id has kept other answers."""
    return SentBefore(
        _(
            "This form was sent before and its first answers are on file, or were changed"
            " since. Nothing was kept now. Open the form again to add something else."
        )
    )


def changed_row(row: M, facts: F, base: str) -> M:
    """Return a row, as it is now and held, with other facts set but not yet saved.

    `base` is the edition of the facts from which the form was made.

    :raises ChangedSince, NothingToCorrect:
    """
    held = type(row)._default_manager.select_for_update().get(pk=row.pk)
    present = facts_of(held, type(facts))
    if present == facts:
        raise NothingToCorrect(_("This is what is on file already. Nothing was changed."))
    if edition_of(present) != base:
        raise ChangedSince(
            _(
                "Someone changed this while you were writing. What is on file now stands beside"
                " your words. Compare them and send again."
            ),
            present,
        )
    for name, value in values_of(facts).items():
        setattr(held, name, value)
    return held


def said_reason(reason: str) -> str:
    """Return a reason without the space around it.

    :raises NoReason: when it says nothing.
    """
    said = reason.strip()
    if not any(sign.isalnum() for sign in said):
        raise NoReason(_("Say why this is corrected: a few words will do."), field="reason")
    return said


@contextmanager
def refusing(refusals: Mapping[str, Refused]) -> Iterator[None]:
    """Turn the breach of a named constraint into the refusal that explains it."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
        if name not in refusals:
            raise
        raise refusals[name] from error

"""Saying why one looked at a file."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import Case, LookReason
from throughcare.cases.queries.own_looks import days_to_explain
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NothingToExplain(Refused): ...


def explain_look(*, id: UUID, case: Case, day: date, words: str, by: StaffMember) -> LookReason:
    """Say why one looked at a file on a day. It stands beside the alert, and ends none.

    Sending the same id again returns what was said.

    :raises WordsMissing, NothingToExplain:
    """
    if not words.strip():
        raise WordsMissing(_("Say why you looked, in a sentence."), field="words")
    with transaction.atomic():
        StaffMember.objects.select_for_update(no_key=True).get(pk=by.pk)
        if made := LookReason.objects.filter(pk=id, member=by, case=case).first():
            return made
        if day not in days_to_explain(case, by):
            raise NothingToExplain(
                _("You said why on this day already, or did not look. Choose another day."),
                field="day",
            )
        with entry("cases.look_explained", by=by, case=case, person=case.person, reason=words):
            return LookReason.objects.create(
                id=id, member=by, case=case, day=day, words=words.strip(), given_at=clock.wall()
            )

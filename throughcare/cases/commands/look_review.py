"""The answer of a third person to what somebody looked at."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import LookReview
from throughcare.cases.queries.alerts import Alert
from throughcare.cases.queries.reviews import may_review
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NotYoursToReview(Refused): ...


def review_looks(
    *, id: UUID, alert: Alert, was_right: bool, words: str, by: StaffMember
) -> LookReview:
    """Say in words whether a day of looking was right. Saying it again changes nothing.

    :raises WordsMissing, NotYoursToReview:
    """
    if not words.strip():
        raise WordsMissing(_("Say in a sentence what you found."), field="words")
    if not may_review(by, alert.member):
        raise NotYoursToReview(_("Someone else reviews this: a third person, not under them."))
    about = {"member": alert.member, "day": alert.day, "why": alert.why}
    with transaction.atomic():
        StaffMember.objects.select_for_update(no_key=True).get(pk=alert.member.pk)
        if made := LookReview.objects.filter(**about).first():
            return made
        with entry("cases.looks_reviewed", by=by, reason=words):
            return LookReview.objects.create(
                id=id,
                count=alert.count,
                was_right=was_right,
                words=words.strip(),
                reviewed_by=by,
                reviewed_at=clock.wall(),
                **about,
            )

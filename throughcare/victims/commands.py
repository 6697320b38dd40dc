"""Opening the card of a file; registering a victim, and correcting what is known of one.

Their entries name neither file nor person: a file's record, its export and its counts are the same
whether or not anyone is registered. Why it was done is why the card was opened: nobody is asked
twice.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.cases.watching import WATCHING
from throughcare.people.commands.keeping import changed_row, sent_with_other_answers
from throughcare.people.facts import facts_of, values_of
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember
from throughcare.victims.facts import VictimFacts
from throughcare.victims.models import CardOpening, Victim
from throughcare.victims.queries import may_open, standing_opening


class CardIsClosed(Refused): ...


class ReasonMissing(Refused): ...


class NameMissing(Refused): ...


class NotOnThisCard(Refused): ...


def open_card(*, id: UUID, case: Case, reason: str, by: StaffMember) -> CardOpening:
    """Open the victim card of a file to its holder, cover or duty officer, for a while.

    Sending the same id again returns what it opened.

    :raises ReasonMissing, CardIsClosed:
    """
    if not reason.strip():
        raise ReasonMissing(_("Say why you open the card, in a sentence."), field="reason")
    with transaction.atomic():
        if not may_open(case):
            raise CardIsClosed(_("The card opens to who holds or covers the file, and on duty."))
        if made := CardOpening.objects.filter(pk=id, case=case, member=by).first():
            return made
        now = clock.wall()
        length = timedelta(minutes=WATCHING.card_minutes)
        with entry("victims.card_opened", by=by, reason=reason):
            return CardOpening.objects.create(
                id=id, case=case, member=by, reason=reason.strip(), opened_at=now,
                ends_at=now + length,
            )  # fmt: skip


def register_victim(*, id: UUID, case: Case, facts: VictimFacts, by: StaffMember) -> Victim:
    """Register a victim on a file whose card is open to the member.

    Sending the same facts under the same id again changes nothing.

    :raises CardIsClosed, NameMissing, SentBefore:
    """
    with transaction.atomic():
        reason = _why_open(case, by)
        _demand_name(facts)
        if made := Victim.objects.filter(pk=id).first():
            if made.case_id != case.pk or facts_of(made, VictimFacts) != facts:
                raise sent_with_other_answers()
            return made
        with entry("victims.registered", by=by, reason=reason):
            return Victim.objects.create(id=id, case=case, **values_of(facts))


def correct_victim(
    *, id: UUID, case: Case, facts: VictimFacts, base: str, by: StaffMember
) -> Victim:
    """Correct what is known of a victim, on an open card; what stood before stays readable there.

    :param base: the edition of the facts from which the form was made.
    :raises CardIsClosed, NameMissing, NotOnThisCard, ChangedSince, NothingToCorrect:
    """
    with transaction.atomic():
        reason = _why_open(case, by)
        _demand_name(facts)
        victim = Victim.objects.filter(pk=id, case=case).first()
        if victim is None:
            raise NotOnThisCard(_("Nobody of this card is meant. Go back to the card."))
        corrected = changed_row(victim, facts, base)
        with entry("victims.corrected", by=by, reason=reason):
            corrected.save()
    return corrected


def _why_open(case: Case, by: StaffMember) -> str:
    """Return the reason with which the card is open to a member.

    :raises CardIsClosed: when it is not, or not any more.
    """
    opening = standing_opening(case, by) if may_open(case) else None
    if opening is None:
        raise CardIsClosed(
            _("The card is not open to you now. Open it with a reason, and send this again.")
        )
    return opening.reason


def _demand_name(facts: VictimFacts) -> None:
    if not facts.name.strip():
        raise NameMissing(_("Write the name, or the words by which they are known."), field="name")

"""Setting a requirement aside for a period; its approval, refusal and withdrawal."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.decisions.models import Answer, SetAside
from throughcare.packs import choices
from throughcare.packs.choices import Reason
from throughcare.people.commands.fitting import kept
from throughcare.people.commands.keeping import refusing
from throughcare.record.entries import OpenEntry, entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class ReasonNotOffered(Refused): ...


class WordsMissing(Refused): ...


class PeriodIsEmpty(Refused): ...


class SetAsideAlready(Refused): ...


class NotTheApprover(Refused): ...


class AnsweredAlready(Refused): ...


class TakenBack(Refused): ...


@dataclass(frozen=True)
class Aside:
    """What is set aside: a requirement by its id, what it asks in words, and for which days."""

    requirement: str
    starts_on: date
    ends_before: date
    what: str = ""


def set_aside(
    *, id: UUID, case: Case, aside: Aside, reason_code: str, by: StaffMember, words: str = ""
) -> SetAside:
    """Set a requirement aside for a period. It counts at once, or when a manager has approved.

    The reason decides whether approval is needed; guarded work always needs it. Sending the
    same facts again returns the decision that they made.

    :raises SentBefore, CaseIsClosed, ReasonNotOffered, WordsMissing, PeriodIsEmpty,
        SetAsideAlready:
    """
    reason = offered(reason_code, "set_aside", words)
    with transaction.atomic():
        file = handover.lock(case)
        said = _facts(aside) | {"case_id": file.pk, "reason_code": reason_code}
        if made := handover.already(SetAside, id, **said):
            return made
        _check_period(file, aside)
        asked = asks_approval(aside.requirement, reason)
        with (
            refusing({"requirement_is_set_aside_once_at_a_time": _already()}),
            _about(
                "decisions.set_aside_asked" if asked else "decisions.set_aside", file, by, words
            ),
        ):
            return kept(
                SetAside,
                id=id,
                what=aside.what,
                words=words.strip(),
                decided_by=by,
                decided_at=clock.now(),
                answer=Answer.WAITING if asked else Answer.NOT_ASKED,
                **said,
            )


def approve_set_aside(*, decision: SetAside, by: StaffMember, words: str = "") -> SetAside:
    """Let a decision stand. Nobody approves what they decided. Again changes nothing.

    :raises NotTheApprover, AnsweredAlready, TakenBack:
    """
    return _answered(decision, Answer.APPROVED, by, words)


def refuse_set_aside(*, decision: SetAside, words: str, by: StaffMember) -> SetAside:
    """Decline a decision and say why: the requirement stays owed. Again changes nothing.

    :raises WordsMissing, NotTheApprover, AnsweredAlready, TakenBack:
    """
    if not words.strip():
        raise WordsMissing(_("Say why it is not set aside."), field="words")
    return _answered(decision, Answer.REFUSED, by, words)


def withdraw_set_aside(*, decision: SetAside, words: str, by: StaffMember) -> SetAside:
    """Take a decision back: the requirement is owed again. Both stay on file. Twice is once.

    :raises WordsMissing:
    """
    if not words.strip():
        raise WordsMissing(_("Say why it is taken back."), field="words")
    with transaction.atomic():
        handover.lock(decision.case)
        held = _row(decision)
        if held.withdrawn_at is not None:
            return held
        with _about("decisions.set_aside_withdrawn", held.case, by, words):
            held.withdrawn_at = clock.now()
            held.save(update_fields=["withdrawn_at"])
    return held


def offered(code: str, purpose: str, words: str) -> Reason:
    """Return the reason of a code, with its words where it asks for them.

    :raises ReasonNotOffered, WordsMissing:
    """
    found = choices.reasons(settings.JURISDICTION, purpose, clock.today())
    reason = choices.chosen(found, code)
    if reason is None:
        raise ReasonNotOffered(_("Choose a reason from the list."), field="reason_code")
    if reason.asks_words and not words.strip():
        raise WordsMissing(
            _("This reason asks for a sentence that a stranger understands."), field="words"
        )
    return reason


def asks_approval(requirement: str, reason: Reason) -> bool:
    """Say whether a manager has to approve: by the reason, or because the work is guarded."""
    guard = choices.guarded(settings.JURISDICTION, requirement, clock.today())
    return reason.needs_approval or guard is not None


def _answered(decision: SetAside, answer: Answer, by: StaffMember, words: str) -> SetAside:
    with transaction.atomic():
        handover.lock(decision.case)
        held = _held(decision)
        if held.answer == answer and held.answered_by_id == by.pk:
            return held
        _check_may_answer(held, by)
        approved = answer == Answer.APPROVED
        with _about(
            "decisions.set_aside_approved" if approved else "decisions.set_aside_refused",
            held.case,
            by,
            words,
        ):
            held.answer, held.answered_by = answer, by
            held.answered_at, held.answer_words = clock.now(), words.strip()
            held.save(update_fields=["answer", "answered_by", "answered_at", "answer_words"])
    return held


def _check_may_answer(held: SetAside, by: StaffMember) -> None:
    if held.decided_by_id == by.pk:
        raise NotTheApprover(
            _("Nobody approves what they decided themselves. Ask another manager.")
        )
    if not by.may(Permission.APPROVE_DECISION):
        raise NotTheApprover(_("Only a manager answers this. Ask the manager of the office."))
    if held.answer != Answer.WAITING:
        raise AnsweredAlready(
            _("This was answered already. Nothing was changed; the page shows how.")
        )


def _held(decision: SetAside) -> SetAside:
    """Return the decision as it is now, kept from others.

    :raises TakenBack:
    """
    held = _row(decision)
    if held.withdrawn_at is not None:
        raise TakenBack(_("This was taken back already. Nothing was changed."))
    return held


def _row(decision: SetAside) -> SetAside:
    return (
        SetAside.objects.select_for_update(of=("self",))
        .select_related("case__person")
        .get(pk=decision.pk)
    )


def _about(act: str, case: Case, by: StaffMember, words: str) -> AbstractContextManager[OpenEntry]:
    return entry(act, by=by, case=case, person=case.person, reason=words.strip())


def _facts(aside: Aside) -> dict[str, Any]:
    return {
        "requirement": aside.requirement,
        "starts_on": aside.starts_on,
        "ends_before": aside.ends_before,
    }


def _check_period(file: Case, aside: Aside) -> None:
    if aside.ends_before <= aside.starts_on:
        raise PeriodIsEmpty(_("The last day is before the first."), field="last_day")
    if _standing(file, aside).exists():
        raise _already()


def _standing(file: Case, aside: Aside) -> QuerySet[SetAside]:
    return SetAside.objects.filter(
        case=file,
        requirement=aside.requirement,
        withdrawn_at=None,
        starts_on__lt=aside.ends_before,
        ends_before__gt=aside.starts_on,
    ).exclude(answer=Answer.REFUSED)


def _already() -> SetAsideAlready:
    return SetAsideAlready(
        _("This is set aside, or waits for approval, on some of these days already."),
        field="starts_on",
    )

"""Setting a requirement aside: by whom, why, approved by whom."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from throughcare import clock
from throughcare.decisions.commands import setting_aside
from throughcare.decisions.models import Answer, SetAside
from throughcare.decisions.tests.factories import an_aside, set_aside
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member

pytestmark = pytest.mark.django_db
GUARDED = "condition:x:NO_CONTACT:CHECK"


def test_a_reason_that_needs_nothing_more_counts_at_once(case, officer):
    decision = set_aside(case, officer, what="Seen twice a month")

    assert (decision.answer, decision.counts) == (Answer.NOT_ASKED, True)
    assert decision.what == "Seen twice a month"
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.case_id, kept.person_id) == (
        "decisions.set_aside",
        case.pk,
        case.person_id,
    )


def test_the_words_are_the_reason_of_the_entry(case, officer):
    set_aside(case, officer, reason="DONE_OTHERWISE", words=" Seen at court ")

    assert Entry.objects.latest("number").reason == "Seen at court"


@pytest.mark.parametrize(
    ("reason", "words", "requirement"),
    [
        ("NOT_ENFORCED", "First miss in a year", "standard:x:SEEN"),
        ("SICK", "", GUARDED),
        ("SICK", "", "court:x:DATE"),
    ],
    ids=["by_its_reason", "protected_person", "court_date"],
)
def test_some_wait_for_a_manager(case, officer, reason, words, requirement):
    decision = set_aside(case, officer, reason=reason, words=words, requirement=requirement)

    assert (decision.answer, decision.counts) == (Answer.WAITING, False)
    assert Entry.objects.latest("number").act == "decisions.set_aside_asked"
    assert list(SetAside.objects.waiting()) == [decision]
    assert list(SetAside.objects.standing()) == []


def test_a_manager_approves(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)

    approved = setting_aside.approve_set_aside(decision=decision, by=manager, words="Agreed")

    assert (approved.answer, approved.answered_by, approved.counts) == ("APPROVED", manager, True)
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.reason) == ("decisions.set_aside_approved", "Agreed")


def test_a_manager_refuses_and_says_why(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)

    refused = setting_aside.refuse_set_aside(decision=decision, words="Call her first", by=manager)

    assert (refused.answer, refused.answer_words, refused.counts) == (
        "REFUSED",
        "Call her first",
        False,
    )
    assert Entry.objects.latest("number").act == "decisions.set_aside_refused"


def test_nobody_approves_their_own(case, manager):
    decision = set_aside(case, manager, requirement=GUARDED)

    with pytest.raises(setting_aside.NotTheApprover, match="Ask another manager"):
        setting_aside.approve_set_aside(decision=decision, by=manager)

    decision.refresh_from_db()
    assert decision.answer == Answer.WAITING


def test_the_table_refuses_an_own_approval_too(case, manager):
    decision = set_aside(case, manager, requirement=GUARDED)

    with (
        pytest.raises(IntegrityError, match="nobody_approves_what_they_decided"),
        entry("decisions.set_aside_approved", by=manager, case=case),
    ):
        SetAside.objects.filter(pk=decision.pk).update(
            answer="APPROVED", answered_by=manager, answered_at=clock.now()
        )


def test_an_officer_does_not_approve(case, officer, colleague):
    decision = set_aside(case, officer, requirement=GUARDED)

    with pytest.raises(setting_aside.NotTheApprover, match="Only a manager"):
        setting_aside.approve_set_aside(decision=decision, by=colleague)


def test_the_same_answer_again_changes_nothing(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)
    setting_aside.approve_set_aside(decision=decision, by=manager)
    entries = Entry.objects.count()

    setting_aside.approve_set_aside(decision=decision, by=manager)

    assert Entry.objects.count() == entries


def test_what_was_answered_is_not_answered_otherwise(case, officer, manager, office):
    decision = set_aside(case, officer, requirement=GUARDED)
    setting_aside.approve_set_aside(decision=decision, by=manager)
    other = a_member("MANAGER", office=office)

    with pytest.raises(setting_aside.AnsweredAlready):
        setting_aside.refuse_set_aside(decision=decision, words="No", by=other)


def test_what_needs_no_approval_is_not_answered(case, officer, manager):
    with pytest.raises(setting_aside.AnsweredAlready):
        setting_aside.approve_set_aside(decision=set_aside(case, officer), by=manager)


def test_taking_back_leaves_both_on_file(case, officer, colleague):
    decision = set_aside(case, officer)

    back = setting_aside.withdraw_set_aside(decision=decision, words="Not sick", by=colleague)

    assert (back.counts, back.answer) == (False, Answer.NOT_ASKED)
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.reason) == ("decisions.set_aside_withdrawn", "Not sick")


def test_taking_back_twice_is_once(case, officer, colleague):
    decision = set_aside(case, officer)
    first = setting_aside.withdraw_set_aside(decision=decision, words="Not sick", by=colleague)
    before = Entry.objects.count()
    again = setting_aside.withdraw_set_aside(decision=decision, words="Again", by=officer)

    assert again.withdrawn_at == first.withdrawn_at
    assert Entry.objects.count() == before


@pytest.mark.parametrize("do", ["refuse_set_aside", "withdraw_set_aside"])
def test_no_is_said_with_a_reason(case, officer, manager, do):
    decision = set_aside(case, officer, requirement=GUARDED)

    with pytest.raises(setting_aside.WordsMissing):
        getattr(setting_aside, do)(decision=decision, words=" ", by=manager)


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"reason": "VACANT_POST"}, setting_aside.ReasonNotOffered, "reason_code"),
        ({"reason": "BECAUSE"}, setting_aside.ReasonNotOffered, "reason_code"),
        ({"reason": "OTHER"}, setting_aside.WordsMissing, "words"),
        ({"reason": "OTHER", "words": "  "}, setting_aside.WordsMissing, "words"),
        ({"days": (0, 0)}, setting_aside.PeriodIsEmpty, "last_day"),
        ({"days": (0, -1)}, setting_aside.PeriodIsEmpty, "last_day"),
    ],
)
def test_what_cannot_be_set_aside(case, officer, said, refusal, field):
    if days := said.pop("days", None):
        first, after = (clock.today() + timedelta(days=day) for day in days)
        said |= {"starts_on": first, "ends_before": after}

    with pytest.raises(refusal) as refused:
        set_aside(case, officer, **said)

    assert refused.value.field == field
    assert not SetAside.objects.exists()


@pytest.mark.parametrize("days", [0, 30])
def test_what_an_order_asked_before_the_file_was_opened_may_be_set_aside(case, officer, days):
    assert set_aside(case, officer, starts_on=case.opened_on - timedelta(days=days)).counts


def test_the_same_facts_sent_twice_act_once(case, officer):
    sent = new_id()

    first, second = set_aside(case, officer, id=sent), set_aside(case, officer, id=sent)

    assert first == second
    assert SetAside.objects.count() == 1
    with pytest.raises(SentBefore):
        set_aside(case, officer, id=sent, reason="FAMILY")


def test_days_are_set_aside_once(case, officer):
    today = clock.today()
    set_aside(case, officer, ends_before=today + timedelta(days=5))

    with pytest.raises(setting_aside.SetAsideAlready):
        set_aside(case, officer, starts_on=today + timedelta(days=4), reason="FAMILY")

    assert set_aside(case, officer, requirement="standard:x:HOME").counts
    assert set_aside(
        case,
        officer,
        starts_on=today + timedelta(days=5),
        ends_before=today + timedelta(days=6),
    ).counts


@pytest.mark.parametrize("ending", ["refused", "taken_back"])
def test_after_a_no_the_days_are_free_again(case, officer, manager, ending):
    decision = set_aside(case, officer, requirement=GUARDED)
    if ending == "refused":
        setting_aside.refuse_set_aside(decision=decision, words="No", by=manager)
    else:
        setting_aside.withdraw_set_aside(decision=decision, words="No", by=officer)

    again = set_aside(case, officer, requirement=GUARDED, reason="FAMILY")

    assert again.answer == Answer.WAITING


def test_two_at_once_are_held_apart_by_the_table(case, officer):
    set_aside(case, officer)
    row = SetAside.objects.get()
    row.pk = new_id()

    with (
        pytest.raises(IntegrityError, match="requirement_is_set_aside_once_at_a_time"),
        transaction.atomic(),
        entry("decisions.set_aside", by=officer, case=case),
    ):
        SetAside.objects.bulk_create([row])


@pytest.mark.parametrize(
    ("code", "requirement", "asks"),
    [
        ("SICK", "standard:x:SEEN", False),
        ("SICK", GUARDED, True),
        ("UNSAFE", "standard:x:SEEN", True),
    ],
)
def test_approval_is_asked_by_reason_or_by_work(code, requirement, asks):
    reason = setting_aside.offered(code, "set_aside", "words")

    assert setting_aside.asks_approval(requirement, reason) is asks


def test_an_aside_without_words_has_none():
    assert an_aside().what == ""

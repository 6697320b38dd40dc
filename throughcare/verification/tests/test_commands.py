"""Recording how a condition was checked, and correcting it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from throughcare import clock
from throughcare.cases.handover import NotYet
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.packs import choices
from throughcare.people.commands.keeping import NoReason, NothingToCorrect, SentBefore
from throughcare.people.tests.factories import a_person
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.verification import commands
from throughcare.verification.models import Verification
from throughcare.verification.tests.factories import a_check, check, corrected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
METHODS = [(each.code, each.strength) for each in choices.methods("ca_on", clock.today())]


@pytest.mark.parametrize(("method", "strength"), METHODS)
def test_the_strength_is_the_methods(peace, officer, method, strength):
    row = a_check(peace, officer, method=method)

    assert (row.method, row.level, row.recorded_by) == (method, strength, officer)


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ({}, "verification.recorded"),
        ({"shows": "PROOF_SHOWN"}, "verification.evidence_recorded"),
        ({"shows": "HOURS_WORKED", "hours": Decimal(6)}, "verification.evidence_recorded"),
    ],
)
def test_a_check_is_an_act_on_the_file(case, service, officer, said, act):
    a_check(service, officer, **said)

    kept = Entry.objects.latest("number")
    assert (kept.act, kept.case_id, kept.person_id) == (act, case.pk, case.person_id)
    assert kept.happened_at is None


def test_a_late_check_says_so(peace, officer):
    row = a_check(peace, officer, on=clock.today() - 4 * DAY)

    assert row.days_late == 4
    assert clock.day_of(Entry.objects.latest("number").happened_at) == row.on


@pytest.mark.parametrize("days", [-31, -400])
def test_a_day_outside_the_order_is_kept(peace, officer, days):
    on = clock.today() + days * DAY

    assert a_check(peace, officer, on=on).on == on


def test_a_day_to_come_is_refused(peace, officer):
    with pytest.raises(NotYet) as refused:
        a_check(peace, officer, on=clock.today() + DAY)

    assert refused.value.field == "on"


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"method": "GUESSED"}, commands.MethodNotOffered, "method"),
        ({"shows": "HOURS_WORKED"}, commands.HoursMissing, "hours"),
        ({"shows": "HOURS_WORKED", "hours": Decimal(0)}, commands.HoursMissing, "hours"),
        ({"hours": Decimal(3)}, commands.HoursOutOfPlace, "hours"),
    ],
)
def test_what_cannot_be_recorded(service, officer, said, refusal, field):
    with pytest.raises(refusal) as refused:
        a_check(service, officer, **said)

    assert refused.value.field == field
    assert not Verification.objects.exists()


def test_hours_are_never_less_than_none(service, officer):
    with pytest.raises(commands.HoursUnreadable):
        a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(-2))


def test_the_table_itself_holds_no_hours_below_none(service, officer):
    row = a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(2))

    with (
        pytest.raises(IntegrityError, match="hours_of_work_are_some"),
        entry("record.test", by=officer),
    ):
        Verification.objects.filter(pk=row.pk).update(hours=-2)


def test_a_condition_of_another_file_is_refused(case, order, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    theirs = condition_of(an_order(other, officer), 1)

    with pytest.raises(commands.OfAnotherFile):
        commands.verify_condition(id=new_id(), case=case, check=check(theirs), by=officer)


def test_the_same_facts_sent_twice_act_once(peace, officer):
    sent = new_id()

    first, second = a_check(peace, officer, id=sent), a_check(peace, officer, id=sent)

    assert first == second
    assert Verification.objects.count() == 1
    with pytest.raises(SentBefore):
        a_check(peace, officer, id=sent, words="Other words")


def test_both_are_on_file_and_the_correction_stands(peace, officer, colleague):
    row = a_check(peace, officer)

    correction = corrected(row, colleague, method="HOME_VISIT", reason="It was a visit")

    assert (correction.corrects, correction.level) == (row, Strength.OBSERVED)
    assert list(Verification.objects.standing()) == [correction]
    assert Verification.objects.count() == 2
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.reason) == ("verification.check_corrected", "It was a visit")


def test_recorded_by_mistake_leaves_nothing_standing(peace, officer):
    row = a_check(peace, officer)

    corrected(row, officer, by_mistake=True)

    assert list(Verification.objects.standing()) == []


def test_what_was_corrected_is_not_corrected_again(peace, officer):
    row = a_check(peace, officer)
    corrected(row, officer, words="b")

    with pytest.raises(commands.CorrectedAlready):
        corrected(row, officer, words="c")


def test_a_correction_says_why_and_corrects_something(peace, officer):
    row = a_check(peace, officer)

    with pytest.raises(NoReason):
        corrected(row, officer, words="b", reason=" ")
    with pytest.raises(NothingToCorrect):
        corrected(row, officer)


def test_the_same_correction_sent_twice_acts_once(peace, officer):
    row, sent = a_check(peace, officer), new_id()

    first = corrected(row, officer, id=sent, words="b")

    assert corrected(row, officer, id=sent, words="b") == first
    assert Verification.objects.count() == 2


def test_hours_by_mistake_need_no_hours(service, officer):
    row = a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(6))

    correction = corrected(row, officer, shows="HOURS_WORKED", by_mistake=True)

    assert (correction.by_mistake, correction.hours) == (True, None)

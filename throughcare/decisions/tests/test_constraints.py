"""The tables of decisions hold their rules by themselves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from throughcare import clock
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.decisions.tests.factories import mark, set_aside, undone
from throughcare.record.entries import entry
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def write(case, officer):
    """Change the one decision outside its commands, in an entry."""
    set_aside(case, officer)

    def change(**values):
        with transaction.atomic(), entry("decisions.set_aside", by=officer, case=case):
            SetAside.objects.update(**values)

    return change


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"answer": "APPROVED"}, "answer_says_who_and_when"),
        ({"answer": "MAYBE"}, "answer_says_who_and_when"),
        ({"answered_at": clock.now()}, "answer_says_who_and_when"),
        ({"ends_before": clock.today()}, "set_aside_ends_after_it_starts"),
        ({"ends_before": clock.today() - DAY}, "set_aside_ends_after_it_starts"),
    ],
)
def test_a_decision_that_breaks_a_rule_is_not_kept(write, values, rule):
    with pytest.raises(IntegrityError, match=rule):
        write(**values)


def test_an_answer_is_by_another(write, officer):
    with pytest.raises(IntegrityError, match="nobody_approves_what_they_decided"):
        write(answer="APPROVED", answered_by=officer, answered_at=clock.now())


def test_a_refusal_has_words(write, manager):
    with pytest.raises(IntegrityError, match="a_refusal_says_why"):
        write(answer="REFUSED", answered_by=manager, answered_at=clock.now())

    write(answer="REFUSED", answered_by=manager, answered_at=clock.now(), answer_words="No")
    assert SetAside.objects.get().answer == "REFUSED"


@pytest.mark.parametrize("ending", ["refused", "taken_back"])
def test_days_that_fell_free_are_free_in_the_table_too(write, case, officer, manager, ending):
    if ending == "refused":
        write(answer="REFUSED", answered_by=manager, answered_at=clock.now(), answer_words="No")
    else:
        write(withdrawn_at=clock.now())

    assert set_aside(case, officer, reason="FAMILY").counts


def test_a_mark_without_days_is_not_kept(case, manager):
    mark(manager, undone(case))

    with (
        pytest.raises(IntegrityError, match="no_staff_ends_after_it_starts"),
        entry("decisions.no_staff_marked", by=manager, case=case),
    ):
        NoStaff.objects.update(ends_before=clock.today())


def test_two_marks_of_the_same_days_are_not_kept(case, manager):
    row = mark(manager, undone(case))[0]
    row.pk = new_id()

    with (
        pytest.raises(IntegrityError, match="requirement_is_without_staff_once_at_a_time"),
        entry("decisions.no_staff_marked", by=manager, case=case),
    ):
        NoStaff.objects.bulk_create([row])


@pytest.mark.parametrize("model", [SetAside, NoStaff])
def test_nothing_is_written_outside_an_entry(case, officer, manager, model):
    set_aside(case, officer)
    mark(manager, undone(case))

    with pytest.raises(Exception, match="needs an entry"):
        model.objects.update(words="Quietly changed")

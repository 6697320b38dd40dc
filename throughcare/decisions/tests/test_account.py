"""What decisions tell the account of a case."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.decisions import account
from throughcare.decisions.commands import setting_aside
from throughcare.decisions.tests.factories import mark, set_aside, undone
from throughcare.kernel.obligations.facts import Decision, Facts, Period
from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db
GUARDED = "condition:x:NO_CONTACT:CHECK"
DAY = timedelta(days=1)


def told(case, on=None):
    return account.facts([case.pk], on or clock.today())[case.pk]


def test_what_stands_is_a_decision_of_the_kernel(case, officer):
    made = set_aside(case, officer)

    assert told(case) == Facts(
        set_aside=(
            Decision(
                f"set_aside:{made.pk}",
                "standard:x:SEEN",
                Period(made.starts_on, made.ends_before),
                "Adaeze Okafor",
                "Sick, or caring for someone who was",
            ),
        )
    )


def test_words_are_added_to_the_reason_in_the_language_of_the_page(case, officer):
    set_aside(case, officer, reason="DONE_OTHERWISE", words="Vu au tribunal")

    with translation.override("fr"):
        why = told(case).set_aside[0].why

    assert why == "Satisfait d’une autre façon. Vu au tribunal"


def test_what_had_no_staff_is_told_apart(case, manager):
    row = mark(manager, undone(case))[0]

    found = told(case)

    assert found.set_aside == ()
    assert [(each.id, each.by) for each in found.no_staff] == [
        (f"no_staff:{row.pk}", "Louise Tremblay")
    ]


@pytest.mark.parametrize("ending", ["waiting", "refused", "taken_back"])
def test_what_does_not_stand_is_not_told(case, officer, manager, ending):
    decision = set_aside(case, officer, requirement=GUARDED)
    if ending == "refused":
        setting_aside.refuse_set_aside(decision=decision, words="No", by=manager)
    elif ending == "taken_back":
        setting_aside.withdraw_set_aside(decision=decision, words="No", by=officer)

    assert told(case) == Facts()


def test_an_approved_decision_is_told(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)
    setting_aside.approve_set_aside(decision=decision, by=manager)

    assert [each.requirement for each in told(case).set_aside] == [GUARDED]


def test_a_decision_is_not_known_before_it_was_made(case, officer, manager):
    set_aside(case, officer)
    mark(manager, undone(case, "standard:x:HOME"))

    assert told(case, clock.today() - DAY) == Facts()


def test_an_approval_counts_from_its_day(case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)
    with clock.frozen(clock.now() + 3 * DAY):
        setting_aside.approve_set_aside(decision=decision, by=manager)
        approved_on = clock.today()

    assert told(case, approved_on - DAY) == Facts()
    assert len(told(case, approved_on).set_aside) == 1


def test_a_decision_asks_nothing(case):
    assert account.requirements([case.pk], clock.today()) == {case.pk: []}


@pytest.mark.parametrize("count", [1, 6])
def test_one_query_for_any_number_of_files(officer, manager, count, django_assert_num_queries):
    cases = [
        a_case(holder=officer, person=a_person(surname=f"Name{chr(97 + each)}"))
        for each in range(count)
    ]
    for case in cases:
        set_aside(case, officer)
        mark(manager, undone(case, "standard:x:HOME"))

    with django_assert_num_queries(1):
        found = account.facts([case.pk for case in cases], clock.today())

    assert {len(each.set_aside) + len(each.no_staff) for each in found.values()} == {2}

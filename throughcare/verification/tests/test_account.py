"""What checks tell the account of a case."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import Hours, Requirement
from throughcare.kernel.obligations.words import OwedBy, State, Strength
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.people.tests.factories import a_person
from throughcare.verification import account
from throughcare.verification.tests.factories import a_check, corrected

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAPER = Strength.DOCUMENT


def facts_of(case, on=None):
    return account.facts([case.pk], on or clock.today())[case.pk]


def known_of(case, on=None):
    return account.verifications([case.pk], on or clock.today())[case.pk]


def kinds_of(case):
    return [each.kind for each in facts_of(case).evidence]


def test_a_check_is_evidence_plain_and_narrow(case, peace, officer):
    row = a_check(peace, officer)

    name = f"verification:{row.pk}"
    assert facts_of(case) == Facts(
        evidence=(
            Evidence(name, "CHECKED", clock.today(), PAPER),
            Evidence(name, f"CHECKED@{peace.pk}", clock.today(), PAPER),
        )
    )


@pytest.mark.parametrize(
    "shows",
    ["RELEASE_SIGNED", "PROOF_SHOWN", "ADDRESS_APPROVED", "SURRENDERED", "SAMPLE_GIVEN", "PAID"],
)
def test_what_it_shows_is_evidence_too(case, peace, officer, shows):
    a_check(peace, officer, shows=shows)

    assert kinds_of(case) == ["CHECKED", f"CHECKED@{peace.pk}", shows, f"{shows}@{peace.pk}"]


@pytest.mark.parametrize("result", ["NOT_AS_ORDERED", "COULD_NOT_TELL"])
def test_what_was_not_as_ordered_shows_only_that_somebody_checked(case, peace, officer, result):
    a_check(peace, officer, shows="PROOF_SHOWN", result=result)

    assert kinds_of(case) == ["CHECKED", f"CHECKED@{peace.pk}"]


def test_hours_carry_their_amount(case, service, officer):
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal("7.5"), method="HOURS_LOG")

    assert {each.amount for each in facts_of(case).evidence} == {Fraction(15, 2)}


def test_enrolling_is_an_event(case, peace, officer):
    a_check(peace, officer, shows="ENROLLED")

    day = clock.today()
    assert facts_of(case).events == (Event("ENROLLED", day), Event(f"ENROLLED@{peace.pk}", day))


def test_enrolling_that_did_not_happen_is_none(case, peace, officer):
    a_check(peace, officer, shows="ENROLLED", result="COULD_NOT_TELL")

    assert facts_of(case).events == ()


def hours_owed(service, first):
    return Requirement(
        id=f"condition:{service.pk}:COMMUNITY_SERVICE:HOURS",
        what="HOURS",
        owed_by=OwedBy.PERSON,
        cadence=Hours(Fraction(10), first, first + 90 * DAY),
        closed_by=frozenset({f"HOURS_WORKED@{service.pk}"}),
        authority="",
        in_force=Period(first, first + 90 * DAY),
        at_least=PAPER,
    )


def test_hours_close_the_obligation_when_they_are_all_there(case, service, officer):
    first = clock.today() - 30 * DAY
    asked = hours_owed(service, first)
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(6), method="HOURS_LOG")

    found = obligations(asked, facts_of(case), clock.today())[0]
    assert (found.state, found.met) == (State.OPEN, Fraction(6))

    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(4), method="HOURS_LOG")
    assert obligations(asked, facts_of(case), clock.today())[0].state is State.DONE


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"on": -31}, "before_the_order"),
        ({"method": "ASKED"}, "by_word_alone"),
    ],
    ids=lambda said: said if isinstance(said, str) else "",
)
def test_what_does_not_satisfy_is_recorded_all_the_same(case, service, officer, said, why):
    if "on" in said:
        said = {"on": clock.today() + said["on"] * DAY}
    a_check(service, officer, shows="HOURS_WORKED", hours=Decimal(10), **said)

    found = obligations(
        hours_owed(service, clock.today() - 30 * DAY), facts_of(case), clock.today()
    )[0]

    assert (found.state, found.met) == (State.OPEN, 0)
    assert len(facts_of(case).evidence) == 4


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("AS_ORDERED", Result.CONFIRMED),
        ("NOT_AS_ORDERED", Result.CONTRADICTED),
        ("COULD_NOT_TELL", Result.INCONCLUSIVE),
    ],
)
def test_a_check_says_how_the_condition_is_known(case, peace, officer, result, told):
    a_check(peace, officer, method="HOME_VISIT", result=result)

    assert known_of(case) == [
        Verification(str(peace.pk), "HOME_VISIT", Strength.OBSERVED, clock.today(), told)
    ]


@pytest.mark.parametrize(("days", "count"), [(-31, 0), (-30, 1), (0, 1)])
def test_outside_its_days_a_check_says_nothing_of_the_condition(case, peace, officer, days, count):
    a_check(peace, officer, on=clock.today() + days * DAY)

    assert len(known_of(case)) == count


def test_a_check_after_the_day_is_not_known(case, peace, officer):
    a_check(peace, officer)

    assert facts_of(case, clock.today() - DAY) == Facts()
    assert known_of(case, clock.today() - DAY) == []


def test_what_was_corrected_counts_no_more(case, peace, officer):
    row = a_check(peace, officer)
    correction = corrected(row, officer, method="HOME_VISIT")

    assert {each.id for each in facts_of(case).evidence} == {f"verification:{correction.pk}"}

    corrected(correction, officer, method="HOME_VISIT", by_mistake=True)
    assert facts_of(case) == Facts()


def test_a_check_asks_nothing(case):
    assert account.requirements([case.pk], clock.today()) == {case.pk: []}


@pytest.mark.parametrize("count", [1, 5])
def test_the_same_queries_for_any_number_of_files(officer, count, django_assert_num_queries):
    cases = [
        a_case(holder=officer, person=a_person(surname=f"Name{chr(97 + each)}"))
        for each in range(count)
    ]
    for at, case in enumerate(cases):
        made_on = clock.today() - 30 * DAY
        order = an_order(
            case, officer, information_number=f"26-1{at}", made_on=made_on, length=Length(months=9)
        )
        a_check(condition_of(order, 1), officer)
    numbers = [case.pk for case in cases]

    with django_assert_num_queries(1):
        found = account.facts(numbers, clock.today())
    with django_assert_num_queries(2):
        told = account.verifications(numbers, clock.today())

    assert {len(each.evidence) for each in found.values()} == {2}
    assert {len(each) for each in told.values()} == {1}

"""What contacts tell the account of a case."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.contacts import account
from throughcare.contacts.models import Said, Way
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy, State, Strength
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OBSERVED, TOLD, PAPER = Strength.OBSERVED, Strength.SELF_REPORT, Strength.DOCUMENT


def facts_of(case, on=None):
    return account.facts([case.pk], on or clock.today())[case.pk]


def said_of(case, on=None):
    return account.verifications([case.pk], on or clock.today())[case.pk]


def test_a_visit_at_the_office_is_evidence_and_an_event(case, officer):
    contact = a_contact(case, officer)

    name, day = f"contact:{contact.pk}", clock.today()
    assert facts_of(case) == Facts(
        evidence=(
            Evidence(name, "REPORTED", day, OBSERVED),
            Evidence(name, "SEEN_OFFICE", day, OBSERVED),
        ),
        events=(Event("REPORTED", day),),
    )


@pytest.mark.parametrize(
    ("way", "kinds", "strength"),
    [
        ("HOME", ["SEEN_HOME"], OBSERVED),
        ("COMMUNITY", ["SEEN_COMMUNITY"], OBSERVED),
        ("PHONE", ["REPORTED_OTHER"], TOLD),
        ("VIDEO", ["REPORTED_OTHER"], OBSERVED),
        ("COLLATERAL", ["COLLATERAL_CONTACT"], Strength.COLLATERAL),
        ("MAIL", ["LETTER_SENT"], PAPER),
        ("TEXT", [], None),
        ("EMAIL", [], None),
    ],
)
def test_each_way_shows_what_it_shows(case, officer, way, kinds, strength):
    a_contact(case, officer, way=way)

    found = facts_of(case)

    assert [each.kind for each in found.evidence] == kinds
    assert {each.strength for each in found.evidence} == ({strength} if kinds else set())
    assert found.events == ()


@pytest.mark.parametrize("way", [way for way in Way if way != "MAIL"])
@pytest.mark.parametrize("outcome", ["NOT_REACHED", "DID_NOT_COME"])
def test_an_attempt_shows_nothing(case, officer, way, outcome):
    a_contact(case, officer, way=way, outcome=outcome)

    assert facts_of(case).evidence == ()


def test_a_letter_was_sent_whoever_reads_it(case, officer):
    a_contact(case, officer, way="MAIL", outcome="NOT_REACHED")

    assert [each.kind for each in facts_of(case).evidence] == ["LETTER_SENT"]


def test_a_miss_is_an_event(case, officer):
    a_contact(case, officer, outcome="DID_NOT_COME")

    assert facts_of(case).events == (Event("REPORT_MISSED", clock.today()),)


def test_the_intake_interview_is_more_than_a_visit_at_the_counter(case, officer):
    a_contact(case, officer, purpose="INTAKE")
    a_contact(case, officer, purpose="COUNTER", happened_at=clock.now() - DAY)

    found = facts_of(case)

    kinds = [each.kind for each in found.evidence]
    assert kinds == ["REPORTED", "SEEN_OFFICE", "REPORTED", "SEEN_OFFICE", "INTAKE_INTERVIEW"]
    assert [each.kind for each in found.events] == ["REPORTED", "REPORTED", "INTAKE_HELD"]


@pytest.mark.parametrize(("outcome", "met"), [("CAME", True), ("DID_NOT_COME", False)])
def test_coming_to_an_appointment_meets_the_direction(case, officer, outcome, met):
    direction = a_direction(case, officer)
    a_contact(case, officer, answers=direction, outcome=outcome)

    kinds = [each.kind for each in facts_of(case).evidence]

    assert (f"DIRECTION_MET@{direction.pk}" in kinds) is met


def test_a_contact_counts_on_the_day_it_happened(case, officer):
    a_contact(case, officer, happened_at=clock.now() - 3 * DAY)

    assert {each.on for each in facts_of(case).evidence} == {clock.today() - 3 * DAY}


def test_a_contact_after_the_day_is_not_known(case, officer):
    a_contact(case, officer)

    assert facts_of(case, clock.today() - DAY) == Facts()


def test_what_was_corrected_counts_no_more(case, officer):
    contact = a_contact(case, officer)
    correction = corrected(contact, officer, way="PHONE")

    assert [(each.id, each.kind) for each in facts_of(case).evidence] == [
        (f"contact:{correction.pk}", "REPORTED_OTHER")
    ]

    corrected(correction, officer, outcome="IN_ERROR", line="")
    assert facts_of(case) == Facts()


def test_one_contact_closes_the_obligation_of_every_order(case, officer):
    a_contact(case, officer)
    today = clock.today()
    asked = [
        Requirement(
            id=f"condition:{each}:REPORT_FIRST:REPORT",
            what="REPORT",
            owed_by=OwedBy.PERSON,
            cadence=Once(today - DAY, today + DAY),
            closed_by=frozenset({"REPORTED"}),
            authority="",
            in_force=Period(today - DAY),
        )
        for each in "ab"
    ]

    found = [obligations(each, facts_of(case), today)[0] for each in asked]

    assert {each.state for each in found} == {State.DONE}
    assert found[0].evidence == found[1].evidence


@pytest.mark.parametrize(
    ("said", "result"),
    [
        (Said.KEPT, Result.CONFIRMED),
        (Said.NOT_KEPT, Result.CONTRADICTED),
        (Said.UNCLEAR, Result.INCONCLUSIVE),
    ],
)
def test_what_the_person_said_is_a_verification(case, officer, order, said, result):
    peace = condition_of(order, 1).pk
    a_contact(case, officer, talked={peace: said})

    assert said_of(case) == [Verification(str(peace), "ASKED", TOLD, clock.today(), result)]


def test_a_collaterals_word_is_stronger(case, officer, order):
    peace = condition_of(order, 1).pk
    a_contact(case, officer, way="COLLATERAL", talked={peace: Said.KEPT})

    assert [(each.method, each.strength) for each in said_of(case)] == [
        ("COLLATERAL_ASKED", Strength.COLLATERAL)
    ]


def test_only_what_stands_and_was_said_by_the_day_is_told(case, officer, order):
    peace = condition_of(order, 1).pk
    first = a_contact(case, officer, talked={peace: Said.KEPT})
    a_contact(case, officer, outcome="NOT_REACHED", talked={peace: Said.KEPT})

    assert len(said_of(case)) == 1
    assert said_of(case, clock.today() - DAY) == []

    corrected(first, officer, talked={})
    assert said_of(case) == []


def test_a_contact_asks_nothing(case):
    assert account.requirements([case.pk], clock.today()) == {case.pk: []}


@pytest.mark.parametrize("count", [1, 5])
def test_one_query_for_any_number_of_files(officer, count, django_assert_num_queries):
    cases = [
        a_case(holder=officer, person=a_person(surname=f"Name{chr(97 + each)}"))
        for each in range(count)
    ]
    for at, case in enumerate(cases):
        order = an_order(case, officer, information_number=f"26-1{at}")
        said = {condition_of(order, 1).pk: Said.KEPT}
        a_contact(case, officer, talked=said, joint=True)
    numbers = [case.pk for case in cases]

    with django_assert_num_queries(1):
        found = account.facts(numbers, clock.today())
    with django_assert_num_queries(1):
        said = account.verifications(numbers, clock.today())

    assert {len(each.evidence) for each in found.values()} == {2}
    assert {len(each) for each in said.values()} == {1}

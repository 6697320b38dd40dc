"""What the account asks of the duties, and how many queries that costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.account import gather
from throughcare.account.gather import PARTS, Part, on_file
from throughcare.account.queries import unsettled_afresh
from throughcare.account.tests.cases import answering
from throughcare.account.tests.exports import exported
from throughcare.cases.commands import away
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.accounting.computing import OnFile
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def gone(case, member):
    away.record_away(
        id=new_id(),
        person=case.person,
        kind="CUSTODY",
        starts_on=clock.today() - 3 * DAY,
        source="Police, by phone",
        by=member,
    )


def queries_for(cases, ask=on_file):
    with CaptureQueriesContext(connection) as queries:
        ask([each.pk for each in cases], clock.today())
    return len(queries)


@pytest.fixture
def sixty(officer):
    cases = [a_case(holder=officer) for _ in range(60)]
    gone(cases[0], officer)
    return cases


def test_sixty_files_cost_as_many_queries_as_one(sixty):
    one, all_of_them = queries_for(sixty[:1]), queries_for(sixty)
    print(f"\n{one} queries for one file, {all_of_them} for sixty.")

    assert one == all_of_them


def test_what_is_unsettled_costs_less_than_what_is_on_file(sixty):
    assert queries_for(sixty, unsettled_afresh) < queries_for(sixty)


def test_no_answer_costs_more_than_two_queries(case):
    for part in PARTS:
        for ask in (part.requirements, part.facts, part.verifications):
            if ask is not None:
                assert queries_for([case], ask) <= 2, ask.__module__


def test_every_file_is_answered_and_only_the_right_one_is_paused(case, officer):
    other = a_case(holder=officer)
    gone(other, officer)
    found = on_file([case.pk, other.pk], clock.today())

    assert {key: len(known.facts.pauses) for key, known in found.items()} == {
        case.pk: 0,
        other.pk: 1,
    }


def test_answers_of_several_duties_are_put_together(case, monkeypatch):
    first, second = exported(3).on_file, exported(4).on_file
    monkeypatch.setattr(gather, "PARTS", (answering(first), Part(), answering(second)))
    found = on_file([case.pk], clock.today())[case.pk]

    asked = [each for each in found.requirements if not each.id.startswith("standard:")]

    assert asked == [*first.requirements, *second.requirements]
    assert found.facts.evidence == first.facts.evidence + second.facts.evidence
    assert found.verifications == first.verifications + second.verifications


def test_a_file_without_levels_or_answers_has_nothing_on_file(officer, monkeypatch):
    report = a_case(holder=officer, kind="REPORT_ONLY")
    monkeypatch.setattr(gather, "PARTS", ())

    assert on_file([report.pk], clock.today()) == {report.pk: OnFile()}

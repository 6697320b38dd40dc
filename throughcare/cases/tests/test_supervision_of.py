"""At which levels files are supervised, and have been."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.cases.commands import levels
from throughcare.cases.queries.levels import supervised_at, supervision_of
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.obligations.facts import Period
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("level", "interim", "found"),
    [
        ("HIGH", "", "HIGH"),
        ("NOT_SET", "AS_MEDIUM", "MEDIUM"),
        ("NOT_SET", "AS_HIGH", "HIGH"),
        ("NOT_SET", "AS_SOMETHING_OLD", "NOT_SET"),
    ],
)
def test_before_an_assessment_the_interim_standard_says_the_level(level, interim, found):
    assert supervised_at(level, interim) == found


def levels_of(case, on=None):
    return supervision_of([case.pk], on or clock.today())[case.pk].levels


def test_a_new_file_is_supervised_by_its_interim_standard(case):
    assert levels_of(case) == [("MEDIUM", Period(case.opened_on))]


def test_a_level_counts_from_its_day_and_follows_the_one_before(case, officer):
    today = clock.today()
    levels.set_level(id=new_id(), case=case, level="LOW", reason="Assessed", by=officer)

    assert levels_of(case) == [("MEDIUM", Period(case.opened_on, today)), ("LOW", Period(today))]
    assert supervision_of([case.pk], today)[case.pk].level == "LOW"
    assert [level for level, _ in levels_of(case, today - DAY)] == ["MEDIUM"]


def test_a_file_says_when_it_was_opened_and_closed(case, officer):
    found = supervision_of([case.pk], clock.today())[case.pk]

    assert (found.opened_on, found.closed_on) == (case.opened_on, None)


def test_a_file_without_levels_is_left_out(officer):
    report = a_case(holder=officer, kind="REPORT_ONLY")

    assert supervision_of([report.pk], clock.today()) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_levels_cost_one_query_for_any_number_of_files(officer, number):
    cases = [a_case(holder=officer).pk for _ in range(number)]
    with CaptureQueriesContext(connection) as queries:
        found = supervision_of(cases, clock.today())

    assert (len(queries), len(found)) == (1, number)

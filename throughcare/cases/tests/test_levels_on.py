"""At which level files are supervised on a day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.cases.commands import levels
from throughcare.cases.queries.levels import levels_on, supervised_at
from throughcare.cases.tests.factories import a_case
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


def test_a_new_file_is_supervised_by_its_interim_standard(case):
    assert levels_on([case.pk], clock.today()) == {case.pk: "MEDIUM"}


def test_a_level_counts_from_its_day(case, officer):
    levels.set_level(id=new_id(), case=case, level="LOW", reason="Assessed", by=officer)

    assert levels_on([case.pk], clock.today()) == {case.pk: "LOW"}
    assert levels_on([case.pk], clock.today() - DAY) == {case.pk: "MEDIUM"}


def test_a_file_without_levels_has_none(officer):
    report = a_case(holder=officer, kind="REPORT_ONLY")

    assert levels_on([report.pk], clock.today()) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_levels_cost_one_query_for_any_number_of_files(officer, number):
    cases = [a_case(holder=officer).pk for _ in range(number)]
    with CaptureQueriesContext(connection) as queries:
        found = levels_on(cases, clock.today())

    assert (len(queries), len(found)) == (1, number)

"""What files tell the account: when a person was assessed, or could not be asked anything."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.cases import account
from throughcare.cases.commands import away, levels
from throughcare.cases.tests.factories import a_case
from throughcare.kernel.obligations.facts import Evidence, Pause, Period
from throughcare.kernel.obligations.words import Strength
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def gone(case, member, kind="CUSTODY", days=5):
    return away.record_away(
        id=new_id(),
        person=case.person,
        kind=kind,
        starts_on=clock.today() - days * DAY,
        source="Police, by phone",
        by=member,
    )


def pauses_of(case, on=None):
    return account.facts([case.pk], on or clock.today())[case.pk].pauses


@pytest.mark.parametrize("kind", ["CUSTODY", "HOSPITAL", "WARRANT"])
def test_time_away_pauses_what_is_owed(case, officer, kind):
    gone(case, officer, kind)

    assert pauses_of(case) == (Pause(kind, Period(clock.today() - 5 * DAY)),)


def test_an_absence_pauses_nothing(case, officer):
    gone(case, officer, "ABSENCE")

    assert pauses_of(case) == ()


def test_a_pause_that_begins_later_is_not_known_yet(case, officer):
    gone(case, officer)

    assert pauses_of(case, clock.today() - 6 * DAY) == ()


def test_time_away_counts_for_every_file_of_the_person_and_for_no_other(case, officer):
    report = a_case(holder=officer, person=case.person, kind="REPORT_ONLY")
    other = a_case(holder=officer)
    gone(case, officer)

    found = account.facts([case.pk, report.pk, other.pk], clock.today())
    assert [len(found[each.pk].pauses) for each in (case, report, other)] == [1, 1, 0]


@pytest.mark.parametrize("number", [1, 3])
def test_facts_cost_two_queries_for_any_number_of_files(officer, number):
    cases = [a_case(holder=officer) for _ in range(number)]
    for each in cases:
        gone(each, officer)
    with CaptureQueriesContext(connection) as queries:
        found = account.facts([each.pk for each in cases], clock.today())

    assert len(queries) == 2
    assert all(each.pauses for each in found.values())


def assessed(case, on=None):
    return account.facts([case.pk], on or clock.today())[case.pk].evidence


def test_a_level_that_somebody_confirmed_shows_an_assessment(case, officer):
    levels.set_level(id=new_id(), case=case, level="LOW", reason="Assessed", by=officer)
    standing = case.levels.get(level="LOW")

    assert assessed(case) == (
        Evidence(f"level:{standing.pk}", "ASSESSED", clock.today(), Strength.DOCUMENT),
    )
    assert assessed(case, clock.today() - DAY) == ()


def test_an_interim_standard_shows_no_assessment(case):
    assert assessed(case) == ()

"""An officer with a file on a Thursday, for the tests of the day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.people.tests.factories import a_person
from throughcare.staff.tests.factories import a_member

NOON = datetime(2026, 11, 26, 17, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_a_thursday():
    """Every test runs at noon on November 26, 2026, in English."""
    with clock.frozen(NOON), translation.override("en"):
        yield


@pytest.fixture
def on():
    return date(2026, 11, 26)


@pytest.fixture
def officer(db):
    return a_member("OFFICER", given_name="Adaeze", surname="Okafor")


@pytest.fixture
def case(officer):
    long_ago = clock.now() - timedelta(days=120)
    person = a_person(surname="Lavallée", given="Étienne")
    return a_case(holder=officer, person=person, happened_at=long_ago)

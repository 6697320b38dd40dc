"""An office with an officer, a clerk and a manager, and the file of someone under supervision."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.staff.tests.factories import a_member, an_office

NOON = datetime(2026, 11, 26, 17, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_a_thursday():
    """Every test runs at noon on November 26, 2026, in English."""
    with clock.frozen(NOON), translation.override("en"):
        yield


@pytest.fixture
def office(db):
    return an_office(name="Sudbury", name_fr="Grand Sudbury")


@pytest.fixture
def officer(office):
    return a_member("OFFICER", office=office, given_name="Adaeze", surname="Okafor")


@pytest.fixture
def clerk(office):
    return a_member("CLERK", office=office, given_name="Nicole", surname="Lalonde")


@pytest.fixture
def manager(office):
    return a_member("MANAGER", office=office, given_name="Louise", surname="Tremblay")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, happened_at=clock.now() - timedelta(days=120))

"""An office with a manager and two officers, a file of thirty days with an order."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.orders.tests.factories import an_order
from throughcare.staff.tests.factories import a_member, an_office, signed_in


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return an_office(name="Sudbury", name_fr="Grand Sudbury")


@pytest.fixture
def manager(office):
    return a_member("MANAGER", office=office, given_name="Louise", surname="Tremblay")


@pytest.fixture
def officer(office):
    return a_member("OFFICER", office=office, given_name="Adaeze", surname="Okafor")


@pytest.fixture
def colleague(office):
    return a_member("OFFICER", office=office, given_name="Julie", surname="Roy")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, happened_at=clock.now() - timedelta(days=30))


@pytest.fixture
def order(case, officer):
    made_on = clock.today() - timedelta(days=30)
    return an_order(case, officer, made_on=made_on)


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)

"""An office with a manager and two officers, a file of nine days, and who is signed in."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.staff.tests.factories import a_member, an_office, signed_in


@pytest.fixture(autouse=True)
def _in_english():
    """A page in French leaves its language behind in the thread."""
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
def there(db):
    return a_member("MANAGER", given_name="Colette", surname="Beaudry")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, happened_at=clock.now() - timedelta(days=9))


@pytest.fixture
def as_manager(client, manager):
    return signed_in(client, manager)

"""What the tests about people share: a person on file, and a day that does not move."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from throughcare import clock
from throughcare.people import demo
from throughcare.people.models import Person
from throughcare.people.tests.factories import a_person
from throughcare.people.tests.worlds import a_world
from throughcare.staff.demo import World

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.fixture
def person() -> Person:
    """Étienne Lavallée, born 3 Aug 1989, as he was just added."""
    return a_person()


@pytest.fixture
def noon() -> Iterator[datetime]:
    """Noon in Ontario, Mon 23 Nov 2026."""
    with clock.frozen(NOON):
        yield NOON


@pytest.fixture(scope="session")
def made() -> tuple[World, demo.DemoPeople]:
    """A world of four hundred people, to be read and not changed."""
    world = a_world(400)
    return world, demo.populate(world)

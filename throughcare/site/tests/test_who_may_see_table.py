"""The table of who may see which page says what the pages declare, and every page can be walked."""

from tests.matrix import PAGE, table
from tests.tree import ROOT
from tests.walk import every_route
from tests.world import KNOWN, NOT_WALKED


def test_the_table_that_people_read_is_what_the_pages_declare():
    """A changed declaration is seen where it is reviewed."""
    path = ROOT / PAGE

    assert path.read_text(encoding="utf-8") == table(), (
        "Read the difference, then run `make reference` and commit the page."
    )


def test_every_address_can_be_filled_in():
    """A page that no walk can open is tried by no test of who may see and of what is hidden."""
    asked = {(name, route.name) for route in every_route() for name in route.asks}

    assert {each for each in asked if each[0] not in KNOWN} == set(), (
        "Make it in tests/world.py (`fill` or `of_office`) and name it in KNOWN."
    )


def test_pages_that_are_not_walked_are_still_there():
    """The list of pages left out of the walk holds nothing that is gone."""
    assert NOT_WALKED.keys() - {route.name for route in every_route()} == set()

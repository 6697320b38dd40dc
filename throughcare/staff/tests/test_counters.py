"""What tries are counted for, without a database: names, browsers and addresses apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.staff import browsers, tries

names = st.text(alphabet="abcdefgh.-", min_size=1, max_size=8)


@given(names, names)
def test_each_name_has_a_counter_of_its_own(one, other):
    assert (tries.of_password(one) == tries.of_password(other)) == (one == other)


@pytest.mark.parametrize("written", ["Okoye", " okoye ", "OKOYE", "okoye\t"])
def test_a_name_is_the_same_however_it_is_written(written):
    assert tries.of_password(written) == tries.of_password("okoye")
    assert browsers._account(written) == browsers._account("okoye")


@given(names, names.filter(bool))
def test_a_known_browser_is_counted_apart(name, browser):
    elsewhere, here = tries.of_password(name), tries.of_password(name, browser)

    assert elsewhere.key != here.key
    assert elsewhere.limit == here.limit == tries.FOR_AN_ACCOUNT


def test_passwords_codes_and_addresses_never_share_a_counter():
    made = {
        tries.of_password("x"),
        tries.of_password("x", "b"),
        tries.of_code("x"),
        tries.of_code("x", "b"),
        tries.from_address("x"),
    }

    assert len({counter.key for counter in made}) == 5


@given(names)
def test_a_counter_tells_nobody_for_whom_it_counts(name):
    assert tries.of_password(f"name-{name}").key.find(f"name-{name}") == -1
    assert len(tries.from_address(name).key) == 64


def test_an_office_behind_one_address_has_more_tries_than_one_of_its_accounts():
    assert tries.from_address("x").limit == 4 * tries.of_password("x").limit

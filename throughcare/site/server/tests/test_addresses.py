"""An address is read and written without losing a part; its secret is not shown."""

import pytest

from throughcare.site.server import addresses
from throughcare.site.server.trouble import Trouble


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ann:se%40cret@db.example.org:6432/office",
        "postgresql://ann@db.example.org/office",
        "postgresql://ann:x@/office?host=%2Frun%2Fpg&port=5432",
        "postgresql://ann:x@/office?host=a%2Cb&port=1%2C2",
        "postgresql://ann:x@db.example.org/of%20fice?sslmode=verify-full",
    ],
)
def test_an_address_is_written_as_it_was_read(address):
    assert addresses.parts_of(addresses.address_of(addresses.parts_of(address))) == (
        addresses.parts_of(address)
    )


def test_an_address_is_short_where_it_can_be():
    parts = {"user": "ann", "password": "p w", "host": "db", "port": "5433", "dbname": "office"}

    assert addresses.address_of(parts) == "postgresql://ann:p%20w@db:5433/office"


@pytest.mark.parametrize(
    "wrong", ["mysql://a:secret@b/c", "db.example.org", "postgresql://a:secret@b/c?colour=red"]
)
def test_what_is_no_address_is_refused_without_repeating_it(wrong):
    with pytest.raises(Trouble, match="DATABASE_URL is not an address") as refused:
        addresses.parts_of(wrong)

    assert "secret" not in str(refused.value)


def test_passwords_follow_from_the_secret_and_the_role():
    one = addresses.password_of(addresses.APP, "secret")

    assert one == addresses.password_of(addresses.APP, "secret")
    assert one != addresses.password_of(addresses.OWNER, "secret")
    assert one != addresses.password_of(addresses.APP, "another")


def test_both_addresses_are_given_or_neither():
    app, owner = "postgresql://a@h/d", "postgresql://o@h/d"

    assert addresses.given({}) is None
    assert addresses.given({"THROUGHCARE_APP_URL": app, "THROUGHCARE_OWNER_URL": owner}) == (
        addresses.Addresses(app, owner)
    )
    with pytest.raises(Trouble, match="Give both"):
        addresses.given({"THROUGHCARE_APP_URL": app})


def test_children_find_the_addresses_in_the_environment():
    known = addresses.Addresses("postgresql://a@h/d", "postgresql://o@h/d", embedded=True)

    assert known.as_environ() == {
        "THROUGHCARE_APP_URL": known.app,
        "THROUGHCARE_OWNER_URL": known.owner,
    }

"""Laws of addresses: whatever the parts hold, the address written from them reads back."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from throughcare.site.server.addresses import address_of, for_role, parts_of, password_of, server_of

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
PARTS = st.fixed_dictionaries(
    {"user": WORDS, "dbname": WORDS},
    optional={"password": WORDS, "port": st.integers(1, 65535).map(str)},
)
HOSTS = ("db.example.org", "10.0.0.7", "/var/run/a folder", "::1", "one.example,two.example")


@pytest.mark.parametrize("host", HOSTS)
@for_all(parts=PARTS)
def test_parts_read_back_from_their_address(host: str, parts: dict[str, str]) -> None:
    whole = {**parts, "host": host}
    assert parts_of(address_of(whole)) == whole


@for_all(parts=PARTS, secret=WORDS)
def test_a_role_changes_user_and_password_alone(parts: dict[str, str], secret: str) -> None:
    made = for_role(parts, "throughcare_app", secret)
    own = {"user": "throughcare_app", "password": password_of("throughcare_app", secret)}
    assert made == {**parts, **own}


@pytest.mark.parametrize(
    ("parts", "called"),
    [
        pytest.param({}, "this machine", id="nothing"),
        pytest.param({"host": "db"}, "db", id="host"),
        pytest.param({"host": "db", "port": "6"}, "db:6", id="host-and-port"),
        pytest.param({"host": "", "port": "6"}, "this machine:6", id="port"),
        pytest.param({"host": "db", "user": "u", "password": "p"}, "db", id="no-secrets"),
    ],
)
def test_a_server_is_called_by_its_place(parts: dict[str, str], called: str) -> None:
    assert server_of(parts) == called

"""Wrong tries made elsewhere do not keep an officer from work; a cookie opens nothing."""

import pytest
from django.core import signing
from django.test import Client

from throughcare.staff import browsers, tries
from throughcare.staff.tests.factories import PASSWORD, a_member, with_sign_in
from throughcare.staff.tests.test_sign_in import give_code, give_password

pytestmark = pytest.mark.django_db

WAITS = "Sign-in waits until"


@pytest.fixture
def member():
    return with_sign_in(a_member(username="okoye"))


@pytest.fixture
def own(member):
    """The officer's own browser, signed out after a day's work."""
    own = Client()
    give_password(own, "okoye")
    give_code(own)
    own.cookies.pop("throughcare_session")
    return own


def shut_out(username: str) -> None:
    """Let somebody elsewhere use up an account's tries."""
    for _number in range(tries.FOR_AN_ACCOUNT):
        tries.reserve(tries.of_password(username))


def test_an_officer_gets_in_while_somebody_else_tries(own):
    shut_out("okoye")

    assert WAITS in give_password(Client(), "okoye").content.decode()
    assert give_password(own, "Okoye ").status_code == 302


def test_an_officer_gets_in_behind_an_address_that_waits(own):
    for _number in range(tries.FROM_AN_ADDRESS):
        tries.reserve(tries.from_address("127.0.0.1"))

    assert WAITS in give_password(Client(), "okoye").content.decode()
    assert give_password(own, "okoye").status_code == 302


def test_a_known_browser_tries_five_times_too(own):
    for _number in range(tries.FOR_AN_ACCOUNT):
        give_password(own, "okoye", "wrong")

    assert WAITS in give_password(own, "okoye").content.decode()
    assert give_password(Client(), "okoye").status_code == 302, "others are counted apart"


def test_a_known_browser_is_known_to_its_own_accounts_only(own):
    with_sign_in(a_member(username="roy"))
    shut_out("roy")

    assert WAITS in give_password(own, "roy").content.decode()


def test_codes_are_counted_apart_too(own, member):
    for _number in range(tries.FOR_AN_ACCOUNT):
        tries.reserve(tries.of_code(member.pk))
    give_password(other := Client(), "okoye")
    give_password(own, "okoye")

    assert WAITS in give_code(other, "000000").content.decode()
    assert WAITS not in give_code(own, "000000").content.decode()


def test_the_password_and_the_code_are_asked_as_ever(own):
    assert give_password(own, "okoye", "wrong").status_code == 422
    give_password(own, "okoye")
    assert own.get("/staff/account/").status_code == 302


FORGED = {
    "nothing": "",
    "rubbish": "rubbish",
    "not_ours": signing.dumps({"browser": "x", "accounts": ["okoye"]}, salt="another"),
    "unsigned": "eyJicm93c2VyIjoieCJ9",
}


@pytest.mark.parametrize("value", FORGED.values(), ids=FORGED)
def test_a_cookie_that_is_not_ours_is_none(member, value):
    shut_out("okoye")
    forger = Client()
    forger.cookies[browsers.COOKIE] = value

    assert WAITS in give_password(forger, "okoye").content.decode()


def test_a_cookie_ends_after_half_a_year(own, rf, monkeypatch):
    request = rf.get("/")
    request.COOKIES[browsers.COOKIE] = own.cookies[browsers.COOKIE].value
    assert browsers.known(request, "okoye")
    monkeypatch.setattr(browsers, "STANDS_FOR", -1)

    assert browsers.known(request, "okoye") == ""


def test_the_cookie_names_nobody_and_goes_to_the_pages_of_sign_in_only(own):
    cookie = own.cookies[browsers.COOKIE]

    assert "okoye" not in str(signing.loads(cookie.value, salt=browsers.SALT))
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/account/", True, "Lax")


def test_a_shared_browser_knows_the_last_twelve(rf, member):
    request, response = rf.get("/"), Client().get("/help/")
    for number in range(browsers.MOST + 1):
        browsers.remember(request, response, f"member{number}")
        request.COOKIES[browsers.COOKIE] = response.cookies[browsers.COOKIE].value

    known = [bool(browsers.known(request, f"member{number}")) for number in (0, 1, 12)]
    assert known == [False, True, True]
    assert PASSWORD not in response.cookies[browsers.COOKIE].value

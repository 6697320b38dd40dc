"""The demo's passwords and secrets, which everybody knows, open nothing outside demo mode."""

import pytest

from throughcare.staff import codes
from throughcare.staff.demo_accounts import PASSWORD, secret_of
from throughcare.staff.tests import factories
from throughcare.staff.tests.factories import a_member, with_sign_in
from throughcare.staff.tests.test_sign_in import SIGN_IN

pytestmark = pytest.mark.django_db


def sign_in(client, password: str):
    return client.post(SIGN_IN, {"username": "okafor", "password": password})


def a_demo_member(secret: str | None = None, password: str = PASSWORD):
    member = with_sign_in(a_member(username="okafor"), secret=secret or secret_of("okafor"))
    member.set_password(password)
    member.save()
    return member


def test_in_demo_mode_a_demo_account_signs_in(client, settings):
    settings.DEMO = True
    a_demo_member()
    sign_in(client, PASSWORD)
    code = codes.code_at(secret_of("okafor"), codes.step_now())

    assert client.post("/account/code/", {"code": code})["Location"] == "/"


@pytest.mark.parametrize(
    ("secret", "password"),
    [
        pytest.param(None, PASSWORD, id="both_known"),
        pytest.param(factories.SECRET, PASSWORD, id="password_known"),
        pytest.param(None, factories.PASSWORD, id="secret_known"),
        pytest.param(secret_of("roy"), factories.PASSWORD, id="secret_of_another"),
    ],
)
def test_outside_demo_mode_it_does_not(client, settings, secret, password):
    settings.DEMO = False
    a_demo_member(secret, password)

    refused = sign_in(client, password)

    assert refused.status_code == 422
    assert "This name and password do not open an account." in refused.content.decode()


def test_outside_demo_mode_a_session_of_the_demo_is_over(client, settings):
    settings.DEMO = True
    a_demo_member()
    sign_in(client, PASSWORD)
    client.post("/account/code/", {"code": codes.code_at(secret_of("okafor"), codes.step_now())})
    settings.DEMO = False

    assert client.get("/staff/account/").status_code == 302

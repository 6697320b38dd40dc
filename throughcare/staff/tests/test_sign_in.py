"""Signing in takes a password and a code, and tells nothing to whoever has neither."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from django.urls import reverse

from throughcare import clock
from throughcare.staff import codes, tries
from throughcare.staff.models import StaffSession
from throughcare.staff.tests.factories import PASSWORD, SECRET, a_member, with_sign_in

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/sign-in/"
CODE = "/account/code/"


def give_password(client: Client, username: str, password: str = PASSWORD, **more):
    return client.post(SIGN_IN, {"username": username, "password": password} | more)


def give_code(client: Client, code: str = ""):
    return client.post(CODE, {"code": code or codes.code_at(SECRET, codes.step_now())})


def test_a_password_and_a_code_sign_in(client):
    member = with_sign_in(a_member(username="okoye"))

    first = give_password(client, "Okoye ")
    second = give_code(client)

    assert (first.status_code, first["Location"]) == (302, CODE)
    assert (second.status_code, second["Location"]) == (302, "/")
    assert client.get("/staff/account/").status_code == 200
    assert StaffSession.objects.get(member=member).address == "127.0.0.1"


@pytest.mark.parametrize(("chosen", "shown"), [("", "fr"), ("en", "en")])
def test_a_member_reads_their_language_unless_another_was_chosen(client, chosen, shown):
    with_sign_in(a_member(username="okoye", language="fr"))
    if chosen:
        client.cookies["throughcare_language"] = chosen
    give_password(client, "okoye")
    give_code(client)

    assert f'<html lang="{shown}"' in client.get("/staff/account/").content.decode()


def test_a_page_asked_for_is_shown_after_signing_in(client):
    with_sign_in(a_member(username="okoye"))

    sent = client.get("/staff/roles/?all=1")
    give_password(client, "okoye", next="/staff/roles/?all=1")

    assert sent["Location"] == f"{SIGN_IN}?next=%2Fstaff%2Froles%2F%3Fall%3D1"
    assert give_code(client)["Location"] == "/staff/roles/?all=1"


def test_no_other_site_is_gone_to_after_signing_in(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye", next="https://evil.example/")

    assert give_code(client)["Location"] == "/"


def test_the_password_alone_opens_nothing(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")

    assert client.get("/staff/account/")["Location"].startswith(SIGN_IN)


def said(response) -> str:
    return re.sub(r'(value|content)="[^"]*"', "", response.content.decode())


def test_wrong_unknown_closed_and_unposted_are_answered_alike(client):
    with_sign_in(a_member(username="known"))
    with_sign_in(a_member(username="closed", is_active=False))
    with_sign_in(a_member(username="unposted", role=""))

    wrong = give_password(client, "known", "not the password")
    others = [give_password(client, name) for name in ("unknown", "closed", "unposted")]

    assert wrong.status_code == 422
    assert "This name and password do not open an account." in said(wrong)
    assert [(each.status_code, said(each)) for each in others] == [(422, said(wrong))] * 3


@pytest.mark.parametrize("password", ["not the password", PASSWORD])
@pytest.mark.parametrize("username", ["known", "unknown", "closed", "unposted", "of_a_service"])
def test_one_password_is_hashed_whoever_asks(client, monkeypatch, username, password):
    with_sign_in(a_member(username="known"))
    with_sign_in(a_member(username="closed", is_active=False))
    with_sign_in(a_member(username="unposted", role=""))
    a_member(username="of_a_service").set_unusable_password()
    hashed = count_hashes(monkeypatch)

    give_password(client, username, password)

    assert len(hashed) == 1


def test_no_password_is_hashed_for_whoever_must_wait(client, monkeypatch):
    with_sign_in(a_member(username="known"))
    for username in ("known", "unknown"):
        for _number in range(5):
            tries.reserve(tries.of_password(username))
    hashed = count_hashes(monkeypatch)

    waiting = [give_password(client, name, PASSWORD) for name in ("known", "unknown")]

    assert [each.status_code for each in waiting] == [422, 422]
    assert said(waiting[0]) == said(waiting[1])
    assert hashed == []


def count_hashes(monkeypatch) -> list[str]:
    made: list[str] = []
    for name in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, name)

        def counted(*given, real=real, name=name, **more):
            made.append(name)
            return real(*given, **more)

        monkeypatch.setattr(Argon2PasswordHasher, name, counted)
    return made


def test_a_code_works_once(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    code = codes.code_at(SECRET, codes.step_now())
    give_code(client, code)
    again = Client()
    give_password(again, "okoye")

    refused = give_code(again, code)

    assert refused.status_code == 422
    assert "was used already" in refused.content.decode()


def test_an_earlier_code_ends_with_a_later_one():
    member = with_sign_in(a_member())
    now = codes.step_now()

    assert codes.accept(member, codes.code_at(SECRET, now + 1)) is not None
    assert codes.accept(member, codes.code_at(SECRET, now)) is None


def test_a_recovery_code_works_once():
    member = with_sign_in(a_member(), recovery=True)
    factor = Authenticator.objects.get(user=member, type="recovery_codes")
    code = factor.wrap().get_unused_codes()[0]

    assert codes.accept(member, code) == factor
    assert codes.accept(member, code) is None


def test_the_session_key_changes_at_sign_in(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    before = client.session.session_key
    give_code(client)

    assert client.session.session_key != before
    assert not StaffSession.objects.filter(session_key=before).exists()


def test_who_has_no_codes_sets_them_up_first(client):
    with_sign_in(a_member(username="okoye"), secret=None)
    give_password(client, "okoye")

    for asked in ("/", "/staff/account/", "/staff/office/", reverse("account_change_password")):
        assert client.get(asked)["Location"] == "/account/set-up/"


def set_up(client: Client):
    shown = client.get("/account/set-up/")
    secret = shown.context["form"].secret
    assert f'translate="no">{secret}</code>' in shown.content.decode()
    assert 'src="data:image/svg+xml;base64,' in shown.content.decode()
    return client.post("/account/set-up/", {"code": codes.code_at(secret, codes.step_now())})


def test_setting_up_ends_other_sessions_and_shows_recovery_codes_once(client):
    member = with_sign_in(a_member(username="okoye"), secret=None)
    other = Client()
    give_password(other, "okoye")
    give_password(client, "okoye")

    done = set_up(client)

    assert done["Location"] == "/account/recovery-codes/"
    first, second = (client.get("/account/recovery-codes/").content.decode() for _ in range(2))
    assert len(re.findall(r'translate="no">\d{8}<', first)) == 10
    assert re.findall(r"\d{8}", second) == []
    assert StaffSession.objects.filter(member=member).count() == 1
    assert other.get("/staff/account/")["Location"].startswith(SIGN_IN)


def test_a_wrong_first_code_keeps_the_key(client):
    with_sign_in(a_member(username="okoye"), secret=None)
    give_password(client, "okoye")
    before = client.get("/account/set-up/").context["form"].secret

    refused = client.post("/account/set-up/", {"code": "000000"})

    assert (refused.status_code, refused.context["form"].secret) == (422, before)


def test_a_password_given_by_an_administrator_is_changed_first(client):
    with_sign_in(a_member(username="okoye", must_change_password=True))
    give_password(client, "okoye")
    give_code(client)

    assert client.get("/staff/account/")["Location"] == "/account/password/"
    changed = client.post(
        "/account/password/",
        {"password": PASSWORD, "new_password": "wet-canoe-lantern", "again": "wet-canoe-lantern"},
    )
    assert (changed.status_code, changed["Location"]) == (302, "/staff/account/")
    assert client.get("/staff/account/").status_code == 200


@pytest.mark.parametrize(
    ("given", "said_of"),
    [
        ({"password": "wrong"}, "This is not your password."),
        ({"new_password": "short", "again": "short"}, "This password is too short"),
        ({"new_password": PASSWORD, "again": PASSWORD}, "Choose another password"),
        ({"again": "other-than-the-new"}, "not the same"),
    ],
)
def test_a_password_is_not_changed_to_a_bad_one(client, given, said_of):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    give_code(client)
    good = {"password": PASSWORD, "new_password": "wet-canoe-lantern", "again": "wet-canoe-lantern"}

    refused = client.post("/account/password/", good | given)

    assert refused.status_code == 422
    assert said_of in refused.content.decode()


def test_an_account_without_recovery_codes_makes_them(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    give_code(client)

    asked = client.get("/account/recovery-codes/")

    assert asked["Location"] == "/account/recovery-codes/new/"
    assert client.get(asked["Location"]).status_code == 200


def test_new_recovery_codes_need_a_fresh_password(client):
    with_sign_in(a_member(username="okoye"), recovery=True)
    give_password(client, "okoye")
    give_code(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = clock.wall().timestamp() - 3600
    session.save()

    asked = client.get("/account/recovery-codes/new/")
    client.post(asked["Location"], {"password": PASSWORD})

    assert asked["Location"].startswith("/account/password/again/")
    made = client.post("/account/recovery-codes/new/")
    assert made["Location"] == "/account/recovery-codes/"


@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "email/",
        "confirm-email/",
        "password/reset/",
        "password/set/",
        "login/",
        "login/code/",
        "inactive/",
        "2fa/",
        "2fa/totp/deactivate/",
        "social/signup/",
    ],
)
def test_what_we_do_not_use_is_not_there(client, path):
    assert client.get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pages_of_signing_in_speak_both_languages(client, language):
    client.cookies["throughcare_language"] = language
    with_sign_in(a_member(username="okoye"), recovery=True)
    pages = [client.get(SIGN_IN).content.decode()]
    give_password(client, "okoye")
    pages.append(client.get(CODE).content.decode())

    for shown in pages:
        assert f'<html lang="{language}"' in shown
        assert shown.count("<h1") == 1
        assert not re.search(r"<script(?! type=\"module\" src)|\sstyle=|\son\w+=", shown)

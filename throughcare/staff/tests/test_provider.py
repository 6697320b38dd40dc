"""An outside service signs in whom an administrator gave an account; whoever lies is refused."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.test import Client

from throughcare import clock
from throughcare.record.entries import System
from throughcare.record.models import Entry
from throughcare.staff.commands.accounts import reset_sign_in
from throughcare.staff.commands.identities import EmailTaken, set_email
from throughcare.staff.models import StaffIdentity, StaffMember
from throughcare.staff.outside import tokens
from throughcare.staff.tests.a_provider import CLIENT, SECRET, Service, running
from throughcare.staff.tests.factories import SECRET as CODES
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.staff.tests.test_sign_in import CODE, SIGN_IN, count_hashes, give_code, said
from throughcare.staff.views import provider as views

pytestmark = pytest.mark.django_db

NOW = int(clock.wall().timestamp())
BACK = "/account/provider/back/"
OWN = "/staff/account/"
EMAIL = "ngozi.okoye@office.example"
NO_ACCOUNT = "This identity opens no account here."
NOT_BELIEVED = "What the sign-in service answered does not fit."
SILENT = "The sign-in service does not answer."


@pytest.fixture(scope="module")
def answering():
    with running() as service:
        yield service


@pytest.fixture
def service(answering, settings):
    """A service that tells the truth of a member whom an administrator gave an account."""
    answering.__dict__.update(Service(answering.url).__dict__)
    answering.claims = {"email": EMAIL, "email_verified": True}
    said = {"issuer": answering.url, "registered_as": CLIENT, "secret": SECRET}
    settings.OIDC = said | {"name": "Ministry account"}
    return answering


@pytest.fixture
def member():
    made = a_member(username="okoye", email=EMAIL)
    Authenticator.objects.create(user=made, type="totp", data={"secret": encrypt(CODES)})
    return made


@pytest.fixture
def logged(monkeypatch):
    """The words under which refusals stand in the log."""
    words = []
    monkeypatch.setattr(views.log, "warning", lambda _event, **more: words.append(more["because"]))
    return words


def test_the_right_one_signs_in_with_the_second_factor_too(service, member, client):
    first = service.sign_in(client, "/staff/roles/")

    assert (first.status_code, first["Location"]) == (302, CODE)
    assert client.get(OWN).status_code == 302, "the service alone opens nothing"
    assert give_code(client)["Location"] == "/staff/roles/"
    assert client.get(OWN).status_code == 200


def test_the_first_time_ties_the_identity_and_ends_the_password(service, member, client):
    member.set_password("granite-heron-morning")
    member.must_change_password = True
    member.save()
    service.sign_in(client)

    tied = StaffIdentity.objects.get(member=member)
    member.refresh_from_db()
    assert (tied.issuer, tied.subject) == (service.url, "4711")
    assert (member.has_usable_password(), member.must_change_password) == (False, False)
    assert Entry.objects.filter(act="staff.identity_tied").count() == 1


def test_from_then_on_the_number_counts_and_not_the_address(service, member, client):
    service.sign_in(client)
    service.claims = {"email": "another@office.example"}

    assert service.sign_in(Client())["Location"] == CODE


def test_who_has_no_second_factor_sets_it_up(service, client):
    a_member(email=EMAIL)
    service.sign_in(client)

    assert client.get(OWN)["Location"] == "/account/set-up/"
    assert client.get("/account/set-up/").status_code == 200


TOKENS = {
    "another_issuer": ({"claims": {"iss": "https://evil.example"}}, "InvalidIssuerError"),
    "another_audience": ({"claims": {"aud": "another-client"}}, "InvalidAudienceError"),
    "several_audiences": ({"claims": {"aud": [CLIENT, "x"]}}, "authorized_party"),
    "made_for_another": ({"claims": {"azp": "another-client"}}, "authorized_party"),
    "expired": ({"claims": {"exp": NOW - 3600}}, "ExpiredSignatureError"),
    "of_tomorrow": ({"claims": {"iat": NOW + 86400}}, "ImmatureSignatureError"),
    "no_expiry": ({"left_out": ("exp",)}, "MissingRequiredClaimError"),
    "no_subject": ({"left_out": ("sub",)}, "MissingRequiredClaimError"),
    "no_nonce": ({"left_out": ("nonce",)}, "MissingRequiredClaimError"),
    "another_nonce": ({"claims": {"nonce": "of another sign-in"}}, "nonce"),
    "unsigned": ({"algorithm": "none"}, "algorithm"),
    "signed_with_the_public_key": ({"algorithm": "HS256"}, "algorithm"),
    "signed_by_somebody": ({"signs_with": "second", "header": {"kid": "first"}}, "Invalid"),
    "signed_with_a_key_not_shown": ({"signs_with": "second"}, "key"),
    "no_name_of_a_key": ({"header": {"kid": ""}}, "key"),
    "no_token": ({"raw": {"/token": b'{"access_token": "x"}'}}, "no_id_token"),
    "a_token_of_rubbish": ({"raw": {"/token": b'{"id_token": "rubbish"}'}}, "DecodeError"),
    "no_object": ({"raw": {"/token": b"[]"}}, "no_object"),
    "no_json": ({"raw": {"/keys": b"<html>"}}, "no_json"),
    "keys_of_rubbish": ({"raw": {"/keys": b'{"keys": [1, {"kid": "first"}]}'}}, "Invalid"),
    "no_keys": ({"raw": {"/keys": b'{"keys": 5}'}}, "key"),
    "a_detour": (
        {"status": {"/keys": 302}, "raw": {"/keys": b"http://127.0.0.1/"}},
        "answered_302",
    ),
}


@pytest.mark.parametrize(("lie", "because"), TOKENS.values(), ids=TOKENS)
def test_a_lie_of_the_service_is_refused_and_logged(service, member, client, logged, lie, because):
    service.__dict__.update(lie)
    if "claims" in lie:
        service.claims = {"email": EMAIL, "email_verified": True} | lie["claims"]

    refused = service.sign_in(client)

    assert refused.status_code == 403
    assert NOT_BELIEVED in refused.content.decode()
    assert len(logged) == 1
    assert logged[0].startswith(because)
    assert not StaffIdentity.objects.exists()


WAYS_BACK = {
    "another_state": ({"state": "of another browser"}, "state"),
    "no_state": ({"state": ""}, "state"),
    "another_service_answers": ({"iss": "https://evil.example"}, "issuer_of_answer"),
    "the_service_says_no": ({"error": "access_denied"}, "the_service_refused"),
}


@pytest.mark.parametrize(("changed", "because"), WAYS_BACK.values(), ids=WAYS_BACK)
def test_a_wrong_way_back_is_refused(service, member, client, logged, changed, because):
    refused = service.sign_in(client, **changed)

    assert (refused.status_code, logged) == (403, [because])
    assert service.tokens == [], "the code is not given away"


def test_a_service_that_promises_its_name_must_give_it(service, member, client, logged):
    service.described = {"authorization_response_iss_parameter_supported": True}

    assert service.sign_in(client).status_code == 403
    assert service.sign_in(client, iss=service.url)["Location"] == CODE
    assert logged == ["issuer_of_answer"]


def test_an_answer_counts_once(service, member, client, logged):
    service.sign_in(client)
    again = {"code": "code 0", "state": service.asked["state"]}

    assert client.get(BACK, again).status_code == 403
    assert logged == ["nothing_asked"]


def test_a_code_counts_once(service, member, client, logged):
    service.sign_in(client)

    assert service.sign_in(Client(), code="code 0").status_code == 403
    assert logged == ["no_id_token"]


def test_an_answer_that_nobody_asked_for_is_refused(service, member, client, logged):
    assert client.get(BACK, {"code": "x", "state": "y"}).status_code == 403
    assert logged == ["nothing_asked"]


def test_an_answer_after_ten_minutes_is_too_late(service, member, client, logged, monkeypatch):
    began = clock.wall()
    there = client.get("/account/provider/")
    later = began + timedelta(seconds=views.STANDS_FOR + 5)
    monkeypatch.setattr(clock, "wall", lambda: later)

    assert there.status_code == 302
    assert client.get(BACK, {"code": "x", "state": "y"}).status_code == 403
    assert logged == ["asked_long_ago"]


PEOPLE = {
    "unverified": ({"email": EMAIL, "email_verified": False}, "unverified"),
    "verified_in_words": ({"email": EMAIL, "email_verified": "true"}, "unverified"),
    "nobody_said": ({"email": EMAIL}, "unverified"),
    "unknown": ({"email": "nobody@office.example", "email_verified": True}, "unknown"),
    "no_address": ({}, "unknown"),
    "an_empty_address": ({"email": "", "email_verified": True}, "unknown"),
}


@pytest.mark.parametrize(("claims", "because"), PEOPLE.values(), ids=PEOPLE)
def test_who_has_no_account_gets_none(service, member, client, logged, claims, because):
    service.claims = claims
    a_member(username="without-address")
    before = StaffMember.objects.count()

    refused = service.sign_in(client)

    assert NO_ACCOUNT in refused.content.decode()
    assert (refused.status_code, logged) == (403, [because])
    assert StaffMember.objects.count() == before
    assert not StaffIdentity.objects.exists()


def test_the_next_holder_of_an_address_does_not_get_the_account(service, member, client, logged):
    service.sign_in(client)
    service.claims |= {"sub": "4712"}

    assert service.sign_in(Client()).status_code == 403
    assert logged == ["tied_to_another"]


@pytest.mark.parametrize("how", ["closed", "unposted"])
def test_who_left_is_refused_in_the_words_for_unknown(service, client, logged, how):
    a_member(email=EMAIL, is_active=how != "closed", role="" if how == "unposted" else "OFFICER")
    left = service.sign_in(client)
    service.claims = {"email": "nobody@office.example", "email_verified": True}
    unknown = service.sign_in(client)

    assert said(left) == said(unknown)
    assert (left.status_code, unknown.status_code) == (403, 403)
    assert logged == ["closed", "unknown"]


def test_known_and_unknown_hash_nothing(service, member, client, monkeypatch):
    hashed = count_hashes(monkeypatch)
    service.sign_in(client)
    service.claims = {"email": "nobody@office.example", "email_verified": True}
    service.sign_in(Client())

    assert hashed == []


def test_a_key_that_the_service_changed_is_known_at_once(service, member, client):
    service.sign_in(client)
    service.signs_with, service.shows = "second", ("second",)

    assert service.sign_in(Client())["Location"] == CODE


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
def test_a_service_in_trouble_is_told_of(service, member, client, logged, path):
    there = client.get("/account/provider/")
    service.status = {path: 503}
    answer = service.sign_in(client) if path != "/.well-known/openid-configuration" else None
    answer = answer or client.get("/account/provider/")

    assert there.status_code == 302
    assert SILENT in answer.content.decode()
    assert (answer.status_code, logged) == (403, ["503"])


def test_a_service_that_is_gone_is_told_of(service, client, logged, settings):
    settings.OIDC |= {"issuer": "http://127.0.0.1:1"}

    assert SILENT in client.get("/account/provider/").content.decode()
    assert logged == ["URLError"]


@pytest.mark.parametrize("issuer", ["http://service.example", "ftp://127.0.0.1", "file:///etc"])
def test_only_a_protected_line_is_used(service, client, logged, settings, issuer):
    settings.OIDC |= {"issuer": issuer}

    assert client.get("/account/provider/").status_code == 403
    assert logged == ["not_https"]


def test_a_service_that_calls_itself_another_is_refused(service, client, logged):
    service.described = {"issuer": "https://evil.example"}

    assert client.get("/account/provider/").status_code == 403
    assert logged == ["issuer_described"]


def test_what_is_asked_cannot_be_guessed_nor_read(service, client):
    asked = [dict(service.asked) for _ in range(2) if service.sign_in(client) or True]

    assert asked[0]["code_challenge_method"] == "S256"
    assert {asked[0][name] for name in ("state", "nonce", "code_challenge")}.isdisjoint(
        asked[1].values()
    )
    assert SECRET not in str(asked)


def test_no_other_site_is_gone_to(service, member, client):
    service.sign_in(client, "https://evil.example/")

    assert give_code(client)["Location"] == "/"


def without_password_for(client: Client, seconds: int) -> None:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = clock.wall().timestamp() - seconds
    session.save()


def test_a_fresh_password_is_asked_of_the_service(service, member, client):
    service.sign_in(client)
    give_code(client)
    without_password_for(client, 3600)

    asked = client.get("/account/keys/add/")
    assert asked["Location"] == "/account/provider/?next=%2Faccount%2Fkeys%2Fadd%2F"
    back = service.sign_in(client, "/account/keys/add/")

    assert (service.asked["prompt"], service.asked["max_age"]) == ("login", "0")
    assert back["Location"] == "/account/keys/add/"
    assert client.get("/account/keys/add/").status_code == 200


def test_a_session_that_had_ended_begins_anew(service, member, client):
    signed_in(client, a_member())
    session = client.session
    session["signed_in_at"] = 0
    session.save()
    before = session.session_key

    first = service.sign_in(client)

    assert "prompt" not in service.asked
    assert first["Location"] == CODE
    give_code(client)
    assert client.session.session_key != before
    assert client.get(OWN).context["member"] == member


def test_a_service_that_did_not_ask_again_is_not_believed(service, member, client, logged):
    service.sign_in(client)
    give_code(client)
    service.claims |= {"auth_time": NOW - 3600}

    assert service.sign_in(client).status_code == 403
    assert logged == ["not_signed_in_again"]


def test_nobody_proves_a_session_of_somebody_else(service, member, client, logged):
    signed_in(client, a_member())

    assert service.sign_in(client).status_code == 403
    assert logged == ["another_is_signed_in"]


@pytest.mark.parametrize("path", ["/account/provider/", BACK])
def test_without_a_service_there_is_no_way_to_one(client, settings, path):
    settings.OIDC = {}

    assert client.get(path).status_code == 404
    assert "Sign in with" not in client.get(SIGN_IN).content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Sign in with Ministry"), ("fr", "Ouvrir une session avec")]
)
def test_the_page_of_sign_in_offers_the_service(service, client, language, words):
    client.cookies["throughcare_language"] = language

    assert words in client.get(SIGN_IN).content.decode()


def test_a_reset_unties_the_identity(service, member, client):
    service.sign_in(client)
    reset_sign_in(member=member, by=System(), reason="a new number at the service")

    assert not StaffIdentity.objects.exists()
    assert service.sign_in(Client())["Location"] == "/", "tied afresh, by the address"


def test_two_accounts_cannot_have_one_address(member):
    other = a_member()

    with pytest.raises(EmailTaken):
        set_email(member=other, email=EMAIL.upper(), by=System())

    set_email(member=other, email="", by=System())
    set_email(member=other, email=" other@office.example ", by=System())
    other.refresh_from_db()
    assert other.email == "other@office.example"


def test_an_administrator_writes_the_address_down(client, member):
    signed_in(client, a_member("ADMINISTRATOR"))
    at = f"/staff/{a_member().pk}/email/"

    both = {"email": "a@office.example", "none": "on"}
    for wrong in ({"email": ""}, {"email": "no address"}, both):
        assert client.post(at, wrong).status_code == 422
    assert client.post(at, {"email": EMAIL}).status_code == 422
    assert client.post(at, {"email": "new@office.example"}).status_code == 302
    assert StaffMember.objects.filter(email="new@office.example").count() == 1
    assert client.post(at, {"none": "on"}).status_code == 302
    assert not StaffMember.objects.filter(email="new@office.example").exists()


def test_a_time_that_is_none_is_not_believed():
    assert not tokens._is_time("yesterday", 0)
    assert not tokens._is_time(None, 0)

"""A security key is a second factor; an answer in which one thing is wrong lets nobody in."""

import json
from functools import partial

import pytest
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import STATE_SESSION_KEY as STATE
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughcare.record.entries import System
from throughcare.record.models import Entry
from throughcare.staff import factors, keys
from throughcare.staff.commands import factors as commands
from throughcare.staff.commands.accounts import reset_sign_in
from throughcare.staff.models import StaffSession
from throughcare.staff.tests.a_key import Key
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_sign_in import CODE, SIGN_IN, give_code, give_password

pytestmark = pytest.mark.django_db

ADD = "/account/keys/add/"
OWN = "/staff/account/"


@pytest.fixture
def member():
    return with_sign_in(a_member(username="okoye"), recovery=True)


@pytest.fixture
def fresh(client, member):
    """A client that gave password and code just now."""
    give_password(client, "okoye")
    give_code(client)
    return client


def add(client: Client, key: Key, name: str = "Blue key"):
    options = json.loads(client.get(ADD).context["options"])
    return client.post(ADD, {"name": name, "credential": json.dumps(key.made(options))})


@pytest.fixture
def key(fresh):
    added = Key()
    add(fresh, added)
    return added


def asked_for_key(client: Client) -> dict:
    """Give the password, and return what the page asks of the member's keys."""
    give_password(client, "okoye")
    return client.get(CODE).context["js_data"]["request_options"]


def answer(client: Client, said) -> int:
    return client.post(CODE, {"credential": json.dumps(said)})


def test_a_key_is_added_under_its_name(fresh, member):
    added = add(fresh, Key())

    assert (added.status_code, added["Location"]) == (302, OWN)
    assert [str(each) for each in factors.factors_of(member)] == ["TOTP Authenticator", "Blue key"]
    assert Entry.objects.get(act="staff.factor_added").reason == "Blue key"
    assert "Blue key" in fresh.get(OWN).content.decode()


def test_a_key_signs_in_after_the_password(key):
    other = Client()
    signed = answer(other, Key.asked(key_used(key), asked_for_key(other)))

    assert (signed.status_code, signed["Location"]) == (302, "/")
    assert other.get(OWN).status_code == 200


def key_used(key: Key) -> Key:
    """Return the key with one more use."""
    key.uses += 1
    return key


def test_the_password_comes_first(key, client):
    key_used(key)
    nobody = Client()

    assert nobody.get(CODE)["Location"] == SIGN_IN
    assert nobody.post(CODE, {"credential": "{}"})["Location"] == SIGN_IN


WRONG = {
    "another_origin": {"origin": "https://testserver.evil.example"},
    "no_https": {"origin": "http://testserver"},
    "another_host": {"host": "evil.example"},
    "nobody_touched_it": {"flags": 0},
    "another_key": {"identity": b"0123456789abcdef"},
    "a_copy_of_the_key": {"uses": 1},
    "a_count_that_starts_over": {"uses": 0},
}


@pytest.mark.parametrize("lie", WRONG.values(), ids=WRONG)
def test_one_thing_wrong_lets_nobody_in(key, lie):
    other = Client()
    options = asked_for_key(other)
    for name, value in ({"uses": 2} | lie).items():
        setattr(key, name, value)

    refused = answer(other, key.asked(options))

    assert refused.status_code == 422
    assert "This key does not open this account." in refused.content.decode()
    assert "<title>Error: Your second factor" in refused.content.decode()
    assert other.get(OWN).status_code == 302


def test_a_forged_signature_lets_nobody_in(key):
    other, forger = Client(), Key(identity=key.identity, uses=9)

    assert answer(other, forger.asked(asked_for_key(other))).status_code == 422


def test_an_answer_for_adding_a_key_does_not_sign_in(key):
    other = Client()
    options = asked_for_key(other)

    assert answer(other, key_used(key).asked(options, kind="webauthn.create")).status_code == 422


def test_an_answer_to_an_earlier_page_is_too_late(key):
    other = Client()
    earlier = asked_for_key(other)
    other.get(CODE)

    assert answer(other, key_used(key).asked(earlier)).status_code == 422


def test_an_answer_works_once(key):
    first, second = Client(), Client()
    said = key_used(key).asked(asked_for_key(first))
    answer(first, said)
    asked_for_key(second)

    assert answer(second, said).status_code == 422


def test_a_key_of_another_member_opens_nothing(key):
    with_sign_in(a_member(username="roy"))
    other = Client()
    give_password(other, "roy")
    options = other.get(CODE).context["js_data"]["request_options"]

    assert answer(other, key_used(key).asked(options)).status_code == 422


def test_keys_that_count_nothing_sign_in_again_and_again(fresh, member):
    key = Key(uses=0)
    add(fresh, key)
    signed = [answer(other := Client(), key.asked(asked_for_key(other))) for _ in range(2)]

    assert [each.status_code for each in signed] == [302, 302]


NO_ANSWERS = [{}, [], "", None, 0, "x", {"id": "x"}, {"response": {}}, {"rawId": 5, "response": 1}]


@pytest.mark.parametrize("said", NO_ANSWERS, ids=map(str, NO_ANSWERS))
def test_what_is_no_answer_is_refused_in_words(key, said):
    other = Client()
    asked_for_key(other)

    assert answer(other, said).status_code == 422


ANY_ANSWER = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "rawId", "response", "type", "clientDataJSON", "signature"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


@given(said=ANY_ANSWER)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_whatever_it_is_fails_the_page(member, rf, said):
    request = rf.get("/")
    with context.request_context(request):
        for look_at in (keys.is_new, partial(keys.accept, member)):
            request.session = {STATE: {"challenge": "AAAA", "user_verification": None}}
            assert not look_at(said)
            assert request.session == {}, "the challenge is used up"


@pytest.mark.parametrize("lie", list(WRONG)[:4])
def test_a_key_with_one_thing_wrong_is_not_added(fresh, member, lie):
    refused = add(fresh, Key(**WRONG[lie]))

    assert refused.status_code == 422
    assert "This key was not added" in refused.content.decode()
    assert len(factors.factors_of(member)) == 1


def test_a_key_is_kept_by_one_account_once(key, fresh):
    assert add(fresh, key, "Once more").status_code == 422


def test_a_key_needs_a_name(fresh):
    refused = add(fresh, Key(), "")

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["name"]


def test_adding_a_key_ends_other_sessions(fresh, member):
    signed_in(other := Client(), member)
    add(fresh, Key())

    assert StaffSession.objects.filter(member=member).count() == 1
    assert other.get(OWN).status_code == 302


def test_a_key_can_be_the_first_factor(client):
    member = with_sign_in(a_member(username="okoye"), secret=None)
    give_password(client, "okoye")

    added = add(client, Key())

    assert added["Location"] == "/account/recovery-codes/"
    assert client.get(added["Location"]).status_code == 200
    assert client.get(OWN).status_code == 200
    assert factors.has_any(member)


def test_who_gave_only_the_password_adds_no_key_to_an_account_that_has_one(client, member):
    with_sign_in(bare := a_member(username="bare"), secret=None)
    give_password(client, "bare")
    Authenticator.objects.create(user=bare, type="webauthn", data={"name": "Other"})

    assert client.get(ADD)["Location"] == SIGN_IN
    assert client.get(OWN).status_code == 302


def test_nothing_that_a_key_said_is_kept_for_later(key, fresh):
    session = fresh.session
    session["signed_in_at"] = 0
    session.save()

    answer = fresh.post(ADD, {"name": "Red key", "credential": "{}"})

    assert answer["Location"] == SIGN_IN
    assert "typed" not in fresh.session


def test_adding_needs_a_fresh_password(client, member):
    signed_in(client, member)

    assert client.get(ADD)["Location"].startswith("/account/password/again/")


def of_okoye(name: str) -> Authenticator:
    return next(each for each in Authenticator.objects.all() if str(each) == name)


def test_a_key_gets_another_name(key, fresh):
    pk = of_okoye("Blue key").pk

    assert fresh.post(f"/account/factors/{pk}/name/", {"name": ""}).status_code == 422
    fresh.post(f"/account/factors/{pk}/name/", {"name": "Red key"})

    assert str(Authenticator.objects.get(pk=pk)) == "Red key"
    assert Entry.objects.get(act="staff.factor_named").reason == "Blue key: Red key"


def test_a_key_is_removed_and_no_longer_signs_in(key, fresh, member):
    signed_in(elsewhere := Client(), member)
    at = f"/account/factors/{of_okoye('Blue key').pk}/remove/"
    shown = fresh.get(at).content.decode()
    fresh.post(at)

    assert "Blue key" in shown
    assert elsewhere.get(OWN).status_code == 302
    assert not [each for each in factors.factors_of(member) if each.type == "webauthn"]


def test_codes_can_be_removed_when_a_key_is_left(key, fresh, member):
    factor = Authenticator.objects.get(user=member, type="totp")
    fresh.post(f"/account/factors/{factor.pk}/remove/")

    assert [str(each) for each in factors.factors_of(member)] == ["Blue key"]
    assert fresh.get("/account/set-up/").status_code == 200, "codes can be set up again"


def test_the_last_factor_stays(fresh, member):
    factor = Authenticator.objects.get(user=member, type="totp")
    at = f"/account/factors/{factor.pk}/remove/"

    assert "Remove it" not in fresh.get(at).content.decode()
    refused = fresh.post(at)

    assert refused.status_code == 422
    assert "This is your last second factor." in refused.content.decode()
    assert factors.factors_of(member) == [factor]


def test_the_command_refuses_the_last_factor_too(member):
    factor = Authenticator.objects.get(user=member, type="totp")

    with pytest.raises(commands.LastFactor):
        commands.remove_factor(factor=factor, by=member)

    assert not Entry.objects.filter(act="staff.factor_removed").exists()


@pytest.mark.parametrize("what", ["name", "remove"])
def test_nobody_touches_a_factor_of_someone_else(fresh, what):
    theirs = with_sign_in(a_member())
    factor = Authenticator.objects.get(user=theirs)

    assert fresh.get(f"/account/factors/{factor.pk}/{what}/").status_code == 404
    assert fresh.post(f"/account/factors/{factor.pk}/{what}/", {"name": "x"}).status_code == 404


def test_codes_and_recovery_codes_have_no_name_to_change(fresh, member):
    for factor in Authenticator.objects.filter(user=member):
        assert fresh.get(f"/account/factors/{factor.pk}/name/").status_code == 404


def test_a_code_signs_in_beside_a_key(key):
    other = Client()
    give_password(other, "okoye")
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]

    assert give_code(other, recovery)["Location"] == "/"


def test_a_reset_by_an_administrator_takes_the_keys_too(key, member):
    reset_sign_in(member=member, by=System(), reason="lost")

    assert not Authenticator.objects.filter(user=member).exists()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pages_of_keys_speak_both_languages(key, fresh, language):
    fresh.cookies["throughcare_language"] = language
    pk = of_okoye("Blue key").pk

    for at in (ADD, f"/account/factors/{pk}/name/", f"/account/factors/{pk}/remove/", OWN):
        shown = fresh.get(at).content.decode()
        assert f'<html lang="{language}"' in shown
        assert shown.count("<h1") == 1

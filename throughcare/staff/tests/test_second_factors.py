"""The secrets of second factors are sealed: a copy of the database opens no account."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from cryptography.fernet import Fernet
from django.test import Client

from throughcare.staff import codes, second_factors
from throughcare.staff.demo_accounts import PASSWORD as DEMO_PASSWORD
from throughcare.staff.demo_accounts import secret_of
from throughcare.staff.second_factors import SEALED
from throughcare.staff.tests.factories import SECRET, a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_sign_in import CODE, give_code, give_password

pytestmark = pytest.mark.django_db
KEY = Fernet.generate_key().decode()


@pytest.fixture(autouse=True)
def _key(settings):
    settings.SECOND_FACTOR_KEY = KEY


@pytest.fixture
def member():
    return with_sign_in(a_member(username="okoye"), recovery=True)


def kept(member, kind: str) -> dict:
    return Authenticator.objects.get(user=member, type=kind).data


def test_the_database_holds_no_secret(member):
    assert kept(member, "totp")["secret"].startswith(SEALED)
    assert SECRET not in str(kept(member, "totp"))
    assert kept(member, "recovery_codes")["seed"].startswith(SEALED)


def test_secrets_of_another_key_are_counted(member, settings):
    with_sign_in(a_member())
    assert second_factors.unreadable() == 0

    settings.SECOND_FACTOR_KEY = Fernet.generate_key().decode()

    assert second_factors.unreadable() == 2


def test_a_sealed_secret_opens_again():
    assert decrypt(encrypt(SECRET)) == SECRET


def test_the_same_secret_is_sealed_differently_each_time():
    assert encrypt(SECRET) != encrypt(SECRET)


def test_a_member_signs_in_with_a_sealed_secret(client, member):
    give_password(client, "okoye")

    assert give_code(client)["Location"] == "/"


def test_a_recovery_code_from_a_sealed_seed_opens_once(client, member):
    code = (
        Authenticator.objects.get(user=member, type="recovery_codes").wrap().get_unused_codes()[0]
    )
    give_password(client, "okoye")
    assert give_code(client, code)["Location"] == "/"

    other = Client()
    give_password(other, "okoye")
    assert give_code(other, code).status_code == 422


def test_another_key_opens_nothing(client, member, settings):
    settings.SECOND_FACTOR_KEY = Fernet.generate_key().decode()
    give_password(client, "okoye")

    assert give_code(client).status_code == 422
    assert client.get("/staff/account/").status_code == 302


@pytest.mark.parametrize(
    "stored", ["", SECRET, SEALED, f"{SEALED}x", f"{SEALED}gAAAAA=="], ids=range(5)
)
def test_what_was_not_sealed_with_the_key_is_never_the_secret(stored):
    opened = {decrypt(stored) for _each in range(3)}

    assert SECRET not in opened
    assert len(opened) == 3, "a secret that can be told in advance"


def test_an_unreadable_secret_is_logged_without_it(monkeypatch):
    said = []
    monkeypatch.setattr(
        second_factors.log, "error", lambda *words, **more: said.append((words, more))
    )

    decrypt(f"{SEALED}forged")

    assert said == [(("unreadable",), {})]


def test_a_plain_secret_put_into_the_database_opens_nothing(client, member):
    Authenticator.objects.filter(user=member, type="totp").update(data={"secret": SECRET})
    give_password(client, "okoye")

    answer = client.post(CODE, {"code": codes.code_at(SECRET, codes.step_now())})

    assert answer.status_code == 422


def test_a_demo_of_an_earlier_version_still_opens(client, member, settings):
    settings.DEMO = True
    Authenticator.objects.filter(user=member, type="totp").update(data={"secret": SECRET})
    give_password(client, "okoye")

    assert give_code(client)["Location"] == "/"


def test_a_sealed_demo_secret_is_known_outside_demo_mode(client, settings):
    settings.DEMO = False
    with_sign_in(a_member(username="roy"), secret=secret_of("roy"))

    assert give_password(client, "roy").status_code == 422
    assert give_password(client, "roy", DEMO_PASSWORD).status_code == 422


@pytest.fixture
def gone(settings, tmp_path):
    """The key is not where it was; return the file that would hold it."""
    settings.SECOND_FACTOR_KEY = ""
    settings.SECOND_FACTOR_KEY_FILE = tmp_path / "home" / "second_factor_key"
    return settings.SECOND_FACTOR_KEY_FILE


def test_the_first_secret_makes_the_key_for_its_owner_alone(gone):
    sealed = encrypt(SECRET)

    assert (decrypt(sealed), gone.stat().st_mode & 0o777) == (SECRET, 0o600)
    assert [each.name for each in gone.parent.iterdir()] == [gone.name]


def test_a_key_that_another_process_made_meanwhile_is_the_key(gone, monkeypatch):
    gone.parent.mkdir()
    theirs = Fernet.generate_key()
    link = second_factors.os.link

    def after_them(draft, file):
        file.write_bytes(theirs)
        link(draft, file)

    monkeypatch.setattr(second_factors.os, "link", after_them)

    assert Fernet(theirs).decrypt(encrypt(SECRET).removeprefix(SEALED)) == SECRET.encode()


@pytest.mark.parametrize("kind", ["totp", "recovery_codes"])
def test_a_key_that_is_gone_is_never_replaced(member, gone, kind):
    Authenticator.objects.exclude(type=kind).delete()

    with pytest.raises(second_factors.KeyIsMissing):
        encrypt(SECRET)
    assert not gone.parent.exists()


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "No code can be checked now"), ("fr", "Aucun code ne peut être vérifié")],
)
def test_whoever_signs_in_is_told_that_the_key_is_gone(client, member, gone, language, says):
    client.cookies["throughcare_language"] = language
    give_password(client, "okoye")

    answer = give_code(client)

    assert (answer.status_code, says in answer.text) == (422, True)
    assert client.get("/staff/account/").status_code == 302


def test_whoever_is_signed_in_works_on_without_the_key(client, member, gone):
    signed_in(client, member)

    assert client.get("/staff/account/").status_code == 200


def test_the_right_key_brought_back_opens_again(client, member, gone, settings):
    give_password(client, "okoye")
    assert give_code(client).status_code == 422

    settings.SECOND_FACTOR_KEY = KEY

    assert give_code(client)["Location"] == "/"

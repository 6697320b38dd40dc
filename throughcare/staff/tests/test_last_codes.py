"""Setting codes up, recovery codes and a new password, in exact words of both languages."""

import re

import pytest
from allauth.mfa.models import Authenticator

from throughcare.staff import codes
from throughcare.staff.tests.factories import PASSWORD, a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_form_accounts import errors_of, in_language
from throughcare.staff.tests.test_sign_in import give_code, give_password

pytestmark = pytest.mark.django_db

SET_UP = "/account/set-up/"
SEE = "/account/recovery-codes/"
NEW = "/account/recovery-codes/new/"
CHANGE = "/account/password/"
NO_FIT = (
    "This code does not fit. Check that the clock of your phone is right.",
    "Ce code ne convient pas. Vérifiez que l’heure de votre téléphone est juste.",
)
WRONG = (
    "This code is wrong or was used already. Wait for the next one and try again.",
    "Ce code est erroné ou a déjà servi. Attendez le suivant et réessayez.",
)
both = pytest.mark.parametrize("language", ["en", "fr"])


@pytest.fixture
def member():
    return with_sign_in(a_member(username="okoye", surname="Okonkwo-Tremblay"), recovery=True)


def entered(client, language="en"):
    client.cookies["throughcare_language"] = language
    give_password(client, "okoye")
    return client


def codes_of(member) -> list[str]:
    factor = Authenticator.objects.get(user=member, type="recovery_codes")
    return list(factor.wrap().get_unused_codes())


def codes_in(answer) -> list[str]:
    return re.findall(r'translate="no">(\d{8})<', answer.content.decode())


@both
@pytest.mark.parametrize("typed", ["00000", "abcdef", "0000000"])
def test_a_wrong_first_code(client, language, typed):
    own = with_sign_in(a_member(username="okoye"), secret=None)
    entered(client, language).get(SET_UP)

    refused = client.post(SET_UP, {"code": typed})

    assert refused.status_code == 422
    assert errors_of(refused) == {"code": [in_language(NO_FIT, language)]}
    assert not Authenticator.objects.filter(user=own).exists()


@both
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_a_right_first_code(client, language, off):
    own = with_sign_in(a_member(username="okoye"), secret=None)
    secret = entered(client, language).get(SET_UP).context["form"].secret

    done = client.post(SET_UP, {"code": codes.code_at(secret, codes.step_now() + off)})

    assert (done.status_code, done["Location"]) == (302, SEE)
    shown = [client.get(SEE) for _ in range(2)]
    assert codes_in(shown[0]) == codes_of(own)
    assert codes_in(shown[1]) == []


@both
def test_a_recovery_code_lets_in_once(client, member, language):
    code = codes_of(member)[0]
    first = give_code(entered(client, language), code)
    client.post("/account/sign-out/")
    second = give_code(entered(client, language), code)

    assert (first.status_code, second.status_code) == (302, 422)
    assert errors_of(second) == {"code": [in_language(WRONG, language)]}
    assert len(codes_of(member)) == 9


@both
@pytest.mark.parametrize("typed", ["00000", "abcdefgh", "000000000"])
def test_a_wrong_code_lets_nobody_in(client, member, language, typed):
    refused = give_code(entered(client, language), typed)

    assert refused.status_code == 422
    assert errors_of(refused) == {"code": [in_language(WRONG, language)]}
    assert len(codes_of(member)) == 10


@both
def test_new_recovery_codes_end_the_old(client, member, language):
    old = codes_of(member)
    give_code(entered(client, language))
    made = client.post(NEW)
    shown = [codes_in(client.get(SEE)) for _ in range(2)]

    assert made["Location"] == SEE
    assert shown == [codes_of(member), []]
    assert not set(old) & set(shown[0])
    assert codes.accept(member, old[0]) is None


def change(client, new: str):
    return client.post(CHANGE, {"password": PASSWORD, "new_password": new, "again": new})


@both
@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("short", "password_too_short"),
        ("elevensigns", "password_too_short"),
    ],
)
def test_a_bad_new_password(client, member, language, new, code):
    signed_in(client, member).cookies["throughcare_language"] = language
    refused = change(client, new)
    member.refresh_from_db()

    said = refused.context["form"].errors.as_data()
    assert refused.status_code == 422
    assert {name: [each.code for each in errors] for name, errors in said.items()} == {
        "new_password": [code]
    }
    assert member.check_password(PASSWORD)


@pytest.mark.parametrize("new", ["twelve-signs", "amber otter evening"])
def test_a_good_new_password_takes_the_place(client, member, new):
    signed_in(client, member)
    kept = change(client, new)
    member.refresh_from_db()

    assert (kept.status_code, kept["Location"]) == (302, "/staff/account/")
    assert [member.check_password(each) for each in (new, PASSWORD)] == [True, False]

"""A token of an outside service counts for exactly who, whom, when and what it was made for."""

import json
from dataclasses import replace

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from hypothesis import given
from hypothesis import strategies as st
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from throughcare import clock
from throughcare.staff.outside.service import Asked, Identity, NotBelieved, Provider
from throughcare.staff.outside.tokens import CLOCKS_DIFFER, identity_in

ISSUER = "https://service.example"
SERVICE = Provider(ISSUER, "throughcare", "a secret", "Ministry account")
NOW = int(clock.wall().timestamp())
ASKED = Asked("state", "the nonce", "verifier", "https://office.example/back", float(NOW))
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CURVE = ec.generate_private_key(ec.SECP256R1())
TIMES = ("iat", "exp", "nbf")
# Times in seconds from when a token is made: a long run of tests outlives five minutes.
CLAIMS = {
    "iss": ISSUER,
    "aud": "throughcare",
    "sub": "4711",
    "nonce": "the nonce",
    "iat": 0,
    "exp": 300,
    "email": "okoye@office.example",
    "email_verified": True,
}


def shown(name: str = "first", **more) -> dict:
    """Return a public key as a service shows it."""
    made = ECAlgorithm.to_jwk(CURVE.public_key(), as_dict=True)
    if name == "first":
        made = RSAAlgorithm.to_jwk(RSA.public_key(), as_dict=True)
    return made | {"kid": name} | more


KEYS = {"keys": [shown(), shown("curve")]}


def made_now(claims: dict) -> dict:
    """Return claims as a token holds them, without those that are None."""
    now = int(clock.wall().timestamp())
    told = {name: value for name, value in claims.items() if value is not None}
    times = {each: told[each] + now for each in TIMES if isinstance(told.get(each), int)}
    return told | times


def token(algorithm: str = "RS256", kid: str = "first", **claims) -> str:
    told = made_now(CLAIMS | claims)
    secret = CURVE if algorithm.startswith("ES") else RSA
    return jwt.encode(told, secret, algorithm, headers={"kid": kid})


def refusal(made: str, keys: dict = KEYS, asked: Asked = ASKED) -> str:
    with pytest.raises(NotBelieved) as refused:
        identity_in(made, SERVICE, asked, keys)
    return str(refused.value)


def test_a_right_token_names_who_signed_in():
    assert identity_in(token(), SERVICE, ASKED, KEYS) == Identity(
        ISSUER, "4711", "okoye@office.example", True, 0.0
    )


@pytest.mark.parametrize(
    ("algorithm", "kid"),
    [("RS256", "first"), ("RS512", "first"), ("PS256", "first"), ("ES256", "curve")],
)
def test_every_public_way_of_signing_counts(algorithm, kid):
    assert identity_in(token(algorithm, kid), SERVICE, ASKED, KEYS).subject == "4711"


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
def test_a_shared_secret_counts_for_nothing(algorithm):
    made = jwt.encode(made_now(CLAIMS), "a secret" * 8, algorithm, headers={"kid": "first"})

    assert refusal(made) == "algorithm"


@pytest.mark.parametrize(
    ("name", "value", "because"),
    [
        ("iss", "https://service.example/", "InvalidIssuerError"),
        ("iss", "https://SERVICE.example", "InvalidIssuerError"),
        ("aud", "throughcare2", "InvalidAudienceError"),
        ("aud", [], "MissingRequiredClaimError"),
        ("aud", {"throughcare": 1}, "InvalidAudienceError"),
        ("nonce", "another", "nonce"),
        ("nonce", "", "nonce"),
        ("nonce", 5, "nonce"),
        ("azp", "another", "authorized_party"),
        ("exp", -CLOCKS_DIFFER - 5, "ExpiredSignatureError"),
        ("exp", "tomorrow", "DecodeError"),
        ("iat", CLOCKS_DIFFER + 60, "ImmatureSignatureError"),
        ("nbf", CLOCKS_DIFFER + 60, "ImmatureSignatureError"),
        ("sub", 4711, "InvalidSubjectError"),
        *((each, None, "MissingRequiredClaimError") for each in ("iss", "aud", "exp", "iat")),
    ],
)
def test_one_wrong_claim_is_enough(name, value, because):
    assert refusal(token(**{name: value})) == because


@pytest.mark.parametrize("claims", [{"exp": -30}, {"iat": 30}, {"nbf": 30}])
def test_clocks_may_differ_by_a_minute(claims):
    assert identity_in(token(**claims), SERVICE, ASKED, KEYS).subject == "4711"


@pytest.mark.parametrize(
    ("aud", "azp", "right"),
    [
        (["throughcare"], None, True),
        (["throughcare", "another"], "throughcare", True),
        (["throughcare", "another"], None, False),
        (["throughcare", "another"], "another", False),
        ("throughcare", "throughcare", True),
    ],
)
def test_a_token_for_several_says_for_whom_it_was_made(aud, azp, right):
    made = token(aud=aud, azp=azp)

    if right:
        assert identity_in(made, SERVICE, ASKED, KEYS).subject == "4711"
    else:
        assert refusal(made) == "authorized_party"


@pytest.mark.parametrize("said", [None, False, "true", "yes", 1, [True]])
def test_only_true_means_that_an_address_was_verified(said):
    assert identity_in(token(email_verified=said), SERVICE, ASKED, KEYS).email_verified is False


@pytest.mark.parametrize(
    ("told", "believed"),
    [
        (NOW, True),
        (NOW - CLOCKS_DIFFER, True),
        (NOW - CLOCKS_DIFFER - 1, False),
        (None, False),
        ("now", False),
        (0, False),
    ],
    ids=["now", "as far as clocks differ", "a second before", "not told", "words", "long ago"],
)
def test_signing_in_again_must_have_happened_since(told, believed):
    again = replace(ASKED, again=True)
    made = token(auth_time=told)

    if believed:
        assert identity_in(made, SERVICE, again, KEYS).signed_in_at == told
    else:
        assert refusal(made, asked=again) == "not_signed_in_again"


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"keys": None},
        {"keys": "first"},
        {"keys": []},
        {"keys": [5, None, "first"]},
        {"keys": [shown("curve")]},
        {"keys": [shown(), shown()]},
        {"keys": [shown(use="enc")]},
    ],
    ids=range(8),
)
def test_without_the_one_key_that_signs_nothing_counts(keys):
    assert refusal(token(), keys) == "key"


def test_a_key_of_another_kind_checks_nothing():
    assert refusal(token(kid="curve")) in {"InvalidKeyError", "PyJWKError", "InvalidTokenError"}


def test_a_key_under_another_name_checks_nothing():
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    made = jwt.encode(made_now(CLAIMS), stranger, "RS256", headers={"kid": "first"})

    assert refusal(made) == "InvalidSignatureError"


def changed_part(made: str, part: int, name: str, value) -> str:
    """Return a token with one value of its head or body changed, under the same signature."""
    parts = made.split(".")
    told = json.loads(jwt.utils.base64url_decode(parts[part]))
    body = json.dumps(told | {name: value}).encode()
    parts[part] = jwt.utils.base64url_encode(body).decode()
    return ".".join(parts)


@given(st.sampled_from(sorted(CLAIMS)), st.text(max_size=6) | st.integers() | st.none())
def test_a_claim_changed_on_the_way_is_noticed(name, value):
    made = changed_part(token(), 1, name, value)

    if value != made_now(CLAIMS)[name]:
        assert refusal(made) == "InvalidSignatureError"


@given(st.text() | st.text(alphabet="abcdefghijk.-_=", max_size=60))
def test_no_text_whatever_does_more_than_not_be_believed(made):
    assert refusal(made)


@given(st.dictionaries(st.sampled_from(["kid", "alg", "typ", "crit", "jwk"]), st.text(max_size=5)))
def test_no_head_whatever_does_more_than_not_be_believed(head):
    made = token()
    for name, value in head.items():
        made = changed_part(made, 0, name, value)

    if head:
        with pytest.raises(NotBelieved):
            identity_in(made, SERVICE, ASKED, {"keys": [shown(kid=head.get("kid", "first"))]})

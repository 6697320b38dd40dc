"""What is asked of an outside service, and what is taken for its answer."""

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from throughcare.staff.outside import asking, fetching
from throughcare.staff.outside.service import NotBelieved, Provider, Unanswered, text
from throughcare.staff.tests.a_provider import Service, running

BACK_TO = "https://office.example/account/provider/back/"


@pytest.fixture(scope="module")
def answering():
    with running() as service:
        yield service


@pytest.fixture
def told(answering) -> Service:
    answering.__dict__.update(Service(answering.url).__dict__)
    return answering


@pytest.fixture
def service(told) -> Provider:
    return Provider(told.url, "throughcare", "a secret", "Ministry account")


def asked_of(service: Provider, *, again: bool = False) -> tuple[asking.Asked, dict[str, str]]:
    asked = asking.ask(BACK_TO, 5.0, "/staff/roles/", again=again)
    there = urlsplit(asking.address(service, asked))
    return asked, {name: values[0] for name, values in parse_qs(there.query).items()}


def test_the_way_there_asks_for_a_code_and_nothing_more(service):
    asked, said = asked_of(service)

    digest = hashlib.sha256(asked.verifier.encode()).digest()
    assert said == {
        "response_type": "code",
        "client_id": "throughcare",
        "redirect_uri": BACK_TO,
        "scope": "openid email",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }


def test_the_secrets_stay_here(service):
    asked, said = asked_of(service)

    assert asked.verifier not in str(said)
    assert service.secret not in str(said)


def test_nothing_that_is_asked_repeats():
    many = [asking.ask(BACK_TO, 5.0, "", again=False) for _ in range(20)]
    words = {word for each in many for word in (each.state, each.nonce, each.verifier)}

    assert len(words) == 60
    assert min(map(len, words)) >= 43


@pytest.mark.parametrize(
    ("again", "added"), [(True, {"prompt": "login", "max_age": "0"}), (False, {})]
)
def test_a_fresh_password_is_asked_for_by_name(service, again, added):
    _asked, said = asked_of(service, again=again)

    assert {name: said[name] for name in ("prompt", "max_age") if name in said} == added


ANSWERS = {
    "no_state": ({}, "state"),
    "another_state": ({"state": "x"}, "state"),
    "no_code": ({"state": "right"}, "no_code"),
    "another_issuer": ({"state": "right", "code": "x", "iss": "https://x"}, "issuer_of_answer"),
}


@pytest.mark.parametrize(("answer", "because"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_looked_at_before_its_code_is_given_away(service, told, answer, because):
    asked = asking.ask(BACK_TO, 5.0, "", again=False)
    brought = answer | ({"state": asked.state} if answer.get("state") == "right" else {})

    with pytest.raises(NotBelieved, match=because):
        asking.identity(service, asked, brought)
    assert told.tokens == []


DESCRIBED = {
    "no_place_to_sign_in": {"authorization_endpoint": None},
    "a_list_of_places": {"authorization_endpoint": ["https://x"]},
}


@pytest.mark.parametrize("lie", DESCRIBED.values(), ids=DESCRIBED)
def test_a_service_without_a_place_to_sign_in_is_not_believed(service, told, lie):
    told.described = lie

    with pytest.raises(NotBelieved, match="no_authorization_endpoint"):
        asked_of(service)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 301, 302])
def test_an_answer_that_is_none_is_not_believed(service, told, status):
    told.status, told.raw = {"/keys": status}, {"/keys": b"http://127.0.0.1/"}

    with pytest.raises(NotBelieved, match=f"answered_{status}"):
        fetching.fetched(f"{told.url}/keys")


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_service_in_trouble_does_not_answer(told, status):
    told.status = {"/keys": status}

    with pytest.raises(Unanswered, match=str(status)):
        fetching.fetched(f"{told.url}/keys")


@pytest.mark.parametrize(
    ("body", "because"),
    [(b"", "no_json"), (b"\xff\xfe", "no_json"), (b"[1]", "no_object"), (b"null", "no_object")],
)
def test_only_an_object_is_an_answer(told, body, because):
    told.raw = {"/keys": body}

    with pytest.raises(NotBelieved, match=because):
        fetching.fetched(f"{told.url}/keys")


def test_an_endless_answer_is_cut_off(told, monkeypatch):
    told.raw = {"/keys": b'{"x": "' + b"x" * 5000 + b'"}'}
    assert fetching.fetched(f"{told.url}/keys")
    monkeypatch.setattr(fetching, "MOST", 1000)

    with pytest.raises(NotBelieved, match="no_json"):
        fetching.fetched(f"{told.url}/keys")


@pytest.mark.parametrize(
    "address",
    [
        "http://service.example/keys",
        "http://127.0.0.1.evil.example/keys",
        "http://localhost@evil.example/keys",
        "file:///etc/passwd",
        "ftp://127.0.0.1/keys",
        "//127.0.0.1/keys",
        "",
    ],
)
def test_an_open_line_is_not_used(address):
    with pytest.raises(NotBelieved, match="not_https"):
        fetching.fetched(address)


@pytest.mark.parametrize("value", [None, 5, ["x"], {"x": 1}, True])
def test_what_is_no_text_is_not_taken_for_one(value):
    with pytest.raises(NotBelieved, match="no_id_token"):
        text({"id_token": value}, "id_token")


def test_a_text_is_taken_as_it_is():
    assert text({"id_token": " x "}, "id_token") == " x "

"""What was typed outlives the session and the language, for whoever typed it and nobody else."""

import html
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from throughcare import clock
from throughcare.staff import typed
from throughcare.staff.models import Absence, StaffSession
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_sign_in import SIGN_IN, give_code, give_password

pytestmark = pytest.mark.django_db

TYPED = "/staff/account/typed/"
BACK = f"{SIGN_IN}?next=%2Fstaff%2Faccount%2Ftyped%2F"


@pytest.fixture
def member():
    return with_sign_in(a_member(username="okoye"))


@pytest.fixture
def at(member):
    return f"/staff/{member.pk}/absence/"


@pytest.fixture
def form():
    """An absence of two days that is complete."""
    today = clock.today()
    return {
        "id": str(uuid4()),
        "kind": "VACATION",
        "starts_on": str(today + timedelta(days=7)),
        "last_on": str(today + timedelta(days=8)),
        "day_part": "",
        "note": "Au chalet,\nsans téléphone",
    }


def let_end(client: Client) -> None:
    """Let every session end by itself."""
    StaffSession.objects.update(expire_date=clock.wall() - timedelta(minutes=1))


def sign_in_again(client: Client, username: str = "okoye") -> str:
    """Sign in from the page one was led to; return where that leads."""
    give_password(client, username, next=TYPED)
    return give_code(client)["Location"]


def sent_late(client: Client, member, at: str, form: dict) -> str:
    """Post a form after its session ended; return where one is led."""
    signed_in(client, member)
    let_end(client)
    return client.post(at, form)["Location"]


def hidden_fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of a page's form that goes to an address, without the token."""
    inside = re.search(rf'<form [^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.S)
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', inside[1])
    return {name: html.unescape(value) for name, value in pairs if name != typed.TOKEN}


def test_a_form_sent_after_its_session_leads_to_sign_in_and_back(client, member, at, form):
    assert sent_late(client, member, at, form) == BACK
    said = client.get(BACK).content.decode()

    assert "Your session had ended. Sign in: what you typed is kept." in said
    assert "chalet" not in said
    assert sign_in_again(client) == TYPED


def test_the_words_are_shown_to_whoever_typed_them(client, member, at, form):
    sent_late(client, member, at, form)
    sign_in_again(client)

    page = client.get(TYPED).content.decode()

    assert "Au chalet,\nsans téléphone</span>" in page
    assert f">{form['id']}<" not in page
    assert hidden_fields(page, at) == form


def test_going_on_records_what_was_typed_once(client, member, at, form):
    sent_late(client, member, at, form)
    sign_in_again(client)
    kept = hidden_fields(client.get(TYPED).content.decode(), at)

    answer = client.post(at, kept)

    assert answer.status_code == 302
    assert Absence.objects.get().member == member
    assert client.get(TYPED)["Location"] == "/"


def test_nothing_is_recorded_before_one_goes_on(client, member, at, form):
    sent_late(client, member, at, form)
    sign_in_again(client)
    client.get(TYPED)

    assert not Absence.objects.exists()


def test_what_was_typed_can_be_thrown_away(client, member, at, form):
    sent_late(client, member, at, form)
    sign_in_again(client)

    assert client.post(TYPED)["Location"] == "/"
    assert client.get(TYPED)["Location"] == "/"


def test_another_member_at_the_same_desk_sees_nothing(client, member, at, form):
    with_sign_in(a_member(username="roy"))
    sent_late(client, member, at, form)

    sign_in_again(client, "roy")

    assert client.get(TYPED)["Location"] == "/"
    assert typed.KEY not in client.session


def test_another_browser_sees_nothing(client, member, at, form):
    sent_late(client, member, at, form)
    other = Client()
    sign_in_again(other)

    assert other.get(TYPED)["Location"] == "/"


def test_words_are_kept_when_ten_hours_end_a_session(client, member, at, form):
    signed_in(client, member)
    session = client.session
    session["signed_in_at"] = clock.wall().timestamp() - 10 * 3600
    session.save()

    assert client.post(at, form)["Location"] == BACK


def test_words_are_kept_though_a_colleague_signed_in_meanwhile(client, member, at, form):
    signed_in(client, member)
    let_end(client)
    with_sign_in(a_member(username="roy"))
    sign_in_again(Client(), "roy")

    assert client.post(at, form)["Location"] == BACK


@pytest.mark.parametrize("name", sorted(typed.SECRETS))
def test_a_secret_is_never_kept(client, member, name):
    assert sent_late(client, member, "/staff/account/", {name: "x", "note": "y"}) == SIGN_IN
    assert typed.KEY not in client.session
    said = client.get(SIGN_IN).content.decode()
    assert "What you sent was not taken; send it again when signed in." in said


def test_nothing_is_kept_of_a_stranger(client, at, form):
    assert client.post(at, form)["Location"] == SIGN_IN
    assert not StaffSession.objects.exists()


def test_nothing_is_kept_after_signing_out(client, member, at, form):
    signed_in(client, member)
    client.post("/account/sign-out/")

    assert client.post(at, form)["Location"] == SIGN_IN


def test_nothing_is_kept_of_a_part_of_a_page(client, member, at, form):
    signed_in(client, member)
    let_end(client)

    answer = client.post(at, form, headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == SIGN_IN
    assert typed.KEY not in client.session


def test_a_text_too_long_to_keep_is_not_kept(client, member, at):
    assert sent_late(client, member, at, {"note": "x" * (typed.MOST + 1)}) == SIGN_IN


def test_a_file_has_to_be_chosen_again(client, member, at, form):
    given = form | {"paper": SimpleUploadedFile("a.pdf", b"%PDF-")}
    sent_late(client, member, at, given)
    sign_in_again(client)

    page = client.get(TYPED).content.decode()

    assert "A file that you chose is not kept: choose it again on the next page." in page
    assert "%PDF" not in page


def test_every_value_of_a_field_is_kept_in_its_order(rf):
    request = rf.post("/x", {"kind": ["b", "a"], typed.TOKEN: "t"})

    assert typed.fields_of(request) == [("kind", "b"), ("kind", "a")]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Osei", True),
        ("  ", False),
        ("", False),
        ("8", True),
        ("0f8fad5b-d9cb-469f-a165-70867728950e", False),
    ],
)
def test_the_words_leave_out_what_no_person_wrote(value, shown):
    assert typed.Typed("/x", [("name", value)], files=False).words == ([value] if shown else [])


def test_a_refused_form_goes_along_with_the_other_language(client, member, at, form):
    signed_in(client, member)
    wrong = form | {"last_on": "2001-01-01"}
    refused = client.post(at, wrong)
    carried = hidden_fields(refused.content.decode(), "/language/")

    answer = client.post("/language/", carried | {"language": "fr"})

    assert refused.status_code == 422
    assert answer["Location"] == TYPED
    page = client.get(TYPED).content.decode()
    assert '<html lang="fr"' in page
    assert hidden_fields(page, at) == wrong


def test_the_refusal_is_said_again_in_the_other_language(client, member, at, form):
    signed_in(client, member)
    refused = client.post(at, form | {"last_on": "2001-01-01"}).content.decode()
    client.post("/language/", hidden_fields(refused, "/language/") | {"language": "fr"})

    kept = hidden_fields(client.get(TYPED).content.decode(), at)
    again = client.post(at, kept)

    assert again.status_code == 422
    assert "Au chalet," in again.content.decode()
    assert '<html lang="fr"' in again.content.decode()


def test_a_page_that_was_only_read_carries_nothing(client, member, at):
    signed_in(client, member)
    carried = hidden_fields(client.get(at).content.decode(), "/language/")

    assert carried == {"next": at}
    assert client.post("/language/", carried | {"language": "fr"})["Location"] == at


@pytest.mark.parametrize("path", ["//evil.example/x", "https://evil.example/", "", "\\\\evil"])
def test_no_other_site_is_sent_what_was_typed(client, member, path):
    signed_in(client, member)
    sent = {"language": "fr", "next": "/", typed.PATH: path, "typed:note": "x"}

    assert client.post("/language/", sent)["Location"] == "/"
    assert typed.KEY not in client.session


def test_a_stranger_who_changes_the_language_keeps_nothing(client):
    sent = {"language": "fr", "next": "/help/", typed.PATH: "/help/", "typed:note": "x"}

    assert client.post("/language/", sent)["Location"] == "/help/"
    assert not StaffSession.objects.exists()


def test_a_get_carries_nothing():
    assert typed.fields_to_carry(RequestFactory().get("/x?note=y")) == []
    assert typed.fields_to_carry(RequestFactory().post("/x", {"password": "y"})) == []

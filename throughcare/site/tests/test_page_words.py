"""The exact words of the pages of nobody's duty, and of refusals, in both languages."""

import html
import re

import pytest
from django.test import Client, override_settings

from throughcare.site.tests import test_errors as broken
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db


def speaking(language: str, **more) -> Client:
    client = Client(raise_request_exception=False, **more)
    client.cookies["throughcare_language"] = language
    return client


def words_of(answer) -> str:
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", "<main" + body)).split())


def title_of(answer) -> str:
    return html.unescape(re.search(r"<title>(.*?)</title>", answer.content.decode())[1])


def headings_of(answer) -> list[str]:
    return re.findall(r"<h[12][^>]*>([^<]+)</h[12]>", answer.content.decode())


@pytest.mark.parametrize(
    ("address", "language", "headings"),
    [
        (
            "/help/",
            "en",
            ["Help", "Sign in", "Find a person", "When something is refused", "Language", "Print"],
        ),
        (
            "/help/",
            "fr",
            [
                "Aide",
                "Ouvrir une session",
                "Trouver une personne",
                "Quand quelque chose est refusé",
                "Langue",
                "Imprimer",
            ],
        ),
        (
            "/accessibility/",
            "en",
            [
                "Accessibility",
                "What you can count on",
                "What we know and what we do not",
                "When something stands in your way",
            ],
        ),
        (
            "/accessibility/",
            "fr",
            [
                "Accessibilité",
                "Ce sur quoi vous pouvez compter",
                "Ce que nous savons et ce que nous ignorons",
                "Quand quelque chose vous fait obstacle",
            ],
        ),
    ],
)
def test_an_open_page_has_these_headings(address, language, headings):
    answer = speaking(language).get(address)

    assert headings_of(answer) == headings
    assert title_of(answer) == f"{headings[0]} – Throughcare"


NOT_FOUND = {
    "en": "No such page, or none that is open to you Check the address or the number. A page that"
    " is not there and one that is closed to you give the same answer. To the page your day starts"
    " with",
    "fr": "Cette page n’existe pas ou ne vous est pas ouverte Vérifiez l’adresse ou le numéro. Une"
    " page qui n’existe pas et une page qui vous est fermée donnent la même réponse. Vers la page"
    " où commence votre journée",
}
STALE = {
    "en": "Nothing was kept. Your words are still in the browser. Go back with the browser: the"
    " words you typed are still in the form. Copy the long ones. Load that page again, and sign in"
    " if you are asked to. Put the words back and send the form.",
    "fr": "Rien n’a été conservé. Vos mots sont encore dans le navigateur. Revenez en arrière avec"
    " le navigateur : les mots tapés sont encore dans le formulaire. Copiez les plus longs."
    " Rechargez cette page et ouvrez une session si on vous le demande. Remettez les mots et"
    " envoyez le formulaire.",
}
REFUSED = {
    "en": "This request was not understood Nothing was kept. Go back, load the page again and send"
    " the form once more. If it happens again, tell whoever keeps Throughcare running: reference",
    "fr": "Cette demande n’a pas été comprise Rien n’a été conservé. Revenez en arrière, rechargez"
    " la page et envoyez le formulaire de nouveau. Si cela se reproduit, prévenez la personne qui"
    " veille au fonctionnement de Throughcare : référence",
}
FAILED = {
    "en": "What you had sent was not kept. What was kept before is safe. Go back with the browser:"
    " the words you typed are still in the form. Wait a minute, then send it again. If it fails"
    " again, tell whoever keeps Throughcare running: reference",
    "fr": "Ce que vous aviez envoyé n’a pas été conservé. Ce qui l’était déjà est intact. Revenez"
    " en arrière avec le navigateur : les mots tapés sont encore dans le formulaire. Attendez une"
    " minute, puis envoyez-le de nouveau. Si elle échoue encore, prévenez la personne qui veille"
    " au fonctionnement de Throughcare : référence",
}
languages = pytest.mark.parametrize("language", ["en", "fr"])


@languages
@pytest.mark.parametrize("role", ["OFFICER", "ANALYST", "ADMINISTRATOR"])
def test_an_absent_page_says_the_same_to_everyone(role, language):
    client = signed_in(speaking(language), a_member(role))

    answer = client.get("/nothing-here/")

    assert answer.status_code == 404
    # Who may open a closed file in an emergency reads so between what it says and where it leads.
    says, leads = NOT_FOUND[language].rsplit(". ", 1)
    assert f"{says}." in words_of(answer)
    assert leads in words_of(answer)


@languages
@pytest.mark.parametrize("address", ["/account/sign-in/", "/language/"])
def test_a_stale_form_says_where_the_words_are(address, language):
    strict = speaking(language, enforce_csrf_checks=True)

    answer = strict.post(address, {"username": "kim", "password": "x", "language": "fr"})

    assert answer.status_code == 403
    assert STALE[language] in words_of(answer)


@languages
def test_a_stale_form_of_someone_signed_in_keeps_nothing(language):
    strict = speaking(language, enforce_csrf_checks=True)
    own = a_member("OFFICER")
    said = {"kind": "SICK", "starts_on": "2026-12-01"}

    answer = signed_in(strict, own).post(f"/staff/{own.pk}/absence/", said)

    assert (answer.status_code, own.absences.count()) == (403, 0)
    assert STALE[language] in words_of(answer)


@languages
def test_a_request_not_understood_says_what_to_do(language):
    answer = speaking(language).post("/language/", {"language": "de"})

    reference = answer["X-Request-Id"][:8].upper()
    assert answer.status_code == 400
    assert f"{REFUSED[language]} {reference}." in words_of(answer)


@languages
@override_settings(ROOT_URLCONF=broken.__name__)
def test_a_failure_says_what_is_safe(language):
    answer = speaking(language).get("/breaks/x/")

    reference = answer["X-Request-Id"][:8].upper()
    assert answer.status_code == 500
    assert f"{FAILED[language]} {reference}." in words_of(answer)


HOSTILE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example/",
    "/\\elsewhere.example/",
    "\\\\elsewhere.example/",
    "javascript:alert(1)",
    "http:elsewhere.example",
    "https://testserver@elsewhere.example/",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_not_followed(address):
    answer = speaking("en").post("/language/", {"language": "fr", "next": address})

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize("language", ["", "de", "fr-CA; x", "EN\0", "../fr"])
def test_a_language_that_no_button_offers_is_refused(language):
    client = speaking("fr")

    answer = client.post("/language/", {"language": language, "next": "/help/"})

    assert answer.status_code == 400
    assert client.cookies["throughcare_language"].value == "fr"


@pytest.mark.parametrize(
    ("language", "other", "button"), [("en", "fr", "Français"), ("fr", "en", "English")]
)
@pytest.mark.parametrize("address", ["/help/", "/accessibility/", "/account/sign-in/?next=/staff/"])
def test_a_button_shows_the_same_page_in_the_other_language(address, language, other, button):
    client = speaking(language)

    body = client.get(address).content.decode()
    answer = client.post("/language/", {"language": other, "next": address}, follow=True)

    assert f'name="language" value="{other}" lang="{other}">{button}</button>' in body
    assert f'<html lang="{other}"' in answer.content.decode()
    assert answer.redirect_chain == [(address, 302)]

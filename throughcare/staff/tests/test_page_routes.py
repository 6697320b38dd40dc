"""Every page of staff for every role: its exact title, or the very bytes of an absent page."""

import html
import re
from datetime import UTC, datetime

import pytest

from throughcare import clock
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Sudbury
NOBODY = "018f3c5e-0000-7000-8000-000000000000"
# The token of a form, and the minute at which a page would be printed.
TOKEN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|<p class="tc-print-only">.*?</p>', re.DOTALL
)
EVERYONE = set(ROLES)
IN_OFFICE = EVERYONE - {"FACILITATOR", "ANALYST", "TRAINEE", "ADMINISTRATOR"}
MANAGER = {"MANAGER"}
SEES_STAFF = {"MANAGER", "ADMINISTRATOR"}
MANAGES = {"ADMINISTRATOR"}
TITLES = {
    "account/": (EVERYONE, "Your account", "Votre compte"),
    "roles/": (EVERYONE, "Roles", "Rôles"),
    "office/": (IN_OFFICE, "The office today", "Le bureau aujourd’hui"),
    "office/duty/": (MANAGER, "Name a duty officer", "Désigner la personne de service"),
    "": (SEES_STAFF, "Staff", "Personnel"),
    "open/": (MANAGES, "Open an account", "Ouvrir un compte"),
    "{own}/absence/": (EVERYONE, "Record an absence", "Noter une absence"),
    "{near}/": (SEES_STAFF, "Nari Kim", "Nari Kim"),
    "{near}/absence/": (MANAGER, "Record an absence", "Noter une absence"),
    "{near}/working-days/": (MANAGER, "Working days", "Jours de travail"),
    "{near}/posting/": (MANAGES, "New posting", "Nouvelle affectation"),
    "{near}/posting/end/": (MANAGES, "End the posting", "Mettre fin à l’affectation"),
    "{near}/close/": (MANAGES, "Close the account", "Fermer le compte"),
    "{near}/open/": (MANAGES, "Open the account again", "Rouvrir le compte"),
    "{near}/email/": (MANAGES, "E-mail address", "Adresse électronique"),
    "{near}/reset/": (MANAGES, "New first password", "Nouveau premier mot de passe"),
}
OPEN_TO = [(path, role) for path, (roles, *_) in TITLES.items() for role in sorted(roles)]
CLOSED_TO = [
    (path, role) for path, (roles, *_) in TITLES.items() for role in sorted(EVERYONE - roles)
]


@pytest.fixture(autouse=True)
def a_tuesday():
    """Every test of this file happens on the same morning."""
    with clock.frozen(MORNING):
        yield


@pytest.fixture
def office():
    return an_office(name="Sudbury", name_fr="Grand Sudbury")


@pytest.fixture
def viewed_by(client, office):
    """Sign a new member of the office in; return the member."""

    def sign_in(role, language="en", **facts):
        member = a_member(role, office=office, **facts)
        signed_in(client, member).cookies["throughcare_language"] = language
        return member

    return sign_in


@pytest.fixture
def near(office):
    return a_member(office=office, given_name="Nari", surname="Kim", username="kim")


def shown(answer) -> str:
    """Return what a page shows, in one line: without tags, and with plain spaces."""
    body = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]+>", " ", body))
    return " ".join(words.split())


def title_of(answer) -> str:
    title = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1]
    return html.unescape(" ".join(title.split()))


def heading_of(answer) -> str:
    title = re.search(r"<h1[^>]*>(.*?)</h1>", answer.content.decode(), re.DOTALL)[1]
    return html.unescape(" ".join(title.split()))


def state_of(answer) -> str:
    """Return the sentence under the title."""
    words = re.search(r'head__state">(.*?)</p>', answer.content.decode(), re.DOTALL)[1]
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", words).split()))


def bytes_of(answer, address: str) -> str:
    """Return a page without what differs by request: its address and its token."""
    return TOKEN.sub("", answer.content.decode()).replace(f'"{address}"', "")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("path", "role"), OPEN_TO)
def test_a_role_opens_its_pages(client, viewed_by, near, path, role, language):
    viewer = viewed_by(role, language)

    answer = client.get("/staff/" + path.format(own=viewer.pk, near=near.pk))

    title = TITLES[path][1 if language == "en" else 2]
    assert answer.status_code == 200
    assert title_of(answer) == f"{title} – Throughcare"
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize(("path", "role"), CLOSED_TO)
def test_a_closed_page_is_the_very_page_of_an_absent_one(client, viewed_by, near, path, role):
    viewer = viewed_by(role)
    address = "/staff/" + path.format(own=viewer.pk, near=near.pk)

    closed, absent = client.get(address), client.get("/staff/nothing/")

    assert (closed.status_code, absent.status_code) == (404, 404)
    assert bytes_of(closed, address) == bytes_of(absent, "/staff/nothing/")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", [path for path in TITLES if "near" in path])
def test_someone_who_is_not_there_is_an_absent_page(client, viewed_by, path, language):
    viewed_by("ADMINISTRATOR", language)
    address = "/staff/" + path.format(near=NOBODY)

    answer, absent = client.get(address), client.get("/staff/nothing/")

    assert answer.status_code == 404
    assert bytes_of(answer, address) == bytes_of(absent, "/staff/nothing/")


@pytest.mark.parametrize(("path", "role"), CLOSED_TO)
def test_a_closed_page_takes_nothing_either(client, viewed_by, near, path, role):
    viewer = viewed_by(role)
    said = {"reason": "x", "kind": "SICK", "starts_on": "2026-11-25", "weekdays": ["1"]}

    answer = client.post("/staff/" + path.format(own=viewer.pk, near=near.pk), said)

    near.refresh_from_db()
    assert (answer.status_code, near.is_active, near.must_change_password) == (404, True, False)
    assert (near.absences.count(), near.working_days.count(), near.postings.count()) == (0, 0, 1)


STATES = [
    pytest.param(
        "{near}/posting/",
        "Nari Kim. A posting that runs on that day ends with it.",
        "Nari Kim. L’affectation en cours ce jour-là prend fin.",
        id="posting",
    ),
    pytest.param(
        "{near}/posting/end/",
        "Nari Kim. Files still held are then uncovered, held by the manager. Transfer them first.",
        "Nari Kim. Les dossiers encore tenus se retrouvent sans titulaire, à la charge du"
        " gestionnaire. Transférez-les d’abord.",
        id="end",
    ),
    pytest.param(
        "{near}/close/",
        "Nari Kim. Sessions end at once, and nobody signs in with this account.",
        "Nari Kim. Les sessions prennent fin immédiatement, et personne n’entre plus avec ce"
        " compte.",
        id="close",
    ),
    pytest.param(
        "{near}/open/",
        "Nari Kim. The account gets a new first password; phone and codes are set up afresh.",
        "Nari Kim. Le compte reçoit un nouveau premier mot de passe; le téléphone et les codes"
        " sont à préparer de nouveau.",
        id="reopen",
    ),
    pytest.param(
        "{near}/reset/",
        "Nari Kim. For a lost phone or a forgotten password. Recognize the person first."
        " Sessions, phone, keys and recovery codes of the account end now.",
        "Nari Kim. Pour un téléphone perdu ou un mot de passe oublié. Assurez-vous d’abord de"
        " l’identité de la personne. Les sessions, le téléphone, les clés et les codes de secours"
        " du compte prennent fin maintenant.",
        id="reset",
    ),
    pytest.param(
        "open/",
        "The next page shows a password for the first sign-in. Give a posting after that.",
        "La page suivante montre un mot de passe pour la première ouverture de session. Donnez"
        " ensuite une affectation.",
        id="open",
    ),
    pytest.param(
        "{near}/",
        "Probation and parole officer, Sudbury",
        "Agent ou agente de probation, Grand Sudbury",
        id="member",
    ),
    pytest.param("", "2 accounts.", "2 comptes.", id="list"),
]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("path", "english", "french"), STATES)
def test_a_page_says_what_follows_from_it(client, viewed_by, near, path, english, french, language):
    viewed_by("ADMINISTRATOR", language)

    answer = client.get("/staff/" + path.format(near=near.pk))

    assert state_of(answer) == (english if language == "en" else french)


BUTTONS = [
    ("{near}/posting/", "Keep the posting", "Enregistrer l’affectation"),
    ("{near}/posting/end/", "End the posting", "Mettre fin à l’affectation"),
    ("{near}/close/", "Close the account", "Fermer le compte"),
    ("{near}/open/", "Open the account again", "Rouvrir le compte"),
    ("{near}/reset/", "Give a new first password", "Donner un nouveau premier mot de passe"),
    ("open/", "Open the account", "Ouvrir le compte"),
]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("path", "english", "french"), BUTTONS)
def test_a_form_has_one_button_and_a_way_out(
    client, viewed_by, near, path, english, french, language
):
    viewed_by("ADMINISTRATOR", language)

    body = client.get("/staff/" + path.format(near=near.pk)).content.decode()

    buttons = re.findall(r'<button class="govuk-button">(.*?)</button>', body)
    assert buttons == [english if language == "en" else french]
    assert ("Leave it</a>" if language == "en" else "Laisser tel quel</a>") in body

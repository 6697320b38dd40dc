"""The roles page, the account and the frame, as each role sees them in both languages."""

import html
import re

import pytest
from django.test import Client
from django.utils.translation import override

from throughcare.access import Permission
from throughcare.staff.models import StaffSession
from throughcare.staff.roles import IN_WORDS, ROLES
from throughcare.staff.tests.factories import signed_in
from throughcare.staff.tests.test_form_days import away
from throughcare.staff.tests.test_page_office import works
from throughcare.staff.tests.test_page_routes import (
    a_tuesday,
    near,
    office,
    shown,
    state_of,
    viewed_by,
)

__all__ = ["a_tuesday", "near", "office", "viewed_by"]
pytestmark = pytest.mark.django_db


def section_of(client, code: str) -> str:
    """Return the section of a role on the roles page."""
    body = client.get("/staff/roles/").content.decode()
    return re.search(rf'id="{code}".*?</ul>', body, re.DOTALL)[0]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", ROLES)
def test_the_roles_page_says_exactly_what_a_role_may(client, viewed_by, code, language):
    viewed_by("ANALYST", language)

    listed = re.findall(r"<li>(.*?)</li>", section_of(client, code))

    with override(language):
        granted = ROLES[code].permissions - {Permission.OWN_ACCOUNT}
        rights = [str(words) for right, words in IN_WORDS.items() if right in granted]
    assert [html.unescape(each) for each in listed] == rights


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", ROLES)
def test_the_roles_page_describes_and_marks_ones_own(client, viewed_by, code, language):
    viewed_by(code, language)

    words = shown(client.get("/staff/roles/"))

    own = {"en": "This is your role.", "fr": "C’est votre rôle."}[language]
    with override(language):
        assert f"{ROLES[code].name} {ROLES[code].description} {own}" in words
    assert words.count(own) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("right", list(Permission), ids=lambda right: right.name)
def test_every_permission_has_words(right, language):
    with override(language):
        words = str(IN_WORDS[right])
    with override("fr" if language == "en" else "en"):
        assert str(IN_WORDS[right]) != words


MENUS = {
    "OFFICER": ("Today Cases 0 Intake Office Roles", "Aujourd’hui Dossiers 0 Accueil Bureau Rôles"),
    "MANAGER": (
        "Today Cases 0 Intake Office Reviews Counts Staff Roles",
        "Aujourd’hui Dossiers 0 Accueil Bureau Examens Chiffres Personnel Rôles",
    ),
    "CLERK": ("Cases Intake Office Roles", "Dossiers Accueil Bureau Rôles"),
    "COURT_LIAISON": ("Cases Intake Office Roles", "Dossiers Accueil Bureau Rôles"),
    "INSTITUTION_LIAISON": ("Cases Intake Office Roles", "Dossiers Accueil Bureau Rôles"),
    "FACILITATOR": ("Cases Roles", "Dossiers Rôles"),
    "REVIEWER": ("Cases Office Reviews Counts Roles", "Dossiers Bureau Examens Chiffres Rôles"),
    "ANALYST": ("Counts Roles", "Chiffres Rôles"),
    "TRAINEE": ("Today Cases Roles", "Aujourd’hui Dossiers Rôles"),
    "ADMINISTRATOR": ("Reviews Staff Roles", "Examens Personnel Rôles"),
}


def menu_in(answer) -> str:
    menu = re.search(r'<ul class="tc-bar__menu">(.*?)</ul>', answer.content.decode(), re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", menu).split())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("role", ROLES)
def test_the_menu_of_a_role(client, viewed_by, role, language):
    viewed_by(role, language)

    answer = client.get("/staff/roles/")

    assert menu_in(answer) == MENUS[role][1 if language == "fr" else 0]


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("en", "Sudbury. Times are Eastern. Help Accessibility"),
        ("fr", "Grand Sudbury. Heures de l’Est. Aide Accessibilité"),
    ],
)
def test_the_foot_names_the_office_and_its_time(client, viewed_by, language, foot):
    viewed_by("CLERK", language)

    body = client.get("/staff/roles/").content.decode()

    words = re.sub(r"<[^>]+>", " ", body.partition('<footer class="tc-foot">')[2])
    assert " ".join(html.unescape(words).split()) == foot


HOMES = {
    "MANAGER": "/office/",
    "ANALYST": "/counts/",
    "ADMINISTRATOR": "/staff/",
    "OFFICER": "/today/",
    "TRAINEE": "/today/",
}


@pytest.mark.parametrize("role", ROLES)
def test_the_home_of_a_role_opens(client, viewed_by, role):
    viewed_by(role)

    answer = client.get("/", follow=True)

    assert answer.redirect_chain == [(HOMES.get(role, "/cases/"), 302)]
    assert answer.status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("role", ROLES)
def test_the_account_names_role_and_office(client, viewed_by, role, language):
    viewed_by(role, language)

    answer = client.get("/staff/account/")

    place = {"en": "Sudbury", "fr": "Grand Sudbury"}[language]
    with override(language):
        assert state_of(answer) == f"{ROLES[role].name}, {place}"


SEES_OFFICE = {code for code, role in ROLES.items() if Permission.SEE_OFFICE in role.permissions}


@pytest.mark.parametrize("role", ROLES)
def test_the_account_leads_to_the_office_where_it_is_open(client, viewed_by, role):
    viewed_by(role)

    words = shown(client.get("/staff/account/"))

    assert ("Who works in the office today" in words) == (role in SEES_OFFICE)
    assert client.get("/staff/office/").status_code == (200 if role in SEES_OFFICE else 404)


@pytest.mark.parametrize(
    ("language", "week", "none"),
    [
        ("en", "Tuesday, Thursday. Your manager sets them.", "No absence from today on."),
        (
            "fr",
            "mardi, jeudi. Votre gestionnaire les fixe.",
            "Aucune absence à partir d’aujourd’hui.",
        ),
    ],
)
def test_the_account_says_the_week_and_the_absences(client, viewed_by, language, week, none):
    works(viewed_by("OFFICER", language), 2, 4)

    words = shown(client.get("/staff/account/"))

    assert week in words
    assert none in words


def test_the_account_shows_ones_own_absences_alone(client, viewed_by, near):
    own = viewed_by("OFFICER")
    mine, other = away(own), away(near)

    body = client.get("/staff/account/").content.decode()

    assert f'href="/staff/absences/{mine.pk}/correct/"' in body
    assert str(other.pk) not in body


@pytest.fixture
def elsewhere(client, viewed_by):
    """Sign the same member in twice; return the member and the other browser."""
    own = viewed_by("OFFICER")
    return own, signed_in(Client(), own)


def test_the_account_shows_each_session_and_marks_this_one(client, elsewhere):
    answer = client.get("/staff/account/")

    body = answer.content.decode()
    assert len(answer.context["sessions"]) == 2
    assert body.count("<td>here</td>") == 1
    assert len(re.findall(r"/staff/account/sessions/[^/]+/end/", body)) == 1


def test_a_session_ends_elsewhere_and_stays_here(client, elsewhere):
    _own, other = elsewhere
    name = StaffSession.objects.get(session_key=other.session.session_key).name

    ended = [client.post(f"/staff/account/sessions/{name}/end/", follow=True) for _ in range(2)]

    assert all("That session has ended." in shown(answer) for answer in ended)
    assert other.get("/staff/account/").status_code == 302
    assert client.get("/staff/account/").status_code == 200


def test_the_session_of_somebody_else_stays(client, viewed_by, near):
    viewed_by("ADMINISTRATOR")
    other = signed_in(Client(), near)
    name = StaffSession.objects.get(member=near).name

    client.post(f"/staff/account/sessions/{name}/end/")

    assert other.get("/staff/account/").status_code == 200


def test_a_session_is_not_ended_by_a_link(client, elsewhere):
    _own, other = elsewhere
    name = StaffSession.objects.get(session_key=other.session.session_key).name

    assert client.get(f"/staff/account/sessions/{name}/end/").status_code == 405
    assert other.get("/staff/account/").status_code == 200

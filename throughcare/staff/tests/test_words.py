"""Names that pages of staff show, in both languages."""

import pytest
from django.utils.translation import override

from throughcare.staff.models import AbsenceKind, Office
from throughcare.staff.roles import ROLES, role_choices
from throughcare.staff.templatetags.staff import (
    browser_name,
    languages,
    office_name,
    weekday_name,
)


@pytest.mark.parametrize(
    ("language", "monday", "spoken", "office"),
    [
        ("en", "Monday", "French, Ojibwa", "Sault Ste. Marie"),
        ("fr", "lundi", "français, ojibwa", "Sault-Sainte-Marie"),
    ],
)
def test_names_follow_the_language_of_the_page(language, monday, spoken, office):
    place = Office(name="Sault Ste. Marie", name_fr="Sault-Sainte-Marie")

    with override(language):
        assert weekday_name(1) == monday
        assert languages(["fr", "oj"]) == spoken
        assert office_name(place) == office


def test_a_language_without_a_name_is_shown_by_its_code():
    assert languages(["zzz"]) == "zzz"


WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (f"{WINDOWS} Chrome/130.0 Safari/537.36 Edg/130.0", "Edge, Windows"),
        (f"{WINDOWS} Chrome/130.0 Safari/537.36", "Chrome, Windows"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
            "Firefox, Linux",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", ""),
    ],
)
def test_a_browser_is_named_by_what_it_says_of_itself(said, name):
    assert browser_name(said) == name


@pytest.mark.parametrize("code", ROLES)
def test_every_role_has_another_name_in_french(code):
    with override("en"):
        english = str(ROLES[code].name)
    with override("fr"):
        assert str(ROLES[code].name)
        assert str(ROLES[code].description) != english


def test_roles_are_offered_by_name():
    with override("en"):
        assert ("CLERK", "Clerk") in [(code, str(name)) for code, name in role_choices()]


@pytest.mark.parametrize(("kind", "french"), [("VACATION", "Vacances"), ("SICK", "Maladie")])
def test_kinds_of_absence_speak_french(kind, french):
    with override("fr"):
        assert str(AbsenceKind(kind).label) == french

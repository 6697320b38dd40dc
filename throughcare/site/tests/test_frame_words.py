"""What stands around every page: the menu of each role, counts, the office and its clock."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import closing, covering
from throughcare.cases.commands.emergency import open_in_emergency
from throughcare.cases.tests.factories import a_case, a_conflict
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.site.frame import (
    MENU,
    ZONES,
    checkpoint_words,
    count_of,
    frame,
    menu_of,
    office_words,
)
from throughcare.staff.models import Office
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office, signed_in

MENUS = {
    "OFFICER": ["Today", "Cases", "Intake", "Office", "Roles"],
    "MANAGER": ["Today", "Cases", "Intake", "Office", "Reviews", "Counts", "Staff", "Roles"],
    "CLERK": ["Cases", "Intake", "Office", "Roles"],
    "COURT_LIAISON": ["Cases", "Intake", "Office", "Roles"],
    "INSTITUTION_LIAISON": ["Cases", "Intake", "Office", "Roles"],
    "FACILITATOR": ["Cases", "Roles"],
    "REVIEWER": ["Cases", "Office", "Reviews", "Counts", "Roles"],
    "ANALYST": ["Counts", "Roles"],
    "TRAINEE": ["Today", "Cases", "Roles"],
    "ADMINISTRATOR": ["Reviews", "Staff", "Roles"],
}
HOLD_OR_REVIEW = {"OFFICER", "MANAGER", "REVIEWER", "ADMINISTRATOR"}
IN_FRENCH = {
    "Today": "Aujourd’hui",
    "Cases": "Dossiers",
    "Intake": "Accueil",
    "Office": "Bureau",
    "Reviews": "Examens",
    "Counts": "Chiffres",
    "Staff": "Personnel",
    "Roles": "Rôles",
}


def labels(member, path="/"):
    return [str(entry.label) for entry in menu_of(member, path)]


def test_every_role_has_a_menu_here():
    assert set(MENUS) == set(ROLES)


@pytest.mark.django_db
@pytest.mark.parametrize("role", MENUS)
def test_each_role_sees_its_own_menu(role):
    member = a_member(role)

    assert labels(member) == MENUS[role]
    with translation.override("fr"):
        assert labels(member) == [IN_FRENCH[word] for word in MENUS[role]]


@pytest.mark.django_db
@pytest.mark.parametrize("role", MENUS)
def test_each_word_of_the_menu_opens_its_page(client, role):
    member = a_member(role)
    signed_in(client, member)

    opened = {entry.url: client.get(entry.url).status_code for entry in menu_of(member, "/")}

    assert opened == dict.fromkeys(opened, 200)


@pytest.mark.django_db
@pytest.mark.parametrize("role", MENUS)
def test_what_is_not_in_the_menu_is_not_there(client, role):
    signed_in(client, a_member(role))
    everything = menu_of(a_member("MANAGER"), "/")

    absent = [entry.url for entry in everything if str(entry.label) not in MENUS[role]]

    assert [client.get(url).status_code for url in absent] == [404] * len(absent)


def test_the_menu_names_each_page_once():
    assert len({item.url_name for item in MENU}) == len(MENU)


@pytest.mark.django_db
@pytest.mark.parametrize("word", MENUS["MANAGER"])
def test_a_page_of_the_menu_is_the_current_one_and_no_other(word):
    member = a_member("MANAGER")
    [url] = [entry.url for entry in menu_of(member, "/") if str(entry.label) == word]

    current = [str(entry.label) for entry in menu_of(member, url) if entry.current]

    assert current == [word]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/find/", "/help/", "/", "/language/", "/nothing"])
def test_a_page_beside_the_menu_marks_none(path):
    assert [entry for entry in menu_of(a_member("MANAGER"), path) if entry.current] == []


# counts


@pytest.fixture
def officer(db):
    """An officer without a file."""
    return a_member("OFFICER")


def counted(member):
    return {entry.url: entry.count for entry in menu_of(member, "/") if entry.count}


@pytest.mark.parametrize("files", [0, 1, 3])
def test_an_officers_open_files_are_counted(officer, files):
    for number in range(files):
        a_case(holder=officer, person=a_person(given=f"Étienne {number}"))

    assert list(counted(officer).values()) == [str(files)]


def test_closed_files_and_those_of_others_are_not_counted(officer):
    case = a_case(holder=officer)
    closing.close_case(case=case, closing_words="The order ended.", by=officer)
    a_case(office=officer.office, person=a_person(given="Luc"))

    assert list(counted(officer).values()) == ["0"]


def test_a_file_in_conflict_is_no_longer_counted(officer):
    a_member("MANAGER", office=officer.office)
    a_case(holder=officer, person=a_person(given="Luc"))
    a_conflict(a_case(holder=officer), officer)

    assert list(counted(officer).values()) == ["1"]


@pytest.mark.parametrize(("starts_in", "count"), [(0, "1"), (1, "0")], ids=["now", "tomorrow"])
def test_covered_files_are_counted_while_they_are_covered(officer, starts_in, count):
    manager = a_member("MANAGER", office=officer.office)
    other = a_member("OFFICER", office=officer.office)
    a_case(holder=other)
    day = clock.today() + timedelta(days=starts_in)
    covering.cover_cases(
        id=new_id(),
        covering=officer,
        officer=other,
        starts_on=day,
        ends_before=day + timedelta(days=7),
        by=manager,
    )

    assert list(counted(officer).values()) == [count]


@pytest.mark.django_db
def test_who_reviews_sees_at_once_how_much_waits():
    reviewer = a_member("REVIEWER")
    assert counted(reviewer) == {}
    case, stranger = a_case(holder=a_member("OFFICER", office=reviewer.office)), a_member()

    open_in_emergency(id=new_id(), number=case.number, reason="A threat", by=stranger)

    assert counted(reviewer) == {reverse("cases:emergencies"): "1"}


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(set(MENUS) - HOLD_OR_REVIEW))
def test_who_holds_no_files_counts_none(django_assert_num_queries, role):
    member = a_member(role)
    assert member.role == role

    with django_assert_num_queries(0):
        assert [count_of(item, member) for item in MENU] == [""] * len(MENU)


@pytest.mark.django_db
def test_an_account_without_a_posting_has_an_empty_menu_of_counts():
    assert [count_of(item, a_member("")) for item in MENU] == [""] * len(MENU)


# office and clock


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("America/Toronto", "Times are Eastern.", "Heures de l’Est."),
        ("America/Thunder_Bay", "Times are Eastern.", "Heures de l’Est."),
        (
            "America/Atikokan",
            "Times are Eastern standard, all year.",
            "Heure normale de l’Est, toute l’année.",
        ),
        ("America/Winnipeg", "Times are Central.", "Heures du Centre."),
        ("America/Rainy_River", "Times are Central.", "Heures du Centre."),
        ("America/Vancouver", "", ""),
    ],
)
def test_the_footer_names_the_clock_in_both_languages(zone, english, french):
    said = []
    for language in ("en", "fr"):
        with translation.override(language):
            said.append(str(office_words(Office(name="Sudbury", zone=zone))["time_zone_name"]))

    assert said == [english, french]


def test_the_zone_of_a_new_office_has_words():
    assert str(ZONES[Office().zone]) == "Times are Eastern."


@pytest.mark.parametrize(
    ("language", "name", "name_fr", "shown"),
    [
        ("en", "Sudbury", "Grand Sudbury", "Sudbury"),
        ("fr", "Sudbury", "Grand Sudbury", "Grand Sudbury"),
        ("fr", "Sudbury", "", "Sudbury"),
    ],
    ids=["english", "french", "no_french_name"],
)
def test_the_office_is_named_in_the_language_of_the_page(language, name, name_fr, shown):
    with translation.override(language):
        assert office_words(Office(name=name, name_fr=name_fr))["office_name"] == shown


def test_without_an_office_nothing_is_said_of_one():
    assert office_words(None) == {}


def test_a_visitor_sees_help_and_no_menu():
    said = frame(RequestFactory().get("/account/sign-in/"))

    assert said.pop("printed_at").date() >= date(2026, 1, 1)
    assert said == {
        "menu": [],
        "help_url": "/help/",
        "accessibility_url": "/accessibility/",
        "choose_past_url": "/as-known-on/",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("factors", "menu"), [(True, MENUS["CLERK"]), (None, [])])
def test_a_password_alone_shows_no_menu(factors, menu):
    request = RequestFactory().get("/")
    office = an_office(name="Timmins")
    request.user, request.session = a_member("CLERK", office=office), {"second_factor": factors}

    said = frame(request)

    assert [str(entry.label) for entry in said["menu"]] == menu
    assert ("office_name" in said) is bool(factors)


@pytest.mark.parametrize(
    ("there", "said"),
    [(True, "Record checkpoint"), (False, "The record is not signed now: its key")],
)
def test_the_footer_says_that_the_key_of_the_record_is_missing(settings, tmp_path, there, said):
    settings.RECORD_KEY = tmp_path / "record.pem"
    (tmp_path / "tree.json").write_text('{"size": 12}')
    if there:
        settings.RECORD_KEY.touch()

    assert checkpoint_words().startswith(said)

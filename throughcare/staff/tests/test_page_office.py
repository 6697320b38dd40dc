"""The office page: who is there, away for a part, or not working; and the week's duty."""

import re
from datetime import date, time, timedelta

import pytest

from throughcare.record.entries import System
from throughcare.staff.commands import days
from throughcare.staff.tests.factories import a_member
from throughcare.staff.tests.test_form_days import away
from throughcare.staff.tests.test_page_routes import (
    a_tuesday,
    heading_of,
    near,
    office,
    shown,
    state_of,
    viewed_by,
)

__all__ = ["a_tuesday", "near", "office", "viewed_by"]
pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 11, 24)
OFFICER = {"en": "Probation and parole officer", "fr": "Agent ou agente de probation"}


def works(member, *weekdays, since=date(2026, 11, 1)):
    days.set_working_days(member=member, weekdays=list(weekdays), starts_on=since, by=System())


def part_day(member, first, last, on=TUESDAY):
    away(member, on, kind="PART_DAY", from_time=first, to_time=last)


def line_of(client, name: str) -> str:
    """Return what the office page says in the line of a surname."""
    body = client.get("/staff/office/").content.decode()
    rows = re.findall(r"<tr>.*?</tr>", body, re.DOTALL)
    row = next(row for row in rows if f"<b>{name}</b>" in row)
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
    return " | ".join(" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells[1:3])


SITUATIONS = [
    pytest.param(lambda member: None, "At work", "Au travail", id="there"),
    pytest.param(
        lambda member: away(member, nights=3),
        "Away until Thu 26 Nov",
        "Absence jusqu’au jeu. 26 nov.",
        id="away",
    ),
    pytest.param(
        lambda member: away(member, TUESDAY + timedelta(days=1)),
        "At work",
        "Au travail",
        id="away_tomorrow",
    ),
    pytest.param(
        lambda member: away(member, TUESDAY - timedelta(days=1)),
        "At work",
        "Au travail",
        id="away_yesterday",
    ),
    pytest.param(
        lambda member: part_day(member, time(13), time(15, 30)),
        "Away from 13:00 to 15:30",
        "Absence de 13 h à 15 h 30",
        id="a_part_of_the_day",
    ),
    pytest.param(
        lambda member: works(member, 1, 3, 4, 5),
        "Not a working day",
        "Jour non travaillé",
        id="a_compressed_week_without_tuesday",
    ),
    pytest.param(
        lambda member: works(member, 2, 3, 4, 5),
        "At work",
        "Au travail",
        id="a_compressed_week_with_tuesday",
    ),
    pytest.param(
        lambda member: works(member, 1, since=date(2026, 12, 1)),
        "At work",
        "Au travail",
        id="a_week_that_begins_later",
    ),
]


@pytest.mark.parametrize(("happens", "english", "french"), SITUATIONS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_says_where_someone_is(client, viewed_by, near, happens, english, french, language):
    happens(near)
    viewed_by("OFFICER", language)

    said = english if language == "en" else french
    assert line_of(client, "Kim") == f"{OFFICER[language]} | {said}"


KINDS = [
    ("VACATION", "Vacation", "Vacances"),
    ("SICK", "Sick", "Maladie"),
    ("COURT", "Court day", "Journée au tribunal"),
    ("TRAINING", "Training", "Formation"),
    ("OTHER", "Other", "Autre"),
]


@pytest.mark.parametrize(("kind", "english", "french"), KINDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_manager_reads_why(client, viewed_by, near, kind, english, french, language):
    away(near, kind=kind)
    viewed_by("MANAGER", language)

    said = f"{english} until Tue 24 Nov" if language == "en" else f"{french} jusqu’au mar. 24 nov."
    assert line_of(client, "Kim") == f"{OFFICER[language]} | {said}"


@pytest.mark.parametrize(("kind", "why", "pourquoi"), KINDS)
@pytest.mark.parametrize("role", ["OFFICER", "CLERK", "REVIEWER", "COURT_LIAISON"])
def test_nobody_else_reads_why(client, viewed_by, near, role, kind, why, pourquoi):
    away(near, kind=kind)
    viewed_by(role)

    assert line_of(client, "Kim") == "Probation and parole officer | Away until Tue 24 Nov"


@pytest.mark.parametrize(
    ("language", "heading", "state"),
    [
        ("en", "Sudbury, Tuesday 24 November", "2 of 4 at work."),
        ("fr", "Grand Sudbury, mardi 24 novembre", "2 sur 4 au travail."),
    ],
)
def test_the_office_counts_who_is_there(client, viewed_by, office, near, language, heading, state):
    away(near)
    works(a_member(office=office), 1)
    part_day(a_member(office=office), time(9), time(10))
    viewed_by("OFFICER", language)

    answer = client.get("/staff/office/")

    assert heading_of(answer).replace("\xa0", " ") == heading
    assert state_of(answer) == state


@pytest.mark.parametrize(
    ("language", "role", "post"),
    [
        ("en", "Probation and parole officer (acting)", "designated French post"),
        ("fr", "Agent ou agente de probation (par intérim)", "poste désigné bilingue"),
    ],
)
def test_a_line_names_the_post(client, viewed_by, office, language, role, post):
    a_member(office=office, surname="Roy", acting=True, designated_french=True)
    viewed_by("OFFICER", language)

    assert line_of(client, "Roy").startswith(f"{role} | ")
    assert f"· {post}" in shown(client.get("/staff/office/"))


def test_the_lines_stand_by_surname_whatever_the_accents(client, viewed_by, office):
    for surname in ("Étienne", "Zito", "Eastman", "Evans"):
        a_member(office=office, surname=surname)
    viewed_by("CLERK", surname="Aalto")

    body = client.get("/staff/office/").content.decode()

    names = re.findall(r'<th scope="row"><b>([^<]+)</b>', body)
    assert names == ["Aalto", "Eastman", "Étienne", "Evans", "Zito"]


def test_another_office_is_not_shown(client, viewed_by):
    a_member(surname="Elsewhere")
    a_member(surname="Departed", until=TUESDAY)
    viewed_by("MANAGER")

    words = shown(client.get("/staff/office/"))

    assert ("Elsewhere" in words, "Departed" in words) == (False, False)


def duty(office, officer, day):
    days.set_duty_officer(office=office, officer=officer, day=day, by=System())


WEEKS = [
    ("en", ["Mon 23 Nov", "Tue 24 Nov · today", "Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov"]),
    (
        "fr",
        [
            "lun. 23 nov.",
            "mar. 24 nov. · aujourd’hui",
            "mer. 25 nov.",
            "jeu. 26 nov.",
            "ven. 27 nov.",
        ],
    ),
]


@pytest.mark.parametrize(("language", "week"), WEEKS)
def test_the_week_of_duty_names_its_days(client, viewed_by, language, week):
    viewed_by("OFFICER", language)

    body = client.get("/staff/office/").content.decode()

    head = re.search(r"<thead><tr>(.*?)</tr>", body, re.DOTALL)[1]
    found = re.findall(r'<th scope="col">(.*?)</th>', head)
    assert [day.replace("\xa0", " ") for day in found] == week


@pytest.mark.parametrize(
    ("language", "nobody"), [("en", "Nobody named"), ("fr", "Aucune désignation")]
)
def test_the_week_of_duty_says_who_and_where_nobody(
    client, viewed_by, office, near, language, nobody
):
    duty(office, near, date(2026, 11, 25))
    duty(office, near, date(2026, 12, 2))
    viewed_by("OFFICER", language)

    answer = client.get("/staff/office/")

    assert [line.officer for line in answer.context["week"]] == [None, None, near, None, None]
    assert shown(answer).count(nobody) == 4
    assert near.short_name in shown(answer)


@pytest.mark.parametrize(
    ("role", "changes"),
    [("MANAGER", ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]), ("OFFICER", [])],
)
def test_only_a_manager_changes_duty_from_today_on(client, viewed_by, role, changes):
    viewed_by(role)

    body = client.get("/staff/office/").content.decode()

    assert re.findall(r'href="/staff/office/duty/\?day=([0-9-]+)"', body) == changes


@pytest.mark.parametrize(
    ("role", "offered"), [("MANAGER", True), ("OFFICER", False), ("REVIEWER", False)]
)
def test_only_a_manager_is_offered_acts(client, viewed_by, near, role, offered):
    viewed_by(role)

    body = client.get("/staff/office/").content.decode()

    paths = ("/staff/office/duty/", f"/staff/{near.pk}/absence/", f"/staff/{near.pk}/working-days/")
    assert [f'href="{path}"' in body for path in paths] == [offered] * 3

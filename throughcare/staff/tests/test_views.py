"""Each page of staff once through HTTP, in both languages; what is forbidden is not there."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from throughcare import clock
from throughcare.pages.dates import week_day
from throughcare.staff.commands import days
from throughcare.staff.models import Absence, DutyDay, Posting, StaffMember
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db

PAGES = [
    ("OFFICER", "/staff/account/", "Your account", "Votre compte"),
    ("OFFICER", "/staff/roles/", "Roles", "Rôles"),
    ("OFFICER", "/staff/office/", "The office today", "Le bureau aujourd’hui"),
    ("OFFICER", "/staff/{own}/absence/", "Record an absence", "Noter une absence"),
    ("MANAGER", "/staff/office/duty/", "Name a duty officer", "Désigner la personne de service"),
    ("MANAGER", "/staff/{own}/working-days/", "Working days", "Jours de travail"),
    ("ADMINISTRATOR", "/staff/", "Staff", "Personnel"),
    ("ADMINISTRATOR", "/staff/open/", "Open an account", "Ouvrir un compte"),
    ("ADMINISTRATOR", "/staff/{own}/", "Alex Member", "Alex Member"),
    ("ADMINISTRATOR", "/staff/{own}/posting/", "New posting", "Nouvelle affectation"),
    ("ADMINISTRATOR", "/staff/{own}/posting/end/", "End the posting", "Mettre fin"),
    ("ADMINISTRATOR", "/staff/{own}/close/", "Close the account", "Fermer le compte"),
    ("ADMINISTRATOR", "/staff/{own}/open/", "Open the account again", "Rouvrir le compte"),
    ("ADMINISTRATOR", "/staff/{own}/reset/", "New first password", "Nouveau premier mot de passe"),
]


@pytest.mark.parametrize(("role", "path", "english", "french"), PAGES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_page_in_both_languages(client, role, path, english, french, language):
    member = a_member(role)
    signed_in(client, member)
    client.cookies["throughcare_language"] = language

    answer = client.get(path.format(own=member.pk))

    shown = answer.content.decode()
    title = re.search(r"<title>(.*?)</title>", shown, re.DOTALL)[1]
    assert answer.status_code == 200
    assert title.startswith({"en": english, "fr": french}[language])
    assert shown.count("<h1") == 1
    assert not re.search(r"\sstyle=|\son[a-z]+=", shown)


@pytest.mark.parametrize(("role", "path", "english", "french"), PAGES[2:])
def test_a_forbidden_page_is_answered_like_an_absent_one(client, role, path, english, french):
    member = a_member("ANALYST")
    signed_in(client, member)
    other = a_member()

    forbidden = client.get(path.format(own=other.pk))

    assert (forbidden.status_code, client.get("/staff/nothing/").status_code) == (404, 404)


@pytest.mark.parametrize("act", ["", "posting/", "posting/end/", "close/", "open/", "reset/"])
def test_a_member_who_is_not_there(client, act):
    signed_in(client, a_member("ADMINISTRATOR"))

    assert client.get(f"/staff/018f3c5e-0000-7000-8000-000000000000/{act}").status_code == 404


def soon(days_ahead: int = 7) -> str:
    return (clock.today() + timedelta(days=days_ahead)).isoformat()


def test_a_member_records_and_corrects_an_absence(client):
    member = a_member()
    signed_in(client, member)
    said = {"kind": "VACATION", "starts_on": soon(), "last_on": soon(9)}

    kept = client.post(f"/staff/{member.pk}/absence/", said)
    absence = Absence.objects.get(member=member)
    corrected = client.post(
        f"/staff/absences/{absence.pk}/correct/",
        {"starts_on": soon(), "last_on": soon(8), "reason": "back early"},
    )

    assert (kept.status_code, corrected["Location"]) == (302, "/staff/account/")
    absence.refresh_from_db()
    assert absence.last_on.isoformat() == soon(8)


def test_a_refused_absence_keeps_what_was_typed(client):
    member = a_member()
    signed_in(client, member)
    said = {"kind": "SICK", "starts_on": soon(9), "last_on": soon(7)}

    refused = client.post(f"/staff/{member.pk}/absence/", said)

    assert refused.status_code == 422
    assert "The last day is before the first." in refused.content.decode()
    assert f'value="{soon(9)}"' in refused.content.decode()


@pytest.mark.parametrize(("role", "status"), [("MANAGER", 200), ("OFFICER", 404)])
def test_a_manager_records_absences_of_the_office_only(client, role, status):
    viewer = a_member(role)
    signed_in(client, viewer)

    near = client.get(f"/staff/{a_member(office=viewer.office).pk}/absence/")
    far = client.get(f"/staff/{a_member().pk}/absence/")

    assert (near.status_code, far.status_code) == (status, 404)


def test_an_absence_of_someone_else_is_not_corrected(client):
    other = a_member()
    absence = days.record_absence(
        member=other,
        kind="SICK",
        starts_on=clock.today(),
        ends_before=clock.today() + timedelta(days=1),
        by=other,
    )
    signed_in(client, a_member(office=other.office))

    assert client.get(f"/staff/absences/{absence.pk}/correct/").status_code == 404


def next_monday():
    today = clock.today()
    return today + timedelta(days=7 - today.weekday())


def test_a_manager_names_the_duty_officer(client):
    manager = a_member("MANAGER")
    officer = a_member(office=manager.office, surname="Sanders")
    signed_in(client, manager)

    client.post("/staff/office/duty/", {"day": next_monday().isoformat(), "officer": officer.pk})

    assert DutyDay.objects.get(day=next_monday()).officer == officer
    assert "Alex Sanders is the duty officer on" in client.get("/staff/office/").content.decode()


def test_a_duty_officer_who_is_away_is_refused(client):
    manager = a_member("MANAGER")
    signed_in(client, manager)
    sunday = next_monday() - timedelta(days=1)

    refused = client.post("/staff/office/duty/", {"day": sunday.isoformat(), "officer": manager.pk})

    assert refused.status_code == 422
    assert "is not there on" in refused.content.decode()


def test_a_manager_sets_working_days_in_the_office_only(client):
    manager = a_member("MANAGER")
    near, far = a_member(office=manager.office), a_member()
    signed_in(client, manager)
    said = {"weekdays": ["2", "3"], "starts_on": clock.today().isoformat()}

    kept = client.post(f"/staff/{near.pk}/working-days/", said)
    absent = client.post(f"/staff/{far.pk}/working-days/", said)

    assert (kept.status_code, absent.status_code) == (302, 404)
    assert near.working_days.get().weekdays == [2, 3]


def test_the_office_shows_who_is_away_and_the_manager_why(client):
    officer = a_member(surname="Nair")
    days.record_absence(
        member=officer,
        kind="VACATION",
        starts_on=clock.today(),
        ends_before=clock.today() + timedelta(days=1),
        by=officer,
    )
    today = week_day(clock.today())

    for role, why in (("OFFICER", "Away"), ("MANAGER", "Vacation")):
        signed_in(client, a_member(role, office=officer.office))
        shown = re.sub(r"(<[^>]+>|\s)+", " ", client.get("/staff/office/").content.decode())
        line = f"Nair , Alex Probation and parole officer {why} until {today}"
        assert line.replace("\xa0", " ") in shown


def test_an_administrator_opens_an_account_and_posts_the_member(client):
    signed_in(client, a_member("ADMINISTRATOR"))
    office = an_office()
    said = {"given_name": "Nari", "surname": "Kim", "username": "kim", "language": "en"}

    shown = client.post("/staff/open/", said).content.decode()
    member = StaffMember.objects.get(username="kim")
    client.post(
        f"/staff/{member.pk}/posting/",
        {"office": office.pk, "role": "CLERK", "starts_on": clock.today().isoformat()},
    )

    password = re.search(r'translate="no">([a-z0-9-]{19})<', shown)[1]
    assert member.check_password(password)
    assert Posting.objects.get(member=member).role == "CLERK"


def test_a_taken_sign_in_name_is_said_beside_its_field(client):
    signed_in(client, a_member("ADMINISTRATOR"))
    a_member(username="kim")
    said = {"given_name": "Nari", "surname": "Kim", "username": "Kim", "language": "en"}

    refused = client.post("/staff/open/", said)

    assert refused.status_code == 422
    assert refused.context["form"].errors == {
        "username": ["This sign-in name is taken. Choose another."]
    }


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("posting/", {"starts_on": "never", "role": "KING", "office": "x"}),
        ("posting/end/", {"ends_before": "30 Feb 2026"}),
        ("close/", {"reason": ""}),
        ("reset/", {"reason": "x" * 201}),
    ],
)
def test_what_an_administrator_types_wrong_is_said(client, act, said):
    signed_in(client, a_member("ADMINISTRATOR"))

    refused = client.post(f"/staff/{a_member().pk}/{act}", said)

    assert refused.status_code == 422
    assert "to put right" in refused.content.decode()


def test_an_administrator_ends_closes_and_resets(client):
    signed_in(client, a_member("ADMINISTRATOR"))
    member = a_member()
    address = f"/staff/{member.pk}/"
    client.post(f"{address}reset/", {"reason": "lost phone"})
    client.post(f"{address}posting/end/", {"ends_before": clock.today().isoformat()})
    client.post(f"{address}close/", {"reason": "left"})

    member = StaffMember.objects.get(pk=member.pk)
    assert (member.must_change_password, member.posting, member.is_active) == (True, None, False)
    assert client.get(f"{address}posting/end/").status_code == 404


def test_a_manager_sees_staff_and_changes_nothing(client):
    signed_in(client, a_member("MANAGER"))
    member = a_member()

    assert client.get(f"/staff/{member.pk}/").status_code == 200
    assert "New posting" not in client.get(f"/staff/{member.pk}/").content.decode()
    assert client.post(f"/staff/{member.pk}/close/", {"reason": "x"}).status_code == 404


def test_the_list_of_staff_finds_by_name(client):
    signed_in(client, a_member("ADMINISTRATOR"))
    a_member(surname="Lavallée")

    shown = client.get("/staff/?q=lavallee")

    assert [member.surname for member in shown.context["lines"]] == ["Lavallée"]
    assert "Nobody by that name" in client.get("/staff/?q=zzz").content.decode()


def test_the_roles_page_marks_the_role_one_has():
    signed_in(client := Client(), a_member("CLERK"))

    shown = client.get("/staff/roles/").content.decode()

    assert shown.count("This is your role.") == 1
    assert "Opens and closes accounts, gives roles" in shown

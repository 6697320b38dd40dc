"""Sessions end: by themselves, by signing out, by another's hand; nothing is readable after."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.record.entries import System
from throughcare.staff.commands import accounts, postings
from throughcare.staff.models import StaffMember, StaffSession
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_sign_in import give_code, give_password

pytestmark = pytest.mark.django_db

OWN = "/staff/account/"


def is_out(client: Client) -> bool:
    return client.get(OWN).headers.get("Location", "").startswith("/account/sign-in/")


def set_session(client: Client, **values) -> None:
    session = client.session
    session.update(values)
    session.save()


def test_half_an_hour_without_use_ends_a_session(client):
    signed_in(client, a_member())
    StaffSession.objects.update(expire_date=clock.wall() - timedelta(seconds=1))

    assert is_out(client)


@pytest.mark.parametrize(("minutes", "ended"), [(29, False), (30, True)])
def test_a_session_that_lay_idle_is_out_whatever_its_row_says(client, minutes, ended):
    signed_in(client, a_member())
    set_session(client, seen_at=clock.wall().timestamp() - minutes * 60)
    StaffSession.objects.update(expire_date=clock.wall() + timedelta(days=1))

    assert is_out(client) == ended


@pytest.mark.parametrize("limit", ["seen_at", "signed_in_at"])
def test_a_past_that_is_looked_at_does_not_make_a_session_young(client, limit):
    signed_in(client, a_member())
    yesterday = clock.day_of(clock.now() - timedelta(days=1))
    past = f"/as-known-on/{yesterday}/staff/account/"
    before = client.get(past)
    set_session(client, **{limit: clock.wall().timestamp() - 11 * 3600})

    with clock.frozen(clock.now() - timedelta(days=1)):
        after = client.get(past)

    assert not before.headers.get("Location", "").startswith("/account/sign-in/")
    assert after["Location"].startswith("/account/sign-in/")


def test_use_moves_the_end_of_a_session(client):
    signed_in(client, a_member())
    set_session(client, seen_at=clock.wall().timestamp() - 61)
    StaffSession.objects.update(expire_date=clock.wall() + timedelta(seconds=30))
    client.get(OWN)

    left = StaffSession.objects.get().expire_date - clock.wall()
    assert timedelta(minutes=29) < left <= timedelta(minutes=30)


def test_a_session_is_not_written_with_every_page(client):
    signed_in(client, a_member())
    set_session(client, seen_at=clock.wall().timestamp() - 30)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(OWN)

    assert not [each for each in queries if 'UPDATE "staff_staffsession"' in each["sql"]]


def test_ten_hours_end_a_session_however_it_is_used(client):
    signed_in(client, a_member())
    set_session(client, signed_in_at=clock.wall().timestamp() - 10 * 3600)

    assert is_out(client)
    assert not StaffSession.objects.exists()


def test_signing_out_ends_the_session_on_the_server(client):
    signed_in(client, a_member())
    kept = client.cookies["throughcare_session"].value

    left = client.post("/account/sign-out/")

    assert left["Location"] == "/account/sign-in/"
    assert not StaffSession.objects.filter(session_key=kept).exists()
    thief = Client()
    thief.cookies["throughcare_session"] = kept
    assert is_out(thief)


def test_nothing_is_in_a_page_after_signing_out(client):
    member = a_member(surname="Ouellet")
    signed_in(client, member)
    before = client.get("/staff/office/").content.decode()
    client.post("/account/sign-out/")
    after = client.get("/staff/office/", follow=True).content.decode()

    assert "Ouellet" in before
    assert "Ouellet" not in after


def test_asking_for_the_way_out_by_address_signs_nobody_out(client):
    signed_in(client, a_member())

    assert client.get("/account/sign-out/").status_code == 200
    assert not is_out(client)


def test_no_page_may_be_kept_by_a_browser(client):
    signed_in(client, a_member())

    for shown in (client.get(OWN), Client().get("/account/sign-in/")):
        assert "no-store" in shown["Cache-Control"]


def test_closing_the_account_ends_its_sessions(client):
    member = a_member()
    signed_in(client, member)
    accounts.close_account(member=member, by=System(), reason="left")

    assert is_out(client)


def test_an_inactive_account_is_out_at_the_next_page(client):
    signed_in(client, a_member())
    StaffMember.objects.update(is_active=False)

    assert is_out(client)


def test_the_end_of_the_posting_is_the_end_of_the_session(client):
    member = a_member()
    signed_in(client, member)
    postings.end_posting(posting=member.posting, ends_before=clock.today(), by=System())

    assert is_out(client)


def test_another_role_begins_with_another_sign_in(client):
    member = a_member()
    signed_in(client, member)
    new = {"role": "MANAGER", "office": member.office, "starts_on": clock.today()}
    postings.post_member(member=member, **new, by=System())

    assert is_out(client)
    signed_in(client, StaffMember.objects.get(pk=member.pk))
    assert client.get("/staff/").status_code == 200


def test_a_session_that_does_not_say_for_which_posting_it_stands_is_out(client):
    signed_in(client, a_member())
    set_session(client, posting="")

    assert is_out(client)


def test_a_role_of_the_past_opens_nothing_from_its_end_on(client):
    tomorrow = clock.now() + timedelta(days=1)
    member = a_member("MANAGER", until=clock.day_of(tomorrow))
    signed_in(client, member)
    before = client.get("/staff/").status_code

    with clock.frozen(tomorrow):
        assert is_out(client)
    assert before == 200


def test_what_has_ended_is_cleared_away_when_someone_signs_in(client):
    signed_in(Client(), a_member())
    StaffSession.objects.update(expire_date=clock.wall() - timedelta(days=1))
    member = with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    give_code(client)

    assert [session.member for session in StaffSession.objects.all()] == [member]


def test_a_form_sent_too_late_leads_to_sign_in_alone(client):
    assert client.post("/staff/open/", {"surname": "Kim"})["Location"] == "/account/sign-in/"


def test_a_member_sees_and_ends_other_sessions(client):
    with_sign_in(a_member(username="okoye"), recovery=True)
    phone = Client(headers={"User-Agent": "Phone"})
    give_password(phone, "okoye")
    give_code(phone)
    signed_in(client, StaffMember.objects.get(username="okoye"))
    other = StaffSession.objects.get(browser="Phone")

    shown = client.get(OWN).content.decode()
    client.post(f"/staff/account/sessions/{other.name}/end/")

    assert "Phone" in shown
    assert other.session_key not in shown
    assert is_out(phone)
    assert not is_out(client)


def test_nobody_ends_a_session_of_someone_else(client):
    signed_in(other := Client(), a_member())
    theirs = StaffSession.objects.get()
    signed_in(client, a_member())

    client.post(f"/staff/account/sessions/{theirs.name}/end/")

    assert not is_out(other)


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client):
    answer = client.get(OWN, headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/account/sign-in/")


def test_a_new_password_ends_other_sessions(client):
    member = with_sign_in(a_member(username="okoye"))
    signed_in(other := Client(), member)
    give_password(client, "okoye")
    give_code(client)
    new = {"new_password": "wet-canoe-lantern", "again": "wet-canoe-lantern"}
    client.post("/account/password/", {"password": "granite-heron-morning", **new})

    assert is_out(other)
    assert not is_out(client)


def test_a_member_ends_all_other_sessions_at_once(client):
    member = a_member()
    others = [signed_in(Client(), member) for _ in range(2)]
    signed_in(client, member)
    theirs = signed_in(Client(), a_member())

    shown = client.get(OWN).content.decode()
    client.post("/staff/account/sessions/end-others/")

    assert "End all others" in shown
    assert [is_out(each) for each in (*others, client, theirs)] == [True, True, False, False]
    assert "End all others" not in client.get(OWN).content.decode()

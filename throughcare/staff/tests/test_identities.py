"""An identity opens the account it is tied to; an address ties it once, when it was verified."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from throughcare.record.entries import System
from throughcare.record.models import Entry
from throughcare.staff.commands.identities import set_email, tie_identity
from throughcare.staff.demo_accounts import secret_of
from throughcare.staff.identities import NobodyHere, member_of
from throughcare.staff.models import StaffIdentity, StaffMember
from throughcare.staff.outside.service import Identity
from throughcare.staff.tests.factories import a_member, with_sign_in

pytestmark = pytest.mark.django_db

WHO = Identity("https://service.example", "4711", "okoye@office.example", True, 0.0)


def refusal(identity: Identity) -> str:
    with pytest.raises(NobodyHere) as refused:
        member_of(identity)
    return str(refused.value)


@pytest.mark.parametrize(
    "address", ["okoye@office.example", "Okoye@Office.Example", "OKOYE@OFFICE.EXAMPLE"]
)
def test_an_address_finds_its_account_whatever_its_capitals(address):
    member = a_member(email=address)

    assert member_of(WHO) == member
    assert member_of(replace(WHO, email="", email_verified=False)) == member


@pytest.mark.parametrize(
    ("email", "verified", "because"),
    [
        ("okoye@office.example", False, "unverified"),
        ("", False, "unknown"),
        ("", True, "unknown"),
        ("%", True, "unknown"),
        ("okoye@office.example.evil", True, "unknown"),
        (" okoye@office.example", True, "unknown"),
    ],
)
def test_another_address_finds_nobody(email, verified, because):
    a_member(email="okoye@office.example")
    a_member(email="")

    assert refusal(replace(WHO, email=email, email_verified=verified)) == because
    assert not StaffIdentity.objects.exists()


def test_the_same_number_at_another_service_is_another_identity():
    a_member(email="okoye@office.example")
    member_of(WHO)

    assert refusal(replace(WHO, issuer="https://another.example")) == "tied_to_another"


def test_an_address_that_moved_on_to_somebody_else_ties_nobody_twice():
    first = a_member(email="okoye@office.example")
    member_of(WHO)
    set_email(member=first, email="", by=System())
    second = a_member(email="okoye@office.example")

    assert member_of(WHO) == first
    assert member_of(replace(WHO, subject="4712")) == second


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("how", ["closed", "unposted"])
def test_who_does_not_work_here_today_is_refused_tied_or_not(how, tied):
    member = a_member(email=WHO.email, role="" if how == "unposted" else "OFFICER")
    if tied:
        tie_identity(member=member, issuer=WHO.issuer, subject=WHO.subject, by=System())
    StaffMember.objects.filter(pk=member.pk).update(is_active=how != "closed")

    assert refusal(WHO) == "closed"
    assert StaffIdentity.objects.exists() == tied


def test_a_demo_account_is_not_opened_outside_the_demo(settings):
    settings.DEMO = False
    with_sign_in(a_member(email=WHO.email), secret=secret_of("roy"))

    assert refusal(WHO) == "closed"


def test_the_database_keeps_one_account_an_identity():
    first, second = a_member(), a_member()
    tie_identity(member=first, issuer=WHO.issuer, subject=WHO.subject, by=System())

    with pytest.raises(IntegrityError), transaction.atomic():
        tie_identity(member=second, issuer=WHO.issuer, subject=WHO.subject, by=System())


@pytest.mark.parametrize("address", ["okoye@office.example", "OKOYE@office.example"])
def test_the_database_keeps_one_account_an_address(address):
    a_member(email="okoye@office.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        a_member(email=address)


def test_what_was_done_stands_in_the_record_without_the_address():
    member = a_member(username="okoye")
    set_email(member=member, email=WHO.email, by=System())
    tie_identity(member=member, issuer=WHO.issuer, subject=WHO.subject, by=System())

    said = Entry.objects.filter(act__in=["staff.email_set", "staff.identity_tied"])
    assert [each.reason for each in said] == [f"{member.full_name} (okoye)"] * 2

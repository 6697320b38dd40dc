"""At most five tries in a row are looked at, however many arrive at once."""

from collections import Counter as Tally
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from throughcare import clock
from throughcare.staff import codes, tries
from throughcare.staff.backend import StaffBackend
from throughcare.staff.models import SignInTries
from throughcare.staff.tests.factories import PASSWORD, SECRET, a_member, with_sign_in
from throughcare.staff.tests.test_sign_in import give_code, give_password

AT_ONCE = 20


@pytest.fixture
def committed(django_db_blocker, django_db_setup):
    """What is counted here is committed, and deleted again."""
    with django_db_blocker.unblock():
        yield
        SignInTries.objects.all().delete()


def try_all_at_once() -> list[int]:
    together = Barrier(AT_ONCE)

    def one_try(number: int) -> int:
        together.wait()
        try:
            return give_password(Client(), "nobody", f"guess {number}").status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one_try, range(AT_ONCE)))


def test_of_twenty_passwords_tried_at_once_five_are_looked_at(committed, monkeypatch):
    looked_at = []
    monkeypatch.setattr(
        StaffBackend, "authenticate", lambda self, request, **given: looked_at.append(given)
    )

    answers = try_all_at_once()

    assert len(looked_at) == tries.FOR_AN_ACCOUNT
    assert Tally(answers) == {422: AT_ONCE}


@pytest.fixture
def member_for_threads(committed):
    member = a_member(role="", username="threads")
    yield member
    member.delete()


def test_of_twenty_uses_of_a_code_at_once_one_is_let_in(member_for_threads):
    together = Barrier(AT_ONCE)

    def use(step: int) -> bool:
        together.wait()
        try:
            return codes.use_step(member_for_threads, step)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        let_in = list(threads.map(use, [codes.step_now()] * AT_ONCE))

    assert Tally(let_in) == {True: 1, False: AT_ONCE - 1}


@pytest.mark.django_db
def test_the_sixth_try_waits_and_says_until_when(client):
    with_sign_in(a_member(username="okoye"))
    for _number in range(5):
        give_password(client, "okoye", "wrong")

    refused = give_password(client, "okoye")

    assert refused.status_code == 422
    assert "Too many tries. Sign-in waits until" in refused.content.decode()


@pytest.mark.django_db
def test_waiting_is_the_same_for_a_name_that_nobody_has(client):
    for _number in range(5):
        give_password(client, "nobody", "wrong")

    assert "Sign-in waits until" in give_password(client, "NOBODY").content.decode()


@pytest.mark.django_db
def test_after_the_wait_tries_count_from_nothing(client):
    with_sign_in(a_member(username="okoye"))
    for _number in range(5):
        give_password(client, "okoye", "wrong")
    SignInTries.objects.update(tried_at=clock.wall() - tries.WAIT)

    assert give_password(client, "okoye").status_code == 302


@pytest.mark.django_db
def test_a_try_that_waits_does_not_make_the_wait_longer():
    counter = tries.of_password("okoye")
    for _number in range(5):
        tries.reserve(counter)
    before = SignInTries.objects.get(key=counter.key).tried_at

    with pytest.raises(tries.TooManyTries):
        tries.reserve(counter)

    assert SignInTries.objects.get(key=counter.key).tried_at == before


@pytest.mark.django_db
def test_a_right_password_counts_from_nothing(client):
    with_sign_in(a_member(username="okoye"))
    for _number in range(4):
        give_password(client, "okoye", "wrong")
    give_password(client, "okoye")

    assert not SignInTries.objects.filter(key=tries.of_password("okoye").key).exists()


@pytest.mark.django_db
def test_a_right_password_does_not_free_an_address(client):
    with_sign_in(a_member(username="okoye"))
    for number in range(19):
        give_password(client, f"guess{number}", "wrong")
    give_password(client, "okoye", PASSWORD)
    give_password(Client(), "another", "wrong")

    refused = give_password(Client(), "okoye", PASSWORD)

    assert "Sign-in waits until" in refused.content.decode()


@pytest.mark.django_db
def test_the_sixth_code_waits(client):
    with_sign_in(a_member(username="okoye"))
    give_password(client, "okoye")
    for _number in range(5):
        give_code(client, "000000")

    refused = give_code(client)

    assert refused.status_code == 422
    assert "Sign-in waits until" in refused.content.decode()


@pytest.mark.django_db
def test_a_right_password_does_not_free_the_codes():
    with_sign_in(a_member(username="okoye"), secret=SECRET)
    for _number in range(5):
        give_password(client := Client(), "okoye")
        give_code(client, "000000")
    give_password(client := Client(), "okoye")

    assert "Sign-in waits until" in give_code(client).content.decode()


@pytest.mark.django_db
def test_neither_names_nor_addresses_are_kept():
    tries.reserve(tries.of_password("okoye"), tries.from_address("192.0.2.7"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(t::text, ' ') FROM staff_signintries AS t")
        kept = cursor.fetchone()[0]
    assert "okoye" not in kept
    assert "192.0.2.7" not in kept


def test_a_try_is_not_reserved_where_a_rollback_would_forget_it(committed):
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        tries.reserve(tries.of_password("okoye"))


@pytest.mark.django_db
def test_the_wait_is_a_quarter_of_an_hour():
    assert timedelta(minutes=15) == tries.WAIT

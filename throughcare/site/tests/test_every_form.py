"""Whatever is sent to a page that somebody sees, the answer is a page with a sentence."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.http import HttpResponse
from django.test import Client

from conftest import _copied, _point
from tests.links import FILES, Answer, Walked, name_of, walk
from tests.markup import Sent, page_faults
from tests.tree import mend
from throughcare import clock
from throughcare.record.models import Entry
from throughcare.site import demo
from throughcare.site.demo import Size
from throughcare.staff.models import StaffMember
from throughcare.staff.tests.factories import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

# Everyone with a story has a file in it.
SMALL = Size(people=120, staff=12)
NOON = datetime(2026, 11, 26, 17, tzinfo=UTC)  # a Thursday


# Together they come to every page that is sent; whoever comes later sends what is new.
WHO = ("tremblay", "okafor", "laframboise", "beaudry")
# Papers and files: slow to make, and without a form.
LEFT = {"account:paper", "account:export", "orders:sheet", "cases:document"}
WORD = "zzkeptzz"
GARBAGE = f"{WORD}\0<script>\u202e{{{{ 7 }}}}'\";-- {'ß' * 20_000}"
FAILED, ABSENT, NOT_UNDERSTOOD = 500, 404, 400


class Sending(NamedTuple):
    """What was sent where, what came back, and how many entries of the record it left."""

    address: str
    said: dict[str, str]
    form: Sent
    answer: HttpResponse
    kept: int


@pytest.fixture(scope="module")
def demo_office(
    server_for_tests: str,
    django_db_setup: None,
    django_db_blocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A database with a small demo office; what a test does there is rolled back."""
    before = {alias: dict(connections[alias].settings_dict) for alias in connections}
    with (
        pytest.MonkeyPatch.context() as patched,
        clock.frozen(NOON),
        _copied(server_for_tests) as name,
    ):
        patched.setattr(settings, "DOCUMENTS_FOLDER", tmp_path_factory.mktemp("papers"))
        _point(server_for_tests, name)
        with django_db_blocker.unblock():
            demo.load(SMALL)
            connections.close_all()
        yield
        with django_db_blocker.unblock():
            connections.close_all()
    for alias, said in before.items():
        connections[alias].settings_dict.update(said)


@pytest.fixture
def at_desk(demo_office: None) -> Callable[[str], Client]:
    """Give a client in which somebody of the demo is signed in."""

    def sit_down(username: str) -> Client:
        member = StaffMember.objects.with_posting(clock.today()).get(username=username)
        return signed_in(Client(raise_request_exception=False), member)

    return sit_down


def asked(client: Client, address: str) -> Answer:
    """Return what an address answers to a client, at the end of where it leads."""
    answer = client.get(address, follow=True)
    last, kind = answer.request, answer.get("Content-Type", "")
    question = f"?{last['QUERY_STRING']}" if last["QUERY_STRING"] else ""
    if answer.streaming:
        b"".join(answer.streaming_content)  # to its end, so that the file is closed
    text = answer.text if "text/html" in kind else ""
    return Answer(answer.status_code, kind, last["PATH_INFO"] + question, text)


def files() -> list[str]:
    """Return the addresses of the files that a walk begins with."""
    with connection.cursor() as cursor:
        cursor.execute(FILES)
        return [f"/cases/{number}/" for (number,) in cursor.fetchall()]


def forms_of(found: Walked) -> dict[str, Sent]:
    """Return what can be sent: each form by its address, and nothing to each page without one."""
    pages = [address for addresses in found.pages.values() for address in addresses]
    return {address: Sent(address, ["id"]) for address in pages} | found.sent


def sent(client: Client, form: Sent, said: dict[str, str]) -> Sending:
    """Send something, see what became of it, and undo it."""
    cookies, before = client.cookies.copy(), Entry.objects.count()
    with transaction.atomic():
        answer = client.post(form.action, said)
        kept = Entry.objects.count() - before
        transaction.set_rollback(True)
    client.cookies = cookies
    return Sending(form.action, said, form, answer, kept)


def faults(sending: Sending) -> Iterator[str]:
    """Give what is wrong with an answer to something empty or senseless."""
    answer = sending.answer
    if answer.status_code >= FAILED:
        yield "the page failed"
    if answer.status_code < NOT_UNDERSTOOD or answer.status_code >= FAILED:
        return
    if answer.status_code == ABSENT:
        yield "the page that was there is not there"
    if "text/html" not in answer.get("Content-Type", ""):
        yield "no page, and so no sentence"
        return
    yield from page_faults(answer.text)
    if sending.kept:
        yield "something was refused and something kept"
    yield from faults_of_form(sending)


def faults_of_form(sending: Sending) -> Iterator[str]:
    """Give what is wrong with a form that is shown again."""
    answer = sending.answer
    if answer.status_code != 422:
        return
    if "govuk-error-summary" not in answer.text:
        yield "no summary of what to put right"
    typed = {name for name in sending.form.written if sending.said.get(name)}
    if answer.text.count(WORD) < len(typed):
        yield f"of {sorted(typed)} only {answer.text.count(WORD)} are still there"


def said_of(sending: Sending) -> list[str]:
    """Return what is wrong with an answer, each with where and after what."""
    what = "garbage" if sending.said else "nothing"
    where = f"{sending.address} {what} {sending.answer.status_code}"
    return [f"{where}: {fault}" for fault in faults(sending)]


def test_whatever_is_sent_gets_a_page_with_a_sentence(at_desk):
    """Nothing, and garbage, to every page and form: never a failure, an absence or no word."""
    found, tried = [], set()
    for username in WHO:
        client = at_desk(username)
        forms = forms_of(walk(partial(asked, client), *files(), leave=LEFT))
        for form in [each for at, each in forms.items() if name_of(at) not in tried]:
            for said in ({}, dict.fromkeys(form.names, GARBAGE)):
                found += said_of(sent(client, form, said))
        tried |= {name_of(address) for address in forms}

    assert len(tried) > 70
    assert found == [], mend(
        "Refuse it with a sentence beside the field; keep what was typed.", found
    )


def test_the_law_sees_an_answer_that_breaks_it():
    form = Sent("/x/", ["reason"], ["reason"])
    said = {"reason": GARBAGE}
    page = '<html lang="en"><title>A – T</title><h1>A</h1></html>'

    def seen(status: int, content: str = page, kept: int = 0, kind: str = "text/html"):
        answer = HttpResponse(content, status=status, content_type=kind)
        return list(faults(Sending("/x/", said, form, answer, kept)))

    assert seen(302) == []
    assert seen(500) == ["the page failed"]
    assert seen(404) == ["the page that was there is not there"]
    assert seen(405, "", kind="text/plain") == ["no page, and so no sentence"]
    assert seen(409, kept=1) == ["something was refused and something kept"]
    assert seen(422) == [
        "no summary of what to put right",
        "of ['reason'] only 0 are still there",
    ]
    assert seen(422, f'{page}<p class="govuk-error-summary">{WORD}') == []

"""Sessions and tries, with a clock that is moved."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from throughcare import clock
from throughcare.record.entries import System, entry
from throughcare.staff.models import Posting, StaffMember, StaffSession
from throughcare.staff.tests.factories import a_member, signed_in, with_sign_in
from throughcare.staff.tests.test_sessions import OWN, is_out
from throughcare.staff.tests.test_sign_in import give_password

pytestmark = pytest.mark.django_db

# In Toronto clocks go back at 06:00 UTC on 1 Nov 2026, forward at 07:00 UTC on 14 Mar 2027.
STARTS = [
    pytest.param(datetime(2026, 11, 24, 15, tzinfo=UTC), id="a_plain_day"),
    pytest.param(datetime(2026, 11, 1, 5, 50, tzinfo=UTC), id="clocks_go_back"),
    pytest.param(datetime(2027, 3, 14, 6, 50, tzinfo=UTC), id="clocks_go_forward"),
]
MORNING = datetime(2026, 11, 24, 15, tzinfo=UTC)


class Moved:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def moved(monkeypatch):
    moved = Moved()
    monkeypatch.setattr(clock, "wall", moved)
    monkeypatch.setattr(timezone, "now", moved)
    return moved


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    ("seconds", "out"), [(60, False), (1799, False), (1800, True), (1801, True), (7200, True)]
)
def test_half_an_hour_is_half_an_hour(client, moved, start, seconds, out):
    moved.now = start
    signed_in(client, a_member())
    client.get(OWN)
    moved.on(seconds=seconds)

    assert is_out(client) is out


@pytest.mark.parametrize("start", STARTS)
def test_use_keeps_a_session_for_ten_hours_and_no_longer(client, moved, start):
    moved.now = start
    signed_in(client, a_member())
    answers = []
    for _quarter in range(40):
        answers.append(is_out(client))
        moved.on(minutes=15)

    assert answers == [False] * 40
    assert is_out(client)


@pytest.mark.parametrize(("seconds", "out"), [(-1, False), (0, True), (1, True)])
@pytest.mark.parametrize("start", STARTS)
def test_ten_hours_end_at_the_second(client, moved, start, seconds, out):
    moved.now = start
    signed_in(client, a_member())
    for _part in range(23):
        moved.on(minutes=25)
        client.get(OWN)
    moved.on(minutes=25, seconds=seconds)

    assert is_out(client) is out


@pytest.mark.parametrize("path", [OWN, "/staff/roles/", "/staff/office/", "/"])
@pytest.mark.parametrize("what", ["closed", "ended"])
def test_the_next_request_is_out(client, path, what):
    signed_in(client, a_member())
    before = client.get(path).status_code
    if what == "closed":
        StaffMember.objects.update(is_active=False)
    else:
        a_posting_ended()

    assert before in (200, 302)
    assert client.get(path)["Location"].startswith("/account/sign-in/?next=")


def a_posting_ended():
    with entry("staff.posting_ended", by=System()):
        Posting.objects.update(ends_before=clock.today())


@pytest.mark.parametrize("ended", [0, 1, 2])
def test_one_session_ends_and_the_others_stay(client, ended):
    member = a_member()
    others = [signed_in(Client(), member) for _ in range(3)]
    signed_in(client, member)
    key = others[ended].session.session_key
    answer = client.post(f"{OWN}sessions/{StaffSession.objects.get(pk=key).name}/end/")

    assert (answer.status_code, answer["Location"]) == (302, OWN)
    assert [is_out(each) for each in others] == [number == ended for number in range(3)]
    assert not is_out(client)


def test_ones_own_session_is_not_ended_there(client):
    signed_in(client, a_member())
    client.post(f"{OWN}sessions/{StaffSession.objects.get().name}/end/")

    assert not is_out(client)


# w: wrong, r: right, W: fifteen minutes pass, m: fourteen pass. Answers: . refused as wrong,
# + let in, ! too many.
SEQUENCES = [
    ("r", "+"),
    ("wr", ".+"),
    ("wwwwr", "....+"),
    ("wwwww", "....."),
    ("wwwwwr", ".....!"),
    ("wwwwwww", ".....!!"),
    ("wwwwrwwwwr", "....+....+"),
    ("wwwwrwwwwwr", "....+.....!"),
    ("rwwwwwr", "+.....!"),
    ("wwwwwWr", ".....+"),
    ("wwwwwmr", ".....!"),
    ("wwwwwmrWr", ".....!+"),
    ("wwwwwWwwwwr", ".........+"),
    ("wwwwwWwwwwwr", "..........!"),
    ("wwwmwwr", ".....!"),
    ("wwwWwwr", ".....+"),
]
MARKS = {"422": ".", "302": "+"}
SAID = "Too many tries. Sign-in waits until"


def mark_of(answer) -> str:
    if SAID in answer.content.decode():
        return "!"
    return MARKS[str(answer.status_code)]


def answers_to(steps: str, moved: Moved, username: str = "okoye") -> str:
    marks = ""
    for step in steps:
        if step in "Wm":
            moved.on(minutes=15 if step == "W" else 14)
            continue
        more = ("wrong",) if step == "w" else ()
        marks += mark_of(give_password(Client(), username, *more))
    return marks


@pytest.mark.parametrize(("steps", "marks"), SEQUENCES)
def test_a_sequence_of_tries(moved, steps, marks):
    with_sign_in(a_member(username="okoye"))

    assert answers_to(steps, moved) == marks


@pytest.mark.parametrize("name", ["okoye", "OKOYE", " okoye "])
def test_a_name_is_one_however_it_is_written(moved, name):
    with_sign_in(a_member(username="okoye"))
    answers_to("wwwww", moved)

    assert answers_to("r", moved, name) == "!"


def test_another_name_does_not_wait(moved):
    for name in ("okoye", "kim"):
        with_sign_in(a_member(username=name))

    assert [answers_to("wwwwwr", moved), answers_to("r", moved, "kim")] == [".....!", "+"]

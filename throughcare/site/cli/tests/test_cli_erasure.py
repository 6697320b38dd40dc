"""`throughcare erasure`: who asks, who approves, and what is said about it."""

from contextlib import nullcontext
from uuid import UUID

import pytest

from throughcare.cases.tests.factories import a_case
from throughcare.people.tests.factories import a_person
from throughcare.record.erasing.erasures import Done, HeldBack
from throughcare.record.models import Erasure, Hold
from throughcare.site.cli import erasure, main, office
from throughcare.site.erasing import CarriedOut
from throughcare.staff.tests.factories import a_member

pytestmark = pytest.mark.django_db
ONE, HELD = UUID(int=1), UUID(int=2)


@pytest.fixture
def run(monkeypatch, capsys):
    monkeypatch.setattr(office, "django_ready", nullcontext)

    def ran(*words: str) -> tuple[int, str]:
        code = main(["erasure", *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return ran


@pytest.fixture
def case():
    return a_case()


def by() -> str:
    return a_member("MANAGER").username


def test_the_bases_are_said_with_their_doubts(run):
    code, said = run("bases")

    assert code == 0
    assert "RECORD_SUSPENSION" in said
    assert "Know: It binds federal records" in said


@pytest.mark.parametrize("subject", ["--case", "--person"])
def test_what_is_asked_is_kept_and_listed(run, case, subject):
    number = case.number if subject == "--case" else case.person.number
    words = ("--basis", "RETENTION", "--why", "Over.", "--by", by())

    code, said = run("ask", subject, number, *words)

    asked = Erasure.objects.get()
    assert (code, asked.basis, asked.approved_at) == (0, "RETENTION", None)
    assert f"Asked: {asked.id}" in said
    assert f"{asked.id} RETENTION asked" in run("list")[1]


def test_an_unknown_basis_names_those_there_are(run, case):
    words = ("--basis", "WISH", "--why", "x", "--by", by())

    code, said = run("ask", "--case", case.number, *words)

    assert code == 1
    assert "WISH is no basis here. There are: RECORD_SUSPENSION, YOUTH_RECORD, RETENTION." in said


@pytest.mark.parametrize("subject", ["--case", "--person"])
def test_what_is_not_there_is_said_to_be_absent(run, subject):
    code, said = run("hold", subject, "X-1", "--why", "x", "--by", by())

    assert (code, "There is no X-1" in said) == (1, True)


def test_a_hold_is_placed_and_lifted(run, case):
    person = a_person()
    assert run("hold", "--person", person.number, "--why", "A claim.", "--by", by())[0] == 0
    held = Hold.objects.get()

    assert run("lift", str(held.id), "--why", "Dismissed.", "--by", by())[0] == 0
    held.refresh_from_db()
    assert (held.person_id, held.lifted_why) == (person.id, "Dismissed.")
    assert "hold lifted by" in run("list")[1]


def test_an_approval_says_what_is_gone(run, monkeypatch):
    done = CarriedOut(Done(12, 3, []), 2)
    monkeypatch.setattr(erasure, "chain_all", lambda: 0)
    monkeypatch.setattr("throughcare.site.erasing.carry_out", lambda *given, **named: done)

    code, said = run("approve", str(ONE), "--by", by())

    assert code == 0
    assert said.startswith("Erased: 12 row versions, 3 reasons,\n2 papers.")


def test_what_was_approved_on_pages_is_carried_out(run, monkeypatch):
    waits = [[ONE, HELD], []]
    monkeypatch.setattr(erasure, "chain_all", lambda: 0)
    monkeypatch.setattr("throughcare.site.erasing.waiting", lambda: waits.pop(0))

    def carried_out(asked, *, by):
        if asked == HELD:
            raise HeldBack("A hold stands.")
        return CarriedOut(Done(12, 3, []), 2)

    monkeypatch.setattr("throughcare.site.erasing.carry_out", carried_out)

    code, said = run("carry-out", "--by", by())

    assert (code, said.splitlines()[:2]) == (
        1,
        [f"Erased: {ONE}, 12 row versions, 2 papers.", f"Not erased: {HELD}. A hold stands."],
    )
    assert run("carry-out", "--by", by()) == (0, "Nothing approved waits.\n")


def test_somebody_unknown_does_nothing(run, case):
    code, said = run("hold", "--case", case.number, "--why", "x", "--by", "nobody")

    assert (code, "Nobody here signs in as nobody" in said) == (1, True)

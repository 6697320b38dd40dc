"""What a to-do line needs of each unsettled obligation."""

from random import Random
from uuid import uuid4

import pytest
from django.utils import translation

from throughcare.account.queries import _todos, unsettled_one_by_one
from throughcare.account.tests.cases import answer_with
from throughcare.account.tests.exports import exported
from throughcare.account.todo import ACTION_OF, Action
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.accounting.tests.examples import asked, came, day, decided, once
from throughcare.kernel.accounting.tests.planting import a_case
from throughcare.kernel.obligations.facts import Facts
from throughcare.kernel.obligations.words import OwedBy, State

CASE = uuid4()
OFFICE = {"owed_by": OwedBy.OFFICE}


def todos(*requirements, on="03-20", **known):
    return _todos(CASE, OnFile(requirements, Facts(**known)), day(on))


def test_a_line_has_all_its_pieces():
    (found,) = todos(asked(), on="03-03")

    assert (found.case, found.key) == (CASE, ("R1", day("03-02")))
    assert (found.owed_by, found.state) == (OwedBy.PERSON, State.OPEN)
    assert (found.opens_on, found.last_day) == (day("03-02"), day("03-08"))
    assert (found.what, found.authority) == ("Report", "Rule 1")
    assert found.closed_by == ["Reported in person"]
    assert "March 8, 2026" in found.reasons[0]


def test_its_words_are_in_the_language_of_who_looks():
    (found,) = todos(asked(), on="03-03")
    with translation.override("fr"):
        assert "8 mars 2026" in found.reasons[0]


@pytest.mark.parametrize(
    ("said", "on", "action"),
    [
        pytest.param({}, "03-03", Action.RECORD_CONTACT, id="still time"),
        pytest.param({}, "03-20", Action.DECIDE, id="the person's lapse"),
        pytest.param(OFFICE, "03-20", Action.RECORD_CONTACT, id="the office's late work"),
        pytest.param(
            OFFICE | {"closed_by": frozenset({"DIRECTED@C1"})},
            "03-20",
            Action.GIVE_DIRECTION,
            id="narrowed to a condition",
        ),
        pytest.param({"closed_by": frozenset({"X"})}, "03-03", Action.OPEN, id="another page"),
        pytest.param(
            {"closed_by": frozenset({"AAA", "HOURS_WORKED"})}, "03-03", Action.VERIFY, id="two"
        ),
    ],
)
def test_a_line_proposes_the_act_that_closes_it(said, on, action):
    (found,) = todos(asked(**said), on=on)

    assert found.action is action


def test_every_act_is_one_of_the_known():
    assert set(ACTION_OF.values()) <= set(Action)


@pytest.mark.parametrize(
    ("known", "there"),
    [
        ({}, True),
        ({"evidence": (came("03-04"),)}, False),
        ({"evidence": (came("03-12"),)}, False),
        ({"set_aside": (decided("03-01"),)}, False),
        ({"set_aside": (decided("03-10"),)}, True),
    ],
)
def test_only_what_is_unsettled_is_a_line(known, there):
    assert bool(todos(asked(), **known)) is there


def test_the_first_due_comes_first():
    found = todos(
        asked("R1"), asked("R2", once("02-01", "02-02")), asked("R3", once("03-30", "04-02"))
    )

    assert [each.requirement.id for each in found] == ["R2", "R1", "R3"]


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_any_number_of_cases_comes_in_batches_and_in_order(monkeypatch, batch):
    answer_with(monkeypatch, exported().on_file)
    cases = [uuid4() for _ in range(5)]
    found = list(unsettled_one_by_one(iter(cases), exported().on, batch))

    assert [case for case, _ in found] == cases
    assert len({len(lines) for _, lines in found}) == 1


def test_the_lines_of_a_case_are_its_unsettled_obligations():
    draft = a_case(Random(9), set())
    found = _todos(CASE, draft.on_file(), draft.on)

    assert State.OVERDUE not in {each.state for each in found}
    assert [each.last_day for each in found] == sorted(each.last_day for each in found)

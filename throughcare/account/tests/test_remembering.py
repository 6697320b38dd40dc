"""What is remembered of a file is never other than what would be computed now."""

import ast
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.tree import app_of, code_files, name_of, parsed
from throughcare import clock
from throughcare.account import queries, remembering
from throughcare.account.queries import unsettled_afresh, unsettled_of
from throughcare.account.remembering import Memory
from throughcare.cases.commands import away, levels
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.tests.factories import a_contact
from throughcare.decisions.tests.factories import mark, set_aside, undone
from throughcare.kernel.obligations.words import OwedBy
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.record.asof import Cut, as_of
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.record.models import Erasure
from throughcare.verification.tests.factories import a_check

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def known(*cases):
    return unsettled_of([each.pk for each in cases], clock.today())


def afresh(*cases):
    return unsettled_afresh([each.pk for each in cases], clock.today())


def queries_for(*cases):
    with CaptureQueriesContext(connection) as asked:
        known(*cases)
    return len(asked)


@pytest.fixture
def owing(case, officer):
    """The file with a confirmed order: something is due from both sides, to report even today."""
    an_order(case, officer, confirmed=True, made_on=clock.today() - 40 * DAY)
    a_direction(case, officer, due_on=clock.today())
    assert known(case)[case.pk]
    return case


def goes_away(case, officer, _manager):
    away.record_away(
        id=new_id(),
        person=case.person,
        kind="CUSTODY",
        starts_on=clock.today(),
        source="Police, by phone",
        by=officer,
    )


def is_assessed(case, officer, _manager):
    levels.set_level(id=new_id(), case=case, level="HIGH", reason="Scored 19.", by=officer)


def is_seen(case, officer, _manager):
    a_contact(case, officer)


def is_directed(case, officer, _manager):
    a_direction(case, officer)


def gets_another_order(case, officer, _manager):
    an_order(case, officer)


def is_checked(case, officer, _manager):
    service = condition_of(case.orders.get(), 2)
    a_check(service, officer, method="HOURS_LOG", shows="HOURS_WORKED", hours=Decimal(60))


def ours(case):
    """The first thing due from the office, for a decision about it."""
    todo = next(each for each in known(case)[case.pk] if each.owed_by is OwedBy.OFFICE)
    return {
        "requirement": todo.requirement.id,
        "starts_on": todo.opens_on,
        "ends_before": todo.obligation.due_before,
    }


def is_set_aside(case, officer, _manager):
    set_aside(case, officer, **ours(case))


def is_left(case, officer, manager):
    """Marked together with another file: the entry is about neither of them."""
    mark(manager, undone(case, **ours(case)), undone(a_case(holder=officer)))


ACTS = (
    *(goes_away, is_assessed, is_seen, is_directed, gets_another_order),
    *(is_checked, is_set_aside, is_left),
)


@pytest.mark.parametrize("act", ACTS)
def test_whatever_is_written_about_a_file_is_seen_at_once(act, owing, officer, manager):
    before = known(owing)
    act(owing, officer, manager)

    assert known(owing) == afresh(owing) != before


def test_what_nothing_was_written_about_is_not_read_again(owing, officer):
    assert queries_for(owing) == 1

    a_contact(a_case(holder=officer), officer)
    assert queries_for(owing) == 1


def test_only_the_file_that_changed_is_read_again(owing, officer, monkeypatch):
    other = a_case(holder=officer)
    known(owing, other)
    asked = []
    monkeypatch.setattr(queries, "owed_of", lambda cases, on: asked.append(cases) or {})
    with pytest.raises(KeyError):  # nothing answers for it
        a_direction(other, officer)
        known(owing, other)

    assert asked == [[other.pk]]


def test_what_was_rolled_back_was_never_known(owing, officer):
    before = known(owing)
    with transaction.atomic():
        a_direction(owing, officer)
        assert known(owing) != before
        transaction.set_rollback(True)

    assert known(owing) == before
    is_assessed(owing, officer, None)  # takes the number that the rolled back entry had
    assert known(owing) == afresh(owing) != before


def test_an_act_sees_what_it_has_written_itself(owing, officer):
    before = known(owing)
    with entry("tests.act", by=officer, case=owing):
        a_direction(owing, officer)
        assert known(owing) != before


def test_a_past_is_not_answered_from_the_present(owing, officer):
    before, moment = known(owing), clock.wall()
    a_direction(owing, officer)
    now = known(owing)

    with as_of(moment):
        assert known(owing) == before
    assert known(owing) == now != before


def known_then(moment, *cases):
    with as_of(moment):
        return known(*cases)


def queries_then(moment, *cases):
    with as_of(moment):
        return queries_for(*cases)


@pytest.mark.parametrize("act", ACTS)
def test_a_past_that_was_read_once_is_answered_again_whatever_is_written_later(
    act, owing, officer, manager
):
    moment = clock.wall()
    before = known_then(moment, owing)
    act(owing, officer, manager)

    with as_of(moment):
        assert queries_for(owing) == 1
        assert known(owing) == afresh(owing) == before


def test_each_past_of_a_file_has_its_own_answer(owing, officer):
    earlier, before = clock.wall(), known(owing)
    is_directed(owing, officer, None)
    later, after = clock.wall(), known(owing)

    for _time in range(2):
        assert known_then(earlier, owing) == before
        assert known_then(later, owing) == after != before


def test_a_past_is_computed_anew_by_other_rules_of_then(owing, monkeypatch):
    moment = clock.wall()
    known_then(moment, owing)
    assert queries_then(moment, owing) == 1

    monkeypatch.setattr(remembering, "the_pack", object)

    assert queries_then(moment, owing) > 1


def test_nothing_that_was_known_before_an_erasure_is_answered_after_it(owing, officer):
    other, moment = a_case(holder=officer), clock.wall()
    known_then(moment, owing, other)
    known(owing, other)
    by = {"asked_at": moment, "asked_by_id": new_id(), "approved_by_id": new_id()}
    with entry("tests.erased", by=officer):
        Erasure.objects.create(case_id=new_id(), versions="one row", **by)

    assert queries_then(moment, owing) > 1
    assert queries_for(other) > 1


def test_another_day_is_another_answer(owing):
    later = clock.today() + 30 * DAY

    assert unsettled_of([owing.pk], later) == unsettled_afresh([owing.pk], later)
    assert unsettled_of([owing.pk], later) != known(owing)


def test_a_decision_is_told_in_the_language_of_the_page(owing, officer, manager):
    is_left(owing, officer, manager)
    known(owing)

    with translation.override("fr"):
        assert known(owing) == afresh(owing)


def test_an_absent_file_owes_nothing(db):
    assert unsettled_of([ONE], clock.today()) == {ONE: []}


def test_memory_answers_only_what_still_holds():
    memory = Memory(2)
    memory.keep({ONE: ((0, "day 1"), "a")})

    assert memory.holding({ONE: (0, "day 1"), TWO: (0, "day 1")}) == {ONE: "a"}
    assert memory.holding({ONE: (0, "day 2")}) == {}


def test_memory_answers_only_the_past_that_is_asked_for():
    memory, then = Memory(2), Cut(clock.wall(), 7, 7)
    memory.keep({ONE: ((0,), "then")}, then)

    assert memory.holding({ONE: (0,)}, then) == {ONE: "then"}
    assert memory.holding({ONE: (0,)}) == {}
    assert memory.holding({ONE: (0,)}, replace(then, not_yet=(6,))) == {}


def test_memory_holds_nothing_of_before_an_erasure():
    memory = Memory(2)
    memory.keep({ONE: ((0, "day"), "a")})

    assert memory.holding({TWO: (1, "day")}) == {}
    assert memory.holding({ONE: (0, "day")}) == {}


def test_memory_forgets_what_was_not_asked_for_longest():
    memory = Memory(2)
    memory.keep({ONE: ((0,), "a"), TWO: ((0,), "b")})
    memory.holding({ONE: (0,)})
    memory.keep({THREE: ((0,), "c")})

    assert memory.holding({ONE: (0,), TWO: (0,), THREE: (0,)}) == {ONE: "a", THREE: "c"}


# What these write nothing is owed for: papers before they are an order, and looks.
ABOUT_NOTHING = {
    "orders.paper_arrived",
    "orders.paper_held",
    "orders.paper_set_aside",
    "cases.looks_reviewed",
}
DUTIES = ("cases", "contacts", "decisions", "orders", "verification")


def entries_of(duties):
    """Each call of `entry` in some duties: its place, its act, the names of what it is told."""
    for path in code_files():
        if app_of(path) in duties and "demo" not in path.parts:
            for node in ast.walk(parsed(path)):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "entry":
                    act = getattr(node.args[0], "value", None)
                    yield f"{name_of(path)}:{node.lineno}", act, {k.arg for k in node.keywords}


def test_every_entry_of_a_duty_says_which_file_or_person_it_is_about():
    found = list(entries_of(DUTIES))
    amiss = [
        place
        for place, act, told in found
        if act not in ABOUT_NOTHING and not told & {"case", "person", None}
    ]

    assert len(found) > 40
    assert amiss == [], "Say case= or person=: what is remembered of a file rests on it."

"""The contacts of the demo office: plausible, in order, and kept as a past."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import SimpleNamespace
from uuid import UUID

import pytest

from throughcare.cases import demo as cases
from throughcare.contacts import demo as contacts
from throughcare.contacts.demo.rhythm import Meeting
from throughcare.contacts.demo.saying import LINES, Saying
from throughcare.contacts.demo.talking import Asked, conditions_of, talked_of
from throughcare.contacts.models import Contact, Statement
from throughcare.decisions.models import SetAside
from throughcare.orders.models import Direction
from throughcare.people import demo as people
from throughcare.record.ids import new_id
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff

TODAY = date(2026, 11, 26)


def a_world(count=60, seed=7):
    return staff.World(loader=Loader(), chance=Random(seed), today=TODAY, people=count, staff=12)


def rows_of(world, model):
    """Return the rows of a table that were told, by the names of their columns."""
    table = world.loader.table_of(model)
    return [
        dict(zip(table.columns, version.row, strict=True))
        for version in table.versions()
        if version.stands
    ]


@pytest.fixture(scope="module")
def world():
    world = a_world()
    staff.populate(world)
    contacts.populate(world, cases.pasts_of(world, people.populate(world)))
    return world


@pytest.fixture(scope="module")
def told(world):
    return rows_of(world, Contact)


@pytest.fixture(scope="module")
def directions(world):
    return {each["id"]: each for each in rows_of(world, Direction)}


def test_one_contact_waits_that_a_clerk_wrote_the_day_before(told):
    [waits] = [each for each in told if each["provisional"]]

    assert (waits["purpose"], waits["outcome"]) == ("COUNTER", "CAME")
    assert waits["happened_at"].date() == date(2026, 11, 25)
    assert waits["confirmed_by_id"] is None


def test_nearly_every_file_has_contacts(told):
    assert len({each["case_id"] for each in told}) >= 52
    assert 600 < len(told) < 4000


def test_no_contact_is_in_the_future_or_recorded_before_it_happened(told):
    assert max(each["happened_at"] for each in told).date() < TODAY
    assert all(each["recorded_at"] > each["happened_at"] for each in told)
    assert max(each["recorded_at"] for each in told).date() < TODAY


def test_a_few_are_recorded_late(told):
    late = sum((each["recorded_at"] - each["happened_at"]).days > 0 for each in told)

    assert 0 < late < len(told) * 0.08


def test_who_came_has_a_line_and_who_did_not_was_looked_for(told):
    assert all(each["line"] for each in told)
    assert all(each["custody_checked"] is (each["outcome"] != "CAME") for each in told)


def test_each_meeting_answers_what_was_booked_before(told, directions):
    answered = Counter(each["answers_id"] for each in told if each["answers_id"])
    given = [each["next_direction_id"] for each in told if each["next_direction_id"]]

    assert set(answered.values()) == {1}
    assert set(given) == directions.keys()
    for each in told:
        if each["answers_id"]:
            assert directions[each["answers_id"]]["given_at"] < each["happened_at"]


def test_most_appointments_were_met_on_their_day(told, directions):
    answers = [each for each in told if each["answers_id"]]
    on_time = sum(
        each["happened_at"].date() == directions[each["answers_id"]]["due_on"] for each in answers
    )

    assert on_time / len(answers) > 0.9


def test_a_direction_is_acknowledged_where_the_person_was_met(told, directions):
    for each in told:
        if each["next_direction_id"]:
            direction = directions[each["next_direction_id"]]
            assert (direction["acknowledged_at"] is not None) is (each["outcome"] == "CAME")


def test_most_open_files_have_an_appointment_to_come(told, directions):
    coming = {each["case_id"] for each in directions.values() if each["due_on"] >= TODAY}

    assert len(coming) > 20


def test_some_words_can_be_cited(world):
    statements = rows_of(world, Statement)

    assert statements
    assert all(each["words"] for each in statements)


def test_the_same_seed_tells_the_same_contacts(told):
    world = a_world()
    staff.populate(world)
    contacts.populate(world, cases.pasts_of(world, people.populate(world)))

    assert rows_of(world, Contact) == told


@pytest.mark.parametrize("kind", ["came", "collateral", "phone", "missed", "words", "homework"])
def test_every_kind_of_line_is_there_in_both_languages(kind):
    english, french = LINES[f"{kind}_en"], LINES[f"{kind}_fr"]

    assert len(english) >= 2
    assert len(french) >= 2
    assert not set(english) & set(french)


@pytest.mark.parametrize(
    ("meeting", "kind"),
    [
        (Meeting(TODAY), "came"),
        (Meeting(TODAY, "HOME"), "came"),
        (Meeting(TODAY, "PHONE"), "phone"),
        (Meeting(TODAY, "COLLATERAL"), "collateral"),
        (Meeting(TODAY, outcome="DID_NOT_COME"), "missed"),
    ],
)
@pytest.mark.parametrize("french", [True, False])
def test_a_line_is_of_the_meeting_and_in_the_persons_language(meeting, kind, french):
    line = Saying(Random(3), french).line(meeting)

    assert line in LINES[f"{kind}_{'fr' if french else 'en'}"]


@pytest.fixture(scope="module")
def decided(world):
    return rows_of(world, SetAside)


def test_a_miss_of_long_ago_was_decided_about(told, directions, decided):
    old = TODAY - timedelta(days=20)
    missed = {
        f"direction:{each['answers_id']}"
        for each in told
        if each["outcome"] == "DID_NOT_COME"
        and each["answers_id"]
        and directions[each["answers_id"]]["due_on"] <= old
    }

    assert {each["requirement"] for each in decided} == missed
    assert missed


def test_a_decision_holds_for_the_day_that_was_missed(directions, decided):
    for each in decided:
        direction = directions[UUID(each["requirement"].removeprefix("direction:"))]
        assert (each["starts_on"], each["ends_before"]) == (
            direction["due_on"],
            direction["due_on"] + timedelta(days=1),
        )
        assert each["decided_at"].date() > each["starts_on"]
        assert each["what"]


def test_a_decision_not_to_enforce_was_approved_by_somebody_else(decided):
    approved = [each for each in decided if each["reason_code"] == "NOT_ENFORCED"]

    assert all(each["answer"] == "APPROVED" and each["words"] for each in approved)
    assert all(each["answered_by_id"] != each["decided_by_id"] for each in approved)
    others = [each for each in decided if each not in approved]
    assert {each["answer"] for each in others} == {"NOT_ASKED"}


def test_conditions_are_talked_of_once_they_are_known():
    since = datetime(2026, 3, 1, tzinfo=UTC)
    asked = [Asked(new_id(), since) for _each in range(4)]
    talked = []
    for day in range(200):
        at = datetime(2026, 1, 5, 15, tzinfo=UTC) + timedelta(days=day)
        contact = Contact(id=new_id(), happened_at=at)
        rows = list(talked_of(contact, asked))
        assert len(rows) <= 2
        assert not rows or at >= since
        talked += rows

    assert {each.condition_id for each in talked} == {each.condition for each in asked}
    assert {each.said for each in talked} <= {"KEPT", "NOT_KEPT"}


def test_the_same_contact_talks_of_the_same_conditions():
    contact = Contact(id=new_id(), happened_at=datetime(2026, 5, 4, tzinfo=UTC))
    asked = [Asked(new_id(), contact.happened_at) for _each in range(5)]

    first, second = ([(row.pk, row.said) for row in talked_of(contact, asked)] for _time in "ab")

    assert first == second


def test_without_conditions_nothing_is_talked_of():
    contact = Contact(id=new_id(), happened_at=datetime(2026, 5, 4, tzinfo=UTC))

    assert list(talked_of(contact, ())) == []


def test_only_confirmed_conditions_can_be_talked_of_and_each_once():
    case, confirmed_at = SimpleNamespace(pk=new_id()), datetime(2026, 3, 1, tzinfo=UTC)
    code, other = (SimpleNamespace(condition_id=new_id()) for _each in "ab")
    orders = [
        SimpleNamespace(
            past=SimpleNamespace(case=case),
            order=SimpleNamespace(confirmed_at=at),
            codes=codes,
        )
        for at, codes in [(confirmed_at, [code, code, other]), (None, [code])]
    ]

    assert conditions_of(orders) == {
        case.pk: [
            Asked(code.condition_id, confirmed_at),
            Asked(other.condition_id, confirmed_at),
        ]
    }

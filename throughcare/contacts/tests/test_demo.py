"""The contacts of the demo office: plausible, in order, and kept as a past."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from throughcare.cases import demo as cases
from throughcare.contacts import demo as contacts
from throughcare.contacts.demo.rhythm import Meeting
from throughcare.contacts.demo.saying import LINES, Saying
from throughcare.contacts.models import Contact, Statement
from throughcare.orders.models import Direction
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff

TODAY = date(2026, 11, 26)


def a_world(count=60, seed=7):
    return staff.World(loader=Loader(), chance=Random(seed), today=TODAY, people=count, staff=12)


def rows_of(world, model):
    """Return the rows of a table that were told, by the names of their columns."""
    table = world.loader.table_of(model)
    return [
        dict(zip(table.columns, version.row, strict=True)) for version in table.standing.values()
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

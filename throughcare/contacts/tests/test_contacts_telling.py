"""What an officer tells of a contact, made tidy; laws of the days proposed. Nothing is asked."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare.contacts.following import NONE, OTHER, open_day, proposed_days, usual_giving
from throughcare.contacts.forms.contact import ContactForm
from throughcare.contacts.forms.pieces import LONGEST, ConditionsField, condition_label
from throughcare.contacts.links import appointment_url
from throughcare.contacts.models import Contact, Outcome, Statement, Talked, Way
from throughcare.contacts.telling import KEPT_IN_COLUMNS, NextAppointment, Told

AT = datetime(2026, 11, 26, 15, tzinfo=UTC)
DIRECTION = "0190c0de-0000-7000-8000-000000000002"
# The pack is read here, once, not in the time of a first example.
THURSDAY = open_day(date(2026, 11, 26))
days = st.dates(date(2020, 1, 1), date(2030, 12, 1))
words = st.text(max_size=20)
tellings = st.builds(
    Told,
    way=st.sampled_from([each.value for each in Way]),
    outcome=st.sampled_from([each.value for each in Outcome]),
    happened_at=st.just(AT),
    line=words,
    homework=words,
    others_present=words,
    statements=st.dictionaries(st.sampled_from(["PERSON", "OFFICER", "COLLATERAL"]), words),
)


@given(tellings)
def test_what_is_tidy_stays_as_it_is(told):
    assert told.tidy.tidy == told.tidy


@given(tellings)
def test_tidying_changes_no_word(told):
    assert told.tidy.line == told.line.strip()
    assert told.tidy.homework == told.homework.strip()
    assert told.tidy.others_present == told.others_present.strip()


@given(tellings)
def test_a_statement_that_says_nothing_is_none(told):
    kept = told.tidy.statements

    assert all(said and said == said.strip() for said in kept.values())
    assert kept.keys() == {source for source, said in told.statements.items() if said.strip()}


@given(tellings)
def test_tidying_leaves_how_and_when_alone(told):
    tidy = told.tidy

    assert (tidy.way, tidy.outcome, tidy.happened_at) == (told.way, told.outcome, AT)


def test_what_is_told_has_the_names_of_the_row():
    told = Told("OFFICE", "CAME", AT, line="Works.", minutes=20)
    names = {field.name for field in Contact._meta.concrete_fields}

    assert set(told.columns) == set(KEPT_IN_COLUMNS) <= names
    assert (told.columns["line"], told.columns["minutes"]) == ("Works.", 20)
    assert (told.columns["purpose"], told.columns["same_address"]) == ("SUPERVISION", None)


def test_an_appointment_is_given_in_person_at_no_hour_unless_said():
    assert NextAppointment(date(2026, 12, 3)) == NextAppointment(
        due_on=date(2026, 12, 3), due_time=None, how_given="IN_PERSON", words=""
    )


@given(days)
def test_the_office_is_open_on_the_day_found_and_it_is_the_first(day):
    found = open_day(day)

    assert day <= found
    assert found.weekday() < 5
    assert open_day(found) == found
    assert all(open_day(day + timedelta(n)) == found for n in range((found - day).days))


@given(days)
def test_proposed_days_lie_ahead_in_order_and_are_never_more_than_three(on):
    *proposed, other, nothing = [value for value, _words in proposed_days(on)]
    found = [date.fromisoformat(each) for each in proposed]

    assert (other, nothing) == (OTHER, NONE)
    assert 1 <= len(found) <= 3
    assert found == sorted(set(found))
    assert all(on + timedelta(weeks=1) <= day == open_day(day) for day in found)


@given(st.sampled_from(list(Way)), st.sampled_from(list(Outcome)))
def test_only_who_was_met_is_directed_in_person(way, outcome):
    given_by = usual_giving(way.value, outcome.value)

    assert given_by in {"IN_PERSON", "PHONE", "TEXT", "EMAIL", "LETTER"}
    if given_by in {"IN_PERSON", "PHONE"}:
        assert outcome == Outcome.CAME


@pytest.mark.parametrize(
    ("requirement", "address"),
    [
        ("", "/cases/C-1/contacts/new/"),
        ("standard:x:SEEN", "/cases/C-1/contacts/new/"),
        (f"condition:{DIRECTION}:KPGB:ASKED", "/cases/C-1/contacts/new/"),
        ("directions:7", "/cases/C-1/contacts/new/"),
        (f"direction:{DIRECTION}", f"/cases/C-1/contacts/new/?direction={DIRECTION}"),
        ("direction:a b&c", "/cases/C-1/contacts/new/?direction=a+b%26c"),
    ],
    ids=["nothing", "standard", "condition", "near_miss", "direction", "escaped"],
)
def test_a_contact_is_recorded_for_the_direction_that_is_owed(requirement, address):
    assert appointment_url("C-1", requirement) == address


def a_condition(words, *codes):
    meant = tuple(SimpleNamespace(code=code) for code in codes)
    return SimpleNamespace(
        id=UUID(int=7), number=4, words=words, codes=meant, made_on=date(2026, 9, 8)
    )


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "4. Community service"), ("fr", "4. Service communautaire")],
)
def test_a_condition_of_one_code_is_called_as_the_library_calls_it(language, label):
    with translation.override(language):
        assert condition_label(a_condition("Work for nothing.", "COMMUNITY_SERVICE")) == label


@pytest.mark.parametrize("codes", [(), ("NO_SUCH",), ("COMMUNITY_SERVICE", "CURFEW")])
def test_a_condition_of_no_code_or_several_is_called_by_the_courts_words(codes):
    assert condition_label(a_condition("Be  kind\nto dogs.", *codes)) == "4. Be kind to dogs."


@given(st.text(st.sampled_from("ab "), max_size=300))
def test_a_long_condition_is_cut_between_words(text):
    label = condition_label(a_condition(text))
    whole = " ".join(text.split())
    shown = label.removeprefix("4. ")

    assert len(shown) <= LONGEST + 1
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))


def test_the_field_offers_a_condition_by_its_id():
    field = ConditionsField(label="Conditions")
    field.offer([a_condition("Be kind to dogs.")])

    assert field.choices == [(str(UUID(int=7)), "4. Be kind to dogs.")]
    assert field.clean([str(UUID(int=7))]) == [UUID(int=7)]
    assert field.clean([]) == []


def kept(**said):
    usual = {"way": "OFFICE", "outcome": "CAME", "how_given": "", "next_on": None, "next_at": None}
    return usual | said


@pytest.mark.parametrize(
    ("said", "appointment"),
    [
        ({"following": "NONE"}, None),
        ({"following": "2026-12-03"}, NextAppointment(date(2026, 12, 3))),
        (
            {"following": "OTHER", "next_on": date(2026, 12, 9), "next_at": time(9)},
            NextAppointment(date(2026, 12, 9), time(9)),
        ),
        (
            {"following": "2026-12-03", "way": "PHONE"},
            NextAppointment(date(2026, 12, 3), None, "PHONE"),
        ),
        (
            {"following": "2026-12-03", "outcome": "DID_NOT_COME"},
            NextAppointment(date(2026, 12, 3), None, "LETTER"),
        ),
        (
            {"following": "2026-12-03", "outcome": "DID_NOT_COME", "how_given": "TEXT"},
            NextAppointment(date(2026, 12, 3), None, "TEXT"),
        ),
    ],
    ids=["none", "proposed", "another_day", "by_phone", "missed", "said_how"],
)
def test_the_next_appointment_is_what_was_chosen(said, appointment):
    assert ContactForm._next(kept(**said)) == appointment


@pytest.mark.parametrize(
    ("due_on", "due_time", "filled"),
    [
        (THURSDAY, time(9, 30, 20), {"on": THURSDAY, "at": time(9, 30)}),
        (THURSDAY, None, {"on": THURSDAY, "at": time(15, 0)}),
        (THURSDAY, time(16), {}),
        (THURSDAY - timedelta(1), time(16), {"on": THURSDAY - timedelta(1), "at": time(16)}),
        (THURSDAY + timedelta(1), None, {}),
    ],
    ids=["earlier_today", "any_time_today", "later_today", "yesterday", "tomorrow"],
)
def test_an_appointment_gives_its_moment_once_that_has_come(due_on, due_time, filled):
    direction = SimpleNamespace(pk=DIRECTION, due_on=due_on, due_time=due_time)

    assert ContactForm._of_appointment(direction, AT) == {"answers": DIRECTION} | filled


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (Contact(way="HOME", happened_at=AT), "HOME 2026-11-26"),
        (Talked(said="UNCLEAR"), "UNCLEAR"),
        (Statement(source="PERSON"), "PERSON"),
    ],
    ids=["contact", "talked", "statement"],
)
def test_a_row_is_named_shortly(row, shown):
    assert str(row) == shown


@pytest.mark.parametrize(
    ("hour", "day"),
    [(4, date(2026, 11, 25)), (5, date(2026, 11, 26)), (23, date(2026, 11, 26))],
)
def test_the_day_of_a_contact_is_the_local_one(hour, day):
    assert Contact(happened_at=datetime(2026, 11, 26, hour, tzinfo=UTC)).day == day


def test_a_contact_of_unsaid_length_lasts_a_minute():
    assert Contact(happened_at=AT).ends_at == AT + timedelta(minutes=1)

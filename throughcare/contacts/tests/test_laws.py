"""Laws of what contacts tell the account, over many made-up contacts. No database is asked."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from throughcare.contacts import account
from throughcare.contacts.models import Contact, Outcome, Purpose, Way
from throughcare.kernel.obligations.words import Strength

moments = st.datetimes(
    datetime(2015, 1, 1),
    datetime(2035, 12, 31),
    timezones=st.just(UTC),
)
contacts = st.builds(
    account.Met,
    id=st.uuids(version=4).map(str),
    case=st.just(str(UUID(int=1))),
    way=st.sampled_from(list(Way)),
    outcome=st.sampled_from([each for each in Outcome if each != Outcome.IN_ERROR]),
    purpose=st.sampled_from(list(Purpose)),
    day=st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    answers=st.none() | st.uuids(version=4).map(str),
    provisional=st.booleans(),
)


@given(contacts)
def test_an_attempt_is_never_evidence_of_having_been_seen(contact):
    kinds = {each.kind for each in account._evidence(contact)}

    if contact.outcome != Outcome.CAME:
        assert kinds <= {"LETTER_SENT"}


@given(contacts)
def test_a_message_or_a_letter_never_counts_as_seen(contact):
    kinds = {each.kind for each in account._evidence(contact)}

    if contact.way in (Way.TEXT, Way.EMAIL, Way.MAIL):
        assert not {kind for kind in kinds if kind.startswith(("SEEN_", "REPORTED"))}


@given(contacts)
def test_a_phone_call_leaves_face_to_face_owed(contact):
    kinds = {each.kind for each in account._evidence(contact)}

    if contact.way in (Way.PHONE, Way.VIDEO):
        assert not {kind for kind in kinds if kind.startswith("SEEN_")}


@given(contacts)
def test_all_evidence_of_a_contact_has_its_name_and_its_day(contact):
    found = account._evidence(contact)

    assert {each.id for each in found} <= {f"contact:{contact.id}"}
    assert {each.on for each in found} <= {contact.day}
    assert len({each.kind for each in found}) == len(found)


@given(contacts)
def test_the_persons_own_word_is_never_stronger_than_that(contact):
    found = account._evidence(contact)

    if contact.way == Way.PHONE:
        assert {each.strength for each in found} <= {Strength.SELF_REPORT}


@given(contacts)
def test_an_event_is_a_report_a_miss_or_the_intake_interview(contact):
    kinds = [each.kind for each in account._events(contact)]

    assert [kind for kind in kinds if kind != "INTAKE_HELD"] in (
        [],
        ["REPORTED"],
        ["REPORT_MISSED"],
    )
    assert ("INTAKE_HELD" in kinds) is (
        contact.outcome == Outcome.CAME
        and contact.purpose == Purpose.INTAKE
        and not contact.provisional
    )
    assert ("REPORT_MISSED" in kinds) is (contact.outcome == Outcome.DID_NOT_COME)


@given(moments, st.integers(1, 1440))
def test_a_contact_ends_after_it_began(moment, minutes):
    contact = Contact(happened_at=moment, minutes=minutes)

    assert contact.ends_at - contact.happened_at == timedelta(minutes=minutes)


@given(moments, st.integers(0, 400))
def test_days_late_are_never_less_than_none(moment, days):
    contact = Contact(happened_at=moment, recorded_at=moment + timedelta(days=days))

    assert contact.days_late in (days - 1, days, days + 1)
    assert contact.days_late >= 0
    assert isinstance(contact.day, date)

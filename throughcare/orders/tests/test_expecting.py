"""Who is expected from court, and papers at the counter."""

from datetime import date

import pytest

from throughcare.cases.handover import NotYet
from throughcare.orders.commands import expecting, papers
from throughcare.orders.models import Paper
from throughcare.orders.tests.factories import an_order
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def expect(office, by, **said):
    usual = {"name": "Odile Brazeau", "sentenced_on": date(2026, 11, 23)}
    return expecting.expect_person(id=new_id(), office=office, by=by, **usual | said)


def a_paper(office, by, **said):
    return papers.keep_paper(id=new_id(), office=office, by=by, **{"words": "Order"} | said)


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"name": " "}, expecting.NobodyNamed, "name"),
        ({"sentenced_on": None}, expecting.NoReasonToExpect, "sentenced_on"),
        ({"sentenced_on": date(2026, 11, 27)}, NotYet, "sentenced_on"),
        ({"sentenced_on": None, "seen_on": date(2026, 11, 27)}, NotYet, "seen_on"),
    ],
)
def test_what_is_not_reason_enough_is_refused(office, clerk, said, refusal, field):
    with pytest.raises(refusal) as refused:
        expect(office, clerk, **said)

    assert refused.value.field == field


def test_someone_sentenced_is_seen_later(office, clerk):
    line = expecting.record_seen(expected=expect(office, clerk), by=clerk)

    assert (line.seen_on, line.ending) == (TODAY, "WAITS")


def test_the_wait_ends_when_paper_and_person_are_here(office, case, clerk):
    line = expecting.record_seen(expected=expect(office, clerk), by=clerk)

    line = expecting.paper_arrived_for(expected=line, order=an_order(case, clerk), by=clerk)

    assert (line.case, line.ending) == (case, "TAKEN_IN")


def test_a_paper_before_the_person_keeps_the_wait(office, case, clerk):
    order = an_order(case, clerk)
    line = expecting.paper_arrived_for(expected=expect(office, clerk), order=order, by=clerk)

    assert (line.paper_on, line.ending) == (order.received_on, "WAITS")


def test_someone_of_another_office_is_taken_off_with_a_reason(office, clerk):
    line = expect(office, clerk)
    expecting.no_longer_expect(expected=line, reason="Lives in Timmins", by=clerk)

    with pytest.raises(expecting.DecidedAlready):
        expecting.record_seen(expected=line, by=clerk)
    with pytest.raises(expecting.WordsMissing):
        expecting.no_longer_expect(expected=line, reason=" ", by=clerk)


def test_the_same_line_sent_twice_is_one(office, clerk):
    said = {"id": new_id(), "office": office, "by": clerk, "seen_on": TODAY}

    first = expecting.expect_person(name="Odile Brazeau", **said)
    assert expecting.expect_person(name="Odile Brazeau", **said) == first
    with pytest.raises(SentBefore):
        expecting.expect_person(name="Noé Gatien", **said)


def test_a_youth_order_is_held_with_whom_to_call(office, clerk):
    paper = a_paper(office, clerk)
    held = papers.hold_paper(
        paper=paper, held_as="YOUTH", whom_to_call="Youth justice office", by=clerk
    )

    assert (held.standing, held.arrived_on) == ("HELD", TODAY)
    with pytest.raises(papers.DecidedAlready):
        papers.set_paper_aside(paper=paper, reason="Twice", by=clerk)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("hold_paper", {"held_as": "YOUTH", "whom_to_call": " "}),
        ("set_paper_aside", {"reason": " "}),
    ],
)
def test_what_becomes_of_a_paper_is_said_in_words(office, clerk, act, said):
    with pytest.raises(papers.WordsMissing):
        getattr(papers, act)(paper=a_paper(office, clerk), by=clerk, **said)

    assert Paper.objects.get().standing == "WAITS"


def test_a_paper_set_aside_stays_on_record(office, clerk):
    papers.set_paper_aside(paper=a_paper(office, clerk), reason="Blank page", by=clerk)

    assert Paper.objects.get().note == "Blank page"


def test_a_paper_becomes_an_order(office, case, clerk):
    order = an_order(case, clerk)
    paper = papers.paper_taken_in(paper=a_paper(office, clerk), order=order, by=clerk)

    assert (paper.standing, paper.order) == ("TAKEN_IN", order)


def test_the_same_paper_sent_twice_is_one(office, clerk):
    said = {"id": new_id(), "office": office, "by": clerk, "words": "Order"}

    assert papers.keep_paper(**said) == papers.keep_paper(**said)

"""A change of conditions: who asks whom, which clocks run from the notice, before and after."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare.orders import changes
from throughcare.orders.commands import varying
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
ASKED = date(2026, 11, 20)


@pytest.fixture
def asked(case, officer):
    """Return a function that asks for a change of an order of an instrument."""

    def asks(instrument="CSO", asked_by="OFFICER", parts=None, **said):
        order = an_order(case, officer, instrument=instrument)
        return varying.ask_variation(
            id=new_id(),
            order=order,
            asked_by=asked_by,
            asked_on=ASKED,
            words="Night shifts",
            parts=parts or [{"before": condition_of(order, 2), "words": "Work 40 hours."}],
            by=officer,
            **said,
        )

    return asks


def days(change):
    return {clock.what: plain(clock.until) for clock in change.clocks}


def test_the_officers_proposal_runs_on_three_clocks_of_the_notice(asked):
    change = changes.change_of(asked(notice_on=ASKED))

    assert days(change) == {
        "Ask for a hearing on a proposed change to a conditional sentence": "by 27 Nov 2026",
        "Hearing on a proposed change to a conditional sentence": "by 21 Dec 2026",
        "A proposed change takes effect when nobody asks for a hearing": "by 4 Dec 2026",
    }
    assert all(clock.source.startswith("Criminal Code") for clock in change.clocks)


def test_without_the_day_of_the_notice_no_day_is_guessed(asked):
    found = set(days(changes.change_of(asked())).values())

    assert found == {"counted from the notice, whose day is not on record"}


@pytest.mark.parametrize(
    ("instrument", "asked_by", "way", "clocks"),
    [
        ("CSO", "PERSON", "Change a conditional sentence, proposed by the person", 1),
        ("CSO", "PROSECUTOR", "Change a conditional sentence, proposed by the person", 1),
        ("PROBATION", "PERSON", "Change or shorten a probation order", 0),
        ("PROBATION", "OFFICER", "Change or shorten a probation order", 0),
        ("PEACE_BOND_810", "PERSON", "Vary a peace bond", 0),
        ("PEACE_BOND_810", "INFORMANT", "Vary a peace bond", 0),
    ],
)
def test_the_way_is_that_of_the_instrument_and_of_who_asks(
    asked, instrument, asked_by, way, clocks
):
    change = changes.change_of(asked(instrument, asked_by))

    assert change.ways[0].name.startswith(way)
    assert len(change.clocks) == clocks
    assert change.doubt == ""


@pytest.mark.parametrize(
    ("instrument", "asked_by"), [("PROBATION", "PROTECTED"), ("PEACE_BOND_810", "PROSECUTOR")]
)
def test_who_has_no_way_by_law_is_told_and_nothing_is_made_up(asked, instrument, asked_by):
    change = changes.change_of(asked(instrument, asked_by))

    assert (change.ways, change.clocks) == ((), ())
    assert "is known here. Ask the Crown." in change.doubt


def test_what_the_court_does_of_its_own_accord_needs_no_way(asked):
    assert changes.change_of(asked(asked_by="COURT")).doubt == ""


def test_before_and_after_stand_side_by_side(case, officer, asked):
    change = changes.change_of(asked(parts=None))

    (part,) = change.parts
    assert (part.number, part.after) == (2, "Work 40 hours.")
    assert part.before == "Complete 60 hours of unpaid work within 9 months."


def test_a_new_condition_has_nothing_before_and_one_taken_away_nothing_after(case, officer):
    order = an_order(case, officer)
    variation = varying.ask_variation(
        id=new_id(),
        order=order,
        asked_by="PERSON",
        asked_on=ASKED,
        words="Shifts",
        parts=[{"words": "Be home by 11."}, {"before": condition_of(order, 1)}],
        by=officer,
    )
    first, second = changes.change_of(variation).parts

    assert (first.number, first.after) == (1, "")
    assert (second.number, second.before, second.after) == (None, "", "Be home by 11.")


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("instrument", ["PROBATION", "CSO", "PAROLE", "PEACE_BOND_81003"])
def test_the_form_says_who_may_ask_and_of_whom(case, officer, tongue, instrument):
    order = an_order(case, officer, instrument=instrument)
    with translation.override(tongue):
        said = changes.who_may_ask(order)

    assert {"en": " ask ", "fr": "s’adresse"}[tongue] in said


def test_the_register_shows_clocks_and_both_texts(client, case, officer, asked):
    asked(notice_on=ASKED)
    signed_in(client, officer)
    text = plain(client.get(reverse("orders:register", args=[case.number])).text)

    assert "by 27 Nov 2026" in text
    assert "Work 40 hours." in text
    assert "Complete 60 hours of unpaid work within 9 months." in text


def test_once_decided_no_clock_is_shown(client, case, officer, asked):
    variation = asked(notice_on=ASKED)
    varying.end_variation(
        variation=variation, outcome="REFUSED", decided_on=date(2026, 11, 26), by=officer
    )
    signed_in(client, officer)

    assert "by 27 Nov 2026" not in client.get(reverse("orders:register", args=[case.number])).text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_colon_in_the_register_is_that_of_the_language(client, case, officer, asked, language):
    asked()
    signed_in(client, officer)
    address = reverse("orders:register", args=[case.number])
    text = client.get(address, headers={"accept-language": language}).text

    assert {"en": "2026: Asked for", "fr": "2026\u00a0: Demandée"}[language] in text

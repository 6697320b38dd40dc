"""The lines of an order's page: names, marks, days, limits and doubts, in both languages."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.commands import asking, confirming, events
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import Query
from throughcare.orders.queries import conditions_of
from throughcare.orders.queries.register import register_of, registered_of
from throughcare.orders.rows import rows_of, span_of_condition, title_of
from throughcare.orders.sheets import facts_of_order, said_day
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import PEACE, SERVICE, an_order, condition_of
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
MUCH = ConditionMade(
    2, "Do 300 hours of community service.", (CodeMade("COMMUNITY_SERVICE", {"hours": 300}),)
)
VAGUE = ConditionMade(
    2,
    "Report.",
    (CodeMade("REPORT_FIRST", {}, {"en": ["No time is given."], "fr": ["Aucun délai."]}, True),),
)
BARE = ConditionMade(2, "Do as the annex says.")
BOTH = ConditionMade(2, "Keep the peace and stay in.", (CodeMade("KPGB"), CodeMade("CURFEW")))
# The condition, its name and its word, before anyone has decided.
NAMED = [
    (PEACE, "Keep the peace and be of good behaviour", "Proposed"),
    (SERVICE, "Community service", "Proposed"),
    (VAGUE, "Report for the first time", "Unsure: to decide"),
    (BARE, "Not read: say what it means", "Proposed"),
    (BOTH, "Keep the peace and be of good behaviour, Curfew", "Proposed"),
]


def rows(case, opened=0):
    """Return the lines of a file's conditions; the one of a number is open."""
    found = conditions_of([case.pk], TODAY)[case.pk]
    chosen = next((each.id for each in found if each.number == opened), None)
    return rows_of(found, list(Query.objects.all()), chosen)


@pytest.mark.parametrize(("made", "title", "word"), NAMED)
def test_a_line_has_a_name_and_a_word(case, officer, made, title, word):
    an_order(case, officer, conditions=(made,))

    (row,) = rows(case)
    assert (row.title, row.word) == (title, word)


def test_a_line_is_named_in_french(case, officer):
    an_order(case, officer, conditions=(SERVICE,))

    with translation.override("fr"):
        (row,) = rows(case)
    assert (row.title, row.word) == ("Service communautaire", "Proposée")


def test_only_the_open_line_has_forms_and_days(case, officer):
    an_order(case, officer)

    first, second = rows(case, opened=2)
    assert (first.meaning, first.dues, first.opened) == (None, (), "")
    assert second.meaning is not None
    assert [due.by.replace("\u00a0", " ") for due in second.dues] == ["7 Jun 2027", "8 Oct 2026"]


def test_what_passes_the_limit_is_said_and_kept(case, officer):
    order = an_order(case, officer, conditions=(MUCH,))

    (row,) = rows(case)
    assert row.limits[0].startswith("Number of hours: over the limit of 240")
    assert condition_of(order, 2).codes.get().parameters == {"hours": 300}


@pytest.mark.parametrize(
    ("language", "doubt"), [("en", "No time is given."), ("fr", "Aucun délai.")]
)
def test_what_the_reader_doubted_is_said(case, officer, language, doubt):
    an_order(case, officer, conditions=(VAGUE,))

    with translation.override(language):
        (row,) = rows(case)
    assert row.doubts[0] == doubt


def test_once_confirmed_the_readers_doubt_is_gone(case, officer):
    order = an_order(case, officer, conditions=(VAGUE,))
    confirming.confirm_condition(condition=condition_of(order, 2), by=officer)

    (row,) = rows(case)
    assert "No time is given." not in row.doubts
    assert row.mark == "verified"


def test_a_query_stands_under_its_condition(case, officer):
    order = an_order(case, officer)
    condition = condition_of(order, 2)
    said = {"order": order, "condition": condition, "to": "CROWN", "by": officer}
    asking.ask_query(id=new_id(), words="Sixty or six?", **said)

    first, second = rows(case, opened=2)
    assert (first.asked, second.asked[0].words) == ((), "Sixty or six?")
    assert (second.opened, second.mark) == ("query", "with-court")


def test_a_question_begins_with_the_courts_words(case, officer):
    an_order(case, officer)

    _first, second = rows(case, opened=2)
    words = second.asking.initial["words"]
    assert words.startswith("Information 26-0417. Condition 2 says: “Complete 60 hours")


def test_a_condition_of_its_whole_order_says_no_days(case, officer):
    an_order(case, officer)

    first, _second = conditions_of([case.pk], TODAY)[case.pk]
    assert span_of_condition(first) == ""
    assert title_of(first) == "Keep the peace and be of good behaviour"


def test_a_version_that_ended_says_its_days(case, officer):
    acting = Acting(case, officer)
    acting.grant_variation()

    ended = [each for each in conditions_of([case.pk], TODAY)[case.pk] if each.number == 1]
    said = span_of_condition(ended[0]).replace("\u00a0", " ")
    assert said == "8 Sep 2026 to 1 Nov 2026"


def test_the_register_has_all_that_belongs_to_an_order(case, officer):
    acting = Acting(case, officer)
    acting.explain_order()

    (found,) = register_of(case, TODAY)
    assert [query.words for query in found.queries] == ["Which shop?"]
    assert [event.kind for event in found.events] == ["VARIED"]
    assert len(found.variations) == len(found.explanations) == 1


def test_a_paper_that_contradicts_is_in_the_register(case, officer):
    an_order(case, officer)
    second = an_order(case, officer, length=Length(months=18))

    assert second.pk in [each.order.pk for each in register_of(case, TODAY)]
    assert registered_of(case, second.pk, TODAY).order == second
    assert registered_of(case, new_id(), TODAY) is None


@pytest.mark.parametrize(
    ("on", "soon"),
    [
        (date(2027, 7, 8), False),
        (date(2027, 7, 9), True),
        (date(2027, 9, 7), True),
        (date(2027, 9, 8), False),
    ],
)
def test_an_order_near_its_end_is_marked(case, officer, on, soon):
    an_order(case, officer)

    (found,) = register_of(case, on)
    assert found.ends_soon(on) is soon


def test_above_the_conditions_stand_the_days_with_their_steps(case, officer):
    order = an_order(case, officer)
    (found,) = register_of(case, TODAY)

    facts = facts_of_order(order, found.each.term)
    assert facts.last.words.replace("\u00a0", " ") == "Tue 7 Sep 2027"
    assert facts.last.steps
    assert "Interpretation Act" in facts.last.source


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"instrument": "DNA_ORDER", "length": None}, "no last day"),
        ({"instrument": "PAROLE", "length": None}, "not known yet"),
    ],
)
def test_what_has_no_last_day_says_so(case, officer, said, words):
    an_order(case, officer, **said)
    (found,) = register_of(case, TODAY)

    assert said_day(found.each.term.last).words == words


def test_a_second_reading_of_a_day_is_shown(case, officer):
    an_order(case, officer, made_on=date(2024, 2, 29), length=Length(years=1))
    (found,) = register_of(case, TODAY)

    assert said_day(found.each.term.last).other.replace("\u00a0", " ") == "Fri 28 Feb 2025"


def test_what_passes_the_limit_of_a_term_is_flagged(case, officer):
    order = an_order(case, officer, length=Length(years=4))
    (found,) = register_of(case, TODAY)

    assert len(facts_of_order(order, found.each.term).flags) == 1


def test_an_event_moves_the_day_that_is_shown(case, officer):
    order = an_order(case, officer)
    said = {"order": order, "kind": "SHORTENED", "on": date(2026, 11, 2), "by": officer}
    events.record_event(id=new_id(), facts={"last_day": "2026-12-31"}, **said)

    (found,) = register_of(case, TODAY)
    shown = facts_of_order(order, found.each.term).last.words.replace("\u00a0", " ")
    assert shown == "Thu 31 Dec 2026"

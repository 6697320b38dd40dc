"""Flags, ceilings and what is implied, for proposals made by hand."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.ceilings import Ceiling, ceiling_flags
from throughcare.kernel.reading.dating import Anchor, Days, From
from throughcare.kernel.reading.flags import (
    Flag,
    contradiction_flags,
    day_flags,
    doubt_flags,
    implied_flags,
    missing_flags,
    turn_flags,
)
from throughcare.kernel.reading.layout import Condition, Layout
from throughcare.kernel.reading.matching import Hit
from throughcare.kernel.reading.proposals import Proposal, with_implied
from throughcare.kernel.reading.said import Said, Setting
from throughcare.kernel.reading.tests.samples import COUNTING, LAW, WORDING, read
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import Unit


def proposal(*codes, text="words", doubts=(), implies=(), **parameters):
    """Return a proposal of some codes."""
    hits = tuple(Hit(code, f"{code} 1", Span(0, 5)) for code in codes)
    return Proposal(Span(0, 5), text, codes, hits, parameters, doubts, implies)


def within(number, unit):
    """Return a proposal to report first within so many units."""
    return proposal("R", report_within={"n": number, "unit": unit, "from": "order"})


@pytest.mark.parametrize(
    ("proposed", "compulsory", "missing"),
    [
        ([], ["A", "B"], ["A", "B"]),
        ([proposal("A")], ["A", "B"], ["B"]),
        ([proposal("A"), proposal("C", "B")], ["A", "B"], None),
        ([proposal("S", implies=("A", "B"))], ["A", "B"], None),
        ([proposal("S", implies=("B",))], ["A", "B"], ["A"]),
        ([], [], None),
    ],
)
def test_compulsory_conditions_that_are_nowhere_are_missing(proposed, compulsory, missing):
    wanted = [Flag("COMPULSORY_MISSING", {"codes": missing})] if missing else []

    assert list(missing_flags(proposed, compulsory)) == wanted


def test_what_several_proposals_imply_is_one_flag():
    proposed = [proposal("S", implies=("A",)), proposal("B"), proposal("T", implies=("C",))]

    assert list(implied_flags(proposed)) == [Flag("COMPULSORY_IMPLIED", {"codes": ["A", "C"]})]


def test_where_nothing_is_implied_nothing_is_flagged():
    assert list(implied_flags([proposal("A")])) == []


def test_every_doubt_is_a_flag_with_the_words():
    found = list(doubt_flags([proposal("A", text="w" * 300, doubts=("X", "Y")), proposal("B")]))

    assert [each.code for each in found] == ["X", "Y"]
    assert {each.facts["words"] for each in found} == {"w" * 120}
    assert {each.span for each in found} == {Span(0, 5)}


@pytest.mark.parametrize(
    ("proposed", "count"),
    [
        ([within(2, "day"), within(2, "day")], 0),
        ([within(2, "day"), within(3, "day")], 1),
        ([within(2, "day"), within(2, "working_day")], 1),
        ([within(2, "day"), proposal("A"), within(3, "day")], 1),
        ([within(1, "day"), within(2, "day"), within(1, "day")], 2),
        ([within(2, "day")], 0),
        ([], 0),
    ],
)
def test_first_reports_are_held_against_each_other(proposed, count):
    codes = [each.code for each in contradiction_flags(proposed)]

    assert codes == ["FIRST_REPORTS_CONTRADICT"] * count


@pytest.mark.parametrize(
    ("anchor", "is_known", "codes"),
    [
        (Anchor(), True, []),
        (Anchor(), False, ["MADE_ON_UNKNOWN"]),
        (Anchor(From.RELEASE), True, ["STARTS_ON_RELEASE"]),
        (Anchor(From.SENTENCE_END), True, ["STARTS_AFTER_SENTENCE"]),
        (Anchor(is_certain=False), True, ["START_UNCERTAIN"]),
        (
            Anchor(From.RELEASE, False),
            False,
            ["MADE_ON_UNKNOWN", "STARTS_ON_RELEASE", "START_UNCERTAIN"],
        ),
    ],
)
def test_what_must_be_known_before_the_days_are(anchor, is_known, codes):
    assert [each.code for each in day_flags(Days(anchor=anchor), is_known)] == codes


def test_a_turn_of_phrase_is_flagged_where_it_stands():
    text = "As set out in Schedule  A to this paper"
    names = {"refers_out": "F", "unheard_of": "G"}
    (found,) = turn_flags(WORDING, text.lower(), text, names)

    assert (found.code, found.facts) == ("F", {"words": "Schedule A"})
    assert found.span.of(text) == "Schedule  A"


CEILING = Ceiling("SERVE", 100, Length(years=1), "Act s.1")


@pytest.mark.parametrize(
    ("values", "is_over"),
    [
        ({"hours": 100}, False),
        ({"hours": 101}, True),
        ({"hours": 99.5}, False),
        ({"by": {"n": 12, "unit": "month"}}, False),
        ({"by": {"n": 13, "unit": "month"}}, True),
        ({"by": {"n": 90, "unit": "week"}}, False),
        ({"hours": 96, "rate": {"min_hours": 8, "per": "month"}}, False),
        ({"hours": 97, "rate": {"min_hours": 8, "per": "month"}}, True),
        ({"hours": 97, "rate": {"min_hours": 1, "per": "week"}}, False),
        ({"hours": 97, "rate": "as directed"}, False),
        ({}, False),
    ],
)
def test_a_value_over_what_the_law_allows(values, is_over):
    found = list(ceiling_flags([proposal("SERVE", **values)], [CEILING]))
    facts = {"hours": 100, "months": 12, "authority": "Act s.1"}

    assert found == ([Flag("OVER_CEILING", facts, Span(0, 5))] if is_over else [])


def test_a_ceiling_is_for_its_own_code_only():
    assert list(ceiling_flags([proposal("OTHER", hours=500)], [CEILING])) == []


@pytest.mark.parametrize(
    ("proposed", "implied"),
    [
        ([proposal("S")], [("A", "B", "C")]),
        ([proposal("S"), proposal("C")], [("A", "B"), ()]),
        ([proposal("S"), proposal("A")], [("B", "C"), ()]),
        ([proposal("D")], [()]),
    ],
)
def test_the_whole_stands_for_what_is_not_printed(proposed, implied):
    found = with_implied(proposed, "S", ("A", "B", "C"))

    assert [each.implies for each in found] == implied


def test_where_the_first_two_are_printed_the_whole_only_announces():
    proposed = [proposal("S"), proposal("S", "D"), proposal("A"), proposal("B")]
    found = with_implied(proposed, "S", ("A", "B", "C"))

    assert [each.codes for each in found] == [("D",), ("A",), ("B",)]
    assert [hit.code for hit in found[0].hits] == ["D"]


def unit(start, end):
    """Return a unit."""
    return Unit(Span(start, end), 1, True, 0)


def test_a_condition_takes_only_codes_it_has_not():
    condition = Condition([unit(0, 4)], [Hit("A", "A 1", Span(0, 1))])
    condition.take(unit(6, 9), [Hit("A", "A 2", Span(6, 7)), Hit("B", "B 1", Span(7, 8))])

    assert [each.pattern for each in condition.hits] == ["A 1", "B 1"]
    assert (condition.codes, condition.span) == (["A", "B"], Span(0, 9))


def test_what_stands_between_two_parts_of_a_list_is_embedded():
    first, between, again = Condition([], []), Condition([], []), Condition([], [], continues=True)
    Layout([first, between, again]).embed_since(first)

    assert [each.is_embedded for each in (first, between, again)] == [False, True, False]


@pytest.mark.parametrize(
    ("conditions", "place"), [([], None), (["one"], "one"), (["one", "two"], "two")]
)
def test_the_last_condition_so_far(conditions, place):
    assert Layout(conditions).last == place


@pytest.mark.parametrize("value", [None, [], ""])
def test_a_value_that_is_none_is_not_kept(value):
    said = Said(WORDING, Setting(COUNTING), [], "", "")
    said.set("name", value)

    assert said.values == {}


@pytest.mark.parametrize("value", [0, False, "x", [0], {}])
def test_any_other_value_is_kept(value):
    said = Said(WORDING, Setting(COUNTING), [], "", "")
    said.set("name", value)

    assert said.values == {"name": value}


def test_a_doubt_is_kept_once():
    said = Said(WORDING, Setting(COUNTING), [], "", "")
    for doubt in ("X", "Y", "X"):
        said.doubt(doubt)

    assert said.doubts == ["X", "Y"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Probation. As in Schedule B, stay well.", "FORMAL_ORDER_NEEDED", "Schedule B"),
        ("Probation. While on bail he sang.", "RECITED_TERMS", "While on bail"),
    ],
)
def test_a_flag_quotes_the_words_it_is_about(text, code, words):
    flag = next(each for each in read(text).flags if each.code == code)

    assert flag.facts == {"words": words}


def test_an_order_that_nobody_knows_is_handled_as_the_law_says():
    assert read("Tea at four.").handling == LAW.otherwise

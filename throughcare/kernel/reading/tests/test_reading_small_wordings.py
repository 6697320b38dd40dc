"""Patterns, asides, clauses and families with a wording of a few invented words."""

import re

import pytest

from throughcare.kernel.reading.clauses import parts_of
from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.matching import (
    Hit,
    blanked,
    hits_in,
    main_part,
    named,
    without_asides,
)
from throughcare.kernel.reading.texts import Span, folded
from throughcare.kernel.reading.units import Unit
from throughcare.kernel.reading.wording import NO_FAMILY, Family, Pattern, Wording


def pattern(code, says, unless="(?!)", **more):
    """Return a pattern of a code."""
    return Pattern(code, f"{code} 1", re.compile(says), re.compile(unless), **more)


TURNS = {
    "aside_begins": r"\bexcept\b",
    "aside_ends": r"[.;]",
    "exception_begins": r"\bexcept\b",
    "clause_begins": r", (and )?",
    "orders": r"\bmust\b",
    "obligation_opens": r"^you\b",
    "invites_list": r":$",
    "exception_opens": r"^for\b",
    "introduces": r"^terms",
}
HOUSE = Family("house", frozenset({"STAY"}), has_exceptions=True)
SPEECH = Family("speech", frozenset({"ADVISE"}), is_alone=True)
PAPERS = Family("papers", frozenset({"SIGN"}), rides=True)
WORDING = Wording(
    conditions=(
        pattern("STAY", r"\bstay\b"),
        pattern("SING", r"\bsing\b", unless=r"\bchoir\b"),
        pattern("SWIM", r"\bswim\b", is_anywhere=True),
        pattern("SIGN", r"\bsign\b"),
        pattern("ADVISE", r"\badvise\b"),
        pattern("SING", r"\bhum\b"),
        pattern("FLEE", r"\bnot\b.*?\bflee\b"),
    ),
    families=(HOUSE, SPEECH, PAPERS),
    turns={name: re.compile(said) for name, said in TURNS.items()},
    asks={"window": frozenset({"STAY"}), "topics": frozenset({"SING", "STAY"})},
)


def codes(words, lead=""):
    """Return the codes of words with where each stands."""
    whole = Span(0, len(words))
    return [(each.code, each.span.of(words)) for each in hits_in(WORDING, words, whole, lead)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("you stay and sing", [("STAY", "stay"), ("SING", "sing")]),
        ("sing, then stay", [("SING", "sing"), ("STAY", "stay")]),
        ("stay, and stay again", [("STAY", "stay")]),
        ("sing in the choir", []),
        ("hum a tune", [("SING", "hum")]),
        ("stay except to sing", [("STAY", "stay")]),
        ("stay except to swim", [("STAY", "stay"), ("SWIM", "swim")]),
        ("stay except at noon; sing", [("STAY", "stay"), ("SING", "sing")]),
        ("not slow, not to flee", [("FLEE", "not to flee")]),
        ("", []),
    ],
)
def test_codes_stand_in_the_order_of_their_words(words, found):
    assert codes(words) == found


def test_what_a_list_began_with_counts_in_its_items_but_is_not_shown():
    assert codes("flee the town", lead="not to ") == [("FLEE", "flee")]


def test_a_piece_is_read_where_it_stands_in_the_text():
    text = "sing. stay. sing."
    found = hits_in(WORDING, text, Span(6, 11))

    assert found == [Hit("STAY", "STAY 1", Span(6, 10))]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("stay except to eat.", "stay              ."),
        ("stay except", "stay       "),
        ("except a; except b; c", "        ;         ; c"),
        ("nothing to leave out", "nothing to leave out"),
    ],
)
def test_asides_are_blank_and_nothing_moves(words, kept):
    assert without_asides(WORDING, words) == kept


def test_a_blank_ends_where_its_ending_begins():
    assert blanked(re.compile("<"), re.compile(">"), "a<b>c<d") == "a  >c  "


@pytest.mark.parametrize(
    ("words", "main"),
    [("stay except to eat", "stay "), ("stay", "stay"), ("except", ""), ("", "")],
)
def test_the_main_part_ends_before_the_first_exception(words, main):
    assert main_part(WORDING, words) == main


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("swim and stay", ["SWIM", "STAY"]),
        ("hum and sing", ["SING"]),
        ("sing in a choir and hum", ["SING"]),
        ("walk", []),
    ],
)
def test_each_word_of_a_list_is_named_once(words, found):
    assert named(WORDING.conditions, words) == found


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (["STAY"], ["window", "topics"]),
        (["SING"], ["topics"]),
        (["SWIM"], []),
        (["SWIM", "STAY"], ["window", "topics"]),
        ([], []),
    ],
)
def test_a_code_is_read_for_what_is_asked_of_it(asked, names):
    assert WORDING.asked_of(asked) == names


@pytest.mark.parametrize(
    ("code", "family"), [("STAY", HOUSE), ("SIGN", PAPERS), ("SING", NO_FAMILY), ("", NO_FAMILY)]
)
def test_a_code_has_a_family_or_none(code, family):
    assert WORDING.family(code) is family


@pytest.mark.parametrize("words", ["", "anything", "except"])
def test_a_turn_of_phrase_that_a_pack_has_not_is_never_said(words):
    assert WORDING.has("unheard_of", words) is False


def clauses(words, is_item=False):
    """Return the pieces of a sentence with their codes."""
    unit = Unit(Span(0, len(words)), 0, is_item, 0)
    hits = hits_in(WORDING, words, unit.span)
    parts = parts_of(WORDING, words, unit, hits)
    return [(each.span.of(words), [hit.code for hit in said]) for each, said in parts]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("stay, sing", [("stay, sing", ["STAY", "SING"])]),
        (
            "stay, sing, and swim",
            [("stay, ", ["STAY"]), ("sing, and ", ["SING"]), ("swim", ["SWIM"])],
        ),
        ("stay, sign, sing", [("stay, sign, sing", ["STAY", "SIGN", "SING"])]),
        (
            "stay, sign, sing, swim",
            [("stay, sign, ", ["STAY", "SIGN"]), ("sing, ", ["SING"]), ("swim", ["SWIM"])],
        ),
        ("stay sing swim", [("stay ", ["STAY"]), ("sing ", ["SING"]), ("swim", ["SWIM"])]),
    ],
)
def test_many_things_in_one_sentence_are_cut_by_clauses(words, found):
    assert clauses(words) == found


def test_an_item_is_never_cut():
    assert len(clauses("stay, sing, and swim", is_item=True)) == 1


def layout(text):
    """Return codes, headings and unplaced words of a text."""
    found = laid_out(WORDING, text, folded(text))
    return (
        [each.codes for each in found.conditions],
        [each.span.of(text) for each in found.headings],
        [each.span.of(text) for each in found.unplaced],
    )


@pytest.mark.parametrize(
    ("text", "conditions", "headings", "unplaced"),
    [
        ("1. Stay.\n2. Sing.", [["STAY"], ["SING"]], [], []),
        ("Terms\n1. Stay.", [["STAY"]], ["Terms"], []),
        ("1. Stay except:\n(a) for air;\n(b) for tea.", [["STAY"]], [], []),
        ("1. Sing:\n(a) for joy.", [["SING"]], [], []),
        ("1. I advise you to sing.", [["ADVISE"]], [], []),
        ("1. Sing, I advise.", [["SING", "ADVISE"]], [], []),
        ("They sing.", [], [], ["They sing."]),
        ("They must sing.", [["SING"]], [], []),
        ("1. Walk.\n2. Run.", [], [], ["Walk.", "Run."]),
        ("", [], [], []),
    ],
)
def test_a_text_becomes_conditions_headings_and_the_rest(text, conditions, headings, unplaced):
    assert layout(text) == (conditions, headings, unplaced)

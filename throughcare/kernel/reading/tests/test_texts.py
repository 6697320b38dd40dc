"""Text is folded in place, and what is no order is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.texts import (
    LONGEST,
    LONGEST_UNIT,
    Span,
    Unfit,
    folded,
    is_readable,
    trimmed,
    turns_direction,
    unfit,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Keep the PEACE", "keep the peace"),
        ("the officer’s “yes”", 'the officer\'s "yes"'),
        ("two – three—four‑five", "two - three-four-five"),
        ("a\u00a0b\tc", "a b c"),
        ("10 p.m. to 6 a.m.", "10 pm   to 6 am  "),
        ("11 P.M", "11 pm "),
        ("Mr. Roy and Ms. Lee", "mr  roy and ms  lee"),
        ("with [Q.R.] only", "with [q r ] only"),
        ("See s. 742.3", "see s  742.3"),
        ("ÉTÉ À MIDI", "été à midi"),
        ("İstanbul", "İstanbul"),
        ("a\u200eb", "a b"),
    ],
)
def test_text_is_folded(text, plain):
    assert folded(text) == plain


@given(st.text(max_size=200))
def test_every_character_keeps_its_place(text):
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Unfit.EMPTY),
        ("x" * (LONGEST + 1), Unfit.TOO_LONG),
        ("Keep\x00the peace", Unfit.NOT_TEXT),
        ("Keep \x1b[31m the peace", Unfit.NOT_TEXT),
        ("Keep \x7f", Unfit.NOT_TEXT),
        ("\ud800", Unfit.NOT_TEXT),
        ("\n" * 500, Unfit.NO_WORDS),
        ("1. 2. 3.", Unfit.NO_WORDS),
        ("— … ?", Unfit.NO_WORDS),
        ("Keep the peace.", None),
        ("Se présenter.\r\n\f", None),
        ("x" * LONGEST, None),
    ],
)
def test_what_is_no_order_says_why(text, why):
    assert unfit(text) == why


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("plain", False),
        ("a\u202eb", True),
        ("a\u200fb", True),
        ("a\u2066b", True),
        ("été", False),
    ],
)
def test_marks_that_turn_the_writing_are_seen(text, turns):
    assert turns_direction(text) is turns


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("  a b  ", Span(2, 5)),
        ("\n\ta\n", Span(2, 3)),
        ("\ufeffa\u200b", Span(1, 2)),
        ("   ", Span(3, 3)),
        ("a", Span(0, 1)),
        ("\u200ea\u200f", Span(1, 2)),
    ],
)
def test_white_space_round_a_piece_is_left_out(text, span):
    assert trimmed(text, 0, len(text)) == span


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        ((0, 3), (2, 4), True),
        ((0, 2), (2, 4), False),
        ((5, 6), (0, 9), True),
        ((5, 6), (6, 9), False),
    ],
)
def test_pieces_that_share_a_character_overlap(one, other, overlaps):
    assert Span(*one).overlaps(Span(*other)) is overlaps


def test_a_piece_gives_its_words():
    assert Span(2, 5).of("keep") == "ep"


@pytest.mark.parametrize(
    ("words", "readable"),
    [
        ("keep the peace", True),
        ("x" * LONGEST_UNIT, True),
        ("x" * (LONGEST_UNIT + 1), False),
        ("a" + ";" * 130, False),
        ("a" + ";" * 100, True),
    ],
)
def test_endless_words_are_no_condition(words, readable):
    assert is_readable(words) is readable

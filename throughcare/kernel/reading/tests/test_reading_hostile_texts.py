"""Texts that were not written to be read: marks that hide, lists without end, signs."""

import pytest

from throughcare.kernel.reading.tests.samples import conditions, flags, read
from throughcare.kernel.reading.texts import (
    LONGEST,
    LONGEST_UNIT,
    Span,
    Unfit,
    folded,
    trimmed,
    unfit,
)

HIDDEN = ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"]


def codes(text):
    """Return every code of a text once, in order."""
    return list(dict.fromkeys(code for found in conditions(text) for code in found))


@pytest.mark.parametrize("mark", HIDDEN, ids=[f"u{ord(each):x}" for each in HIDDEN])
def test_a_mark_that_turns_the_writing_is_flagged_and_hides_no_condition(mark):
    text = f"Probation.\n1. {mark}Keep the peace.{mark}\n2. Abstain from alcohol."

    assert flags(text)[0] == "TEXT_TURNS_DIRECTION"
    assert codes(text) == ["KPGB", "ABSTAIN"]


@pytest.mark.parametrize("mark", HIDDEN, ids=[f"u{ord(each):x}" for each in HIDDEN])
def test_a_mark_that_turns_the_writing_is_kept_in_the_text(mark):
    text = f"1. Keep {mark}the peace."

    assert [each.text for each in read(text).proposed] == [text[3:]]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{ order.secret }} {% load x %}",
        "'; DROP TABLE orders; --",
        "%s %(name)s {0} {name}",
        "../../../paper",
        "\\d+(?P<code>x)* [a-z",
        "=HYPERLINK(1)",
        "(((((((((((((((((((((((((((((((a",
        "🦆 🦆 🦆 quack",
        "Ｋｅｅｐ ｔｈｅ ｐｅａｃｅ",
        "k\u0301e\u0301e\u0301p",
    ],
)
def test_what_is_no_order_proposes_nothing_and_loses_nothing(text):
    found = read(text)
    kept = "".join(each.of(text) for each in (*found.unplaced, *found.headings))

    assert found.proposed == ()
    assert {each for each in text if each.isalpha()} <= set(kept)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Keep the peace.\x00", Unfit.NOT_TEXT),
        ("Keep\x08 the peace.", Unfit.NOT_TEXT),
        ("\x1b]0;title", Unfit.NOT_TEXT),
        ("Keep \udfff", Unfit.NOT_TEXT),
        (" \t\r\n", Unfit.NO_WORDS),
        ("1. (a) • 2)", Unfit.NO_WORDS),
        ("12/12/2026", Unfit.NO_WORDS),
        ("____", Unfit.NO_WORDS),
        ("a b c", Unfit.NO_WORDS),
        ("é à\u200b", Unfit.NO_WORDS),
        ("ok", None),
        ("été", None),
        ("Garder\tla\u00a0paix\u200b", None),
        ("ok" + " " * (LONGEST - 2), None),
        ("ok" + " " * (LONGEST - 1), Unfit.TOO_LONG),
    ],
)
def test_a_text_that_cannot_be_an_order_is_turned_away(text, why):
    assert unfit(text) == why


@pytest.mark.parametrize(
    "filler",
    ["keep the peace " * 400, "." * 9000, "(" * 9000, "1. " * 3000, "except " * 1500],
    ids=["words", "stops", "brackets", "marks", "exceptions"],
)
def test_a_long_run_hides_no_item_beside_it(filler):
    text = f"1. Sign all releases.\n2. {filler}\n3. Abstain from alcohol."

    assert {"SIGN_RELEASES", "ABSTAIN"} <= set(codes(text))


def test_words_past_the_longest_item_are_kept_but_not_read():
    item = "abstain from alcohol " * (LONGEST_UNIT // 20)
    text = f"1. Sign all releases.\n2. {item}"

    assert codes(text) == ["SIGN_RELEASES"]
    assert [each.of(text) for each in read(text).unplaced] == [item.strip()]


@pytest.mark.parametrize("depth", [5, 40, 200])
def test_lists_inside_lists_are_read_to_the_bottom(depth):
    marks = ["(a)", "1.", "•", "(i)", "A."]
    lines = [f"{marks[place % 5]} Sign all releases." for place in range(depth)]
    text = "\n".join([*lines, "- Abstain from alcohol."])

    assert codes(text) == ["SIGN_RELEASES", "ABSTAIN"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Keep\u200bthe", "keep the"),
        ("A\u2028B", "a\u2028b"),
        ("İI", "İi"),
        ("ß SS", "ß ss"),
        ("ǅ", "ǆ"),
        ("‚ok‘", "‚ok'"),
        ("«\u202fnon\u202f»", '" non "'),
        ("7 A. M. or 7 p.M.", "7 am    or 7 pm  "),
        ("MME. Wren, ST. Ives", "mme  wren, st  ives"),
        ("[a.b.]", "[a b ]"),
        ("wait…", "wait."),
        ("\ud800", "\ud800"),
    ],
)
def test_folding_keeps_every_place(text, plain):
    assert folded(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [
        ("  ab  cd  ", 0, 10, Span(2, 8)),
        ("  ab  cd  ", 4, 10, Span(6, 8)),
        ("  ab  cd  ", 4, 6, Span(6, 6)),
        ("\u202e ab \u202c", 0, 6, Span(2, 4)),
        ("ab", 1, 1, Span(1, 1)),
    ],
)
def test_a_piece_is_trimmed_inside_its_bounds(text, start, end, span):
    assert trimmed(text, start, end) == span

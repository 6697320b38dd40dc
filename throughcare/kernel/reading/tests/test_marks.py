"""Marks of lists: which there are, what they number, and which is the next of which."""

import pytest

from throughcare.kernel.reading.marks import Style, follows, inner_marks, mark_at


def mark(text):
    """Return the mark that a line begins with."""
    return mark_at(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "style", "place"),
    [
        ("[ 54 ] The terms", Style.PARAGRAPH, 54),
        ("[7] The terms", Style.PARAGRAPH, 7),
        ("1. Keep", Style.NUMBER, 1),
        ("12) Keep", Style.NUMBER, 12),
        ("(3) Keep", Style.NUMBER, 3),
        ("2.1. Keep", Style.NUMBER, 1),
        ("(a) keep", Style.LETTER, 1),
        ("b) keep", Style.LETTER, 2),
        ("B. Keep", Style.CAPITAL, 2),
        ("(a.1) keep", Style.LETTER, 1),
        ("ii. keep", Style.ROMAN, 2),
        ("(iv) keep", Style.ROMAN, 4),
        ("XII) keep", Style.ROMAN, 12),
        ("B10 Keep", Style.NUMBER, 10),
        ("C-3 Keep", Style.NUMBER, 3),
        ("7/ Keep", Style.NUMBER, 7),
        ("1.4 Keep", Style.NUMBER, 4),
        ("4 - Keep", Style.NUMBER, 4),
        ("12: Keep", Style.NUMBER, 12),
        ("[X] 2. Keep", Style.NUMBER, 2),
        ("☐ Keep", Style.BULLET, 0),
        ("• Keep", Style.BULLET, 0),
        ("- keep", Style.BULLET, 0),
        ("– keep", Style.BULLET, 0),
        ("o Keep", Style.BULLET, 0),
        ("▪ keep", Style.BULLET, 0),
    ],
)
def test_a_line_begins_with_a_mark(text, style, place):
    first = mark(text).readings[0]

    assert (first.style, first.place) == (style, place)


@pytest.mark.parametrize(
    "text",
    [
        "Keep the peace",
        "(child) with",
        "[Q.R.] is",
        "100 metres",
        "of the order",
        "",
        "49.75 hours",
        "(spouse, child)",
        "2026-03-02",
    ],
)
def test_a_line_without_a_mark(text):
    assert mark(text) is None


def test_one_letter_may_be_a_letter_or_a_roman_number():
    assert [(each.style, each.place) for each in mark("(i) keep").readings] == [
        (Style.ROMAN, 1),
        (Style.LETTER, 9),
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_next"),
    [
        ("1. x", "2. x", True),
        ("1. x", "3. x", True),
        ("1. x", "4. x", True),
        ("1. x", "5. x", False),
        ("2. x", "1. x", False),
        ("1. x", "(2) x", False),
        ("(a) x", "(b) x", True),
        ("(a) x", "(a.1) x", True),
        ("(h) x", "(i) x", True),
        ("(g) x", "(i) x", False),
        ("(c) x", "(i) x", False),
        ("(i) x", "(ii) x", True),
        ("ii. x", "iv. x", True),
        ("• x", "• x", False),
    ],
)
def test_the_next_of_a_list(before, after, is_next):
    assert follows(mark(before), mark(after)) is is_next


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("issues, for: o anger; o stress; o grief.", 3),
        ("(a) keep; (b) report; (c) sign", 2),
        ("1. Keep the peace. 2. Report. 3. Sign.", 2),
        ("You will: (a) keep the peace; (b) report", 2),
        ("the order; (a.1) abstain", 0),
        ("(a) keep; (a.1) abstain", 1),
        ("les suivantes :a) il doit rester;b) il doit;c) il doit", 3),
        ("see (b) of the Code, and (d) too", 0),
        ("keep the peace, report", 0),
        ("any of these, (a) one", 0),
        ("a) this; and b) that", 1),
    ],
)
def test_marks_inside_a_line(line, count):
    assert len(inner_marks(line, 0, len(line), mark(line))) == count


@pytest.mark.parametrize(
    ("text", "tick"),
    [
        ("[x] 2. Keep", True),
        ("[ X ] Keep", True),
        ("☒ Keep", True),
        ("[ ] 2. Keep", False),
        ("[__] Keep", False),
        ("☐ (a) keep", False),
        ("2. Keep", None),
    ],
)
def test_a_box_before_an_item_is_ticked_or_empty(text, tick):
    assert mark(text).tick is tick


@pytest.mark.parametrize(
    "text", ["[X] must keep the peace", "A1 keep", "12: 30", "5 days to report"]
)
def test_what_looks_like_a_box_or_a_number_but_is_none(text):
    assert mark(text) is None

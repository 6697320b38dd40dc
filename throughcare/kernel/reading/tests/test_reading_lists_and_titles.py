"""Items, sentences, titles and depths of lists, for texts laid out in many ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.marks import ROMAN, Style, follows, inner_marks, mark_at
from throughcare.kernel.reading.pieces import pieces_of
from throughcare.kernel.reading.tests.samples import conditions, read
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import sentences, units


def mark(text):
    """Return the mark that a line begins with."""
    return mark_at(text, 0, len(text))


def cut(text):
    """Return the depth and the words of each unit."""
    return [(each.level, " ".join(each.span.of(text).split())) for each in units(text)]


@given(st.integers(1, 998))
def test_a_number_is_followed_by_the_next(number):
    assert follows(mark(f"{number}. x"), mark(f"{number + 1}. y"))


@given(st.integers(1, 999))
def test_no_number_but_the_first_follows_a_greater_one(number):
    assert not follows(mark(f"{number}. x"), mark(f"{number - 1}. y"))


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxy")
def test_a_letter_is_followed_by_the_next(letter):
    assert follows(mark(f"({letter}) x"), mark(f"({chr(ord(letter) + 1)}) y"))


@pytest.mark.parametrize(("word", "place"), sorted(ROMAN.items(), key=lambda each: each[1]))
def test_roman_numbers_count_from_one(word, place):
    readings = mark(f"({word}) x").readings

    assert (readings[0].style, readings[0].place) == (Style.ROMAN, place)


def test_roman_numbers_have_no_gap():
    assert sorted(ROMAN.values()) == list(range(1, 20))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1. Sing", "Sing"),
        ("  (b)  Sing", "Sing"),
        ("•Sing", "Sing"),
        ("[ 12 ] Sing", "Sing"),
        ("– chanter", "chanter"),
        ("o Sing", "Sing"),
        ("(2)Sing", "Sing"),
        ("3.1. Sing", "Sing"),
    ],
)
def test_a_mark_ends_where_the_words_begin(line, words):
    assert line[mark(line).end :] == words


@pytest.mark.parametrize(
    ("line", "is_bullet", "is_paragraph", "may_begin"),
    [
        ("• Sing", True, False, True),
        ("[ 9 ] Sing", False, True, False),
        ("[ 1 ] Sing", False, True, True),
        ("1. Sing", False, False, True),
        ("2. Sing", False, False, False),
        ("(a) Sing", False, False, True),
        ("(i) Sing", False, False, True),
        ("(h) Sing", False, False, False),
    ],
)
def test_what_a_mark_is(line, is_bullet, is_paragraph, may_begin):
    found = mark(line)

    assert (found.is_bullet, found.is_paragraph, found.may_begin) == (
        is_bullet,
        is_paragraph,
        may_begin,
    )


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("1. Sing. 2. Swim.", ["2. Swim."]),
        ("Sing: a) low; b) high", ["a) low; b) high", "b) high"]),
        ("Sing, and swim", []),
        ("Sing in 2. Then go.", []),
        ("Chanter; • nager; • lire", ["• nager; • lire", "• lire"]),
    ],
)
def test_items_inside_a_line_begin_at_their_marks(line, rest):
    assert [line[place:] for place in inner_marks(line, 0, len(line), mark(line))] == rest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Terms\n1. Sing.\n(a) low\n(b) high\n2. Swim.",
            [(0, "Terms"), (1, "Sing."), (2, "low"), (2, "high"), (1, "Swim.")],
        ),
        ("A. Sing.\n1. Low.\nB. Swim.", [(1, "Sing."), (2, "Low."), (1, "Swim.")]),
        ("- sing\n\n- swim", [(1, "sing"), (1, "swim")]),
        ("1. Sing\nlow and high.", [(1, "Sing low and high.")]),
        ("1. Sing\n\nLow.", [(1, "Sing"), (0, "Low.")]),
        ("1. Chanter et\nNager.", [(1, "Chanter et Nager.")]),
        ("(g) sing\n(h) swim\n(i) read", [(1, "sing"), (1, "swim"), (1, "read")]),
        (
            "1. Sing.\n• low\n• high\n2. Swim.",
            [(1, "Sing."), (2, "low"), (2, "high"), (1, "Swim.")],
        ),
        ("   \n\t\n", []),
    ],
)
def test_a_text_is_cut_into_units_with_depths(text, found):
    assert cut(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sing low. Swim far! Why? Go.", ["Sing low.", "Swim far!", "Why?", "Go."]),
        ("See Dr. Wren at St. Ives.", ["See Dr. Wren at St. Ives."]),
        ("Go at 9 a.m. on foot.", ["Go at 9 a.m. on foot."]),
        ("Go at 9 a.m. They wait.", ["Go at 9 a.m.", "They wait."]),
        ("Chanter; nager.", ["Chanter;", "nager."]),
        ("Écouter. Être là.", ["Écouter.", "Être là."]),
        ("Note: You sing.", ["Note:", "You sing."]),
        ("Note: you sing.", ["Note: you sing."]),
        ("Pay 3.50 now.", ["Pay 3.50 now."]),
        ("Use i.e. this, e.g. that, etc. and so on.", None),
    ],
)
def test_a_paragraph_is_cut_into_sentences(text, found):
    spans = sentences(text, Span(0, len(text)))

    assert [each.of(text) for each in spans] == (found or [text])


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1. Sing low. Swimming:\n2. Swim.", ["Swimming:"]),
        ("1. Sing low. Rules of the Pool\n2. Swim.", ["Rules of the Pool"]),
        ("1. SING LOW. SWIM FAR.", []),
        ("1. Sing low. You must:\n(a) Swim.", []),
        (
            "SWIM LESSONS You must swim. CHOIR SINGING You must sing.",
            ["SWIM LESSONS", "CHOIR SINGING"],
        ),
        ("", []),
    ],
)
def test_titles_are_told_from_what_they_stand_by(text, titles):
    assert [each.span.of(text) for each in units(text) if each.is_title] == titles


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. Sing\n2. Swim", [True, True]),
        ("[ 1 ] Sing.\n[ 2 ] Swim.", [False, False]),
        ("Sing.\n• Swim.", [False, True]),
    ],
)
def test_a_numbered_paragraph_is_no_item(text, items):
    assert [each.is_item for each in pieces_of(text)] == items


@given(st.lists(st.sampled_from(["Sing.", "Swim far.", "Lire."]), min_size=1, max_size=30))
def test_a_list_has_as_many_units_as_items(items):
    text = "\n".join(f"{place}. {each}" for place, each in enumerate(items, 1))

    assert cut(text) == [(1, each) for each in items]


@given(st.text(max_size=200))
def test_no_unit_begins_or_ends_with_white_space(text):
    assert all(each.span.of(text) == each.span.of(text).strip() != "" for each in units(text))


@pytest.mark.parametrize(("ticked", "empty"), [("[X]", "[ ]"), ("☒", "☐"), ("☑", "□")])
def test_only_what_is_ticked_on_a_form_is_ordered(ticked, empty):
    text = f"{ticked} 1. Keep the peace.\n{empty} 2. Abstain from alcohol.\n{ticked} 3. No weapons."

    assert conditions(text) == [("KPGB",), ("NO_WEAPON",)]


def test_an_empty_box_stays_visible_among_what_is_unplaced():
    text = "[X] 1. Keep the peace.\n[ ] 2. Abstain from alcohol."

    assert [each.of(text) for each in read(text).unplaced] == ["Abstain from alcohol."]


def test_boxes_of_which_none_is_ticked_only_mark_a_list():
    assert conditions("☐ Keep the peace.\n☐ No weapons.") == [("KPGB",), ("NO_WEAPON",)]


@pytest.mark.parametrize("title", ["STANDARD", "HOME AND WORK", "DOGS:"])
def test_a_title_in_capitals_inside_a_line_belongs_to_no_condition(title):
    text = f"You must keep the peace. {title} Do not possess weapons."

    assert conditions(text) == [("KPGB",), ("NO_WEAPON",)]
    assert [each.of(text) for each in read(text).headings] == [title]


def test_a_line_in_capitals_above_a_list_is_its_title_whatever_it_says():
    found = read("TERMS\n1. Keep the peace.\nNO CONTACT\n2. Have no contact with Ann Roy.")

    assert [each.codes for each in found.proposed] == [("KPGB",), ("NO_CONTACT",)]
    assert found.unplaced == ()


def test_a_line_in_capitals_that_nothing_stands_under_is_an_order():
    assert [each.codes for each in read("NO CONTACT WITH ANN ROY").proposed] == [("NO_CONTACT",)]


def test_what_was_asked_and_refused_in_one_sentence_is_not_imposed():
    words = "[5] I was asked to impose a curfew but I do not think it is necessary."

    assert [each.codes for each in read(words).proposed] == [("NOT_IMPOSED",)]

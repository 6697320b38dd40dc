"""An order is cut into items, sentences and titles, and no word is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.units import sentences, units


def cut(text):
    """Return the words of each unit."""
    return [" ".join(each.span.of(text).split()) for each in units(text)]


def depths(text):
    """Return the depth of each unit."""
    return [each.level for each in units(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Keep the peace.\n2. Report.", ["Keep the peace.", "Report."]),
        ("• Keep the peace\n• Report", ["Keep the peace", "Report"]),
        ("a) Keep the peace; b) Report.", ["Keep the peace;", "Report."]),
        ("Keep the peace\nReport as required", ["Keep the peace", "Report as required"]),
        ("Keep the peace. Report.", ["Keep the peace.", "Report."]),
        ("Keep the peace; report.", ["Keep the peace;", "report."]),
        ("1. Keep the peace. Be good.", ["Keep the peace. Be good."]),
        ("[ 12 ] You will report. You will sign.", ["You will report.", "You will sign."]),
        ("1. Report within\nthree days", ["Report within three days"]),
        ("1. Report within three\n(3) days", ["Report within three (3) days"]),
        ("as section 742.3(a) through\n(e) says", ["as section 742.3(a) through (e) says"]),
        ("No one under\n16. Be good.", ["No one under 16.", "Be good."]),
        ("Report to Mr. Roy today.", ["Report to Mr. Roy today."]),
        ("Be home by 10 p.m. on weekdays.", ["Be home by 10 p.m. on weekdays."]),
        ("Be home by 10 p.m. Saturdays too.", ["Be home by 10 p.m. Saturdays too."]),
        ("Be home by 10 p.m. You may go.", ["Be home by 10 p.m.", "You may go."]),
        ("She must (a) report; (b) sign.", ["She must", "report;", "sign."]),
        (
            "It is so: -[Q.R.] must go; -he must stay",
            ["It is so:", "[Q.R.] must go;", "he must stay"],
        ),
        ("1. Keep the peace,\nand be good", ["Keep the peace, and be good"]),
        ("1. Sign what\n\n2. Report", ["Sign what", "Report"]),
        ("", []),
        ("\n\n", []),
        ("1.\n2. Report", ["Report"]),
    ],
)
def test_units_of_a_text(text, found):
    assert cut(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Keep the peace. Reporting:\n2. Report", ["Keep the peace.", "Reporting:", "Report"]),
        ("• Sign it. House arrest:\n• Stay", ["Sign it.", "House arrest:", "Stay"]),
        ("• Sign it NO CONTACT TERMS:\n• x", ["Sign it", "NO CONTACT TERMS:", "x"]),
        ("1. Change it. Additional Terms\n2. x", ["Change it.", "Additional Terms", "x"]),
        ("1. Work. You must:\n(a) x", ["Work. You must:", "x"]),
        ("Terms of Probation", ["Terms of Probation"]),
    ],
)
def test_a_title_at_the_end_of_an_item_stands_apart(text, found):
    assert cut(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. a\n(a) b\n(b) c\n2. d", [1, 2, 2, 1]),
        ("• a\no b\n▪ c\no d\n• e", [1, 2, 3, 2, 1]),
        ("(c) a\n(i) b\n(ii) c\n(d) d", [1, 2, 2, 1]),
        ("[ 3 ] a\n1. b\n[ 4 ] c", [0, 1, 0]),
        ("1. a\n1. b", [1, 1]),
        ("1. a.\n7. b", [1, 1]),
        ("words\n1. a\nWords again", [0, 1, 0]),
        ("(a) a\n(b) b\n• c\n(c) d", [1, 1, 2, 1]),
    ],
)
def test_lists_have_depths(text, found):
    assert depths(text) == found


LONG = "You must report to your probation officer at the place and the time that the"


def test_a_long_line_without_a_stop_goes_on():
    assert cut(f"{LONG}\nProbation officer says") == [f"{LONG} Probation officer says"]


def test_a_short_line_without_a_stop_is_a_line_of_its_own():
    assert cut("Report as required\nNo weapons") == ["Report as required", "No weapons"]


def test_sentences_of_a_paragraph_share_a_block():
    assert [each.block for each in units("One thing. Two things.\nThree things.")] == [0, 0, 1]


def test_titles_are_known_as_such():
    assert [each.is_title for each in units("1. Sign it. Weapons:\n2. x y")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("See s. 109 of the Code.", 1),
        ("By J. Doe. Then go.", 2),
        ("Is it so? Yes.", 2),
        ("No stop at all", 1),
        ('He said "yes." Then left.', 2),
    ],
)
def test_sentences_end_at_stops(text, count):
    assert len(sentences(text, Span(0, len(text)))) == count


ALPHABET = "abC. ;:\n()1io•-[]"


@given(st.text(alphabet="éà. ;:\n", max_size=120))
def test_no_letter_is_lost(text):
    """Letters that cannot be marks all stand in a unit."""
    whole = "".join(each.span.of(text) for each in units(text))

    assert re.sub(r"[^éà]", "", whole) == re.sub(r"[^éà]", "", text)


@given(st.text(alphabet=ALPHABET, max_size=120))
def test_units_stand_in_order_and_never_overlap(text):
    spans = [each.span for each in units(text)]

    assert all(one.end <= other.start for one, other in pairwise(spans))

"""Texts as scanners, mail and handwriting leave them: read whole, shown as they arrived."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.mending import mended
from throughcare.kernel.reading.tests.samples import WORDING, read
from throughcare.kernel.reading.texts import Span
from throughcare.packs.order_words import unplaced_as_values

LINES = (
    "1. Keep the peace and be of good behaviour.",
    "2. Se présenter à l'agent de probation dans les trois jours ouvrables;",
    "3. Not be within fifty (50) metres of 12 Mill Street.",
    "(a) for medical emergencies; and",
    "• Ne pas communiquer avec Zoé Lefèvre.",
    "“No weapons”, said the judge — and no knives.",
    "Page 2 of 7",
    "PROBATION ORDER",
    "Thank you, Mr. Crane.",
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028", " \t\n", "\u00a0\n"])
TEXTS = st.lists(st.tuples(st.sampled_from(LINES), ENDS), min_size=1, max_size=8).map(
    lambda parts: "".join(line + end for line, end in parts)
)
FORMS = st.sampled_from(["NFC", "NFD"])


def whole(text):
    """Return a text as it is read."""
    return mended(text, WORDING.turn("kept_hyphens"), WORDING.shorthand)


def codes(text):
    """Return the codes of each proposal."""
    return [each.codes for each in read(text).proposed]


@pytest.mark.parametrize(
    ("text", "as_read"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("proba-\ntion", "probation"),
        ("proba-  \r\n  tion", "probation"),
        ("twenty-\nfour", "twenty-four"),
        ("non-\nprescribed", "non-prescribed"),
        ("couvre-\nfeu", "couvre-feu"),
        ("A-\nB", "A-\nB"),
        ("e\u0301tat", "état"),
        ("per\u00admission\u200b", "permission"),
        ("rept w/in 2 days", "report within 2 days"),
        ("n/c w/ Ann Roy", "no contact with Ann Roy"),
        ("stat terms", "statutory terms"),
        ("one\fanother", "one\n\nanother"),
    ],
)
def test_a_text_is_read_as_it_was_meant(text, as_read):
    assert whole(text).text == as_read


@pytest.mark.parametrize(
    ("text", "as_read", "dropped"),
    [
        ("be at home\n\nPage 2 of 3\n\nby 9 p.m.", "be at home\nby 9 p.m.", ["Page 2 of 3"]),
        ("The end.\n- 4 -\nNew.", "The end.\n\nNew.", ["- 4 -"]),
        ("One.\n2/9\nTwo.", "One.\n\nTwo.", ["2/9"]),
        (
            "One.\nR. v. Poe 1\nPage 1\nTwo.\nR. v. Poe 2\nPage 2\nEnd.",
            "One.\n\nTwo.\n\nEnd.",
            ["R. v. Poe 1\nPage 1", "R. v. Poe 2\nPage 2"],
        ),
        ("Go to page 2 of it.", "Go to page 2 of it.", []),
    ],
)
def test_numbers_and_heads_of_pages_do_not_cut_a_sentence(text, as_read, dropped):
    found = whole(text)

    assert (found.text, [each.of(text).strip() for each in found.dropped]) == (as_read, dropped)


@given(TEXTS, FORMS)
def test_each_character_of_the_mended_text_has_its_place(text, form):
    text = unicodedata.normalize(form, text)
    found = whole(text)
    places = [found.back(Span(at, at + 1)) for at in range(len(found.text))]

    assert all(0 <= each.start < each.end <= len(text) for each in places)
    assert [each.start for each in places] == sorted(each.start for each in places)


@given(TEXTS, FORMS)
def test_words_and_their_places_are_those_that_arrived(text, form):
    text = unicodedata.normalize(form, text)

    assert all(each.span.of(text) == each.text for each in read(text).proposed)


@given(TEXTS, FORMS)
def test_nothing_that_is_not_blank_is_lost(text, form):
    text = unicodedata.normalize(form, text)
    order = read(text)
    kept = [(each["start"], each["end"]) for each in unplaced_as_values(order, text)]
    kept += [(each.span.start, each.span.end) for each in order.proposed]
    covered = {at for start, end in kept for at in range(start, end)}

    assert {at for at, sign in enumerate(text) if sign.strip(" \u200b\ufeff")} - covered <= {
        at for at, sign in enumerate(text) if sign.isspace()
    }


@given(st.text(max_size=300))
def test_nothing_of_any_text_is_lost(text):
    order = read(text)
    kept = [(each["start"], each["end"]) for each in unplaced_as_values(order, text)]
    kept += [(each.span.start, each.span.end) for each in order.proposed]
    covered = {at for start, end in kept for at in range(start, end)}

    assert [at for at, sign in enumerate(text) if sign.isalnum() and at not in covered] == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028"])
def test_line_ends_and_accents_change_no_code(form, end):
    text = end.join(LINES[:3])

    assert codes(unicodedata.normalize(form, text)) == [("KPGB",), ("REPORT_FIRST",), ("NO_GO",)]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\t", "\u2009", "  "])
def test_every_kind_of_space_is_one(space):
    text = "1. Have no contact with Ann Roy within 2 days."

    assert codes(text.replace(" ", space)) == codes(text)


NOTES = "prob 12 mos - stat terms plus:\nrept w/in 48 hrs\nn/c w/ Ann Roy\n40 hrs CS w/in 6 mos"


def test_notes_without_marks_are_read_line_by_line():
    assert codes(NOTES)[1:] == [("REPORT_FIRST",), ("NO_CONTACT",), ("COMMUNITY_SERVICE",)]


@pytest.mark.parametrize(
    "text",
    [
        "Counselling has helped her.",
        "Curfew",
        "Weapons and knives",
        "The Crown: no weapons in the home",
        "Restitution was paid in full",
    ],
)
def test_a_line_that_tells_or_only_names_orders_nothing(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Restitution of $350 to the corner store", ("RESTITUTION",)),
        ("40 hours of community service within 6 months", ("COMMUNITY_SERVICE",)),
        ("Curfew 10 p.m. to 6 a.m.", ("CURFEW",)),
    ],
)
def test_a_line_without_a_verb_may_order(text, expected):
    assert codes(text) == [expected]


LONG = "Interdiction de communiquer de quelque façon que ce soit avec Mireille Gagné"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nInterdiction de posséder une arme", [("NO_CONTACT",), ("NO_WEAPON",)]),
        (
            "You must not go within one hundred metres of the home or the workplace of\n"
            "Mireille Gagne at any time",
            [("NO_GO",)],
        ),
    ],
)
def test_a_line_that_opens_a_sentence_goes_on_with_none(text, expected):
    assert codes(text) == expected

"""A paper read: what is proposed of each condition, and that no word of it is lost."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.keying import flags_for, rows_for
from throughcare.orders.making import ConditionMade
from throughcare.orders.models import Condition
from throughcare.orders.reading import read, shared_out
from throughcare.orders.sheets import passages_of
from throughcare.orders.tests.factories import an_order
from throughcare.orders.tests.papers import PROBATION

DAY = date(2026, 9, 8)
HEAD = "PROBATION ORDER\n\nMade on September 8, 2026, for 12 months:\n\n"
# Words, code, and what is stated of it.
SAID = [
    ("Keep the peace and be of good behaviour.", "KPGB", {}),
    ("Appear before the court when required to do so by the court.", "APPEAR", {}),
    ("Perform 60 hours of community service.", "COMMUNITY_SERVICE", {"hours": 60}),
    (
        "Perform 60 hours of community service within 9 months.",
        "COMMUNITY_SERVICE",
        {"hours": 60, "by": {"n": 9, "unit": "month"}},
    ),
    (
        "Not be within 100 metres of 5 Birch Street.",
        "NO_GO",
        {"distance_m": 100},
    ),
    ("Not possess any weapon as defined in the Criminal Code.", "NO_WEAPON", {}),
    ("Abstain from the consumption of alcohol.", "ABSTAIN", {}),
    (
        "Report to a probation officer within 2 working days.",
        "REPORT_FIRST",
        {"report_within": {"n": 2, "unit": "working_day"}},
    ),
    (
        "Remain in your residence between 10:00 p.m. and 6:00 a.m. daily.",
        "CURFEW",
        {"window": {"start": "22:00", "end": "06:00"}},
    ),
]


def one(words):
    """Return the conditions read out of a paper with one condition."""
    return read(f"{HEAD}1. {words}\n").conditions


@pytest.mark.parametrize(("words", "code", "stated"), SAID)
def test_a_condition_is_proposed_with_what_it_states(words, code, stated):
    (condition,) = one(words)

    (found,) = [each for each in condition.codes if each.code == code]
    for name, value in stated.items():
        if isinstance(value, dict):
            assert value.items() <= found.parameters[name].items()
        else:
            assert found.parameters[name] == value


@pytest.mark.parametrize(("words", "code", "stated"), SAID)
def test_each_proposal_says_from_which_words(words, code, stated):
    (condition,) = one(words)

    (found,) = [each for each in condition.codes if each.code == code]
    assert all(each["words"] in words for each in found.why["because"])


def test_the_order_itself_is_read():
    found = read(PROBATION)

    assert (found.instrument, found.made_on, found.length) == (
        "PROBATION",
        DAY,
        Length(months=12),
    )
    assert (found.language, found.is_ours) == ("en", True)
    assert [each.number for each in found.conditions] == [1, 2, 3, 4]


def test_offsets_lead_back_to_the_words():
    for each in read(PROBATION).conditions:
        assert PROBATION[each.found_from : each.found_to] == each.words


def test_a_day_that_the_clerk_gives_goes_first():
    assert read(PROBATION, date(2026, 9, 7)).made_on == date(2026, 9, 7)


@pytest.mark.parametrize("words", ["", "   ", "\x00\x01", "12345"])
def test_what_is_no_text_has_no_conditions(words):
    assert read(words).conditions == ()


def test_reading_is_the_same_each_time():
    assert read(PROBATION) == read(PROBATION)


def test_a_youth_sentence_is_not_ours():
    found = read("YOUTH PROBATION ORDER under the Youth Criminal Justice Act, s. 42.\n1. Be good.")

    assert not found.is_ours


SHARES = [
    ({}, ["KPGB"], {"KPGB": {}}),
    ({"hours": 60}, ["COMMUNITY_SERVICE"], {"COMMUNITY_SERVICE": {"hours": 60}}),
    (
        {"hours": 60},
        ["KPGB", "COMMUNITY_SERVICE"],
        {"KPGB": {}, "COMMUNITY_SERVICE": {"hours": 60}},
    ),
    ({"odd": 1}, ["KPGB", "APPEAR"], {"KPGB": {"odd": 1}, "APPEAR": {}}),
    ({"odd": 1}, [], {}),
]


@pytest.mark.parametrize(("stated", "codes", "shares"), SHARES)
def test_what_is_stated_goes_to_the_code_that_knows_it(stated, codes, shares):
    assert shared_out(stated, codes, DAY) == shares


def words_of(pieces):
    return "".join("".join(each.words for each in pieces).split())


@given(
    st.lists(
        st.sampled_from([words for words, _code, _stated in SAID] + ["Something else entirely."]),
        max_size=6,
    )
)
@settings(max_examples=25)
def test_no_word_of_a_paper_is_lost_on_its_page(conditions):
    text = HEAD + "\n".join(f"{n}. {words}" for n, words in enumerate(conditions, start=1))

    shown = passages_of(text, read(text))
    kept = "".join(f"{each.number or ''}{each.words}" for each in shown)
    marks = {f"{n}." for n in range(1, len(conditions) + 1)}  # drawn by the page itself
    lost = [word for word in text.split() if word.rstrip(".") not in kept and word not in marks]
    assert lost == []


class Sent:
    """A form as far as a page of a paper asks it: what was read, and its fields."""

    is_bound = False

    def __init__(self, words):
        self.read = read(words)

    @property
    def rows(self):
        return [type("Row", (), {"made": made, "mark": 1, "doubt": 2}) for made in self.conditions]

    @property
    def conditions(self):
        return self.read.conditions


def test_a_line_says_what_a_condition_means_in_plain_words():
    row = rows_for(Sent(PROBATION))[2]

    assert (row.title, row.kind, row.word) == ("Community service", "to-confirm", "To confirm")
    assert "60 hours" in row.plain


def test_a_line_is_said_in_french():
    with translation.override("fr"):
        row = rows_for(Sent(PROBATION))[2]

    assert row.title == "Service communautaire"
    assert "60 heures" in row.plain.replace("\u00a0", " ")


def test_what_is_in_doubt_says_so():
    sent = Sent(PROBATION)
    unclear = ConditionMade(1, "Be near by.", doubt="Near what?")
    sent.read = type("Read", (), {"conditions": (unclear,), "made_on": DAY})

    (row,) = rows_for(sent)
    assert (row.kind, row.word, row.doubts) == ("with-court", "Unsure: to decide", ("Near what?",))
    assert row.title == "Not read: say what it means"


def test_the_flags_of_a_paper_name_conditions_not_codes():
    said = " ".join(flags_for(Sent(PROBATION)))

    assert "The paper leaves out compulsory conditions" in said
    assert "NOTIFY_JOB" not in said


def test_a_paper_that_is_not_ours_says_so_first():
    words = "YOUTH PROBATION ORDER under the Youth Criminal Justice Act, s. 42.\n1. Be good."

    assert flags_for(Sent(words))[0].startswith("This order is not ours to supervise.")


@pytest.mark.django_db
def test_what_was_read_is_kept_with_its_words(case, clerk):
    found = read(PROBATION)
    order = an_order(case, clerk, conditions=found.conditions, words=PROBATION)

    service = Condition.objects.get(order=order, number=3)
    code = service.codes.get()
    assert code.why["because"][0]["words"] in service.words
    assert PROBATION[service.found_from : service.found_to] == service.words

"""What a person must look at first, and a paper cut into its pieces."""

from datetime import date

import pytest

from throughcare.orders import flags, library
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.queries import conditions_of
from throughcare.orders.queries.counter import working_days_between
from throughcare.orders.reading import language_of
from throughcare.orders.sheets import pieces
from throughcare.orders.tests.factories import PEACE, an_order, made
from throughcare.orders.tests.papers import PROBATION

TODAY = date(2026, 11, 26)
DAY = date(2026, 9, 8)
PAGES = [
    (None, None, []),
    (3, None, []),
    (None, 3, []),
    (3, 3, []),
    (2, 3, []),
    (3, 2, ["1 page is missing"]),
    (5, 2, ["3 pages are missing"]),
    (3, 0, ["3 pages are missing"]),
]
CUTS = [
    ("abc def", [], [("abc def", None)]),
    ("abc def", [(4, 7, 1, False)], [("abc ", None), ("def", 1)]),
    ("abc def ghi", [(4, 7, 1, False)], [("abc ", None), ("def", 1), (" ghi", None)]),
    ("abc def", [(0, 3, 1, False), (4, 7, 2, False)], [("abc", 1), ("def", 2)]),
    ("abc def", [(0, 7, 1, False), (4, 7, 2, False)], [("abc def", 1)]),
    ("abc def", [(4, 7, 2, False), (0, 3, 1, False)], [("abc", 1), ("def", 2)]),
]
WAITS = [
    (date(2026, 11, 26), 0),
    (date(2026, 11, 25), 1),
    (date(2026, 11, 20), 4),
    (date(2026, 11, 19), 5),
    (date(2026, 11, 27), 0),
]
CURFEW = "Be home from 10 to 6."


@pytest.mark.parametrize(("expected", "present", "said"), PAGES)
def test_pages(expected, present, said):
    found = flags.flags_of_paper(made(pages_expected=expected, pages_present=present))

    assert [each[: len(words)] for each, words in zip(found, said, strict=True)] == said


@pytest.mark.parametrize(("signed", "count"), [(True, 0), (None, 0), (False, 1)])
def test_signature(signed, count):
    assert len(flags.flags_of_paper(made(signed=signed))) == count


@pytest.mark.parametrize(
    ("codes", "count"),
    [
        (set(), 1),
        ({"KPGB"}, 1),
        ({"KPGB", "APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB"}, 0),
        ({"STATUTORY_ALL"}, 0),
    ],
)
def test_compulsory_conditions_left_out(codes, count):
    assert len(flags.missing_compulsory("PROBATION", codes, DAY)) == count


def test_peace_bonds_have_no_compulsory_ones_of_probation():
    assert flags.missing_compulsory("S110_ORDER", set(), DAY) == []


def test_a_reading_without_a_day_has_no_flags():
    assert flags.flags_of_reading(None, [PEACE]) == []


def curfew(start):
    window = {"window": {"start": start, "end": "06:00"}}
    return (ConditionMade(1, CURFEW, (CodeMade("CURFEW", window),)),)


@pytest.mark.django_db
@pytest.mark.parametrize(("start", "count"), [("22:00", 0), ("21:00", 1)])
def test_a_running_order_that_says_otherwise(case, officer, start, count):
    first = an_order(case, officer, conditions=curfew("22:00"))
    second = an_order(case, officer, conditions=curfew(start), information_number="26-0900")
    known = conditions_of([case.pk], TODAY)[case.pk]
    own = [each for each in known if each.order_id == second.pk]
    others = [each for each in known if each.order_id == first.pk]

    assert len(flags.conflicts(own, others)) == count


@pytest.mark.parametrize(("words", "marks", "found"), CUTS)
def test_a_paper_is_cut_at_its_conditions(words, marks, found):
    assert [(each.words, each.number) for each in pieces(words, marks)] == found


@pytest.mark.parametrize(("since", "days"), WAITS)
def test_waiting_is_counted_in_working_days(since, days):
    assert working_days_between(since, TODAY) == days


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (PROBATION, "en"),
        ("Ne pas troubler l’ordre public et avoir une bonne conduite.", "fr"),
        ("Se présenter au bureau de probation dans les deux jours.", "fr"),
        ("", "en"),
    ],
)
def test_the_language_of_a_paper(words, language):
    assert language_of(words) == language


def test_codes_are_offered_by_name_without_what_the_order_itself_asks():
    names = library.all_codes(DAY)

    assert "ORDER_ITSELF" not in dict(names)
    assert [name for _code, name in names] == sorted(
        (name for _code, name in names), key=str.casefold
    )


def test_a_code_the_library_does_not_know_is_shown_as_words():
    assert library.name_of("BRING_THE_MOON", DAY) == "Bring the moon"
    assert library.in_plain_words("BRING_THE_MOON", {}, DAY, "en") == ""
    assert library.over_the_limit("BRING_THE_MOON", {}, DAY) == []


def test_what_passes_its_limit_is_named():
    ((what, most, source),) = library.over_the_limit("COMMUNITY_SERVICE", {"hours": 300}, DAY)

    assert (what, most) == ("Number of hours", "240")
    assert source.startswith("Criminal Code")

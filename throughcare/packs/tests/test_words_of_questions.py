"""What a person is asked, in words: the label, what the order says, whom to ask."""

from datetime import date
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.limits import as_stated
from throughcare.packs.loading import pack_of
from throughcare.packs.requirements import OrderedCondition, questions_of
from throughcare.packs.wording import say

MADE = date(2026, 11, 5)
NBSP = "\u00a0"


def questions(code, stated, language, *, in_force=MADE, instrument="PROBATION"):
    """Return what must be asked of a condition, in words."""
    ontario = pack_of("ca_on")
    term = term_of(ontario.terms, Made(instrument, MADE, Length(months=18)))
    given = OrderedCondition(
        UUID(int=1), code, stated, instrument, MADE, term, Period(in_force, term.ends_before)
    )
    return [say(ontario, each, language) for each in questions_of(ontario, given)]


@pytest.mark.parametrize(
    ("stated", "english", "french"),
    [
        (
            {},
            [
                "The order does not state this: Number of hours. Ask the court office, then the"
                " Crown."
            ],
            [
                f"L'ordonnance ne le précise pas{NBSP}: Nombre d'heures. Demandez au greffe, puis"
                " à la"
                " Couronne."
            ],
        ),
        (
            {"hours": "some"},
            [
                "Number of hours: “some” gives no time or amount that can be counted. Ask the"
                " court office,"
                " then the Crown."
            ],
            [
                f"Nombre d'heures{NBSP}: «{NBSP}some{NBSP}» ne donne ni temps ni quantité qui se"
                " compte."
                " Demandez au greffe, puis à la Couronne."
            ],
        ),
        ({"hours": 20}, [], []),
    ],
)
def test_hours_that_are_missing_are_asked_by_their_label(stated, english, french):
    assert questions("COMMUNITY_SERVICE", stated, "en") == english
    assert questions("COMMUNITY_SERVICE", stated, "fr") == french


def test_a_time_without_a_day_to_count_from_is_quoted():
    stated = {"by": {"n": 1, "unit": "month", "from": "finding work"}, "hours": 20}

    (question,) = questions("COMMUNITY_SERVICE", stated, "en")

    assert "“1 month finding work” gives no time or amount that can be counted" in question


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "The order was made on November 5, 2026 and comes into force on December 1, 2026. The"
            " time is counted from December 1, 2026; ask the court office if another day was"
            " meant.",
        ),
        (
            "fr",
            "L'ordonnance a été rendue le 5 novembre 2026 et entre en vigueur le 1er décembre 2026."
            " Le délai est compté du 1er décembre 2026; demandez au greffe si un autre jour était"
            " voulu.",
        ),
    ],
)
def test_an_order_that_begins_later_is_asked_about(language, said):
    found = questions("REPORT_FIRST", {"statutory": True}, language, in_force=date(2026, 12, 1))

    assert found == [said]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "The time runs from the release from prison, whose day is not recorded. Ask the"
            " institution.",
        ),
        (
            "fr",
            "Le délai court à compter de la mise en liberté, dont le jour n'est pas consigné."
            " Demandez à l'établissement.",
        ),
    ],
)
def test_a_release_that_is_not_recorded_is_asked_for(language, said):
    stated = {"report_within": {"n": 2, "unit": "day", "from": "release"}}

    assert questions("REPORT_FIRST", stated, language) == [said]


def test_each_question_is_asked_once():
    stated = {"report_within": "when it suits"}

    assert len(questions("REPORT_FIRST", stated, "en")) == 1


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"n": 1, "unit": "month"}, "1 month"),
        ("soon", "soon"),
        (3.5, "3.5"),
        ({}, ""),
    ],
)
def test_a_stated_value_is_quoted_as_a_line(value, line):
    assert as_stated(value) == line

"""What a paper cannot say of its own days and names, and what two papers say differently."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from throughcare import clock
from throughcare.kernel.calendar.lengths import Length
from throughcare.orders import checking
from throughcare.orders.models import Order
from throughcare.orders.tests.factories import MADE_ON, made
from throughcare.refusal import Refused

TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)
FINE = {
    "made today": {"made_on": TODAY},
    "received the day it was made": {"received_on": MADE_ON},
    "received much later": {"received_on": date(2026, 11, 20)},
    "no length": {"length": None},
    "for life": {"instrument": "S109_ORDER", "length": None, "for_life": True},
    "one day": {"length": Length(days=1)},
    "a last day on the first": {
        "length": None,
        "first_day_stated": date(2026, 10, 1),
        "last_day_stated": date(2026, 10, 1),
    },
    "a first day before it was made": {"first_day_stated": date(2026, 9, 1)},
    "a last day on the day it was made": {"length": None, "last_day_stated": MADE_ON},
    "a last day and a length": {"last_day_stated": date(2027, 9, 7)},
    "parole without its days": {"instrument": "PAROLE", "length": None},
    "a court of one letter": {"court": "X"},
}
REFUSED = {
    "made tomorrow": ({"made_on": TODAY + DAY}, checking.MadeInFuture, "made_on"),
    "received before": ({"received_on": MADE_ON - DAY}, checking.ReceivedBeforeMade, "received_on"),
    "no court": ({"court": " - "}, checking.NothingNamed, "court"),
    "no number": ({"information_number": ""}, checking.NothingNamed, None),
    "marks for a number": ({"information_number": "--/--"}, checking.NothingNamed, None),
    "ends before it was made": (
        {"last_day_stated": MADE_ON - DAY},
        checking.EndsBeforeItStarts,
        "last_day_stated",
    ),
    "ends before its first day": (
        {"first_day_stated": date(2026, 10, 2), "last_day_stated": date(2026, 10, 1)},
        checking.EndsBeforeItStarts,
        "last_day_stated",
    ),
    "a day less a day": (
        {"length": Length(days=1, less_days=1)},
        checking.EndsBeforeItStarts,
        "last_day_stated",
    ),
}
SENTENCES = {
    "made tomorrow": (
        "The day the order was made has not come yet.",
        "Le jour de l’ordonnance n’est pas encore venu.",
    ),
    "received before": (
        "The order cannot have been received before it was made.",
        "L’ordonnance n’a pas pu être reçue avant d’être rendue.",
    ),
    "no court": (
        "Give the court and the number of the information",
        "Indiquez le tribunal et le numéro de la dénonciation",
    ),
    "ends before it was made": (
        "The last day lies before the first.",
        "Le dernier jour précède le premier.",
    ),
}
DIFFERENT = {
    "nothing": ({}, []),
    "the same length in other units": ({"length": Length(years=1)}, ["length"]),
    "a shorter length": ({"length": Length(months=6)}, ["length"]),
    "less a day": ({"length": Length(months=12, less_days=1)}, ["length"]),
    "no length": ({"length": None}, ["length"]),
    "for life": ({"for_life": True}, ["for_life"]),
    "a first day": ({"first_day_stated": date(2026, 10, 1)}, ["first_day_stated"]),
    "a last day": ({"last_day_stated": date(2027, 9, 7)}, ["last_day_stated"]),
    "another judge": ({"judge": "Justice N. Example"}, []),
    "another day of receipt": ({"received_on": date(2026, 10, 1)}, []),
    "other words": ({"words": "Read again."}, []),
    "length and both days": (
        {
            "length": None,
            "first_day_stated": date(2026, 9, 9),
            "last_day_stated": date(2027, 9, 8),
        },
        ["length", "first_day_stated", "last_day_stated"],
    ),
}


def refusal_of(paper):
    with pytest.raises(Refused) as caught:
        checking.check_paper(paper)
    return caught.value


@pytest.mark.parametrize("name", FINE)
def test_a_paper_that_can_be_is_let_through(name):
    assert checking.check_paper(made(**FINE[name])) is None


@pytest.mark.parametrize("name", REFUSED)
def test_a_paper_that_cannot_be_is_refused_beside_its_field(name):
    said, kind, field = REFUSED[name]
    refusal = refusal_of(made(**said))

    assert type(refusal) is kind
    assert refusal.field == (field or "information_number")


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_a_refusal_says_why(name, place, language):
    with translation.override(language):
        words = str(refusal_of(made(**REFUSED[name][0])))

    assert words.startswith(SENTENCES[name][place])


def test_names_are_looked_at_before_days():
    both = made(court="", made_on=TODAY + DAY)

    assert isinstance(refusal_of(both), checking.NothingNamed)


def test_the_day_it_was_made_is_looked_at_before_the_day_of_receipt():
    both = made(made_on=TODAY + 2 * DAY, received_on=TODAY + DAY)

    assert isinstance(refusal_of(both), checking.MadeInFuture)


@given(st.dates(date(2000, 1, 1), TODAY), st.integers(0, 2000))
def test_a_last_day_on_or_after_the_first_can_be(first, days):
    paper = made(made_on=first, length=None, last_day_stated=first + days * DAY)

    assert clock.today() == TODAY
    assert checking.check_paper(paper) is None


@given(st.dates(date(2000, 1, 1), TODAY), st.integers(1, 2000))
def test_a_last_day_before_the_first_cannot_be(first, days):
    paper = made(made_on=first, length=None, last_day_stated=first - days * DAY)

    assert refusal_of(paper).field == "last_day_stated"


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_two_papers_say_differently_is_named(name):
    said, names = DIFFERENT[name]

    assert checking.differences(Order(**made().columns()), made(**said), ()) == names


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference_is_one_whichever_paper_came_first(name):
    said, names = DIFFERENT[name]

    assert checking.differences(Order(**made(**said).columns()), made(), ()) == names

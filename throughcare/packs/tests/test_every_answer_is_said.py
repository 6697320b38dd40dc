"""Whatever the kernel answers under Ontario's pack, its reasons can be said in both languages."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import Day, NeedsPerson
from throughcare.kernel.calendar.counting import deadline_from
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification, known
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.tests import strategies as owed
from throughcare.kernel.obligations.words import Strength
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Committed,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Made,
    Outcome,
    Shortened,
    Transferred,
    Varied,
)
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.phases import Phase, Side, phases
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import authority_in_words, say

ONTARIO = load(PACKS / "ca_on")
INSTRUMENTS = sorted({rule.instrument for rule in ONTARIO.terms})
days = st.dates(date(2025, 6, 1), date(2028, 3, 31))
maybe_day = st.none() | days
flags = st.none() | st.booleans()
lengths = st.builds(
    Length, years=st.integers(0, 4), months=st.integers(0, 13), days=st.integers(0, 40)
)
custodies = st.builds(
    Custody, maybe_day, flags, maybe_day, maybe_day, st.none() | lengths, st.booleans()
)
changes = st.one_of(
    st.builds(
        BreachProcess,
        *[maybe_day] * 6,
        st.none() | st.sampled_from(Outcome),
        st.integers(0, 60),
    ),
    st.builds(Imprisoned, days, maybe_day),
    st.builds(Extended, days, lengths, maybe_day, flags),
    st.builds(Shortened, days, days),
    st.builds(Ended, days, st.booleans(), maybe_day, flags),
    st.builds(Varied, days),
    st.builds(Transferred, days, st.just("Kenora")),
    st.builds(Committed, days),
)
orders = st.builds(
    Made,
    instrument=st.sampled_from([*INSTRUMENTS, "UNHEARD_OF"]),
    made_on=days,
    length=st.none() | lengths,
    last_day=maybe_day,
    first_day=maybe_day,
    is_for_life=st.booleans(),
    ended_on=maybe_day,
    custody=st.none() | custodies,
    circumstances=st.frozensets(st.sampled_from(["PRIOR_CONVICTION", "DOMESTIC_VIOLENCE"])),
    changes=st.lists(changes, max_size=3).map(tuple),
)


def all_said(reasons):
    """Say every reason in both languages; none may come out empty or with a brace left."""
    for reason in reasons:
        for language in ("en", "fr"):
            sentence = say(ONTARIO, reason, language)
            assert sentence
            assert not {"{", "}"} & set(sentence)
            assert not re.search(r"\bNone\b(?! is recorded)", sentence)
            assert authority_in_words(ONTARIO, reason.authority, language) is not None


def reasons_of(answer):
    """Return every reason that an answer gives, its questions and its suggestion."""
    if isinstance(answer, NeedsPerson):
        suggested = answer.suggested.reasons if answer.suggested else ()
        return [*answer.asks, *answer.reasons, *suggested]
    return [*answer.reasons, *(answer.flags if isinstance(answer, Day) else ())]


@settings(max_examples=400)
@given(orders, st.none() | orders)
def test_whatever_a_court_did_the_term_can_be_explained(made, before):
    if before is not None:
        made = Made(
            **{name: getattr(made, name) for name in made.__slots__ if name != "after"},
            after=term_of(ONTARIO.terms, before),
        )
    term = term_of(ONTARIO.terms, made)

    all_said(
        [
            *reasons_of(term.first),
            *reasons_of(term.last),
            *reasons_of(term.nominal),
            *term.flags,
            *term.notes,
            *(term.cap.reasons if term.cap else ()),
        ]
    )
    for on in (made.made_on, made.made_on + timedelta(days=400)):
        assert term.standing(on)


parts = st.builds(
    Phase,
    st.sampled_from(Side),
    st.none() | lengths,
    lengths,
    st.none() | st.fractions(0, 1, max_denominator=4),
)


@settings(max_examples=200)
@given(orders, st.lists(parts, min_size=1, max_size=3))
def test_whatever_the_parts_of_an_order_they_can_be_explained(made, asked):
    for found in phases(term_of(ONTARIO.terms, made), asked, "Words"):
        if isinstance(found, NeedsPerson):
            all_said(reasons_of(found))
        else:
            all_said([*found.first.reasons, *found.last.reasons, *found.flags])


codes = sorted({clock.code for clock in ONTARIO.clocks})


@settings(max_examples=300)
@given(
    st.sampled_from([*codes, "UNHEARD_OF"]),
    st.dates(date(1980, 1, 1), date(2035, 12, 31)),
    st.frozensets(days, max_size=3),
)
def test_whatever_the_clock_its_day_can_be_explained(code, event, closed):
    found = deadline_from(ONTARIO.clocks, code, event, closed)

    all_said(reasons_of(found if isinstance(found, NeedsPerson) else found.due))


@settings(max_examples=200)
@given(owed.requirements, owed.facts, owed.days)
def test_whatever_is_owed_it_can_be_explained(requirement, facts, on):
    for each in obligations(requirement, facts, on):
        all_said(each.reasons)


verifications = st.builds(
    Verification,
    st.just("C1"),
    st.sampled_from(["ASKED", "HOME_VISIT"]),
    st.sampled_from(Strength),
    days,
    st.sampled_from(Result),
)


@settings(max_examples=200)
@given(
    st.builds(
        Expectation,
        st.just(()),
        st.sampled_from(Strength),
        st.none() | lengths,
        st.booleans(),
        st.just("Standard 3.4"),
    ),
    st.lists(verifications, max_size=4),
    days,
)
def test_however_a_condition_is_known_it_can_be_explained(expects, found, on):
    all_said(known("C1", expects, found, on).reasons)

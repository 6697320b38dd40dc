"""What holds for every entry of the library, whatever a court stated in it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.packs.conditions import condition_rule
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import questions_of, requirements_of
from throughcare.packs.tests.ordered import ONE_DAY, ONTARIO, asks, ordered, owed

CODES = sorted(ONTARIO.condition_codes)
INSTRUMENTS = ["PROBATION", "CONDITIONAL_DISCHARGE", "CSO", "PEACE_BOND_810", "PEACE_BOND_8102"]
DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))
UNITS = ["hour", "day", "week", "month", "year", "working_day", "business_day", "today", "moon"]
STARTS = ["order", "start", "release", "cso_end", "probation_start", "somewhere"]
LIMITS = st.one_of(
    st.fixed_dictionaries(
        {"n": st.integers(0, 40), "unit": st.sampled_from(UNITS), "from": st.sampled_from(STARTS)}
    ),
    st.fixed_dictionaries({"date": DAYS.map(str)}),
    st.sampled_from([{"at": "order_end"}, {"at": "sometime"}, "as directed"]),
)
VALUES = {
    "report_within": LIMITS,
    "by": LIMITS,
    "within": LIMITS,
    "dispose_by": LIMITS,
    "hours": st.one_of(st.integers(-5, 400), st.floats(0, 400), st.just("many")),
    "months": st.integers(0, 40),
    "amount": st.one_of(st.integers(0, 10000), st.just("as ordered")),
    "distance_m": st.integers(0, 10000),
    "window": st.sampled_from(
        [{"start": "22:00", "end": "06:00"}, {"start": "dusk"}, "not stated"]
    ),
    "phase": st.sampled_from(
        [
            {"from": 0, "to": 6, "unit": "month"},
            {"from": 6, "to": "end", "unit": "month"},
            {"last": 3.5, "unit": "month"},
            {"from": 0, "to": "end"},
            "the winter",
        ]
    ),
    "statutory": st.just(True),
    "surrender": st.just("licences"),
    "address": st.just("a named address"),
    "continues": st.just(True),
}


@st.composite
def conditions(draw):
    """Draw any condition of the library on any instrument, with what a court might state."""
    stated = draw(st.fixed_dictionaries({}, optional=VALUES))
    return ordered(
        draw(st.sampled_from(INSTRUMENTS)),
        str(draw(DAYS)),
        draw(st.sampled_from(["14d", "6m", "12m", "18m", "2y1-", "3y"])),
        draw(st.sampled_from(CODES)),
        stated,
    )


@settings(max_examples=300)
@given(conditions())
def test_whatever_is_stated_is_computed_or_asked_and_computed_the_same_again(condition):
    made = str(condition.made_on)

    assert owed(condition, made) == owed(condition, made)
    assert asks(condition) == asks(condition)


@settings(max_examples=300)
@given(conditions())
def test_nothing_is_owed_by_a_day_before_it_opens_or_after_the_order(condition):
    last = condition.term.last.latest
    stated = condition.parameters.values()
    names_a_day = any("date" in each for each in stated if isinstance(each, dict))

    for each in requirements_of(ONTARIO, condition):
        if isinstance(each.cadence, Once | Hours):
            assert each.cadence.opens_on < each.cadence.due_before
            assert names_a_day or each.cadence.due_before - ONE_DAY <= last


@settings(max_examples=300)
@given(conditions())
def test_each_requirement_has_its_own_name_and_kind_of_evidence(condition):
    found = requirements_of(ONTARIO, condition)
    names = [each.id for each in found]

    assert len(names) == len(set(names))
    assert all(name.startswith(f"condition:{condition.id}:") for name in names)
    assert all(
        {kind.partition("@")[0] for kind in each.closed_by} <= set(ONTARIO.evidence)
        for each in found
    )


@settings(max_examples=300)
@given(conditions(), st.sampled_from(["en", "fr"]))
def test_every_condition_and_line_can_be_said(condition, language):
    rule = condition_rule(ONTARIO, condition.code, condition.made_on + timedelta(days=1))
    if rule is None:
        return
    lines = [what_in_words(ONTARIO, each, language) for each in requirements_of(ONTARIO, condition)]

    for text in [plain_words(ONTARIO, rule, condition.parameters, language), *lines]:
        assert text
        assert "{" not in text.replace("{'", "")


@settings(max_examples=200)
@given(conditions())
def test_a_missing_parameter_that_is_needed_is_a_question(condition):
    rule = condition_rule(ONTARIO, condition.code, condition.made_on)
    missing = [
        each.name
        for each in (rule.needed if rule else ())
        if each.name not in condition.parameters
        and not any(name in condition.parameters for name in each.unless)
    ]

    assert set(missing) <= set(asks(condition))
    assert bool(questions_of(ONTARIO, condition)) >= bool(missing)

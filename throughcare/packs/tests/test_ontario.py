"""The Ontario pack: holidays, sentences in both languages, worked cases of its rules."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from throughcare.kernel.calendar import counting_law, hours, working
from throughcare.kernel.calendar.answers import Day
from throughcare.kernel.calendar.holidays import holidays_of
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing import words as knowing_words
from throughcare.kernel.obligations import reasons as obligation_reasons
from throughcare.kernel.obligations.words import PauseKind, Strength
from throughcare.kernel.terms import rules
from throughcare.kernel.terms.acts import Custody, Extended, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs import limits
from throughcare.packs.conform import mismatches_of
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import authority_in_words

ONTARIO = load(PACKS / "ca_on")
VECTORS = Path(__file__).parents[3] / "tests" / "vectors"
FILES = ("dates_ca.json", "dates_ca_more.json")
CASES = [
    case
    for name in FILES
    for case in json.loads((VECTORS / name).read_text(encoding="utf-8"))["vectors"]
]
PRINTED = json.loads((VECTORS / FILES[0]).read_text(encoding="utf-8"))["meta"]["holidays"]["dates"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_case_agrees(case):
    assert mismatches_of(ONTARIO, case) == []


@pytest.mark.parametrize("year", PRINTED)
@pytest.mark.parametrize("code", ["CA", "CA-ON"])
def test_holidays_agree_with_the_printed_lists(year, code):
    computed = holidays_of(ONTARIO.holidays[code], int(year))
    certain = {day.isoformat() for day, found in computed.items() if not found.is_doubtful}

    assert certain == set(PRINTED[year][code])


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("CA-ON", "2022-12-27", "CHRISTMAS"),
        ("CA-ON", "2021-12-27", "CHRISTMAS"),
        ("CA-ON", "2023-01-02", "NEW_YEAR"),
        ("CA", "2023-01-02", None),
        ("CA", "2018-07-02", "CANADA_DAY"),
        ("CA-ON", "2018-07-02", "CANADA_DAY"),
        ("CA", "2020-09-30", None),
        ("CA", "2021-09-30", "TRUTH_AND_RECONCILIATION"),
        ("CA-ON", "2021-09-30", None),
        ("CA", "2023-12-26", None),
        ("CA-ON", "2023-12-26", "BOXING_DAY"),
        ("CA", "2035-03-23", "GOOD_FRIDAY"),
        ("CA", "2026-06-13", None),
    ],
)
def test_holidays_of_other_years(code, day, expected):
    found = ONTARIO.holidays[code].on(date.fromisoformat(day))

    assert (found and found.code) == expected


@pytest.mark.parametrize("code", ["CA", "CA-ON"])
@pytest.mark.parametrize("year", range(2015, 2036))
def test_every_year_has_its_fixed_count_of_holidays(code, year):
    found = holidays_of(ONTARIO.holidays[code], year)
    certain = [each for each in found.values() if not each.is_doubtful]
    new_year, christmas = date(year, 1, 1).weekday(), date(year, 12, 25).weekday()

    extra = (new_year == 6) + (christmas in (5, 6))
    assert len(certain) == (11 + extra if code == "CA-ON" else 10 + (year >= 2021))


def every_code():
    """Return the code of every reason the kernel can give, and of every strength they name."""
    modules = (counting_law, hours, working, rules, obligation_reasons, knowing_words, limits)
    words = {*Strength.__members__, *PauseKind.__members__}
    return {str(code) for module in modules for code in module.Why} | words


def test_every_reason_has_its_sentence_and_no_sentence_is_idle():
    assert set(ONTARIO.sentences) == every_code()


@pytest.mark.parametrize("code", sorted(ONTARIO.sentences))
def test_both_languages_name_the_same_facts(code):
    english, french = (
        set(re.findall(r"{(\w+)}", ONTARIO.sentences[code][x])) for x in ("en", "fr")
    )

    assert english == french


@pytest.mark.parametrize("code", sorted(ONTARIO.sentences))
def test_french_sentences_keep_french_typography(code):
    french = ONTARIO.sentences[code]["fr"]

    assert not re.search(r" [:;?!»]|« |[^\u00a0{]:(?! )", french)


def test_a_french_authority_names_french_acts():
    english = "Corrections and Conditional Release Act, s. 135(3)(a)"
    french = "Loi sur le système correctionnel et la mise en liberté sous condition, art. 135(3)a)"

    assert authority_in_words(ONTARIO, english, "fr") == french
    assert authority_in_words(ONTARIO, english, "en") == english


def every_authority():
    """Return every authority a rule of the pack rests on."""
    sources = [*ONTARIO.clocks, *ONTARIO.hours, *ONTARIO.working, *ONTARIO.ceilings]
    limits = [cap for rule in ONTARIO.terms for cap in (*rule.caps, *rule.least)]
    sections = [text for rule in ONTARIO.terms for text in rule.sections.values()]
    return {each.authority for each in [*sources, *ONTARIO.terms, *limits]} | set(sections)


@pytest.mark.parametrize("authority", sorted(every_authority()))
def test_no_english_is_left_in_a_french_authority(authority):
    french = authority_in_words(ONTARIO, authority, "fr")

    assert not re.search(r"\b(Act|Code,|s\.|ss\.|the|of|and)\b", french)


def test_every_section_of_a_law_and_a_term_is_a_known_reason():
    named = {code for law in ONTARIO.laws.values() for code in law.sections}
    named |= {code for rule in ONTARIO.terms for code in rule.sections}

    assert named <= every_code()


def order(instrument, on="2026-01-15", **more):
    """Return the term of an order under the Ontario pack."""
    return term_of(ONTARIO.terms, Made(instrument, date.fromisoformat(on), **more))


BONDS = {
    "PEACE_BOND_810": (Length(months=12), None),
    "PEACE_BOND_81001": (Length(months=12), Length(years=2)),
    "PEACE_BOND_810011": (Length(months=12), Length(years=5)),
    "PEACE_BOND_81002": (Length(months=12), Length(years=2)),
    "PEACE_BOND_81003": (Length(months=12), Length(years=2)),
    "PEACE_BOND_8101": (Length(months=12), Length(years=2)),
    "PEACE_BOND_8102": (Length(months=12), Length(years=2)),
}
ONE_MORE = Length(days=1)


@pytest.mark.parametrize(("instrument", "caps"), BONDS.items())
def test_peace_bonds_are_flagged_over_their_own_limit(instrument, caps):
    plain, with_prior = caps
    prior = frozenset({"PRIOR_CONVICTION"})

    assert order(instrument, length=plain).flags == ()
    assert len(order(instrument, length=plain + ONE_MORE).flags) == 1
    if with_prior:
        assert order(instrument, length=with_prior, circumstances=prior).flags == ()
        more = order(instrument, length=with_prior + ONE_MORE, circumstances=prior)
        assert len(more.flags) == 1


@pytest.mark.parametrize(
    ("instrument", "length", "flags"),
    [
        ("CSO", Length(years=2, less_days=1), 0),
        ("CSO", Length(years=2), 1),
        ("PROBATION", Length(years=3), 0),
        ("CONDITIONAL_DISCHARGE", Length(years=3, days=2), 1),
        ("PEACE_BOND_COMMON_LAW", Length(years=8), 0),
        ("S110_ORDER", Length(years=10), 0),
        ("S110_ORDER", Length(years=11), 1),
        ("S109_ORDER", Length(years=9), 1),
        ("S109_ORDER", Length(years=10), 0),
    ],
)
def test_limits_of_other_instruments(instrument, length, flags):
    assert len(order(instrument, length=length).flags) == flags


def test_a_weapons_order_for_domestic_violence_may_be_for_life():
    domestic = frozenset({"DOMESTIC_VIOLENCE"})

    assert order("S110_ORDER", is_for_life=True, circumstances=domestic).flags == ()
    assert len(order("S110_ORDER", is_for_life=True).flags) == 1


def test_a_prohibition_waits_for_release_on_parole():
    parole = Custody(date(2026, 7, 12), is_conditional=True)

    assert order("S161_PROHIBITION", length=Length(years=5), custody=parole).first.on == date(
        2026, 7, 12
    )


def test_parole_is_imported():
    certificate = {"first_day": date(2026, 5, 1), "last_day": date(2026, 12, 31)}

    assert order("PAROLE", **certificate).last.on == date(2026, 12, 31)
    assert [each.code for each in order("PAROLE").asks] == ["TERM_ASK_IMPORT"]


def test_a_temporary_absence_is_renewed_for_sixty_days():
    permit = {"first_day": date(2026, 5, 1), "last_day": date(2026, 6, 29)}
    renewed = order(
        "TEMPORARY_ABSENCE", **permit, changes=(Extended(date(2026, 6, 20), Length(days=60)),)
    )

    assert (renewed.last.on, renewed.flags) == (date(2026, 8, 28), ())


@pytest.mark.parametrize(
    "instrument",
    ["DNA_ORDER", "NO_COMMUNICATION_IN_CUSTODY", "RESTITUTION", "VICTIM_SURCHARGE"],
)
def test_orders_without_a_length_wait_for_their_event(instrument):
    assert not isinstance(order(instrument).last, Day)
    assert order(instrument, ended_on=date(2026, 9, 1)).last.on == date(2026, 9, 1)


def test_a_conditional_sentence_after_imprisonment_waits_for_release():
    found = order("CSO", length=Length(months=8), custody=Custody())
    released = Custody(date(2026, 5, 1), is_conditional=False)

    assert [each.code for each in found.asks] == ["TERM_ASK_RELEASE"]
    assert order("CSO", length=Length(months=8), custody=released).last.on == date(2026, 12, 31)


def test_the_office_is_open_on_a_federal_holiday_unless_it_says_so():
    september = date(2026, 9, 30)

    assert ONTARIO.office.is_open(september)
    assert not replace(ONTARIO.office, closed=frozenset({september})).is_open(september)
    assert ONTARIO.zones == ("America/Toronto", "America/Winnipeg")

"""Each malformed entry of a pack is refused with one exact sentence: where, what, how to mend."""

from fractions import Fraction

import pytest

from throughcare.kernel.calendar.counting_law import SECTIONED
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.rules import Stop
from throughcare.packs.calendars import counting_laws, office_calendar
from throughcare.packs.entries import Entry, PackError
from throughcare.packs.loading import PACKS, load
from throughcare.packs.rules import term_rule

HOLIDAYS = load(PACKS / "ca_on").holidays
SECTIONS = {str(code): f"Words Act, {code}" for code in SECTIONED}
LAW = {"holidays": "CA", "weekend": ["saturday"], "sections": SECTIONS}


def entry(**table):
    """Return an entry of an invented file."""
    return Entry("isle/file.toml", table)


def refused(call, *args):
    """Return the sentence that a call is refused with."""
    with pytest.raises(PackError) as error:
        call(*args)
    return str(error.value)


@pytest.mark.parametrize(
    ("others", "code"), [(["CA-QC"], "CA-QC"), (["CA", "ca"], "ca"), ([""], "")]
)
def test_a_misspelt_list_of_the_office_is_refused(others, code):
    office = entry(weekend=["saturday"], own="CA-ON", others=others)

    assert refused(office_calendar, office, HOLIDAYS) == (
        f"isle/file.toml: others = {code!r} is not known. Choose one of: CA, CA-ON."
    )


def test_the_offices_own_list_is_refused_with_the_same_sentence():
    assert refused(office_calendar, entry(own="CA-QC"), HOLIDAYS) == (
        "isle/file.toml: own = 'CA-QC' is not known. Choose one of: CA, CA-ON."
    )


@pytest.mark.parametrize("others", [[], ["CA"], ["CA", "CA-ON"], ["CA-ON", "CA"]])
def test_the_lists_of_the_office_keep_their_order(others):
    office = office_calendar(entry(own="CA-ON", others=others), HOLIDAYS)

    assert [each.code for each in office.others] == others


@pytest.mark.parametrize("code", SECTIONS)
def test_a_law_names_the_section_of_every_counting_sentence(code):
    sections = {name: text for name, text in SECTIONS.items() if name != code}
    file = entry(law={"ISLE": {**LAW, "sections": sections}})

    assert refused(counting_laws, file, HOLIDAYS) == (
        f'isle/file.toml, law, ISLE, sections: write {code} = "…".'
    )


def test_a_misspelt_counting_sentence_is_refused():
    file = entry(law={"ISLE": {**LAW, "sections": {**SECTIONS, "COUNT_WITHN": "Words Act, 1"}}})

    assert refused(counting_laws, file, HOLIDAYS) == (
        "isle/file.toml, law, ISLE, sections: COUNT_WITHN is not a word of such an entry."
        " Did you mean COUNT_WITHIN?"
    )


def test_a_whole_law_is_read():
    law = counting_laws(entry(law={"ISLE": LAW}), HOLIDAYS)["ISLE"]

    assert (law.sections, law.weekend, law.at_least_is_clear) == (SECTIONS, {5}, False)


TERM = {
    "instrument": "STAY",
    "begins": "on_making",
    "ends": "period",
    "authority": "Orders Act, 1",
}

AUTHOR = {"authority": "Orders Act, 2"}


def term(**more):
    """Read the rule of an instrument with some words changed."""
    day = HOLIDAYS["CA"].starts_on
    return term_rule(entry(**{**TERM, "from": day, **more}))


@pytest.mark.parametrize("stop", ["escape", "", "IMPRISONMENT"])
def test_an_unknown_stop_is_refused(stop):
    with pytest.raises(PackError) as error:
        term(stops=["imprisonment", stop])

    assert str(error.value) == (
        f"isle/file.toml: stops = {stop!r} is not known."
        " Choose one of: breach_process, imprisonment."
    )


@pytest.mark.parametrize("share", ["half", "1/0", "1//2", "3/2", "-1/2", "", "nan", "inf"])
def test_a_share_that_is_none_is_refused(share):
    with pytest.raises(PackError) as error:
        term(detention_credit=share)

    assert str(error.value) == (
        f"isle/file.toml: detention_credit = {share!r} is not a share from 0 to 1."
        ' Write one such as "1/2".'
    )


@pytest.mark.parametrize(
    ("share", "read"), [("0", 0), ("1", 1), ("1/2", Fraction(1, 2)), ("0.25", Fraction(1, 4))]
)
def test_a_share_is_read_exactly(share, read):
    assert term(detention_credit=share).detention_credit == read


def test_what_a_term_leaves_out():
    rule = term()

    assert (rule.stops, rule.detention_credit, rule.sections) == (frozenset(), 0, {})
    assert (rule.caps, rule.least, rule.total, rule.extension) == ((), (), None, None)
    assert (rule.ends_before, rule.anchor, rule.can_shorten) == (None, "first_day", False)


def test_what_a_term_names():
    rule = term(stops=["imprisonment"], extension={"years": 1}, total={"unlimited": True} | AUTHOR)

    assert (rule.stops, rule.extension) == ({Stop.IMPRISONMENT}, Length(years=1))
    assert (rule.total.length, rule.total.authority) == (None, "Orders Act, 2")


def test_a_misspelt_sentence_of_a_term_is_refused():
    with pytest.raises(PackError) as error:
        term(sections={"TERM_VARID": "Orders Act, 3"})

    assert str(error.value) == (
        "isle/file.toml, sections: TERM_VARID is not a word of such an entry."
        " Did you mean TERM_VARIED?"
    )

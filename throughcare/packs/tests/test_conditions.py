"""Which rule a code names on a day, what the law makes compulsory, what passes a ceiling."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.words import Strength
from throughcare.packs.condition_rules import AtLevel, Knowing
from throughcare.packs.conditions import Over, compulsory, condition_rule, number, over_ceilings
from throughcare.packs.entries import PackError
from throughcare.packs.loading import PACKS, load, pack_folders, pack_of
from throughcare.packs.tests.isle import CONDITION, written

HOURS_ACT = "Criminal Code, ss. 732.1(3)(f), 742.3(2)(d)"
FIRST = CONDITION.replace("from = 2020-01-01", "from = 2020-01-01\nuntil = 2023-12-31")
SECOND = CONDITION.replace("2020-01-01", "2024-01-01").replace('"Garden work"', '"Field work"')
TREE = (
    CONDITION.replace('"GARDEN"', '"TREE"')
    .replace('"PLOT"', "")
    .replace('on = ["PROBATION"]', 'on = ["PROBATION"]\ncompulsory_on = ["PROBATION"]')
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """Load a small pack with two versions of one condition, and another that is compulsory."""
    text = FIRST.partition("\n[[condition.example]]")[0] + SECOND + TREE
    return load(written(tmp_path_factory.mktemp("packs") / "isle", condition=text))


@pytest.mark.parametrize(
    ("code", "on", "label"),
    [
        ("GARDEN", "2019-12-31", None),
        ("GARDEN", "2020-01-01", "Garden work"),
        ("GARDEN", "2023-12-31", "Garden work"),
        ("GARDEN", "2024-01-01", "Field work"),
        ("GARDEN", "2099-01-01", "Field work"),
        ("PLOT", "2023-12-31", "Garden work"),
        ("PLOT", "2024-01-01", "Field work"),
        ("garden", "2024-01-01", None),
        ("", "2024-01-01", None),
    ],
)
def test_a_code_or_an_alias_names_the_rule_of_the_day(pack, code, on, label):
    rule = condition_rule(pack, code, date.fromisoformat(on))

    assert (rule and rule.labels["en"]) == label


def test_a_rule_without_a_successor_ends_with_its_last_day(tmp_path):
    text = FIRST.partition("\n[[condition.example]]")[0]
    pack = load(written(tmp_path / "isle", condition=text))

    assert condition_rule(pack, "GARDEN", date(2023, 12, 31)).ends_before == date(2024, 1, 1)
    assert condition_rule(pack, "GARDEN", date(2024, 1, 1)) is None


def test_a_condition_is_named_once_whatever_its_aliases(pack):
    assert pack.condition_codes == ("GARDEN", "TREE")


@pytest.mark.parametrize(
    ("instrument", "on", "codes"),
    [
        ("PROBATION", "2026-01-01", ["TREE"]),
        ("PROBATION", "2019-01-01", []),
        ("PAROLE", "2026-01-01", []),
    ],
)
def test_the_law_attaches_some_conditions_to_an_instrument(pack, instrument, on, codes):
    found = compulsory(pack, instrument, date.fromisoformat(on))

    assert [rule.code for rule in found] == codes


@pytest.mark.parametrize(
    ("hours", "over"),
    [
        (240, []),
        (
            240.25,
            [Over("hours", Fraction(961, 4), 240, HOURS_ACT)],
        ),
        (241, [Over("hours", Fraction(241), 240, HOURS_ACT)]),
        ("241", [Over("hours", Fraction(241), 240, HOURS_ACT)]),
        ("many", []),
        (None, []),
        (True, []),
    ],
)
def test_a_value_over_its_ceiling_is_told_and_kept(pack, hours, over):
    rule = pack.conditions["GARDEN"][0]

    assert list(over_ceilings(pack, rule, {"hours": hours}, date(2026, 1, 1))) == over


def test_a_ceiling_that_was_not_law_yet_is_none(pack):
    rule = pack.conditions["GARDEN"][0]

    assert over_ceilings(pack, rule, {"hours": 241}, date(1996, 9, 2)) == ()


@pytest.mark.parametrize(("months", "over"), [(18, []), (19, [19]), (23, [23])])
def test_a_length_is_held_against_the_ceilings_length(tmp_path, months, over):
    text = CONDITION.replace('kind = "hours"', 'kind = "length"').replace("hours = 8", "hours = 8")
    text = text.partition("\n[[condition.example]]")[0]
    pack = load(written(tmp_path / "isle", condition=text))
    rule = pack.conditions["GARDEN"][0]

    found = over_ceilings(pack, rule, {"hours": months}, date(2026, 1, 1))

    assert [(each.stated, each.most) for each in found] == [(each, 18) for each in over]


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        (1, Fraction(1)),
        (0.1, Fraction(1, 10)),
        ("49.75", Fraction(199, 4)),
        ("1/2", Fraction(1, 2)),
        (Fraction(1, 3), Fraction(1, 3)),
        ("1/0", None),
        ("", None),
        ("ten", None),
        (None, None),
        (True, None),
        ([1], None),
        ({"n": 1}, None),
    ],
)
def test_a_stated_number_is_exact_or_none(value, exact):
    assert number(value) == exact


MONTH, QUARTER = Length(months=1), Length(months=3)
KNOWING = Knowing(
    (),
    Strength.DOCUMENT,
    QUARTER,
    None,
    (
        AtLevel(("HIGH",), Strength.OBSERVED, MONTH, ("PROBATION",)),
        AtLevel(("HIGH", "VERY_HIGH"), Strength.COLLATERAL, MONTH),
        AtLevel((), Strength.SELF_REPORT, None, ("PAROLE",)),
    ),
)


@pytest.mark.parametrize(
    ("level", "instrument", "at_least", "every"),
    [
        ("LOW", "PROBATION", Strength.DOCUMENT, QUARTER),
        ("HIGH", "PROBATION", Strength.OBSERVED, MONTH),
        ("HIGH", "PAROLE", Strength.COLLATERAL, MONTH),
        ("HIGH", "", Strength.COLLATERAL, MONTH),
        ("VERY_HIGH", "PROBATION", Strength.COLLATERAL, MONTH),
        ("LOW", "PAROLE", Strength.SELF_REPORT, None),
        ("", "", Strength.DOCUMENT, QUARTER),
    ],
)
def test_what_is_expected_depends_on_level_and_instrument(level, instrument, at_least, every):
    expected = KNOWING.at(level, instrument)

    assert (expected.at_least, expected.every) == (at_least, every)


def test_a_pack_is_found_by_its_code_and_read_once():
    assert pack_of("ca_on") is pack_of("ca_on")
    assert pack_of("ca_on").code == "ca_on"


def test_a_pack_that_is_not_there_is_refused_with_those_that_are():
    shipped = ", ".join(folder.name for folder in pack_folders())

    with pytest.raises(PackError) as error:
        pack_of("../ca_on")

    assert str(error.value) == f"there is no pack '../ca_on'. Choose one of: {shipped}."


def test_every_pack_that_ships_is_used_whole():
    assert [load(folder).code for folder in pack_folders()] == [
        folder.name for folder in sorted(PACKS.iterdir()) if (folder / "holidays.toml").exists()
    ]

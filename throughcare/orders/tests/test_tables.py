"""Last days of probation for every length, worked out apart from the rules: a table to read."""

from datetime import date

import pytest
from django.utils import translation

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.law import label_of, the_pack
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import made_of
from throughcare.orders.tests.factories import made

# Made on September 8, 2026, for so many months.
BY_MONTHS = {
    1: date(2026, 10, 7),
    2: date(2026, 11, 7),
    3: date(2026, 12, 7),
    4: date(2027, 1, 7),
    5: date(2027, 2, 7),
    6: date(2027, 3, 7),
    7: date(2027, 4, 7),
    8: date(2027, 5, 7),
    9: date(2027, 6, 7),
    10: date(2027, 7, 7),
    11: date(2027, 8, 7),
    12: date(2027, 9, 7),
    13: date(2027, 10, 7),
    14: date(2027, 11, 7),
    15: date(2027, 12, 7),
    16: date(2028, 1, 7),
    17: date(2028, 2, 7),
    18: date(2028, 3, 7),
    19: date(2028, 4, 7),
    20: date(2028, 5, 7),
    21: date(2028, 6, 7),
    22: date(2028, 7, 7),
    23: date(2028, 8, 7),
    24: date(2028, 9, 7),
    25: date(2028, 10, 7),
    26: date(2028, 11, 7),
    27: date(2028, 12, 7),
    28: date(2029, 1, 7),
    29: date(2029, 2, 7),
    30: date(2029, 3, 7),
    31: date(2029, 4, 7),
    32: date(2029, 5, 7),
    33: date(2029, 6, 7),
    34: date(2029, 7, 7),
    35: date(2029, 8, 7),
    36: date(2029, 9, 7),
}
# Made on the last day of August 2026: where a month has no such day there are two readings.
FROM_A_MONTHS_END = {
    1: (date(2026, 9, 29), date(2026, 9, 30)),
    2: (date(2026, 10, 30),),
    3: (date(2026, 11, 29), date(2026, 11, 30)),
    4: (date(2026, 12, 30),),
    5: (date(2027, 1, 30),),
    6: (date(2027, 2, 27), date(2027, 2, 28)),
    7: (date(2027, 3, 30),),
    8: (date(2027, 4, 29), date(2027, 4, 30)),
    9: (date(2027, 5, 30),),
    10: (date(2027, 6, 29), date(2027, 6, 30)),
    11: (date(2027, 7, 30),),
    12: (date(2027, 8, 30),),
    13: (date(2027, 9, 29), date(2027, 9, 30)),
    14: (date(2027, 10, 30),),
    15: (date(2027, 11, 29), date(2027, 11, 30)),
    16: (date(2027, 12, 30),),
    17: (date(2028, 1, 30),),
    18: (date(2028, 2, 28), date(2028, 2, 29)),
    19: (date(2028, 3, 30),),
    20: (date(2028, 4, 29), date(2028, 4, 30)),
    21: (date(2028, 5, 30),),
    22: (date(2028, 6, 29), date(2028, 6, 30)),
    23: (date(2028, 7, 30),),
    24: (date(2028, 8, 30),),
}
# Made on September 8, 2026, for so many days.
BY_DAYS = {
    1: date(2026, 9, 8),
    2: date(2026, 9, 9),
    7: date(2026, 9, 14),
    10: date(2026, 9, 17),
    14: date(2026, 9, 21),
    21: date(2026, 9, 28),
    30: date(2026, 10, 7),
    31: date(2026, 10, 8),
    45: date(2026, 10, 22),
    60: date(2026, 11, 6),
    90: date(2026, 12, 6),
    100: date(2026, 12, 16),
    120: date(2027, 1, 5),
    180: date(2027, 3, 6),
    200: date(2027, 3, 26),
    240: date(2027, 5, 5),
    270: date(2027, 6, 4),
    300: date(2027, 7, 4),
    360: date(2027, 9, 2),
    365: date(2027, 9, 7),
    400: date(2027, 10, 12),
    540: date(2028, 2, 29),
    700: date(2028, 8, 7),
    730: date(2028, 9, 6),
}
# What each instrument is called.
NAMES = {
    "PROBATION": ("probation order", "ordonnance de probation"),
    "CONDITIONAL_DISCHARGE": ("conditional discharge", "absolution sous conditions"),
    "CSO": ("conditional sentence", "ordonnance de sursis"),
    "INTERMITTENT": ("intermittent sentence", "peine discontinue"),
    "PEACE_BOND_810": (
        "peace bond, fear of injury or damage",
        "engagement, crainte de blessures ou de dommages",
    ),
    "PEACE_BOND_81001": (
        "peace bond, intimidation or criminal organization",
        "engagement, intimidation ou organisation criminelle",
    ),
    "PEACE_BOND_810011": ("peace bond, terrorism", "engagement, terrorisme"),
    "PEACE_BOND_81002": (
        "peace bond, forced or under-16 marriage",
        "engagement, mariage forcé ou de personnes de moins de 16 ans",
    ),
    "PEACE_BOND_81003": ("peace bond, domestic violence", "engagement, violence familiale"),
    "PEACE_BOND_8101": (
        "peace bond, sexual offence, person under 16",
        "engagement, infraction sexuelle, personne de moins de 16 ans",
    ),
    "PEACE_BOND_8102": (
        "peace bond, serious personal injury offence",
        "engagement, sévices graves à la personne",
    ),
    "PEACE_BOND_COMMON_LAW": ("peace bond at common law", "engagement de common law"),
    "PAROLE": ("parole", "libération conditionnelle"),
    "TEMPORARY_ABSENCE": ("temporary absence", "permission de sortir"),
    "S161_PROHIBITION": (
        "prohibition order (section 161)",
        "ordonnance d'interdiction (article 161)",
    ),
    "S109_ORDER": (
        "mandatory weapons prohibition",
        "ordonnance d'interdiction d'armes (obligatoire)",
    ),
    "S110_ORDER": (
        "discretionary weapons prohibition",
        "ordonnance d'interdiction d'armes (discrétionnaire)",
    ),
    "SOIRA_ORDER": (
        "sex offender registration order",
        "ordonnance d'enregistrement des délinquants sexuels",
    ),
    "DNA_ORDER": ("DNA order", "ordonnance de prélèvement génétique"),
    "NO_COMMUNICATION_IN_CUSTODY": (
        "non-communication order while in custody",
        "ordonnance de non-communication pendant la détention",
    ),
    "RESTITUTION": ("restitution order", "ordonnance de dédommagement"),
    "VICTIM_SURCHARGE": ("victim surcharge", "suramende compensatoire"),
    "NCR_DISPOSITION": (
        "disposition (not criminally responsible)",
        "décision (non-responsabilité criminelle)",
    ),
}


def last(**said):
    return term_of(the_pack().terms, made_of(Order(**made(**said).columns()))).last


@pytest.mark.parametrize("months", BY_MONTHS)
def test_by_months(months):
    assert last(length=Length(months=months)).on == BY_MONTHS[months]


@pytest.mark.parametrize("months", FROM_A_MONTHS_END)
def test_from_a_months_end(months):
    found = last(made_on=date(2026, 8, 31), length=Length(months=months))

    assert (found.on, *found.others) == FROM_A_MONTHS_END[months]


@pytest.mark.parametrize("days", BY_DAYS)
def test_by_days(days):
    assert last(length=Length(days=days)).on == BY_DAYS[days]


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "fr")])
def test_names(code, place, language):
    with translation.override(language):
        assert label_of(code).replace("\u00a0", " ") == NAMES[code][place]


def test_every_instrument_is_in_the_table():
    assert {rule.instrument for rule in the_pack().terms} == set(NAMES)

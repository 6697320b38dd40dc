"""The day an order was made and what its time counts from, as courts say them."""

from datetime import date

import pytest

from throughcare.kernel.reading.dating import From
from throughcare.kernel.reading.tests.samples import flags, read

MADE = r"""
2026-03-03 | Probation order. Dated at Toronto this 3rd day of March, 2026.
2026-03-03 | Probation order\nDate: March 3, 2026\nOffender: Al Roe
2026-03-03 | Probation for one year. Sentence imposed: March 3, 2026. Dated: March 6, 2026.
2026-03-03 | I placed you on probation by an order made on March 3, 2026, varied on May 9, 2026.
2026-03-03 | Date of sentence: 3 March 2026. Probation, two years. Released: March 30, 2026.
2026-03-03 | Heard: February 2, 2026\nDelivered: March 3, 2026\nProbation for a year.
2026-03-03 | Conditional sentence of 6 months commencing today, March 3, 2026.
2026-03-03 | Ontario Court of Justice, Kenora, March 3, 2026\nProbation for one year.
2026-03-03 | Peace bond entered into before me on March 3, 2026.
2026-03-03 | He was sentenced on March 3, 2026 to probation for one year.
2026-03-03 | Ordonnance de probation. Fait à Sudbury, le 3 mars 2026.
2026-03-03 | Ordonnance de probation rendue le 3 mars 2026.
2026-03-03 | Peine prononcée le 3 mars 2026. Probation d'un an. Signé le 9 mars 2026.
2026-03-03 | Engagement de ne pas troubler l'ordre public. Date : 3 mars 2026
- | Probation. The offence was committed on March 3, 2026.
- | Probation. Born March 3, 1990. Report by March 5, 2026.
- | Probation. Pay $50 on or before March 3, 2026.
- | Probation. Obey the order of the family court dated March 3, 2026.
- | Probation. Heard: March 3, 2026.
- | Probation. You were arrested on March 3, 2026.
- | Probation. Made: 03/04/2026.
- | Probation. L'infraction a été commise le 3 mars 2026.
- | Probation. Payer 50 $ avant le 3 mars 2026.
"""
STARTS = """
release | You are on probation for 18 months following your jail sentence.
release | Probation begins when you leave custody.
release | Four months in jail, to be followed by probation for a year.
release | When you are released you will be on probation for two years.
release | In addition to a jail term of 40 days, probation for one year.
release | Une probation d'un an suivra l'emprisonnement de 60 jours.
release | Vous serez en probation pendant un an dès votre sortie de prison.
release | Trois mois d'emprisonnement suivis d'une probation d'un an.
cso_end | Probation for one year. It starts on the day after the conditional sentence ends.
cso_end | Report within 3 days of the conditional sentence running out. Probation of one year.
cso_end | Once your conditional sentence is over there is probation for one year.
cso_end | Au terme de l'ordonnance de sursis, une probation d'un an.
order | Probation for one year, starting today.
order | I suspend the passing of sentence. Probation for one year.
order | Le tribunal sursoit au prononcé de la peine: probation d'un an.
order | Une probation d'un an à compter de ce jour.
order | Probation for a year, effective as of the date of this order.
order | He was released from custody on bail in May. A conditional discharge, one year.
"""


def rows(table):
    """Return what is wanted and the text of each row; a row holds its line breaks as \\n."""
    lines = [line.partition(" | ") for line in table.strip().split("\n") if " | " in line]
    return [pytest.param(wanted, text, id=text[:70]) for wanted, _, text in lines]


@pytest.mark.parametrize(("wanted", "text"), rows(MADE))
def test_the_day_of_the_making(wanted, text):
    found = read(text.replace("\\n", "\n"), None).made_on

    assert (found.isoformat() if found else "-") == wanted


def test_two_days_of_the_making_are_flagged_and_neither_is_taken():
    text = "Probation.\nSentence imposed: March 3, 2026.\nOrder made on March 9, 2026."
    order = read(text, None)
    (found,) = [each for each in order.flags if each.code == "MADE_ON_CONTRADICTED"]

    assert order.made_on is None
    assert found.facts == {"days": ["2026-03-03", "2026-03-09"]}


def test_a_day_that_is_given_is_not_doubted():
    text = "Probation.\nSentence imposed: March 3, 2026.\nOrder made on March 9, 2026."

    assert "MADE_ON_CONTRADICTED" not in flags(text, date(2026, 3, 3))


@pytest.mark.parametrize(("wanted", "text"), rows(STARTS))
def test_what_the_order_s_time_counts_from(wanted, text):
    anchor = read(text).days.anchor

    assert (anchor.counts_from, anchor.is_certain) == (From(wanted), True)


@pytest.mark.parametrize(
    "text",
    [
        "I suspend the passing of sentence. Probation for a year following your jail sentence.",
        "Probation for one year.",
        "I suspend the passing of sentence. The probation order starts on June 1, 2026.",
    ],
)
def test_a_start_that_is_not_said_in_one_way_is_not_certain(text):
    assert "START_UNCERTAIN" in flags(text)


def test_a_start_on_the_day_of_the_making_is_certain():
    text = "I suspend the passing of sentence. The probation order starts on March 2, 2026."

    assert "START_UNCERTAIN" not in flags(text)

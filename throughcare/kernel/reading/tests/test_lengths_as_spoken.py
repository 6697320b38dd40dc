"""How long an order lasts, as courts say it: never the length of a jail term, a ban or credit."""

import re

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.tests.samples import read

UNITS = {"y": "years", "m": "months", "w": "weeks", "d": "days", "-": "less_days"}


def length(text):
    """Return a length written as 12m, 2y, or 2y1- (two years less one day); nothing is none."""
    return Length(**{UNITS[unit]: int(count) for count, unit in re.findall(r"(\d+)(.)", text)})


def found(text):
    """Return the length read from a text; where the text gives none, a length of nothing."""
    return read(text).length or Length()


PROBATION = """
18m | Mr. K, I am placing you on probation for a period of 18 months following your jail sentence.
2y | When you get out of jail you will be on probation for two years.
12m | Ninety days in jail, less credit of 30 days, and after that 12 months of probation.
3y | You are sentenced to 14 months' imprisonment followed by three years' probation.
1y6m | Probation will be for a year and a half.
1y | I suspend the passing of sentence for a year and you will be on probation.
18m | He is to serve a sentence of 45 days, to be followed by an 18-month probation order.
2y | The jail term is six months. The probation order that follows it is for two years.
24m | Credit for 101 days of pre-sentence custody. Probation 24 months.
15m | You will be bound by a probation order for the next 15 months.
1y | For the next year you are on probation, Ms. Fell.
9m | I put you under probation, reporting, for nine months.
12m | In addition to the fine of $800, with 6 months to pay, there is probation for 12 months.
2y | Driving prohibition: 3 years. Probation: 2 years.
2y | You are prohibited from driving for 18 months and you are on probation for two years.
18m | A s. 110 order for 5 years. Probation: eighteen (18) months.
30m | Thirty months of probation attach to the suspended sentence.
3y | The custodial part, 20 months, is followed by probation: it will last three years.
12m | Length of probation order: 12 months
6m | The Crown asks for two years of probation; six months of probation will do.
2y | In 2019 she was placed on probation for 12 months. I place her on probation for two years.
1y | He has served 8 months. I impose one year of probation, the first three months under curfew.
9m | Probation order. For nine months, starting today, he has no contact with Al Roe.
1y | Probation order. For one year the offender shall:
18m | Probation order. This order is in force for 18 months.
18m | Probation order. This order shall remain in effect for a period of eighteen months.
12m | Suspended sentence. Probation (12 months), statutory terms, no contact with the clerk.
2y | After a conditional sentence of 10 months there will be a two-year period of probation.
0 | The officer is to see you. Probation follows a jail term of six months.
0 | Probation. You are to have no weapons for ten years.
0 | Probation with a curfew for six months.
0 | You were on bail for fourteen months. Probation is ordered.
0 | Probation. You have six months to pay the fine.
0 | Probation. Do not drink for a period of six months.
0 | He is 19 years old and was given probation by another court.
0 | Probation is a rehabilitative sentence with a maximum of three years.
12m | Il sera en probation pendant douze mois à sa sortie de prison.
18m | La durée de la probation est de dix-huit mois.
2y | Une ordonnance de probation d'une durée de deux ans suivra l'emprisonnement de 60 jours.
1y | Le tribunal sursoit au prononcé de la peine et rend une ordonnance de probation d'un an.
3y | Vous êtes condamné à 15 mois d'emprisonnement, suivis d'une probation de trois ans.
6m | L'ordonnance de probation sera en vigueur pour six mois.
24m | Probation de vingt-quatre mois; interdiction de conduire de trois ans.
9m | Ordonnance de probation. Durée : neuf mois
1y6m | Une probation d'un an et demi est imposée.
0 | Probation. Interdiction de posséder des armes pendant dix ans.
0 | Une probation suivra la peine de prison de huit mois.
"""
CSO = """
10m | You will serve a sentence of ten months' imprisonment in the community.
2y1- | A conditional sentence of two years less a day.
90d | The sentence is 90 days, to be served in the community.
14m | I sentence you to 14 months in jail, to be served conditionally.
12m | A twelve-month conditional sentence order, the first half of it under house arrest.
18m | Conditional sentence: 18 months. House arrest for 9 months, then a curfew for 9 months.
16m | He will serve 16 months by way of a conditional sentence.
8m | The Crown seeks 15 months in a real jail. An eight-month conditional sentence is fit.
6m | CSO 6 mos, then probation 12 mos.
21m | The conditional sentence order is for 21 months, followed by a 24-month probation order.
1y | Your conditional sentence will last one year, with 200 hours of community service.
5m | Conditional sentence order of five months, consecutive to the 30 days you are serving.
0 | Conditional sentence. You are confined to your home for the first four months.
0 | Conditional sentence. A weapons prohibition for ten years.
15m | Une ordonnance de sursis de quinze mois, suivie d'une probation de deux ans.
2y1- | Une peine d'emprisonnement avec sursis de deux ans moins un jour.
14m | Vous êtes condamné à quatorze mois d'emprisonnement, à purger dans la collectivité.
9m | La durée de l'ordonnance de sursis est fixée à neuf mois.
"""
OTHERS = """
3m | Probation order. Pendant trois mois à compter de ce jour, il ne boit pas.
12m | You will enter into a recognizance under s. 810 for a period of twelve months.
2y | Section 810.2: the defendant is bound by this recognizance for two years.
12m | A peace bond for 12 months. You spent 20 days in custody.
1y | He undertakes, under section 810.1, to keep the peace. The recognizance lasts for one year.
12m | 810.01 recognizance, 12 months, $500 without deposit.
6m | Common law peace bond: six months, in the amount of $1,000.
1y | Engagement de ne pas troubler l'ordre public pour une durée d'un an.
12m | Engagement en vertu de l'article 810. L'engagement est en vigueur pendant douze mois.
15m | I grant a conditional discharge with probation for 15 months.
6m | Discharged on conditions: six months of probation, 20 hours of service within 4 months.
1y | Une absolution sous conditions assortie d'une probation d'un an.
8m | On count 1, for the fraud, a conditional sentence of 8 months.
18m | Youth Criminal Justice Act. The young person is placed on probation for 18 months.
1y | Provincial Offences Act: a probation order for one year and a fine with 90 days to pay.
10y | An order under s. 161 for ten years.
5y | There will be a section 161 prohibition order of five years after the 30-month jail sentence.
"""


def rows(*tables):
    """Return the length and the text of each row."""
    lines = [line.partition(" | ") for line in "".join(tables).strip().splitlines() if line]
    return [pytest.param(length(wanted), text, id=text[:60]) for wanted, _, text in lines]


@pytest.mark.parametrize(("wanted", "text"), rows(PROBATION, CSO, OTHERS))
def test_the_length_is_the_order_s_and_no_other_thing_s(wanted, text):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted", "flag"),
    [
        ("I put you on probation for one year. Probation: two years.", "1y", False),
        ("Probation: 1 year. No contact with the boy. Probation: 2 years.", "0", True),
        ("Probation: 1 year. No contact with the boy. Probation: 12 months.", "1y", False),
        ("1. You are on probation for 18 months and must keep the peace.", "18m", False),
        ("Probation. You must, for a term of counselling (2 years), attend.", "0", False),
        ("CSO. 1. Do 40 hours of community service within the 6 months of the CSO.", "0", False),
    ],
)
def test_what_is_imposed_goes_first_and_two_that_differ_are_flagged(text, wanted, flag):
    flags = [each.code for each in read(text).flags]

    assert (found(text), "LENGTH_CONTRADICTED" in flags) == (length(wanted), flag)


def test_of_an_endless_sentence_only_the_words_near_a_length_count():
    between = "and the file goes on, " * 30

    assert found(f"Probation, {between}for two years") == Length()
    assert found(f"Probation for two years, {between}") == Length(years=2)

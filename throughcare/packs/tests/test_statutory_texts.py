"""Menus of conditions of the Criminal Code (R.S.C. 1985, c. C-46), as an order may print them."""

import pytest

from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law

PROBATION = (
    "(2) The court shall prescribe, as conditions of a probation order, that the offender "
    "do all of the following:\n"
    "(a) keep the peace and be of good behaviour;\n"
    "(b) appear before the court when required to do so by the court; and\n"
    "(c) notify the court or the probation officer in advance of any change of name or "
    "address, and promptly notify the court or the probation officer of any change of "
    "employment or occupation.\n"
    "(3) The court may prescribe, as additional conditions of a probation order, that the "
    "offender do one or more of the following:\n"
    "(a) report to a probation officer\n"
    "(i) within two working days, or such longer period as the court directs, after the "
    "making of the probation order, and\n"
    "(ii) thereafter, when required by the probation officer and in the manner directed by "
    "the probation officer;\n"
    "(a.1) abstain from communicating, directly or indirectly, with any victim, witness or "
    "other person identified in the order, or refrain from going to any place specified in "
    "the order, except in accordance with the conditions specified in the order that the "
    "court considers necessary;\n"
    "(b) remain within the jurisdiction of the court unless written permission to go "
    "outside that jurisdiction is obtained from the court or the probation officer;\n"
    "(c) abstain from the consumption of drugs except in accordance with a medical "
    "prescription, of alcohol or of any other intoxicating substance;\n"
    "(c.1) provide, for the purpose of analysis, a sample of a bodily substance prescribed "
    "by regulation on the demand of a peace officer, a probation officer or someone "
    "designated under subsection (9) to make a demand, at the place and time and on the day"
    " specified by the person making the demand, if that person has reasonable grounds to "
    "believe that the offender has breached a condition of the order that requires them to "
    "abstain from the consumption of drugs, alcohol or any other intoxicating substance;\n"
    "(c.2) provide, for the purpose of analysis, a sample of a bodily substance prescribed "
    "by regulation at regular intervals that are specified by a probation officer in a "
    "notice in Form 51 served on the offender, if a condition of the order requires the "
    "offender to abstain from the consumption of drugs, alcohol or any other intoxicating "
    "substance;\n"
    "(d) abstain from owning, possessing or carrying a weapon;\n"
    "(e) provide for the support or care of dependants;\n"
    "(f) perform up to 240 hours of community service over a period not exceeding eighteen "
    "months;\n"
    "(g) if the offender agrees, and subject to the program director's acceptance of the "
    "offender, participate actively in a treatment program approved by the province;\n"
    "(g.1) where the lieutenant governor in council of the province in which the probation "
    "order is made has established a program for curative treatment in relation to the "
    "consumption of alcohol or drugs, attend at a treatment facility, designated by the "
    "lieutenant governor in council of the province, for assessment and curative treatment "
    "in relation to the consumption by the offender of alcohol or drugs that is recommended"
    " pursuant to the program;\n"
    "(g.2) where the lieutenant governor in council of the province in which the probation "
    "order is made has established a program governing the use of an alcohol ignition "
    "interlock device by an offender and if the offender agrees to participate in the "
    "program, comply with the program; and\n"
    "(h) comply with such other reasonable conditions as the court considers desirable, "
    "subject to any regulations made under subsection 738(2), for protecting society and "
    "for facilitating the offender's successful reintegration into the community."
)
PROBATION_CODES = [
    "KPGB",
    "APPEAR",
    "NOTIFY_NAME_ADDR NOTIFY_JOB",
    "REPORT_FIRST REPORT_NEXT",
    "NO_CONTACT NO_GO",
    "REMAIN_JURISDICTION",
    "ABSTAIN",
    "SAMPLE_ON_DEMAND",
    "SAMPLE_REGULAR",
    "NO_WEAPON",
    "SUPPORT_DEPENDANTS",
    "COMMUNITY_SERVICE",
    "TREATMENT_AGREED",
    "CURATIVE_TREATMENT",
    "INTERLOCK",
    "OTHER_REASONABLE",
]

RECOGNIZANCE = (
    "(4.1) The provincial court judge may add any reasonable conditions to the recognizance"
    " that the judge considers desirable to secure the good conduct of the defendant, "
    "including conditions that require the defendant\n"
    "(a) to participate in a treatment program;\n"
    "(b) to wear an electronic monitoring device, if the Attorney General makes the "
    "request;\n"
    "(c) to remain within a specified geographic area unless written permission to leave "
    "that area is obtained from the provincial court judge;\n"
    "(d) to return to and remain at his or her place of residence at specified times;\n"
    "(e) to abstain from the consumption of drugs, except in accordance with a medical "
    "prescription, of alcohol or of any other intoxicating substance;\n"
    "(f) to refrain from going to any specified place;\n"
    "(g) to deposit, in the specified manner, any passport or other travel document issued "
    "in their name that is in their possession or control."
)
RECOGNIZANCE_CODES = [
    "TREATMENT_ATTEND",
    "EM_DEVICE",
    "REMAIN_JURISDICTION",
    "CURFEW",
    "ABSTAIN",
    "NO_GO",
    "PASSPORT",
]

PROHIBITION = (
    "161 (1) When an offender is convicted, the court may make an order prohibiting the "
    "offender from\n"
    "(a) attending a public park or public swimming area where persons under the age of 16 "
    "years are present or can reasonably be expected to be present, or a daycare centre, "
    "schoolground, playground or community centre;\n"
    "(a.1) being within two kilometres, or any other distance specified in the order, of "
    "any dwelling-house where the victim identified in the order ordinarily resides or of "
    "any other place specified in the order;\n"
    "(b) seeking, obtaining or continuing any employment, whether or not the employment is "
    "remunerated, or becoming or being a volunteer in a capacity, that involves being in a "
    "position of trust or authority towards persons under the age of 16 years;\n"
    "(c) having any contact — including communicating by any means — with a person who is "
    "under the age of 16 years, unless the offender does so under the supervision of a "
    "person whom the court considers appropriate; or\n"
    "(d) using the Internet or other digital network, unless the offender does so in "
    "accordance with conditions set by the court."
)
PROHIBITION_CODES = [
    "NO_GO_CLASS",
    "NO_GO",
    "EMPLOYMENT_RESTRICTION",
    "NO_CONTACT_CLASS",
    "INTERNET_RESTRICTION",
]

PROBATION_IN_FRENCH = (
    "(2) Les conditions obligatoires de l’ordonnance de probation intiment au délinquant :\n"
    "a) de ne pas troubler l’ordre public et d’avoir une bonne conduite;\n"
    "b) de répondre aux convocations du tribunal;\n"
    "c) de prévenir le tribunal ou l’agent de probation de ses changements d’adresse ou de "
    "nom et de les aviser rapidement de ses changements d’emploi ou d’occupation.\n"
    "(3) Le tribunal peut assortir l’ordonnance de probation de l’une ou de plusieurs des "
    "conditions suivantes, intimant au délinquant :\n"
    "a) de se présenter à l’agent de probation :\n"
    "(i) dans les deux jours ouvrables suivant l’ordonnance, ou dans le délai plus long "
    "fixé par le tribunal,\n"
    "(ii) par la suite, selon les modalités de temps et de forme fixées par l’agent de "
    "probation;\n"
    "a.1) de s’abstenir de communiquer, directement ou indirectement, avec toute personne —"
    " victime, témoin ou autre — identifiée dans l’ordonnance ou d’aller dans un lieu qui y"
    " est précisé, sauf en conformité avec les conditions qu’elle prévoit;\n"
    "b) de rester dans le ressort du tribunal, sauf permission écrite d’en sortir donnée "
    "par le tribunal ou par l’agent de probation;\n"
    "c) de s’abstenir de consommer de l’alcool ou d’autres substances intoxicantes, ou des "
    "drogues, sauf sur ordonnance médicale;\n"
    "c.1) de fournir, à des fins d’analyse, un échantillon d’une substance corporelle "
    "désignée par règlement à la demande d’un agent de la paix;\n"
    "c.2) de fournir, à des fins d’analyse, un échantillon d’une substance corporelle "
    "désignée par règlement, à intervalles réguliers précisés par l’agent de probation dans"
    " un avis rédigé selon la formule 51;\n"
    "d) de s’abstenir d’être propriétaire, possesseur ou porteur d’une arme;\n"
    "e) de prendre soin des personnes à sa charge et de subvenir à leurs besoins;\n"
    "f) d’accomplir au plus deux cent quarante heures de service communautaire au cours "
    "d’une période maximale de dix-huit mois;\n"
    "g) si le délinquant y consent et le directeur du programme l’accepte, de participer "
    "activement à un programme de traitement approuvé par la province;\n"
    "h) d’observer telles autres conditions raisonnables que le tribunal considère "
    "souhaitables."
)
PROBATION_IN_FRENCH_CODES = [
    "KPGB",
    "APPEAR",
    "NOTIFY_NAME_ADDR NOTIFY_JOB",
    "REPORT_FIRST REPORT_NEXT",
    "NO_CONTACT NO_GO",
    "REMAIN_JURISDICTION",
    "ABSTAIN",
    "SAMPLE_ON_DEMAND",
    "SAMPLE_REGULAR",
    "NO_WEAPON",
    "SUPPORT_DEPENDANTS",
    "COMMUNITY_SERVICE",
    "TREATMENT_AGREED",
    "OTHER_REASONABLE",
]


TEXTS = [
    (PROBATION, "PROBATION", PROBATION_CODES),
    (RECOGNIZANCE, "PEACE_BOND_810", RECOGNIZANCE_CODES),
    (PROHIBITION, "S161_PROHIBITION", PROHIBITION_CODES),
    (PROBATION_IN_FRENCH, "PROBATION", PROBATION_IN_FRENCH_CODES),
]


@pytest.mark.parametrize(("text", "instrument", "codes"), TEXTS)
def test_each_paragraph_is_known(text, instrument, codes):
    found = read_order(LAW, text)

    assert found.order_type == instrument
    assert [set(each.codes) for each in found.proposed] == [set(each.split()) for each in codes]


@pytest.mark.parametrize("text", [PROBATION, PROBATION_IN_FRENCH])
def test_the_limits_of_community_service_are_read(text):
    service = [
        each for each in read_order(LAW, text).proposed if each.codes == ("COMMUNITY_SERVICE",)
    ]

    assert [each.parameters["hours_max"] for each in service] == [240]
    assert [each.parameters["by"]["n"] for each in service] == [18]

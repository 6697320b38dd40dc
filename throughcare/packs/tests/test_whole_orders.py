"""Whole orders as courts speak and write them, and reasons that order nothing. All are invented."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())


def conditions(text):
    """Return the codes of each condition of a text."""
    found = laid_out(WORDING, text, folded(text)).conditions
    return [set(each.codes) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Crown seeks two years of probation.",
        "This is a serious offence.",
        "He has completed 40 hours of community service.",
        "Counsel is thanked for the help.",
        "I have considered the letters of support.",
        "Specific deterrence is important here.",
        "She has been on bail for two years without a breach.",
        "The accused was found in possession of a knife.",
        "You understand that a breach is a criminal offence.",
        "Any questions about that?",
        "Good luck to you, sir.",
        "The victim surcharge is waived.",
        "The community must be protected from this conduct.",
    ],
)
def test_reasons_order_nothing(text):
    assert conditions(text) == []


SPOKEN = (
    "So, Mr. Tan, you are going to be on probation for eighteen months. You will keep the "
    "peace and be of good behaviour. You will report to a probation officer within two "
    "working days and after that as you are told. You will live where your probation officer "
    "approves. You are to have no contact, direct or indirect, with Ann Roy, and you are not "
    "to be within one hundred metres of her home or her work. You will take whatever "
    "counselling your probation officer directs, in particular for anger, and sign any "
    "releases. You will do forty hours of community service, to be finished within the first "
    "year. And no weapons. Do you understand? Good luck to you."
)
TYPED = (
    "CONDITIONAL SENTENCE ORDER\n"
    "\n"
    "The defendant is sentenced to nine months, to be served in the community, on these "
    "terms:\n"
    "1) keep the peace and be of good behaviour\n"
    "2) appear before the court when required\n"
    "3) report to a supervisor within 2 working days, and thereafter when required and as "
    "directed\n"
    "4) remain in Ontario unless written permission is obtained\n"
    "5) notify the supervisor in advance of any change of name or address, and promptly of "
    "any change of employment\n"
    "6) for the first five months, remain in your residence at all times, except:\n"
    " a) while at work, or going directly to and from work\n"
    " b) for medical emergencies\n"
    " c) Saturdays from noon to 4 p.m. for the necessities of life\n"
    " d) with the prior written permission of your supervisor, which you must carry with you\n"
    "7) for the last four months, a curfew: be in your residence from 10 p.m. to 6 a.m., with"
    " the same exceptions\n"
    "8) present yourself at the door when a peace officer asks\n"
    "9) abstain from alcohol"
)
SHORTHAND = (
    "Probation - 12 months\n"
    "- report forthwith & thereafter as req'd\n"
    "- no contact w/ complainant except through counsel\n"
    "- not attend 14 Birch St\n"
    "- counselling as directed\n"
    "- no weapons\n"
    "- 30 hrs community service w/in 6 months"
)
LETTERED = (
    "In addition to the compulsory terms, the probation order will require that she (a) "
    "report within 48 hours to a probation officer and thereafter as directed; (b) have no "
    "contact with J.R. unless he gives his written revocable consent, filed with probation; "
    "(c) attend counselling for substance use; and (d) perform 60 hours of community service "
    "at a rate of at least 10 hours each month."
)
FRENCH = (
    "ORDONNANCE DE PROBATION\n"
    "Durée : deux ans\n"
    "Le délinquant doit :\n"
    "a) ne pas troubler l’ordre public et avoir une bonne conduite;\n"
    "b) répondre aux convocations du tribunal;\n"
    "c) prévenir le tribunal ou l’agent de probation de ses changements d’adresse ou de nom "
    "et les aviser rapidement de ses changements d’emploi ou d’occupation;\n"
    "d) se présenter à l’agent de probation dans les deux jours ouvrables et par la suite "
    "selon ses directives;\n"
    "e) s’abstenir de communiquer avec [Q.R.] sauf par l’entremise d’un avocat;\n"
    "f) ne pas se trouver à moins de 50 mètres de sa résidence;\n"
    "g) effectuer 40 heures de service communautaire dans un délai de six mois;\n"
    "h) suivre le counseling recommandé par l’agent de probation."
)
REASONS = (
    "[12] While on bail he was required to obey a curfew and to have no contact with the "
    "complainant. He complied.\n"
    "[13] I suspend the passing of sentence and place him on probation for one year. I "
    "decline to impose community service. The terms are that he keep the peace, report as "
    "directed, and take counselling for gambling. He is encouraged to attend meetings."
)
RECOGNIZANCE = (
    "You will enter into a recognizance under section 810 of the Criminal Code in the amount "
    "of $500, without deposit, for twelve months. The conditions are:\n"
    "1. Keep the peace and be of good behaviour.\n"
    "2. Have no contact or communication with Maria Lopez.\n"
    "3. Do not attend at 5 Pine Street or within 50 m of it.\n"
    "4. Do not possess any weapons and surrender any you have to the police within 24 hours.\n"
    "5. Not apply for a firearms licence."
)
NARRATIVE = (
    "Mr. Cole is to be subject to house arrest for the first half of the sentence. He may "
    "leave home only for employment, medical appointments, religious services and, between "
    "1:00 and 4:00 p.m. on Sundays, for shopping. Thereafter he will be bound by a curfew "
    "from 11 p.m. to 6 a.m. Throughout he is to wear an ankle monitor and must not drink."
)

ORDERS = [
    (
        SPOKEN,
        "KPGB|REPORT_FIRST REPORT_NEXT|RESIDE_APPROVED|NO_CONTACT NO_GO|COUNSELLING "
        "SIGN_RELEASES|COMMUNITY_SERVICE|NO_WEAPON",
    ),
    (
        TYPED,
        "KPGB|APPEAR|REPORT_FIRST REPORT_NEXT|REMAIN_JURISDICTION|NOTIFY_NAME_ADDR "
        "NOTIFY_JOB|HOUSE_ARREST CARRY_PERMISSION|CURFEW|CHECK_AT_DOOR|ABSTAIN",
    ),
    (
        SHORTHAND,
        "REPORT_FIRST REPORT_NEXT|NO_CONTACT|NO_GO|COUNSELLING|NO_WEAPON|COMMUNITY_SERVICE",
    ),
    (LETTERED, "STATUTORY_ALL|REPORT_FIRST REPORT_NEXT|NO_CONTACT|COUNSELLING|COMMUNITY_SERVICE"),
    (
        FRENCH,
        "KPGB|APPEAR|NOTIFY_NAME_ADDR NOTIFY_JOB|REPORT_FIRST "
        "REPORT_NEXT|NO_CONTACT|NO_GO|COMMUNITY_SERVICE|COUNSELLING",
    ),
    (REASONS, "NOT_IMPOSED|KPGB|REPORT_NEXT|COUNSELLING|RECOMMENDATION"),
    (RECOGNIZANCE, "BOND_AMOUNT|KPGB|NO_CONTACT|NO_GO|NO_WEAPON SURRENDER|NO_FIREARM_LICENCE"),
    (NARRATIVE, "HOUSE_ARREST|CURFEW|EM_DEVICE ABSTAIN"),
]


@pytest.mark.parametrize(("text", "codes"), ORDERS)
def test_a_whole_order_is_read(text, codes):
    assert conditions(text) == [set(each.split()) for each in codes.split("|")]

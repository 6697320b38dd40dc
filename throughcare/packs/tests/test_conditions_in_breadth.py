"""Conditions in the breadth of the language: one thing in many words, all invented."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())

SAID = {
    "KPGB": [
        "Stay out of trouble and behave yourself.",
        "Maintenir l'ordre public et bien se conduire.",
        "Vous gardez la paix.",
        "THAT she keep the peace and be of good behaviour;",
        "He's to be of good behaviour.",
    ],
    "APPEAR": [
        "You come back to this court whenever you are told to.",
        "Be in court when you are asked to be.",
        "She attends court when the court requires it.",
        "Il répond à toute convocation du tribunal.",
        "Le délinquant comparaîtra chaque fois qu'il en sera requis.",
    ],
    "NOTIFY_NAME_ADDR": [
        "If you move, tell your supervisor first.",
        "Let probation know before you change where you live.",
        "Informer l'agent de probation de tout déménagement.",
    ],
    "NOTIFY_NAME_ADDR NOTIFY_JOB": [
        "You are to advise the PO of any change in name, address or employment.",
        "L'accusée avisera l'agente de tout changement d'adresse ou d'emploi.",
    ],
    "REPORT_FIRST": [
        "Check in with your probation officer by Friday.",
        "Her first meeting will be on Monday.",
        "Prendre contact avec l'agente de probation dans les trois jours.",
        "You have five days to see your supervisor.",
        "Within 72 hours you are to present yourself at the probation office.",
        "See probation before you leave the courthouse.",
        "Vous rencontrez votre agent de surveillance d'ici trois jours.",
        "Il se rendra au bureau de probation aujourd'hui même.",
    ],
    "REPORT_NEXT": [
        "From then on you see your officer as often as she asks.",
        "Meet with your supervisor every second week.",
        "Vous rencontrerez l'agente de probation aussi souvent qu'elle l'exige.",
    ],
    "REPORT_END": ["Once you have done your hours you no longer need to report."],
    "NO_CONTACT": [
        "Leave Marta Quill alone.",
        "I require that you have no contact with the complainant.",
        "You stay away from Marta Quill and Jon Ash.",
        "All communication with Marta Quill is forbidden.",
        "He shall cease all contact with the complainant.",
        "You will have nothing to do with the victim or her sister.",
        "Vous ne parlez pas à la plaignante et vous ne lui écrivez pas.",
        "Les contacts avec Marthe Roy sont interdits.",
    ],
    "NO_GO": [
        "Stay off the property at 3 Elm Lane.",
        "Keep 300 metres clear of her workplace.",
        "You must not be found anywhere near 3 Elm Lane.",
        "L'accès au marché Bélair lui est interdit.",
    ],
    "NO_CONTACT_CLASS": ["Contact with any child under the age of 16 is prohibited."],
    "REMAIN_JURISDICTION": ["That he stay within Halton Region.", "She must not leave Quebec."],
    "NO_DRIVE": ["No driving of any vehicle.", "Elle ne conduit aucun véhicule."],
    "APOLOGY": ["He'll say sorry to the owner."],
    "DISPOSE_ITEMS": ["Delete the photos by Friday."],
    "RESIDE_FACILITY": ["He lives for the first month at a half-way house."],
    "NO_ASSOCIATE": ["You must not keep company with anyone you know to have a criminal record."],
    "ABSTAIN": [
        "Stay off drugs.",
        "Zero alcohol at all times.",
        "You drink no alcohol.",
        "No opioids unless a doctor prescribes them.",
        "Vous ne boirez pas d'alcool.",
    ],
    "NO_WEAPON": [
        "No firearms are to be owned or carried by you.",
        "Il n'aura aucune arme en sa possession.",
    ],
    "COUNSELLING": [
        "You go to rehab and you finish it.",
        "Treatment for his gambling is to be undertaken as his supervisor directs.",
        "Elle participera à des séances de thérapie selon les directives de son agente.",
    ],
    "SIGN_RELEASES": [
        "Sign whatever your officer puts in front of you so that your progress can be checked.",
        "All necessary consents must be signed within a week.",
        "Give written permission for your therapist to speak with probation.",
    ],
    "PROOF_COMPLIANCE": [
        "You bring your officer a letter of attendance each month.",
        "Written confirmation of completion is to be furnished to the supervisor.",
        "Il remettra une attestation à son agente.",
    ],
    "STATUTORY_ALL": [
        "You are bound by all of the mandatory ones.",
        "The conditions set out in section 742.3(1) apply.",
        "Les conditions que la loi impose s'appliquent.",
    ],
    "COMMUNITY_SERVICE": [
        "Community service: 35 hours.",
        "Forty hours of community service, and you have six months to do it.",
        "Vous faites soixante heures de travaux communautaires.",
    ],
    "CURFEW": [
        "Be in by 10 p.m. and stay in until 6 a.m.",
        "Vous êtes chez vous entre 22 h et 6 h.",
    ],
    "HOUSE_ARREST": [
        "You are to be in your home day and night for the first four months.",
        "Il est chez lui vingt-quatre heures sur vingt-quatre, sauf pour son travail.",
    ],
    "CARRY_PERMISSION": [
        "The note that lets you out is to be in your pocket.",
        "Gardez son autorisation sur vous.",
    ],
    "CHECK_AT_DOOR": [
        "If an officer phones, pick up the phone.",
        "Quand on sonne à la porte, vous répondez.",
    ],
    "SCHEDULE_ADVANCE": ["Every Sunday you send your supervisor your plans for the week ahead."],
    "EMPLOYMENT_RESTRICTION": [
        "Take no position in which you handle other people's money.",
        "Vous ne gérez l'argent de personne.",
    ],
    "INTERNET_RESTRICTION": ["Stay off Instagram.", "Hold no account on any dating site."],
    "DEVICE_INSPECTION": ["Any phone you own must be unlocked for your officer on request."],
    "ENTRY_PERMIT": ["Let the technicians into your home to fit the equipment."],
    "HOME_VISITS": ["He must tolerate unannounced visits from his supervisor."],
    "RESTITUTION": [
        "You are going to pay back nine hundred dollars to the bakery.",
        "Pay $400 into court for the benefit of Quill Hardware.",
    ],
    "SUPPORT_DEPENDANTS": ["Contribute to the upkeep of your two children."],
    "SURRENDER": ["Hand over your shotgun and your licence to the Elmvale police."],
    "PAROLE_REPORT_POLICE": ["Sign in with the Elmvale police every Monday."],
    "NOTIFY_POLICE_CONTACT": ["If police stop or question you, tell your officer the next day."],
    "DONATION": ["Give $100 to the Elmvale food bank."],
    "RECOMMENDATION": [
        "I would strongly urge you to take the course.",
        "Le tribunal l'encourage à reprendre ses études.",
    ],
    "NOT_IMPOSED": [
        "Nor do I think that a curfew is needed.",
        "I've left out the curfew.",
        "Le service communautaire que demandait la Couronne n'est pas ordonné.",
    ],
    "NO_RESTRICTION": ["For the final two months there is to be no curfew."],
    "INCORPORATES": ["All other conditions of the earlier order remain in force."],
}

STRUNG = [
    (
        "You will keep the peace, report to your supervisor within 2 days and not contact [Q.R.].",
        "KPGB REPORT_FIRST NO_CONTACT",
    ),
    (
        "He shall remain in Ontario unless his officer permits otherwise and not possess weapons.",
        "REMAIN_JURISDICTION NO_WEAPON",
    ),
    (
        "You must live at 3 Elm Lane, not enter Elm Plaza and not communicate with [Q.R.].",
        "RESIDE_APPROVED NO_GO NO_CONTACT",
    ),
    (
        "Vous devez rester en Ontario, sauf permission écrite, et ne pas consommer d'alcool.",
        "REMAIN_JURISDICTION ABSTAIN",
    ),
    (
        "Vous devez ne pas communiquer avec [Q.R.], sauf par avocat et suivre une thérapie.",
        "NO_CONTACT COUNSELLING",
    ),
]

NOT_ORDERED = [
    "The Crown wanted a curfew from 9 p.m. to 6 a.m.",
    "On that order you had to live with your aunt and report every week.",
    "In 2018 he was placed on probation with a condition that he abstain from alcohol.",
    "The author of the report recommends anger management counselling.",
    "He completed forty hours of community service before the plea.",
    "The victim asks that he be ordered to have no contact with her.",
    "A conditional sentence may include a condition that the offender remain at home.",
    "At the time she was under an order not to communicate with her neighbour.",
    "I considered whether to impose house arrest.",
    "His release order required him to surrender his passport.",
    "The Court of Appeal has said that house arrest should be the norm.",
    "Pendant sa mise en liberté provisoire, il devait respecter un couvre-feu.",
    "He is employed full time and supports his family.",
    "She is now sober and is receiving treatment for her addiction.",
    "A house arrest condition would prevent him from working.",
    "The parties agree that a weapons prohibition should be imposed.",
    "La défense suggère soixante heures de travaux communautaires.",
    "Il a suivi une thérapie de son propre chef.",
    "Vous étiez en liberté et vous ne pouviez pas communiquer avec lui.",
]


def codes(text):
    """Return the codes that are found in a text."""
    return sorted(
        {c for each in laid_out(WORDING, text, folded(text)).conditions for c in each.codes}
    )


@pytest.mark.parametrize(
    ("expected", "words"), [(code, words) for code, every in SAID.items() for words in every]
)
def test_many_words_stand_for_one_condition(expected, words):
    assert codes(words) == sorted(expected.split())


@pytest.mark.parametrize(("words", "expected"), STRUNG)
def test_what_one_clause_says_hides_nothing_of_the_next(words, expected):
    assert codes(words) == sorted(expected.split())


@pytest.mark.parametrize("words", NOT_ORDERED)
def test_what_is_told_or_asked_for_orders_nothing(words):
    assert codes(f"I have thought about this. {words}") == []


def test_a_group_of_words_may_use_those_before_it():
    assert codes("Meet with your supervisor no later than 48 hours from now.") == ["REPORT_FIRST"]


@pytest.mark.parametrize(
    "beginning",
    ["Il vous est interdit :", "Le défendeur ne doit pas :", "Le délinquant doit s'abstenir de :"],
)
def test_a_beginning_that_forbids_in_french_forbids_what_its_list_says(beginning):
    text = f"{beginning}\na) d'utiliser Internet;\nb) d'être en contact avec des mineurs."

    assert codes(text) == ["INTERNET_RESTRICTION", "NO_CONTACT_CLASS"]

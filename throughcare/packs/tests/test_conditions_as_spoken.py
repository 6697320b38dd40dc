"""Conditions as they are spoken in court: short and loose. Every sentence is invented."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())

SAID = {
    "CURFEW": [
        "Be at home by 10 p.m. every night and stay there until 6 a.m.",
        "I am imposing a curfew: you are to be inside from 11 at night to 6 in the morning.",
        "You will have a curfew from 10:30 p.m. to 5:30 a.m., seven days a week, except for work.",
    ],
    "NO_CONTACT": [
        "You can't talk to her, [Q.R.], text her, or message her on any platform.",
        "Zero contact with [Q.R.], direct or indirect.",
        "No contact, direct or indirect, with Mr. J. Roy.",
        "You're not to communicate in any way with the named complainants.",
        "Non-communication with [Q.R.] or [S.T.].",
    ],
    "NO_GO": [
        "You are not to go within five hundred metres of 40 King Street.",
        "Keep 200 m away from wherever [Q.R.] lives or works.",
        "Not be found at or near the Parkview Plaza.",
        "Stay out of the downtown core.",
        "You must not be at the Bayview Mall, 300 Bay Street.",
        "Remain at least 50 metres from [Q.R.]'s home.",
    ],
    "REPORT_FIRST REPORT_NEXT": [
        "You'll report to probation within two business days, and as they tell you after that.",
        (
            "Report to the probation office at 10 King Street by 4 p.m. today and thereafter as "
            "required."
        ),
        (
            "You are to report, in person, to a conditional sentence supervisor within 24 hours "
            "and from then on as directed."
        ),
        (
            "Report within 2 working days of your release from custody, and then at all times as "
            "directed by your PO."
        ),
    ],
    "COUNSELLING": [
        "You will take such counselling as your PO thinks you need.",
        "Assessment and counselling for substance abuse, anger management and domestic violence.",
        "You shall attend, participate in and complete the Partner Assault Response Program.",
        "Such treatment, programming or counselling as probation may recommend.",
        "Attend for any and all rehabilitative programs to which you are referred.",
        "Take treatment for your alcohol addiction.",
        "You must go to rehab and finish it.",
    ],
    "ABSTAIN": [
        "You are not to have any alcohol in your body.",
        "You can't drink or use drugs while on this order.",
        "No alcohol, no drugs.",
        "Do not have in your possession any non-medically prescribed drugs.",
        "Not consume any intoxicating substance, including cannabis.",
    ],
    "NO_WEAPON": [
        "Don't have any weapons.",
        "You are prohibited from possessing any weapon as defined in section 2.",
        "Not to have in your possession any firearm, ammunition, or imitation firearm.",
        "You may not possess weapons of any kind.",
    ],
    "COMMUNITY_SERVICE": [
        "Fifty hours of community service, to be done in the first year.",
        "75 hours community service at a rate of 8 hours per month.",
        (
            "You shall perform one hundred and twenty (120) hours of community service within 12 "
            "months."
        ),
    ],
    "HOUSE_ARREST": [
        "For the first nine months, you are to be in your residence twenty-four hours a day.",
        "You are not permitted to leave your home except for the exceptions I am about to read.",
        "Strict house arrest for the first half of the sentence.",
        "You're going to be on house arrest for 8 months.",
        "You are to remain inside your house at 5 Elm Street at all times.",
    ],
    "SIGN_RELEASES": [
        "You'll sign whatever releases probation needs to check that you went.",
        "Sign all necessary consents so that your officer can follow your progress.",
        "You must execute the releases required by your supervisor.",
    ],
    "RESIDE_APPROVED": [
        "You'll live at an address approved by probation and not move without permission.",
        "You must reside with your surety at 5 Elm Street.",
        "Live at 22 Oak Avenue, unit 4, or another address your supervisor approves.",
        "Do not move without the prior written consent of your supervisor.",
    ],
    "SEEK_WORK_SCHOOL": [
        "Be employed, be looking for work or be in school.",
        "Use your best efforts to find a job.",
        "Attend school full time or get a job.",
    ],
    "STATUTORY_ALL": [
        "The mandatory statutory conditions apply, of course.",
        "The statutory conditions are these, which the clerk will read to you.",
        "You will be bound by the compulsory conditions.",
        "All of the statutory terms and conditions.",
    ],
    "NOT_IMPOSED": [
        "I do not find it necessary to impose a curfew.",
        "The request for community service is denied.",
        "I see no need for a no-contact term.",
    ],
    "RECOMMENDATION": [
        "The court recommends that you continue to see your doctor.",
        "It would be wise for you to attend AA; that is only a recommendation.",
        "I would encourage you to stay in school.",
    ],
}


@pytest.mark.parametrize(
    ("codes", "words"), [(codes, words) for codes, many in SAID.items() for words in many]
)
def test_spoken_words_stand_for_their_conditions(codes, words):
    text = f"1. {words}"
    found = laid_out(WORDING, text, folded(text)).conditions

    assert sorted(code for each in found for code in each.codes) == sorted(codes.split())

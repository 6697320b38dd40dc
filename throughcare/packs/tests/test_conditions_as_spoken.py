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
        (
            "Thereafter, for the next four months, you will be subject to a curfew from 9 p.m. to"
            " 6 a.m."
        ),
        (
            "You must be in your place of residence every night by 11 p.m. and remain there until"
            " 6 a.m."
        ),
    ],
    "NO_CONTACT": [
        "You can't talk to her, [Q.R.], text her, or message her on any platform.",
        "Zero contact with [Q.R.], direct or indirect.",
        "No contact, direct or indirect, with Mr. J. Roy.",
        "You're not to communicate in any way with the named complainants.",
        "Non-communication with [Q.R.] or [S.T.].",
        "No communication with the complainant or her children.",
        (
            "You must not contact [Q.R.], except for arranging access to your children through a "
            "third party."
        ),
    ],
    "NO_GO": [
        "You are not to go within five hundred metres of 40 King Street.",
        "Keep 200 m away from wherever [Q.R.] lives or works.",
        "Not be found at or near the Parkview Plaza.",
        "Stay out of the downtown core.",
        "You must not be at the Bayview Mall, 300 Bay Street.",
        "Remain at least 50 metres from [Q.R.]'s home.",
        "Not attend any Walmart store in Ontario.",
        "Do not go to the City of Barrie except to attend court.",
        "Do not attend within the area bounded by King, Queen, First and Second Streets.",
        "Not to attend the hospital except for a medical emergency.",
        "Not be within 500m of any place you know the victims to live, work, or frequent.",
        "Not to come within 3 metres of [Q.R.].",
        "You will stay away from the complainant's place of employment.",
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
        (
            "You will attend for any counselling that is recommended, and in particular the "
            "Caring Dads program."
        ),
        "Attend and complete any program for shoplifting.",
        "Attend the Elizabeth Fry Society program.",
        "Follow up with your psychiatrist and take all treatment recommended.",
        "Take prescribed medication and follow the treatment plan of your doctor.",
        (
            "You are to be assessed for fetal alcohol spectrum disorder and take the counselling "
            "suggested."
        ),
    ],
    "ABSTAIN": [
        "You are not to have any alcohol in your body.",
        "You can't drink or use drugs while on this order.",
        "No alcohol, no drugs.",
        "Do not have in your possession any non-medically prescribed drugs.",
        "Not consume any intoxicating substance, including cannabis.",
        "Do not consume alcohol to excess.",
        "You are not to be under the influence of any drugs or alcohol.",
        "Not to use illegal drugs.",
    ],
    "NO_WEAPON": [
        "Don't have any weapons.",
        "You are prohibited from possessing any weapon as defined in section 2.",
        "Not to have in your possession any firearm, ammunition, or imitation firearm.",
        "You may not possess weapons of any kind.",
        "Not to possess any weapon, imitation weapon or ammunition.",
        "You shall not possess any item that could be used as a weapon.",
        "No weapons as defined by the Criminal Code, including pellet guns.",
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
        "The first year of the conditional sentence will be served under house arrest.",
        "You shall remain within your dwelling house at all times unless going to work.",
        "For the first 90 days you will be confined to your residence.",
        "24-hour house arrest for the first three months.",
    ],
    "SIGN_RELEASES": [
        "You'll sign whatever releases probation needs to check that you went.",
        "Sign all necessary consents so that your officer can follow your progress.",
        "You must execute the releases required by your supervisor.",
        "Sign all such releases as may be required to monitor your compliance.",
        "Provide consent to the release of information from any counsellor.",
        "You must consent to the release of any report about your progress.",
    ],
    "RESIDE_APPROVED": [
        "You'll live at an address approved by probation and not move without permission.",
        "You must reside with your surety at 5 Elm Street.",
        "Live at 22 Oak Avenue, unit 4, or another address your supervisor approves.",
        "Do not move without the prior written consent of your supervisor.",
        "Reside at an address approved by probation.",
        "Maintain a residence approved by your supervisor.",
        "You must not change your place of residence without the prior consent of your supervisor.",
    ],
    "SEEK_WORK_SCHOOL": [
        "Be employed, be looking for work or be in school.",
        "Use your best efforts to find a job.",
        "Attend school full time or get a job.",
        "Actively seek employment.",
        "Attend school or a training program on a full-time basis.",
        "Be gainfully employed or actively seeking employment.",
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
    "NO_RESTRICTION": [
        "For the last five months there will be no house arrest or curfew.",
        "During the final phase there are no restrictions on your movement.",
    ],
    "NO_KNIFE": [
        "You are not to possess a knife with a blade longer than six inches.",
        "Do not have any knife on you except while eating or preparing food.",
    ],
    "TAX_COMPLIANCE PROOF_COMPLIANCE": [
        "File all outstanding tax returns and provide proof of filing to your supervisor.",
    ],
    "RESIDE_APPROVED RESIDE_RULES": [
        (
            "You are to reside at 10 Oak Street and be amenable to the routine and discipline of "
            "that home."
        ),
    ],
    "RESIDE_RULES": [
        "Abide by the rules of the recovery home.",
    ],
    "EMPLOYMENT_RESTRICTION": [
        "Not to seek employment or volunteer work in any position of trust involving money.",
        "Do not act as a bookkeeper or have access to the funds of any employer.",
        "You are not to engage in the business of home renovation.",
        "Do not be employed in any capacity where you have control of another person's money.",
    ],
    "INTERNET_RESTRICTION": [
        "Not to use any social media.",
        "Do not use a computer, tablet or smartphone except for work or banking.",
        "You are not to access the dark web or any peer-to-peer file sharing program.",
        "You may use the Internet only for work, banking and email.",
    ],
    "DEVICE_INSPECTION": [
        "Your electronic devices may be inspected by your supervisor at any time.",
        "Provide all passwords to your probation officer on request.",
    ],
    "EM_DEVICE": [
        "You will be placed on the GPS monitoring program.",
        "Comply with all the rules of the electronic supervision program.",
        "You must wear an ankle bracelet and pay for it.",
    ],
    "REPORT_FIRST": [
        "Report within two days of today's date.",
        "Report to probation this afternoon.",
        "You have until 4 p.m. tomorrow to report to the probation office.",
    ],
    "REPORT_NEXT": [
        "Report as often as your probation officer requires.",
        "Reporting to probation as required.",
        "Continue to report to your current probation officer as directed.",
    ],
    "RESTITUTION": [
        "Pay restitution of $1,200 to the bank within 18 months at no less than $100 a month.",
        "You will pay $300 to Ms. Roy for the damage to her car.",
    ],
    "NOTIFY_NAME_ADDR": [
        "Give your probation officer 48 hours notice of any change of address.",
    ],
    "CHECK_AT_DOOR": [
        (
            "You must attend at the front door of your residence at the request of any peace "
            "officer for a curfew check."
        ),
        "Present yourself to police or your supervisor at the door during curfew hours.",
    ],
}


@pytest.mark.parametrize(
    ("codes", "words"), [(codes, words) for codes, many in SAID.items() for words in many]
)
def test_spoken_words_stand_for_their_conditions(codes, words):
    text = f"1. {words}"
    found = laid_out(WORDING, text, folded(text)).conditions

    assert sorted(code for each in found for code in each.codes) == sorted(codes.split())

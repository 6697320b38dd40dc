"""What judges say in English, and the conditions it stands for. Every sentence is invented."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())

SAID = {
    "KPGB": [
        "keep the peace and be of good behaviour",
        "You must keep the peace and be of good behavior.",
        "Keep the peace",
        "To keep the peace and to be of good behaviour at all times",
        "You are to be of good behaviour.",
        "The offender shall keep the peace and be of good behaviour toward Ms. Roy.",
        "Obey the law and keep the peace.",
        "Mr. Tan will keep the peace and be of good behaviour.",
    ],
    "APPEAR": [
        "Appear before the court when required to do so by the court",
        "You must come to court when you are told to.",
        "Attend court as required.",
        "You are to appear in court whenever required.",
        "Come back to court if you are required to do so.",
        "Return to court when required.",
    ],
    "NOTIFY_NAME_ADDR": [
        "Notify the court or the probation officer in advance of any change of name or address.",
        "Tell your probation officer before you move.",
        "You must inform your supervisor of any change in your address.",
        "Advise probation of any change of address in advance.",
        "You must let your probation officer know if you change your name or address.",
        "Give notice of any change to your residence.",
    ],
    "NOTIFY_JOB": [
        (
            "Promptly notify the court or the probation officer of any change of employment or "
            "occupation."
        ),
        "Tell your probation officer right away if you change jobs.",
        "Inform your supervisor of any change in employment.",
        "You must advise probation of any change in your job.",
    ],
    "NOTIFY_NAME_ADDR NOTIFY_JOB": [
        (
            "Notify the court or probation officer in advance of any change of name or address "
            "and promptly of any change of employment or occupation."
        ),
        "Notify your supervisor of any change in name, address, employment or occupation.",
        "You must tell probation about any change of address or job.",
        "Any change in your address or employment must be reported to your officer.",
    ],
    "REPORT_FIRST": [
        "Report to a probation officer within two working days.",
        "You are to report in person within 48 hours.",
        "Report today.",
        "You must report to probation forthwith.",
        "Within 3 business days of today you must report to a probation officer.",
        "Report to your supervisor no later than Friday at noon.",
        "Report by phone to probation by 4 p.m. on March 9.",
        "You have 72 hours to report to probation.",
        "Attend at the probation office within two days.",
        "Go to the probation office today.",
        "You will report immediately upon your release.",
    ],
    "REPORT_NEXT": [
        "Report as required.",
        "Report to a probation officer as directed.",
        "You are to report to probation when required.",
        "Report regularly to your supervisor.",
        "Report at such times and places as your probation officer may direct.",
        "Report once a month by telephone.",
        "You will be under the supervision of a probation officer.",
        "Thereafter, report as directed.",
        "Reporting as required by probation.",
    ],
    "REPORT_FIRST REPORT_NEXT": [
        "Report within two working days and after that as directed by your supervisor.",
        "Report in person to probation within 24 hours of your release and thereafter as required.",
        "Report today and then whenever you are told to.",
        "You shall report to a probation officer within 5 days and as directed after that.",
        "Attend the probation office by 4:30 p.m. today and thereafter as directed.",
        "Report forthwith in person and from then on when and how your supervisor directs.",
    ],
    "REPORT_END": [
        "Your reporting will end when your counselling is finished.",
        "The reporting condition ends once you have completed your hours.",
        "Reporting may cease when all counselling is complete.",
    ],
    "REMAIN_JURISDICTION": [
        (
            "Remain within the jurisdiction of the court unless written permission to go outside "
            "it is obtained."
        ),
        "Stay in Ontario unless your supervisor agrees in writing.",
        "You must not leave the province without the written permission of your supervisor.",
        "Do not travel outside Canada.",
        "You shall remain within the Province of Ontario.",
        "You are not to leave Ontario without permission.",
    ],
    "NO_CONTACT": [
        "Have no contact directly or indirectly with Ann Roy.",
        "No contact with the complainant.",
        "Do not communicate with Mr. Tan by any means.",
        "You are not to contact or communicate in any way with [Q.R.].",
        "Abstain from communicating directly or indirectly with Ms. Lee except through counsel.",
        "You must not have any communication with the victim.",
        "Not to communicate with your co-accused.",
        "You shall have no direct or indirect contact with her, [Q.R.].",
        "Don't contact [Q.R.] in any way.",
        "You will not speak to, text or message [Q.R.].",
        "Refrain from any contact with the victims named in the information.",
        "There shall be no contact with Ms. Roy except with her written revocable consent.",
        "Stay away from [Q.R.].",
    ],
    "NO_CONTACT_CLASS": [
        "Have no contact with any person under the age of 16 years.",
        "Do not be alone with any child under 14.",
        "You must not communicate with anyone under eighteen unless a parent is present.",
        "No contact with any employee of the store.",
        "Not to be in the company of persons under the age of 18.",
        "You shall not communicate with any person known to you to have a criminal record.",
    ],
    "NO_ASSOCIATE": [
        "Do not associate with members of a gang.",
        "You are not to associate with anyone who has a criminal record.",
        "No association with known drug users.",
    ],
    "NO_GO": [
        (
            "Do not be within 100 metres of any place where you know Ms. Roy to live, work or go "
            "to school."
        ),
        "Stay 50 metres away from the complainant's home.",
        "You are not to attend at 12 Main Street.",
        "Not to attend at the residence of [Q.R.].",
        "Do not go to or be within two blocks of the mall.",
        "You must stay away from the school on Elm Street.",
        "Keep at least 20 metres away from [Q.R.].",
        "Do not attend the Eastgate Mall.",
        "You shall not enter the City of Sault Ste. Marie except for court.",
        "Do not approach within 10 metres of [Q.R.].",
        "You are banned from the Westend store.",
    ],
    "NO_CONTACT NO_GO": [
        "Have no contact with [Q.R.] and do not be within 50 metres of her home.",
        "Do not communicate with [Q.R.] or attend within 100 metres of her residence or work.",
        "No contact with Ms. Roy, and stay 100 metres away from any place she is known to be.",
    ],
    "NO_GO_CLASS": [
        "Do not attend any public park or playground.",
        "Not to be in a daycare centre, schoolground, playground or community centre.",
        "You must not go to any public swimming area where persons under 16 are present.",
        "Do not attend at any schools or daycares.",
    ],
    "NO_GO_LICENSED": [
        "Do not enter any bar, tavern or licensed premises.",
        "You are not to be in any place whose main purpose is the sale of alcohol.",
        "Do not attend any liquor store, beer store or cannabis store.",
    ],
    "ABSTAIN": [
        (
            "Abstain from the consumption of drugs except in accordance with a medical "
            "prescription, of alcohol and of any other intoxicating substance."
        ),
        "Do not drink alcohol.",
        "You must not possess or consume any alcohol or drugs.",
        "No alcohol or non-prescribed drugs.",
        "You are to abstain absolutely from alcohol.",
        "Not to purchase, possess or consume alcohol.",
        "Refrain from using cannabis.",
        "You shall not use any drug that is not prescribed to you.",
    ],
    "SAMPLE_ON_DEMAND": [
        "Provide a sample of a bodily substance on the demand of a probation officer.",
        "Give a sample of your urine when a peace officer demands it.",
    ],
    "SAMPLE_REGULAR": [
        (
            "Provide samples of a bodily substance at regular intervals set out in a notice in "
            "Form 51."
        ),
    ],
    "NO_WEAPON": [
        "Do not possess any weapons as defined by the Criminal Code.",
        "You are not to own, possess or carry a weapon.",
        "Abstain from owning, possessing or carrying a weapon.",
        "Possess no weapons.",
        "No weapons.",
        (
            "You must not have any firearm, crossbow, ammunition or explosive substance in your "
            "possession."
        ),
        "Not possess any weapon.",
        "You shall not own or carry any firearms.",
    ],
    "NO_KNIFE": [
        "Do not carry a knife in public.",
        "You must not possess any knives except in your kitchen to prepare food.",
        "No knives outside the home.",
    ],
    "NO_FIREARM_LICENCE": [
        "Do not apply for any firearms licence.",
        "Not to obtain any authorization, licence or registration certificate for a weapon.",
        "You must not apply for a possession and acquisition licence.",
    ],
    "SUPPORT_DEPENDANTS": [
        "Support your dependants.",
        "Provide for the support or care of dependants.",
        "Pay child support as ordered.",
    ],
    "COMMUNITY_SERVICE": [
        "Perform 100 hours of community service within 12 months.",
        "Complete forty hours of community service work.",
        "You will do 60 community service hours.",
        "You must perform 25 hours of community service at a rate of 5 hours a month.",
        "Perform up to 240 hours of community service over a period not exceeding eighteen months.",
        "Do 30 hours of volunteer work as approved by probation.",
    ],
    "TREATMENT_AGREED": [
        (
            "If the offender agrees, and subject to the program director's acceptance, "
            "participate actively in a treatment program approved by the province."
        ),
    ],
    "TREATMENT_ATTEND": [
        "Attend a treatment program approved by the province.",
    ],
    "CURATIVE_TREATMENT": [
        "Attend at a facility for curative treatment for the consumption of alcohol.",
    ],
    "INTERLOCK": [
        "Comply with the alcohol ignition interlock device program.",
    ],
    "COUNSELLING": [
        "Attend counselling as directed by your probation officer.",
        "Take any assessment, treatment or counselling for anger management as directed.",
        "You shall attend and actively participate in the Partner Assault Response program.",
        "Counselling as directed, including for substance abuse.",
        "Participate in any rehabilitative programming recommended by your supervisor.",
        "Complete the PAR program.",
        "You will take whatever counselling your probation officer tells you to take.",
        "Attend for an assessment for alcohol abuse.",
        "Enter and complete a residential treatment program for addiction.",
        "Go to counselling for gambling.",
        "You are to engage in therapy as recommended by your doctor.",
        "Continue with your counselling with Dr. Roy.",
        "Undergo a psychiatric assessment.",
        "Anger management counselling.",
    ],
    "SIGN_RELEASES": [
        "Sign any releases necessary to allow your probation officer to monitor your progress.",
        "You shall sign any release of information forms as required.",
        "Sign whatever consents are needed.",
        "Execute any waivers your supervisor asks for.",
        "Provide releases of information to your probation officer.",
    ],
    "COUNSELLING SIGN_RELEASES": [
        "Attend counselling as directed and sign any necessary releases.",
        (
            "Take counselling for grief and sign releases so that probation can monitor your "
            "attendance."
        ),
    ],
    "PROOF_COMPLIANCE": [
        "Provide proof of your attendance to your probation officer.",
        "You must show proof of completion when asked.",
        "Give your supervisor confirmation of enrolment.",
    ],
    "RESIDE_APPROVED": [
        "Reside at an address approved of by your probation officer.",
        "Live where your supervisor approves.",
        "You are not to change your address without the prior approval of your supervisor.",
        "Reside with your mother at 12 Main Street.",
        (
            "You shall live at a place approved by probation and not change that address without "
            "consent."
        ),
        "Reside as directed.",
    ],
    "RESIDE_RESTRICTION": [
        "Do not reside in the same building as the complainant.",
        "You must not live with any person under the age of 18.",
    ],
    "RESIDE_FACILITY": [
        "Reside at a halfway house designated by your supervisor.",
        "You are to live in a residential treatment facility until discharged.",
    ],
    "RESIDE_RULES": [
        "Obey the rules of the residence.",
        "You must follow all house rules of your home.",
    ],
    "COOPERATE": [
        "Co-operate with your probation officer.",
        "You must cooperate with your supervisor.",
        "Follow the directions of your probation officer.",
        "Comply with all instructions given by your supervisor.",
    ],
    "COOPERATE SIGN_RELEASES PROOF_COMPLIANCE": [
        (
            "You must cooperate with your probation officer. You must sign any releases and "
            "provide proof of compliance on request."
        ),
    ],
    "CARRY_PERMISSION": [
        "Carry your written permission with you at all times.",
        "You must carry a copy of this order when outside your residence.",
        "The letter of permission is to be carried on your person.",
    ],
    "EMPLOYMENT_RESTRICTION": [
        "Do not seek or obtain any employment that involves handling money.",
        "You must not be in a position of trust or authority towards persons under 16.",
        "Not to be employed as a caregiver.",
        "Do not volunteer with any organization for children.",
        "You shall not work in any capacity with vulnerable persons.",
    ],
    "INTERNET_RESTRICTION": [
        "Do not use the Internet except for work.",
        "You must not access any social media site.",
        "Do not possess any device capable of accessing the Internet.",
        "You are not to own a cell phone without the permission of your supervisor.",
        "Not to use a computer or other digital network.",
    ],
    "CHECK_AT_DOOR": [
        "Present yourself at the door of your residence when asked by a peace officer.",
        "Answer the telephone when your supervisor calls.",
        "Come to the door if the police attend.",
        "You must present yourself at your doorway upon the request of your supervisor.",
    ],
    "SEEK_WORK_SCHOOL": [
        "Make reasonable efforts to find and maintain employment.",
        "Seek and maintain employment or attend school.",
        "You are to look for work.",
        "Make best efforts to obtain a job or go back to school.",
        "Attend school or be employed.",
        "Maintain employment or education.",
    ],
    "SCHEDULE_ADVANCE": [
        "Provide your schedule to your supervisor in advance.",
        "You must confirm your schedule in advance with the supervisor.",
    ],
    "NO_DRIVE": [
        "Do not operate a motor vehicle.",
        "You are not to be in the driver's seat of any vehicle.",
        "You must not drive.",
        "Not to drive any motor vehicle until properly licensed.",
    ],
    "NO_POST": [
        "Do not post anything about [Q.R.] on social media.",
        "You are not to publish or share any images of the complainant online.",
    ],
    "NO_IMAGES": [
        "Do not possess any pornography.",
        "You must not view or possess images of children.",
    ],
    "DEVICE_INSPECTION": [
        "Allow your probation officer to inspect your phone and computer.",
        "You must give your supervisor access to your devices and passwords.",
    ],
    "CURFEW": [
        "Remain in your residence between 10 p.m. and 6 a.m. daily.",
        "Obey a curfew of 11 p.m. to 6 a.m.",
        "You must be inside your home from 9:00 p.m. until 6:00 a.m. every day.",
        "Be in your residence each night between 10 pm and 7 am except for work.",
        "A curfew from midnight to 5 a.m.",
        "Observe a curfew set by your probation officer.",
    ],
    "HOUSE_ARREST": [
        "Remain in your residence at all times except for medical emergencies.",
        "You will be under house arrest for the first six months.",
        "You are to stay in your home 24 hours a day.",
        "Do not leave your residence except for work.",
        "You shall not be outside your residence except as approved.",
        "You will be confined to your home.",
        "Home confinement for the first year.",
        "You may leave your residence only for work and counselling.",
        (
            "You must be inside your home at all times unless with your supervisor's written "
            "permission."
        ),
    ],
    "EM_DEVICE": [
        "Wear an electronic monitoring device.",
        "You must be subject to GPS monitoring.",
        "Submit to electronic supervision as directed.",
        "Wear a GPS ankle bracelet at all times.",
    ],
    "REPORT_EM": [
        "Report to the electronic monitoring office for the fitting of the bracelet.",
    ],
    "PASSPORT": [
        "Deposit your passport with the police.",
        "Surrender your passport to your supervisor within two days.",
    ],
    "OTHER_REASONABLE": [
        "Comply with such other reasonable conditions as the court considers desirable.",
    ],
    "ENTRY_PERMIT": [
        "Allow your supervisor to enter your residence.",
        "You must permit probation staff entry into your home at any time.",
    ],
    "NOTIFY_POLICE_CONTACT": [
        "Inform your supervisor immediately if you are arrested or questioned by the police.",
    ],
    "HOME_VISITS": [
        "Permit your probation officer to visit you at home.",
        "You must accept home visits.",
    ],
    "BOND_AMOUNT": [
        "You will pledge the sum of $500 without deposit.",
        "A recognizance in the amount of $1,000.",
    ],
    "NOTIFY_CONTACT_DETAILS": [
        "Provide your telephone number and address to your probation officer.",
    ],
    "RESTITUTION": [
        "Make restitution to the victim in the amount of $400.",
        "Pay $250 to the complainant through the court.",
        "You must reimburse Ms. Roy for the window.",
    ],
    "SURRENDER": [
        "Surrender all weapons to the police within 24 hours.",
        "You must turn over any firearms and licences.",
    ],
    "APOLOGY": [
        "Write a letter of apology to the victim.",
    ],
    "DISPOSE_ITEMS": [
        "Dispose of any ammunition within 30 days.",
    ],
    "NO_VISITORS": [
        "Have no visitors at your residence.",
    ],
    "DISCLOSE_RECORD": [
        "Disclose your criminal record to any employer.",
    ],
    "DONATION": [
        "Make a donation of $500 to the food bank.",
    ],
    "NO_ANIMAL": [
        "Do not own or care for any animal.",
        "You are not to have any pets.",
    ],
    "TAX_COMPLIANCE": [
        "File your income tax returns for the past three years.",
    ],
    "VEHICLE_RESTRICTION": [
        "You must not be in any motor vehicle with a person under 18.",
    ],
    "INCORPORATES": [
        "The same terms as the conditional sentence order.",
        "The conditions will be the same as those in the first order.",
        "On similar terms to those set out above.",
    ],
    "STATUTORY_ALL": [
        "The statutory terms.",
        "The usual statutory conditions.",
        "All mandatory conditions apply.",
        "The compulsory conditions of the Criminal Code.",
    ],
    "RECOMMENDATION": [
        "You are encouraged to attend a support group.",
        "I recommend that you seek counselling for grief.",
        "I strongly urge you to finish school.",
    ],
    "NOT_IMPOSED": [
        "I am not imposing community service.",
        "I decline to order a curfew.",
        "I will not order restitution.",
        "There will be no order for community service.",
    ],
    "TRANSFER_SUPERVISION": [
        "The order may be transferred to Winnipeg.",
    ],
    "OTHER_ORDER_COMPLY": [
        "Comply with the family court order of last May.",
        "You must abide by the prohibition order.",
    ],
    "INTERMITTENT_SCHEDULE": [
        "Surrender into custody at the jail each Friday at 7 p.m. until Monday at 6 a.m.",
    ],
    "POA_NO_OFFENCE": [
        "You shall not commit the same or any related offence.",
    ],
    "NOTIFY_TRAVEL": [
        "Tell your supervisor before any travel outside the city.",
    ],
}


@pytest.mark.parametrize(
    ("codes", "words"), [(codes, words) for codes, many in SAID.items() for words in many]
)
def test_words_stand_for_their_conditions(codes, words):
    text = f"1. {words}"
    found = laid_out(WORDING, text, folded(text)).conditions

    assert sorted(code for each in found for code in each.codes) == sorted(codes.split())

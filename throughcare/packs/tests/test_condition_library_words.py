"""The plain-language twin: short words, in the person's language, with what the court stated."""

import re
from datetime import date

import pytest

from throughcare.packs.conditions import condition_rule
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import requirements_of
from throughcare.packs.tests.ordered import ONTARIO, ordered
from throughcare.packs.wording import authority_in_words

ON = date(2026, 1, 12)
RULES = [ONTARIO.conditions[code][0] for code in ONTARIO.condition_codes]
SILENT_END = re.compile(r"e$")
VOWELS = re.compile(r"[aeiouy]+")
HIGHEST_GRADE = 8.5
MOST_WORDS = 26
FOR_OFFICIALS = {"ORG_POLICIES", "ORG_SENIOR_OFFICER", "ORG_REPORT", "ORG_PUBLIC_NOTICE"}


def by_code(rule):
    """Return the name of a rule for the test report."""
    return rule.code


def said(code, stated):
    """Return the twin in English and in French, with ordinary spaces."""
    rule = condition_rule(ONTARIO, code, ON)
    both = (plain_words(ONTARIO, rule, stated, language) for language in ("en", "fr"))
    return tuple(re.sub(r"[\u00a0\u202f]", " ", text) for text in both)


def sentences(text):
    """Return the sentences of a text."""
    return [each for each in re.split(r"[.!?:](?:\s|$)", text) if each.strip()]


def grade(text):
    """Return the school grade that a text asks for (Flesch and Kincaid)."""
    text = re.sub(r"\{\w+\}", "home", text)
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(VOWELS.findall(SILENT_END.sub("", each.lower())))) for each in words)
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_the_english_twin_can_be_read_in_grade_eight(rule):
    if rule.code not in FOR_OFFICIALS:
        for text in (rule.plain["en"], rule.plain_open["en"]):
            assert grade(text) <= HIGHEST_GRADE, text


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_no_sentence_of_the_twin_is_long(rule):
    for texts in (rule.plain, rule.plain_open):
        for text in texts.values():
            longest = max(len(each.split()) for each in sentences(text))
            assert longest <= MOST_WORDS, text


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_the_french_twin_says_vous_and_never_tu(rule):
    french = f" {rule.plain['fr']} {rule.plain_open['fr']} ".lower()

    assert not re.search(r"[ '](tu|toi|ton|tes|ta)[ ,.]", french)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_nobody_is_called_an_offender(rule):
    texts = [*rule.plain.values(), *rule.plain_open.values(), *rule.labels.values()]
    asked = [text for each in rule.requirements for text in each.labels.values()]

    said_of = " ".join([*texts, *asked]).lower()
    if rule.code != "SOIRA":
        assert not re.search(r"offender|délinquant|no-show|violation|excus(?!es)", said_of)


SAID = [
    (
        "REPORT_FIRST",
        {"report_within": {"n": 24, "unit": "hour", "from": "order"}},
        "Report to your officer within 24 hours of the order.",
        "Présentez-vous à votre agent dans un délai de 24 heures suivant l'ordonnance.",
    ),
    (
        "REPORT_FIRST",
        {"report_within": {"n": 0, "unit": "today", "from": "order"}},
        "Report to your officer today.",
        "Présentez-vous à votre agent aujourd'hui.",
    ),
    (
        "REPORT_FIRST",
        {},
        "Report to your officer for the first time by the day you were given.",
        "Présentez-vous à votre agent pour la première fois au plus tard le jour qui vous a été"
        " indiqué.",
    ),
    (
        "COMMUNITY_SERVICE",
        {"hours": 49.75, "by": {"date": "2026-06-30"}},
        "Do 49.75 hours of unpaid work for the community by June 30, 2026.",
        "Faites 49,75 heures de travail non payé pour la collectivité au plus tard le 30 juin"
        " 2026.",
    ),
    (
        "COMMUNITY_SERVICE",
        {"hours": 60},
        "Do the hours of unpaid work for the community that your order sets. Your officer arranges"
        " the place and the pace.",
        "Faites les heures de travail non payé pour la collectivité que fixe votre ordonnance."
        " Votre agent en organise le lieu et le rythme.",
    ),
    (
        "CURFEW",
        {"window": {"start": "23:00", "end": "06:30"}},
        "Be in your home, or on its property, from 11 p.m. to 6:30 a.m. every night. The only"
        " exceptions are the ones in your order.",
        "Soyez chez vous, ou sur votre terrain, de 23 h à 6 h 30 chaque nuit. Les seules exceptions"
        " sont celles de votre ordonnance.",
    ),
    (
        "HOUSE_ARREST",
        {},
        "Stay in your home, or on its property, day and night. You may leave only for the reasons"
        " in your order.",
        "Restez chez vous, ou sur votre terrain, jour et nuit. Vous pouvez sortir seulement pour"
        " les raisons que donne votre ordonnance.",
    ),
    (
        "NO_GO",
        {"distance_m": 200},
        "Stay at least 200 metres away from the people and places your order names. The only"
        " exceptions are the ones in your order.",
        "Restez à au moins 200 mètres des personnes et des lieux que nomme votre ordonnance. Les"
        " seules exceptions sont celles de votre ordonnance.",
    ),
    (
        "NO_GO",
        {"persons": ["Ann Lee"]},
        "Do not go to the places your order names. The only exceptions are the ones in your order.",
        "N'allez pas dans les lieux que nomme votre ordonnance. Les seules exceptions sont celles"
        " de votre ordonnance.",
    ),
    (
        "NO_GO_CLASS",
        {"places": ["schoolground", "playground"]},
        "Do not go to places of this kind: schoolgrounds or playgrounds. The only exceptions are"
        " the ones in your order.",
        "N'allez pas dans les lieux de ce genre : les terrains d'école ou les terrains de jeu. Les"
        " seules exceptions sont celles de votre ordonnance.",
    ),
    (
        "DONATION",
        {"amount": 200, "by": {"date": "2026-07-01"}},
        "Pay $200 to the charity by July 1, 2026. Keep the receipt.",
        "Versez 200 $ à l'organisme de bienfaisance au plus tard le 1er juillet 2026. Gardez le"
        " reçu.",
    ),
    (
        "NO_KNIFE",
        {"exceptions": ["FOOD"]},
        "Do not have a knife or blade with you, except for: eating or making food.",
        "N'ayez ni couteau ni lame sur vous, sauf pour : manger ou préparer un repas.",
    ),
    (
        "EM_DEVICE",
        {"technology": "GPS"},
        "Wear the monitoring device (GPS) and follow the rules of the program.",
        "Portez le dispositif de surveillance (GPS) et suivez les règles du programme.",
    ),
]


@pytest.mark.parametrize(("code", "stated", "english", "french"), SAID)
def test_the_twin_reads_well_with_and_without_what_was_stated(code, stated, english, french):
    assert said(code, stated) == (english, french)


WORDS_OF_EXCEPTIONS = [
    ("MED_EMERG_FAMILY", "a medical emergency for you or your close family"),
    ("PRIOR_APPROVAL_WRITTEN", "anything your officer approved in writing first"),
    ("NECESSITIES", "shopping for what you need, at the times your order sets"),
    ("LEGAL_DUTY", "doing what this order asks of you"),
    ("COUNSEL", "counselling or treatment"),
]


@pytest.mark.parametrize(("code", "words"), WORDS_OF_EXCEPTIONS)
def test_a_code_of_an_exception_is_never_shown(code, words):
    stated = {"phase": {"from": 0, "to": 6, "unit": "month"}, "exceptions": [code]}
    english, french = said("HOUSE_ARREST", stated)

    assert english.endswith(f"You may leave only for: {words}.")
    assert code not in french


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_every_line_of_what_is_owed_reads_in_both_languages(rule):
    stated = {"hours": 60, "amount": 500, "report_within": {"n": 2, "unit": "day"}}
    stated |= {"by": {"date": "2026-06-30"}, "within": {"date": "2026-06-30"}}
    condition = ordered("PROBATION", "2026-01-12", "12m", rule.code, stated)

    for requirement in requirements_of(ONTARIO, condition):
        english, french = (what_in_words(ONTARIO, requirement, each) for each in ("en", "fr"))
        assert english != french
        assert "{" not in english + french
        assert "@" not in english + french


def test_the_line_of_hours_says_how_many():
    condition = ordered("PROBATION", "2026-01-12", "12m", "COMMUNITY_SERVICE", {"hours": 49.75})
    (hours, _) = requirements_of(ONTARIO, condition)

    assert what_in_words(ONTARIO, hours, "en") == "Community service: 49.75 hours"
    assert what_in_words(ONTARIO, hours, "fr").endswith("49,75 heures")


AUTHORITIES = [
    ("KPGB", "Code criminel, art. 732.1(2)a), 742.3(1)a), 810-810.2"),
    ("COMMUNITY_SERVICE", "Code criminel, art. 732.1(3)f), 742.3(2)d)"),
    ("NOT_IMPOSED", "aucune autorité : le tribunal l'a refusée"),
    ("DEPORTATION", "aucune au Canada : droit étranger"),
]


@pytest.mark.parametrize(("code", "french"), AUTHORITIES)
def test_an_authority_is_named_in_french_too(code, french):
    rule = condition_rule(ONTARIO, code, ON)

    assert authority_in_words(ONTARIO, rule.authority, "fr") == french


ENGLISH_LEFT = re.compile(r"\b(Criminal Code|Act|practice|authority:|foreign law|as a model)\b")


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_no_authority_stays_english_on_a_french_page(rule):
    authorities = {rule.authority, *(each.authority for each in rule.requirements)}

    for authority in authorities:
        assert not ENGLISH_LEFT.search(authority_in_words(ONTARIO, authority, "fr"))


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_doubt_is_told_in_both_languages_with_the_same_marks(rule):
    marks = re.compile(r"\[(R|W|GK)[^\]]*\]")

    assert bool(rule.note) == bool(rule.note_fr)
    assert sorted(marks.findall(rule.note)) == sorted(marks.findall(rule.note_fr))


CODE_OF_THE_RECORD = re.compile(r"\b[A-Z]{3,}_[A-Z_]+\b|\b(COUNSELLING|KPGB|CSO)\b")


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_no_code_stands_in_what_people_read(rule):
    read = [rule.note, rule.note_fr, rule.authority, *rule.plain.values(), *rule.labels.values()]
    read += [text for each in rule.requirements for text in each.labels.values()]

    assert not CODE_OF_THE_RECORD.search(" ".join(read))


# The codes and words by which the record states exceptions, places, topics and the rest.
SAID_IN_THE_RECORD = """
MED_EMERG MED_EMERG_FAMILY MED_APPT LEGAL_APPT COURT WORK WORK_LAWFUL SCHOOL VOLUNTEER RELIGION
COMM_SERVICE COUNSEL ASSESSMENT RECOVERY_MEETINGS REPORTING NECESSITIES PET EXERCISE CHILD_ACTIVITY
CHILD_ACCESS FAMILY_COURT_ORDER FUNERAL_HOSPITAL TRAVEL_HOME LEGAL_DUTY WITH_PERSON WITH_COUNSEL
SUPERVISED SOCIAL_SERVICES THIRD_PARTY WRITTEN_REVOCABLE_CONSENT PRIOR_APPROVAL_WRITTEN
PRIOR_APPROVAL_PO PRIOR_APPROVAL_PO_WRITTEN PRIOR_PERMISSION PRIOR_PERMISSION_PO_WRITTEN
PRIOR_PERMISSION_SUP PRIOR_PERMISSION_SUP_WRITTEN NOTICE_12H PRESCRIPTION OVER_THE_COUNTER FOOD
EVERYDAY_LIFE OTHER_SPECIFIED home work school worship frequent volunteer playground schoolground
alcohol drugs intoxicants cannabis grief impulsivity parenting gambling driving addictions
probation_officer supervisor parole_supervisor court in_person phone any employees GPS RF residence
"""


@pytest.mark.parametrize("code", SAID_IN_THE_RECORD.split())
def test_a_code_that_the_record_states_has_words_in_both_languages(code):
    words = ONTARIO.words.said[code]

    assert words["en"].strip()
    assert words["fr"].strip()
    assert "_" not in words["en"] + words["fr"]


SAID_IN_SEVERAL_WORDS = [
    ("any known place", "any place you know the person to be"),
    ("under 16", "people under 16"),
    ("anger management", "anger management"),
    ("non-prescribed drugs", "drugs not prescribed for you"),
    ("phone or in person", "by phone or in person"),
    ("Criminal Code s.2", "as the Criminal Code defines it"),
]


@pytest.mark.parametrize(("code", "english"), SAID_IN_SEVERAL_WORDS)
def test_what_the_record_states_in_several_words_is_said_too(code, english):
    assert ONTARIO.words.said[code]["en"] == english

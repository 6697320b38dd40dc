"""What orders say in French, and the conditions it stands for. Every sentence is invented."""

import pytest

from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.texts import folded
from throughcare.packs.reading import folder_with_words, wording_of

WORDING = wording_of(folder_with_words())

SAID = {
    "KPGB": [
        "Ne pas troubler l’ordre public et avoir une bonne conduite.",
        "Vous devez garder la paix et avoir une bonne conduite.",
        "Respecter la loi.",
    ],
    "APPEAR": [
        "Répondre aux convocations du tribunal.",
        "Comparaître devant le tribunal lorsqu’il y est convoqué.",
        "Vous présenter au tribunal lorsque requis.",
    ],
    "NOTIFY_NAME_ADDR": [
        "Prévenir le tribunal ou l’agent de probation de ses changements d’adresse ou de nom.",
        "Aviser l’agent à l’avance de tout changement d’adresse.",
        "Informer votre agent de probation avant de changer d’adresse.",
    ],
    "NOTIFY_JOB": [
        "Aviser rapidement l’agent de ses changements d’emploi ou d’occupation.",
        "Informer l’agent de probation de tout changement d’emploi.",
    ],
    "NOTIFY_NAME_ADDR NOTIFY_JOB": [
        (
            "Prévenir le tribunal ou l’agent de probation de ses changements d’adresse ou de nom "
            "et les aviser rapidement de ses changements d’emploi ou d’occupation."
        ),
    ],
    "REPORT_FIRST": [
        "Se présenter à l’agent de probation dans les deux jours ouvrables.",
        "Vous devez vous présenter au bureau de probation dans les 48 heures.",
        "Vous présenter immédiatement au bureau de probation.",
        "Se présenter au bureau de probation aujourd’hui.",
    ],
    "REPORT_NEXT": [
        (
            "Se présenter à l’agent de probation selon les modalités de temps et de forme fixées "
            "par celui-ci."
        ),
        "Vous présenter à l’agent de surveillance lorsque requis.",
        "Se présenter à votre agent de probation selon ses directives.",
    ],
    "REPORT_FIRST REPORT_NEXT": [
        (
            "Se présenter à l’agent de surveillance dans les deux jours ouvrables et par la suite"
            " selon les modalités fixées."
        ),
        "Vous présenter à l’agent de probation dans les 24 heures, puis selon ses directives.",
    ],
    "REMAIN_JURISDICTION": [
        "Rester dans le ressort du tribunal sauf permission écrite d’en sortir.",
        "Demeurer en Ontario à moins d’une permission écrite.",
        "Ne pas quitter la province sans permission.",
    ],
    "NO_CONTACT": [
        "S’abstenir de communiquer directement ou indirectement avec la victime.",
        "Ne pas communiquer avec [Q.R.].",
        "N’avoir aucun contact avec la plaignante.",
        "Interdiction de communiquer avec Mme Roy.",
    ],
    "NO_CONTACT_CLASS": [
        "Ne pas communiquer avec des personnes de moins de seize ans.",
    ],
    "NO_GO": [
        "S’abstenir d’aller dans un lieu ou un secteur géographique précisé dans l’ordonnance.",
        "Ne pas se trouver à moins de 100 mètres de la résidence de [Q.R.].",
        "Ne pas vous approcher de la résidence de la victime.",
        "Interdiction de se rendre au 12, rue Principale.",
    ],
    "NO_GO_CLASS": [
        "Interdiction de se trouver dans un parc public ou une garderie.",
    ],
    "ABSTAIN": [
        "S’abstenir de consommer de l’alcool ou d’autres substances intoxicantes ou des drogues.",
        "Ne pas consommer d’alcool.",
        "Vous ne devez ni posséder ni consommer de drogues.",
    ],
    "SAMPLE_ON_DEMAND": [
        "Fournir un échantillon d’une substance corporelle à la demande de l’agent de probation.",
    ],
    "SAMPLE_REGULAR": [
        "Fournir un échantillon d’une substance corporelle à intervalles réguliers.",
    ],
    "NO_WEAPON": [
        "S’abstenir d’être propriétaire, possesseur ou porteur d’une arme.",
        "Ne pas posséder d’armes.",
        "Interdiction de posséder une arme à feu, des munitions ou des explosifs.",
        "Il ne doit pas être en possession d’arme.",
    ],
    "SUPPORT_DEPENDANTS": [
        "Prendre soin des personnes à sa charge et subvenir à leurs besoins.",
    ],
    "COMMUNITY_SERVICE": [
        (
            "Accomplir au plus deux cent quarante heures de service communautaire au cours d’une "
            "période maximale de dix-huit mois."
        ),
        "Effectuer 100 heures de travaux communautaires.",
    ],
    "TREATMENT_AGREED": [
        (
            "Si le délinquant y consent, participer activement à un programme de traitement "
            "approuvé par la province."
        ),
    ],
    "TREATMENT_ATTEND": [
        "Suivre un programme de traitement approuvé par la province.",
    ],
    "COUNSELLING": [
        "Suivre toute thérapie exigée par l’agent de probation.",
        "Participer à un programme de gestion de la colère selon les directives.",
        "Suivre le counseling recommandé par votre agent de probation.",
        "Se soumettre à une évaluation et suivre tout traitement recommandé.",
    ],
    "SIGN_RELEASES": [
        "Signer toute autorisation de communication de renseignements.",
        "Signer les formulaires de consentement nécessaires.",
    ],
    "PROOF_COMPLIANCE": [
        "Fournir la preuve de votre participation à l’agent de probation.",
    ],
    "RESIDE_APPROVED": [
        "Résider à une adresse approuvée par l’agent de probation.",
        "Habiter au 12, rue Principale et ne pas changer d’adresse sans permission.",
        "Demeurer à une adresse approuvée par votre agent de surveillance.",
    ],
    "COOPERATE": [
        "Collaborer avec votre agent de probation.",
        "Suivre les directives de l’agent de surveillance.",
    ],
    "CURFEW": [
        "Respecter un couvre-feu de 22 h à 6 h.",
        "Demeurer à votre domicile entre 23 h et 6 h tous les jours.",
        "Regagner sa résidence et y demeurer de 21 h à 7 h.",
    ],
    "HOUSE_ARREST": [
        "Demeurer à votre résidence en tout temps sauf pour des urgences médicales.",
        "Être assigné à domicile pendant les six premiers mois.",
        "Ne pas quitter votre domicile sauf pour le travail.",
    ],
    "EM_DEVICE": [
        "Porter un dispositif de surveillance à distance.",
        "Porter un bracelet électronique.",
    ],
    "PASSPORT": [
        "Remettre votre passeport à la police.",
    ],
    "CHECK_AT_DOOR": [
        "Vous présenter à la porte de votre résidence à la demande d’un agent de la paix.",
        "Répondre au téléphone lorsque l’agent de surveillance appelle.",
    ],
    "SEEK_WORK_SCHOOL": [
        "Faire des efforts raisonnables pour trouver et conserver un emploi.",
        "Fréquenter l’école ou occuper un emploi.",
    ],
    "NO_DRIVE": [
        "Ne pas conduire de véhicule à moteur.",
        "Interdiction de conduire.",
    ],
    "INTERNET_RESTRICTION": [
        "Ne pas utiliser Internet sauf pour le travail.",
    ],
    "RESTITUTION": [
        "Verser un dédommagement de 400 $ à la victime.",
        "Rembourser la victime.",
    ],
    "APOLOGY": [
        "Écrire une lettre d’excuses à la victime.",
    ],
    "STATUTORY_ALL": [
        "Les conditions obligatoires.",
        "En plus des conditions obligatoires prévues par la loi.",
    ],
    "OTHER_REASONABLE": [
        "Observer telles autres conditions raisonnables.",
    ],
    "RECOMMENDATION": [
        "Je recommande que vous suiviez une thérapie.",
    ],
    "INTERLOCK": [
        "Participer au programme d’utilisation de l’antidémarreur avec éthylomètre.",
    ],
    "CURATIVE_TREATMENT": [
        "Suivre un traitement curatif pour la consommation d’alcool.",
    ],
}


@pytest.mark.parametrize(
    ("codes", "words"), [(codes, words) for codes, many in SAID.items() for words in many]
)
def test_words_stand_for_their_conditions(codes, words):
    text = f"1. {words}"
    found = laid_out(WORDING, text, folded(text)).conditions

    assert sorted(code for each in found for code in each.codes) == sorted(codes.split())

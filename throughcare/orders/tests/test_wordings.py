"""Invented conditions as courts word them: what each is read as, and what it is called."""

import pytest
from django.utils import translation

from throughcare.orders import library
from throughcare.orders.reading import read
from throughcare.orders.tests.factories import MADE_ON

HEAD = "PROBATION ORDER\n\nMade on September 8, 2026, for 12 months:\n\n"
READ = [
    (
        "Keep the peace and be of good behaviour.",
        "KPGB",
        "Keep the peace and be of good behaviour",
        "Ne pas troubler l'ordre public et avoir une bonne conduite",
    ),
    (
        "Appear before the court when required to do so by the court.",
        "APPEAR",
        "Appear before the court when required",
        "Répondre aux convocations du tribunal",
    ),
    (
        "Notify the court or the probation officer in advance of any change of name or address.",
        "NOTIFY_NAME_ADDR",
        "Tell of a change of name or address in advance",
        "Prévenir de ses changements de nom ou d'adresse",
    ),
    (
        "Promptly notify the court or the probation officer of any change of employment "
        "or occupation.",
        "NOTIFY_JOB",
        "Tell promptly of a change of job or occupation",
        "Aviser rapidement de ses changements d'emploi ou d'occupation",
    ),
    (
        "Report in person to a probation officer within 3 working days.",
        "REPORT_FIRST",
        "Report for the first time",
        "Se présenter une première fois",
    ),
    (
        "Report to a probation officer immediately.",
        "REPORT_FIRST",
        "Report for the first time",
        "Se présenter une première fois",
    ),
    (
        "Report to a probation officer within 24 hours of your release from custody.",
        "REPORT_FIRST",
        "Report for the first time",
        "Se présenter une première fois",
    ),
    (
        "Thereafter report at all times and places as directed by the probation officer.",
        "REPORT_NEXT",
        "Report as directed",
        "Se présenter selon les directives de l'agent",
    ),
    (
        "Remain within the Province of Ontario unless you have written permission from "
        "the court or the officer.",
        "REMAIN_JURISDICTION",
        "Stay within the jurisdiction of the court",
        "Rester dans le ressort du tribunal",
    ),
    (
        "Not communicate directly or indirectly with Remy Sample.",
        "NO_CONTACT",
        "No contact with named persons",
        "Ne pas communiquer avec des personnes nommées",
    ),
    (
        "Do not contact or communicate, directly or indirectly, with Remy Sample or Toni "
        "Sample, except through legal counsel.",
        "NO_CONTACT",
        "No contact with named persons",
        "Ne pas communiquer avec des personnes nommées",
    ),
    (
        "Not be within 50 metres of 12 Birch Street, Sudbury.",
        "NO_GO",
        "Not to go to named places or near named persons",
        "Ne pas aller dans des lieux nommés ni près de personnes nommées",
    ),
    (
        "Do not attend at the Elm Street arena.",
        "NO_GO",
        "Not to go to named places or near named persons",
        "Ne pas aller dans des lieux nommés ni près de personnes nommées",
    ),
    (
        "Abstain from the consumption of alcohol and other intoxicating substances.",
        "ABSTAIN",
        "Not to use alcohol or drugs",
        "S'abstenir de consommer de l'alcool ou des drogues",
    ),
    (
        "Do not consume any drugs except in accordance with a medical prescription.",
        "ABSTAIN",
        "Not to use alcohol or drugs",
        "S'abstenir de consommer de l'alcool ou des drogues",
    ),
    (
        "Do not possess any weapon, as defined by the Criminal Code.",
        "NO_WEAPON",
        "Not to own, possess or carry a weapon",
        "S'abstenir d'être propriétaire, possesseur ou porteur d'une arme",
    ),
    (
        "Surrender any firearms licence to the police within 7 days.",
        "SURRENDER",
        "Hand in things or licences",
        "Remettre des objets ou des permis",
    ),
    (
        "Perform 40 hours of community service.",
        "COMMUNITY_SERVICE",
        "Community service",
        "Service communautaire",
    ),
    (
        "Perform 100 hours of community service within 12 months.",
        "COMMUNITY_SERVICE",
        "Community service",
        "Service communautaire",
    ),
    (
        "Complete 75 hours of community service work at a rate of not less than 8 hours per month.",
        "COMMUNITY_SERVICE",
        "Community service",
        "Service communautaire",
    ),
    (
        "Attend and actively participate in counselling for anger management as directed "
        "by the probation officer.",
        "COUNSELLING",
        "Assessment, counselling or program as directed",
        "Évaluation, counselling ou programme selon les directives",
    ),
    (
        "Take counselling for substance abuse as directed.",
        "COUNSELLING",
        "Assessment, counselling or program as directed",
        "Évaluation, counselling ou programme selon les directives",
    ),
    (
        "Sign any releases necessary so that the probation officer can monitor your attendance.",
        "SIGN_RELEASES",
        "Sign releases of information",
        "Signer des autorisations de communiquer des renseignements",
    ),
    (
        "Provide proof of completion to the probation officer.",
        "PROOF_COMPLIANCE",
        "Give proof of attendance, work or compliance",
        "Fournir la preuve de présence, de travail ou de respect de l'ordonnance",
    ),
    (
        "Make restitution of $400 to the clerk of the court by March 1, 2027.",
        "RESTITUTION",
        "Pay restitution",
        "Verser un dédommagement",
    ),
    (
        "Remain in your residence between 11:00 p.m. and 6:00 a.m.",
        "CURFEW",
        "Curfew",
        "Couvre-feu",
    ),
    (
        "Be in your residence from 9 p.m. to 7 a.m. every day, except for a medical emergency.",
        "CURFEW",
        "Curfew",
        "Couvre-feu",
    ),
    (
        "Remain in your residence at all times for the first 4 months, except for work or school.",
        "HOUSE_ARREST",
        "House arrest",
        "Détention à domicile",
    ),
    (
        "Reside at a place approved by the probation officer.",
        "RESIDE_APPROVED",
        "Live at an approved address",
        "Habiter à une adresse approuvée",
    ),
    (
        "Live at 20 Spruce Road and do not change that address without permission.",
        "RESIDE_APPROVED",
        "Live at an approved address",
        "Habiter à une adresse approuvée",
    ),
    (
        "Seek and maintain employment.",
        "SEEK_WORK_SCHOOL",
        "Look for or keep work or school",
        "Chercher ou garder un travail ou des études",
    ),
    (
        "Attend school or work full time.",
        "SEEK_WORK_SCHOOL",
        "Look for or keep work or school",
        "Chercher ou garder un travail ou des études",
    ),
    (
        "Do not operate a motor vehicle.",
        "NO_DRIVE",
        "Not to drive",
        "Ne pas conduire",
    ),
    (
        "Do not use the internet except for work.",
        "INTERNET_RESTRICTION",
        "Limits on internet and devices",
        "Restrictions d'accès à Internet et aux appareils",
    ),
    (
        "Write a letter of apology to the store.",
        "APOLOGY",
        "Apologize",
        "Présenter des excuses",
    ),
    (
        "Carry a copy of this order when you are outside your residence.",
        "CARRY_PERMISSION",
        "Carry the written permission",
        "Porter sur soi la permission écrite",
    ),
    (
        "Take part in the partner assault response program as directed.",
        "COUNSELLING",
        "Assessment, counselling or program as directed",
        "Évaluation, counselling ou programme selon les directives",
    ),
    (
        "Not attend any licensed premises whose main business is the sale of alcohol.",
        "NO_GO_LICENSED",
        "Not to go where alcohol is sold",
        "Ne pas aller là où l'on vend de l'alcool",
    ),
    (
        "Ne pas troubler l’ordre public et avoir une bonne conduite.",
        "KPGB",
        "Keep the peace and be of good behaviour",
        "Ne pas troubler l'ordre public et avoir une bonne conduite",
    ),
    (
        "Répondre aux convocations du tribunal.",
        "APPEAR",
        "Appear before the court when required",
        "Répondre aux convocations du tribunal",
    ),
    (
        "Se présenter à un agent de probation dans les deux jours ouvrables.",
        "REPORT_FIRST",
        "Report for the first time",
        "Se présenter une première fois",
    ),
    (
        "S’abstenir de communiquer, directement ou indirectement, avec Remy Sample.",
        "NO_CONTACT",
        "No contact with named persons",
        "Ne pas communiquer avec des personnes nommées",
    ),
    (
        "Accomplir 60 heures de service communautaire.",
        "COMMUNITY_SERVICE",
        "Community service",
        "Service communautaire",
    ),
    (
        "S’abstenir de consommer de l’alcool.",
        "ABSTAIN",
        "Not to use alcohol or drugs",
        "S'abstenir de consommer de l'alcool ou des drogues",
    ),
]


def only(words):
    """Return the only code that a paper with one condition is read as."""
    (condition,) = read(f"{HEAD}1. {words}\n").conditions
    (code,) = condition.codes
    return code.code


@pytest.mark.parametrize(("words", "code", "english", "french"), READ)
def test_what_a_condition_is_read_as(words, code, english, french):
    assert only(words) == code
    assert name(code, "en") == english
    assert name(code, "fr") == french


def name(code, language):
    """Return what a code is called, with plain spaces."""
    with translation.override(language):
        return library.name_of(code, MADE_ON).replace("\u00a0", " ")


@pytest.mark.parametrize("words", [each[0] for each in READ])
def test_its_words_are_kept_as_they_stand(words):
    (condition,) = read(f"{HEAD}1. {words}\n").conditions

    assert condition.words == words


def test_all_of_them_in_one_order_keep_their_places():
    listed = [words for words, *_names in READ]
    text = HEAD + "\n".join(f"{number}. {words}" for number, words in enumerate(listed, start=1))

    found = read(text).conditions
    assert [each.words for each in found] == listed
    assert [each.number for each in found] == list(range(1, len(listed) + 1))

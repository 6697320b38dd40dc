"""How do we know, as Ontario's pack says it in both languages."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification, known
from throughcare.kernel.knowing.watching import Condition, watched
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import Strength
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
MARCH = date(2026, 3, 31)
MORE = Expectation((), Strength.COLLATERAL, Length(months=1), True)


def checked(strength, on="2026-03-02", result=Result.CONFIRMED):
    return Verification("C1", "a call", Strength[strength], date.fromisoformat(on), result)


def said(language, expects, *verifications):
    reasons = known("C1", expects, verifications, MARCH).reasons
    return [say(ONTARIO, each, language) for each in reasons]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Last verified on March 2, 2026: a call (the person's own word).",
                "The person's own word is on file. No stronger check is expected at this level"
                " (rule).",
            ],
        ),
        (
            "fr",
            [
                "Dernière vérification le 2 mars 2026\u00a0: a call (la parole de la personne).",
                "La parole de la personne est au dossier. Aucune vérification plus forte n'est"
                " attendue à ce niveau (règle).",
            ],
        ),
    ],
)
def test_the_persons_own_word_is_all_that_is_expected(language, sentences):
    assert said(language, Expectation(), checked("SELF_REPORT")) == sentences


def test_what_is_weaker_says_what_is_expected():
    assert said("en", MORE, checked("DOCUMENT"))[1:] == [
        "What is on file (a document) is weaker than the rule expects (a collateral's word).",
        "At this level the rule expects at least a collateral's word.",
        "It is expected again within 1 month.",
    ]
    assert said("fr", MORE, checked("DOCUMENT"))[1:] == [
        "Ce qui est au dossier (un document) est plus faible que ce que la règle demande"
        " (la parole d'un tiers).",
        "À ce niveau, la règle demande au moins ceci\u00a0: la parole d'un tiers.",
        "Une nouvelle vérification est attendue dans un délai de 1 mois.",
    ]


def test_what_is_older_says_until_when_it_held():
    old = checked("OFFICIAL", "2026-01-31")

    assert said("en", MORE, old)[:2] == [
        "Last verified on January 31, 2026: a call (an official source).",
        "The verification of January 31, 2026 held until February 28, 2026."
        " A newer one is expected.",
    ]
    assert said("fr", MORE, old)[1] == (
        "La vérification du 31 janvier 2026 valait jusqu'au 28 février 2026."
        " Une plus récente est attendue."
    )


@pytest.mark.parametrize(
    ("verifications", "english", "french"),
    [
        (
            (),
            "Nothing on file: no verification of this condition was recorded.",
            "Rien au dossier\u00a0: aucune vérification de cette condition n'a été consignée.",
        ),
        (
            (checked("OBSERVED", result=Result.INCONCLUSIVE),),
            "Nothing on file: it was tried on March 2, 2026 (a call) and showed nothing.",
            "Rien au dossier\u00a0: une tentative du 2 mars 2026 (a call) n'a rien montré.",
        ),
    ],
)
def test_nothing_on_file(verifications, english, french):
    assert said("en", MORE, *verifications)[0] == english
    assert said("fr", MORE, *verifications)[0] == french


def test_what_contradicts_asks_for_a_person():
    bad = checked("OBSERVED", result=Result.CONTRADICTED)

    assert said("en", MORE, bad)[0] == "Last verified on March 2, 2026: a call (an observation)."
    assert said("en", MORE, bad)[-1] == (
        "The verification of March 2, 2026 showed the opposite. A person must look at it."
    )
    assert said("fr", MORE, bad)[-1] == (
        "La vérification du 2 mars 2026 a montré le contraire. Une personne doit l'examiner."
    )


def test_what_nothing_watches():
    (found,) = watched([Condition("C1", Period(MARCH), MORE)], [], [], [], MARCH)

    assert say(ONTARIO, found.reasons[0], "en") == (
        "Nothing on file: no obligation and no verification watches this condition."
    )
    assert say(ONTARIO, found.reasons[0], "fr") == (
        "Rien au dossier\u00a0: aucune obligation ni vérification ne porte sur cette condition."
    )

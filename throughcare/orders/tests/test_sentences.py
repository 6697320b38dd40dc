"""What the acts, flags and files of orders say, sentence by sentence, in both languages."""

import pytest
from django.utils import translation

SENTENCES = {
    ("%(column)s is missing"): ("%(column)s manque"),
    ("%(column)s is not a day such as 2026-01-31"): (
        "%(column)s n’est pas un jour tel que 2026-01-31"
    ),
    ("%(first)s to %(last)s"): ("du %(first)s au %(last)s"),
    ("%(name)s cannot be read: %(why)s"): ("%(name)s ne peut pas être lu : %(why)s"),
    ("%(name)s is here"): ("%(name)s est ici"),
    ("%(name)s is not for this office"): ("%(name)s ne relève pas de ce bureau"),
    ("%(what)s: over the limit of %(most)s (%(source)s). Kept as made."): (
        "%(what)s : dépasse la limite de %(most)s (%(source)s). Gardé tel que rendu."
    ),
    ("A change takes effect on or after the day it was asked for."): (
        "Une modification prend effet le jour de la demande ou plus tard."
    ),
    ("An officer or a manager confirms what the court ordered. It is kept as provisional."): (
        "Un agent ou un gestionnaire confirme ce que le tribunal a ordonné. L’ordonnance "
        "reste provisoire."
    ),
    ("An order arrived"): ("Une ordonnance est arrivée"),
    ("Another paper of the same number says something else. A query went to the court office."): (
        "Un autre document du même numéro dit autre chose. La question a été posée au greffe."
    ),
    ("Answer"): ("Réponse"),
    ("As far as the order says it."): ("Dans la mesure où l’ordonnance le dit."),
    ("Asked for by"): ("Demandée par"),
    ("Asked of"): ("Posée à"),
    ("Born"): ("Naissance"),
    ("Brought in on %(day)s"): ("Importé le %(day)s"),
    ("Choose the conditions that change, or write a new one."): (
        "Choisissez les conditions qui changent, ou écrivez-en une nouvelle."
    ),
    ("Choose whose order this is, or say that the person is new."): (
        "Choisissez la personne visée, ou dites qu’elle est nouvelle."
    ),
    (
        "Condition %(here)s differs from condition %(there)s of %(number)s, which runs "
        "too. The person must keep both; ask if that cannot be."
    ): (
        "La condition %(here)s diffère de la condition %(there)s de %(number)s, qui "
        "court aussi. La personne doit respecter les deux; posez la question si c’est "
        "impossible."
    ),
    ("Condition %(number)s is confirmed."): ("La condition %(number)s est confirmée."),
    ("Condition %(number)s is taken off."): ("La condition %(number)s est retirée."),
    ("Conditions sheet"): ("Feuille des conditions"),
    ("Copy the court’s words of this condition."): (
        "Recopiez les mots du tribunal pour cette condition."
    ),
    ("Court"): ("Tribunal"),
    ("Due"): ("Échéance"),
    ("Give the day of the sentence, or the day the person was here."): (
        "Indiquez le jour de la peine ou le jour où la personne est venue."
    ),
    ("Give the name, as the court or the person says it."): (
        "Indiquez le nom, tel que le tribunal ou la personne le dit."
    ),
    ("Given"): ("Remise le"),
    ("Given names"): ("Prénoms"),
    ("Hold it"): ("Le garder"),
    ("Hold this paper"): ("Garder ce document"),
    ("How given"): ("Comment"),
    ("Information"): ("Dénonciation"),
    ("It is recorded as it arrived. Nobody is turned away: say whom to call."): (
        "Il est consigné tel qu’il est arrivé. Personne n’est renvoyé : dites qui appeler."
    ),
    ("It was decided already what becomes of this paper. Nothing was changed."): (
        "Le sort de ce document est déjà décidé. Rien n’a été changé."
    ),
    ("Kept."): ("Consigné."),
    ("Kind of order"): ("Sorte d’ordonnance"),
    ("Made"): ("Rendue le"),
    (
        "No words could be read out of this file: it is a picture. Type or paste the "
        "words below and send the file again with them."
    ): (
        "Aucun mot n’a pu être lu dans ce fichier : c’est une image. Tapez ou collez les "
        "mots et envoyez de nouveau le fichier avec eux."
    ),
    ("Nobody has the number %(number)s."): ("Personne n’a le numéro %(number)s."),
    ("Not read: say what it means"): ("Non lue : dites ce qu’elle signifie"),
    ("Number"): ("Numéro"),
    ("One of these conditions is of another order."): (
        "L’une de ces conditions fait partie d’une autre ordonnance."
    ),
    ("Or the file: PDF or text"): ("Ou le fichier : PDF ou texte"),
    ("Order as it arrived"): ("Ordonnance telle qu’arrivée"),
    ("Orders"): ("Ordonnances"),
    ("Paste all of it, as it stands. Nothing is changed in it."): (
        "Collez le tout, tel quel. Rien n’y est changé."
    ),
    ("Paste the words of the order, or choose its file."): (
        "Collez les mots de l’ordonnance, ou choisissez son fichier."
    ),
    ("Put on the list"): ("Mettre sur la liste"),
    ("Record it"): ("Consigner"),
    ("Say what is asked for, and why."): ("Dites ce qui est demandé, et pourquoi."),
    ("Say what is unclear in this condition."): ("Dites ce qui est obscur dans cette condition."),
    ("Say whom to call about this paper."): ("Dites qui appeler au sujet de ce document."),
    ("Say why the direction is taken back."): ("Dites pourquoi la directive est retirée."),
    ("Say why the person is not expected here."): (
        "Dites pourquoi la personne n’est pas attendue ici."
    ),
    ("Say why this is no condition."): ("Dites pourquoi ce n’est pas une condition."),
    ("Say why this paper is set aside."): ("Dites pourquoi ce document est mis de côté."),
    ("Sentenced and not seen yet, or here without a paper."): (
        "Condamné et pas encore vu, ou ici sans document."
    ),
    ("Set it aside"): ("Mettre de côté"),
    ("Set this paper aside"): ("Mettre ce document de côté"),
    ("Slip"): ("Billet"),
    ("Someone is expected"): ("Quelqu’un est attendu"),
    ("Someone like this is on file: %(numbers)s. Give the number in the column person."): (
        "Une personne semblable est au dossier : %(numbers)s. Indiquez le numéro dans la "
        "colonne person."
    ),
    ("Something of this event is missing or is no day or length. Look at it again."): (
        "Il manque quelque chose à cet événement, ou ce n’est ni un jour ni une durée. "
        "Regardez-le de nouveau."
    ),
    ("Surname on the order"): ("Nom de famille dans l’ordonnance"),
    ("Take off the list"): ("Retirer de la liste"),
    ("Takes effect"): ("Prend effet le"),
    ("The day lies before the direction is given. Give today or a later day."): (
        "Ce jour précède celui de la directive. Indiquez aujourd’hui ou un jour à venir."
    ),
    ("The file must hold a list of objects, one for each order."): (
        "Le fichier doit contenir une liste d’objets, un par ordonnance."
    ),
    ("The order is confirmed. What it asks is on Today."): (
        "L’ordonnance est confirmée. Ce qu’elle demande est dans Aujourd’hui."
    ),
    ("The order is on file as provisional."): ("L’ordonnance est au dossier, provisoire."),
    ("The order it comes after is not on this file. Take that one in first."): (
        "L’ordonnance qu’elle suit n’est pas dans ce dossier. Consignez d’abord celle-là."
    ),
    ("The order was not made yet on that day. Give a later day."): (
        "L’ordonnance n’était pas encore rendue ce jour-là. Indiquez un jour plus tardif."
    ),
    ("The order was not made yet on that day. Look at the day again."): (
        "L’ordonnance n’était pas encore rendue ce jour-là. Regardez le jour de nouveau."
    ),
    ("The query about condition %(number)s is written down. Send it."): (
        "La question sur la condition %(number)s est consignée. Envoyez-la."
    ),
    ("The signature is missing. Ask the court office for a signed copy."): (
        "La signature manque. Demandez une copie signée au greffe."
    ),
    ("These columns are not known: %(names)s. The template shows those that are."): (
        "Ces colonnes sont inconnues : %(names)s. Le modèle montre celles qui existent."
    ),
    (
        "This change touches a protected person and stays pending. Record that they were "
        "asked, as for every such change, before it is put in force."
    ): (
        "Cette modification touche une personne protégée et reste en attente. Consignez "
        "d’abord qu’on l’a consultée, comme pour toute modification de ce genre."
    ),
    ("This change was decided already. Nothing was changed."): (
        "Cette modification est déjà décidée. Rien n’a été changé."
    ),
    ("This condition is on another file. Choose one of this file."): (
        "Cette condition est dans un autre dossier. Choisissez-en une de ce dossier."
    ),
    ("This direction no longer stands: it was taken back or replaced. Give a new one."): (
        "Cette directive ne vaut plus : elle a été retirée ou remplacée. Donnez-en une nouvelle."
    ),
    ("This event was corrected already. Correct the one that stands now."): (
        "Cet événement a déjà été corrigé. Corrigez celui qui vaut maintenant."
    ),
    (
        "This file has %(pages)s pages. An order has fewer: send the order alone, or "
        "paste its words."
    ): (
        "Ce fichier a %(pages)s pages. Une ordonnance en a moins : envoyez l’ordonnance "
        "seule, ou collez ses mots."
    ),
    ("This line is off the list already. Nothing was changed."): (
        "Cette ligne n’est déjà plus sur la liste. Rien n’a été changé."
    ),
    ("This order is not ours to supervise. Hold it and say whom to call."): (
        "Cette ordonnance n’est pas de notre ressort. Gardez-la et dites qui appeler."
    ),
    ("This paper says something else than the one on file. Wait for the court’s answer."): (
        "Ce document dit autre chose que celui au dossier. Attendez la réponse du tribunal."
    ),
    ("This query has its answer. Ask a new one if it is not clear."): (
        "Cette question a sa réponse. Posez-en une nouvelle si ce n’est pas clair."
    ),
    ("To confirm"): ("À confirmer"),
    ("Two papers about %(number)s, made the same day, differ in: %(apart)s. Which one stands?"): (
        "Deux documents sur %(number)s, du même jour, diffèrent : %(apart)s. Lequel vaut?"
    ),
    ("Unsure: to decide"): ("Incertaine : à décider"),
    ("What is it?"): ("De quoi s’agit-il?"),
    ("What is unclear"): ("Ce qui est obscur"),
    ("Whom to call"): ("Qui appeler"),
    ("Why is it set aside?"): ("Pourquoi est-il mis de côté?"),
    ("Words"): ("Mots"),
    ("Words of the order"): ("Mots de l’ordonnance"),
    ("Write the name or initials as the order has them."): (
        "Écrivez le nom ou les initiales comme dans l’ordonnance."
    ),
    ("Write the question as it will be sent."): ("Écrivez la question telle qu’elle sera envoyée."),
    ("Write the surname as the order has it."): (
        "Écrivez le nom de famille comme dans l’ordonnance."
    ),
    ("Write what was answered, and by whom."): ("Écrivez ce qui a été répondu, et par qui."),
    ("You are not posted to an office, so no file can be opened."): (
        "Vous n’êtes affecté à aucun bureau; aucun dossier ne peut être ouvert."
    ),
    ("as_at has not come yet"): ("as_at n’est pas encore venu"),
    ("as_at is missing: say on which day the balances were so"): (
        "as_at manque : dites quel jour les soldes étaient ainsi"
    ),
    ("born is not a day such as 1990-04-17, nor a year"): (
        "born n’est ni un jour tel que 1990-04-17, ni une année"
    ),
    ("clock stopped"): ("compte arrêté"),
    ("conditions is not a list of words with their codes"): (
        "conditions n’est pas une liste de mots avec leurs codes"
    ),
    ("days not known yet"): ("jours pas encore connus"),
    ("from %(day)s, no last day"): ("à partir du %(day)s, sans dernier jour"),
    ("from %(first)s"): ("à partir du %(first)s"),
    ("hours_done is not a number"): ("hours_done n’est pas un nombre"),
    ("instrument %(code)s is not known"): ("instrument %(code)s est inconnu"),
    ("language is en or fr"): ("language est en ou fr"),
    ("length cannot be read: write it such as 18 months"): (
        "length ne peut pas être lu : écrivez par exemple 18 months"
    ),
    ("no file here"): ("aucun dossier ici"),
    ("no last day"): ("sans dernier jour"),
    ("not known yet"): ("pas encore connu"),
    ("not yet confirmed"): ("pas encore confirmée"),
    ("paper here, not seen"): ("document arrivé, pas vu"),
    ("seen, no paper"): ("vu, sans document"),
    ("sentenced, not seen"): ("condamné, pas vu"),
    ("surname or person is missing"): ("surname ou person manque"),
    ("the conditions"): ("les conditions"),
    ("the first day"): ("le premier jour"),
    ("the last day"): ("le dernier jour"),
    ("the length"): ("la durée"),
    ("whether it is for life"): ("si elle vaut à perpétuité"),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_has_its_french(sentence):
    with translation.override("fr"):
        assert translation.gettext(sentence).replace("\u00a0", " ") == SENTENCES[sentence]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_its_own_english(sentence):
    with translation.override("en"):
        assert translation.gettext(sentence) == sentence

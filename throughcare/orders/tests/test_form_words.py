"""What every form of orders says, in both languages: titles, buttons, labels, hints."""

import pytest
from django.utils import translation

from throughcare.cases.forms.pieces import FileForm
from throughcare.orders.forms import (
    acts,
    arriving,
    changing,
    directing,
    event,
    expecting,
    taking_back,
    taking_in,
    varying,
)
from throughcare.pages.forms import Form

MODULES = (acts, arriving, changing, directing, event, expecting, taking_back, taking_in, varying)
LABELS = {
    ("AddConditionForm", "words"): ("The court’s words", "Les mots du tribunal"),
    ("AddConditionForm", "code"): ("What it means", "Ce qu’elle signifie"),
    ("AnswerForm", "answer"): (
        "What was answered, and by whom",
        "Ce qui a été répondu, et par qui",
    ),
    ("DecideVariationForm", "outcome"): ("Decision", "Décision"),
    ("DecideVariationForm", "decided_on"): ("Decided on", "Décidée le"),
    ("DecideVariationForm", "takes_effect_on"): (
        "Takes effect on, if granted",
        "Prend effet le, si accordée",
    ),
    ("DecideVariationForm", "protected_were_asked"): (
        "Those protected were asked",
        "Les personnes protégées ont été consultées",
    ),
    ("DirectionForm", "kind"): ("What", "Quoi"),
    ("DirectionForm", "due_on"): ("By or on", "Au plus tard le"),
    ("DirectionForm", "due_time"): ("At", "À"),
    ("DirectionForm", "place"): ("Where", "Où"),
    ("DirectionForm", "words"): ("In words for the person", "En mots pour la personne"),
    ("DirectionForm", "how_given"): ("How given", "Comment"),
    ("DirectionForm", "acknowledged"): (
        "The person said they have it",
        "La personne a dit l’avoir reçue",
    ),
    ("EventForm", "on"): ("On", "Le"),
    ("EventForm", "length"): ("Extended by", "Prolongée de"),
    ("EventForm", "last_day"): ("New last day", "Nouveau dernier jour"),
    ("EventForm", "released_on"): ("Released on", "Mise en liberté le"),
    ("EventForm", "is_conditional"): (
        "Released on parole or another condition",
        "Mise en liberté sous condition, telle la libération conditionnelle",
    ),
    ("EventForm", "expires_on"): (
        "Last day of that imprisonment, as the institution gives it",
        "Dernier jour de cet emprisonnement, selon l’établissement",
    ),
    ("EventForm", "is_intermittent"): (
        "Served at intervals, such as on weekends",
        "Purgé de façon discontinue, telles les fins de semaine",
    ),
    ("EventForm", "convicted_on"): (
        "Convicted of a new offence on",
        "Déclaration de culpabilité pour une nouvelle infraction le",
    ),
    ("EventForm", "is_final"): (
        "The time to appeal is over and no appeal was taken",
        "Le délai d’appel est écoulé et il n’y a pas eu d’appel",
    ),
    ("EventForm", "credit_days"): (
        "Suspended days that the court counts as served",
        "Jours de suspension que le tribunal compte comme purgés",
    ),
    ("EventForm", "outcome"): ("What the court decided", "Ce que le tribunal a décidé"),
    ("EventForm", "to"): ("Which court has it now", "Quel tribunal en est maintenant saisi"),
    ("EventForm", "words"): ("In words, and from which paper", "En mots, et d’après quel document"),
    ("ExplainForm", "given_on"): ("On", "Le"),
    ("ExplainForm", "language"): ("In", "En"),
    ("ExplainForm", "interpreter"): ("Interpreter", "Interprète"),
    ("ExplainForm", "copy_given"): ("A copy was given", "Une copie a été remise"),
    ("ExplainForm", "receipt_signed"): ("The person signed for it", "La personne a signé le reçu"),
    ("MetForm", "on"): ("On", "Le"),
    ("ProtectForm", "names"): ("Name or initials, one a line", "Nom ou initiales, un par ligne"),
    ("TakeBackForm", "reason"): ("Why", "Pourquoi"),
    ("TakeEventBackForm", "reason"): ("Why", "Pourquoi"),
    ("VariationForm", "asked_by"): ("Who asks?", "Qui demande?"),
    ("VariationForm", "asked_on"): ("Asked on", "Demandée le"),
    ("VariationForm", "notice_on"): ("Notice given on", "Avis donné le"),
    ("VariationForm", "before"): ("Which condition", "Quelle condition"),
    ("VariationForm", "after"): ("What it would say", "Ce qu’elle dirait"),
    ("VariationForm", "words"): ("Why", "Pourquoi"),
    ("VariationForm", "touches_protected"): (
        "It touches a protected person",
        "Elle touche une personne protégée",
    ),
    ("ArriveForm", "surname"): ("Surname on the order", "Nom de famille dans l’ordonnance"),
    ("ArriveForm", "given"): ("Given names", "Prénoms"),
    ("ArriveForm", "born"): ("Born", "Naissance"),
    ("ArriveForm", "words"): ("Words of the order", "Mots de l’ordonnance"),
    ("ArriveForm", "file"): ("Or the file: PDF or text", "Ou le fichier : PDF ou texte"),
    ("AsideForm", "reason"): ("Why is it set aside?", "Pourquoi est-il mis de côté?"),
    ("HoldForm", "held_as"): ("What is it?", "De quoi s’agit-il?"),
    ("HoldForm", "whom_to_call"): ("Whom to call", "Qui appeler"),
    ("AskForm", "to"): ("Ask", "Demander"),
    ("AskForm", "words"): (
        "The question, as it will be sent",
        "La question, telle qu’elle sera envoyée",
    ),
    ("MeaningForm", "another"): ("Add a meaning", "Ajouter un sens"),
    ("EndForm", "reason"): (
        "Why is the person not expected here?",
        "Pourquoi la personne n’est-elle pas attendue ici?",
    ),
    ("ExpectForm", "name"): ("Name", "Nom"),
    ("ExpectForm", "born_on"): ("Born", "Naissance"),
    ("ExpectForm", "court"): ("Court", "Tribunal"),
    ("ExpectForm", "information_number"): ("Information number", "Numéro de la dénonciation"),
    ("ExpectForm", "sentenced_on"): ("Sentenced on", "Peine prononcée le"),
    ("ExpectForm", "seen_on"): ("Was here on", "Est venu le"),
    ("ExpectForm", "words"): ("What was said", "Ce qui a été dit"),
    ("SeenForm", "seen_on"): ("Here on", "Ici le"),
    ("TakeInForm", "person"): ("Whose order is it?", "À qui est cette ordonnance?"),
    ("TakeInForm", "find"): ("Look for someone else", "Chercher quelqu’un d’autre"),
    ("TakeInForm", "spoken"): ("Speaks, if new", "Parle, si nouvelle"),
    ("TakeInForm", "holder"): ("Officer, if a file is opened", "Agent, si un dossier est ouvert"),
    ("TakeInForm", "instrument"): ("Kind of order", "Sorte d’ordonnance"),
    ("TakeInForm", "court"): ("Court", "Tribunal"),
    ("TakeInForm", "information_number"): ("Information number", "Numéro de la dénonciation"),
    ("TakeInForm", "counts"): ("Counts", "Chefs d’accusation"),
    ("TakeInForm", "made_on"): ("Made on", "Rendue le"),
    ("TakeInForm", "length"): ("Length", "Durée"),
    ("TakeInForm", "last_day_stated"): (
        "Last day, if the order states it",
        "Dernier jour, si l’ordonnance le dit",
    ),
    ("TakeInForm", "released_on"): ("Released from prison on", "Mise en liberté le"),
    ("TakeInForm", "received_on"): ("Received on", "Reçue le"),
    ("TakeInForm", "judge"): ("Judge", "Juge"),
    ("TakeInForm", "signed"): ("Signature", "Signature"),
    ("TakeInForm", "pages_expected"): ("Pages it should have", "Pages qu’elle devrait avoir"),
    ("TakeInForm", "pages_present"): ("Pages here", "Pages présentes"),
    ("TakeInForm", "language"): ("Language of the order", "Langue de l’ordonnance"),
    ("TakeInForm", "protected"): (
        "People it protects, one a line",
        "Personnes qu’elle protège, une par ligne",
    ),
    ("TakeInForm", "missed"): (
        "A condition that is not in the list",
        "Une condition qui n’est pas dans la liste",
    ),
}
HINTS = {
    ("VariationForm", "after"): (
        "Left empty, the condition is taken away.",
        "Laissé vide, la condition est enlevée.",
    ),
    ("ArriveForm", "born"): (
        "As far as the order says it.",
        "Dans la mesure où l’ordonnance le dit.",
    ),
    ("ArriveForm", "words"): (
        "Paste all of it, as it stands. Nothing is changed in it.",
        "Collez le tout, tel quel. Rien n’y est changé.",
    ),
    ("AskForm", "to"): (
        "The court office for a clerical error, the Crown for the rest.",
        "Le greffe pour une erreur d’écriture, la Couronne pour le reste.",
    ),
    ("TakeInForm", "length"): (
        "18 months, two years less a day",
        "18 mois, deux ans moins un jour",
    ),
    ("TakeInForm", "protected"): ("As the order names them.", "Comme l’ordonnance les nomme."),
    ("TakeInForm", "missed"): (
        "Copy the court’s words. One condition a line.",
        "Recopiez les mots du tribunal. Une condition par ligne.",
    ),
}
# Title, verb, what is said when it is done.
SAID = {
    ("AddConditionForm", "title"): ("Add a condition", "Ajouter une condition"),
    ("AddConditionForm", "verb"): ("Add it", "L’ajouter"),
    ("AddConditionForm", "done"): ("The condition is added.", "La condition est ajoutée."),
    ("AnswerForm", "title"): ("Record the answer", "Consigner la réponse"),
    ("AnswerForm", "verb"): ("Record the answer", "Consigner la réponse"),
    ("AnswerForm", "done"): (
        "The answer is recorded. Decide the condition now.",
        "La réponse est consignée. Décidez maintenant de la condition.",
    ),
    ("DecideVariationForm", "title"): ("Record the decision", "Consigner la décision"),
    ("DecideVariationForm", "verb"): ("Record the decision", "Consigner la décision"),
    ("DecideVariationForm", "done"): ("The decision is recorded.", "La décision est consignée."),
    ("DirectionForm", "title"): ("Give a direction", "Donner une directive"),
    ("DirectionForm", "verb"): ("Give the direction", "Donner la directive"),
    ("DirectionForm", "done"): (
        "The direction is given. Print the slip for the person.",
        "La directive est donnée. Imprimez le billet pour la personne.",
    ),
    ("DirectionForm", "hint"): (
        "A missed direction is what a breach rests on: say what and when, exactly.",
        "Un manquement repose sur une directive non suivie : dites exactement quoi et quand.",
    ),
    ("EventForm", "title"): (
        "Record what was done to the order",
        "Consigner ce qui a été fait de l’ordonnance",
    ),
    ("EventForm", "verb"): ("Record it", "Consigner"),
    ("EventForm", "done"): (
        "Recorded. The days of the order are computed anew.",
        "Consigné. Les jours de l’ordonnance sont recalculés.",
    ),
    ("ExplainForm", "title"): ("Explain and give the order", "Expliquer et remettre l’ordonnance"),
    ("ExplainForm", "verb"): ("Record it", "Consigner"),
    ("ExplainForm", "done"): (
        "Recorded: the order was explained and given.",
        "Consigné : l’ordonnance a été expliquée et remise.",
    ),
    ("ExplainForm", "hint"): (
        "Tick what the person said back right, in own words.",
        "Cochez ce que la personne a bien redit, dans ses mots.",
    ),
    ("MetForm", "title"): ("The direction was followed", "La directive a été suivie"),
    ("MetForm", "verb"): ("Record it", "Consigner"),
    ("MetForm", "done"): ("Recorded.", "Consigné."),
    ("ProtectForm", "title"): ("Name a protected person", "Nommer une personne protégée"),
    ("ProtectForm", "verb"): ("Name them", "Nommer"),
    ("ProtectForm", "done"): ("Named, as the order has it.", "Nommée, comme dans l’ordonnance."),
    ("TakeBackForm", "title"): ("Take the direction back", "Retirer la directive"),
    ("TakeBackForm", "verb"): ("Take it back", "Retirer"),
    ("TakeBackForm", "done"): (
        "The direction is taken back. It stays on file.",
        "La directive est retirée. Elle reste au dossier.",
    ),
    ("VariationForm", "title"): (
        "Ask for a change of conditions",
        "Demander une modification de conditions",
    ),
    ("VariationForm", "verb"): ("Record the request", "Consigner la demande"),
    ("VariationForm", "done"): (
        "The request is recorded. Nothing changes before it is granted.",
        "La demande est consignée. Rien ne change avant qu’elle soit accordée.",
    ),
}


def said(words, language):
    """Return words in a language, with plain spaces."""
    with translation.override(language):
        return str(words).replace("\u00a0", " ")


def forms():
    """Return every form of this app, by name."""
    return {
        name: form
        for module in MODULES
        for name, form in vars(module).items()
        if isinstance(form, type) and issubclass(form, Form) and form.__module__ == module.__name__
    }


@pytest.mark.parametrize(("form", "field"), LABELS)
def test_a_label(form, field):
    label = forms()[form].base_fields[field].label

    assert (said(label, "en"), said(label, "fr")) == LABELS[form, field]


@pytest.mark.parametrize(("form", "field"), HINTS)
def test_a_hint(form, field):
    hint = forms()[form].base_fields[field].help_text

    assert (said(hint, "en"), said(hint, "fr")) == HINTS[form, field]


@pytest.mark.parametrize(("form", "what"), SAID)
def test_what_a_form_says(form, what):
    words = getattr(forms()[form], what)

    assert (said(words, "en"), said(words, "fr")) == SAID[form, what]


def test_no_label_is_left_without_words_here():
    listed = {
        (name, field)
        for name, form in forms().items()
        for field, made in form.base_fields.items()
        if made.label
    }
    assert listed == set(LABELS)


@pytest.mark.parametrize(
    "name", [each for each, form in forms().items() if issubclass(form, FileForm)]
)
def test_a_form_of_a_file_has_a_title_a_verb_and_an_end(name):
    form = forms()[name]

    assert all(str(getattr(form, what)) for what in ("title", "verb", "done"))

"""What a condition orders and says, in English and in French."""

import re

import pytest

from throughcare.kernel.reading.matching import hits_in
from throughcare.kernel.reading.persons import persons_in
from throughcare.kernel.reading.tests.samples import WORDING, conditions, read, said
from throughcare.kernel.reading.texts import Span, folded
from throughcare.kernel.reading.wording import Pattern, Wording

ENGLISH = [
    ("Keep the peace at all times.", ("KPGB",)),
    ("Come to court when the court asks you to.", ("APPEAR",)),
    ("Notify your officer of any change of address.", ("NOTIFY_NAME_ADDR",)),
    ("Have no contact with the complainant.", ("NO_CONTACT",)),
    ("Do not go within 80 metres of the bakery.", ("NO_GO",)),
    ("Do not enter any playground.", ("NO_GO_CLASS",)),
    ("Abstain from beer and liquor.", ("ABSTAIN",)),
    ("Do not own a crossbow.", ("NO_WEAPON",)),
    ("Do not carry any knife.", ("NO_KNIFE",)),
    ("Perform 20 hours of community service.", ("COMMUNITY_SERVICE",)),
    ("Attend anger management counselling.", ("COUNSELLING",)),
    ("Sign all releases.", ("SIGN_RELEASES",)),
    ("Obey a curfew from 9 p.m. to 5 a.m.", ("CURFEW",)),
    ("Wear an electronic monitoring bracelet.", ("EM_DEVICE",)),
    ("Hand over your passport.", ("PASSPORT",)),
    ("Write an apology to the baker.", ("APOLOGY",)),
    ("Pay restitution of $40 to the baker.", ("RESTITUTION",)),
    ("Do not drive any vehicle.", ("NO_DRIVE",)),
    ("Do not keep any dogs.", ("NO_ANIMAL",)),
    ("Do not enter a casino.", ("GAMBLING_RESTRICTION",)),
]
FRENCH = [
    ("Ne pas troubler l'ordre public.", ("KPGB",)),
    ("Répondre aux convocations du tribunal.", ("APPEAR",)),
    ("Aviser l'agent de tout changement d'adresse.", ("NOTIFY_NAME_ADDR",)),
    ("S'abstenir de communiquer avec la victime.", ("NO_CONTACT",)),
    ("S'abstenir de consommer de l'alcool.", ("ABSTAIN",)),
    ("Ne pas posséder d'armes.", ("NO_WEAPON",)),
    ("Suivre un programme de traitement.", ("COUNSELLING", "TREATMENT_ATTEND")),
    ("Effectuer 30 heures de service communautaire.", ("COMMUNITY_SERVICE",)),
    ("Respecter un couvre-feu de 22 h à 6 h.", ("CURFEW",)),
    ("Remettre son passeport au greffe.", ("PASSPORT",)),
    ("Se présenter dans les deux jours ouvrables.", ("REPORT_FIRST",)),
]


@pytest.mark.parametrize("mark", ["1.", "(a)", "•"])
@pytest.mark.parametrize(("sentence", "codes"), ENGLISH + FRENCH)
def test_an_item_orders_the_same_whatever_its_mark(mark, sentence, codes):
    assert conditions(f"{mark} {sentence}") == [codes]


@pytest.mark.parametrize(("sentence", "codes"), FRENCH)
def test_a_curly_apostrophe_reads_as_a_straight_one(sentence, codes):
    curly = sentence.replace("'", "’")

    assert conditions(f"1. {curly}") == conditions(f"1. {sentence}")


@pytest.mark.parametrize(("sentence", "codes"), ENGLISH + FRENCH)
def test_capitals_order_the_same(sentence, codes):
    assert conditions(f"1. {sentence.upper()}") == conditions(f"1. {sentence}")


@pytest.mark.parametrize(("sentence", "codes"), ENGLISH + FRENCH)
def test_hard_spaces_read_as_spaces(sentence, codes):
    hard = sentence.replace(" ", "\u00a0")

    assert conditions(f"1. {hard}") == conditions(f"1. {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The kettle is on the shelf.",
        "Peace came to the valley in spring.",
        "La bouilloire est sur la tablette.",
        "Paint the shed green.",
    ],
)
def test_words_that_order_nothing_known_are_unplaced(sentence):
    text = f"1. {sentence}"

    assert [each.of(text) for each in read(text).unplaced] == [sentence]
    assert read(text).proposed == ()


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1. Do not go within half of 60 metres of the mill.", "distance_m", 60),
        ("1. Do not go within 1.5 km of the mill.", "distance_m", 1500),
        ("1. Do not go to the school or the home of the baker.", "places", ["school", "home"]),
        ("1. Ne pas aller au domicile ni au travail du boulanger.", "places", ["home", "work"]),
        ("1. Do not enter a public park or a playground.", "places", ["public park", "playground"]),
        ("1. Attend counselling for grief and gambling.", "topics", ["grief", "gambling"]),
        ("1. Abstain from cannabis.", "substances", ["cannabis"]),
        ("1. Abstain from liquor and cannabis.", "substances", ["alcohol", "cannabis"]),
        ("1. S'abstenir de consommer de l'alcool.", "substances", ["alcohol"]),
        ("1. Have no contact with anyone under 16.", "class", "under 16"),
        ("1. Wear a radio frequency electronic monitoring anklet.", "technology", "RF"),
        ("1. Report in person to your probation officer within 3 days.", "mode", "in_person"),
        ("1. Report to your parole supervisor within 3 days.", "to", "parole_supervisor"),
        ("1. Look for work: make efforts to find employment.", "activity", "work"),
        ("1. Attend counselling as directed by probation.", "directed_by", "probation_officer"),
        ("1. Pledge the sum of $2,000.50.", "amount", 2000.5),
        ("1. Pledge the sum of $ 300, today.", "currency", "CAD"),
        ("1. Effectuer au plus 40 heures de service communautaire.", "hours_max", 40),
        ("1. Perform ten (10) hours of community service.", "hours", 10),
    ],
)
def test_a_condition_says_more_than_its_code(text, name, expected):
    assert said(text)[0].get(name) == expected


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("with Ms. Orla Finch or Mr. Wren", ["Ms. Orla Finch", "Mr. Wren"]),
        ("with Orla Finch", ["Orla Finch"]),
        ("with [O.F.], [P.W.] and [O.F.]", ["[O.F.]", "[P.W.]"]),
        ("with O.F. at 9 p.m.", ["O.F."]),
        ("with Mme Finch", ["Mme Finch"]),
        ("avec M. Wren", ["M. Wren"]),
        ("with the victim", ["the victim"]),
        ("with his former partner", ["his former partner"]),
        ("avec la plaignante", ["la plaignante"]),
        ("with the  victim\nor the co-accused", ["the victim", "the co-accused"]),
        ("with Orla Finch, the victim", ["Orla Finch"]),
        ("with anybody at all", []),
        ("", []),
    ],
)
def test_who_is_named(text, persons):
    assert persons_in(WORDING, text, folded(text)) == persons


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        ("for church", ["RELIGION"]),
        ("for groceries and for school", ["NECESSITIES", "SCHOOL"]),
        ("to exercise for 2 hours per week", [("EXERCISE", {"hours": 2, "frequency": "weekly"})]),
        ("for a funeral on 24 hours notice", [("FUNERAL_HOSPITAL", {"notice_hours_before": 24})]),
        ("for a picnic", None),
    ],
)
def test_what_is_excepted_from_house_arrest(exception, expected):
    found = said(f"1. Remain in your residence at all times except {exception}.")[0]
    wanted = expected and [
        each if isinstance(each, str) else {"code": each[0], **each[1]} for each in expected
    ]

    assert found.get("exceptions") == wanted


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        ("le travail", ["WORK"]),
        ("les études et le culte", ["SCHOOL", "RELIGION"]),
        ("une urgence médicale", ["MED_EMERG"]),
    ],
)
def test_what_is_excepted_in_french(exception, expected):
    text = f"1. Demeurer à la résidence en tout temps, sauf pour {exception}."

    assert said(text)[0].get("exceptions") == expected


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("1. Do not go within 20 metres of the mill or 2 km of the dam.", "DISTANCES_DIFFER"),
        ("1. Perform 30 hours of community service, and 40 hours more.", "HOURS_DIFFER"),
        ("1. Report within 2 days, in any case within 1 week.", "DEADLINES_DIFFER"),
        ("1. Ne pas aller à moins de vingt (30) mètres du moulin.", "NUMBER_CONTRADICTED"),
        ("1. Se présenter dans les trois (4) jours.", "NUMBER_CONTRADICTED"),
        ("1. A curfew from 8 p.m. to 6 a.m. and 9 p.m. to 6 a.m.", "WINDOWS_DIFFER"),
    ],
)
def test_what_cannot_both_be_so_is_in_doubt(text, doubt):
    assert said(text)[1] == (doubt,)


@pytest.mark.parametrize(
    "text",
    [
        "1. Do not go within 1 km of the mill, that is 1,000 metres.",
        "1. Report within 2 days, I say within 2 days.",
        "1. A curfew from 8 p.m. to 6 a.m., I say 8 p.m. to 6 a.m.",
        "1. Perform ten (10) hours of community service.",
    ],
)
def test_what_is_said_twice_alike_is_not_in_doubt(text):
    assert said(text)[1] == ()


def pattern(**more):
    """Return a pattern for *no boat* that does not count beside a harbour."""
    return Pattern("NO_BOAT", "NO_BOAT 1", re.compile("no boat"), re.compile("harbour"), **more)


def found(words, **more):
    """Return the codes that the pattern finds in a sentence with two clauses."""
    cuts = {"clause_cuts": re.compile(", and must ")}
    wording = Wording((pattern(**more),), (), cuts)
    return [hit.code for hit in hits_in(wording, words, Span(0, len(words)))]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("he must have no boat", ["NO_BOAT"]),
        ("he must have no boat in the harbour", []),
        ("he must have no boat, and must leave the harbour", ["NO_BOAT"]),
        ("he must leave the harbour, and must have no boat", ["NO_BOAT"]),
        ("he must leave, and must have no boat in the harbour, and must go", []),
    ],
)
def test_words_of_another_clause_do_not_keep_a_pattern_from_counting(words, codes):
    assert found(words) == codes


def test_a_pattern_may_ask_that_the_whole_sentence_be_looked_at():
    assert found("he must leave the harbour, and must have no boat", is_whole=True) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("have no boat", 1), ("have no bike", 0), ("the boat is gone", 1), ("", 0)],
)
def test_a_text_is_searched_only_for_what_its_letters_allow(text, count):
    wording = Wording((pattern(needs=(frozenset({"boat", "ship"}),)),), (), {})

    assert len(wording.narrowed(text).conditions) == count


@pytest.mark.parametrize(
    ("text", "count"), [("no boat", 2), ("a boat", 1), ("no", 1), ("nothing at sea", 1), ("", 1)]
)
def test_a_pattern_needs_letters_of_each_of_its_sets_and_one_without_sets_none(text, count):
    both = pattern(needs=(frozenset({"boat", "ship"}), frozenset({"no ", "never"})))

    assert len(Wording((both, pattern(needs=())), (), {}).narrowed(text).conditions) == count

"""Entries of a pack as people read them, in English and in French."""

import re
from datetime import date

import pytest

from throughcare.packs.condition_pages import condition_page
from throughcare.packs.entry_words import MARK, entry_words, inside
from throughcare.packs.guide_pages import guide_page, standard_page
from throughcare.packs.loading import load, pack_of
from throughcare.packs.reference import entries_of, reference_page, sections
from throughcare.packs.tests.isle import CONDITION, written
from throughcare.packs.wording import authority_in_words

ISLAND, ONTARIO = pack_of("example"), pack_of("ca_on")

HOW = "How it is known (office practice, not law)"
HOW_FR = "Comment le sait-on (pratique du bureau, non la loi)"


def page(pack, code, language="en"):
    """Return the parts of a condition's page by heading."""
    parts = condition_page(pack, pack.conditions[code][0], language)
    return {part.heading: [line.replace("\u00a0", " ") for line in part.lines] for part in parts}


def test_a_whole_entry_in_english():
    assert page(ISLAND, "BEACH_WORK") == {
        "": [
            "This pack uses the entry from January 1, 2020 on.",
            "Authority: Marram Orders Ordinance, art. 7.",
            "Expected on: watch.",
        ],
        "In plain words": [
            "Pick up what the sea leaves, for [hours on the beach] hours.",
            "Where the order leaves something out: Pick up what the sea leaves.",
            "Words in [brackets] stand for what the order states.",
        ],
        "What the court may state": [
            "Hours on the beach (without it nothing can be counted, so the office asks what the"
            " court set): at most 60 by law (Marram Orders Ordinance, art. 7); more is recorded as"
            " made, and flagged"
        ],
        "What is owed": [
            "By the person: Beach: [hours on the beach] hours, within 20 weeks after the first day"
            " of the order. Shown by: Worked on the beach; it takes at least a document."
        ],
        HOW: [
            "Saw the ledger of the beach — a document",
            "The person said so — the person's own word",
            "Expected: at least a document, again within 1 month.",
        ],
        "Worked examples": [
            "Seventy hours are more than the sixty allowed: recorded as made, and flagged. — Watch"
            " made on November 5, 2026, for 3 months; Hours on the beach: 70; Worked on the beach"
            " on December 1, 2026. → On March 1, 2027: Beach: 70 hours — to February 5, 2027"
            " included, overdue. Over the ceiling, and flagged: Hours on the beach.",
            "The hours are not said: nothing is guessed. — Watch made on November 5, 2026, for 3"
            " months. → Nothing is owed. To be asked: Hours on the beach. “Pick up what the sea"
            " leaves.”",
        ],
    }


def test_a_whole_entry_in_french():
    assert page(ISLAND, "LAMP_OUT", "fr") == {
        "": [
            "Ce recueil utilise cette fiche depuis le 1er janvier 2020.",
            "Fondement : Ordonnance sur les veilles de Marram, art. 8a.",
            "Peut figurer dans toute ordonnance.",
        ],
        "En langage clair": [
            "Gardez votre lampe éteinte [heures sombres].",
            "Si l'ordonnance omet quelque chose : Gardez votre lampe éteinte la nuit.",
            "Les mots entre [crochets] tiennent lieu de ce que l'ordonnance précise.",
        ],
        "Ce que le tribunal peut préciser": ["Heures sombres"],
        "Ce qui est dû": [
            "Aucune obligation. Ne pas faire une chose se respecte à chaque instant : rien"
            " ne vient à échéance."
        ],
        HOW_FR: [
            "La personne l'a dit — la parole de la personne",
            "La parole de la personne peut suffire.",
        ],
        "Exemples": [
            "Veille en date du 5 novembre 2026, pour 6 mois; Heures sombres : de 22 h 30 à 5 h."
            " → Rien n'est dû."
        ],
    }


def changed(folder, old, new):
    """Return the small pack of tests with one text changed."""
    assert old in CONDITION
    text = CONDITION.replace(old, new, 1).partition("\n[[condition.example]]")[0]
    return load(written(folder / "isle", condition=text))


@pytest.mark.parametrize(
    ("old", "new", "heading", "line"),
    [
        ("from = 2020-01-01", "from = 2020-01-01\nuntil = 2020-12-31", "",
         "This pack used the entry from January 1, 2020 to December 31, 2020."),
        ("from = 2020-01-01", "from = 2020-01-01\nsample = true", "",
         "A sample: no law sets this. An agency puts its own in its place."),
        ('on = ["PROBATION"]', 'on = ["PEACE_BOND_810", "PROBATION"]', "",
         "Expected on: peace bond, fear of injury or damage; probation order."),
        ("within = { days = 2 }", "within = { days = 0 }", "What is owed",
         "By the person: Tell of a move, by that day, each time this happens: Moved. Shown by:"
         " Notice given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "times"\ntimes = 1\nwindow = "week"', "What is owed",
         "By the person: Tell of a move, once in each week. Shown by: Notice given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "times"\ntimes = 2\nwindow = "half_year"', "What is owed",
         "By the person: Tell of a move, 2 times in each half year. Shown by: Notice given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "rolling"\nwithin = { weeks = 3 }', "What is owed",
         "By the person: Tell of a move, again within 3 weeks after the last time. Shown by: Notice"
         " given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { end_of_order = true }', "What is owed",
         "By the person: Tell of a move, once, by the last day of the order. Shown by: Notice"
         " given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { working_days = 2 }\ncounts_from = "RELEASED"',
         "What is owed",
         "By the person: Tell of a move, once, within 2 working days after the release. Shown by:"
         " Notice given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { parameter = "by" }\nonly_with = ["by"]', "What is owed",
         "By the person: Tell of a move, once, in the time that the order states (by). Shown by:"
         " Notice given. Only where the order states: by."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { working_days = 1 }\ncounts_from = "MADE"', "What is owed",
         "By the person: Tell of a move, once, within 1 working day after the making of the order."
         " Shown by: Notice given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { days = 0 }\ncounts_from = "RELEASED"', "What is owed",
         "By the person: Tell of a move, once, on the same day as the release. Shown by: Notice"
         " given."),
        ('cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
         'cadence = "once"\nwithin = { months = 18 }\ncounts = "period"', "What is owed",
         "By the person: Tell of a move, once, within the period of 18 months that begins with the"
         " first day of the order, that day counted (begun on March 3, 2026, it ends on September"
         " 2, 2027). Shown by: Notice given."),
        ('event = "MOVED"', 'event = "MOVED"\nsample = true\nonly_on = ["PAROLE"]',
         "What is owed",
         "By the person: Tell of a move, within 2 days, each time this happens: Moved. Shown by:"
         " Notice given. Only on: parole. (A sample: no law sets this number.)"),
        ('event = "MOVED"', 'event = "MOVED"\nonly_without = ["by", "hours"]', "What is owed",
         "By the person: Tell of a move, within 2 days, each time this happens: Moved. Shown by:"
         " Notice given. Only where the order does not state: by and hours."),
        ("needed = true", 'needed = true\nunless = ["by"]', "What the court may state",
         "Hours (without it nothing can be counted, unless the order states: by): at most 240 by"
         " law (Criminal Code, ss. 732.1(3)(f), 742.3(2)(d)); more is recorded as made, and"
         " flagged"),
        ("plain_open_en",
         'plain_also = [{ en = "Until {by}.", fr = "Avant {by}." }]\nplain_open_en',
         "In plain words", "Where the order states it, these words are added: Until [by]."),
        ("[condition.knowing]", '[condition.knowing]\nat_least = "collateral"', HOW,
         "A collateral is someone who knows the person and is asked: family, landlord, employer,"
         " program."),
        ("[condition.knowing]", '[condition.knowing]\nen = "By looking."\nfr = "En regardant."',
         HOW, "By looking."),
        ("[condition.knowing]", '[condition.knowing]\nat_least = "observed"\nevery = {days = 9}',
         HOW, "Expected: at least an observation, again within 9 days."),
        ("[condition.knowing]",
         '[condition.knowing]\nat_level = [{ on = ["PAROLE"], at_least = "official" }]',
         HOW, "On parole: at least an official source."),
        ("from = 2020-01-01", 'from = 2020-01-01\nnote = "Sung [R]."', "Notes and doubts",
         "Marks: [R] read in the Act or regulation; [W] read on a public page; [GK] general"
         " knowledge, not checked; [G] a guess that an agency may change."),
        ("from = 2020-01-01", 'from = 2020-01-01\nsource = "The garden wall"', "Notes and doubts",
         "Read in: The garden wall."),
        ("from = 2020-01-01", "from = 2020-01-01\nchecked_on = 2026-05-14", "Notes and doubts",
         "Last compared with its source on May 14, 2026."),
    ],
)  # fmt: skip
def test_each_word_of_an_entry_is_told(tmp_path, old, new, heading, line):
    pack = changed(tmp_path, old, new)

    assert line in page(pack, "GARDEN")[heading]


def test_a_period_and_its_example_day_in_french(tmp_path):
    pack = changed(
        tmp_path,
        'cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }',
        'cadence = "once"\nwithin = { months = 18 }\ncounts = "period"',
    )

    *_, line = page(pack, "GARDEN", "fr")["Ce qui est dû"]

    assert (
        "au cours de la période de 18 mois qui commence par le premier jour de l'ordonnance, ce"
        " jour compris (commencée le 3 mars 2026, elle se termine le 2 septembre 2027)"
    ) in line


def test_the_source_is_told_in_french_too():
    notes = page(ONTARIO, "NO_CONTACT", "fr")["Notes et doutes"]

    assert (
        "Lu dans : L.R.C. (1985), ch. C-46, codification à jour au 2026-02-04; texte français de"
        " l'art. 732.1(3)a.1) selon le texte officiel du 2026-06-17."
    ) in notes


def sources():
    """Yield the source of every condition of Ontario that names one."""
    for code in ONTARIO.condition_codes:
        yield from (rule.source for rule in ONTARIO.conditions[code] if rule.source)


@pytest.mark.parametrize("source", sorted(set(sources())))
def test_no_source_stays_english_in_french(source):
    said = authority_in_words(ONTARIO, source, "fr")

    assert not re.search(r"\b(of|the|read|current|words|in)\b", said)


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Time limit", "time limit"),
        ("DNA order", "DNA order"),
        ("À qui", "à qui"),
        ("", ""),
        ("T", "t"),
    ],
)
def test_words_inside_a_sentence_begin_small(words, within):
    assert inside(words) == within


def test_a_check_that_is_too_weak_says_how_it_was_known():
    first, *_ = page(ONTARIO, "HOUSE_ARREST")["Worked examples"]

    assert "Condition checked on January 15, 2026 (the person's own word)" in first


def test_what_no_part_of_the_system_records_says_so():
    owed = page(ONTARIO, "RESIDE_APPROVED")["What is owed"]

    assert sum("nothing in this system records that event yet" in line for line in owed) == 1


def test_the_marks_of_a_guide_s_note_are_explained():
    noted = [each for each in ONTARIO.guides.routes if each.note and MARK.search(each.note["en"])]
    pages = [guide_page(ONTARIO, each, "en") for each in noted]

    assert all(any("Marks: [R]" in line for line in part.lines) for (part,) in pages)


def test_what_is_expected_elsewhere_is_told_last():
    lines = page(ISLAND, "BOAT_ASHORE")[HOW]
    older = condition_page(ISLAND, ISLAND.conditions["BOAT_ASHORE"][1], "en")
    (knowing,) = (part.lines for part in older if part.heading == HOW)

    assert lines[-1] == "Expected: at least an observation, again within 1 month."
    assert knowing[-2:] == (
        "At level Storm: at least an observation, again within 1 month.",
        "Otherwise: at least an observation, again within 3 months.",
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("pack", [ISLAND, ONTARIO], ids=lambda pack: pack.code)
def test_every_entry_of_every_pack_can_be_read(pack, language):
    for _, entries in sections(pack, language, None):
        for code, labels, parts in entries:
            lines = [line for part in parts for line in part.lines]
            assert labels[language], code
            assert lines, code
            assert not any(re.search(r"[{}]|\bNone\b|dict\(", line) for line in lines), code


def test_a_standard_by_level():
    walk = ISLAND.standards.every[0]

    (part,) = standard_page(ISLAND, walk, "en")

    assert part.lines == (
        "This pack uses the entry from January 1, 2020 on.",
        "Authority: Marram Wardens Rules, rule 4.",
        "By the office: Walk with the person, in each month: 1 at Calm and 3 at Storm. Shown by:"
        " Met the warden.",
    )


def test_a_standard_of_some_levels_and_instruments():
    by_code = {each.code: each for each in ISLAND.standards.every}

    (night,) = standard_page(ISLAND, by_code["NIGHT_LOOK"], "en")
    (tea,) = standard_page(ISLAND, by_code["TEA"], "fr")
    (kettle,) = standard_page(ISLAND, by_code["NEW_KETTLE"], "en")

    assert night.lines[-1] == "Only at level Storm."
    assert tea.lines[-1] == "Seulement dans\u00a0: veille."
    assert kettle.lines[-2:] == (
        "Only for a person whom an order tells to report.",
        "An invented number.",
    )


def test_a_way_to_vary_with_its_clock():
    (part,) = guide_page(ISLAND, ISLAND.guides.routes[0], "en")

    assert part.lines == (
        "This pack uses the entry from January 1, 2020 on.",
        "Authority: Marram Orders Ordinance, art. 12.",
        "Expected on: watch.",
        "Who may apply: the watched person and the warden.",
        "To: the Harbour Court.",
        "It may: take a condition away.",
        "Never: the greeting.",
        "There is a hearing where one is asked for.",
        "Ask the Harbour Court to look again: 10 days (Marram Orders Ordinance, art. 9)",
    )


def test_an_incident_and_its_clocks():
    (part,) = guide_page(ISLAND, ISLAND.guides.incidents[0], "fr")

    assert [line.replace("\u00a0", " ") for line in part.lines[2:]] == [
        "Sans attendre : le canot de sauvetage.",
        "Dans un délai de 12 heures : la Cour du Port.",
        "Dans un délai de 3 jours ouvrables : l'almanach.",
    ]


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (0, ("Answers any lapse.", "Step 1.")),
        (
            1,
            (
                "Answers: the boat was at sea.",
                "Step 2.",
                "A manager must agree.",
                "A reason is asked for.",
            ),
        ),
        (3, ("For what goes well.", "Step 1.")),
    ],
)
def test_a_response_says_what_it_takes(place, lines):
    (part,) = guide_page(ISLAND, ISLAND.guides.responses[place], "en")

    assert part.lines[2:] == lines


def test_a_sample_says_so():
    (part,) = guide_page(ONTARIO, ONTARIO.guides.incidents[0], "en")

    assert part.lines[-1] == "A sample: no law sets this. An agency puts its own in its place."


@pytest.mark.parametrize(
    ("code", "on", "count"),
    [
        ("BOAT_ASHORE", "2025-06-30", 1),
        ("BOAT_ASHORE", "2025-07-01", 1),
        ("BOAT_ASHORE", None, 2),
        ("BOAT_ASHORE", "2019-12-31", 0),
        ("HELLO", "2026-01-01", 1),
        ("TEA", "2026-01-01", 1),
        ("SONG", None, 0),
    ],
)
def test_the_version_of_a_day_is_found(code, on, count):
    found = entries_of(ISLAND, code, on and date.fromisoformat(on), "en")

    assert len(found) == count


def test_the_reference_has_each_entry_once_in_the_order_of_the_pack():
    text = reference_page(ISLAND, "en")

    assert re.findall(r"^`(\w+)`$", text, flags=re.M) == [
        "GREET",
        "BEACH_WORK",
        "NEW_ROOF",
        "BOAT_ASHORE",
        "BOAT_ASHORE",
        "LAMP_OUT",
        "WALK",
        "NIGHT_LOOK",
        "TEA",
        "TEA",
        "NEW_KETTLE",
        "RAISE_EYEBROW",
        "RING_BELL",
        "RING_BELL",
        "GIVE_SHELL",
        "SHIPWRECK",
        "SOFTEN",
        "WATCH",
        "PLEDGE",
        "ASK_AGAIN",
        "GREETING",
        "BEACH_WORK_LIMIT",
        "MARRAM",
    ]
    assert re.findall(r"^## (.*)$", text, flags=re.M) == [
        "Conditions",
        "Standards of supervision",
        "Responses",
        "Incidents",
        "Ways to vary an order",
        "Instruments: the first and the last day of an order",
        "Clocks of the law",
        "Ceilings",
        "Holidays",
    ]


@pytest.mark.parametrize("name", sorted(entry_words()))
def test_the_words_around_entries_name_the_same_facts_in_both_languages(name):
    english, french = (set(re.findall(r"{(\w+)}", entry_words()[name][x])) for x in ("en", "fr"))

    assert english == french

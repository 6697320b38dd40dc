"""Worked examples are run: what happened, custody, an order before, other versions, the words."""

from datetime import date

import pytest

from throughcare.packs.asked_entries import named_in, typeset
from throughcare.packs.condition_rules import Owed
from throughcare.packs.examples import Line, examples_of, failing_examples
from throughcare.packs.loading import load
from throughcare.packs.tests.isle import CONDITION, EVIDENCE, refused, written

BEFORE, _, EXAMPLE = CONDITION.partition("\n[[condition.example]]")

HOLDS = {
    "the hours were worked in time": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 8 }
on = 2026-12-01
happened = [{ kind = "HOURS_WORKED", on = 2026-11-10, hours = 8 }]
owed = [{ what = "HOURS", by = 2026-11-15, stands = "done" }]
""",
    "half of the hours were worked": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 8 }
on = 2026-12-01
happened = [{ kind = "HOURS_WORKED", on = 2026-11-10, hours = 4 }]
owed = [{ what = "HOURS", stands = "overdue" }]
""",
    "an event opens what is owed after it": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 8 }
on = 2026-12-01
happened = [
    { event = "MOVED", on = 2026-11-20 },
    { kind = "NOTICE_GIVEN", on = 2026-11-25 },
]
[[condition.example.owed]]
what = "HOURS"
[[condition.example.owed]]
what = "NOTICE"
opens = 2026-11-20
by = 2026-11-22
stands = "done_late"
""",
    "released later": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
released = 2027-02-01
stated = { hours = 8, by = { n = 2, unit = "day", from = "release" } }
owed = [{ what = "HOURS", opens = 2027-02-01, by = 2027-02-03, stands = "open" }]
""",
    "after another sentence": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
after = { order = "CSO", made = 2026-11-05, length = { months = 6 } }
stated = { hours = 8 }
owed = [{ what = "HOURS", opens = 2027-05-05, by = 2027-05-15 }]
""",
    "nothing is stated": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
owed = []
asks = ["hours"]
says_en = "Do the hours in the garden."
says_fr = "Faites les heures au jardin."
""",
    "more than the ceiling": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 300 }
owed = [{ what = "HOURS" }]
over = ["hours"]
says_en = "Do 300 hours in the garden."
""",
    "a day that cannot be counted": """
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 8, by = "when the snow is gone" }
owed = []
asks = ["by"]
""",
}


@pytest.mark.parametrize("example", HOLDS.values(), ids=HOLDS)
def test_an_example_that_holds_lets_the_pack_load(tmp_path, example):
    folder = written(tmp_path / "isle", condition=f"{BEFORE}\n[[condition.example]]{example}")

    pack = load(folder)

    assert failing_examples(pack) == []
    assert len(list(examples_of(pack))) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'kind = "HOURS_WORKED", on = 2026-11-10',
            'kind = "HOURS_WORKED", on = "2026-11-10"',
            "write on = a day such as 2026-01-31, without quotation marks.",
        ),
        (
            "hours = 8 }]",
            "ours = 8 }]",
            "ours is not a word of such an entry. Did you mean hours?",
        ),
    ],
)
def test_what_happened_is_read_with_care(tmp_path, old, new, said):
    text = HOLDS["the hours were worked in time"]
    assert old in text
    example = text.replace(old, new)

    message = refused(
        written(tmp_path / "isle", condition=f"{BEFORE}\n[[condition.example]]{example}")
    )

    assert message.endswith(f"condition GARDEN, example 1, happened 1: {said}")


LINE = Line("HOURS", date(2026, 11, 5), date(2026, 11, 15), "open")


@pytest.mark.parametrize(
    ("owed", "agrees"),
    [
        (Owed("HOURS", None, None, ""), True),
        (Owed("HOURS", date(2026, 11, 5), date(2026, 11, 15), "open"), True),
        (Owed("HOURS", date(2026, 11, 6), None, ""), False),
        (Owed("HOURS", None, date(2026, 11, 16), ""), False),
        (Owed("HOURS", None, None, "done"), False),
        (Owed("NOTICE", None, None, ""), False),
    ],
)
def test_a_line_agrees_as_far_as_the_example_says(owed, agrees):
    assert LINE.agrees(owed) is agrees


def test_a_line_reads_like_the_example():
    assert str(LINE) == "HOURS from 2026-11-05 by 2026-11-15, open"


@pytest.mark.parametrize(
    ("text", "language", "set_in_type"),
    [
        ("Jardin : 8 heures", "fr", "Jardin\u00a0: 8 heures"),
        ("Où ? Ici !", "fr", "Où\u00a0? Ici\u00a0!"),
        ("« jour ouvrable »", "fr", "«\u00a0jour ouvrable\u00a0»"),
        ("l'un ; l'autre", "fr", "l'un\u00a0; l'autre"),
        ("15:00", "fr", "15:00"),
        ("Garden : 8", "en", "Garden : 8"),
    ],
)
def test_french_signs_keep_to_their_words(text, language, set_in_type):
    assert typeset(text, language) == set_in_type


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ({"en": "no braces"}, ()),
        ({"en": "{a} and {b}", "fr": "{b} et {a}"}, ("a", "b")),
        ({"en": "{a}", "fr": "{c}"}, ("a", "c")),
        ({"en": "{}"}, ("",)),
    ],
)
def test_the_names_in_braces(texts, names):
    assert named_in(texts) == names


def test_an_event_of_one_condition_is_given_for_the_examples_own(tmp_path):
    example = HOLDS["an event opens what is owed after it"]
    folder = written(
        tmp_path / "isle",
        condition=f"{BEFORE}\n[[condition.example]]{example}",
        evidence=f"{EVIDENCE}narrow = true\n",
    )

    assert failing_examples(load(folder)) == []

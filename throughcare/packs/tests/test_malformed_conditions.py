"""A malformed entry of the condition library: file, line, what is wrong, how to mend it."""

import pytest

from throughcare.packs.loading import load
from throughcare.packs.tests.isle import CONDITION, refused, written

FILE = "isle/conditions/garden.toml"
GARDEN = f"{FILE}, line {{}}, condition GARDEN"

WRONG = {
    "an unknown word has a near match": (
        "plain_en = ",
        "plane_en = ",
        "plane_en = ",
        "",
        "plane_en is not a word of such an entry. Did you mean plain_en?",
    ),
    "a missing French label": (
        'fr = "Travail au jardin"\n',
        "",
        "[[condition]]",
        "",
        'the French is missing: write fr = "…".',
    ),
    "a missing French twin": (
        'plain_fr = "Faites {hours} heures au jardin."\n',
        "",
        "[[condition]]",
        "",
        'the French is missing: write plain_fr = "…".',
    ),
    "a missing authority": (
        'authority = "Garden Act, s. 2"\n',
        "",
        "[[condition]]",
        "",
        'write authority = "…".',
    ),
    "a day in quotation marks": (
        "from = 2020-01-01",
        'from = "2020-01-01"',
        'from = "2020-01-01"',
        "",
        "write from = a day such as 2026-01-31, without quotation marks.",
    ),
    "an unknown instrument": (
        'on = ["PROBATION"]',
        'on = ["PROBATON"]',
        'on = ["PROBATON"]',
        "",
        "on = 'PROBATON' is not known. Did you mean PROBATION?",
    ),
    "braces that name no parameter": (
        'plain_en = "Do {hours} hours',
        'plain_en = "Do {ours} hours',
        'plain_en = "Do {ours} hours',
        "",
        (
            "the text 'Do {ours} hours in the garden.' has {ours}, which is no parameter "
            "that is always stated here. It may name: hours, by."
        ),
    ),
    "braces in a label that may stay empty": (
        'en = "Garden: {hours} hours"',
        'en = "Garden: by {by}"',
        'en = "Garden: by {by}"',
        ", requirement HOURS",
        (
            "the text 'Garden: by {by}' has {by}, which is no parameter that is always "
            "stated here. It may name: hours."
        ),
    ),
    "braces in the open twin": (
        'plain_open_en = "Do the hours',
        'plain_open_en = "Do the {hours}',
        'plain_open_en = "Do the {hours}',
        "",
        (
            "the text 'Do the {hours} in the garden.' has {hours}, which is no parameter "
            "that is always stated here. It may name none."
        ),
    ),
    "braces without an open twin": (
        (
            'plain_open_en = "Do the hours in the garden."\nplain_open_fr = "Faites les '
            'heures au jardin."\n'
        ),
        "",
        "[[condition]]",
        "",
        (
            "plain_en or plain_fr has braces. Write plain_open_en and plain_open_fr too: the "
            "words without them, for an order that leaves a parameter out."
        ),
    ),
    "an unknown kind of evidence": (
        'closed_by = ["HOURS_WORKED"]',
        'closed_by = ["HOURS_WORKT"]',
        'closed_by = ["HOURS_WORKT"]',
        ", requirement HOURS",
        "closed_by = 'HOURS_WORKT' is not known. Did you mean HOURS_WORKED?",
    ),
    "nothing that closes it": (
        'closed_by = ["HOURS_WORKED"]\n',
        "",
        '[[condition.requirement]]\ncode = "HOURS"',
        ", requirement HOURS",
        ('say what shows that it was done: write closed_by = ["…"] with kinds of evidence.toml.'),
    ),
    "an unknown method": (
        '{ code = "ASKED" }',
        '{ code = "PRAYED" }',
        "methods = ",
        ", knowing, methods PRAYED",
        "code = 'PRAYED' is not known. Choose one of: ASKED.",
    ),
    "a ceiling without its clock": (
        'clock = "COMMUNITY_SERVICE"',
        'clock = "GARDEN_MOST"',
        'clock = "GARDEN_MOST"',
        ", ceiling 1",
        (
            "clock = 'GARDEN_MOST' is no ceiling of clocks.toml. Add a [[ceiling]] of that "
            "code there, or choose one of: COMMUNITY_SERVICE."
        ),
    ),
    "a ceiling of an unknown parameter": (
        'parameter = "hours"\nclock',
        'parameter = "ours"\nclock',
        'parameter = "ours"',
        ", ceiling 1",
        "parameter = 'ours' is not known. Did you mean hours?",
    ),
    "an unknown kind of parameter": (
        'kind = "day"',
        'kind = "dy"',
        'kind = "dy"',
        ", parameter by",
        "kind = 'dy' is not known. Did you mean day?",
    ),
    "an unknown cadence": (
        'cadence = "after"',
        'cadence = "afterwards"',
        'cadence = "afterwards"',
        ", requirement NOTICE",
        ("cadence = 'afterwards' is not known. Choose one of: once, after, times, rolling, hours."),
    ),
    "an unknown event": (
        'event = "MOVED"',
        'event = "SUNG"',
        'event = "SUNG"',
        ", requirement NOTICE",
        "event = 'SUNG' is not known. Choose one of: MOVED.",
    ),
    "a cadence without its time limit": (
        "within = { days = 2 }\n",
        "",
        'cadence = "after"',
        ", requirement NOTICE",
        (
            "cadence = 'after' needs a time limit: write within = { days = 2 }, { "
            'working_days = 2 } or { parameter = "…" }.'
        ),
    ),
    "a time limit that cannot be repeated": (
        "within = { days = 2 }\n",
        "within = { working_days = 2 }\n",
        "within = { working_days = 2 }",
        ", requirement NOTICE",
        (
            "cadence = 'after' counts again and again, so it needs a length to count by: "
            "write within = { days = 2 }, or behind a parameter else = { days = 2 }."
        ),
    ),
    "an amount that is no parameter": (
        'amount = "hours"',
        'amount = "minutes"',
        'amount = "minutes"',
        ", requirement HOURS",
        "amount = 'minutes' is not known. Choose one of: hours, by.",
    ),
    "two requirements of one code": (
        'code = "NOTICE"',
        'code = "HOURS"',
        "[[condition]]",
        "",
        "two requirements have the code HOURS. Give one another code.",
    ),
    "nothing owed beside requirements": (
        "[condition.knowing]",
        '[condition.nothing_owed]\nen = "x"\nfr = "x"\n[condition.knowing]',
        "[[condition]]",
        "",
        (
            "say either what is owed, in [[condition.requirement]], or why nothing is owed, "
            "in [condition.nothing_owed]: one of the two."
        ),
    ),
    "an end before the beginning": (
        "from = 2020-01-01\n",
        "from = 2020-01-01\nuntil = 2019-01-01\n",
        "until = 2019",
        "",
        "until lies before from. Mend one of the two days.",
    ),
    "an example of an unknown order": (
        'order = "PROBATION"',
        'order = "PROBATON"',
        'order = "PROBATON"',
        ", example 1",
        "order = 'PROBATON' is not known. Did you mean PROBATION?",
    ),
    "an example that stands as nothing does": (
        'stands = "open"',
        'stands = "opened"',
        "owed = ",
        ", example 1, owed 1",
        "stands = 'opened' is not known. Did you mean open?",
    ),
}


def line_of(text, mark):
    """Return the line on which a text begins."""
    return text[: text.index(mark)].count("\n") + 1


@pytest.mark.parametrize(("old", "new", "mark", "trail", "said"), WRONG.values(), ids=WRONG)
def test_a_malformed_condition_is_refused(tmp_path, old, new, mark, trail, said):
    text = CONDITION.replace(old, new, 1)
    assert text != CONDITION

    message = refused(written(tmp_path / "isle", condition=text))

    assert message == f"{GARDEN.format(line_of(text, mark))}{trail}: {said}"


FAILS = {
    "another day": (
        "by = 2026-11-15",
        "by = 2026-11-16",
        "the example says that HOURS from 2026-11-05 by 2026-11-16, open is owed, but what is owed"
        " is: HOURS from 2026-11-05 by 2026-11-15, open.",
    ),
    "another first day": (
        "opens = 2026-11-05",
        "opens = 2026-11-06",
        "the example says that HOURS from 2026-11-06 by 2026-11-15, open is owed, but what is owed"
        " is: HOURS from 2026-11-05 by 2026-11-15, open.",
    ),
    "nothing": (
        'owed = [{ what = "HOURS", opens = 2026-11-05, by = 2026-11-15, stands = "open" }]\n',
        "",
        "HOURS is owed too, which the example leaves out: HOURS from 2026-11-05 by 2026-11-15,"
        " open.",
    ),
    "a question that is not asked": (
        "stated = { hours = 8 }",
        'stated = { hours = 8 }\nasks = ["by"]',
        "asks = ['by'], but what must be asked is: [].",
    ),
    "a ceiling that is not passed": (
        "stated = { hours = 8 }",
        'stated = { hours = 8 }\nover = ["hours"]',
        "over = ['hours'], but what is over its ceiling is: [].",
    ),
    "other words": (
        "stated = { hours = 8 }",
        'stated = { hours = 8 }\nsays_en = "Dig."',
        "says_en = 'Dig.', but it reads: 'Do 8 hours in the garden.'.",
    ),
    "a day before the entry": (
        "made = 2026-11-05",
        "made = 2019-11-05",
        "made = 2019-11-05, but on that day another version applies. Mend the day.",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAILS.values(), ids=FAILS)
def test_an_example_that_fails_says_what_is_owed_instead(tmp_path, old, new, said):
    text = CONDITION.replace(old, new, 1)

    message = refused(written(tmp_path / "isle", condition=text))

    line = line_of(text, "[[condition.example]]")
    assert message == f"{GARDEN.format(line)}, example 1: {said}"


SECOND = CONDITION.replace("2020-01-01", "2024-01-01")
DATES = {
    "the same first day": (
        CONDITION,
        "two entries of GARDEN begin on 2020-01-01. Give one of them another day or another code,"
        " or remove it.",
    ),
    "an overlap": (
        SECOND.replace("until = 2022-01-01\n", ""),
        "two entries of GARDEN overlap: the one before lasts until 2024-06-30. Write until ="
        " 2023-12-31 there, or leave until out.",
    ),
    "days without an entry": (
        SECOND.replace("2024-01-01", "2025-01-01"),
        "no entry of GARDEN applies from 2024-07-01 to 2024-12-31. Mend until or from, so that each"
        " day has one.",
    ),
}


@pytest.mark.parametrize(("second", "said"), DATES.values(), ids=DATES)
def test_each_day_has_one_entry(tmp_path, second, said):
    until = "" if second == CONDITION else "\nuntil = 2024-06-30"
    first = CONDITION.replace("from = 2020-01-01", f"from = 2020-01-01{until}").partition(
        "\n[[condition.example]]"
    )[0]
    line = first.count("\n") + 4

    message = refused(written(tmp_path / "isle", condition=first + second))

    assert message.split("\n")[0] == f"{GARDEN.format(line)}: {said}"


def test_a_later_entry_begins_where_the_earlier_ends_by_itself(tmp_path):
    pack = load(
        written(tmp_path / "isle", condition=CONDITION.partition("\n[[condition.ex")[0] + SECOND)
    )

    assert [str(rule.starts_on) for rule in pack.conditions["GARDEN"]] == [
        "2024-01-01",
        "2020-01-01",
    ]


def test_an_alias_names_one_condition(tmp_path):
    other = CONDITION.replace('"GARDEN"', '"ORCHARD"')

    message = refused(written(tmp_path / "isle", condition=CONDITION + other))

    assert message == (
        f"{FILE}, line 67, condition ORCHARD: the alias PLOT already names GARDEN. Remove it from"
        " one of the two."
    )


def test_every_error_is_told(tmp_path):
    first = CONDITION.replace('"PROBATION"', '"X"', 1)
    second = CONDITION.replace('"GARDEN"', '"FIELD"', 1).replace(
        'aliases = ["PLOT"]', "aliases = 1"
    )

    message = refused(written(tmp_path / "isle", condition=first + second))

    assert [line.partition(": ")[0] for line in message.split("\n")] == [
        f"{FILE}, line 8, condition GARDEN",
        f"{FILE}, line 67, condition FIELD",
    ]


def test_what_is_no_toml_says_the_line(tmp_path):
    message = refused(
        written(tmp_path / "isle", condition=CONDITION.replace("aliases = [", "aliases = "))
    )

    assert message == (
        f"{FILE}: Expected newline or end of document after a statement (at line 7, column 17)."
        " This is no TOML: look for a missing quotation mark, bracket or = on that line or the one"
        " before."
    )

"""A small invented pack that tests write, change in one place, and load."""

import shutil

from throughcare.packs.entries import PackError
from throughcare.packs.loading import PACKS, load

CALENDAR = ("holidays", "counting", "clocks", "terms", "authorities")

EVIDENCE = """
[[evidence]]
code = "HOURS_WORKED"
en = "Hours worked"
fr = "Heures travaillées"

[[evidence]]
code = "NOTICE_GIVEN"
en = "Notice given"
fr = "Avis donné"

[[event]]
code = "MOVED"
en = "Moved"
fr = "Déménagé"
"""

METHODS = """
[[method]]
code = "ASKED"
strength = "self_report"
en = "Asked"
fr = "Demandé"
"""

WORDS = """
currency = "XTS"
end_of_order = ["end"]
[counts_from]
MADE = ["order"]
RELEASED = ["release"]
FIRST_DAY = ["start"]
[unit]
same_day = ["today"]
hours = ["hour"]
days = ["day"]
working_days = ["working_day"]
months = ["month"]
[said.keeper]
en = "the keeper"
fr = "la gardienne"
"""

CONDITION = """
[[condition]]
code = "GARDEN"
from = 2020-01-01
en = "Garden work"
fr = "Travail au jardin"
aliases = ["PLOT"]
on = ["PROBATION"]
authority = "Garden Act, s. 2"
plain_en = "Do {hours} hours in the garden."
plain_fr = "Faites {hours} heures au jardin."
plain_open_en = "Do the hours in the garden."
plain_open_fr = "Faites les heures au jardin."

[[condition.parameter]]
name = "hours"
kind = "hours"
en = "Hours"
fr = "Heures"
needed = true

[[condition.parameter]]
name = "by"
kind = "day"
en = "By"
fr = "Au plus tard"

[[condition.ceiling]]
parameter = "hours"
clock = "COMMUNITY_SERVICE"

[[condition.requirement]]
code = "HOURS"
en = "Garden: {hours} hours"
fr = "Jardin : {hours} heures"
owed_by = "person"
cadence = "hours"
amount = "hours"
within = { parameter = "by", else = { days = 10 } }
closed_by = ["HOURS_WORKED"]

[[condition.requirement]]
code = "NOTICE"
en = "Tell of a move"
fr = "Signaler un déménagement"
owed_by = "person"
cadence = "after"
event = "MOVED"
within = { days = 2 }
closed_by = ["NOTICE_GIVEN"]

[condition.knowing]
methods = [{ code = "ASKED" }]

[[condition.example]]
order = "PROBATION"
made = 2026-11-05
length = { months = 12 }
stated = { hours = 8 }
owed = [{ what = "HOURS", opens = 2026-11-05, by = 2026-11-15, stands = "open" }]
"""


def written(folder, *, condition=CONDITION, evidence=EVIDENCE, methods=METHODS, words=WORDS):
    """Write the pack into a folder and return the folder."""
    (folder / "conditions").mkdir(parents=True)
    for name in CALENDAR:
        shutil.copy(PACKS / "ca_on" / f"{name}.toml", folder)
    (folder / "evidence.toml").write_text(evidence, encoding="utf-8")
    (folder / "methods.toml").write_text(methods, encoding="utf-8")
    (folder / "words.toml").write_text(words, encoding="utf-8")
    (folder / "conditions" / "garden.toml").write_text(condition, encoding="utf-8")
    return folder


def refused(folder):
    """Return what loading a folder is refused with."""
    try:
        load(folder)
    except PackError as error:
        return str(error)
    raise AssertionError("the pack was loaded")

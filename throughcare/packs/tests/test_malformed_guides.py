"""Standards, responses, incidents and routes, malformed: one exact sentence for each."""

import shutil

import pytest

from throughcare.packs.loading import PACKS
from throughcare.packs.tests.isle import refused
from throughcare.packs.tests.test_malformed_conditions import line_of

WRONG = {
    "an unknown level": (
        "standards",
        'levels = ["STORM"]',
        'levels = ["STROM"]',
        'levels = ["STROM"]',
        ", standard NIGHT_LOOK",
        "levels = 'STROM' is not known. Did you mean STORM?",
    ),
    "a number at an unknown level": (
        "standards",
        "times_at = { CALM = 1, STORM = 3 }",
        "times_at = { CALM = 1, GALE = 3 }",
        "times_at = {",
        ", standard WALK, times_at",
        "GALE is no level. Choose one of: CALM, STORM.",
    ),
    "a number that is none": (
        "standards",
        "times_at = { CALM = 1, STORM = 3 }",
        'times_at = { CALM = 1, STORM = "3" }',
        "times_at = {",
        ", standard WALK, times_at",
        "write STORM = a whole number.",
    ),
    "numbers for what is done once": (
        "standards",
        "within = { weeks = 2 }",
        "within = { weeks = 2 }\ntimes_at = { CALM = 1 }",
        "times_at = { CALM = 1 }\nlevels",
        ", standard NIGHT_LOOK",
        'times_at needs cadence = "times".',
    ),
    "an interim standard of no level": (
        "standards",
        'as_level = "CALM"',
        'as_level = "CLAM"',
        'as_level = "CLAM"',
        ", interim FIRST_NIGHT",
        "as_level = 'CLAM' is not known. Did you mean CALM?",
    ),
    "a standard counted from the making of an order": (
        "standards",
        "within = { weeks = 2 }",
        'within = { weeks = 2 }\ncounts_from = "MADE"',
        '[[standard]]\ncode = "NIGHT_LOOK"',
        ", standard NIGHT_LOOK",
        "a standard counts from the opening of the file. Remove counts_from.",
    ),
    "a standard closed by nothing known": (
        "standards",
        'closed_by = ["BOAT_LOOKED_AT"]',
        'closed_by = ["BOAT_LOOKED_UP"]',
        'closed_by = ["BOAT_LOOKED_UP"]',
        ", standard NIGHT_LOOK",
        "closed_by = 'BOAT_LOOKED_UP' is not known. Did you mean BOAT_LOOKED_AT?",
    ),
    "a standard of two versions that overlap": (
        "standards",
        "until = 2024-12-31",
        "until = 2025-12-31",
        "from = 2025-01-01",
        ", standard TEA",
        "two entries of TEA overlap: the one before lasts until 2025-12-31. Write until ="
        " 2024-12-31 there, or leave until out.",
    ),
    "an unknown level where more is expected": (
        "conditions/shore",
        'levels = ["STORM"]',
        'levels = ["GALE"]',
        'levels = ["GALE"]',
        ", condition BOAT_ASHORE, knowing, at_level 1",
        "levels = 'GALE' is not known. Choose one of: CALM, STORM.",
    ),
    "an unknown lapse": (
        "responses",
        'lapses = ["BOAT_AT_SEA"]',
        'lapses = ["BOAT_AT_SEE"]',
        'lapses = ["BOAT_AT_SEE"]',
        ", response RING_BELL",
        "lapses = 'BOAT_AT_SEE' is not known. Did you mean BOAT_AT_SEA?",
    ),
    "a response without a step": (
        "responses",
        "step = 1\n",
        "",
        '[[response]]\ncode = "RAISE',
        ", response RAISE_EYEBROW",
        "write step = a whole number.",
    ),
    "an incident of which nobody is told": (
        "incidents",
        "[[incident.tell]]",
        "[[incident.whisper]]",
        "[[incident.whisper]]",
        ", incident SHIPWRECK",
        "whisper is not a word of such an entry. Known are: code, tell, note_en, note_fr,"
        " authority, source, note, checked_on, from, until, en, fr, sample.",
    ),
    "two times to tell": (
        "incidents",
        "hours = 12",
        "hours = 12\nworking_days = 1",
        '[[incident.tell]]\nen = "the Harbour Court"',
        ", incident SHIPWRECK, tell 2",
        "write one of: hours = 24, working_days = 2, at_once = true.",
    ),
    "an unknown applicant": (
        "variations",
        'may_apply = ["WATCHED", "WARDEN"]',
        'may_apply = ["WATCHED", "WARDER"]',
        "may_apply =",
        ", route SOFTEN",
        "may_apply = 'WARDER' is not known. Did you mean WARDEN?",
    ),
    "an unknown clock": (
        "variations",
        'clocks = ["ASK_AGAIN"]',
        'clocks = ["ASK_TWICE"]',
        "clocks =",
        ", route SOFTEN",
        "clocks = 'ASK_TWICE' is not known. Choose one of: ASK_AGAIN.",
    ),
    "an unknown way of hearing": (
        "variations",
        'hearing = "on_request"',
        'hearing = "by_post"',
        "hearing =",
        ", route SOFTEN",
        "hearing = 'by_post' is not known. Choose one of: always, on_request, none, unknown.",
    ),
    "a route that lacks its French": (
        "variations",
        'never_fr = "la salutation"\n',
        "",
        "[[route]]",
        ", route SOFTEN",
        'the French is missing: write never_fr = "…".',
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "mark", "trail", "said"), WRONG.values(), ids=WRONG)
def test_a_malformed_guide_is_refused(tmp_path, name, old, new, mark, trail, said):
    folder = tmp_path / "isle"
    shutil.copytree(PACKS / "example", folder)
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    assert text != path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    message = refused(folder)

    assert message == f"isle/{name}.toml, line {line_of(text, mark)}{trail}: {said}"

"""Whatever is put in the place of a value, a pack loads or says in words what is wrong."""

import copy
import tomllib
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughcare.packs import files
from throughcare.packs.checking import check_pack
from throughcare.packs.loading import PACKS

ISLAND = PACKS / "example"
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted(ISLAND.rglob("*.toml"))}
AWAY = object()
VALUES = [
    0,
    -1,
    1.5,
    True,
    "",
    "x",
    date(2026, 1, 1),
    [],
    ["x"],
    [1],
    {},
    {"x": 1},
    AWAY,
]


def paths(value, path=()):
    """Yield the path of every value inside a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*path, key))


PLACES = [(file, path) for file, text in TEXTS.items() for path in paths(tomllib.loads(text))]


def changed(file, path, value):
    """Return a file's content with another value in one place, or without it."""
    content = copy.deepcopy(tomllib.loads(TEXTS[file]))
    table = content
    for key in path[:-1]:
        table = table[key]
    if value is AWAY:
        del table[path[-1]]
    else:
        table[path[-1]] = value
    return content


class Reader:
    """Reads TOML, but for one text, for which it gives what it was told."""

    TOMLDecodeError = tomllib.TOMLDecodeError

    def __init__(self, text, content):
        self.text, self.content = text, content

    def loads(self, text):
        """Return the content of a text."""
        return self.content if text == self.text else tomllib.loads(text)


@settings(
    max_examples=120,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(place=st.sampled_from(PLACES), value=st.sampled_from(VALUES))
def test_any_value_anywhere_is_used_or_refused_in_words(monkeypatch, place, value):
    file, path = place
    monkeypatch.setattr(files, "tomllib", Reader(TEXTS[file], changed(file, path, value)))

    found = check_pack(ISLAND)

    assert all(error.startswith("example") for error in found.errors)
    assert bool(found.errors) or found.counts["conditions"] <= 5


KNOWN = [
    ("conditions/shore.toml", ("condition", 1, "ceiling", 0, "clock"), []),
    ("conditions/shore.toml", ("condition", 0, "example", 1, "happened", 0, "kind"), [1]),
    ("conditions/shore.toml", ("condition", 1, "example", 0, "happened", 0, "hours"), {}),
    ("evidence.toml", ("evidence", 0, "code"), {}),
    ("holidays.toml", ("day", "LANTERNS", "rule", "day"), -1),
    ("holidays.toml", ("day", "LAST_BOAT", "rule", "month"), 13),
]


@pytest.mark.parametrize(("name", "path", "value"), KNOWN)
def test_values_that_once_were_not_refused_in_words(monkeypatch, name, path, value):
    file = ISLAND / name
    monkeypatch.setattr(files, "tomllib", Reader(TEXTS[file], changed(file, path, value)))

    assert check_pack(ISLAND).errors != ()


SAID = [
    (
        ("stated",),
        {"beach_ours": 1},
        "stated: beach_ours is no parameter of this condition. There are: beach_hours.",
    ),
    (
        ("happened", 0),
        {"on": date(2026, 12, 1)},
        'happened 1: write kind = "…" or event = "…" of evidence.toml: one of the two.',
    ),
    (
        ("happened", 0, "kind"),
        "BEACH_OURS",
        "happened 1: kind = 'BEACH_OURS' is not known. Did you mean BEACH_HOURS?",
    ),
    (("happened", 0, "hours"), "many", "happened 1: write hours = a number."),
    (
        ("happened", 0, "strength"),
        "documents",
        "happened 1: strength = 'documents' is not known. Did you mean document?",
    ),
    (("after",), {"order": "WATCH"}, "after: write made = a day such as 2026-01-31, without"),
    (("after",), {"order": "WASH"}, "after: order = 'WASH' is not known. Choose one of: WATCH"),
]


@pytest.mark.parametrize(("path", "value", "said"), SAID)
def test_an_example_is_read_with_care(monkeypatch, path, value, said):
    file = ISLAND / "conditions" / "shore.toml"
    whole = ("condition", 1, "example", 0, *path)
    monkeypatch.setattr(files, "tomllib", Reader(TEXTS[file], changed(file, whole, value)))

    (error,) = check_pack(ISLAND).errors

    assert f"condition BEACH_WORK, example 1, {said}" in error

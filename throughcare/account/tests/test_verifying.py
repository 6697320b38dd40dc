"""Whatever an export states otherwise than it follows is found, and named by its key."""

from copy import deepcopy

import pytest

from throughcare.account.export.reading import exported
from throughcare.account.export.strict import Unreadable
from throughcare.account.export.verifying import Difference, differences, recomputed
from throughcare.account.tests.exports import values

SAID = values()
COMPUTED = recomputed(exported(SAID)[0])
KEYS = {"obligations": ("requirement", "opens_on"), "conditions": ("condition",)}


def every_stated_field():
    """Return the place of every field of every line that is no part of a key."""
    for part, lines in SAID["account"].items():
        for place, line in enumerate(lines):
            yield from ((part, place, name) for name in line if name not in KEYS[part])


def otherwise(value):
    """Return another value of the same kind."""
    if isinstance(value, bool):
        return not value
    return value + "x" if isinstance(value, str) else [value]


def test_what_follows_is_not_different():
    assert differences(SAID["account"], COMPUTED) == []


def test_every_field_that_was_altered_is_named():
    places = list(every_stated_field())
    for part, place, name in places:
        stated = deepcopy(SAID["account"])
        line = stated[part][place]
        line[name] = otherwise(line[name])
        key = tuple(line[each] for each in KEYS[part])
        found = [(each.part, each.key, each.field) for each in differences(stated, COMPUTED)]
        assert found == [(part, key, name)]
    print(f"\n{len(places)} fields of an account altered one by one, all found.")


@pytest.mark.parametrize("part", ["obligations", "conditions"])
def test_a_line_left_out_is_named(part):
    stated = deepcopy(SAID["account"])
    gone = stated[part].pop()
    (found,) = differences(stated, COMPUTED)

    assert found.key == tuple(gone[each] for each in KEYS[part])
    assert (found.field, found.stated, found.computed) == ("all of it", "nothing", gone["ending"])


@pytest.mark.parametrize("part", ["obligations", "conditions"])
def test_a_line_put_in_is_named(part):
    stated = deepcopy(SAID["account"])
    stated[part].append(stated[part][0] | {KEYS[part][0]: "another"})
    (found,) = differences(stated, COMPUTED)

    assert found.key[0] == "another"
    assert (found.stated, found.computed) == (stated[part][0]["ending"], "nothing")


@pytest.mark.parametrize(
    ("name", "value"), [("comment", "all well"), ("state", None), ("is_bare", 0)]
)
def test_a_field_of_another_name_or_kind_is_a_difference(name, value):
    part = "conditions" if name == "is_bare" else "obligations"
    stated = deepcopy(SAID["account"])
    stated[part][0][name] = value

    assert [each.field for each in differences(stated, COMPUTED)] == [name]


@pytest.mark.parametrize(
    ("part", "place", "name", "value"),
    [
        pytest.param("facts", "evidence", "on", "2030-01-01", id="evidence moved out of reach"),
        pytest.param("facts", "evidence", "kind", "SOMETHING", id="evidence of another kind"),
        pytest.param("facts", "set_aside", "requirement", "another", id="a decision moved"),
    ],
)
def test_a_value_altered_under_the_account_is_found(part, place, name, value):
    said = deepcopy(SAID)
    for each in said[part][place]:
        each[name] = value
    found, stated = exported(said)

    assert differences(stated, recomputed(found)) != []


def test_the_order_of_the_lines_does_not_matter():
    turned = {part: lines[::-1] for part, lines in SAID["account"].items()}

    assert differences(turned, COMPUTED) == []


@pytest.mark.parametrize(
    "stated",
    [
        None,
        [],
        {},
        {"obligations": []},
        {"obligations": [], "conditions": [], "more": []},
        {"obligations": {}, "conditions": []},
        {"obligations": [1], "conditions": []},
        {"obligations": [{"requirement": "R"}], "conditions": []},
        {"obligations": [{"requirement": "R", "opens_on": 3}], "conditions": []},
        {"obligations": [], "conditions": [{"condition": "C"}, {"condition": "C"}]},
    ],
)
def test_what_is_no_account_cannot_be_read(stated):
    with pytest.raises(Unreadable, match="account"):
        differences(stated, COMPUTED)


def test_a_difference_is_one_line_with_its_key():
    found = Difference("obligations", ("R1", "2026-03-01"), "state", "done", "overdue")

    assert str(found) == ("obligations\tR1 2026-03-01\tstate\tstated done\tcomputed overdue")

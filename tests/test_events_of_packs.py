"""Whether what a pack waits for can ever be told: by a part of the office, or by nothing yet."""

from pathlib import Path

import pytest

from tests.tree import mend
from throughcare.packs.loading import pack_of

PRODUCT = Path(__file__).parent.parent / "throughcare"
PACK = pack_of("ca_on")
LEFT_OUT = {"packs", "kernel", "tests", "demo", "migrations"}


def code_of_the_office():
    """Return the text of all code of the office's parts as one."""
    files = (
        path
        for path in PRODUCT.rglob("*.py")
        if not LEFT_OUT & set(path.relative_to(PRODUCT).parts)
    )
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


CODE = code_of_the_office()


@pytest.mark.parametrize("event", sorted(PACK.events))
def test_an_event_is_recorded_by_a_part_of_the_office_or_says_that_nothing_does(event):
    is_recorded = f'"{event}"' in CODE
    wrong = [] if is_recorded is (event not in PACK.unrecorded_events) else [event]

    assert wrong == [], mend(
        "Set or remove `unrecorded = true` in evidence.toml, or wire the event.", wrong
    )


def test_every_event_of_the_pack_is_waited_for_or_told():
    """An event that nothing names is a word too many."""
    rules = [rule for code in PACK.condition_codes for rule in PACK.conditions[code]]
    asked = {each.event for rule in rules for each in rule.requirements}
    asked |= {each.asked.event for each in PACK.standards.every}

    assert [each for each in PACK.events if each not in asked and f'"{each}"' not in CODE] == []

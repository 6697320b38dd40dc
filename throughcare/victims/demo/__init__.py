"""The registered victims of the demo office, on the cards of a few files. All invented."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from throughcare.cases.demo import Past
from throughcare.cases.watching import WATCHING
from throughcare.people.demo import DemoPerson
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember
from throughcare.victims.models import CardOpening, Victim

TOLD: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("victims.toml").read_text(encoding="utf-8")
)["victim"]


def populate(world: World, named: Mapping[str, DemoPerson], pasts: Iterable[Past]) -> None:
    """Register the victims that victims.toml tells of, on the files of the people with a story."""
    files = {id(past.person): past for past in pasts}
    for each in TOLD:
        if each["of"] in named:
            _register(world, files[id(named[each["of"]])], each)


def _register(world: World, past: Past, told: dict[str, Any]) -> None:
    at = world.moment(past.day(told["ago"]), 14, 20)
    entry = world.loader.entry(
        "victims.registered", by=_opened(world, past, told["why"], at), recorded_at=at,
        reason=told["why"],
    )  # fmt: skip
    victim = entry.add(Victim(id=world.new_id(), case=past.case, **told["says"]))
    if later := told.get("corrected"):
        at = world.moment(past.day(later["ago"]), 10, 5)
        by = _opened(world, past, later["why"], at)
        corrected = world.loader.entry(
            "victims.corrected", by=by, recorded_at=at, reason=later["why"]
        )
        corrected.change(victim, **later["says"])


def _opened(world: World, past: Past, why: str, at: datetime) -> StaffMember:
    """Open the card shortly before a moment to whoever held the file then, and return them."""
    [*_, holder] = [holder for since, holder in past.holders if since <= at]
    opened_at = at - timedelta(minutes=4)
    entry = world.loader.entry("victims.card_opened", by=holder, recorded_at=opened_at, reason=why)
    entry.add(
        CardOpening(
            id=world.new_id(), case=past.case, member=holder, reason=why, opened_at=opened_at,
            ends_at=opened_at + timedelta(minutes=WATCHING.card_minutes),
        )
    )  # fmt: skip
    return holder

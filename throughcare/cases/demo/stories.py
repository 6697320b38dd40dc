"""The files of the people with a story: what stories.toml tells, act by act."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from throughcare.cases.demo.desks import Desk
from throughcare.cases.demo.past import Past
from throughcare.staff.models import Office, StaffMember

STORIES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)


@dataclass
class Cast:
    """Who appears in the stories: the first office's desk, its members by name, another office."""

    desk: Desk
    members: dict[str, StaffMember]
    other_office: Office
    other_manager: StaffMember

    def named(self, username: str) -> StaffMember:
        """Return a member; the manager where the demo has none of that name."""
        return self.members.get(username, self.desk.manager)


def tell_story(cast: Cast, past: Past, story: dict[str, Any]) -> None:
    """Tell the file of a story from its opening to today."""
    clerk = cast.desk.clerks[0]
    past.open(cast.named(story["holder"]), clerk)
    for said in story.get("acts", []):
        ACTS[said["act"]](cast, past, said)
    if not past.case.closed_on and not past.held.uncovered:
        cast.desk.take(past.holder)


def _level(_cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.set_level(said["level"], past.holder, said["ago"], said["reason"])


def _give(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.give(
        cast.named(said["to"]),
        cast.desk.manager,
        said["ago"],
        reason=said["reason"],
        late=said.get("late", 0),
    )


def _uncover(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.uncover(cast.desk.manager, cast.desk.manager, said["ago"], said["reason"])


def _away(_cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.record_away(past.holder, said)


def _propose(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.propose_transfer(cast.other_office, past.holder, said["ago"], said["words"])


def _refuse(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.refuse_transfer(cast.other_manager, said["ago"], said["reason"])


def _restrict(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    named = [past.holder, *(cast.named(name) for name in said["named"])]
    past.restrict(named, cast.desk.manager, said["ago"], said["reason"])


def _conflict(cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.declare_conflict(cast.named(said["who"]), cast.desk.manager, said["ago"], said["words"])


def _close(_cast: Cast, past: Past, said: dict[str, Any]) -> None:
    past.close(said["words"], past.holder, said["ago"])


ACTS: dict[str, Callable[[Cast, Past, dict[str, Any]], None]] = {
    "level": _level,
    "give": _give,
    "uncover": _uncover,
    "away": _away,
    "propose": _propose,
    "refuse": _refuse,
    "restrict": _restrict,
    "conflict": _conflict,
    "close": _close,
}

"""What was said in a contact of the demo, in the language the person speaks."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from throughcare.contacts.demo.rhythm import Meeting

LINES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("lines.toml").read_text(encoding="utf-8")
)
OF_WAY = {"COLLATERAL": "collateral", "PHONE": "phone"}


@dataclass
class Saying:
    """Draws lines and words; an officer writes them in the language of the meeting."""

    chance: Random
    french: bool

    def line(self, meeting: Meeting) -> str:
        """Return what a meeting was about, or what was done when the person did not come."""
        if meeting.outcome != "CAME":
            return self._one("missed")
        return self._one(OF_WAY.get(meeting.way, "came"))

    def between(self, way: str, outcome: str) -> str:
        """Return what a call, letter or message between meetings was about."""
        return self._one("tried" if outcome == "NOT_REACHED" else OF_WAY.get(way, "between"))

    def words(self) -> str:
        """Return words of the person."""
        return self._one("words")

    def homework(self) -> str:
        """Return something small to do until next time."""
        return self._one("homework")

    def _one(self, kind: str) -> str:
        return self.chance.choice(LINES[f"{kind}_{'fr' if self.french else 'en'}"])

"""The numbers by which looking is limited and asked about; data, and samples (watching.toml)."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True)
class Watching:
    """How long an emergency lasts, and how many people one member may open unasked."""

    emergency: timedelta
    in_an_hour: int
    in_a_day: int
    card_minutes: int
    sample: bool

    @property
    def minutes(self) -> int:
        """How many minutes an emergency lasts."""
        return self.emergency // timedelta(minutes=1)


def read(path: Path) -> Watching:
    """Return the numbers of a file.

    :raises KeyError: when one is missing.
    """
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Watching(
        emergency=timedelta(minutes=said["emergency"]["minutes"]),
        in_an_hour=said["many"]["in_an_hour"],
        in_a_day=said["many"]["in_a_day"],
        card_minutes=said["victim_card"]["minutes"],
        sample=said["sample"],
    )


WATCHING = read(Path(__file__).with_suffix(".toml"))

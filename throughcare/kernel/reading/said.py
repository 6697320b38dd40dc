"""One condition's words, and what was found in them so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.matching import main_part
from throughcare.kernel.reading.parts import Part
from throughcare.kernel.reading.wording import Wording
from throughcare.kernel.reading.written_days import Written


@dataclass
class Setting:
    """What the order as a whole says that one condition needs."""

    counting: Counting
    anchor: str = "order"  # what the order's own time counts from
    part: Part | None = None  # the part of the order spoken of last
    announced: Part | None = None  # the part that the headings above announce
    persons: list[str] = field(default_factory=list)  # the persons spoken of last
    written: tuple[Written, ...] = ()  # the days written in the text


@dataclass
class Said:
    """One condition's words and what was found in them."""

    wording: Wording
    setting: Setting
    codes: list[str]
    text: str
    plain: str
    values: dict[str, Any] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    start: int = 0  # where the condition begins in the order

    first: int = 0  # how long the first piece is: a list under it is one of exceptions

    @property
    def main(self) -> str:
        """Return the folded words before the first exception."""
        return main_part(self.wording, self.plain[: self.first])

    @property
    def rest(self) -> str:
        """Return the folded words from the first exception on."""
        return self.plain[len(self.main) :]

    def set(self, name: str, value: Any) -> None:
        """Keep a value unless there is none."""
        if value is not None and value not in ([], ""):
            self.values[name] = value

    def doubt(self, code: str) -> None:
        """Mark why a second person must decide; an empty word is no doubt."""
        self.doubts = list(dict.fromkeys(filter(None, [*self.doubts, code])))

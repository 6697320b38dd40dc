"""Everything that is wrong with a pack: one sentence for each, none hides the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from throughcare.packs.entries import PackError

Thing = TypeVar("Thing")
Value = TypeVar("Value")


class Problems(list[str]):
    """The sentences gathered while a pack is read."""

    def each(self, things: Iterable[Thing], read: Callable[[Thing], Value]) -> tuple[Value, ...]:
        """Return what each entry or file gives; one that cannot be used is noted and left out."""
        found: list[Value] = []
        for thing in things:
            try:
                found.append(read(thing))
            except PackError as error:
                self.append(str(error))
        return tuple(found)

    def of(self, read: Callable[[], Value], otherwise: Value) -> Value:
        """Return what reading gives; what goes wrong is noted, and the other value returned."""
        try:
            return read()
        except PackError as error:
            self.append(str(error))
            return otherwise

    def stop(self) -> None:
        """Raise all that was noted, if anything was: what follows would only repeat it."""
        if self:
            raise PackError("\n".join(dict.fromkeys(self)))

"""The people of the demo office and of the generated province, with their pasts. All invented."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.people.demo.office import DemoPerson, Offices
from throughcare.people.demo.ordinary import add_ordinary
from throughcare.people.demo.stories import STORIES, add_story
from throughcare.staff.demo import World

__all__ = ["DemoPeople", "DemoPerson", "populate"]

FIRST_NUMBER = 104_001


@dataclass(frozen=True)
class DemoPeople:
    """Everyone who was made; `named` are those with a story, by its key (stories.toml)."""

    everyone: list[DemoPerson]
    named: dict[str, DemoPerson]

    def __iter__(self) -> Iterator[DemoPerson]:
        return iter(self.everyone)

    def __len__(self) -> int:
        return len(self.everyone)


def populate(world: World) -> DemoPeople:
    """Give the world its people: those with a story at the first office, the rest anywhere."""
    offices = Offices(world)
    numbers = _numbers()
    stories = STORIES[: world.people]
    named = {story["key"]: add_story(world, offices, story, numbers) for story in stories}
    others = [
        add_ordinary(world, offices.any(), next(numbers))
        for _person in range(world.people - len(named))
    ]
    return DemoPeople([*named.values(), *others], named)


def _numbers() -> Iterator[str]:
    """Yield file numbers, without those that a story has."""
    taken = {story["number"] for story in STORIES if "number" in story}
    serial = FIRST_NUMBER
    while True:
        if (number := f"P-{serial}") not in taken:
            yield number
        serial += 1

"""Files without a story: open ones of today's officers, and those of the last years, closed."""

from dataclasses import dataclass
from typing import Any

from throughcare.cases.demo.desks import Desk
from throughcare.cases.demo.past import Past
from throughcare.staff.demo import World

KINDS = {"SUPERVISION": 86, "REPORT_ONLY": 8, "INVESTIGATION": 3, "COURTESY": 3}
LEVELS = {"VERY_LOW": 8, "LOW": 28, "MEDIUM": 37, "HIGH": 21, "VERY_HIGH": 6}
AWAYS = (
    ("CUSTODY", ("Sudbury Jail", "Monteith", "North Bay Jail"), "Police, by phone"),
    ("HOSPITAL", ("Health Sciences North", "St. Joseph’s"), "The ward, by phone"),
    ("WARRANT", ("",), "Court office, warrant in the first instance"),
    ("ABSENCE", ("Work camp", "Visiting family, travel permit given"), "The person, travel permit"),
)
LEVEL_REASONS = ("Assessment", "Reassessment", "Assessment, interview and police papers")
CLOSING = ("Order ended", "Order ended, all conditions met", "Report filed", "Order ended early")
REASSIGNED = ("Caseloads evened out", "Officer moved to another post", "Service in French")


@dataclass(frozen=True)
class Plan:
    """How a file is to end: open with an officer, uncovered, or closed."""

    ending: str
    away_now: bool = False


def tell(world: World, desk: Desk, past: Past, plan: Plan) -> None:
    """Tell an ordinary file from its opening to today."""
    _Ordinary(world, desk, past, plan).told()


def some(world: World, weights: dict[str, int]) -> str:
    """Return a key by chance, as often as its weight says."""
    return world.chance.choices(list(weights), list(weights.values()))[0]


@dataclass
class _Ordinary:
    world: World
    desk: Desk
    past: Past
    plan: Plan

    def told(self) -> None:
        chance, past, desk = self.world.chance, self.past, self.desk
        self.age = (self.world.today - past.case.opened_on).days
        officer = chance.choice(desk.with_room() or desk.officers)
        first = chance.choice(desk.officers) if chance.random() < 0.3 else officer
        clerk = chance.choice(desk.clerks)
        if chance.random() < 0.25:
            past.open(desk.manager, clerk, uncovered=True)
            past.give(first, desk.manager, self.age - 2)
        else:
            past.open(first, clerk)
        self._levels()
        if past.holder is not officer:
            past.give(officer, desk.manager, self._ago(), reason=chance.choice(REASSIGNED))
        if chance.random() < 0.05:
            self._away(ended=True)
        self._end()

    def _ago(self) -> int:
        """Return a day between the last act and today."""
        left = (self.world.today - self.past.last_at.date()).days
        return self.world.chance.randint(1, max(1, left))

    def _levels(self) -> None:
        chance = self.world.chance
        ago = self.age - chance.randint(28, 45)
        while ago > 1 and self.past.level is not None:
            level = some(self.world, LEVELS)
            self.past.set_level(level, self.past.holder, ago, chance.choice(LEVEL_REASONS))
            ago -= chance.randint(170, 380)

    def _away(self, *, ended: bool) -> None:
        chance = self.world.chance
        kind, places, source = chance.choices(AWAYS, (55, 12, 23, 10))[0]
        since = self._ago()
        said: dict[str, Any] = {"kind": kind, "source": source, "since": since}
        said["place"] = chance.choice(places)
        if since > 6 and chance.random() < 0.1:
            said["told"] = chance.randint(2, 4)
        if ended and since > 20:
            said["until"] = since - chance.randint(5, 15)
        elif ended:
            return
        self.past.record_away(self.past.holder, said)

    def _end(self) -> None:
        past, desk, chance = self.past, self.desk, self.world.chance
        died = past.person.row.deceased_on
        if died:
            ago = (self.world.today - died).days
            past.close("Deceased", past.holder, max(1, ago - chance.randint(1, 9)))
        elif self.plan.ending == "closed":
            past.close(chance.choice(CLOSING), past.holder, self._ago())
        elif self.plan.ending == "uncovered":
            past.uncover(desk.manager, desk.manager, min(self._ago(), 60), "Post is vacant")
        else:
            desk.take(past.holder)
            if self.plan.away_now:
                self._away(ended=False)

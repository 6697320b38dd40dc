"""What the demo office is asked to erase by law, and what it holds: one file each, both closed."""

from collections.abc import Iterable, Mapping

from throughcare.cases.demo.past import Past
from throughcare.packs.erasure_bases import erasure_bases
from throughcare.people.demo import DemoPerson
from throughcare.record.models import Erasure, Hold
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember


def populate(world: World, named: Mapping[str, DemoPerson], pasts: Iterable[Past]) -> None:
    """Tell of an inquest that needs a closed file, and of the oldest file, to be erased."""
    office = world.offices[0]
    managers = [each for each in world.members if each.role == "MANAGER" and each.office == office]
    closed = [each for each in pasts if each.case.closed_on and each.case.office == office]
    if not managers or not closed:
        return
    held = [each for each in closed if each.person is named.get("deceased")]
    for past in held[:1]:
        _hold(world, past, managers[0])
    others = (each for each in closed if each not in held)
    oldest = min(others, key=lambda each: (each.case.closed_on, each.case.number), default=None)
    if oldest:
        _ask(world, oldest, managers[0])


def _hold(world: World, past: Past, manager: StaffMember) -> None:
    at, why = world.moment(past.day(20), 11, 30), "The coroner’s inquest needs the file."
    entry = world.loader.entry(
        "record.hold_placed", by=manager, recorded_at=at, case=past.case, reason=why
    )
    entry.add(
        Hold(
            id=world.new_id(), case_id=past.case.pk, why=why, placed_at=at,
            placed_by_name=manager.full_name,
        )
    )  # fmt: skip


def _ask(world: World, past: Past, manager: StaffMember) -> None:
    at, basis = world.moment(past.day(3), 15, 10), erasure_bases("ca_on")["RETENTION"]
    entry = world.loader.entry(
        "record.erasure_asked", by=manager, recorded_at=at, case=past.case, reason="RETENTION"
    )
    entry.add(
        Erasure(
            id=world.new_id(), case_id=past.case.pk, basis="RETENTION",
            basis_en=basis.en, basis_fr=basis.fr,
            why="The period of the schedule is over.", asked_at=at, asked_by_id=manager.pk,
            asked_by_name=manager.full_name,
        )
    )  # fmt: skip

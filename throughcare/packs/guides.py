"""The guides of a pack on a day: what may answer a lapse, whom to tell, how an order is varied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from throughcare.packs.guide_rules import Guide, Incident, Response, VariationRoute
from throughcare.packs.pack import Pack

Kind = TypeVar("Kind", bound=Guide)


def responses_to(pack: Pack, lapse: str, on: date) -> tuple[Response, ...]:
    """Return the steps that may answer a lapse, the lowest first. None is taken by itself."""
    offered = (each for each in _standing(pack.guides.responses, on) if not each.is_incentive)
    fitting = [each for each in offered if not each.lapses or lapse in each.lapses]
    return tuple(sorted(fitting, key=lambda each: each.step))


def incentives(pack: Pack, on: date) -> tuple[Response, ...]:
    """Return the ways to answer what went well, the lowest first."""
    offered = (each for each in _standing(pack.guides.responses, on) if each.is_incentive)
    return tuple(sorted(offered, key=lambda each: each.step))


def incident_of(pack: Pack, code: str, on: date) -> Incident | None:
    """Return a kind of incident as the pack had it on a day, or None."""
    return next((each for each in incidents(pack, on) if each.code == code), None)


def incidents(pack: Pack, on: date) -> tuple[Incident, ...]:
    """Return the kinds of incident on a day."""
    return _standing(pack.guides.incidents, on)


def routes_for(
    pack: Pack, instrument: str, on: date, applicant: str = ""
) -> tuple[VariationRoute, ...]:
    """Return the ways to vary an instrument on a day, for one applicant or for any."""
    return tuple(
        each
        for each in _standing(pack.guides.routes, on)
        if instrument in each.instruments and (not applicant or applicant in each.applicants)
    )


def _standing(guides: Sequence[Kind], on: date) -> tuple[Kind, ...]:
    """Return the latest version of each code that began by a day."""
    newest: dict[str, Kind] = {}
    for each in sorted(guides, key=lambda guide: guide.starts_on):
        if each.starts_on <= on:
            newest[each.code] = each
    return tuple(newest.values())

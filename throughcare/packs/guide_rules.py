"""What guides a person's decision: responses to lapses, incidents to tell of, ways to vary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from throughcare.packs.condition_rules import Texts


class Hearing(StrEnum):
    """Whether a court or board hears an application to vary."""

    ALWAYS = "always"
    ON_REQUEST = "on_request"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class Guide:
    """What every entry of a guide has."""

    code: str
    starts_on: date
    labels: Texts
    authority: str
    sample: bool
    note: Texts | None


@dataclass(frozen=True, eq=False)
class Response(Guide):
    """A step that an officer may take. The machine proposes it; a person decides."""

    lapses: tuple[str, ...]
    """The lapses it answers; none named: any."""
    step: int
    """The lowest steps are proposed first."""
    is_incentive: bool
    needs_approval: bool
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class Tell:
    """Whom to tell of an incident, and within how long: hours, working days, or at once."""

    whom: Texts
    hours: int | None
    working_days: int | None


@dataclass(frozen=True, eq=False)
class Incident(Guide):
    """A kind of incident, and who must hear of it by when."""

    tell: tuple[Tell, ...]


@dataclass(frozen=True, eq=False)
class VariationRoute(Guide):
    """One way to vary an order: who may apply, to whom, by which clocks, what never changes."""

    instruments: tuple[str, ...]
    applicants: tuple[str, ...]
    to: Texts
    hearing: Hearing
    clocks: tuple[str, ...]
    may: Texts
    never: Texts | None


@dataclass(frozen=True)
class Guides:
    """The guides of a pack."""

    lapses: Mapping[str, Texts]
    responses: tuple[Response, ...]
    incidents: tuple[Incident, ...]
    applicants: Mapping[str, Texts]
    routes: tuple[VariationRoute, ...]


NO_GUIDES = Guides({}, (), (), {}, ())

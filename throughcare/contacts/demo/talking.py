"""Which conditions were talked of in a meeting of the demo, and what was said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import NamedTuple
from uuid import UUID, uuid5

from throughcare.contacts.models import Contact, Said, Talked
from throughcare.orders.demo.telling import ToldOrder

OFTEN = 0.7
NOT_KEPT_OF_100 = 3


@dataclass(frozen=True)
class Asked:
    """A condition that can be talked of, from a moment on."""

    condition: UUID
    since: datetime


def conditions_of(orders: Iterable[ToldOrder]) -> dict[UUID, list[Asked]]:
    """Return the conditions of each file, each from when an officer had confirmed it."""
    found: dict[UUID, dict[UUID, Asked]] = defaultdict(dict)
    for each in orders:
        since = each.order.confirmed_at
        if since is not None:
            for code in each.codes:
                asked = Asked(code.condition_id, since)
                found[each.past.case.pk].setdefault(code.condition_id, asked)
    return {case: list(known.values()) for case, known in found.items()}


class Met(NamedTuple):
    """What is kept of a meeting in person until its conditions are known."""

    pk: UUID
    case_id: UUID
    happened_at: datetime


def talked_of(contact: Contact | Met, conditions: Sequence[Asked]) -> Iterator[Talked]:
    """Yield what was said of one or two conditions in a meeting; sometimes of none.

    Chance is the contact's own here, so that nothing else of the world is drawn otherwise.
    """
    chance = Random(contact.pk.int)  # noqa: S311 - the same each time
    known = [each.condition for each in conditions if each.since <= contact.happened_at]
    if not known or chance.random() > OFTEN:
        return
    for condition in chance.sample(known, min(len(known), chance.randint(1, 2))):
        broken = chance.randrange(100) < NOT_KEPT_OF_100
        yield Talked(
            id=uuid5(contact.pk, str(condition)),
            contact_id=contact.pk,
            condition_id=condition,
            said=Said.NOT_KEPT if broken else Said.KEPT,
        )

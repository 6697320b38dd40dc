"""Which conditions were talked of in a meeting of the demo, and what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID, uuid5

from throughcare.contacts.models import Contact, Said, Talked

OFTEN = 0.7
NOT_KEPT_OF_100 = 3


@dataclass(frozen=True)
class Asked:
    """A condition that can be talked of, from a moment on."""

    condition: UUID
    since: datetime


def talked_of(contact: Contact, conditions: Sequence[Asked]) -> Iterator[Talked]:
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
            contact=contact,
            condition_id=condition,
            said=Said.NOT_KEPT if broken else Said.KEPT,
        )

"""Who may be the same person as someone about to be added. Proposed with reasons, never merged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from throughcare.pages.dates import PartialDate
from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.models import Name, Person
from throughcare.people.naming import ShownName
from throughcare.people.queries.resembling import loosen, resembling
from throughcare.people.spelling import closeness, fold, fold_identifier, word_sounds

WORTH_ASKING = 0.5
DIFFERENT_BIRTH = -0.3
NEARLY = 0.85


@dataclass(frozen=True)
class Reason:
    """One thing that two people have in common, and how much it says (1 is decisive)."""

    words: str
    weight: float


@dataclass(frozen=True)
class Likeness:
    """Someone on file who may be the person, and why."""

    person_id: UUID
    number: str
    name: ShownName
    born: PartialDate | None
    reasons: tuple[str, ...]
    weight: float


@transaction.atomic
def likely_duplicates(  # a person is recognized by all of these
    *,
    name: NameFacts,
    birth: BirthFacts,
    among: QuerySet[Person],
    identifiers: Sequence[str] = (),
    phones: Sequence[str] = (),
    besides: UUID | None = None,
    limit: int = 8,
) -> list[Likeness]:
    """Return the people on file who may be this one, the likeliest first, each with reasons.

    `phones` are E.164 numbers; `besides` is a person not to be compared with. Six queries.
    """
    loosen()
    words = fold(f"{name.surname} {name.given}").split()
    folded = [fold_identifier(value) for value in identifiers if value]
    alike = Q(pk__in=_people_named(words, among)) | _born_like(birth)
    if folded:
        alike |= Q(identifiers__folded__in=folded, identifiers__withdrawn_on=None)
    if phones:
        alike |= Q(phones__number__in=phones)
    people = among.filter(pk__in=Person.objects.filter(alike).values("pk"))
    if besides:
        people = people.exclude(pk=besides)
    found = people.prefetch_related("names", "identifiers", "phones")
    likenesses = [
        _likeness(person, _reasons(person, words, birth, set(folded), set(phones)))
        for person in found
    ]
    worth = [each for each in likenesses if each.weight >= WORTH_ASKING]
    return sorted(worth, key=lambda each: (-each.weight, each.number))[:limit]


def namesakes(name: NameFacts, birth: BirthFacts, *, besides: UUID | None = None) -> list[str]:
    """Return the numbers of people on file with the same words in a name and the same birth date.

    What is proposed of them weighs most of all that name and birth date can say. Whoever's birth
    date is not wholly known has none. One query: for bringing in thousands.
    """
    born = {
        "person__born_year": birth.born_year,
        "person__born_month": birth.born_month,
        "person__born_day": birth.born_day,
    }
    if None in born.values():
        return []
    words = sorted(fold(f"{name.surname} {name.given}").split())
    on_file = Name.objects.filter(**born).exclude(person=besides)
    known = on_file.order_by("person__number").values_list("person__number", "folded")
    return list(dict.fromkeys(number for number, said in known if sorted(said.split()) == words))


def birth_reason(one: BirthFacts, other: BirthFacts) -> Reason | None:
    """Return what two birth dates have in common, or that they differ; None if one is unknown."""
    mine = (one.born_year, one.born_month, one.born_day)
    theirs = (other.born_year, other.born_month, other.born_day)
    known = [(a, b) for a, b in zip(mine, theirs, strict=True) if a is not None and b is not None]
    if not known:
        return None
    same = sum(a == b for a, b in known)
    if same == 3:
        return Reason(_("same birth date"), 0.45)
    if same == len(known):
        return Reason(_("birth dates agree as far as they are known"), 0.15)
    if len(known) == 3 and mine[0] == theirs[0] and mine[1:] == (theirs[2], theirs[1]):
        return Reason(_("birth date with day and month changed round"), 0.35)
    if same == 2:
        return Reason(_("birth date differs in one part"), 0.25)
    return Reason("", DIFFERENT_BIRTH)


def name_reason(words: Sequence[str], names: Iterable[Name]) -> Reason | None:
    """Return how near the words are to the nearest of a person's names, or None."""
    near = max(names, key=lambda name: _mutual(words, name.folded.split()), default=None)
    if near is None:
        return None
    found = near.folded.split()
    said = {"name": near.shown.full}
    if sorted(words) == sorted(found):
        return Reason(_("same name: %(name)s") % said, 0.5)
    if _mutual(words, found) >= NEARLY:
        return Reason(_("name spelled nearly the same: %(name)s") % said, 0.4)
    if _sound_alike(words, found):
        return Reason(_("name sounds the same: %(name)s") % said, 0.3)
    if set(words) & set(found):
        return Reason(_("part of the name is the same: %(name)s") % said, 0.15)
    return None


def _mutual(words: Sequence[str], found: Sequence[str]) -> float:
    return (closeness(words, found) + closeness(found, words)) / 2


def _sound_alike(words: Sequence[str], found: Sequence[str]) -> bool:
    """Say whether each word of the shorter name sounds like one of the longer.

    Of two that are as long, each is heard in the other: it is the same both ways.
    """
    some, others = set(words), set(found)
    few, many = sorted((some, others), key=len)
    alike = bool(few) and _heard_in(few, many)
    return alike and (len(few) < len(many) or _heard_in(many, few))


def _heard_in(few: Iterable[str], many: Iterable[str]) -> bool:
    keys = {key for word in many for key in word_sounds(word)}
    return all(keys & set(word_sounds(word)) for word in few)


def _people_named(words: list[str], among: QuerySet[Person]) -> list[UUID]:
    if not words:
        return []
    return list(resembling(words, among).values_list("person_id", flat=True))


def _born_like(birth: BirthFacts) -> Q:
    """Return the condition of the same birth date, or with day and month changed round."""
    if birth.born_day is None:
        return Q(pk__in=[])
    said = {"born_year": birth.born_year}
    return Q(**said, born_month=birth.born_month, born_day=birth.born_day) | Q(
        **said, born_month=birth.born_day, born_day=birth.born_month
    )


def _reasons(
    person: Person, words: list[str], birth: BirthFacts, identifiers: set[str], phones: set[str]
) -> list[Reason]:
    theirs = BirthFacts(person.born_year, person.born_month, person.born_day)
    reasons = [name_reason(words, person.names.all()), birth_reason(birth, theirs)]
    reasons += [
        Reason(_("same %(kind)s: %(value)s") % {"kind": each.get_kind_display(), "value": each}, 1)
        for each in person.identifiers.all()
        if each.folded in identifiers and each.withdrawn_on is None
    ]
    if any(phone.number in phones for phone in person.phones.all()):
        reasons.append(Reason(_("same phone"), 0.3))
    return [reason for reason in reasons if reason]


def _likeness(person: Person, reasons: list[Reason]) -> Likeness:
    return Likeness(
        person.pk,
        person.number,
        person.name,
        person.born,
        tuple(reason.words for reason in reasons if reason.words),
        round(sum(reason.weight for reason in reasons), 2),
    )

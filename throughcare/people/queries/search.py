"""The search box: a person by a name that may be misspelled, by a number, or by a phone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext as _

from throughcare.pages.dates import PartialDate
from throughcare.people.models import Identifier, Name, Person, Phone
from throughcare.people.naming import ShownName
from throughcare.people.phones import shown_phone
from throughcare.people.queries.among import among
from throughcare.people.queries.resembling import BEGINS_NOT, likely, loosen
from throughcare.people.spelling import closeness, fold, fold_identifier
from throughcare.people.words import NameKind

OUR_NUMBER = re.compile(r"\s*(?:p[-\s]?)?(\d{3,9})\s*", re.IGNORECASE)
PHONE = re.compile(r"\s*(\+?[\d\s().\-/\u00a0]{7,})(?:\s*(?:x|ext|poste).*)?\s*", re.IGNORECASE)
YEAR = re.compile(r"(19|20)\d\d")
NEAR_ENOUGH = 0.6
PERSON_COLUMNS = (
    "person_id",
    "person__number",
    "person__surname",
    "person__given",
    "person__family_first",
    "person__born_year",
    "person__born_month",
    "person__born_day",
    "person__deceased_on",
    "person__sort_key",
)
NAME_COLUMNS = ("kind", "surname", "given", "family_first")


@dataclass(frozen=True)
class Hit:
    """A person who was found. `matched` says by what, where the name shown does not tell."""

    person_id: UUID
    number: str
    name: ShownName
    born: PartialDate | None
    is_deceased: bool
    matched: str = ""


@dataclass(frozen=True)
class Found:
    """The people found, the likeliest first; `more` when there are others."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    too_short: bool = False


@transaction.atomic(savepoint=False)
def search(text: str, *, people: Collection[UUID], limit: int = 20) -> Found:
    """Return the people who answer to a name, number or phone, likeliest first.

    Only `people` are looked at: the answer for someone else is the same as for nobody.
    Names match in any order, by their beginning, by near spelling and by sound, other names of
    the person included; a year beside a name is the year of birth. At most five queries.
    """
    text = text.replace("\x00", "")[:120]
    if len(fold(text).replace(" ", "")) < 2:
        return Found(too_short=bool(text.strip()))
    hits: dict[UUID, Hit] = {}
    for hit in _all_hits(text, people, limit):
        hits.setdefault(hit.person_id, hit)
        if len(hits) > limit:
            break
    return Found(tuple(hits.values())[:limit], more=len(hits) > limit)


def _all_hits(text: str, people: Collection[UUID], limit: int) -> Iterator[Hit]:
    if any(sign.isdigit() for sign in text):
        yield from _by_our_number(text, people, limit)
        yield from _by_identifier(text, people, limit)
        yield from _by_phone(text, people, limit)
    words = fold(text).split()
    years = [int(word) for word in words if YEAR.fullmatch(word)]
    names = [word for word in words if not word.isdigit()]
    if OUR_NUMBER.fullmatch(text) or any(any(map(str.isdigit, word)) for word in names):
        return
    if names:
        theirs = Name.objects.filter(among(people))
        born = theirs.filter(person__born_year__in=years) if years else theirs
        yield from _by_name(names, born, limit)


def _by_our_number(text: str, people: Collection[UUID], limit: int) -> Iterator[Hit]:
    written = OUR_NUMBER.fullmatch(text)
    if not written:
        return
    number = f"P-{written[1]}"
    columns = [name.removeprefix("person__") for name in PERSON_COLUMNS[1:]]
    found = Person.objects.filter(among(people, "pk"), number__startswith=number)
    for row in found.order_by("number").values("pk", *columns)[: limit + 1]:
        yield _hit({"person_id": row["pk"]} | {f"person__{name}": row[name] for name in columns})


def _by_identifier(text: str, people: Collection[UUID], limit: int) -> Iterator[Hit]:
    folded = fold_identifier(text)
    if len(folded) < 4:
        return
    found = Identifier.objects.filter(among(people), folded__startswith=folded, withdrawn_on=None)
    for row in found.order_by("folded").values(*PERSON_COLUMNS, "kind", "value")[: limit + 1]:
        label = Identifier(kind=row["kind"]).get_kind_display()
        yield _hit(row, matched=f"{label} {row['value']}")


def _by_phone(text: str, people: Collection[UUID], limit: int) -> Iterator[Hit]:
    written = PHONE.fullmatch(text)
    digits = re.sub(r"\D", "", written[1]) if written else ""
    # A leading 1 is dialled in North America and may be left out.
    digits = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    if not 7 <= len(digits) <= 15:
        return
    found = Phone.objects.filter(among(people), number__endswith=digits)
    ended_last = Case(When(ends_before=None, then=Value(0)), default=Value(1))
    rows = found.order_by(ended_last, "person__sort_key").values(
        *PERSON_COLUMNS, "number", "ends_before"
    )
    for row in rows[: limit + 1]:
        words = _("earlier phone %(number)s") if row["ends_before"] else _("phone %(number)s")
        yield _hit(row, matched=words % {"number": shown_phone(row["number"])})


def _by_name(words: list[str], names: QuerySet[Name], limit: int) -> Iterator[Hit]:
    """Yield the people whose names begin so, then those of a name near to what was sought."""
    sought = [word for word in words if len(word) > 1] or words
    loosen()
    found = likely(words, sought, names, 2 * limit + 1)
    rows = list(found.values(*PERSON_COLUMNS, *NAME_COLUMNS, "folded", "begins", "every"))
    yield from (_name_hit(row) for row in rows if row["begins"] != BEGINS_NOT)
    near = _ranked(sought, [row for row in rows if row["every"]])
    # A middle name that is not on file must not hide the person: one word may be unlike.
    yield from near or _ranked(sought, rows)


def _ranked(sought: list[str], rows: list[dict[str, Any]]) -> list[Hit]:
    scored = [(closeness(sought, row["folded"].split()), row) for row in rows]
    near = [each for each in scored if each[0] >= NEAR_ENOUGH]
    near.sort(key=lambda each: (-round(each[0], 2), each[1]["person__sort_key"]))
    return [_name_hit(row) for _score, row in near]


def _name_hit(row: dict[str, Any]) -> Hit:
    found = ShownName(row["surname"], row["given"], row["family_first"])
    hit = _hit(row)
    if found == hit.name:
        return hit
    label = NameKind(row["kind"]).label
    said = {"kind": label, "name": found.full}
    return _hit(row, matched=_("%(kind)s: %(name)s") % said)


def _hit(row: dict[str, Any], matched: str = "") -> Hit:
    year = row["person__born_year"]
    born = PartialDate(year, row["person__born_month"], row["person__born_day"]) if year else None
    name = ShownName(row["person__surname"], row["person__given"], row["person__family_first"])
    died = row["person__deceased_on"] is not None
    return Hit(row["person_id"], row["person__number"], name, born, died, matched)

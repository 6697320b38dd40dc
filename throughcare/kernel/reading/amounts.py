"""Numbers, lengths and amounts as orders write them: in figures, in words, or in both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR, Length
from throughcare.kernel.reading.numerals import value_in_words
from throughcare.kernel.reading.texts import Expression, Span

Number = int | float
HALF = 0.5
CONTRADICTED, UNCERTAIN = "NUMBER_CONTRADICTED", "NUMBER_UNCERTAIN"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; `doubt` says why it may be another number."""

    number: Number
    unit: str
    span: Span
    doubt: str = ""

    @property
    def is_contradicted(self) -> bool:
        """Say whether words and figures say two different numbers."""
        return self.doubt == CONTRADICTED


@dataclass(frozen=True, eq=False)
class Counting:
    """How a pack writes numbers and units; doubtful are words that may mean other numbers."""

    numbers: Mapping[str, int]
    units: Mapping[str, Expression]
    doubtful: Set[str] = frozenset()
    joins: str = r"(?:[\s-]+(?:and|et)?[\s-]*)"

    @cached_property
    def _word(self) -> str:
        """Return the expression of one word of a number."""
        known = sorted({part for each in self.numbers for part in each.split("-")}, key=len)
        return "(?:" + "|".join(map(re.escape, reversed(known))) + ")"

    @cached_property
    def number(self) -> str:
        """Return the expression of a number."""
        return (
            r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
            rf"|{self._word}(?:{self.joins}{self._word})*)"
        )

    @cached_property
    def _unit(self) -> str:
        """Return the expression of a unit, named after it."""
        return "|".join(f"(?P<{name}>{each.pattern})" for name, each in self.units.items())

    @cached_property
    def _quantity(self) -> Expression:
        """Return the expression of a number with its unit."""
        return re.compile(
            rf"(?<![\w.])(?<!\d[,/])(?P<number>{self.number})"
            rf"(?:\s*\(\s*(?P<again>{self.number})\s*\))?"
            r"(?P<half>\s*½|\s+1/2|[\s-]and[\s-](?:a|one)[\s-]half|\set\sdemie?)?"
            rf"[\s-]*(?:(?:premi|derni)\w+\s+)?(?:{self._unit})(?![a-zà-ÿ])"
            r"(?P<more>\s(?:and\sa\shalf|et\sdemie?)\b)?"
        )

    @cached_property
    def _single(self) -> Expression:
        """Return the expression of one unit that only its place counts: *the first year*."""
        return re.compile(
            r"\b(?:(?:first|last|final|next|premi\w+|derni\w+)\s+|(?:within|dans)\s(?=an?\s|une?\s))"
            rf"(?P<one>(?:an?\s)?(?:{self._unit}))(?![a-zà-ÿ])"
        )

    @cached_property
    def _article(self) -> Expression:
        """Return the expression of one year or month without a number: *for a year and a half*."""
        units = "|".join(
            f"(?P<{name}>{self.units[name].pattern})" for name in LONG if name in self.units
        )
        return re.compile(
            rf"(?<![\w-])(?P<half>half\s)?an?[\s-](?:full\s|whole\s|single\s)?(?:{units or '(?!)'})"
            r"(?![a-zà-ÿ])(?P<more>\sand\sa\shalf\b)?"
        )

    @cached_property
    def _before(self) -> Expression:
        """Return what stands before a number that is only the end of one: *two to*, *5 hundred*."""
        return re.compile(
            rf"(?:\d|(?<![a-zà-ÿ]){self._word})\)?(?:\s*-\s*|\s+(?:to|or|and|à|ou|et)\s+|\s+)$"
        )

    @cached_property
    def _less(self) -> Expression:
        """Return the expression of the days that a length is short of."""
        return re.compile(
            rf"(?:'s?)?,?\s*(?:less|minus|moins)[\s-]*(?:an?|(?P<days>{self.number}))?"
            r"(?:\s*\(\d+\))?[\s-]*(?:days?|jours?)\b"
        )

    def value(self, words: str) -> Number:
        """Return the value of a number in figures or words; words that are no number count 0."""
        return self._valued(words)[0]

    def _valued(self, words: str) -> tuple[Number, bool]:
        """Return the value of a number, and whether it can be no other."""
        plain = re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", words.strip()).replace(",", ".")
        if re.fullmatch(r"\d+(?:\.\d+)?", plain):
            return float(plain) if "." in plain else int(plain), True
        return value_in_words(self.numbers, self.doubtful, plain)

    def quantities(self, words: str) -> Iterator[Quantity]:
        """Yield each number with a unit in folded words."""
        taken: list[Span] = []
        for found in self._quantity.finditer(words):
            taken.append(Span(*found.span()))
            yield self._of(words, found)
        for found in self._single.finditer(words):
            span = Span(*found.span("one"))
            if not _is_taken(taken, span):
                yield Quantity(1, self._unit_of(found), span)

    def _of(self, words: str, found: re.Match[str]) -> Quantity:
        """Return a number with its unit as it was found."""
        number, _ = self._valued(found["number"])
        doubt = self._doubt(words, found)
        halves = sum(HALF for name in ("half", "more") if found[name])
        span = Span(*found.span())
        return Quantity(number + halves if halves else number, self._unit_of(found), span, doubt)

    def _doubt(self, words: str, found: re.Match[str]) -> str:
        """Return why a number may be another: said twice and differently, or malformed, or two."""
        number, is_certain = self._valued(found["number"])
        if found["again"] is not None and self._valued(found["again"]) != (number, True):
            return CONTRADICTED
        is_end = self._before.search(words, max(0, found.start() - 24), found.start()) is not None
        return UNCERTAIN if is_end or not is_certain else ""

    def _unit_of(self, found: re.Match[str]) -> str:
        """Return the name of the unit that was found."""
        return next(name for name in self.units if found[name] is not None)

    def is_doubtful(self, words: str, span: Span) -> bool:
        """Say whether a piece has a number that may be another."""
        return any(each.doubt and each.span.overlaps(span) for each in self.quantities(words))

    def lengths(self, words: str) -> list[tuple[Length, Span]]:
        """Return each length of time: *two years less a day*, *one year and six months*."""
        found: list[tuple[Length, Span]] = []
        for length, span in self._plain_lengths(words):
            if found and _goes_on(words, found[-1], length, span):
                before, first = found.pop()
                found.append((before + length, Span(first.start, span.end)))
            else:
                found.append((length, span))
        return found

    def _plain_lengths(self, words: str) -> Iterator[tuple[Length, Span]]:
        """Yield each quantity that is a length of time, none inside the words of another."""
        end = 0
        for each in sorted([*self.quantities(words), *self._of_one(words)], key=_begins):
            length = _length(each)
            if length is not None and each.span.start >= end:
                length, end = self._lessened(words, length, each.span.end)
                yield length, Span(each.span.start, end)

    def _of_one(self, words: str) -> Iterator[Quantity]:
        """Yield each year or month that an article counts: *a year*, *half a year*."""
        for found in self._article.finditer(words):
            number = HALF if found["half"] else 1
            unit = next(name for name in LONG if found.groupdict().get(name))
            yield Quantity(number + HALF if found["more"] else number, unit, Span(*found.span()))

    def _lessened(self, words: str, length: Length, end: int) -> tuple[Length, int]:
        """Return a length less the days said after it, and where its words end."""
        less = self._less.match(words, end)
        if less is None:
            return length, end
        days = self.value(less["days"]) if less["days"] else 1
        return length + Length(less_days=int(days)), less.end()


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    """Say whether a piece shares words with one of others, which stand in their order."""
    after = bisect_right(taken, span.start, key=_start)
    return any(span.overlaps(each) for each in taken[max(0, after - 1) : after + 1])


LONG = ("year", "month")


def _start(each: Span) -> int:
    """Return where a piece begins."""
    return each.start


def _begins(quantity: Quantity) -> int:
    """Return where a quantity begins."""
    return quantity.span.start


ORDER = ("years", "months", "weeks", "days")


def _goes_on(words: str, before: tuple[Length, Span], length: Length, span: Span) -> bool:
    """Say whether a length only goes on with smaller units: *one year and six months*."""
    between = words[before[1].end : span.start]
    if re.fullmatch(r",?\s(?:and|et|plus)\s", between) is None:
        return False
    sizes = [
        [ORDER.index(name) for name in ORDER if getattr(each, name)] for each in (before[0], length)
    ]
    return bool(sizes[0] and sizes[1]) and max(sizes[0]) < min(sizes[1])


def _length(quantity: Quantity) -> Length | None:
    """Return a quantity of time as a length; what is no whole number or no time is none."""
    number, unit = quantity.number, quantity.unit
    if unit == "year":
        return _years(number)
    name = LENGTHS.get(unit)
    return Length(**{name: number}) if name and isinstance(number, int) else None


LENGTHS = {"month": "months", "week": "weeks", "day": "days"}


def _years(number: Number) -> Length | None:
    """Return years, a half of one as months; none where no whole months come out."""
    whole = int(number)
    months = (number - whole) * MONTHS_OF_A_YEAR
    return Length(years=whole, months=int(months)) if months == int(months) else None

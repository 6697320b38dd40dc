"""Read an order: instrument, days, conditions with parameters, what is unplaced, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.ceilings import Ceiling, ceiling_flags
from throughcare.kernel.reading.conditions import laid_out
from throughcare.kernel.reading.dating import (
    Anchor,
    Days,
    From,
    anchor_in,
    days_of_order,
    made_of,
)
from throughcare.kernel.reading.flags import (
    Flag,
    contradiction_flags,
    day_flags,
    doubt_flags,
    implied_flags,
    missing_flags,
    turn_flags,
)
from throughcare.kernel.reading.layout import Condition, Layout
from throughcare.kernel.reading.making import Making, making_in
from throughcare.kernel.reading.mending import Mended, mended
from throughcare.kernel.reading.order_length import Found, length_of
from throughcare.kernel.reading.orders import Instrument, imposed, instruments_in
from throughcare.kernel.reading.owners import Owners, told_in
from throughcare.kernel.reading.proposals import Proposal, proposals_of, with_implied
from throughcare.kernel.reading.said import Setting
from throughcare.kernel.reading.texts import Span, folded, trimmed, turns_direction
from throughcare.kernel.reading.wording import Wording
from throughcare.kernel.reading.written_days import Written, dates_in
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.rules import TermRule


@dataclass(frozen=True, eq=False)
class Law:
    """What a pack says of orders, besides the words of conditions."""

    wording: Wording
    instruments: tuple[Instrument, ...]
    rules: Sequence[TermRule]
    ceilings: tuple[Ceiling, ...]
    months: Mapping[str, int]
    whole: str  # the code that stands for every compulsory condition
    looked_at: Mapping[str, str] = field(default_factory=dict)  # turn of phrase: its flag
    otherwise: str = "supervise"  # what is done with an order whose instrument is not known


@dataclass(frozen=True)
class OrderRead:
    """An order as it was read. Nothing in it is decided: a person confirms every line."""

    order_type: str | None
    made_on: date | None
    length: Length | None
    handling: str
    proposed: tuple[Proposal, ...]
    unplaced: tuple[Span, ...]
    headings: tuple[Span, ...]
    days: Days
    flags: tuple[Flag, ...]
    has_cap: bool = False


def read_order(
    law: Law, text: str, made_on: date | None = None, before: Made | None = None
) -> OrderRead:
    """Return what the words of an order say. Nothing is added that they do not say.

    `made_on` is the day the order was made and `before` the sentence it comes after, where the
    one who asks knows them.
    """
    whole = mended(text, law.wording.turn("kept_hyphens"), law.wording.shorthand)
    return _restored(_read(_Order(law, whole.text, made_on, before)), whole, text)


def _read(order: _Order) -> OrderRead:
    """Return what a text says."""
    own = order.own
    return OrderRead(
        order_type=own.code if own else None,
        made_on=order.made_on,
        length=order.found.length,
        handling=own.handling if own else order.law.otherwise,
        proposed=tuple(order.proposed),
        unplaced=tuple(order.unplaced),
        headings=tuple(order.headings),
        days=order.days,
        flags=tuple(order.flags()),
        has_cap=own is not None and own.has_cap,
    )


def _restored(order: OrderRead, whole: Mended, text: str) -> OrderRead:
    """Return an order with every place as it is in the text that arrived."""
    dropped = [trimmed(text, each.start, each.end) for each in whole.dropped]
    return replace(
        order,
        proposed=tuple(_proposal_back(each, whole, text) for each in order.proposed),
        unplaced=tuple(sorted([*map(whole.back, order.unplaced), *dropped], key=_start)),
        headings=tuple(map(whole.back, order.headings)),
        flags=tuple(
            replace(each, span=each.span and whole.back(each.span)) for each in order.flags
        ),
    )


def _proposal_back(proposal: Proposal, whole: Mended, text: str) -> Proposal:
    """Return a proposal with the words and places of the text that arrived."""
    span = whole.back(proposal.span)
    hits = tuple(replace(each, span=whole.back(each.span)) for each in proposal.hits)
    return replace(proposal, span=span, text=span.of(text), hits=hits)


def _start(span: Span) -> int:
    """Return where a piece begins."""
    return span.start


@dataclass(frozen=True, eq=False)
class _Order:
    """One text, each part of it read when it is asked for."""

    law: Law
    text: str
    given_on: date | None
    given_before: Made | None

    @cached_property
    def plain(self) -> str:
        """Return the text folded."""
        return folded(self.text)

    @cached_property
    def layout(self) -> Layout:
        """Return the text cut into conditions, headings and the rest."""
        return laid_out(self.law.wording, self.text, self.plain)

    @cached_property
    def written(self) -> list[Written]:
        """Return the days written in the text."""
        return dates_in(self.plain, self.law.months, self.given_on)

    @cached_property
    def made_on(self) -> date | None:
        """Return the day of the making: as given, or as the text says in one way only."""
        return self.given_on or self.making.on

    @cached_property
    def making(self) -> Making:
        """Return the day of the making as the text says it."""
        return making_in(self.law.wording, self.plain, self.written)

    @cached_property
    def own(self) -> Instrument | None:
        """Return the order's own instrument."""
        told = told_in(self.law.wording, self.plain)
        found = instruments_in(self.law.instruments, told)
        return next(iter(found or instruments_in(self.law.instruments, self.plain)), None)

    @cached_property
    def others(self) -> list[Instrument]:
        """Return the further instruments that the text imposes."""
        return [each for each in imposed(self.law.instruments, self.plain) if each is not self.own]

    @cached_property
    def found(self) -> Found:
        """Return the order's length."""
        return Found("", None) if self.own is None else self._length(self.own)

    def _length(self, instrument: Instrument, *besides: Span) -> Found:
        """Return the length of an instrument; lengths inside conditions are theirs."""
        taken = [
            each.span
            for one in self.layout.conditions
            for each in one.pieces
            if each.is_item and not self._tells_length(one)
        ]
        return length_of(
            instrument.code, self._owners(instrument), self.counting, [*taken, *besides]
        )

    def _tells_length(self, condition: Condition) -> bool:
        """Say whether a condition may tell how long the order is, and no more than that."""
        of_terms = self.law.wording.asks.get("months", frozenset())
        return condition.codes == [self.law.whole] or not of_terms.isdisjoint(condition.codes)

    def _owners(self, instrument: Instrument) -> Owners:
        """Return what the lengths of the text may belong to."""
        known = self.law.instruments
        own = [each for each in known if each is instrument or each.code in instrument.lasts_as]
        others = [each.owns for each in known if each not in own]
        others.append(self.law.wording.turn("other_lengths"))
        return Owners(self.law.wording, self.plain, [each.owns for each in own], others)

    @cached_property
    def counting(self) -> Counting:
        """Return how the pack counts."""
        wording = self.law.wording
        return Counting(wording.numbers, wording.units, wording.doubtful)

    @cached_property
    def anchor(self) -> Anchor:
        """Return what the order's time counts from; another day that it names is not certain."""
        may_wait = self.own is not None and self.own.may_wait
        found = anchor_in(self.law.wording, self.plain, may_wait=may_wait)
        is_other = any(each.on != self.made_on for each in self._named_starts())
        return replace(found, is_certain=False) if is_other else found

    def _named_starts(self) -> Iterator[Written]:
        """Yield the days on which the words let the order begin."""
        for each in self.written:
            before = self.plain[max(0, each.span.start - 120) : each.span.start]
            if self.law.wording.has("starts_on_day", before):
                yield each

    @cached_property
    def days(self) -> Days:
        """Return the order's days; a limit of a law that the words do not name is not certain."""
        if self.own is None:
            return Days(anchor=self.anchor)
        made = made_of(self.own.code, self.made_on, self.found.length)
        days = days_of_order(self.law.rules, made, self.anchor, self._before())
        return replace(days, is_law_said=not self.own.has_cap or self._names_law())

    def _names_law(self) -> bool:
        """Say whether the words name the law of the order, or print the first thing it asks."""
        turn = self.law.wording.turns.get("names_law")
        printed = {code for each in self.layout.conditions for code in each.codes}
        is_printed = bool(printed.intersection(self.compulsory[:1]))
        return turn is None or is_printed or turn.search(self.plain) is not None

    def _before(self) -> Made | None:
        """Return the sentence the order comes after: as given, or as imposed in the same text."""
        sentences = [each for each in self.others if each.is_sentence]
        if self.given_before is not None or not sentences:
            return self.given_before
        besides = [span for span in (self.found.span,) if span is not None]
        length = self._length(sentences[0], *besides).length
        return made_of(sentences[0].code, self.made_on, length)

    @cached_property
    def compulsory(self) -> tuple[str, ...]:
        """Return the conditions that the law makes compulsory for the instrument."""
        return () if self.own is None else self.own.compulsory

    @cached_property
    def all_proposed(self) -> list[Proposal]:
        """Return a proposal for every condition of the layout."""
        waits = self.own is not None and self.own.begins_on_release
        counts_from = From.RELEASE if waits else self.anchor.counts_from
        setting = Setting(self.counting, str(counts_from), written=tuple(self.written))
        return proposals_of(self.law.wording, setting, self.layout, self.text, self.plain)

    @cached_property
    def proposed(self) -> list[Proposal]:
        """Return the proposals, with what is implied by mention only."""
        return with_implied(self.all_proposed, self.law.whole, self.compulsory)

    @property
    def headings(self) -> list[Span]:
        """Return what only introduces or names what follows."""
        kept = {each.span for each in self.proposed}
        announced = [each.span for each in self.all_proposed if each.span not in kept]
        found = [*(each.span for each in self.layout.headings), *announced, *self._of_the_length]
        return sorted(found, key=lambda each: each.start)

    @property
    def unplaced(self) -> list[Span]:
        """Return the words that nothing stands for."""
        spans = [each.span for each in self.layout.unplaced]
        return [each for each in spans if each not in self._of_the_length]

    @cached_property
    def _of_the_length(self) -> list[Span]:
        """Return the sentence that only says what the order is and how long it lasts."""
        spans = [each.span for each in self.layout.unplaced]
        length = self.found.span
        return [each for each in spans if length is not None and each.overlaps(length)]

    def flags(self) -> Iterator[Flag]:
        """Yield what a person must look at, the order as a whole first."""
        yield from self._own_flags()
        if self.given_on is None and self.making.between:
            days = [each.isoformat() for each in self.making.between]
            yield Flag("MADE_ON_CONTRADICTED", {"days": days}, self.making.span)
        yield from day_flags(self.days, self.made_on is not None)
        for each in self.written:
            if each.other is not None:
                facts = {"on": each.on.isoformat(), "other": each.other.isoformat()}
                yield Flag("DATE_AMBIGUOUS", facts, each.span)
        yield from missing_flags(self.proposed, self.compulsory)
        yield from implied_flags(self.proposed)
        yield from doubt_flags(self.proposed)
        yield from contradiction_flags(self.proposed)
        yield from ceiling_flags(self.proposed, self.law.ceilings)
        yield from turn_flags(self.law.wording, self.plain, self.text, self.law.looked_at)

    def _own_flags(self) -> Iterator[Flag]:
        """Yield what must be looked at in the instrument and its length."""
        others = [each.code for each in self.others]
        asked = {
            "TEXT_TURNS_DIRECTION": turns_direction(self.text),
            "INSTRUMENT_UNKNOWN": self.own is None,
            "LENGTH_UNKNOWN": self.found.length is None and not self.found.is_contradicted,
            "LENGTH_CONTRADICTED": self.found.is_contradicted,
        }
        yield from (Flag(code) for code, is_asked in asked.items() if is_asked)
        if self.own is not None and self.own.handling != self.law.otherwise:
            yield Flag(self.own.handling.upper(), {"instrument": self.own.code})
        if others:
            yield Flag("SEVERAL_ORDERS", {"instruments": others})

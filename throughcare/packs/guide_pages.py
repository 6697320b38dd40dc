"""Standards, responses, incidents and ways to vary, as people read them."""

from __future__ import annotations

from collections.abc import Iterator

from throughcare.packs.asked_pages import asked_lines
from throughcare.packs.entry_words import MARK, Part, Said
from throughcare.packs.guide_rules import Guide, Incident, Response, Tell, VariationRoute
from throughcare.packs.limit_pages import how_often
from throughcare.packs.pack import Pack, rule_in_force
from throughcare.packs.standard_rules import Standard


def noted(said: Said, note: str) -> Iterator[str]:
    """Yield a note, and what its marks mean where it has any."""
    yield note
    if MARK.search(note):
        yield said.words("marks")


def standard_page(pack: Pack, standard: Standard, language: str) -> list[Part]:
    """Return a standard of supervision as a page."""
    said = Said(pack, language)
    lines = [
        said.words("since", day=said.day(standard.starts_on)),
        said.words("authority", authority=said.authority(standard.authority)),
        asked_lines(said, standard.asked, {}, _when(said, standard)),
    ]
    if standard.instruments:
        lines.append(said.words("only_on", instruments=said.instruments(standard.instruments)))
    if standard.levels:
        levels = said.any(said.of(pack.standards.levels[x]) for x in standard.levels)
        lines.append(said.words("only_levels", levels=levels))
    if standard.only_reporting:
        lines.append(said.words("only_reporting"))
    if standard.note:
        lines += noted(said, said.of(standard.note))
    return said.part("", lines)


def _when(said: Said, standard: Standard) -> str:
    """Return how often a standard asks: by level where that differs, from the file's opening."""
    if standard.times_at is None:
        return how_often(said, standard.asked, {}, said.words("FILE_OPENED"))
    levels = [
        said.words("at_level", count=count, level=said.of(said.pack.standards.levels[level]))
        for level, count in standard.times_at.items()
    ]
    window = said.words(standard.asked.window)
    return said.words("times_at", window=window, levels=said.all(levels))


def guide_page(pack: Pack, guide: Guide, language: str) -> list[Part]:
    """Return a response, an incident or a way to vary as a page."""
    said = Said(pack, language)
    lines = [
        said.words("since", day=said.day(guide.starts_on)),
        said.words("authority", authority=said.authority(guide.authority)),
    ]
    if isinstance(guide, Response):
        lines += _response(said, guide)
    elif isinstance(guide, Incident):
        lines += [_tell(said, each) for each in guide.tell]
    elif isinstance(guide, VariationRoute):
        lines += _route(said, guide)
    lines += noted(said, said.of(guide.note)) if guide.note else []
    lines += [said.words("sample")] if guide.sample else []
    return said.part("", lines)


def _response(said: Said, response: Response) -> Iterator[str]:
    if response.is_incentive:
        yield said.words("incentive")
    elif response.lapses:
        lapses = "; ".join(said.label(said.pack.guides.lapses[x]) for x in response.lapses)
        yield said.words("answers", lapses=lapses)
    else:
        yield said.words("answers_any")
    yield said.words("step", step=response.step)
    if response.needs_approval:
        yield said.words("approval")
    if response.needs_reason:
        yield said.words("reason")


def _tell(said: Said, tell: Tell) -> str:
    whom = said.of(tell.whom)
    if tell.working_days is not None:
        return said.words("tell_working_days", whom=whom, count=tell.working_days)
    name = "tell_hours" if tell.hours else "tell_at_once"
    return said.words(name, whom=whom, count=tell.hours)


def _route(said: Said, route: VariationRoute) -> Iterator[str]:
    yield said.words("on", instruments=said.instruments(route.instruments))
    applicants = (said.of(said.pack.guides.applicants[each]) for each in route.applicants)
    yield said.words("may_apply", names=said.all(applicants))
    yield said.words("to", whom=said.of(route.to))
    yield said.words("may", what=said.of(route.may))
    if route.never:
        yield said.words("never", what=said.of(route.never))
    yield said.words(f"hearing_{route.hearing}")
    for code in route.clocks:
        clock = rule_in_force(said.pack.clocks, code, route.starts_on)
        if clock:
            name, length = said.pack.labels[code][said.language], said.length(clock.length)
            authority = said.authority(clock.authority)
            yield said.words("clock", clock=name, length=length, authority=authority)

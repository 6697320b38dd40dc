"""The guides of a pack, read from responses.toml, incidents.toml and variations.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from throughcare.packs.asked_entries import both
from throughcare.packs.condition_rules import Texts
from throughcare.packs.dated_entries import wrong_dates
from throughcare.packs.entries import Entry, each_known
from throughcare.packs.files import optional_file
from throughcare.packs.guide_rules import Guides, Hearing, Incident, Response, Tell, VariationRoute
from throughcare.packs.problems import Problems
from throughcare.packs.vocabulary import Vocabulary


def guides(folder: Path, words: Vocabulary, problems: Problems) -> Guides:
    """Return the guides of a pack, noting what is wrong; each file may be left out."""
    responses = optional_file(folder, "responses")
    incidents = optional_file(folder, "incidents")
    variations = optional_file(folder, "variations")
    lapses = _named(responses, "lapse", problems)
    applicants = _named(variations, "applicant", problems)
    return Guides(
        lapses=lapses,
        responses=problems.each(
            _dated(responses, "response", problems), lambda each: _response(each, lapses)
        ),
        incidents=problems.each(_dated(incidents, "incident", problems), _incident),
        applicants=applicants,
        routes=problems.each(
            _dated(variations, "route", problems), lambda each: _route(each, applicants, words)
        ),
    )


def _named(file: Entry, kind: str, problems: Problems) -> dict[str, Texts]:
    """Return what the codes of a list are called."""
    return dict(problems.each(file.each(kind), _labelled))


def _labelled(entry: Entry) -> tuple[str, Texts]:
    entry.only("code")
    return entry.text("code"), both(entry)


def _dated(file: Entry, kind: str, problems: Problems) -> Iterable[Entry]:
    entries = list(file.each(kind))
    problems += [str(error) for error in wrong_dates(entries)]
    return entries


def _guide(entry: Entry) -> dict[str, Any]:
    """Return what every entry of a guide has."""
    return {
        "code": entry.text("code"),
        "starts_on": entry.day("from"),
        "labels": both(entry),
        "authority": entry.text("authority"),
        "sample": entry.flag("sample"),
        "note": both(entry, "note") if "note_en" in entry.table else None,
    }


def _response(entry: Entry, lapses: Mapping[str, Texts]) -> Response:
    entry.only("code lapses step incentive approval reason note_en note_fr")
    return Response(
        **_guide(entry),
        lapses=each_known(entry, "lapses", {code: code for code in lapses}),
        step=entry.number("step"),
        is_incentive=entry.flag("incentive"),
        needs_approval=entry.flag("approval"),
        needs_reason=entry.flag("reason"),
    )


def _incident(entry: Entry) -> Incident:
    entry.only("code tell note_en note_fr")
    tell = tuple(_tell(each) for each in entry.each("tell"))
    if not tell:
        raise entry.refuse("say whom to tell: write [[incident.tell]].")
    return Incident(**_guide(entry), tell=tell)


def _tell(entry: Entry) -> Tell:
    entry.only("hours working_days at_once")
    ways = [each for each in ("hours", "working_days", "at_once") if each in entry.table]
    if len(ways) != 1:
        raise entry.refuse("write one of: hours = 24, working_days = 2, at_once = true.")
    return Tell(
        both(entry),
        0 if entry.flag("at_once") else _number_or_none(entry, "hours"),
        _number_or_none(entry, "working_days"),
    )


def _number_or_none(entry: Entry, key: str) -> int | None:
    return entry.number(key) if key in entry.table else None


def _route(entry: Entry, applicants: Mapping[str, Texts], words: Vocabulary) -> VariationRoute:
    entry.only(
        "code on may_apply to_en to_fr hearing clocks may_en may_fr never_en never_fr"
        " note_en note_fr"
    )
    return VariationRoute(
        **_guide(entry),
        instruments=each_known(entry, "on", words.instruments),
        applicants=each_known(entry, "may_apply", {code: code for code in applicants}),
        to=both(entry, "to"),
        hearing=entry.word("hearing", Hearing),
        clocks=each_known(entry, "clocks", words.clocks),
        may=both(entry, "may"),
        never=both(entry, "never") if "never_en" in entry.table else None,
    )

"""Run conformance cases of dates against a pack: each mismatch in one line, then a count."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from throughcare.packs import clock_cases, term_cases
from throughcare.packs.case_inputs import CannotRead, Case, Fields, Found, Inputs, tell
from throughcare.packs.entries import PackError
from throughcare.packs.loading import load, pack_folders
from throughcare.packs.pack import Pack, Shape

NAMES_OF_INPUTS = {"hour": "hours", "month": "months", "period": "months", "duration": "months"}

METHODS: dict[str, Callable[[Case], Fields]] = {
    "at_least_before": clock_cases.at_least_before,
    "clock": clock_cases.clock,
    "community_service": clock_cases.community_service,
    "concurrent": term_cases.concurrent,
    "consecutive_sentences": term_cases.consecutive_sentences,
    "curfew": clock_cases.curfew,
    "first_report": clock_cases.first_report_case,
    "hours": clock_cases.hours,
    "missing_rule": clock_cases.missing_rule,
    "order_of_length": term_cases.order_of_length,
    "probation": term_cases.probation,
    "recognizance": term_cases.recognizance,
    "sentence_then_probation": term_cases.sentence_then_probation,
    "suspension": term_cases.suspension,
}


def conform_dates(path: str | Path) -> int:
    """Print each mismatch (id, field, expected, got) and a count; return 0, or 1 if any failed.

    A file or a case that cannot be read counts as a failure and says why.
    """
    try:
        vectors, meta = _read(Path(path))
        pack = _pack_for(meta, vectors)
    except (CannotRead, PackError) as error:
        tell(f"{path}: {error}")
        tell("0 passed, 1 failed")
        return 1
    failed = 0
    for vector in vectors:
        mismatches = mismatches_of(pack, vector)
        failed += bool(mismatches)
        for line in mismatches:
            tell(line)
    tell(f"{len(vectors) - failed} passed, {failed} failed")
    return 1 if failed else 0


def mismatches_of(pack: Pack, vector: Mapping[str, Any]) -> list[str]:
    """Return a line for each field of a case that does not agree with the pack's rules."""
    name = vector["id"]
    try:
        _check_alternative(vector)
        fields = answer(pack, vector)
    except CannotRead as error:
        return [f"{name}\tinputs\t{json.dumps(vector['inputs'])}\tcannot be read: {error}"]
    zone = pack.conformance.zone
    lines = [
        f"{name}\t{field}\t{_shown(expected)}\t{_shown(fields[field].value)}"
        if field in fields
        else f"{name}\t{field}\t{_shown(expected)}\tno such field is computed"
        for field, expected in vector["expected"].items()
        if field not in fields or not same(expected, fields[field].value, zone)
    ]
    return lines + _ambiguity(vector, fields, zone)


def _check_alternative(vector: Mapping[str, Any]) -> None:
    """Raise CannotRead where the other readings of a case are not fields by name."""
    others = vector.get("alternative", {})
    if not isinstance(others, dict) or not all(isinstance(each, dict) for each in others.values()):
        raise CannotRead('"alternative" is not an object of objects: {"reading": {"field": …}}')


def answer(pack: Pack, vector: Mapping[str, Any]) -> Fields:
    """Return every field the pack's shapes compute for a case. Raise CannotRead where none fits."""
    inputs, category = Inputs(vector["inputs"]), vector["category"]
    shapes = [each for each in pack.conformance.shapes if each.category == category]
    fitting = [each for each in shapes if _fits(each, inputs)]
    if not fitting:
        known = "; ".join(", ".join(each.when or each.latest_of) for each in shapes)
        raise CannotRead(
            f"no shape of {category!r} fits" + (f": it needs {known}" if known else "")
        )
    fields: Fields = {}
    for shape in fitting:
        try:
            fields |= METHODS[shape.method](Case(pack, shape, inputs))
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
            # A case is another author's file: whatever is wrong in it must not stop the others.
            raise CannotRead(f"{shape.method}: {error}") from error
        fields |= {name: Found(value) for name, value in shape.always.items()}
    if inputs.unread:
        print(f"note: {vector['id']}: not read: {', '.join(inputs.unread)}", file=sys.stderr)
    return fields


def same(expected: Any, got: Any, zone: str) -> bool:
    """Say whether an expected value and a computed one are the same day, moment, number or list.

    A list of violations is compared by the input each one names, whatever its wording.
    """
    if isinstance(got, datetime):
        return _same_moment(expected, got, zone)
    if isinstance(got, date):
        return bool(expected == got.isoformat())
    if isinstance(got, list):
        return isinstance(expected, list) and {_named(each, got) for each in expected} == set(got)
    return bool(expected == got)


def _named(words: Any, names: list[str]) -> str:
    """Return the input that a violation names first, or the violation's own words."""
    text = str(words).casefold()
    places = {text.find(word): name for word, name in NAMES_OF_INPUTS.items() if word in text}
    return places[min(places)] if places else text


def _same_moment(expected: Any, got: datetime, zone: str) -> bool:
    """Compare moments; one without an offset is local time."""
    try:
        moment = datetime.fromisoformat(expected)
    except (TypeError, ValueError):
        return False
    place = ZoneInfo(zone)
    if moment.tzinfo is None and got.tzinfo is None:
        return moment == got
    return (moment if moment.tzinfo else moment.replace(tzinfo=place)) == (
        got if got.tzinfo else got.replace(tzinfo=place)
    )


def _ambiguity(vector: Mapping[str, Any], fields: Fields, zone: str) -> list[str]:
    """Return a line where a case that has two answers was answered as if it had one."""
    if vector.get("confidence") != "ambiguous":
        return []
    name = vector["id"]
    asked = [fields[field] for field in vector["expected"] if field in fields]
    if not any(each.others or each.needs_person for each in asked):
        return [f"{name}\tconfidence\tambiguous\tone answer only"]
    return [
        f"{name}\t{reading}.{field}\t{_shown(expected)}\tnot among the readings"
        for reading, other in vector.get("alternative", {}).items()
        for field, expected in other.items()
        if not any(same(expected, each, zone) for each in _all(fields.get(field)))
    ]


def _all(found: Found | None) -> tuple[Any, ...]:
    """Return every reading of a field."""
    return () if found is None else (found.value, *found.others)


def _fits(shape: Shape, inputs: Mapping[str, Any]) -> bool:
    """Say whether a shape can read these inputs."""
    if shape.latest_of and not any(inputs.get(name) for name in shape.latest_of):
        return False
    if any(inputs.get(name) is None for name in shape.when):
        return False
    return all(inputs.get(name) == value for name, value in shape.only_if.items())


def _shown(value: Any) -> str:
    """Return a value as a conformance file writes it."""
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)


def _read(path: Path) -> tuple[list[Mapping[str, Any]], Mapping[str, Any]]:
    """Return the cases and the heading of a file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRead(str(error)) from None
    vectors = content.get("vectors") if isinstance(content, dict) else content
    if not isinstance(vectors, list) or not vectors:
        raise CannotRead('the file has no list of cases under "vectors"')
    for place, vector in enumerate(vectors, 1):
        words = {"id": str, "category": str, "inputs": dict, "expected": dict}
        wrong = [
            word
            for word, kind in words.items()
            if not isinstance(vector, dict) or not isinstance(vector.get(word), kind)
        ]
        if wrong:
            raise CannotRead(f"case {place}: {', '.join(wrong)} missing or of the wrong kind")
    meta = content.get("meta", {}) if isinstance(content, dict) else {}
    if not isinstance(meta, dict):
        raise CannotRead('"meta" is not an object: {"generated_for": "pack …"}')
    return vectors, meta


def _pack_for(meta: Mapping[str, Any], vectors: list[Mapping[str, Any]]) -> Pack:
    """Return the pack a file was made for, or the one that knows most of its categories."""
    packs = [load(folder) for folder in pack_folders()]
    made_for = str(meta.get("generated_for", ""))
    categories = {vector["category"] for vector in vectors}

    def knows(pack: Pack) -> tuple[bool, int]:
        shapes = {shape.category for shape in pack.conformance.shapes}
        is_named = any(name in made_for for name in pack.conformance.names)
        return is_named, len(categories & shapes)

    best = max(packs, key=knows, default=None)
    if best is None or not any(knows(best)):
        raise CannotRead("no pack knows the categories of these cases")
    return best

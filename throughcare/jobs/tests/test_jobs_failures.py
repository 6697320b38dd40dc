"""Where something failed is said without anybody's data, alike on every machine."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.jobs.background import AGAIN, defer
from throughcare.jobs.failures import DEEPEST, place_of, short_path
from throughcare.jobs.origin import request_id
from throughcare.refusal import Refused


class OwnError(Exception): ...


def caught(error):
    """The same error, as it is after it was raised."""
    try:
        raise error
    except BaseException as raised:
        return raised


def fallen(depth):
    """Fail so many calls further in."""
    if depth:
        return fallen(depth - 1)
    raise OwnError


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (ValueError("Quill, 555-0100"), "builtins.ValueError"),
        (KeyError("Quill"), "builtins.KeyError"),
        (Refused("Quill is away.", field="day"), "throughcare.refusal.Refused"),
        (OwnError("Quill"), f"{__name__}.OwnError"),
        (KeyboardInterrupt("Quill"), "builtins.KeyboardInterrupt"),
    ],
    ids=["value", "key", "refusal", "own", "interrupt"],
)
def test_a_failure_is_named_by_its_type_and_never_by_its_words(error, name):
    said = place_of(caught(error))

    assert said["error"] == name
    assert "Quill" not in str(said)


def test_an_error_that_was_never_raised_has_no_place():
    assert place_of(ValueError("x")) == {"error": "builtins.ValueError", "at": []}


def test_the_place_is_file_line_and_function():
    [place] = place_of(caught(OwnError()))["at"]

    assert place.startswith("jobs/tests/test_jobs_failures.py:")
    assert place.endswith(" caught")


@pytest.mark.parametrize(("depth", "kept"), [(0, 2), (3, 5), (6, 8), (7, 8), (30, 8)])
def test_the_innermost_places_are_kept(depth, kept):
    with pytest.raises(OwnError) as raised:
        fallen(depth)

    places = place_of(raised.value)["at"]
    assert (len(places), places[-1].rpartition(" ")[2]) == (kept, "fallen")
    assert len(places) <= DEEPEST


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/srv/house/throughcare/jobs/tasks.py", "throughcare/jobs/tasks.py"),
        ("throughcare/jobs/tasks.py", "throughcare/jobs/tasks.py"),
        ("tasks.py", "tasks.py"),
        ("<string>", "<string>"),
        ("", ""),
        ("/a//b/./c/d.py", "b/c/d.py"),
    ],
)
def test_a_path_is_shortened_to_its_last_parts(path, short):
    assert short_path(path) == short


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=3, max_size=7))
def test_a_short_path_does_not_depend_on_where_the_code_lies(parts):
    here = "/".join(parts)

    assert short_path(f"/one/{here}") == short_path(f"/an/other/place/{here}") == short_path(here)


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=7))
def test_shortening_twice_changes_nothing(parts):
    once = short_path("/".join(parts))

    assert short_path(once) == once


def test_a_job_that_fails_is_tried_again_ever_later():
    waits = [AGAIN.exponential_wait**attempt for attempt in range(1, AGAIN.max_attempts)]

    assert waits == [4, 16, 64, 256]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0192f5e0-0000-7000-8000-000000000001", "str"),
        (b"\x01" * 16, "bytes"),
        (1, "int"),
        (None, "NoneType"),
        ([], "list"),
    ],
    ids=["text", "bytes", "number", "nothing", "list"],
)
def test_what_is_not_an_id_is_named_by_its_type_alone(value, kind):
    with pytest.raises(TypeError) as refused:
        defer(None, letter_id=value)

    assert str(refused.value) == f"A job takes ids only; letter_id is {kind}."


def test_one_wrong_argument_among_ids_is_the_one_named():
    letter = UUID("0192f5e0-0000-7000-8000-000000000001")

    with pytest.raises(TypeError, match=r"^A job takes ids only; words is str\.$"):
        defer(None, letter_id=letter, words="Quill")


def test_work_that_nothing_set_off_has_no_origin():
    assert request_id.get() == ""

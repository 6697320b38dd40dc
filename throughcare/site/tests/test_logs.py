"""Nothing that is written to standard error holds a person's data."""

import json
import logging
import subprocess
import sys

import pytest

from throughcare.site.logs import PlaceFormatter, without_messages

# A process of its own, because a test's standard error is not the one that logs are bound to.
SCRIPT = """
import logging, django
django.setup()
from django.test import Client
from django.test.utils import override_settings
with override_settings(ROOT_URLCONF="throughcare.site.tests.test_errors"):
    client = Client(raise_request_exception=False)
    client.get("/breaks/Lavall%C3%A9e/?q=Lavallee", {"phone": "555-0100"})
    client.get("/health?q=Lavallee", headers={"host": "lavallee.example"})
    client.get("/health", headers={"X-Forwarded-For": "Lavallee", "User-Agent": "Lavallee"})
logging.getLogger("some.library").error("Lost %s", "Lavallee 555-0100")
"""


@pytest.fixture(scope="module")
def written():
    """What a process wrote to standard error while it answered and failed."""
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    return ran.stderr


def test_logs_hold_nobodys_data(written):
    for personal in ("avall", "555-0100", "%C3%A9"):
        assert personal not in written


def test_logs_say_what_was_answered_and_where_it_failed(written):
    lines = [json.loads(line) for line in written.splitlines()]

    failed = next(line for line in lines if line["event"] == "failed")
    assert (failed["error"], failed["route"]) == ("builtins.ValueError", "breaks/<str:name>/")
    assert failed["at"][-1].startswith("site/tests/test_errors.py:")
    answered = [
        (line["route"], line["status"], line["method"])
        for line in lines
        if line["event"] == "answered"
    ]
    assert answered == [
        ("breaks/<str:name>/", 500, "GET"),
        (None, 400, "GET"),
        ("health", 200, "GET"),
    ]
    assert (
        failed["request"] == next(line for line in lines if line["event"] == "answered")["request"]
    )


def test_a_librarys_line_is_its_place(written):
    lines = [json.loads(line) for line in written.splitlines()]

    libraries = [line["logger"] for line in lines if line["event"] == "library"]
    assert libraries == ["django.security.DisallowedHost", "some.library"]


def caught():
    try:
        raise ValueError("Lavallée")
    except ValueError as error:
        return error


@pytest.mark.parametrize("given", [None, False])
def test_a_line_without_a_failure_stays_as_it_is(given):
    assert without_messages(None, "info", {"event": "a", "exc_info": given}) == {"event": "a"}


def test_a_failure_is_its_type_and_place():
    said = without_messages(None, "error", {"event": "a", "exc_info": caught()})

    assert said["error"] == "builtins.ValueError"
    assert said["at"][-1].endswith(" caught")


def test_the_failure_being_handled_is_taken():
    try:
        raise KeyError("Lavallée")
    except KeyError:
        said = without_messages(None, "error", {"event": "a", "exc_info": True})

    assert said["error"] == "builtins.KeyError"


def test_a_librarys_failure_is_its_type_and_place():
    error = caught()
    failure = (type(error), error, error.__traceback__)
    record = logging.LogRecord("lib", logging.ERROR, "/a/b/c/d.py", 7, "%s", ("Lavallée",), failure)

    said = json.loads(PlaceFormatter().format(record))

    assert (said["logger"], said["from"]) == ("lib", "b/c/d.py:7")
    assert said["error"] == "builtins.ValueError"
    assert "Lavallée" not in str(said)

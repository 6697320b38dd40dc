"""Each answer leaves one line of the log, which says where and how, and nothing of anybody."""

import json
import logging
import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory

from throughcare.cases.tests.factories import a_case
from throughcare.jobs.origin import request_id
from throughcare.people.tests.factories import a_person
from throughcare.site import middleware
from throughcare.site.logs import PlaceFormatter, configure_logs
from throughcare.site.middleware import NoNulMiddleware, NotKeptMiddleware, RequestIdMiddleware
from throughcare.staff.tests.factories import a_member, signed_in

PERSONAL = re.compile(r"avall|%C3%A9|555|Adaeze|Okafor|granite|P-\d|C-\d", re.IGNORECASE)


@pytest.fixture
def lines(monkeypatch):
    """What the middleware logged, a dictionary a line."""

    kept = []

    def info(event, **said):
        kept.append({"event": event, **said})

    monkeypatch.setattr(middleware, "log", SimpleNamespace(info=info))
    return kept


def words_of(line):
    """What a line says besides its random id and its duration, which may hold any digits."""
    assert re.fullmatch(r"[0-9a-f]{32}", line["request"])
    assert isinstance(line["ms"], float)
    return json.dumps({name: said for name, said in line.items() if name not in {"request", "ms"}})


@pytest.fixture
def officer(db):
    """An officer whose name must stand in no log."""
    return a_member("OFFICER", given_name="Adaeze", surname="Okafor")


SIGNED_IN = [
    ("GET", "/find/?q=Lavall%C3%A9e", "find/", 200),
    ("GET", "/find/?q=705+555+0142", "find/", 200),
    ("GET", "/find/as-typed/?q=Lavall%C3%A9e", "find/as-typed/", 302),
    ("HEAD", "/find/?q=Lavall%C3%A9e", "find/", 200),
    ("GET", "/help/?from=Lavall%C3%A9e", "help/", 200),
    ("GET", "/accessibility/", "accessibility/", 200),
    ("GET", "/health", "health", 200),
    ("GET", "/Lavall%C3%A9e/", None, 404),
    ("GET", "/find/Lavall%C3%A9e", None, 404),
    ("GET", "/Okafor.php?phone=7055550142", None, 404),
    ("POST", "/language/", "language/", 400),
    ("DELETE", "/language/", "language/", 405),
]


@pytest.mark.parametrize(("method", "path", "route", "status"), SIGNED_IN)
def test_an_answer_is_one_line_without_a_persons_data(
    client, lines, officer, method, path, route, status
):
    signed_in(client, officer).generic(method, path, "name=Lavallee")

    [line] = lines
    assert set(line) == {"event", "request", "method", "route", "status", "ms"}
    assert (line["event"], line["method"], line["route"], line["status"]) == (
        "answered",
        method,
        route,
        status,
    )
    assert PERSONAL.search(words_of(line)) is None


@pytest.mark.parametrize("path", ["/find/?q=Lavall%C3%A9e", "/", "/patterns/"])
@pytest.mark.django_db
def test_a_visitor_who_is_sent_to_sign_in_leaves_the_same_line(client, lines, path):
    answer = client.get(path)

    [line] = lines
    assert (line["status"], line["request"]) == (302, answer["X-Request-Id"])
    assert PERSONAL.search(words_of(line)) is None


def test_a_file_is_logged_by_the_shape_of_its_address(client, lines, officer):
    case = a_case(holder=officer, person=a_person())

    signed_in(client, officer).get(f"/cases/{case.number}/")

    [line] = lines
    assert line["status"] == 200
    assert case.number not in json.dumps(line)
    assert re.fullmatch(r"cases/<\w+:\w+>/", line["route"])


@pytest.mark.django_db
def test_what_is_typed_to_sign_in_is_not_logged(client, lines):
    client.post("/account/sign-in/", {"login": "okafor", "password": "granite-heron"})

    assert [line["method"] for line in lines] == ["POST"]
    assert [PERSONAL.search(words_of(line)) for line in lines] == [None] * len(lines)


@pytest.mark.parametrize("name", ["User-Agent", "Referer", "X-Forwarded-For", "Accept-Language"])
def test_headers_are_not_logged(lines, name):
    Client().get("/health", headers={name: "Lavallee"})

    assert [line["route"] for line in lines] == ["health"]
    assert [PERSONAL.search(words_of(line)) for line in lines] == [None] * len(lines)


# the middleware alone


def answering(answer):
    return RequestIdMiddleware(lambda request: answer)


def test_every_request_has_an_id_of_its_own(lines):
    middle = RequestIdMiddleware(lambda request: HttpResponse())
    answers = [middle(with_route(RequestFactory().get("/x"))) for _number in range(3)]

    ids = [answer["X-Request-Id"] for answer in answers]
    assert [line["request"] for line in lines] == ids
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in ids)


def with_route(request):
    request.resolver_match = None
    return request


def test_the_id_is_known_within_the_request_and_not_after(lines):
    seen = []

    def answer(request):
        seen.append(request_id.get())
        return HttpResponse()

    before = request_id.get()
    given = RequestIdMiddleware(answer)(with_route(RequestFactory().get("/x")))

    assert seen == [given["X-Request-Id"]]
    assert request_id.get() == before


def test_the_id_is_forgotten_after_a_failure_too(lines):
    before = request_id.get()
    with pytest.raises(ZeroDivisionError):
        RequestIdMiddleware(lambda request: 1 / 0)(RequestFactory().get("/x"))

    assert request_id.get() == before
    assert lines == []


@pytest.mark.parametrize(("path", "count"), [("static/x.css", 0), ("staticx", 1)])
def test_static_files_leave_no_line(lines, settings, path, count):
    settings.STATIC_URL = "/static/"

    answering(HttpResponse())(with_route(RequestFactory().get(f"/{path}")))

    assert len(lines) == count


def test_the_time_taken_is_in_milliseconds(lines, monkeypatch):
    moments = iter([10.0, 10.01234])
    monkeypatch.setattr(middleware.time, "monotonic", lambda: next(moments))

    answering(HttpResponse())(with_route(RequestFactory().get("/x")))

    assert lines[0]["ms"] == 12.3


@pytest.mark.parametrize("parts", [{}, {"number": "C-1"}, {"number": "é", "at": 7}])
def test_an_address_without_a_nul_goes_on(parts):
    middle = NoNulMiddleware(lambda request: HttpResponse())

    assert middle.process_view(RequestFactory().get("/"), None, (), parts) is None


@pytest.mark.parametrize("parts", [{"number": "\0"}, {"a": "x", "number": "C-1\0"}])
def test_an_address_with_a_nul_is_absent(parts):
    middle = NoNulMiddleware(lambda request: HttpResponse())

    with pytest.raises(Http404):
        middle.process_view(RequestFactory().get("/"), None, (), parts)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({}, "no-store, private"),
        ({"Cache-Control": "max-age=60"}, "max-age=60"),
        ({"Content-Type": "text/css"}, "no-store, private"),
    ],
    ids=["a_page", "its_own_word", "another_header"],
)
def test_pages_are_not_kept_unless_they_say_so(said, kept):
    answer = NotKeptMiddleware(lambda request: HttpResponse(headers=said))

    assert answer(RequestFactory().get("/"))["Cache-Control"] == kept


# libraries' lines


def a_record(level=logging.WARNING, message="Lost %s", *args):
    record = logging.LogRecord("some.library", level, "/a/b/c/d.py", 12, message, args, None)
    record.created = datetime(2026, 11, 23, 14, tzinfo=UTC).timestamp()
    return record


@pytest.mark.parametrize(
    ("level", "word"),
    [(logging.WARNING, "warning"), (logging.ERROR, "error"), (logging.CRITICAL, "critical")],
)
def test_a_librarys_line_has_this_shape(level, word):
    assert json.loads(PlaceFormatter().format(a_record(level, "Lost %s", "Lavallée"))) == {
        "event": "library",
        "logger": "some.library",
        "level": word,
        "from": "b/c/d.py:12",
        "timestamp": "2026-11-23T14:00:00+00:00",
    }


@pytest.mark.parametrize("message", ["Lavallée", "{Lavallée}", "%s %d", "a\nb"])
def test_a_librarys_words_are_never_written(message):
    written = PlaceFormatter().format(a_record(logging.ERROR, message))

    assert "\n" not in written
    assert message not in written


@pytest.fixture
def logging_setting(monkeypatch):
    """The LOGGING setting, without setting structlog up again."""
    monkeypatch.setattr("structlog.configure", lambda **said: None)
    return configure_logs()


def test_libraries_are_heard_from_warnings_on(logging_setting):
    assert logging_setting["root"] == {"handlers": ["places"], "level": "WARNING"}
    assert logging_setting["formatters"]["place"]["()"] is PlaceFormatter


def test_django_does_not_log_paths_beside_us(logging_setting):
    assert logging_setting["loggers"] == {
        "django.request": {"handlers": ["quiet"], "propagate": False}
    }

"""What journeys share: one office, one browser, and who is signed in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journeys import desk
from journeys.desk import Sessions
from journeys.hands import WAYS, Hands
from journeys.office import Office, opened

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as a journey."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.journey)


# Of the package, not the session: the browser's loop must end before anything else runs.
@pytest.fixture(scope="package")
def office(
    server_for_tests: str, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """A running office with the demo in it."""
    with opened(server_for_tests, template_database, tmp_path_factory.mktemp("home")) as office:
        yield office


@pytest.fixture(scope="package")
def browser(office: Office) -> Iterator[Browser]:
    """The system's Chromium."""
    with desk.started() as browser:
        yield browser


@pytest.fixture(scope="package")
def sessions(office: Office, browser: Browser) -> Sessions:
    """Who has signed in."""
    return Sessions(office, browser)


@pytest.fixture
def at_desk(sessions: Sessions) -> Iterator[Callable[..., Page]]:
    """Give pages: `at_desk("okafor", "fr")`, `at_desk(None)` for nobody.

    Whatever the browser complains of, a refused script or style for instance, fails the test.
    """
    contexts, heard = [], []

    def sit_down(username: str | None = None, language: str = "en", **more: Any) -> Page:
        context = (
            sessions.signed_in(username, language, **more)
            if username
            else sessions.context(language, **more)
        )
        contexts.append(context)
        page = context.new_page()
        heard.append(desk.complaints_of(page))
        return page

    yield sit_down
    for context in contexts:
        context.close()
    assert [complaint for each in heard for complaint in each] == []


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """In which way a journey is gone: in English, in French, in English by keyboard alone."""
    return request.param


@pytest.fixture
def sits(at_desk: Callable[..., Page], way: str) -> Callable[[str], Hands]:
    """Let somebody sit down in the way of the journey: `sits("okafor")`."""
    language, hands = WAYS[way]
    return lambda username: hands(at_desk(username, language))

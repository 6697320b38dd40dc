"""Somebody at a desk: a browser, a language, and how to sign in."""

import importlib.util
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from journeys.office import Office
from tests.links import Answer, relative

ROOT = Path(__file__).resolve().parent.parent
STEP = 30  # seconds for which a one-time code stands
DESK, PHONE, NARROW = 1360, 390, 320
# What a browser says of an answer that is meant: a form to put right, a page that is not there.
MEANT = re.compile(r"the server responded with a status of (403|404|422)")


@dataclass
class Sessions:
    """Who has signed in at this office, so that nobody signs in twice with one code."""

    office: Office
    browser: Browser
    states: dict[str, Any] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)

    def code(self, username: str) -> str:
        """Return a one-time code that was not used yet; wait for it if need be."""
        # Only here: the accounts' module needs Django's settings, which pytest sets up late.
        from throughcare.staff.codes import code_at, step_now
        from throughcare.staff.demo_accounts import secret_of

        step = max(step_now() - 1, self.steps.get(username, 0) + 1)
        while step > step_now() + 1:
            time.sleep(1)
        self.steps[username] = step
        return code_at(secret_of(username), step)

    def context(self, language: str = "en", width: int = DESK, **more: Any) -> BrowserContext:
        """Return a browser in which nobody is signed in."""
        height = 768 if width == DESK else 800
        context = self.browser.new_context(
            base_url=self.office.url, viewport={"width": width, "height": height}, **more
        )
        context.set_default_timeout(15_000)
        said = {"name": "throughcare_language", "value": language, "url": self.office.url}
        context.add_cookies([said])
        return context

    def signed_in(self, username: str, language: str = "en", **more: Any) -> BrowserContext:
        """Return a browser in which somebody is signed in; the session is shared by journeys."""
        if username not in self.states:
            context = self.context()
            sign_in(context.new_page(), username, self)
            cookies = context.cookies()
            self.states[username] = [
                each for each in cookies if each["name"] != "throughcare_language"
            ]
            context.close()
        context = self.context(language, **more)
        context.add_cookies(self.states[username])
        return context


def sign_in(page: Page, username: str, sessions: Sessions) -> None:
    """Sign in as anybody would: name, password, code."""
    from throughcare.staff.demo_accounts import PASSWORD

    page.goto("/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.locator("input[name=code]").fill(sessions.code(username))
    page.locator("input[name=code]").press("Enter")
    page.wait_for_url(lambda url: "/account/" not in url)


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser for the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield browser
        browser.close()


def chromium() -> str:
    """Return the path of the browser, or say how to get one."""
    described = importlib.util.spec_from_file_location(
        "find_chromium", ROOT / "tools" / "find_chromium.py"
    )
    tool = importlib.util.module_from_spec(described)
    described.loader.exec_module(tool)
    if found := tool.find():
        return found
    raise RuntimeError(tool.HOW_TO_GET_IT)


def complaints_of(page: Page) -> list[str]:
    """Return a list that fills with what the browser complains of on a page."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))

    def hear(message: Any) -> None:
        if message.type in ("error", "warning") and not MEANT.search(message.text):
            heard.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    return heard


def asked(context: BrowserContext, address: str) -> Answer:
    """Return what an address answers in a browser."""
    answer = context.request.get(address)
    kind = answer.headers.get("content-type", "")
    text = answer.text() if "text/html" in kind else ""
    return Answer(answer.status, kind, relative(answer.url), text)

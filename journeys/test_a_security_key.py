"""A member adds a security key with the keyboard, signs in with it, and removes it again."""

import pytest
from playwright.sync_api import Page, expect

from journeys.desk import complaints_of, sign_in
from tests.markup import page_faults

KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": False,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def with_a_key(office, browser):
    """A desk with a software key plugged in; browsers ask keys only for hosts that have a name."""
    context = browser.new_context(base_url=office.url.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    heard = complaints_of(page)
    plug = context.new_cdp_session(page)
    plug.send("WebAuthn.enable")
    plug.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield page
    context.close()
    assert heard == []


def press(page: Page, name: str) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("main").get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def test_a_key_from_its_first_day_to_its_last(with_a_key, sessions):
    """Added and named, asked for at sign-in, removed; every page on the way is whole."""
    page = with_a_key
    sign_in(page, "mancini", sessions)
    page.goto("/account/keys/add/")
    page.get_by_label("What you call this key").fill("Blue key")
    assert page_faults(page.content()) == []
    page.keyboard.press("Enter")
    expect(page.locator("#factors").locator("..").locator("..")).to_contain_text("Blue key")

    page.context.clear_cookies()
    page.goto("/")
    begin_sign_in(page, "mancini")
    press(page, "Use your security key")
    page.wait_for_url(lambda url: "/account/" not in url)

    page.goto("/staff/account/")
    page.get_by_role("link", name="Remove Blue key").click()
    press(page, "Remove it")
    expect(page.get_by_role("main")).not_to_contain_text("Blue key")


def begin_sign_in(page: Page, username: str) -> None:
    """Give name and password, up to the second factor."""
    from throughcare.staff.demo_accounts import PASSWORD

    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/account/code/**")

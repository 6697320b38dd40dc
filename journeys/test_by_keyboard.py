"""The whole way by keyboard alone: sign in, find, open, tabs, language, sign out."""

from playwright.sync_api import expect

from journeys.hands import press_enter, tab_to


def test_an_officer_without_a_mouse(at_desk, sessions):
    """Sign in, skip to the content, find somebody, open the file, change language, sign out."""
    from throughcare.staff.demo_accounts import PASSWORD

    page = at_desk()
    page.goto("/")
    tab_to(page, "input[name=username]")
    page.keyboard.type("beaucage")
    tab_to(page, "input[name=password]")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=code]")
    tab_to(page, "input[name=code]")
    page.keyboard.type(sessions.code("beaucage"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/" not in url)

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("govuk-skip-link")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#content') !== null")

    page.goto(page.url.partition("#")[0])
    tab_to(page, "#find")
    page.keyboard.type("lavale")
    press_enter(page)
    tab_to(page, "main a[href*='/cases/'], main a[href*='/people/']")
    press_enter(page)
    expect(page.get_by_role("main")).to_contain_text("Lavallée")

    tab_to(page, ".tc-tabs a:not([aria-current])")
    press_enter(page)
    tab_to(page, "button[lang=fr]")
    press_enter(page)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    tab_to(page, ".tc-user summary")
    page.keyboard.press("Enter")
    tab_to(page, ".tc-user form button")
    press_enter(page)
    assert "/account/" in page.url

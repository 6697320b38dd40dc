"""The whole way by keyboard alone: sign in, find, open, tabs, language, sign out."""

from playwright.sync_api import Page, expect


def press_enter(page: Page) -> None:
    """Press Enter, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, matches: str, most: int = 60) -> None:
    """Press Tab until what has the focus matches a selector, and is seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({matches!r})"):
            assert page.evaluate(SEEN), f"the focus on {matches} cannot be seen"
            return
    raise AssertionError(f"{most} presses of Tab do not lead to {matches} on {page.url}")


# A focus that nobody sees is a focus nobody has: an outline, a shadow or another ground.
SEEN = """() => {
    const on = document.activeElement, style = getComputedStyle(on);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(246, 201, 69)';
}"""


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

"""Every page is whole without script: find, open, change language, sign out."""

from playwright.sync_api import expect

from journeys.desk import sign_in


def test_a_day_without_script(at_desk, sessions):
    """An officer whose browser runs no script does the same things."""
    page = at_desk(None, java_script_enabled=False)
    sign_in(page, "nair", sessions)

    page.locator("#find").fill("lavale")
    page.locator("#find").press("Enter")
    page.locator("main a", has_text="Lavallée").first.click()
    expect(page.locator("main")).to_contain_text("Lavallée")
    page.locator("button[lang=fr]").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")

    page.locator("details.tc-user summary").click()
    page.locator("details.tc-user form button").click()
    expect(page.locator("input[name=password], form[action*='sign-out']").first).to_be_visible()

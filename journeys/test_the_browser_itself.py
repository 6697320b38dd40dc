"""What a browser can do to an application: go back, send twice, send late."""

import re

from playwright.sync_api import expect

from journeys.desk import sign_in
from journeys.test_every_page import FORM

ADDRESS = "People of the journeys, 12 Nowhere Road"


def test_nothing_is_readable_after_sign_out(at_desk, sessions):
    """Back, forward and the address itself show the page of sign-in, never the file."""
    page = at_desk()
    sign_in(page, "whitfield", sessions)
    page.goto("/find/?q=lavale")
    page.get_by_role("main").get_by_role("link", name="Lavallée").first.click()
    file = page.url
    expect(page.get_by_role("main")).to_contain_text("Lavallée")

    page.locator(".tc-user summary").click()
    page.locator(".tc-user form button").click()
    page.wait_for_url("**/account/**")
    for leave in (page.go_back, page.go_back, page.go_forward, lambda: page.goto(file)):
        leave()
        assert "Lavallée" not in page.content()
    expect(page.locator("input[name=password]")).to_be_visible()


def test_every_page_forbids_to_be_kept(at_desk):
    """No cache, of the browser or on the way, may keep a page."""
    page = at_desk("okafor")

    for address in ("/find/?q=lavale", "/cases/", "/help/", "/no-such-page/"):
        assert "no-store" in page.goto(address).headers["cache-control"], address


def test_a_forbidden_page_and_an_absent_page_answer_the_same(at_desk):
    """An administrator, who sees no file, cannot tell a file that exists from one that does not."""
    officer, administrator = at_desk("okafor"), at_desk("laframboise")
    officer.goto("/find/?q=lavale")
    officer.get_by_role("main").get_by_role("link", name="Lavallée").first.click()
    real = re.sub(r"^https?://[^/]+", "", officer.url)
    absent = re.sub(r"\d{3,}", "99999", real)

    answers = [administrator.request.get(address) for address in (real, absent)]

    assert [answer.status for answer in answers] == [404, 404]
    assert len({without_tokens(answer.text(), real, absent) for answer in answers}) == 1


def without_tokens(html: str, *addresses: str) -> str:
    """Return a page without what is different in each answer: tokens, and its own address."""
    html = re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", html)
    for address in addresses:
        html = html.replace(address, "")
    return re.sub(r"\b[0-9a-f]{32}\b|\b\d\d:\d\d\b", "", html)


def test_a_form_posted_twice_acts_once(at_desk, office):
    """A double click on the button writes one row."""
    page = at_desk("gervais")
    page.goto(address_form(page))
    fill_address(page)

    body = page.locator(FORM).first.evaluate(
        "form => new URLSearchParams(new FormData(form)).toString()"
    )
    sent = {"content-type": "application/x-www-form-urlencoded", "referer": page.url}
    answers = [page.request.post(page.url, data=body, headers=sent) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert office.asked(
        "SELECT count(*) FROM people_address WHERE line1 LIKE %s", f"{ADDRESS}%"
    ) == [(1,)]


def test_a_stale_form_loses_nothing(at_desk):
    """A form whose token is no longer good is answered with a sentence, and Back has the words."""
    page = at_desk("gervais")
    page.goto(address_form(page))
    fill_address(page)
    page.evaluate(
        "document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach(e => e.value = 'x'.repeat(64))"
    )
    page.locator(FORM).first.evaluate("form => form.requestSubmit()")
    page.wait_for_load_state()

    assert len(page.locator("h1").all()) == 1
    expect(page.get_by_role("main")).not_to_be_empty()

"""What a browser can do to an application: go back, send twice, send late."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from journeys.desk import sign_in
from journeys.test_every_page import FORM, PERSON
from tests.markup import page_faults
from throughcare.pages.written_dates import read_day

ASKED = "A report before sentence, asked for by the court. "
TYPED = "form => Object.fromEntries(new FormData(form))"
SPOIL_TOKENS = """document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach(
    token => { token.value = 'x'.repeat(64) })"""


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


def form_to_open_a_file(page, office) -> str:
    """Open the form for a new file of the guide's person, fill it in, and return its address."""
    [(number,)] = office.asked(PERSON)
    page.goto(f"/people/{number}/open/")
    page.get_by_label("Report only").check()
    page.locator("textarea").first.fill(ASKED)
    return page.url


def test_a_form_posted_twice_acts_once(at_desk, office):
    """A double click on the button opens one file."""
    page = at_desk("gervais")
    address = form_to_open_a_file(page, office)
    typed = page.locator(FORM).first.evaluate(TYPED)
    before = office.asked("SELECT count(*) FROM cases_case")[0][0]

    headers = {"referer": address}
    answers = [page.request.post(address, form=typed, headers=headers) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert len({answer.url for answer in answers}) == 1
    assert office.asked("SELECT count(*) FROM cases_case") == [(before + 1,)]


def test_a_stale_form_loses_nothing(at_desk, office):
    """A form whose token is no longer good gets a sentence, and Back still has the words."""
    page = at_desk("gervais")
    address = form_to_open_a_file(page, office)
    before = office.asked("SELECT count(*) FROM cases_case")
    page.evaluate(SPOIL_TOKENS)

    with page.expect_navigation() as answered:
        page.locator(FORM).first.evaluate("form => form.requestSubmit()")

    assert answered.value.status == 403
    assert page_faults(page.content()) == []
    page.go_back()
    assert page.url == address
    assert office.asked("SELECT count(*) FROM cases_case") == before


def test_an_error_keeps_what_was_typed(at_desk, office):
    """What is wrong stands beside the field; everything else is still there."""
    page = at_desk("gervais")
    form_to_open_a_file(page, office)
    page.locator("textarea").first.fill(ASKED * 200)

    page.locator(FORM).first.evaluate("form => form.requestSubmit()")
    page.wait_for_selector(".govuk-error-summary")

    expect(page.get_by_label("Report only")).to_be_checked()
    expect(page.locator("textarea").first).to_have_value(ASKED * 200)
    expect(page.locator(".govuk-form-group--error .govuk-error-message")).to_have_count(1)


def correct_a_name(page, given: str):
    """Give the guide's person's first name another given name, from its own page."""
    page.locator("input[name=given]").fill(given)
    page.locator("main [name=reason]").fill("The passport was seen.")
    with page.expect_navigation() as answered:
        page.locator(FORM).first.evaluate("form => form.requestSubmit()")
    return answered.value.status


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(at_desk):
    """Two correct the same name: the second is told, sees both, and loses no word."""
    clerk, officer = at_desk("gervais"), at_desk("okafor")
    officer.goto("/find/?q=lavale")
    officer.get_by_role("main").get_by_role("link", name="Lavallée").first.click()
    officer.goto(officer.url + "identity/")
    address = officer.locator("a[href*='/identity/correct-name/']").first.get_attribute("href")
    clerk.goto(address)
    officer.goto(address)

    assert correct_a_name(clerk, "Étienne Paul") == 200
    assert correct_a_name(officer, "Étienne Marc") == 422
    expect(officer.locator("input[name=given]")).to_have_value("Étienne Marc")
    expect(officer.get_by_role("main")).to_contain_text("Étienne Paul")


@pytest.mark.parametrize(
    ("language", "chosen", "written"),
    [
        ("en", "2026-11-24", "24 Nov 2026"),
        ("en", "2026-09-01", "1 Sept 2026"),
        ("fr", "2026-12-01", "1 déc. 2026"),
    ],
)
def test_a_day_chosen_in_a_calendar_is_written_as_one_types_it(at_desk, language, chosen, written):
    """The calendar only types: what it writes is what the field reads."""
    page = at_desk("okafor", language)
    page.goto("/patterns/")
    calendar = page.locator("#long-form").locator("..").locator("..").locator("input[type=date]")

    calendar.evaluate("(field, day) => { field.value = day; field.onchange(); }", chosen)

    field = page.locator("#contact_held_on")
    expect(field).to_have_value(written)
    expect(field).to_be_focused()
    assert read_day(written, date(2026, 11, 26)) == date.fromisoformat(chosen)


def test_the_calendar_is_in_nobodys_way(at_desk):
    """With the keyboard one goes from field to field; without script there is none."""
    page = at_desk("okafor")
    page.goto("/patterns/")
    assert page.locator(".tc-day-input button[tabindex='-1']").count() >= 2

    page.locator("#contact_held_on").press("Tab")

    expect(page.locator("#contact_began_at")).to_be_focused()
    bare = at_desk("okafor", java_script_enabled=False)
    bare.goto("/patterns/")
    assert bare.locator("input[type=date], .tc-day-input").count() == 0


OVERLAPPING = """() => {
    const parts = ['.tc-bar__name', '.tc-bar__menu > li > a', '.tc-find__field',
        '.tc-bar__plain:not(.tc-find__go)', '.tc-user > summary']
    const seen = [...document.querySelectorAll(parts.join(', '))].filter(each => each.offsetParent)
    const boxes = seen.map(each => each.getBoundingClientRect())
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b)).map(() => i)).length
}"""


def test_nothing_in_the_bar_covers_its_neighbour(at_desk):
    """A manager's menu is the longest, and longer in French: it fits at every width."""
    page = at_desk("tremblay", "fr")

    found = {}
    for width in (1360, 1321, 1320, 1200, 1120, 1119, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 600})
        page.goto("/help/")
        found[width] = page.evaluate(OVERLAPPING)

    assert found == dict.fromkeys(found, 0)

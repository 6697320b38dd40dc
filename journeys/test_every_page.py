"""Every page that a role can reach: accessible, whole, in both languages, at every width."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from journeys.desk import DESK, NARROW, Sessions, asked
from tests.links import FILES, Walked, every_name, name_of, relative, walk
from tests.markup import page_faults
from tests.tree import mend
from throughcare import clock

WHO = ("okafor", "tremblay", "gervais", "laframboise", "hughes", "zhang", "singh", "beaudry")
LANGUAGES = ("en", "fr")
CASE = """
SELECT c.number FROM cases_case AS c JOIN people_person AS p ON p.id = c.person_id
WHERE p.surname = 'Lavallée' AND p.given = 'Étienne'
"""
PERSON = "SELECT number FROM people_person WHERE surname = 'Lavallée' AND given = 'Étienne'"
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE_SCRIPT = Axe().axe_script
RUN = """options => axe.run(options).then(found => found.violations.map(each =>
    [each.id, each.help, each.nodes.slice(0, 3).map(node => node.target[0])]))"""
# Addresses that the walk does not come to, each with the reason.
NOT_MET = {
    "account_login": "only for whoever is not signed in",
    "account_reauthenticate": "asked for ten minutes after the password",
    "mfa_activate_totp": "before the second factor is set up",
    "mfa_authenticate": "between password and code",
    "mfa_index": "leads on to one's own account",
    "provider_go": "only where there is an outside sign-in service",
    "provider_back": "only where there is an outside sign-in service",
    "name_key": "only for an account with a key",
    "remove_factor": "only for an account with two factors",
    "site:health": "an answer for a monitor",
    "site:ready": "an answer for a monitor",
    "decisions:answer": "only while a decision waits; test_set_aside_with_approval.py goes there",
    "cases:emergency": "led to only from the page of a file that is closed to the viewer",
    "cases:review_emergency": "only after a file was opened in an emergency",
    "orders:taken_in": "only just after an order was taken in",
    "staff:typed": "only while words wait that were typed before a session ended",
    "staff:reopen_account": "only for an account that was closed",
}
# Buttons beside a session in another browser: met where an earlier journey left one open.
AT_TIMES = {"staff:end_session", "staff:end_other_sessions"}


def findings(page: Page, *widths: int) -> Iterator[str]:
    """Give what is wrong with the page as it is shown now, at each width in px."""
    where = relative(page.url)
    yield from (f"{where}: {fault}" for fault in page_faults(page.content()))
    page.evaluate(AXE_SCRIPT)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for name, help_text, nodes in page.evaluate(RUN, AXE):
            yield f"{where} at {width} px: {name}: {help_text} {nodes}"
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            yield f"{where}: scrolls sideways at {width} px, {needed} px wide"


def open_the_card(page: Page, case: str) -> None:
    """Open the victim card of a file: what stands behind it is a page like any other."""
    page.goto(f"/cases/{case}/victims/")
    why = page.get_by_role("textbox", name="Why do you open the card?")
    # Another journey may have opened it a moment ago.
    if why.count():
        why.fill("She called")
        page.get_by_role("button", name="Open the card").click()


@pytest.fixture(scope="package")
def walked(sessions: Sessions) -> dict[str, Walked]:
    """What each role meets."""
    found = {}
    [(number,)] = sessions.office.asked(PERSON)
    [(case,)] = sessions.office.asked(CASE)
    files = [f"/cases/{number}/" for (number,) in sessions.office.asked(FILES)]
    past = f"/as-known-on/{clock.today() - timedelta(days=6)}"
    for username in WHO:
        context = sessions.signed_in(username)
        if username == "okafor":
            open_the_card(context.new_page(), case)
        # Reached by links only where a person has no file yet, or resembles a new one; the past
        # is reached by writing a day.
        found[username] = walk(
            partial(asked, context),
            f"/cases/{case}/victims/",
            *files,
            *(f"/people/{number}/", f"/people/{number}/open/"),
            *(f"{past}/cases/{case}/", f"{past}/what-came-later/{case}/"),
        )
        context.close()
    return found


@pytest.fixture(scope="package")
def reached(walked: dict[str, Walked]) -> dict[str, dict[str, list[str]]]:
    """The pages that each role reaches."""
    return {username: found.pages for username, found in walked.items()}


def only_new(reached: dict[str, dict[str, list[str]]], username: str) -> list[str]:
    """Return the pages of a role, without the addresses that an earlier role shows as well."""
    earlier = WHO[: WHO.index(username)]
    known = {name for each in earlier for name in reached[each]} - {"staff:office", "cases:list"}
    return [at for name, pages in reached[username].items() if name not in known for at in pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("username", WHO)
def test_every_page_can_be_read_by_everyone(username, language, at_desk, reached):
    """No finding of axe, a title, one h1, a language, no sideways scroll, at 1360 and 320 px."""
    found = []
    page = at_desk(username, language, width=DESK)
    for address in only_new(reached, username):
        page.goto(address)
        found += [f"{language} {fault}" for fault in findings(page, NARROW, DESK)]

    assert found == [], mend("Mend the page or its component.", found)


def test_every_address_is_met_by_somebody(walked):
    """What no role can come to by links and buttons is nobody's page."""
    met = {name for found in walked.values() for name in found.met}
    missing = sorted(every_name() - met - NOT_MET.keys() - AT_TIMES)

    assert missing == [], mend("Link to these, or let a demo person need them.", missing)
    assert sorted(met & NOT_MET.keys()) == [], "Take these out of NOT_MET."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("username", WHO[:4])
def test_every_form_says_what_to_put_right(username, language, at_desk, reached):
    """An empty form answers 422 with a summary, keeps the page whole, and passes axe."""
    found = []
    page = at_desk(username, language)
    for address in forms_of(page, only_new(reached, username)):
        page.goto(address)
        answered = send_empty(page)
        if answered != 422:
            found.append(f"{address}: an empty form answered {answered}")
            continue
        if page.locator(".govuk-error-summary a").count() == 0:
            found.append(f"{address}: no summary of errors that leads to a field")
        if page.evaluate("document.title").startswith(("Error:", "Erreur")) is False:
            found.append(f"{address}: the title does not say that there is an error")
        found += [f"{language} {fault}" for fault in findings(page, DESK)]

    assert found == [], mend("Say it beside the field and in the summary.", found)


FORM = "main form[method=post]:has(input:not([type=hidden]), select, textarea)"


def forms_of(page: Page, addresses: list[str]) -> list[str]:
    """Return the pages that have a form to fill in, one for each address."""
    by_name = {name_of(at): at for at in addresses}
    found = []
    for address in by_name.values():
        page.goto(address)
        if page.locator(FORM).count():
            found.append(address)
    return found


def send_empty(page: Page) -> int:
    """Empty the page's form, send it, and return the status of the answer."""
    form = page.locator(FORM).first
    form.evaluate(
        """form => form.querySelectorAll('input, textarea, select').forEach(field => {
            if (field.type === 'hidden') return;
            if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
            else if (field.tagName === 'SELECT') field.selectedIndex = -1;
            else field.value = '';
        })"""
    )
    with page.expect_navigation() as answered:
        form.evaluate("form => form.requestSubmit()")
    return answered.value.status

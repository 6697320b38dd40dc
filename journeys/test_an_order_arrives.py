"""An order arrives: from its words at the counter to what is owed, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.test_by_keyboard import press_enter, tab_to

# Every sentence is invented.
ORDER = """PROBATION ORDER

Made on November 3, 2025, for eighteen months:

1. Keep the peace and be of good behaviour.
2. Appear before the court when required to do so by the court.
3. Perform 80 hours of community service within 12 months.
4. Do not attend at the Elm Street arena.
"""
WORDS = {
    "en": {
        "read": "Read it",
        "save": "Save as provisional",
        "confirm": "Confirm the order",
        "sheet": "What your order asks",
        "service": "Community service",
        "query": "Query to court office or Crown",
        "ask": "Mark unclear and ask",
    },
    "fr": {
        "read": "Lire",
        "save": "Enregistrer comme provisoire",
        "confirm": "Confirmer l’ordonnance",
        "sheet": "Ce que demande votre ordonnance",
        "service": "Service communautaire",
        "query": "Question au greffe ou à la Couronne",
        "ask": "Signaler comme obscure et demander",
    },
}


def arrives(page: Page, language: str, number: str, words: str = ORDER, surname: str = "") -> None:
    """Paste a paper, choose that the person is new, and save it as provisional."""
    page.goto("/intake/new/")
    page.locator("input[name=surname]").fill(surname or f"Arrivant{number.replace('-', '')}")
    page.locator("textarea[name=words]").fill(words)
    page.get_by_role("button", name=WORDS[language]["read"]).click()
    page.locator("input[name=person][value=new]").check()
    page.locator("input[name=court]").fill("Ontario Court of Justice, Sudbury")
    page.locator("input[name=information_number]").fill(number)
    page.get_by_role("button", name=WORDS[language]["save"]).click()
    page.wait_for_url("**/taken-in/")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_order_to_obligation(at_desk, language):
    """A clerk takes it in, an officer confirms it, and what is owed is on the account."""
    said = WORDS[language]
    clerk = at_desk("gervais", language)
    arrives(clerk, language, f"26-88{'12'[language == 'fr']}")
    address = clerk.url.removesuffix("taken-in/")
    clerk.goto(f"{address}sheet/{language}/")
    expect(clerk.get_by_role("main")).to_contain_text(said["sheet"])

    officer = at_desk("tremblay", language)
    officer.goto(address)
    expect(officer.get_by_role("main")).to_contain_text("Perform 80 hours")
    officer.get_by_role("button", name=said["confirm"]).click()
    expect(officer.get_by_role("button", name=said["confirm"])).to_have_count(0)

    officer.goto(f"{re.sub(r'orders/.*', '', address)}account/")
    expect(officer.get_by_role("main")).to_contain_text(said["service"])


def test_an_order_is_confirmed_by_keyboard(at_desk):
    """Tab and Enter suffice, and one letter confirms the order."""
    clerk = at_desk("gervais")
    arrives(clerk, "en", "26-8831")
    officer = at_desk("tremblay")
    officer.goto(clerk.url.removesuffix("taken-in/"))

    tab_to(officer, "button[value=confirm]", most=80)
    press_enter(officer)
    expect(officer.get_by_role("main")).to_contain_text("Condition 1 is confirmed.")
    officer.locator("h1").click()
    with officer.expect_navigation():
        officer.keyboard.press("o")
    expect(officer.get_by_role("main")).to_contain_text("The order is confirmed.")


def test_two_truths_from_court(at_desk):
    """A second paper of the same number that says otherwise is kept beside the first."""
    clerk = at_desk("gervais")
    arrives(clerk, "en", "26-8841")
    number = re.search(r"C-\d{4}-\d+", clerk.url).group()
    surname = "Arrivant268841"
    clerk.goto("/intake/new/")
    clerk.locator("input[name=surname]").fill(surname)
    clerk.locator("textarea[name=words]").fill(ORDER.replace("eighteen", "twelve"))
    clerk.get_by_role("button", name="Read it").click()
    clerk.locator("input[name=person]").first.check()
    clerk.locator("input[name=court]").fill("Ontario Court of Justice, Sudbury")
    clerk.locator("input[name=information_number]").fill("26-8841")
    clerk.get_by_role("button", name="Save as provisional").click()
    clerk.wait_for_url("**/taken-in/")

    clerk.goto(f"/cases/{number}/orders/")
    main = clerk.get_by_role("main")
    expect(main).to_contain_text("Contradicts the paper on file")
    expect(main).to_contain_text("differ in: the length")


def test_someone_expected_comes_and_the_paper_follows(at_desk):
    """The list at the counter empties when person and paper are here."""
    clerk = at_desk("gervais")
    clerk.goto("/intake/expected/")
    clerk.locator("input[name=name]").fill("Odile Journey")
    clerk.locator("input[name=sentenced_on]").fill("yesterday")
    clerk.get_by_role("button", name="Put on the list").click()
    expect(clerk.get_by_role("main")).to_contain_text("Odile Journey")
    line = clerk.locator("li", has_text="Odile Journey")
    line.get_by_role("link", name=re.compile("^Is here")).click()
    clerk.get_by_role("button", name="Record it").click()
    expect(clerk.locator("li", has_text="Odile Journey")).to_contain_text("seen, no paper")

    line = clerk.locator("li", has_text="Odile Journey")
    line.get_by_role("link", name=re.compile("^Paper arrived")).click()
    clerk.locator("textarea[name=words]").fill(ORDER)
    clerk.get_by_role("button", name="Read it").click()
    clerk.locator("input[name=person][value=new]").check()
    clerk.locator("input[name=court]").fill("Ontario Court of Justice, Sudbury")
    clerk.locator("input[name=information_number]").fill("26-8851")
    clerk.get_by_role("button", name="Save as provisional").click()
    clerk.wait_for_url("**/taken-in/")
    clerk.goto("/intake/")
    expect(clerk.locator("#expected").locator("..")).not_to_contain_text("Odile Journey")


def test_a_change_of_conditions(at_desk):
    """Asked for, granted, and in force as a new version beside the old one."""
    clerk = at_desk("gervais")
    arrives(clerk, "en", "26-8861")
    address = clerk.url.removesuffix("taken-in/")
    officer = at_desk("tremblay")
    officer.goto(f"{address}change/")
    officer.locator("input[name=asked_by][value=PERSON]").check()
    officer.locator("select[name=before]").select_option(index=3)
    officer.locator("textarea[name=after]").fill("Perform 40 hours of community service.")
    officer.locator("textarea[name=words]").fill("Hurt at work; the doctor’s note is on file")
    officer.get_by_role("button", name="Record the request").click()
    officer.get_by_role("link", name="Record the decision").click()
    officer.locator("input[name=outcome][value=GRANTED]").check()
    officer.get_by_role("button", name="Record the decision").click()

    main = officer.get_by_role("main")
    expect(main).to_contain_text("Perform 40 hours of community service.")
    expect(main).to_contain_text("Perform 80 hours of community service within 12 months.")
    expect(main).to_contain_text("Granted")

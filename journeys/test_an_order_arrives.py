"""An order arrives: from its words at the counter to what is owed, in each way of working."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import WAYS, Hands

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
        "sheet": "What your order asks",
        "one": "Condition 1 is confirmed.",
        "confirmed": "The order is confirmed.",
        "service": "Community service",
        "contradicts": "Contradicts the paper on file",
        "differs": "differ in: the length",
        "yesterday": "yesterday",
        "no paper": "seen, no paper",
        "granted": "Granted",
    },
    "fr": {
        "sheet": "Ce que demande votre ordonnance",
        "one": "La condition 1 est confirmée.",
        "confirmed": "L’ordonnance est confirmée.",
        "service": "Service communautaire",
        "contradicts": "Contredit le document au dossier",
        "differs": "diffèrent : la durée",
        "yesterday": "hier",
        "no paper": "vu, sans document",
        "granted": "Accordée",
    },
}
SEND = ".tc-form-actions button"
NEW, FOUND = "input[name=person][value=new]", "input[name=person]:not([value=new])"


def arrives(
    clerk: Hands, number: str, words: str = ORDER, surname: str = "", person: str = NEW
) -> None:
    """Paste a paper, choose whose it is, and save it as provisional."""
    clerk.page.goto("/intake/new/")
    clerk.write("input[name=surname]", surname or surname_of(number))
    clerk.write("textarea[name=words]", words)
    clerk.press(SEND)
    taken_in(clerk, number, person)


def taken_in(clerk: Hands, number: str, person: str = NEW) -> None:
    """Say whose a paper is and under which number the court has it."""
    clerk.choose(person)
    clerk.write("input[name=court]", "Ontario Court of Justice, Sudbury")
    clerk.write("input[name=information_number]", number)
    clerk.press(SEND)
    clerk.page.wait_for_url("**/taken-in/")


def surname_of(number: str) -> str:
    """Return the name of somebody of this paper only."""
    return f"Arrivant{number.replace('-', '')}"


def main(hands: Hands) -> Page:
    """Return what a page itself says."""
    return hands.page.get_by_role("main")


def file_of(address: str) -> str:
    """Return the address of the file that an order is in."""
    return re.sub(r"orders/.*", "", address)


@pytest.fixture
def said(way: str) -> dict[str, str]:
    """What the pages say in the language of the journey."""
    return WORDS[WAYS[way][0]]


@pytest.fixture
def number(way: str) -> str:
    """The number of the one information that the journeys of a way are about."""
    return f"26-88{list(WAYS).index(way)}"


@pytest.fixture(scope="module")
def orders() -> dict[str, str]:
    """The addresses of the orders that were taken in, by number."""
    return {}


@pytest.fixture
def order(sits: Callable[[str], Hands], number: str, orders: dict[str, str]) -> str:
    """The address of the order of a way; the first journey that needs it takes it in."""
    if number not in orders:
        clerk = sits("gervais")
        arrives(clerk, number)
        orders[number] = clerk.page.url.removesuffix("taken-in/")
    return orders[number]


def test_from_order_to_obligation(sits, way, said, order):
    """A clerk has taken it in, an officer confirms it, and what is owed is on the account."""
    officer = sits("tremblay")
    officer.page.goto(f"{order}sheet/{WAYS[way][0]}/")
    expect(main(officer)).to_contain_text(said["sheet"])

    officer.page.goto(order)
    expect(main(officer)).to_contain_text("Perform 80 hours")
    officer.press("button[value=confirm]")
    expect(main(officer)).to_contain_text(said["one"])
    officer.press("button[value=confirm_order]", letter="o")
    expect(main(officer)).to_contain_text(said["confirmed"])

    officer.page.goto(f"{file_of(order)}account/")
    expect(main(officer)).to_contain_text(said["service"])


def test_a_change_of_conditions(sits, said, order):
    """Asked for, granted, and in force as a new version beside the old one."""
    officer = sits("tremblay")
    officer.page.goto(f"{order}change/")
    officer.choose("input[name=asked_by][value=PERSON]")
    officer.pick("select[name=before]", 3)
    officer.write("textarea[name=after]", "Perform 40 hours of community service.")
    officer.write("textarea[name=words]", "Hurt at work; the doctor’s note is on file")
    officer.press(SEND)
    officer.press("main a[href*='/changes/']")
    officer.choose("input[name=outcome][value=GRANTED]")
    officer.press(SEND)

    expect(main(officer)).to_contain_text("Perform 40 hours of community service.")
    expect(main(officer)).to_contain_text("Perform 80 hours of community service within 12 months.")
    expect(main(officer)).to_contain_text(said["granted"])


def test_two_truths_from_court(sits, said, number, order):
    """A second paper of the same number that says otherwise is kept beside the first, and asked."""
    clerk = sits("gervais")
    otherwise = ORDER.replace("eighteen", "twelve")
    arrives(clerk, number, otherwise, surname_of(number), person=FOUND)

    clerk.page.goto(f"{file_of(order)}orders/")
    expect(main(clerk)).to_contain_text(said["contradicts"])
    expect(main(clerk)).to_contain_text(said["differs"])
    expect(clerk.page.locator("main h2[id^='order-']")).to_have_count(2)


def test_someone_expected_comes_and_the_paper_follows(sits, said, number):
    """The list at the counter empties when person and paper are here."""
    clerk, name = sits("gervais"), f"Odile Journey{number[-1]}"
    line = clerk.page.locator("main li", has_text=name)
    clerk.page.goto("/intake/expected/")
    clerk.write("input[name=name]", name)
    clerk.write("input[name=sentenced_on]", said["yesterday"])
    clerk.press(SEND)
    clerk.press(link_in(line, "/seen/"))
    clerk.press(SEND)
    expect(line).to_contain_text(said["no paper"])

    clerk.press(link_in(line, "?expected="))
    clerk.write("textarea[name=words]", ORDER)
    clerk.press(SEND)
    taken_in(clerk, f"{number}5")
    clerk.page.goto("/intake/")
    expect(line).to_have_count(0)


def link_in(line: Page, part: str) -> str:
    """Return the selector of one person's link, for a part of its address."""
    address = line.locator(f"a[href*='{part}']").get_attribute("href")
    return f"a[href='{address}']"

"""From what is owed to what shows it: an appointment kept, in English, in French, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import press_enter, tab_to
from journeys.office import Office

BOOKED = """
SELECT DISTINCT file.number FROM cases_case AS file
JOIN cases_assignment AS held ON held.case_id = file.id AND held.ends_at IS NULL
JOIN staff_staffmember AS holder ON holder.id = held.holder_id AND holder.username = %s
JOIN orders_direction AS booked ON booked.case_id = file.id AND booked.kind = 'REPORT'
WHERE file.closed_on IS NULL AND booked.due_on >= current_date
    AND booked.withdrawn_at IS NULL AND booked.replaced_by_id IS NULL
    AND NOT EXISTS (SELECT FROM contacts_contact AS kept WHERE kept.answers_id = booked.id)
ORDER BY file.number
"""
NEWEST = """
SELECT contact.outcome, contact.line, contact.same_address, booked.due_on > current_date
FROM contacts_contact AS contact JOIN cases_case AS file ON file.id = contact.case_id
LEFT JOIN orders_direction AS booked ON booked.id = contact.next_direction_id
WHERE file.number = %s ORDER BY contact.recorded_at DESC LIMIT 1
"""


@pytest.fixture
def booked(office: Office) -> list[str]:
    """Files of an officer in which an appointment is booked."""
    return [number for (number,) in office.asked(BOOKED, "okafor")]


class Taps:
    """Counts what an officer presses; typing the line is one."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, name: str | re.Pattern[str], role: str = "radio") -> None:
        """Press the words of an answer."""
        label = self.page.get_by_role(role, name=name)
        label.first.check(force=True) if role != "button" else label.first.click()
        self.count += 1

    def write(self, label: str, words: str) -> None:
        """Write into a field."""
        self.page.get_by_label(label).fill(words)
        self.count += 1


@pytest.mark.parametrize(
    ("language", "at", "came", "same", "line", "button", "kept"),
    [
        (
            "en",
            0,
            "Came",
            "Address and job are the same",
            "In a line",
            "Record contact",
            "Recorded,",
        ),
        (
            "fr",
            1,
            "S’est présentée",
            "Adresse et emploi inchangés",
            "En une ligne",
            "Consigner le contact",
            "Consigné,",
        ),
    ],
)
def test_an_appointment_kept_is_five_answers(
    at_desk, office, booked, language, at, came, same, line, button, kept
):
    """Open the appointment, answer, and the next one is booked in the same act."""
    number, page = booked[at], at_desk("okafor", language)
    page.goto(f"/cases/{number}/contacts/")
    page.locator("#appointments ~ ul a, section:has(#appointments) a").first.click()

    taps = Taps(page)
    taps.on(came)
    taps.on(same, "checkbox")
    taps.write(line, "Brought a pay stub.")
    taps.on(re.compile(r"\d"))
    taps.on(button, "button")

    expect(page.get_by_role("main")).to_contain_text(kept)
    expect(page.get_by_role("main")).to_contain_text("Brought a pay stub.")
    assert taps.count == 5
    assert office.asked(NEWEST, number) == [("CAME", "Brought a pay stub.", True, True)]


def test_an_appointment_kept_by_keyboard_alone(at_desk, office, booked):
    """Tab, space, words and Enter are enough, and the focus is always seen."""
    number, page = booked[2], at_desk("okafor")
    page.goto(f"/cases/{number}/contacts/")
    tab_to(page, "a[href*='?direction=']")
    press_enter(page)
    tab_to(page, "input[name=outcome]")
    page.keyboard.press("Space")
    tab_to(page, "input[name=same]")
    page.keyboard.press("Space")
    tab_to(page, "textarea[name=line]")
    page.keyboard.type("All by keyboard.")
    tab_to(page, "input[name=following]")
    page.keyboard.press("Space")
    tab_to(page, ".tc-form-actions button")
    press_enter(page)

    expect(page.get_by_role("main")).to_contain_text("All by keyboard.")
    assert office.asked(NEWEST, number) == [("CAME", "All by keyboard.", True, True)]


def test_someone_who_did_not_come_is_an_attempt_with_a_new_direction(at_desk, office, booked):
    """Custody and hospital are checked in one mark; a letter gives the next day."""
    number, page = booked[3], at_desk("okafor")
    page.goto(f"/cases/{number}/contacts/")
    page.locator("a[href*='DID_NOT_COME']").first.click()

    expect(page.get_by_role("radio", name="Did not come")).to_be_checked()
    page.get_by_role("checkbox", name=re.compile("custody and hospital checked")).check(force=True)
    page.get_by_role("radio", name=re.compile(r"\d")).first.check(force=True)
    page.get_by_role("button", name="Record contact").click()

    main = page.get_by_role("main")
    expect(main).to_contain_text("Office: Did not come")
    expect(main).to_contain_text("Custody and hospital were checked.")
    expect(main).to_contain_text("By letter")
    assert office.asked(NEWEST, number)[0][0] == "DID_NOT_COME"

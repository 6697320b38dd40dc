"""A file goes to another office: its manager accepts it. Last, because the file is gone after."""

from playwright.sync_api import expect

FERRARO = """
SELECT o.name FROM cases_case AS c JOIN people_person AS p ON p.id = c.person_id
JOIN staff_office AS o ON o.id = c.office_id WHERE p.surname = 'Ferraro' AND p.given = 'Luca'
"""


def test_the_other_office_accepts_a_file(at_desk, sessions):
    """The manager of North Bay finds the transfer, accepts it, and the file is hers to give."""
    page = at_desk("beaudry", "fr")
    page.goto("/office/")
    page.locator("section:has(#transfers) li a").first.click()
    page.get_by_role("link", name="Accepter").click()
    page.get_by_role("button", name="Accepter le dossier").click()

    expect(page.locator("main")).to_contain_text("Le dossier est maintenant à votre bureau.")
    expect(page.locator("main")).to_contain_text("Ferraro")
    assert sessions.office.asked(FERRARO) == [("North Bay",)]

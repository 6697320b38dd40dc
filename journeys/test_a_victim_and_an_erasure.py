"""A victim is registered on the open card; an erasure by law is asked for and approved."""

from playwright.sync_api import expect

from journeys.test_every_page import CASE, open_the_card
from throughcare import clock

CLOSED = """
SELECT c.number FROM cases_case AS c JOIN staff_office AS o ON o.id = c.office_id
WHERE c.closed_on IS NOT NULL AND o.name = 'Sudbury'
AND c.id NOT IN (SELECT case_id FROM record_erasure UNION SELECT case_id FROM record_hold)
ORDER BY c.number LIMIT 1
"""
NAME, PHONE = "Odette Lachapelle", "705-555-0188"


def test_a_victim_is_registered_seen_on_the_card_and_never_printed(at_desk, office):
    [(case,)] = office.asked(CASE)
    page = at_desk("okafor")
    open_the_card(page, case)
    page.get_by_role("link", name="Register a victim").click()
    page.get_by_label("Name", exact=True).fill(NAME)
    page.get_by_label("Phone").fill(PHONE)
    page.get_by_label("What may be said").fill("First name only")
    page.get_by_role("button", name="Keep on the card").click()

    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    expect(page.get_by_text("First name only")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text(NAME).first).to_be_hidden()
    expect(page.get_by_text(PHONE)).to_be_hidden()

    page.emulate_media(media="screen")
    page.goto(f"/find/?q={NAME.split()[1]}")
    expect(page.get_by_text(NAME)).to_have_count(0)
    page.goto(f"/as-known-on/{clock.today()}/cases/{case}/")
    expect(page.get_by_text("opens in the present only")).to_be_visible()


def test_an_erasure_is_asked_by_one_and_approved_by_another_in_french(at_desk, office):
    [(case,)] = office.asked(CLOSED)
    manager = at_desk("tremblay", "fr")
    manager.goto(f"/cases/{case}/")
    manager.get_by_role("link", name="Demander un effacement en vertu de la loi").click()
    manager.get_by_role("radio", name="Fin de la période de conservation").check()
    manager.get_by_label("Pourquoi peut-on l’effacer maintenant?").fill("La période est finie.")
    manager.get_by_role("button", name="Le demander").click()
    expect(manager.get_by_text("rien n’a encore disparu")).to_be_visible()

    keeper = at_desk("laframboise", "fr")
    keeper.goto("/staff/")
    keeper.get_by_role("link", name="Effacement en vertu de la loi").click()
    keeper.get_by_role("link", name=f"Dossier {case}").click()
    keeper.get_by_role("button", name="Approuver l’effacement").click()

    expect(keeper.get_by_text("en attente d’exécution")).to_be_visible()
    manager.goto(f"/cases/{case}/")
    expect(manager.get_by_text(case).first).to_be_visible()

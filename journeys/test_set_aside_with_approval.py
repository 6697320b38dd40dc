"""Two people: an officer proposes to set something aside, a manager answers."""

from playwright.sync_api import expect

from journeys.hands import WAYS
from journeys.test_an_order_arrives import SEND, main

OWN = """
SELECT file.number, aside.id FROM decisions_setaside AS aside
JOIN cases_case AS file ON file.id = aside.case_id WHERE aside.words = %s
"""
STANDS = """
SELECT aside.answer, aside.words, decided.username, answered.username
FROM decisions_setaside AS aside
JOIN staff_staffmember AS decided ON decided.id = aside.decided_by_id
LEFT JOIN staff_staffmember AS answered ON answered.id = aside.answered_by_id
WHERE aside.words = %s
"""
# Officers who have something to decide: an appointment was missed, and nobody has said why yet.
DECIDING = """
SELECT DISTINCT holder.username FROM contacts_contact AS missed
JOIN cases_case AS file ON file.id = missed.case_id AND file.closed_on IS NULL
JOIN cases_assignment AS held ON held.case_id = file.id AND held.ends_at IS NULL
JOIN staff_staffmember AS holder ON holder.id = held.holder_id
WHERE missed.outcome = 'DID_NOT_COME' AND NOT held.uncovered
    AND holder.username IN ('beaucage', 'okafor', 'roy') AND NOT EXISTS (
        SELECT FROM decisions_setaside AS aside
        WHERE aside.requirement = 'direction:' || missed.answers_id
    )
    AND NOT EXISTS (
        SELECT FROM cases_away AS away
        WHERE away.person_id = file.person_id AND away.ends_before IS NULL
    )
ORDER BY holder.username
"""


WORDS = {
    "en": ("Flooded road, seen by the band office", "waits for a manager’s approval"),
    "fr": ("Route inondée, vu par le conseil de bande", "attend l’approbation d’un gestionnaire"),
}


def test_an_officer_decides_and_a_manager_approves(sits, office, way):
    """What the officer set aside counts only when somebody else has approved it."""
    why, waits = WORDS[WAYS[way][0]]
    words = f"{why} ({way})"
    who = office.asked(DECIDING)[0][0]
    officer = sits(who)
    officer.page.goto("/today/")
    officer.press("a[href*='/set-aside/new/']")
    officer.choose("input[name=reason_code][value=OTHER]")
    officer.write("textarea[name=words]", words)
    officer.press(SEND)
    expect(main(officer)).to_contain_text(waits)
    assert office.asked(STANDS, words) == [("WAITING", words, who, None)]

    manager = sits("tremblay")
    manager.page.goto("/office/")
    manager.press("a[href='/office/set-aside/']")
    line = manager.page.locator("li.tc-todo", has_text=words)
    answer = line.locator("a[href*='/set-aside/']").last.get_attribute("href")
    manager.press(f"a[href='{answer}']")
    manager.choose("input[name=answer][value=APPROVED]")
    manager.press(SEND)

    assert office.asked(STANDS, words) == [("APPROVED", words, who, "tremblay")]
    officer.page.reload()
    expect(main(officer)).not_to_contain_text(waits)


def test_nobody_answers_their_own(at_desk, office):
    """A manager who decides finds no way to approve it, and the address refuses it."""
    words = "A flooded road, as the band office says"
    officer, manager = at_desk(office.asked(DECIDING)[-1][0]), at_desk("koski")
    officer.goto("/today/")
    manager.goto(officer.locator("a[href*='/set-aside/new/']").first.get_attribute("href"))
    manager.locator("input[name=reason_code][value=OTHER]").check(force=True)
    manager.locator("textarea[name=words]").fill(words)
    manager.locator(SEND).click()

    manager.goto("/office/set-aside/")
    own = manager.locator("li.tc-todo", has_text=words)
    expect(own).to_have_count(1)
    expect(own.locator("a[href*='/set-aside/']")).to_have_count(0)

    [(number, decision)] = office.asked(OWN, words)
    manager.goto(f"/cases/{number}/set-aside/{decision}/")
    manager.locator("input[name=answer][value=APPROVED]").check(force=True)
    manager.locator(SEND).click()
    expect(manager.locator(".govuk-error-summary")).to_contain_text(
        "Nobody approves what they decided themselves. Ask another manager."
    )
    assert office.asked(STANDS, words) == [("WAITING", words, "koski", None)]

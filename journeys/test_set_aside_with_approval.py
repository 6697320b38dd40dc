"""Two people: an officer proposes to set something aside, a manager answers."""

import re

import pytest
from playwright.sync_api import expect

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


@pytest.mark.parametrize(
    ("language", "other", "words", "waits", "approve"),
    [
        (
            "en",
            re.compile("Another reason"),
            "Flooded road, seen by the band office",
            "waits for a manager’s approval",
            re.compile("Approve: it is set aside"),
        ),
        (
            "fr",
            re.compile("Autre motif"),
            "Route inondée, vu par le conseil de bande",
            "attend l’approbation d’un gestionnaire",
            re.compile("Approuver"),
        ),
    ],
)
def test_an_officer_decides_and_a_manager_approves(
    at_desk, office, language, other, words, waits, approve
):
    """What the officer set aside counts only when somebody else has approved it."""
    who = office.asked(DECIDING)[0][0]
    officer = at_desk(who, language)
    officer.goto("/today/")
    officer.locator("a[href*='/set-aside/new/']").first.click()
    officer.get_by_role("radio", name=other).check(force=True)
    officer.locator("textarea[name=words]").fill(words)
    officer.locator("form.tc-form button.govuk-button").first.click()
    expect(officer.get_by_role("main")).to_contain_text(waits)
    assert office.asked(STANDS, words) == [("WAITING", words, who, None)]

    manager = at_desk("tremblay", language)
    manager.goto("/office/")
    manager.locator("a[href='/office/set-aside/']").click()
    expect(manager.get_by_role("main")).to_contain_text(words)
    line = manager.locator("li.tc-todo", has_text=words)
    line.locator("a[href*='/set-aside/']").last.click()
    manager.get_by_role("radio", name=approve).check(force=True)
    manager.locator("form.tc-form button.govuk-button").first.click()

    assert office.asked(STANDS, words) == [("APPROVED", words, who, "tremblay")]
    officer.reload()
    expect(officer.get_by_role("main")).not_to_contain_text(waits)


def test_nobody_answers_their_own(at_desk, office):
    """A manager who decides finds no way to approve it."""
    manager = at_desk("koski")
    manager.goto("/office/set-aside/")
    expect(manager.get_by_role("heading", level=1)).to_have_text("Waiting for approval")

"""A stranger follows the README: signs in, finds somebody, opens the file, French, print."""

from io import BytesIO

from playwright.sync_api import expect
from pypdf import PdfReader

from journeys.desk import sign_in

MISSPELLED = "etiene lavale"


def test_a_stranger_finds_a_file_reads_it_in_french_and_prints_it(at_desk, sessions):
    """From the first page to the paper, with the demo officer's name and code alone."""
    page = at_desk()
    sign_in(page, "okafor", sessions)

    page.get_by_role("searchbox").fill(MISSPELLED)
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("main").get_by_role("link", name="Lavallée").first.click()
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_role("main")).to_contain_text("Lavallée")
    english = page.url

    page.get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert page.url == english

    printed = PdfReader(BytesIO(page.pdf(format="Letter")))
    text = " ".join(each.extract_text() for each in printed.pages)
    assert "Lavallée" in text
    assert "Imprimé" in text
    assert "Rôles" not in text
    assert "English" not in text

"""The reference pages of the packs say what the packs say."""

import pytest

from tests.tree import ROOT
from throughcare.packs.loading import load, pack_folders
from throughcare.packs.reference import reference_page

PAGES = [(folder, language) for folder in pack_folders() for language in ("en", "fr")]


@pytest.mark.parametrize(
    ("folder", "language"), PAGES, ids=[f"{folder.name}.{language}" for folder, language in PAGES]
)
def test_the_reference_page_is_made_from_the_pack(folder, language):
    """Whoever reads the page reads what the office computes with."""
    path = ROOT / "docs" / "reference" / f"{folder.name}.{language}.md"

    assert path.read_text(encoding="utf-8") == reference_page(load(folder), language), (
        "The pack changed: run `make reference` and commit the pages."
    )

"""Documents of tests lie in a folder of their own."""

import pytest


@pytest.fixture(autouse=True)
def documents_folder(settings, tmp_path):
    """The folder of contents, empty."""
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    return settings.DOCUMENTS_FOLDER

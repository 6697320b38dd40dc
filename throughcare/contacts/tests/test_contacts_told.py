"""A contact in a line of the timeline."""

import pytest
from django.utils import translation

from throughcare.contacts.acts import told


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"way": "Office"}, "Office."),
        ({"way": "Phone", "line": "Bus was late."}, "Phone. Bus was late."),
        ({"way": "Phone", "line": "Is that so?"}, "Phone. Is that so?"),
        ({"way": "Office", "due_on": "26 Nov 2026"}, "Office. Next: 26 Nov 2026."),
        (
            {"way": "Home", "line": "All well", "kind": "To report", "due_on": "3 Dec 2026"},
            "Home. All well. Next: To report, 3 Dec 2026.",
        ),
        ({}, ""),
    ],
    ids=["how", "line", "question", "next", "all", "nothing"],
)
def test_a_contact_is_told_in_whole_sentences(said, line):
    assert told(said) == line


def test_it_is_told_in_french():
    with translation.override("fr"):
        assert told({"due_on": "3 déc. 2026"}) == "Ensuite\u00a0: 3 déc. 2026."

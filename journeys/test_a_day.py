"""An ordinary day of an officer with sixty files: it fits, asks little, and says why."""

import re

import pytest


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_ordinary_day_has_fifteen_lines_and_three_forced_reasons(at_desk, language, capsys):
    page = at_desk("okafor", language)
    page.goto("/today/")

    lines = page.locator(".tc-todo").count()
    forced = page.locator(".tc-todo__act a[href*='/set-aside/']").count()

    with capsys.disabled():
        print(f"\n{lines} lines, {forced} forced reasons")
    assert 0 < lines <= 15
    assert forced <= 3
    assert re.search(r"\b60\b", page.locator(".tc-page-head__state").inner_text())

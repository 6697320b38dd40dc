"""Bars grow from zero; what is over the limit is hatched, and the limit is a tick."""

import re

import pytest
from django.template import Context, Template

from throughcare.pages.bars import bar_drawing


def width(svg: str) -> str:
    return re.search(r'<rect width="([^"]+)"', svg)[1]


@pytest.mark.parametrize(
    ("value", "most", "share"),
    [(0, 10, "0"), (5, 10, "50"), (10, 10, "100"), (1, 3, "33.3"), (-2, 10, "0"), (0, 0, "0")],
)
def test_a_bar_is_as_long_as_its_share_of_the_largest(value, most, share):
    assert width(bar_drawing(value, most)) == share


def test_a_value_above_the_largest_fills_the_row():
    assert width(bar_drawing(12, 10)) == "100"


def test_a_bar_says_nothing_to_a_screen_reader():
    assert 'aria-hidden="true" focusable="false"' in bar_drawing(1, 2)


def test_what_is_over_the_limit_is_hatched():
    svg = bar_drawing(12, 16, limit=8)
    assert width(svg) == "50"
    assert svg.count("l4-9") == 7
    assert "M50 .5H75M50 8.5H75M75 0V9" in svg
    assert svg.endswith('<path class="tc-bar-limit" d="M50 0V9"/></svg>')


@pytest.mark.parametrize("value", [0, 4, 8])
def test_a_value_within_the_limit_has_its_tick_and_no_hatching(value):
    svg = bar_drawing(value, 16, limit=8)
    assert "l4-9" not in svg
    assert 'class="tc-bar-limit"' in svg


def test_a_limit_beyond_every_value_makes_room_for_itself():
    svg = bar_drawing(5, 5, limit=10)
    assert width(svg) == "50"
    assert 'd="M100 0V9"' in svg


@pytest.mark.parametrize("limit", ["", "None"])
def test_a_template_draws_a_bar_without_a_limit(limit):
    source = "{% load marks %}{% bar_drawing value 4 limit %}"
    drawn = Template(source).render(Context({"value": "2", "limit": limit and None}))
    assert drawn == bar_drawing(2, 4)

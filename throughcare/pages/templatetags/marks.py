"""Marks, strength and level in templates."""

from django import template
from django.utils.safestring import SafeString

from throughcare.pages import bars, drawings, marks

register = template.Library()


@register.simple_tag
def mark_drawing(kind: str) -> SafeString:
    """Draw a mark."""
    return drawings.mark_drawing(kind)


@register.filter
def mark_colour(kind: str) -> str:
    """Return the name of a mark's colour."""
    return marks.MARKS[kind].colour


@register.filter
def mark_word(kind: str) -> str:
    """Return the usual word of a mark."""
    return str(marks.MARKS[kind].word)


@register.simple_tag
def strength_drawing(level: int | str) -> SafeString:
    """Draw how well a thing is known."""
    return drawings.strength_drawing(int(level or 0))


@register.filter
def strength_word(level: int | str) -> str:
    """Return the usual word of a strength."""
    return str(dict(marks.STRENGTHS)[int(level or 0)])


@register.simple_tag
def level_drawing(level: int | str | None) -> SafeString:
    """Draw a level of supervision."""
    return drawings.level_drawing(int(level or 0))


@register.filter
def level_word(level: int | str | None) -> str:
    """Return the word of a level."""
    return str(dict(marks.LEVELS)[int(level or 0)])


@register.simple_tag
def bar_drawing(
    value: float | str, most: float | str, limit: float | str | None = None
) -> SafeString:
    """Draw the bar of a figure beside the others of its column."""
    return bars.bar_drawing(
        float(value), float(most), None if limit in (None, "") else float(limit)
    )
